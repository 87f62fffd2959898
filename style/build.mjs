// Makes the look: node style/build.mjs <outdir>
//
//   <outdir>/refleks.css          design system + our theme + our own layer, as far as the first screen needs it
//   <outdir>/rooms.css            what comes after it: the rooms, the fonts, what is printed
//   <outdir>/fonts/*.<hash>.woff2 the letters we use
//   <outdir>/icons.svg            one sprite: the icons of icons.txt and the drawings of art/
//
// The same input gives the same bytes. What is slow (theme, fonts) is kept under .build/style/ by a
// hash of what it is made from.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundleAsync, transform } from 'lightningcss';
import { makeFonts, recipe } from './fonts.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const style = path.join(root, 'style');
const kept = path.join(root, '.build', 'style');

// The design system's own files that we use, in its layers, so that our own layer wins without force.
const DESIGN_SYSTEM = { base: ['base'], components: ['button', 'input', 'dialog'] };
// What the first screen needs of what we wrote; all else comes after it (docs/decisions/0012).
const FIRST_FEATURES = ['frame', 'home'];
const UI_OF_ROOMS = ['actionbar', 'field', 'selectchip', 'stepper', 'timer'];
// Safari 17, and Chrome, Edge and Firefox of the last two years.
const BROWSERS = { safari: 17 << 16, ios_saf: 17 << 16, chrome: 130 << 16, edge: 130 << 16, firefox: 128 << 16 };

const out = process.argv[2];
if (!out) {
  console.error('usage: node style/build.mjs <outdir>');
  process.exit(2);
}
const outdir = path.resolve(out);

const theme = await once('theme', [await text('style/designsystemet.config.json'), await version('@digdir/designsystemet')], makeTheme);
const fonts = await once('fonts', [recipe, await version('subset-font'), await version('@fontsource-variable/inter'), await version('@fontsource-variable/literata')], async (folder) => {
  const { faces, likenesses } = await makeFonts(root, path.join(folder, 'fonts'));
  await writeFile(path.join(folder, 'fonts.css'), faces);
  await writeFile(path.join(folder, 'likenesses.css'), likenesses);
});

await mkdir(outdir, { recursive: true });
await rm(path.join(outdir, 'fonts'), { recursive: true, force: true });
await cp(path.join(fonts, 'fonts'), path.join(outdir, 'fonts'), { recursive: true });
const sprite = await makeSprite();
const sheets = withoutUnread({ 'refleks.css': await bundled(firstScreen), 'rooms.css': await bundled(rooms) }, sprite);
for (const [name, code] of Object.entries(sheets)) await writeFile(path.join(outdir, name), code);
await writeFile(path.join(outdir, 'icons.svg'), sprite);

/** Builds our theme with the design system's own tool. */
async function makeTheme(folder) {
  const config = path.join(style, 'designsystemet.config.json');
  const tokens = path.join(folder, 'tokens');
  const copy = path.join(folder, 'config.json');
  await writeFile(copy, JSON.stringify({ ...JSON.parse(await readFile(config, 'utf8')), outDir: tokens }));
  const tool = path.join(root, 'node_modules', '@digdir', 'designsystemet', await bin('@digdir/designsystemet'));
  const run = (...args) => promisify(execFile)(process.execPath, [tool, ...args], { cwd: folder });
  await run('tokens', 'create', '--config', copy);
  await run('tokens', 'build', '-t', tokens, '-o', path.join(folder, 'built'));
  await cp(path.join(folder, 'built', 'refleks.css'), path.join(folder, 'refleks.css'));
}

function imported(folder, names, layer = '') {
  return names.map((name) => `@import "${folder}/${name}.css"${layer};\n`).join('');
}

async function firstScreen() {
  const ui = (await sources('ui')).filter((name) => !UI_OF_ROOMS.includes(name));
  return [
    '@layer rf.reset, ds.theme, ds.base, ds.components;\n',
    imported('.', ['reset'], ' layer(rf.reset)'),
    imported('generated', ['theme']),
    imported('designsystem', DESIGN_SYSTEM.base, ' layer(ds.base)'),
    imported('designsystem', DESIGN_SYSTEM.components, ' layer(ds.components)'),
    imported('generated', ['likenesses']),
    imported('.', ['tokens', 'base', 'layout']),
    imported('ui', ui),
    imported('features', FIRST_FEATURES),
  ].join('');
}

async function rooms() {
  const features = (await sources('features')).filter((name) => !FIRST_FEATURES.includes(name));
  return [
    imported('generated', ['fonts']),
    imported('ui', UI_OF_ROOMS),
    imported('features', features),
    imported('.', ['print']),
  ].join('');
}

