// From each tap and key press to the end of the next frame, in milliseconds.
if (window.__e2eFrames === undefined) {
  window.__e2eFrames = { pointer: [], key: [] };
  const watch = (event, kind) => addEventListener(event, (happened) => {
    if (!happened.isTrusted) return;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.__e2eFrames[kind].push(performance.now() - happened.timeStamp);
      channel.port2.postMessage(null);
    });
  }, { capture: true, passive: true });
  watch('click', 'pointer');
  watch('keydown', 'key');
}
