// Opens all that can be opened on the screen, and answers how much there was. Choices are left as they are.
const OPENERS = 'details:not([open]) > summary, main [aria-expanded="false"], main .pull-start[aria-pressed="false"], '
  + 'li.fact > .ds-button, [data-part="parties"] .notice-action .ds-button';
const openers = [...document.querySelectorAll(OPENERS)].filter((one) => one.checkVisibility() && one.closest('[inert], dialog') === null);
for (const opener of openers) opener.click();
return openers.length;
