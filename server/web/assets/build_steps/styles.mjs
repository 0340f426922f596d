// Sass to CSS, small.

import { join } from 'node:path';

import { transform } from 'esbuild';
import { compile } from 'sass';

// Print; and Internet Explorer, which shows none of our pages anyway (they need custom properties).
const NEEDLESS = /@media ((only )?print\b|screen\\0|screen and \(-ms-high-contrast)[^{]*\{/;
const SMOOTHING = /-(webkit-font|moz-osx-font)-smoothing: \w+;/g;

// CSS of govuk-frontend without what it repeats at every component, a third of its bytes: fonts and
// sizes for paper (styles/_print.scss says once how our pages print) and the smoothing of letters.
export function withoutRepeats(css) {
  let rest = css.replace(SMOOTHING, '');
  let kept = '';
  for (;;) {
    const at = rest.search(NEEDLESS);
    if (at < 0) return kept + rest;
    kept += rest.slice(0, at);
    rest = rest.slice(endOfBlock(rest, at));
  }
}

// Variants of the components above that no page has.
const UNUSED = new RegExp(
  [
    'govuk-summary-card',
    'govuk-pagination--block',
    'govuk-breadcrumbs--collapse',
    'govuk-input__(prefix|suffix|wrapper)',
    'govuk-[a-z-]+--inverse',
    'govuk-button--start',
    'govuk-button__start-icon',
    'govuk-(checkboxes|radios)__conditional',
    'govuk-body-xs',
    'govuk-caption-',
  ].join('|'),
);

// CSS without the selectors, and where none is left the rules, of those variants. A comma inside
// brackets, as of :is(), would be taken for one between selectors: govuk-frontend has none.
export function withoutUnused(css) {
  return css.replace(/([^{}]+)(\{[^{}]*\})/g, (rule, selectors, body) => {
    if (!UNUSED.test(selectors)) return rule;
    const used = selectors.split(',').filter((selector) => !UNUSED.test(selector));
    return used.length ? used.join(',') + body : '';
  });
}

// Colours that Sass calculates with cannot be custom properties in styles/_settings.scss; here they,
// and what Sass made of them, become those of theme.css.
const THEMED = {
  '#1b1f24': '--wp-text',
  '#0b5351': '--wp-brand',
  '#0f5f3c': '--wp-button',
  '#0c4c30': '--wp-button-hover',
  '#062618': '--wp-button-shadow',
  '#f3f2f1': '--wp-tint',
};

export function themed(css) {
  return css.replace(/#[0-9a-f]{6}\b/g, (colour) =>
    THEMED[colour] ? `var(${THEMED[colour]})` : colour,
  );
}

// Past the brace that closes the first block after `from`. Strings of govuk-frontend hold no braces.
function endOfBlock(css, from) {
  let depth = 0;
  for (let i = from; i < css.length; ++i) {
    if (css[i] === '{') ++depth;
    if (css[i] === '}' && --depth === 0) return i + 1;
  }
  throw new Error('styles: a block of the compiled CSS is not closed');
}

// CSS without the rules that ask for pictures (those of Leaflet, none of which we show).
export function withoutPictures(css) {
  return css.replace(/[^{}]+\{[^{}]*url\([^{}]*\}/g, '');
}

function compiled(root, name) {
  return compile(join(root, 'styles', `${name}.scss`), {
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
    charset: false, // the server says that it is UTF-8
  }).css;
}

const govuk = (root) => themed(withoutUnused(withoutRepeats(compiled(root, 'govuk'))));

// `name` of styles/: "app" (which has govuk-frontend before it) or "map".
export async function styles(root, name) {
  const foundation = name === 'app' ? govuk(root) : '';
  const own = withoutPictures(compiled(root, name));
  const { code } = await transform(foundation + own, {
    loader: 'css',
    minify: true,
    // Old enough for the browsers that govuk-frontend 5 styles; theme variables are the newest need.
    target: ['chrome61', 'firefox60', 'safari11'],
    legalComments: 'none',
  });
  return code;
}
