// Walks the pages of a list. Counts requests rather than believing the reply, so that a server
// whose envelope is wrong does not send the walk round in circles.

import { queryOf } from './http_client.mjs';
import { DEFAULT_PER_PAGE, GREATEST_PER_PAGE, rowsOf } from './envelope.mjs';

const MOST_PAGES = 10000;

// Parameters are an object, or a query string to be sent letter by letter, as some client does.
function targetOf(kind, parameters, paging) {
  if (typeof parameters !== 'string') return kind.path + queryOf({ ...parameters, ...paging });
  return `${kind.path}?${parameters}&${queryOf(paging).slice(1)}`;
}

// One page, as { asked: { page, perPage }, answer, rows }. `perPage` of undefined leaves it out.
export async function askPage(client, kind, page, perPage, parameters = {}) {
  const paging = { page, ...(perPage === undefined ? {} : { per_page: perPage }) };
  const answer = await client.ask(targetOf(kind, parameters, paging));
  const asked = { page, perPage: perPage ?? DEFAULT_PER_PAGE };
  return { asked, answer, rows: rowsOf(kind.envelope, answer.body) };
}

function isLast(kind, { asked, answer, rows }, firstId) {
  if (rows.length === 0 || asked.page >= MOST_PAGES) return true;
  // A server that ignores `page` gives the first page for ever.
  if (asked.page > 1 && rows[0]?.id === firstId) return true;
  const total = answer.body[kind.envelope.total];
  return Number.isInteger(total) && asked.page * asked.perPage >= total;
}

// All pages, in order; no further than the first of which `stop(page)` is true.
export async function walkPages(client, kind, { parameters, perPage, stop = () => false } = {}) {
  const pages = [];
  for (;;) {
    const page = await askPage(client, kind, pages.length + 1, perPage, parameters);
    pages.push(page);
    if (stop(page) || isLast(kind, page, pages[0].rows[0]?.id)) return pages;
  }
}

// Looks for `id` on the pages of `kind` asked with `parameters`: { found, answer }, the last
// answer. After the first, pages are as long as may be: there may be many.
export async function lookFor(client, kind, parameters, id) {
  const holds = ({ rows }) => rows.some((row) => row.id === id);
  const first = await askPage(client, kind, 1, undefined, parameters);
  if (holds(first) || isLast(kind, first, first.rows[0]?.id))
    return { found: holds(first), answer: first.answer };
  const long = { parameters, perPage: GREATEST_PER_PAGE, stop: holds };
  const last = (await walkPages(client, kind, long)).at(-1);
  return { found: holds(last), answer: last.answer };
}
