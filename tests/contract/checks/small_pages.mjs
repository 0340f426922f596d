// Pages of five, as the official pagination test asks for them; the last page and those past it;
// and more than the greatest page.

import { GREATEST_PER_PAGE } from '../lib/envelope.mjs';
import { KINDS } from '../lib/kinds.mjs';
import { askPage } from '../lib/pages.mjs';
import { checkPage } from '../lib/page_rules.mjs';

export const name = 'small-pages';

const PER_PAGE = 5;
const FAR = 1000000; // there is no limit on depth

// The pages to ask for: the first ones, the last, the one past it, one far past it.
function pagesToAsk(total, most) {
  const last = Math.max(1, Math.ceil(total / PER_PAGE));
  const first = Array.from({ length: Math.min(most, last) }, (_, i) => i + 1);
  return [...new Set([...first, last, last + 1, FAR])];
}

// The page size cuts the list and does not reorder it.
function checkOrder({ asked, answer, rows }, ids, report) {
  const offset = (asked.page - 1) * PER_PAGE;
  for (const [i, row] of rows.entries()) {
    const wanted = ids[offset + i];
    if (row.id === wanted) continue;
    const what = `item ${i + 1} is "${row.id}"`;
    report({ answer, what, wanted: `"${wanted}", as in the list with the default page size` });
    return;
  }
}

export async function run(context) {
  const { client, feed, options, report } = context;
  for (const kind of KINDS) {
    const ids = (await feed.rows(kind)).map((row) => row.id);
    for (const number of pagesToAsk(ids.length, options.smallPages)) {
      const page = await askPage(client, kind, number, PER_PAGE);
      checkPage(context, kind, page);
      checkOrder(page, ids, report);
    }
    const greatest = await askPage(client, kind, 1, GREATEST_PER_PAGE * 5);
    // Above the maximum is the maximum, and no error.
    checkPage(context, kind, { ...greatest, asked: { page: 1, perPage: GREATEST_PER_PAGE } });
  }
}
