// What build.mjs makes: the same bytes each time, small, and nothing that is GOV.UK's alone or that
// would be fetched from elsewhere.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const assets = fileURLToPath(new URL('../../../server/web/assets/', import.meta.url));
const { themed, withoutPictures, withoutRepeats, withoutUnused } = await import(
  `${assets}build_steps/styles.mjs`
);

let folder;
let built;

function build(name) {
  const out = join(folder, name);
  execFileSync(process.execPath, [join(assets, 'build.mjs'), out]);
  return new Map(readdirSync(out).map((file) => [file, readFileSync(join(out, file))]));
}

const text = (file) => built.get(file).toString('utf8');

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-assets-'));
  built = build('first');
});
after(() => rmSync(folder, { recursive: true }));

test('makes the files that pages name, and no other', () => {
  assert.deepEqual([...built.keys()].sort(), [
    'app.css',
    'app.js',
    'favicon.svg',
    'licences.txt',
    'map.css',
    'map.js',
    'outline.json',
    'theme.css',
  ]);
});

test('makes the same bytes again', () => {
  for (const [file, bytes] of build('second')) {
    assert.ok(bytes.equals(built.get(file)), `${file} differs between two builds`);
  }
});

// A page of results loads the first three: 100 kB with its own text, which compressed is some 15.
const LIMITS = {
  'app.css': [70_000, 13_000],
  'theme.css': [4_000, 2_000],
  'app.js': [45_000, 16_000],
  'map.css': [16_000, 4_500],
  'map.js': [210_000, 60_000],
  'outline.json': [250_000, 90_000],
};
for (const [file, [most, mostPacked]] of Object.entries(LIMITS)) {
  test(`${file} stays small`, () => {
    const bytes = built.get(file);
    assert.ok(bytes.length <= most, `${bytes.length} bytes, at most ${most}`);
    const packed = gzipSync(bytes, { level: 9 }).length;
    assert.ok(packed <= mostPacked, `${packed} bytes compressed, at most ${mostPacked}`);
  });
}

test('styles fetch nothing and have neither crown nor GDS Transport', () => {
  for (const file of ['app.css', 'map.css', 'theme.css']) {
    assert.doesNotMatch(text(file), /url\(|@import|@font-face/i, file);
    assert.doesNotMatch(text(file), /GDS Transport|crown|govuk-header|govuk-footer/i, file);
  }
});

test('components have the colours of the theme by name alone', () => {
  const [, defaults] = /:root\{(--wp-[^}]*)\}/.exec(text('app.css'));
  const rules = text('app.css').replace(defaults, '');
  for (const name of ['brand', 'text', 'link', 'button', 'button-hover', 'button-shadow', 'focus']) {
    const [, value] = new RegExp(`--wp-${name}: ?(#\\w+)`).exec(defaults);
    assert.ok(rules.includes(`var(--wp-${name})`), `--wp-${name} is used`);
    assert.ok(!rules.includes(value), `${value} of --wp-${name} stands in a rule`);
  }
});

test('scripts load nothing from other sites and run under a strict content policy', () => {
  for (const file of ['app.js', 'map.js']) {
    assert.doesNotMatch(text(file), /\beval\(|new Function\(|document\.write\(/, file);
    // Addresses in messages and comments are no requests; these would be.
    assert.doesNotMatch(text(file), /(fetch|src|import)\W{1,3}https?:/, file);
    assert.doesNotMatch(text(file), /sourceMappingURL/, file);
  }
});

test('styles have every class of the contract', () => {
  const contract = readFileSync(join(assets, 'README.md'), 'utf8');
  const named = new Set(contract.match(/`wp-[a-z_-]+`/g).map((name) => name.slice(1, -1)));
  assert.ok(named.size > 40, `${named.size} classes are named in README.md`);
  const styled = text('app.css') + text('map.css');
  const missing = [...named].filter((name) => !new RegExp(`\\.${name}(?![\\w-])`).test(styled));
  assert.deepEqual(missing, []);
});

test('has the licence of everything that is in it', () => {
  const licences = text('licences.txt');
  for (const part of [
    /govuk-frontend 5[^]*Crown Copyright \(Government Digital Service\)/,
    /leaflet 1[^]*Volodymyr Agafonkin/,
    /leaflet\.markercluster 1[^]*David Leaver/,
    /accessible-autocomplete 3[^]*Crown Copyright/,
    /preact 8[^]*Jason Miller/,
    /topojson-client 3[^]*Bostock/,
    /Contains OS data © Crown copyright/,
  ]) {
    assert.match(licences, part);
  }
});

test('the outline says where it comes from and has every district', () => {
  const outline = JSON.parse(text('outline.json'));
  assert.match(outline.attribution, /Office for National Statistics.*Open Government Licence/);
  assert.match(outline.attributionOnMap, /OS data © Crown copyright/);
  const districts = outline.objects.districts.geometries;
  assert.equal(districts.length, 361);
  assert.ok(districts.every(({ type, properties }) => type && properties.name && properties.at));
});

test('cuts only what is print, pictures, repeats or not used', () => {
  const css = '.a{color:red;-webkit-font-smoothing: antialiased;}@media print{.a{color:#000}}.b{top:0}';
  assert.equal(withoutRepeats(css), '.a{color:red;}.b{top:0}');
  assert.equal(withoutPictures('.a{top:0}.b{background:url(x.png)}'), '.a{top:0}');
  assert.equal(withoutUnused('.x,.govuk-summary-card{top:0}.govuk-summary-card{left:0}'), '.x{top:0}');
  assert.equal(themed('.a{color:#1b1f24;top:#1b1f2}'), '.a{color:var(--wp-text);top:#1b1f2}');
  assert.throws(() => withoutRepeats('@media print{.a{top:0}'), /not closed/);
});
