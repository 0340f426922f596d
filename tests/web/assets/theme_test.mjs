// The theme's colours can be read: contrasts of WCAG 2.2 between what stands on what.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const theme = readFileSync(new URL('../../../server/web/assets/theme.css', import.meta.url), 'utf8');
const colours = Object.fromEntries(
  [...theme.matchAll(/--wp-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
);
colours.white = '#ffffff';

function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a, b) {
  assert.ok(colours[a] && colours[b], `theme.css has no --wp-${colours[a] ? b : a}`);
  const [dark, light] = [luminance(colours[a]), luminance(colours[b])].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT_ON = [
  ['brand-text', 'brand'],
  ['button-text', 'button'],
  ['button-text', 'button-hover'],
  ['focus-text', 'focus'],
  ['doubt', 'doubt-tint'],
  ['white', 'crisis'],
  ...['text', 'text-soft', 'link', 'link-hover', 'link-visited', 'brand', 'crisis'].flatMap((name) => [
    [name, 'white'],
    [name, 'tint'],
  ]),
];
for (const [text, ground] of TEXT_ON) {
  test(`${text} can be read on ${ground}`, () => assert.ok(contrast(text, ground) >= 4.5));
}

for (const ground of ['white', 'tint']) {
  test(`edges show on ${ground}`, () => assert.ok(contrast('edge', ground) >= 3));
}

test('the theme is custom properties alone', () => {
  const rules = theme.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, '');
  assert.match(rules, /^:root\{(--wp-[\w-]+:#[0-9a-f]{6};)+\}$/);
});
