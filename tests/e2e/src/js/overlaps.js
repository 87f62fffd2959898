// Words that lie over other words, and controls that lie over other controls.
const visible = (box) => box.width > 1 && box.height > 1;
const layer = (element) => {
  for (let up = element; up !== null && up !== document.body; up = up.parentElement) {
    const { position } = getComputedStyle(up);
    // What floats over the page on purpose is a layer of its own.
    if (['fixed', 'sticky', 'absolute'].includes(position) || up.matches('dialog, [popover]')) return up;
  }
  return null;
};
const short = (text) => text.trim().replace(/\s+/g, ' ').slice(0, 40);
const parts = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
  const parent = text.parentElement;
  if (text.textContent.trim() === '' || parent === null) continue;
  if (parent.closest('script, style, noscript, template, option, title, .sr, svg') !== null) continue;
  if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
  const range = document.createRange();
  range.selectNodeContents(text);
  for (const box of [...range.getClientRects()].filter(visible)) {
    parts.push({ kind: 'words', element: parent, box, name: `«${short(text.textContent)}»`, over: layer(parent) });
  }
}
for (const element of document.querySelectorAll('button, select, textarea, input:not([type=radio], [type=checkbox]), a.ds-button, .tile, .chip')) {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
  const box = element.getBoundingClientRect();
  if (visible(box)) parts.push({ kind: 'control', element, box, name: `${element.tagName.toLowerCase()} «${short(element.innerText || element.value || '')}»`, over: layer(element) });
}
const found = [];
for (let at = 0; at < parts.length; at += 1) {
  for (let other = at + 1; other < parts.length; other += 1) {
    const [a, b] = [parts[at], parts[other]];
    if (a.over !== b.over || a.element === b.element || a.element.contains(b.element) || b.element.contains(a.element)) continue;
    const [width, height] = [Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left),
      Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)];
    // Lines of text touch each other by their empty upper and lower edges.
    const least = a.kind === 'words' && b.kind === 'words' ? 0.35 * Math.min(a.box.height, b.box.height) : 3;
    if (width > 2 && height > least) found.push(`${a.name} lies over ${b.name}`);
  }
}
return found.slice(0, 10);
