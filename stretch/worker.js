// What the page talks to: one message in, { pin, salt, memory, passes }; one message out, the key, or null where
// there is none. `cargo xtask build` puts the program that wasm-bindgen makes of `src/` before this file, and the
// name of the wasm file in here.
self.onmessage = async (event) => {
  const { pin, salt, memory, passes } = event.data;
  try {
    await wasm_bindgen({ module_or_path: './stretch_bg.wasm' });
    self.postMessage(wasm_bindgen.stretch(pin, salt, memory, passes) ?? null);
  } catch (_) {
    self.postMessage(null);
  }
};
