// The filters of v1 /taxonomies, as the finders use them to build their menus, and /vocabularies.

import { V1_TAXONOMIES } from '../lib/kinds.mjs';
import { walkPages } from '../lib/pages.mjs';
import { checkPage, hasStatus, reportAll } from '../lib/page_rules.mjs';

export const name = 'v1-taxonomies';

const parentOf = ({ parent, parent_id: id }) => parent?.id ?? id;

// Every row that the list gives with `parameters` must pass `holds`, and there must be some.
async function checkFilter(context, parameters, holds, meaning) {
  const pages = await walkPages(context.client, V1_TAXONOMIES, { parameters });
  for (const page of pages) {
    checkPage(context, V1_TAXONOMIES, page);
    for (const [i, row] of page.rows.entries()) {
      if (holds(row)) continue;
      context.report({
        answer: page.answer,
        pointer: `/content/${i}`,
        what: `is "${row.id}"`,
        wanted: meaning,
      });
    }
  }
  if (pages[0].rows.length > 0) return;
  context.report({ answer: pages[0].answer, what: 'there are none', wanted: meaning });
}

async function checkVocabularies(context, rows) {
  const { client, schemas, report } = context;
  const answer = await client.ask('/oruk/v1/vocabularies');
  if (!hasStatus(answer, 200, report) || !answer.body) return;
  reportAll(schemas.problems('v1/vocabularies', answer.body), answer, report);
  if (!Array.isArray(answer.body)) return;
  const used = new Set(rows.map(({ vocabulary }) => vocabulary).filter(Boolean));
  for (const vocabulary of [...used].filter((one) => !answer.body.includes(one))) {
    report({
      answer,
      what: `"${vocabulary}" is not among them`,
      wanted: 'every vocabulary that a term has',
    });
  }
  for (const vocabulary of answer.body) {
    await checkFilter(
      context,
      { vocabulary },
      (row) => row.vocabulary === vocabulary,
      `terms of ${vocabulary}`,
    );
  }
}

export async function run(context) {
  const rows = await context.feed.rows(V1_TAXONOMIES);
  await checkVocabularies(context, rows);
  if (rows.length === 0) return;
  await checkFilter(
    context,
    { root_only: true },
    ({ parent }) => parent === null,
    'roots, whose parent is null',
  );
  const child = rows.find(parentOf);
  if (!child) return;
  const parent = parentOf(child);
  await checkFilter(
    context,
    { parent_id: parent },
    (row) => parentOf(row) === parent,
    `children of "${parent}"`,
  );
}
