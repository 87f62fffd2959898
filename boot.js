// Starts Refleks: language and appearance first, then stylesheet, words and wasm side by side.
//
// It leaves `globalThis.refleksWords = { language, text: Promise<string> }` for the app, which removes the
// start screen (#start) when it mounts. If any piece cannot arrive, the start screen says so and offers to
// try again. Registering the service worker is the app's business, not done here.
//
// It runs while the page is being read, before there is a start screen: the code is asked for at once.
//
// The first lines must be readable to old browsers, which are told that they are old: no newer syntax
// than dynamic import in this file.

'use strict';

const TEXTS = {
  nb: {
    loading: 'Laster Refleks',
    failed: 'Refleks kunne ikke starte. Sjekk at du har nett, og prøv igjen. Ingenting av det du har skrevet, er endret.',
    retry: 'Prøv igjen',
    old: 'Nettleseren er for gammel for Refleks. Oppdater den, eller bruk en nyere versjon av Chrome, Edge, Firefox eller Safari.',
  },
  nn: {
    loading: 'Lastar Refleks',
    failed: 'Refleks kunne ikkje starte. Sjekk at du har nett, og prøv igjen. Ingenting av det du har skrive, er endra.',
    retry: 'Prøv igjen',
    old: 'Nettlesaren er for gamal for Refleks. Oppdater han, eller bruk ein nyare versjon av Chrome, Edge, Firefox eller Safari.',
  },
  en: {
    loading: 'Loading Refleks',
    failed: 'Refleks could not start. Check that you are online, and try again. Nothing you have written has been changed.',
    retry: 'Try again',
    old: 'This browser is too old for Refleks. Update it, or use a recent version of Chrome, Edge, Firefox or Safari.',
  },
};

const files = document.querySelector('script[data-wasm]').dataset;
const old = isOld();
// By far the largest, and the same in every language: nothing else is asked for or remembered before it.
const wasm = old ? null : fetched(files.wasm);

const page = document.documentElement;
const assets = JSON.parse(document.getElementById('assets').textContent);
const language = chosenLanguage();
const part = (name) => document.getElementById('start-' + name);

page.lang = language;
page.setAttribute('data-color-scheme', oneOf(['light', 'dark'], remembered('refleks.appearance')) || 'auto');
const textSize = remembered('refleks.textsize');
if (/^[a-z0-9-]{1,12}$/.test(textSize)) page.setAttribute('data-text-size', textSize);

// The app itself tells here when it cannot go on before its first screen.
globalThis.refleksFailed = failed;

// The style of the rooms, and the fonts. The app asks here once its first screen stands, and shows no room
// before it has come.
let rooms = null;
globalThis.refleksRooms = () => {
  if (!rooms) {
    rooms = stylesheet(assets.style_of_rooms);
    rooms.catch(() => { rooms = null; });
  }
  return rooms;
};

if (old) {
  tell(TEXTS[language].old);
} else {
  start().catch(failed);
}

function failed(reason) {
  console.error('Refleks could not start:', reason);
  tell(TEXTS[language].failed, TEXTS[language].retry);
}

async function start() {
  const text = fetched(assets.words[language]).then((response) => response.text());
  const glue = import(new URL(files.js, document.baseURI).href);
  const style = stylesheet(assets.style);
  globalThis.refleksWords = { language, text };
  // Each is awaited below; until then a failure of one must not be reported as unhandled.
  for (const piece of [wasm, text, glue, style]) piece.catch(() => {});
  if (assets.elements) {
    import(new URL(assets.elements, document.baseURI).href)
      .catch((reason) => console.error('design system elements:', reason));
  }

  const response = await wasm;
  // Only an untouched response lets the browser use the code that it compiled last time, so progress is
  // told on the first visit only, when there is no such code.
  if (!isControlled()) showProgress(response.clone(), assets.wasm_bytes);
  const [module] = await Promise.all([glue, style, text]);
  await module.default({ module_or_path: response });
  signs().catch((reason) => console.error('signs:', reason));
}

// The signs lie in the page itself: what is drawn from another file is read anew each time it is drawn. They
// come last, since everything can be used without them.
async function signs() {
  const text = await (await fetched('icons.svg')).text();
  const sprite = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  // Not the attribute: the style of every other drawing would win over it.
  sprite.style.display = 'none';
  sprite.setAttribute('aria-hidden', 'true');
  document.body.append(document.adoptNode(sprite));
}

async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(url + ': ' + response.status);
  return response;
}

function stylesheet(href) {
  return new Promise((arrived, failed) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = arrived;
    link.onerror = () => {
      link.remove();
      failed(new Error(href + ' did not arrive'));
    };
    document.head.append(link);
  });
}

async function showProgress(response, total) {
  const bar = part('progress');
  if (!bar || !response.body) return;
  bar.setAttribute('aria-label', TEXTS[language].loading);
  bar.hidden = false;
  const reader = response.body.getReader();
  let arrived = 0;
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      arrived += piece.value.length;
      bar.value = Math.min(100, (100 * arrived) / total);
    }
  } catch (_) {
    // The other half of the response meets the same failure, and it is told from there.
  }
}

function tell(problem, retry) {
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', () => tell(problem, retry));
    return;
  }
  const screen = document.getElementById('start');
  // The app has already mounted: it shows its own errors.
  if (!screen) return;
  screen.classList.add('failed');
  part('progress').hidden = true;
  part('problem').textContent = problem;
  const button = part('retry');
  if (!retry) return;
  button.textContent = retry;
  button.hidden = false;
  button.onclick = () => location.reload();
}

function isControlled() {
  return Boolean(navigator.serviceWorker && navigator.serviceWorker.controller);
}

function isOld() {
  return !(
    typeof WebAssembly === 'object' && typeof BigInt === 'function' && typeof globalThis === 'object' &&
    Array.prototype.at && Element.prototype.replaceChildren && window.indexedDB !== undefined &&
    'noModule' in HTMLScriptElement.prototype && typeof HTMLDialogElement === 'function'
  );
}

function chosenLanguage() {
  const kept = oneOf(Object.keys(TEXTS), remembered('refleks.language'));
  if (kept) return kept;
  const wished = navigator.languages || [navigator.language || ''];
  for (const wish of wished) {
    const code = wish.toLowerCase().split('-')[0];
    const known = code === 'no' ? 'nb' : oneOf(Object.keys(TEXTS), code);
    if (known) return known;
  }
  return 'nb';
}

function oneOf(allowed, value) {
  return allowed.indexOf(value) >= 0 ? value : '';
}

// Storage may be forbidden altogether; then nothing is remembered.
function remembered(key) {
  try {
    return localStorage.getItem(key) || '';
  } catch (_) {
    return '';
  }
}
