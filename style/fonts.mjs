// Fonts: only the letters and the axes that Refleks uses, and for each a system font scaled to the
// same measures, so that nothing moves when the real one arrives.

import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createFontStack } from '@capsizecss/core';
import { fromBuffer } from '@capsizecss/unpack';
import subsetFont from 'subset-font';

const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, at) => 32 + at));
const LATIN =
  ASCII + '\u00a0\u00ad' + 'ÆØÅæøåÀÁÂÄÇÈÉÊËÍÎÏÑÒÓÔÖÙÚÛÜàáâäçèéêëíîïñòóôöùúûüÿ' + '«»‹›“”„‘’‚–—…·•§°×÷±−½¼¾²³µ€£©®™↑↓';
// Northern Sámi has seven letters that lie outside Latin-1. They are a file of their own, which a
// browser fetches only when one of them is shown.
const SAMI = 'ČčĐđŊŋŠšŦŧŽž';

/** The font files to make. `features` are the OpenType features kept. */
const FILES = [
  { name: 'inter', source: 'inter/files/inter-latin-opsz-normal', text: LATIN },
  { name: 'inter-sami', source: 'inter/files/inter-latin-ext-opsz-normal', text: SAMI },
  { name: 'literata', source: 'literata/files/literata-latin-opsz-normal', text: LATIN },
  { name: 'literata-sami', source: 'literata/files/literata-latin-ext-opsz-normal', text: SAMI },
];

const FAMILIES = {
  inter: {
    family: 'Inter Variable',
    weight: '400 700',
    features: ['kern', 'mark', 'ccmp', 'locl', 'tnum'],
    axes: { wght: { min: 400, max: 700 } },
    likeness: ['Arial', 'Roboto'],
  },
  literata: {
    family: 'Literata Variable',
    weight: '400 600',
    features: ['kern', 'mark', 'ccmp', 'locl', 'liga'],
    axes: { opsz: { min: 20, max: 34 }, wght: 460 },
    likeness: ['Georgia', 'Noto Serif'],
  },
};

// Measures of system fonts, as their own tables give them (the widths as @capsizecss/metrics weighs
// them). They cannot be read at build time: the fonts are not free to install everywhere.
const SYSTEM = {
  Arial: { ascent: 1854, descent: -434, lineGap: 67, unitsPerEm: 2048, xWidthAvg: 913, capHeight: 1467, xHeight: 1062, local: ['Arial', 'Liberation Sans'] },
  Roboto: { ascent: 1900, descent: -500, lineGap: 0, unitsPerEm: 2048, xWidthAvg: 911, capHeight: 1456, xHeight: 1082, local: ['Roboto'] },
  Georgia: { ascent: 1878, descent: -449, lineGap: 0, unitsPerEm: 2048, xWidthAvg: 913, capHeight: 1419, xHeight: 986, local: ['Georgia'] },
  'Noto Serif': { ascent: 1069, descent: -293, lineGap: 0, unitsPerEm: 1000, xWidthAvg: 481, capHeight: 714, xHeight: 536, local: ['Noto Serif'] },
};

/** What decides the result, for the cache. */
export const recipe = JSON.stringify([FILES, FAMILIES, SYSTEM, 'faces and likenesses']);

/**
 * Writes the font files to `folder` and returns the CSS that names them, and that of the system's fonts that stand in
 * for them until they have come.
 * @param {string} root the repository
 * @param {string} folder where the woff2 files go
 * @returns {Promise<{faces: string, likenesses: string}>} `@font-face` rules, with addresses relative to the stylesheet
 */
export async function makeFonts(root, folder) {
  await mkdir(folder, { recursive: true });
  let faces = '';
  let likenesses = '';
  for (const file of FILES) {
    const style = FAMILIES[file.name.split('-')[0]];
    const source = await readFile(path.join(root, 'node_modules/@fontsource-variable', `${file.source}.woff2`));
    const options = { targetFormat: 'woff2', keepFeatures: style.features, variationAxes: style.axes, noHinting: true };
    const made = await subsetFont(source, file.text, options);
    const hash = createHash('sha256').update(made).digest('hex').slice(0, 10);
    const name = `${file.name}.${hash}.woff2`;
    await writeFile(path.join(folder, name), made);
    faces += fontFace(style, name, file.text);
    if (file.text === LATIN) likenesses += await fallbacks(style, made);
  }
  return { faces, likenesses };
}

function fontFace(style, name, text) {
  return `@font-face{font-family:"${style.family}";font-weight:${style.weight};font-style:normal;font-display:swap;src:url("fonts/${name}") format("woff2");unicode-range:${ranges(text)}}\n`;
}

function ranges(text) {
  const points = [...new Set([...text].map((letter) => letter.codePointAt(0)))].sort((a, b) => a - b);
  const found = [];
  for (const point of points) {
    const last = found.at(-1);
    if (last && point === last[1] + 1) last[1] = point;
    else found.push([point, point]);
  }
  const hex = (point) => point.toString(16).toUpperCase();
  return found.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');
}

async function fallbacks(style, made) {
  const own = await fromBuffer(made);
  let css = '';
  for (const likeness of style.likeness) {
    const { local, ...measures } = SYSTEM[likeness];
    const { fontFaces } = createFontStack([{ ...own, familyName: style.family }, { ...measures, familyName: likeness }], {
      fontFaceFormat: 'styleObject',
    });
    const { ascentOverride, descentOverride, lineGapOverride, sizeAdjust } = fontFaces[0]['@font-face'];
    const names = local.map((name) => `local("${name}")`).join(',');
    css += `@font-face{font-family:"${style.family} ${likeness}";src:${names};size-adjust:${sizeAdjust};ascent-override:${ascentOverride};descent-override:${descentOverride};line-gap-override:${lineGapOverride ?? 'normal'}}\n`;
  }
  return css;
}
