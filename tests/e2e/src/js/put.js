// Puts records on the device past the app, after database.js: arguments = [[id, kind, payload as text] of each]; answers null, or why
// they do not lie there.
const [wanted, done] = arguments;
(async () => {
  const records = await Promise.all(wanted.map(([id, kind, payload]) => sealed(id, kind, 1, payload)));
  const database = await asked(indexedDB.open('refleks'));
  const writing = database.transaction('records', 'readwrite');
  for (const [id, record] of records) writing.objectStore('records').put(record, id);
  await ended(writing);
  database.close();
  return null;
})().then(done, (failure) => done(String(failure)));
