// Where on the device these words lie: arguments = [words]; answers lines «word» place.
const [words, done] = arguments;
const found = [];
const look = (place, text) => {
  const small = text.toLowerCase();
  for (const word of words) if (small.includes(word.toLowerCase())) found.push(`«${word}» ${place}`);
};
const textOf = (value) => {
  // Not `instanceof`: a script from outside has classes of its own in Firefox.
  const kind = Object.prototype.toString.call(value);
  if (kind === '[object Uint8Array]' || kind === '[object ArrayBuffer]') return new TextDecoder().decode(value);
  if (value !== null && typeof value === 'object') return Object.values(value).map(textOf).join('\n');
  return String(value);
};
const databases = async () => {
  const list = indexedDB.databases ? await indexedDB.databases() : [{ name: 'refleks' }];
  for (const { name } of list) {
    await new Promise((resolve) => {
      const opening = indexedDB.open(name);
      opening.onerror = resolve;
      opening.onsuccess = () => {
        const database = opening.result;
        const stores = [...database.objectStoreNames];
        if (stores.length === 0) { database.close(); resolve(); return; }
        const transaction = database.transaction(stores);
        for (const store of stores) {
          const reading = transaction.objectStore(store).openCursor();
          reading.onsuccess = () => {
            const cursor = reading.result;
            if (cursor === null) return;
            look(`${name}/${store}/${cursor.key}`, `${textOf(cursor.key)}\n${textOf(cursor.value)}`);
            cursor.continue();
          };
        }
        transaction.oncomplete = () => { database.close(); resolve(); };
        transaction.onabort = () => { database.close(); resolve(); };
      };
    });
  }
};
const files = async () => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) look(`cache ${name}`, request.url);
  }
};
for (const [name, storage] of [['local storage', localStorage], ['session storage', sessionStorage]]) {
  for (let at = 0; at < storage.length; at += 1) look(name, `${storage.key(at)}\n${storage.getItem(storage.key(at))}`);
}
look('address', location.href);
look('cookies', document.cookie);
databases().then(files).then(() => done(found), (failure) => done([`reading failed: ${failure}`]));
