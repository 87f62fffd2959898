// Every record of the app's database, payloads as text.
const done = arguments[arguments.length - 1];
const opening = indexedDB.open('refleks');
opening.onerror = () => done([]);
opening.onsuccess = () => {
  const database = opening.result;
  if (!database.objectStoreNames.contains('records')) { database.close(); done([]); return; }
  const found = [];
  const reading = database.transaction('records').objectStore('records').openCursor();
  reading.onsuccess = () => {
    const cursor = reading.result;
    if (cursor === null) { database.close(); done(found); return; }
    const { payload, ...envelope } = cursor.value;
    found.push({ id: cursor.key, envelope, payload: payload ? new TextDecoder().decode(payload) : null });
    cursor.continue();
  };
};
