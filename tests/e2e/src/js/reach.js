// Where an element stands, and how it comes into reach: arguments[0] is the element.
const element = arguments[0];
const place = () => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};
// To the middle of the window unless it can be hit where it is.
const reach = () => {
  const { x, y } = place();
  const hit = document.elementFromPoint(x, y);
  if (hit === null || !element.contains(hit)) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
};
