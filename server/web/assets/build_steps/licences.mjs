// The licences of everything that is handed out with Waypost's own styles and scripts.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// Styles come from this one too, which no script need tell.
const IN_STYLES = ['govuk-frontend', 'leaflet', 'leaflet.markercluster', 'accessible-autocomplete'];

// Most packages have the text; govuk-frontend's says only that it is MIT, its repository has the text.
function licenceFile(root, folder, name) {
  const found = readdirSync(folder)
    .sort()
    .find((entry) => /^(mit-)?licen[cs]e/i.test(entry));
  const file = found ? join(folder, found) : join(root, 'licences', `${name}.txt`);
  if (!existsSync(file)) throw new Error(`licences: no text in ${folder}; put it in ${file}`);
  return file;
}

function licenceOf(root, name) {
  const folder = join(root, 'node_modules', name);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = readFileSync(licenceFile(root, folder, name), 'utf8').replace(/\r\n/g, '\n').trim();
  return `${name} ${version}\n${'-'.repeat(name.length + version.length + 1)}\n\n${text}\n`;
}

export function licences(root, packages) {
  const names = [...new Set([...packages, ...IN_STYLES])].sort();
  const outline = JSON.parse(readFileSync(join(root, 'outline', 'outline.json'), 'utf8'));
  return [
    "The styles and scripts of Waypost's pages are part of Waypost and licensed as it is\n" +
      '(GPL-3.0-or-later). They hold the following works, under the licences printed here.\n',
    ...names.map((name) => licenceOf(root, name)),
    `outline.json\n------------\n\n${outline.attribution}\n` +
      'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/\n' +
      'https://creativecommons.org/licenses/by/4.0/\n',
  ].join('\n\n');
}
