// Whether the focused field and its label can be seen between the bars that stick: arguments = [field].
const [field] = arguments;
const problems = [];
const name = `${field.tagName.toLowerCase()}#${field.id || '?'}`;
if (document.activeElement !== field) problems.push(`${name} did not get the focus`);
const stuck = (selector) => [...document.querySelectorAll(selector)]
  .filter((bar) => bar.checkVisibility() && ['sticky', 'fixed'].includes(getComputedStyle(bar).position))
  .map((bar) => bar.getBoundingClientRect());
const top = Math.max(0, ...stuck('.topbar').map((bar) => bar.bottom));
const bottom = Math.min(innerHeight, ...stuck('.actionbar, .nav, nav').filter((bar) => bar.top > innerHeight / 2).map((bar) => bar.top));
const box = field.getBoundingClientRect();
// A tall field may reach below: two lines are enough to see what one writes.
const end = box.top + Math.min(box.height, 72);
if (box.top < top - 1) problems.push(`${name} begins at ${Math.round(box.top)}, under the bar that ends at ${Math.round(top)}`);
if (end > bottom + 1) problems.push(`${name} reaches to ${Math.round(end)}, below ${Math.round(bottom)}`);
const label = field.labels?.[0];
if (label !== undefined && !label.classList.contains('sr')) {
  const words = label.getBoundingClientRect();
  if (words.top < top - 1) problems.push(`the label of ${name} begins at ${Math.round(words.top)}, under the bar that ends at ${Math.round(top)}`);
}
return problems;
