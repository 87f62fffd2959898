// Fills the origin's room to the brim with noise (what can be compressed takes no room): answers whether it is full.
const done = arguments[arguments.length - 1];
const opening = indexedDB.open('e2e-filler', 1);
opening.onupgradeneeded = () => opening.result.createObjectStore('noise', { autoIncrement: true });
opening.onerror = () => done(true);
opening.onsuccess = async () => {
  const database = opening.result;
  const put = (bytes) => new Promise((resolve) => {
    const noise = new Uint8Array(bytes);
    for (let at = 0; at < bytes; at += 65536) crypto.getRandomValues(noise.subarray(at, Math.min(bytes, at + 65536)));
    const transaction = database.transaction('noise', 'readwrite');
    transaction.objectStore('noise').put(noise);
    transaction.oncomplete = () => resolve(true);
    transaction.onabort = () => resolve(false);
  });
  let written = 0;
  let size = 1 << 20;
  while (size >= 64 && written < 64 << 20) {
    if (await put(size)) written += size; else size >>= 1;
  }
  database.close();
  done(size < 64);
};
