// Waits until an element stands still within reach, after reach.js, and watches over the press that is to come: where that meets
// something else nobody takes it. Answers null, or why it cannot be pressed yet; `window.e2ePress.ended` tells how it went.
const done = arguments[1];
const watch = () => {
  const over = new AbortController();
  // What folds out of a list is chosen without a press on it.
  let taken = element.closest('select') !== null;
  let other = null;
  window.e2ePress?.over();
  window.e2ePress = {
    over: () => over.abort(),
    // A press that comes after all is taken by nobody either.
    ended: () => {
      if (taken && other === null) { over.abort(); return null; }
      other ??= 'nothing';
      return `the press met ${other}`;
    },
  };
  for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
    addEventListener(kind, (event) => {
      // A click follows from the others, and goes on from a label to its field.
      if (kind === 'click') taken = true;
      else if (!element.contains(event.target)) other ??= event.target.outerHTML?.slice(0, 200) ?? 'the page';
      if (other === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    }, { capture: true, signal: over.signal });
  }
};

const FRAMES = 60;
// The page may scroll it out of reach again when it moves the focus.
const stand = (before, still, frames) => {
  if (still === 2) { watch(); done(null); return; }
  if (frames === FRAMES) { done('it does not stand still'); return; }
  reach();
  requestAnimationFrame(() => {
    const now = place();
    stand(now, now.x === before.x && now.y === before.y ? still + 1 : 0, frames + 1);
  });
};
stand(place(), 0, 0);
