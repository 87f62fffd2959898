// Keeps what the page's console says loudly, and what nobody caught.
if (window.e2eConsole === undefined) {
  const heard = window.e2eConsole = [];
  for (const kind of ['error', 'warn']) {
    const own = console[kind];
    console[kind] = (...said) => { window.e2eConsole.push(`${kind}: ${said.map(String).join(' ')}`); own.apply(console, said); };
  }
  addEventListener('error', (event) => window.e2eConsole.push(`uncaught: ${event.message}`));
  addEventListener('unhandledrejection', (event) => window.e2eConsole.push(`unhandled: ${event.reason}`));
}
