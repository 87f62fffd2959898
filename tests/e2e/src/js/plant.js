// Spoils a record past the app: arguments = [id, 'damage' | 'newer']; answers whether it was there.
const [id, how, done] = arguments;
const open = () => new Promise((resolve, reject) => {
  const opening = indexedDB.open('refleks');
  opening.onsuccess = () => resolve(opening.result);
  opening.onerror = () => reject(opening.error);
});
const asked = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
// The fingerprint as src/storage/record.rs makes it.
const fingerprint = async (record) => {
  const bytes = [];
  const number = (value, size) => {
    let rest = BigInt(value);
    for (let at = 0; at < size; at += 1) { bytes.push(Number(rest & 255n)); rest >>= 8n; }
  };
  for (const part of [id, record.kind, record.owner]) {
    const text = new TextEncoder().encode(part);
    number(text.length, 8);
    bytes.push(...text);
  }
  number(record.version, 2);
  number(record.rev, 8);
  number(record.updated_ms, 8);
  bytes.push(1, ...record.payload);
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
(async () => {
  const database = await open();
  const record = await asked(database.transaction('records').objectStore('records').get(id));
  if (record === undefined || record.payload === undefined) { database.close(); return false; }
  if (how === 'newer') {
    record.version += 41;
    record.hash = await fingerprint(record);
  } else {
    record.payload = record.payload.slice();
    record.payload[record.payload.length >> 1] ^= 1;
  }
  await asked(database.transaction('records', 'readwrite').objectStore('records').put(record, id));
  database.close();
  return true;
})().then(done, (failure) => { throw failure; });
