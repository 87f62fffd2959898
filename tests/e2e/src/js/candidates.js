// Visible elements that may have a role and a name: arguments = [role, beginning of the name, scope or null].
// It may offer too many: the browser's accessibility tree decides afterwards.
const [role, name, scope] = arguments;
const TYPED = 'textarea, [contenteditable=true], input:not([type]), input[type=text], input[type=search], '
  + 'input[type=email], input[type=tel], input[type=url], input[type=number], input[type=date], '
  + 'input[type=time], input[type=password], [role=textbox], [role=searchbox]';
const SELECTORS = {
  button: 'button:not([role]), [role=button], input[type=button], input[type=submit], summary',
  link: 'a[href]:not([role]), [role=link]',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  textbox: TYPED,
  checkbox: 'input[type=checkbox]:not([role]), [role=checkbox]',
  radio: 'input[type=radio], [role=radio]',
  switch: '[role=switch]',
  tab: '[role=tab]',
  dialog: 'dialog, [role=dialog], [role=alertdialog]',
  group: 'fieldset, [role=group], [role=radiogroup], [role=tablist], [role=listbox], [role=toolbar], select',
  option: 'input[type=radio], input[type=checkbox], option, button, [role=radio], [role=checkbox], '
    + '[role=option], [role=tab], [role=switch], [role=button]',
  combobox: 'select, [role=combobox], input[list]',
  list: 'ul, ol, [role=list]',
  listitem: 'li, [role=listitem]',
  navigation: 'nav, [role=navigation]',
  region: 'section, [role=region]',
  main: 'main, [role=main]',
  status: '[role=status], output, [aria-live=polite]',
  alert: '[role=alert], [aria-live=assertive]',
  table: 'table, [role=table]',
  img: 'img, svg, [role=img]',
};
const bare = (text) => (text ?? '').replace(/[\s\u00ad]+/g, '');
const wanted = bare(name);
const mayBeNamed = (element) => {
  if (wanted === '') return true;
  const referred = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/)
    .map((id) => (id === '' ? '' : document.getElementById(id)?.textContent));
  const labels = [...(element.labels ?? [])].map((label) => label.textContent);
  return [element.getAttribute('aria-label'), ...referred, ...labels, element.textContent, element.value,
    element.label, element.title, element.placeholder, element.alt,
    ...[...element.querySelectorAll('[alt], [aria-label], title')]
      .map((part) => part.getAttribute('alt') ?? part.getAttribute('aria-label') ?? part.textContent),
  ].some((text) => typeof text === 'string' && bare(text).includes(wanted))
    // A name may be put together from several parts.
    || bare(element.innerText).includes(wanted);
};
const visible = (element) => {
  if (element instanceof HTMLOptionElement) return !element.disabled;
  const box = element.getBoundingClientRect();
  return (box.width > 0 || box.height > 0) && element.checkVisibility({ visibilityProperty: true })
    && element.closest('[inert], [aria-hidden=true]') === null;
};
return [...(scope ?? document).querySelectorAll(SELECTORS[role] ?? `[role="${role}"]`)]
  .filter((element) => visible(element) && mayBeNamed(element)).slice(0, 40);
