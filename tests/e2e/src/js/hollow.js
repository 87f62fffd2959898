// A page that can be scrolled past the last thing on it. Answers by how much.
const sheet = document.scrollingElement;
const things = [...document.body.querySelectorAll('*')].filter((one) => one.closest('body > svg') === null && one.getClientRects().length > 0);
const end = Math.max(0, ...things.map((one) => one.getBoundingClientRect().bottom)) + sheet.scrollTop;
const hollow = Math.floor(sheet.scrollHeight - Math.max(end, window.innerHeight));
return hollow > 2 ? [`the page goes on for ${hollow} px after the last thing on it`] : [];
