// Words that have so little room that they stand almost letter by letter.
const found = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
  const words = text.textContent.trim().replace(/\s+/g, ' ');
  const parent = text.parentElement;
  if (words === '' || parent === null || parent.closest('script, style, noscript, template, option, .sr, svg') !== null) continue;
  if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
  // What only a screen reader or a keyboard meets is one pixel wide.
  if (parent.getBoundingClientRect().width < 2) continue;
  const range = document.createRange();
  range.selectNodeContents(text);
  const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size;
  if (lines >= 4 && words.length / lines < 6) found.push(`«${words.slice(0, 40)}» has ${lines} lines for ${words.length} letters`);
}
return found;
