// What an app must never do.
console.error('en feil som testen skal se');
document.body.setAttribute('style', 'color: red');
fetch('http://another-host.example/tracker').catch(() => undefined);
