// The envelope of a page in both dialects, and its arithmetic (reference, 2.4 and 2.7; decisions in
// section 7 of the query semantics). The types are the schema's business.

export const DEFAULT_PER_PAGE = 50;
export const GREATEST_PER_PAGE = 1000;

// `pagesOfNothing`: 1 in v3, because with 0 the rules of the official pagination test cannot all
// hold; 0 in v1, as feeds built on Spring say.
export const V3_ENVELOPE = {
  total: 'total_items',
  pages: 'total_pages',
  number: 'page_number',
  size: 'size',
  first: 'first_page',
  last: 'last_page',
  empty: 'empty',
  rows: 'contents',
  pagesOfNothing: 1,
};
export const V1_ENVELOPE = {
  total: 'totalElements',
  pages: 'totalPages',
  number: 'number',
  size: 'size',
  first: 'first',
  last: 'last',
  empty: 'empty',
  rows: 'content',
  pagesOfNothing: 0,
};

// The rows of a page that are objects at all; of others the schema tells.
export function rowsOf(envelope, body) {
  const rows = body?.[envelope.rows];
  return Array.isArray(rows) ? rows.filter((row) => row !== null && typeof row === 'object') : [];
}

// What the members must be, given the total that the page itself states.
function expectedOf(envelope, total, rowCount, { page, perPage }) {
  const pages = total === 0 ? envelope.pagesOfNothing : Math.ceil(total / perPage);
  return {
    [envelope.pages]: [pages, `${total} items in pages of ${perPage}`],
    [envelope.number]: [page, 'the page that was asked for, counted from 1'],
    [envelope.size]: [rowCount, 'the number of items on this page'],
    [envelope.first]: [page === 1, 'true on page 1 and nowhere else'],
    // Past the last page it is false, so that nobody takes such a page for the end of the list.
    [envelope.last]: [page === Math.max(pages, 1), 'true on the last page and nowhere else'],
    [envelope.empty]: [rowCount === 0, 'true exactly when there are no items'],
  };
}

const rowsExpected = (total, { page, perPage }) =>
  Math.max(0, Math.min(perPage, total - (page - 1) * perPage));

// Problems of one page: { pointer, what, wanted }. `asked` is { page, perPage }.
export function* envelopeProblems(envelope, body, asked) {
  const total = body?.[envelope.total];
  if (!Number.isInteger(total) || !Array.isArray(body[envelope.rows])) return;
  const rowCount = body[envelope.rows].length;
  const expected = expectedOf(envelope, total, rowCount, asked);
  for (const [member, [value, why]] of Object.entries(expected)) {
    if (body[member] === value) continue;
    const what = `${member} is ${JSON.stringify(body[member])}`;
    yield { pointer: `/${member}`, what, wanted: `${value}: ${why}` };
  }
  const wanted = rowsExpected(total, asked);
  if (rowCount !== wanted) {
    yield {
      pointer: `/${envelope.rows}`,
      what: `page ${asked.page} has ${rowCount} items`,
      wanted: `${wanted} of ${total} in pages of ${asked.perPage}`,
    };
  }
}
