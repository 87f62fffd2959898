// What sticks out to the side, when the page as a whole can be scrolled sideways.
const page = document.scrollingElement ?? document.documentElement;
const width = document.documentElement.clientWidth;
if (page.scrollWidth <= width + 1) return [];
const scrolls = (element) => {
  for (let up = element.parentElement; up !== null && up !== document.body; up = up.parentElement) {
    if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX)) return true;
  }
  return false;
};
const out = [...document.body.querySelectorAll('*')]
  .filter((element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element))
  .map((element) => `${element.tagName.toLowerCase()}${element.id ? '#' + element.id : ''}.`
    + `${[...element.classList].join('.')} reaches ${Math.round(element.getBoundingClientRect().right)} of ${width}`);
return [`the page is ${page.scrollWidth} wide in a window of ${width}`, ...out.slice(0, 8)];
