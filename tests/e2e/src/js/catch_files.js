// Notes the text of every file that the page hands out. The browser saves it all the same.
window.e2eFiles = [];
const real = URL.createObjectURL.bind(URL);
URL.createObjectURL = (blob) => {
  blob.text().then((text) => window.e2eFiles.push(text));
  return real(blob);
};
