// Questions that nothing meets: an empty page with status 200, also for ids that the index does not
// know.

import {
  NOBODY,
  V1_SERVICES,
  V1_TAXONOMIES,
  V3_AT_LOCATIONS,
  V3_SERVICES,
  V3_TERMS,
} from '../lib/kinds.mjs';
import { askPage } from '../lib/pages.mjs';
import { checkPage } from '../lib/page_rules.mjs';

export const name = 'empty-pages';

const GIBBERISH = 'xqzzyvwkjq';

const QUESTIONS = [
  [V3_SERVICES, { search: GIBBERISH }],
  [V3_SERVICES, { taxonomy_term_id: NOBODY }],
  [V3_SERVICES, { taxonomy_id: NOBODY }],
  [V3_SERVICES, { organization_id: NOBODY }],
  [V3_AT_LOCATIONS, { taxonomy_term_id: NOBODY }],
  [V3_TERMS, { taxonomy_id: NOBODY }],
  [V3_TERMS, { parent_id: NOBODY }],
  [V1_SERVICES, { text: GIBBERISH }],
  [V1_SERVICES, { taxonomy_id: 'nobody:0', vocabulary: 'esdServiceTypes' }],
  [V1_TAXONOMIES, { vocabulary: GIBBERISH }],
];

export async function run(context) {
  for (const [kind, parameters] of QUESTIONS) {
    const page = await askPage(context.client, kind, 1, undefined, parameters);
    checkPage(context, kind, page);
    if (page.rows.length === 0) continue;
    const what = `there are ${page.rows.length} items`;
    context.report({ answer: page.answer, what, wanted: 'none: nothing meets this question' });
  }
}
