// Every page of every list, with the default page size: each page by itself, and all together.

import { KINDS } from '../lib/kinds.mjs';
import { checkPage } from '../lib/page_rules.mjs';

export const name = 'list-pages';

// An id on two pages is an item missing on another: the order changed between two requests.
function checkIds(pages, report) {
  const seenOn = new Map();
  for (const { asked, answer, rows } of pages) {
    for (const [i, { id }] of rows.entries()) {
      if (id === undefined) continue;
      if (seenOn.has(id)) {
        report({
          answer,
          pointer: `/*/${i}/id`,
          what: `the id "${id}" was on page ${seenOn.get(id)} before`,
          wanted: 'every id once in all pages',
        });
      }
      seenOn.set(id, asked.page);
    }
  }
}

function checkTotals(kind, pages, report) {
  const total = pages[0].answer.body?.[kind.envelope.total];
  if (!Number.isInteger(total)) return;
  for (const { answer } of pages) {
    const here = answer.body?.[kind.envelope.total];
    if (here === total || here === undefined) continue;
    report({
      answer,
      pointer: `/${kind.envelope.total}`,
      what: `is ${here}`,
      wanted: `${total}, as on page 1`,
    });
  }
  const count = pages.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count === total) return;
  const { answer } = pages[pages.length - 1];
  report({
    answer,
    what: `all pages together have ${count} items`,
    wanted: `${total}, the stated total`,
  });
}

export async function run(context) {
  for (const kind of KINDS) {
    const pages = await context.feed.pages(kind);
    for (const page of pages) checkPage(context, kind, page);
    checkIds(pages, context.report);
    checkTotals(kind, pages, context.report);
  }
  // Nothing of what follows would be tested with an empty list of services.
  for (const kind of KINDS.filter((one) => one.name === 'services')) {
    const [{ answer }] = await context.feed.pages(kind);
    if (answer.body && !(await context.feed.someId(kind))) {
      context.report({
        answer,
        what: 'there are no services',
        wanted: 'an index with services, to test with',
      });
    }
  }
}
