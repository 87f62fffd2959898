// One path of sixty minutes through all six steps, to its end and out of the device. Alone with the shower dilemma;
// or as six people: ground rules, the room, help for the one who leads, two private rounds, the marks of the meeting,
// and what the leader gets.
//
// All of it in one call: a driver keeps something of every call and every element, which would be counted as ours.
const [asGroup, text, done] = arguments;

const until = async (what, look) => {
  const end = performance.now() + 10_000;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((go) => setTimeout(go, 15));
  }
};
const seen = (selector) => {
  const one = document.querySelector(selector);
  return one?.checkVisibility() ? one : null;
};
const appears = (selector) => until(`${selector} is there`, () => seen(selector));
const gone = (selector) => until(`${selector} is gone`, () => document.querySelector(selector) === null);
const press = async (selector) => (await appears(selector)).click();
const show = async (address, sign) => { location.hash = address; await appears(sign); };

// Past the browser's own editing, whose list of what can be undone keeps whole screens that are gone.
const write = async (selector) => {
  const field = await appears(selector);
  const kind = field.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(field, text);
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};

// One clock for all paths.
if (window.e2ePassed === undefined) {
  window.e2ePassed = 0;
  const now = Date.now;
  Date.now = () => now.call(Date) + window.e2ePassed;
}

// The tablet goes round six times, and everything that this selects is chosen; then the answers open.
const goRound = async (choices) => {
  await press('.private-main [data-color=refleks]');
  for (let turn = 0; turn < 6; turn += 1) {
    await press('.handover [data-color=refleks]');
    await appears('.private-main fieldset');
    for (const one of document.querySelectorAll(choices)) one.click();
    await press('.private-main [data-color=refleks]');
    await gone('.private-main fieldset');
  }
  await press('.private-main :not(.handover) > .row > [data-color=refleks]');
  await gone('.private-main');
};

const STEPS = [
  ['problem', '#question'],
  ['facts', 'li.fact textarea', asGroup ? '.adds button' : null],
  ['parties', '.party-fields textarea', asGroup ? null : '.party-open[aria-expanded=false]'],
  ['values', '#own-value'],
  ['alternatives', 'li.alternative textarea', '.adds button'],
  ['overall', '#reason'],
];

const withTheGroup = async (step) => {
  await press('.lead-help > button');
  await press(".lead-tools button:has([href='#sign-observed'])");
  await press('.room-foot button');
  await press('.lead-tools [data-color=lyng]');
  await goRound('input[name=private]');
  await appears(`[data-part=${step}]`);
};

const hour = async () => {
  if (asGroup) {
    await show('#/refleksjon/gruppe', '.gather');
    await press('.actionbar-forward button');
    await appears('.rules');
    await press('.actionbar-forward button');
  } else {
    await show('#/refleksjon/sak/dusj', 'article.case');
    await press('article.case button[data-variant=secondary]');
  }
  for (const [step, field, opener] of STEPS) {
    await appears(`[data-part=${step}]`);
    if (opener) await press(opener);
    await write(field);
    if (asGroup && ['problem', 'overall'].includes(step)) await withTheGroup(step);
    window.e2ePassed += 600_000;
    await press('.actionbar a[data-scale=large]');
  }
  if (asGroup) {
    await press('.ending button[data-color=lyng]');
    await goRound('.meeting-questions fieldset label:first-child input');
    await press('main .chips label:last-child input');
    await press('.actionbar-forward button[data-variant=secondary]');
  }
  await press('.actionbar button[data-scale=large]:not([data-variant])');
  await press('dialog[open] .ds-button:not([data-icon], [data-variant=tertiary])');
  await appears('nav a[aria-current]');
};

hour().then(() => done(null), (failure) => done(`${failure.message} at ${location.hash}: ${document.querySelector("main")?.innerText.slice(0, 600)}`));
