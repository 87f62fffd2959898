// A page with what every test needs: a field that is kept, a counter, a service worker.
const find = (id) => document.getElementById(id);
const setting = (name) => { try { return localStorage.getItem(`refleks.${name}`); } catch { return null; } };
document.documentElement.lang = setting('language') ?? 'nb';
document.documentElement.dataset.appearance = setting('appearance') ?? 'light';
document.documentElement.dataset.textsize = setting('textsize') ?? '100';

const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open('harness', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('kept');
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const keep = async (text) => {
  const database = await opened;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('kept', 'readwrite');
    transaction.objectStore('kept').put(text, 'question');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
};
const kept = async () => {
  const database = await opened;
  return new Promise((resolve, reject) => {
    const request = database.transaction('kept').objectStore('kept').get('question');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
};
kept().then((text) => {
  if (text !== undefined) { find('question').value = text; find('kept').textContent = 'Hentet fram'; }
});
find('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const text = find('question').value;
  try {
    await keep(text);
    find('kept').textContent = `Tatt vare på: ${text}`;
  } catch (error) {
    find('kept').textContent = `Ikke tatt vare på: ${error?.name}`;
  }
});
let count = 0;
find('count').addEventListener('click', () => { count += 1; find('kept').textContent = `Talt til ${count}`; });
if ('serviceWorker' in navigator) navigator.serviceWorker.register('sw.js');
