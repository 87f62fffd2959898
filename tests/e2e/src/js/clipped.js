// Text that its own box, or a box around it, cuts off and that cannot be scrolled to.
const CUTS = ['hidden', 'clip'];
const found = [];
const hiddenOnPurpose = (box) => box.width <= 2 && box.height <= 2;
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
  const content = text.textContent.trim();
  const parent = text.parentElement;
  if (content === '' || parent === null || parent.closest('script, style, noscript, template, option') !== null) continue;
  if (!parent.checkVisibility({ visibilityProperty: true })) continue;
  const range = document.createRange();
  range.selectNodeContents(text);
  const lines = range.getBoundingClientRect();
  if (lines.width === 0) continue;
  for (let box = parent; box !== null && box !== document.documentElement; box = box.parentElement) {
    const style = getComputedStyle(box);
    const edge = box.getBoundingClientRect();
    if (hiddenOnPurpose(edge) || style.clipPath !== 'none') break;
    const sideways = CUTS.includes(style.overflowX) && (lines.right > edge.right + 1 || lines.left < edge.left - 1);
    const downwards = CUTS.includes(style.overflowY) && (lines.bottom > edge.bottom + 1 || lines.top < edge.top - 1);
    if (sideways || downwards) {
      found.push(`«${content.slice(0, 60)}» is cut by ${box.tagName.toLowerCase()}.${[...box.classList].join('.')}`);
      break;
    }
    // What scrolls is not lost.
    if (['auto', 'scroll'].includes(style.overflowX) || ['auto', 'scroll'].includes(style.overflowY)) break;
  }
}
return found;
