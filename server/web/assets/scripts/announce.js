// Says sentences (words.js) to screen readers, when they are done with what they say.

import { show } from './words.js';

let region;

export function announce(...sentences) {
  if (!region) {
    region = document.createElement('div');
    region.className = 'govuk-visually-hidden';
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'polite');
    document.body.append(region);
  }
  region.textContent = '';
  // A region that is new or keeps its text is not read; the next turn makes it a change.
  setTimeout(() => {
    show(region, ...sentences);
  }, 50);
}
