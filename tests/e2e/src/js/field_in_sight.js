// What hides the focused field, or a part that must be seen beside it: arguments = [field, selectors].
const [field, selectors] = arguments;
const problems = [];
const name = (element) => `${element.tagName.toLowerCase()}#${element.id || '?'}`;
if (document.activeElement !== field) problems.push(`${name(field)} did not get the focus`);
const seen = (element) => {
  const box = element.getBoundingClientRect();
  const left = Math.max(box.left, 0) + 2;
  const right = Math.min(box.right, innerWidth) - 2;
  const top = Math.max(box.top, 0) + 2;
  const bottom = Math.min(box.bottom, innerHeight) - 2;
  // A tall field may reach below: two lines are enough to see what one writes.
  if (right <= left || bottom - top < Math.min(box.height, 72) - 4) return `${name(element)} is outside the window`;
  const upTo = Math.min(bottom, top + 72);
  for (const [x, y] of [[left + 4, top + 2], [(left + right) / 2, (top + upTo) / 2], [left + 4, upTo - 2]]) {
    const hit = document.elementFromPoint(x, y);
    if (hit === null || !(element.contains(hit) || hit.contains(element))) {
      return `${name(element)} lies under ${hit === null ? 'nothing' : name(hit) + '.' + [...hit.classList].join('.')}`;
    }
  }
  return null;
};
for (const element of [field, ...selectors.flatMap((one) => [...document.querySelectorAll(one)])]) {
  const problem = seen(element);
  if (problem !== null) problems.push(problem);
}
return problems;
