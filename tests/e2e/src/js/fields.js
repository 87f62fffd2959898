// Everything that opens the on-screen keyboard.
const TYPED = 'textarea, [contenteditable=true], input:not([type]), input[type=text], input[type=search], '
  + 'input[type=email], input[type=tel], input[type=url], input[type=number], input[type=password]';
// Behind a dialog nobody writes.
const dialog = document.querySelector('dialog:modal');
return [...(dialog ?? document).querySelectorAll(TYPED)].filter((field) => !field.disabled && !field.readOnly
  && field.checkVisibility({ visibilityProperty: true }) && field.closest('[inert]') === null);