/** The stylesheets of a folder, by their names. */
async function sources(folder) {
  return (await names(path.join(style, folder))).map((file) => path.parse(file).name);
}

async function bundled(imports) {
  const entry = await imports();
  const { code } = await bundleAsync({
    filename: path.join(style, 'main.css'),
    minify: true,
    targets: BROWSERS,
    resolver: {
      read: async (file) => {
        if (file === path.join(style, 'main.css')) return entry;
        if (file === path.join(style, 'generated/theme.css')) return themeText();
        if (path.dirname(file) === path.join(style, 'generated')) return readFile(path.join(fonts, path.basename(file)), 'utf8');
        if (path.dirname(file) === path.join(style, 'designsystem'))
          return readFile(path.join(root, 'node_modules/@digdir/designsystemet-css/dist/src', path.basename(file)), 'utf8');
        return readFile(file, 'utf8');
      },
      resolve: (specifier, origin) => path.resolve(path.dirname(origin), specifier),
    },
  });
  return code;
}

/** The stylesheets without the custom properties that nothing reads: most of the theme is tones for other uses. */
function withoutUnread(sheets, sprite) {
  const matched = (text, pattern) => Array.from(text.matchAll(pattern), ([, name]) => name);
  const all = Object.values(sheets).join('');
  const read = new Set(matched(all + sprite, /var\(\s*(--[\w-]+)/g));
  const unread = new Set(matched(all, /[{;](--[\w-]+):/g).filter((name) => !read.has(name)));
  if (unread.size === 0) return sheets;
  const visitor = { Declaration: { custom: ({ name }) => (unread.has(name) ? [] : undefined) } };
  const smaller = ([filename, code]) => [filename, transform({ filename, code: Buffer.from(code), minify: true, visitor }).code];
  // What was read only by what is gone now is the next to go.
  return withoutUnread(Object.fromEntries(Object.entries(sheets).map(smaller)), sprite);
}

async function themeText() {
  return readFile(path.join(theme, 'refleks.css'), 'utf8');
}

/** One SVG file of symbols, which `boot.js` puts into the page: an icon is drawn once and used by its name. */
async function makeSprite() {
  const symbols = [];
  for (const line of (await text('style/icons.txt')).split('\n')) {
    if (!line.trim() || line.startsWith('#')) continue;
    const [name, file] = line.trim().split(/\s+/);
    symbols.push(symbol(name, await text(`node_modules/@navikt/aksel-icons/dist/svg/${file}.svg`)));
  }
  for (const file of await names(path.join(style, 'art'))) {
    symbols.push(symbol(`art-${path.parse(file).name}`, await text(`style/art/${file}`)));
  }
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`;
}

function symbol(name, svg) {
  const box = svg.match(/viewBox="([^"]+)"/)?.[1] ?? '0 0 24 24';
  const inner = svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').replace(/\s*\n\s*/g, '');
  const drawn = inner.replace(/ d="([^"]+)"/g, (_, d) => ` d="${shorter(d)}"`).replace(/ clip-rule="evenodd"/g, '');
  return `<symbol id="sign-${name}" viewBox="${box}">${drawn}</symbol>`;
}

/** A path with two decimals: a hundredth of a pixel at 24 px. Arcs are left alone: their flags may stand unseparated. */
function shorter(d) {
  if (/[aA]/.test(d)) return d;
  let path = '';
  for (const [token] of d.matchAll(/[a-z]|-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi)) {
    const short = /[a-z]$/i.test(token) ? token : String(Number(Number(token).toFixed(2)));
    path += /\d$/.test(path) && /^\d/.test(short) ? ` ${short}` : short;
  }
  return path;
}

/** Makes something unless it lies there already, made from the same. Returns its folder. */
async function once(name, parts, make) {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
  const folder = path.join(kept, `${name}-${hash}`);
  const done = path.join(folder, 'done');
  if (await readFile(done).then(() => true, () => false)) return folder;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await make(folder);
  await writeFile(done, '');
  return folder;
}

function text(file) {
  return readFile(path.join(root, file), 'utf8');
}

async function names(folder) {
  return (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith('.')).sort();
}

async function manifest(name) {
  return JSON.parse(await text(`node_modules/${name}/package.json`));
}

async function version(name) {
  return (await manifest(name)).version;
}

async function bin(name) {
  const { bin: entry } = await manifest(name);
  return typeof entry === 'string' ? entry : Object.values(entry)[0];
}
