// Controls that are too small to hit: arguments = [least side in CSS pixels].
const least = arguments[0];
const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], '
  + '[role=link], [role=checkbox], [role=radio], [role=tab], [role=switch], [role=option], [role=menuitem], '
  + '[tabindex]:not([tabindex="-1"])';
const words = (element) => (element.getAttribute('aria-label') || element.innerText || element.value || '')
  .replace(/\s+/g, ' ').trim();
const visible = (element) => {
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true })
    && element.closest('[inert]') === null;
};
// A person hits the label as well as the box: the area is what the two cover together.
const area = (element) => {
  const boxes = [element, ...(element.labels ?? [])].map((part) => part.getBoundingClientRect())
    .filter((box) => box.width > 0);
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  return {
    width: Math.max(...boxes.map((box) => box.right)) - left,
    height: Math.max(...boxes.map((box) => box.bottom)) - top,
  };
};
const largeEnough = (size) => size.width >= least - 0.5 && size.height >= least - 0.5;
const inRunningText = (element) => {
  if (getComputedStyle(element).display !== 'inline') return false;
  const block = element.parentElement;
  return block !== null && words(block).length > words(element).length;
};
// Something invisible around a control can make it easier to hit: try the edges of the least square.
const hitByItsEdges = (element) => {
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  const middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const reach = least / 2 - 1;
  return [[-reach, 0], [reach, 0], [0, -reach], [0, reach]].every(([x, y]) => {
    const hit = document.elementFromPoint(middle[0] + x, middle[1] + y);
    return hit !== null && (element === hit || element.contains(hit)
      || [...(element.labels ?? [])].some((label) => label.contains(hit)));
  });
};
// A skip link has its size when it is seen, which is when it has the focus.
const offScreen = (element) => {
  const box = element.getBoundingClientRect();
  return box.right < 0 || box.bottom + scrollY < 0 || getComputedStyle(element).clipPath !== 'none'
    || (box.width <= 1 && box.height <= 1);
};
const controls = [...document.querySelectorAll(CONTROLS)].filter(visible).filter((one) => !offScreen(one));
const sized = controls.map((element) => ({ element, size: area(element) }));
const listed = new Set(sized.filter(({ size }) => largeEnough(size)).map(({ element }) => words(element)));
// A term stands in running text in the form that the sentence needs; the large button has its name.
const listedTerms = new Set(sized.filter(({ size }) => largeEnough(size)).map(({ element }) => element.dataset.term));
const isListedTerm = (element) => element.dataset.term !== undefined && element.closest('p') !== null
  && listedTerms.has(element.dataset.term);
return sized
  .filter(({ size }) => !largeEnough(size))
  .filter(({ element }) => !(inRunningText(element)
    && (element.matches('a[href]') || listed.has(words(element)))))
  .filter(({ element }) => !isListedTerm(element))
  .filter(({ element }) => !hitByItsEdges(element))
  .map(({ element, size }) => `${element.tagName.toLowerCase()} «${words(element).slice(0, 40)}» is `
    + `${Math.round(size.width)}×${Math.round(size.height)}`);
