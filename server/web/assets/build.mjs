// Makes what the server hands out below /assets: styles, scripts, outline, icon, licences.
//
//   node build.mjs OUTDIR
//
// The same sources give the same bytes. Nothing is fetched.

import { copyFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { licences } from './build_steps/licences.mjs';
import { bundle } from './build_steps/scripts.mjs';
import { styles } from './build_steps/styles.mjs';

const ROOT = dirname(fileURLToPath(import.meta.url));

// Through a file beside it, so that a server that reads meanwhile has the old one or the new one.
function put(folder, name, text) {
  writeFileSync(join(folder, `${name}.new`), text);
  renameSync(join(folder, `${name}.new`), join(folder, name));
}

function copy(folder, from) {
  const name = from.split('/').pop();
  copyFileSync(join(ROOT, from), join(folder, `${name}.new`));
  renameSync(join(folder, `${name}.new`), join(folder, name));
}

async function build(folder) {
  mkdirSync(folder, { recursive: true });
  const scripts = { app: await bundle(ROOT, 'app'), map: await bundle(ROOT, 'map') };
  for (const name of ['app', 'map']) {
    put(folder, `${name}.css`, await styles(ROOT, name));
    put(folder, `${name}.js`, scripts[name].text);
  }
  for (const file of ['theme.css', 'favicon.svg', 'outline/outline.json']) copy(folder, file);
  const packages = [...scripts.app.packages, ...scripts.map.packages];
  // Last: scripts/build-assets takes its age for that of the whole.
  put(folder, 'licences.txt', licences(ROOT, packages));
}

const [folder] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('usage: node build.mjs OUTDIR\n');
  process.exit(2);
}
await build(resolve(folder));
