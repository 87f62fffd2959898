// Keeps the site, answers from the cache first.
const FILES = ['./', 'site.css', 'site.js', 'second.html'];
self.addEventListener('install', (event) => event.waitUntil(
  caches.open('site').then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET') return;
  event.respondWith(caches.match(event.request, { ignoreSearch: true }).then((found) => found ?? fetch(event.request)));
});
