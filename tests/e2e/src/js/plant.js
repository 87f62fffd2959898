// Spoils a record past the app, after database.js: arguments = [id, 'damage' | 'newer']; answers whether it was there.
const [id, how, done] = arguments;
(async () => {
  const database = await asked(indexedDB.open('refleks'));
  const record = await asked(database.transaction('records').objectStore('records').get(id));
  if (record === undefined || record.payload === undefined) { database.close(); return false; }
  if (how === 'newer') {
    record.version += 41;
    record.hash = await fingerprint(id, record);
  } else {
    record.payload = record.payload.slice();
    record.payload[record.payload.length >> 1] ^= 1;
  }
  const writing = database.transaction('records', 'readwrite');
  writing.objectStore('records').put(record, id);
  await ended(writing);
  database.close();
  return true;
})().then(done, (failure) => { throw failure; });
