// Waits until the app's database has answered all that it was asked, after database.js: whoever writes comes after everybody who
// reads. Answers null, also where there is none yet, or why it does not answer.
const done = arguments[arguments.length - 1];
(async () => {
  if (!(await indexedDB.databases()).some((one) => one.name === 'refleks')) return null;
  const database = await asked(indexedDB.open('refleks'));
  const writing = database.transaction([...database.objectStoreNames], 'readwrite');
  writing.objectStore('records').count();
  await ended(writing);
  database.close();
  return null;
})().then(done, (failure) => done(String(failure)));
