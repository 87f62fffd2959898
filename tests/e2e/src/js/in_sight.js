// Whether some point of the element can be seen: arguments = [element].
const element = arguments[0];
const box = element.getBoundingClientRect();
const left = Math.max(box.left, 0) + 1;
const top = Math.max(box.top, 0) + 1;
const right = Math.min(box.right, innerWidth) - 1;
const bottom = Math.min(box.bottom, innerHeight) - 1;
if (right < left || bottom < top) return false;
const points = [
  [(left + right) / 2, (top + bottom) / 2],
  [left, top], [right, top], [left, bottom], [right, bottom],
];
return points.some(([x, y]) => {
  const hit = document.elementFromPoint(x, y);
  return hit !== null && (element.contains(hit) || hit.contains(element)
    || [...(element.labels ?? [])].some((label) => label.contains(hit)));
});
