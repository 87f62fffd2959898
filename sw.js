// Keeps Refleks for use without network. `cargo xtask build` fills in the version and the list of files.
//
// Only what is on the list is kept, and only when its SHA-256 is the listed one. The shell (all that the
// app needs to start, in every language) is installed whole or not at all. The rest follows after
// activation, and whenever the page asks for it.
//
// Messages from the page:
//   { type: 'status?' }       → answered to the one who asked:
//                               { type: 'status', version, ready, kept, listed }
//                               ready: every file on the list is kept and verified
//   { type: 'fetch-rest' }    → fetches what is missing; tells all pages of the app
//                               { type: 'progress', version, kept, listed } after each file, and then
//                               { type: 'offline-ready', version } or
//                               { type: 'offline-failed', version, kept, listed } (ask again later)
//   { type: 'SKIP_WAITING' }  → lets this version take over. Never sent by this file itself: the app asks
//                               first, and never during a session. A page that came from the version
//                               before must then be loaded again.
// On taking over, the worker starts to fetch the rest by itself and tells the same.

const VERSION = '{version}';
const SHELL = ['{shell}'];
const REST = ['{rest}'];

const PREFIX = 'refleks-app-';
const CACHE = PREFIX + VERSION;
const addressOf = (url) => new URL(url, self.registration.scope).href;
const SHA256 = new Map([...SHELL, ...REST].map(([url, sha256]) => [addressOf(url), sha256]));
const START = addressOf('./');
const IGNORE = { ignoreVary: true };

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  const type = event.data && event.data.type;
  if (type === 'status?' && event.source) event.waitUntil(status().then((told) => event.source.postMessage(told)));
  if (type === 'fetch-rest') event.waitUntil(fetchRest());
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
});
self.addEventListener('fetch', (event) => {
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  const address = request.mode === 'navigate' ? pageFor(url) : url.href;
  if (SHA256.has(address)) event.respondWith(answer(address));
});

async function install() {
  await copyUnchanged();
  await keepAll(SHELL);
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  }
  await self.clients.claim();
  // Not awaited: requests of the page wait for the end of the activation.
  fetchRest();
}

// The page lies at the scope itself, whatever stands behind `?` and `#`. Other addresses are the server's.
function pageFor(url) {
  const plain = url.origin + url.pathname;
  return plain === START || plain === addressOf('index.html') ? START : url.href;
}

async function answer(address) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(address, IGNORE);
  if (kept) return kept;
  try {
    await keep(cache, address);
    return (await cache.match(address, IGNORE)) || Response.error();
  } catch (_) {
    // Not what was listed, or no room to keep it: what the server has is better than nothing.
    return fetch(address);
  }
}

let running = null;

function fetchRest() {
  running = running || fetchMissing().finally(() => { running = null; });
  return running;
}

async function fetchMissing() {
  try {
    await keepAll([...SHELL, ...REST], async () => tell({ type: 'progress', ...(await count()) }));
    await tell({ type: 'offline-ready', version: VERSION });
  } catch (_) {
    await tell({ type: 'offline-failed', ...(await count()) });
  }
}

async function keepAll(list, afterEach) {
  const cache = await caches.open(CACHE);
  const waiting = list.map(([url]) => addressOf(url));
  const worker = async () => {
    for (let address = waiting.shift(); address; address = waiting.shift()) {
      if (await cache.match(address, IGNORE)) continue;
      await keep(cache, address);
      if (afterEach) await afterEach();
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}

// The browser's own cache may answer first, since the hash is checked; if that fails, the server is asked.
async function keep(cache, address) {
  let response = await fetch(address, { cache: 'default' });
  if (!(await isListed(address, response))) response = await fetch(address, { cache: 'reload' });
  if (!(await isListed(address, response))) throw new Error(address + ' is not what the list says');
  // A page that was reached by a redirect may not answer a navigation: it is wrapped anew.
  const headers = { 'Content-Type': response.headers.get('Content-Type') || 'text/html' };
  await cache.put(address, response.redirected ? new Response(await response.blob(), { headers }) : response);
}

async function isListed(address, response) {
  if (!response.ok) return false;
  const digest = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex === SHA256.get(address);
}

async function copyUnchanged() {
  const cache = await caches.open(CACHE);
  const olds = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  for (const name of olds) {
    const old = await caches.open(name);
    for (const request of await old.keys()) {
      if (!SHA256.has(request.url) || (await cache.match(request.url, IGNORE))) continue;
      const response = await old.match(request, IGNORE);
      if (response && (await isListed(request.url, response))) await cache.put(request.url, response);
    }
  }
}

async function count() {
  const kept = (await (await caches.open(CACHE)).keys()).filter((request) => SHA256.has(request.url)).length;
  return { version: VERSION, kept, listed: SHA256.size };
}

async function status() {
  const counted = await count();
  return { type: 'status', ready: counted.kept === counted.listed, ...counted };
}

async function tell(message) {
  for (const client of await self.clients.matchAll({ type: 'window' })) client.postMessage(message);
}
