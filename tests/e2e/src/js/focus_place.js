// Where the focus is, whether it shows, and whether it came there in reading order: arguments = [before or null].
// Remembers the element itself, so that the next call can compare.
const now = document.activeElement;
if (now === null || now === document.body) { window.e2eFocus = null; return null; }
const problems = [];
const name = (one) => `${one.tagName.toLowerCase()} «${(one.getAttribute('aria-label') || one.labels?.[0]?.innerText || one.innerText || one.value || '').trim().slice(0, 40)}»`;
const ringed = (one) => {
  const style = getComputedStyle(one);
  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
};
const around = [now, ...(now.labels ?? []), now.parentElement, now.parentElement?.parentElement].filter(Boolean);
// The calendar's own button inside a date field is ringed by the browser.
if (now.tabIndex >= 0 && now.type !== 'date' && !around.some(ringed)) problems.push(`the focus on ${name(now)} cannot be seen`);
if (now.tabIndex > 0) problems.push(`${name(now)} has a place of its own in the order`);
const before = window.e2eFocus;
// The tools in the corner stand beside the page, not in its rows.
const corner = (one) => one.closest('.app-tools') !== null;
if (before?.isConnected && !before.closest('dialog') && !now.closest('dialog') && !corner(before) && !corner(now)) {
  if (!(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING) && !before.contains(now)) {
    problems.push(`${name(now)} comes after ${name(before)}, but stands before it`);
  }
  const [a, b] = [before.getBoundingClientRect(), now.getBoundingClientRect()];
  const sameColumn = Math.min(a.right, b.right) > Math.max(a.left, b.left);
  const sameRow = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5 * Math.min(a.height, b.height);
  if (sameColumn && b.bottom <= a.top) problems.push(`${name(now)} is above ${name(before)}, which comes first`);
  if (sameRow && b.right <= a.left) problems.push(`${name(now)} is to the left of ${name(before)}, which comes first`);
}
window.e2eFocus = now;
return problems;
