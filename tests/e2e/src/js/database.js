// The app's database and a record in it, for the scripts that go past the app: they stand after this.
// The layout of a record is that of src/storage/indexed_db/value.rs, the fingerprint that of src/storage/record.rs.
const asked = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const ended = (transaction) => new Promise((resolve, reject) => {
  transaction.oncomplete = () => resolve();
  transaction.onabort = () => reject(transaction.error);
});
const number = (value, size) => {
  const bytes = new Uint8Array(size);
  let rest = BigInt(value);
  for (let at = 0; at < size; at += 1) { bytes[at] = Number(rest & 255n); rest >>= 8n; }
  return bytes;
};
const fingerprint = async (id, record) => {
  const parts = [id, record.kind, record.owner].flatMap((part) => {
    const bytes = new TextEncoder().encode(part);
    return [number(bytes.length, 8), bytes];
  });
  parts.push(number(record.version, 2), number(record.rev, 8), number(record.updated_ms, 8), number(1, 1), record.payload);
  const digest = await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
const sealed = async (id, kind, version, payload) => {
  const record = { kind, owner: 'device', version, rev: 1, hash: '', updated_ms: Date.now(), payload: new TextEncoder().encode(payload) };
  record.hash = await fingerprint(id, record);
  return [id, record];
};
