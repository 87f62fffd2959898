// Opens the app's database a second time, does not let go when asked to, and asks for a later version of it.
// When it is let go of at last, the later version is given up: the database is as it was.
const done = arguments[arguments.length - 1];
const opening = indexedDB.open('refleks');
opening.onerror = () => done(false);
opening.onsuccess = () => {
  window.e2eHeld = opening.result;
  // Firefox says `blocked` only where the connection that stays is the last to answer: its being asked is what counts.
  window.e2eHeld.onversionchange = () => done(true);
  const wanting = indexedDB.open('refleks', opening.result.version + 1);
  wanting.onupgradeneeded = () => wanting.transaction.abort();
  wanting.onerror = (event) => event.preventDefault();
};
