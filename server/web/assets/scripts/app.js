// What every page loads, deferred. Each part looks for its own elements and does nothing where there
// are none; no page needs any of them.

import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs';
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs';
import { ExitThisPage } from 'govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.mjs';
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs';

import { openFolds } from './folds.js';
import { startMyList } from './my_list.js';
import { startPrinting } from './print.js';
import { startSharing } from './share.js';
import { startSuggesting } from './suggest.js';

function startComponents() {
  for (const Component of [Button, ErrorSummary, ExitThisPage, SkipLink]) {
    const marked = document.querySelectorAll(`[data-module="${Component.moduleName}"]`);
    marked.forEach((element) => new Component(element));
  }
}

// The second class is what govuk-frontend asks for; its browsers are those with modules.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

// One part that fails must not take the others with it.
for (const start of [
  startComponents,
  openFolds,
  startMyList,
  startSuggesting,
  startSharing,
  startPrinting,
]) {
  try {
    start();
  } catch (error) {
    console.error(error);
  }
}
