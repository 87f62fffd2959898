// Puts a record on the device past the app: arguments = [id, kind, version, payload as text]; answers null, or why it does not lie there.
// The layout is that of src/storage/indexed_db/value.rs, the fingerprint that of src/storage/record.rs.
const [id, kind, version, text, done] = arguments;
const asked = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const number = (value, size) => {
  const bytes = new Uint8Array(size);
  let rest = BigInt(value);
  for (let at = 0; at < size; at += 1) { bytes[at] = Number(rest & 255n); rest >>= 8n; }
  return bytes;
};
const fingerprint = async (record) => {
  const parts = [id, record.kind, record.owner].flatMap((part) => {
    const bytes = new TextEncoder().encode(part);
    return [number(bytes.length, 8), bytes];
  });
  parts.push(number(record.version, 2), number(record.rev, 8), number(record.updated_ms, 8), number(1, 1), record.payload);
  const digest = await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
(async () => {
  const record = { kind, owner: 'device', version, rev: 1, hash: '', updated_ms: Date.now(), payload: new TextEncoder().encode(text) };
  record.hash = await fingerprint(record);
  const database = await asked(indexedDB.open('refleks'));
  await asked(database.transaction('records', 'readwrite').objectStore('records').put(record, id));
  database.close();
  return null;
})().then(done, (failure) => done(String(failure)));
