// What the page talks to: one message in, one message out. In: { file } to be drawn, or { picture, width } to be looked
// at. Out: the drawing or the file; null where there is none, false where this worker can go on no more.
// `cargo xtask build` puts the program that wasm-bindgen makes of `src/` before this file, and the name of the wasm file
// in here.
self.onmessage = async (event) => {
  const { file, picture, width } = event.data;
  try {
    await wasm_bindgen({ module_or_path: './qr_bg.wasm' });
    const found = file === undefined ? wasm_bindgen.file_in(picture, width) : wasm_bindgen.code_of(file);
    self.postMessage(found ?? null);
  } catch (_) {
    self.postMessage(false);
  }
};
