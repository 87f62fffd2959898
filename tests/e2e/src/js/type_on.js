// Types into a field without end, a letter at a time, as a keyboard does: arguments = [field, milliseconds between].
// What the letters are follows from their place. Local storage holds when each of the last ones was typed.
const [field, every] = arguments;
field.focus();
field.setSelectionRange(field.value.length, field.value.length);
const typed = [];
window.e2eTyped = 0;
setInterval(() => {
  document.execCommand('insertText', false, 'abcdefghij'[field.value.length % 10]);
  typed.push([field.value.length, Date.now()]);
  if (typed.length > 100) typed.shift();
  localStorage.setItem('e2e.typed', JSON.stringify(typed));
  if (document.hidden) localStorage.setItem('e2e.hidden', new Date().toISOString());
  window.e2eTyped += 1;
}, every);
