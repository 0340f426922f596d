// The pagination test of the second official validator (reference, 5.3 and 2.7): pages of five, the
// first, up to three at random, the last; its five rules in its own words, and its user agent.

import {
  V1_SERVICES,
  V3_AT_LOCATIONS,
  V3_SERVICES,
  V3_TAXONOMIES,
  V3_TERMS,
} from '../lib/kinds.mjs';
import { queryOf } from '../lib/http_client.mjs';
import { hasStatus } from '../lib/page_rules.mjs';
import { randomOf } from '../lib/random.mjs';

export const name = 'generation-a';

const LISTS = [V3_SERVICES, V3_TAXONOMIES, V3_TERMS, V3_AT_LOCATIONS, V1_SERVICES];
const PER_PAGE = 5;
const RANDOM_PAGES = 3;

function* ruleProblems(names, body, page) {
  const rows = body[names.rows];
  const rules = [
    [names.first, page === 1, 'true exactly on page 1'],
    [names.last, page === body[names.pages], `true exactly on page ${body[names.pages]}`],
    [names.empty, rows.length === 0, 'true exactly when there are no items'],
    [names.number, page, 'the page that was asked for'],
    [names.size, rows.length, 'the number of items on the page'],
  ];
  for (const [member, value, why] of rules) {
    if (body[member] === value) continue;
    yield {
      pointer: `/${member}`,
      what: `is ${JSON.stringify(body[member])}`,
      wanted: `${value}: ${why}`,
    };
  }
  if (rows.length !== PER_PAGE && !body[names.last]) {
    yield {
      pointer: `/${names.rows}`,
      what: `has ${rows.length} items`,
      wanted: `${PER_PAGE}: only the last page may have fewer`,
    };
  }
}

async function askPage({ client, report }, kind, page) {
  const target = kind.path + queryOf({ per_page: PER_PAGE, page });
  const answer = await client.ask(target, { headers: { 'User-Agent': 'oruk' } });
  if (!hasStatus(answer, 200, report)) return undefined;
  if (!Array.isArray(answer.body?.[kind.envelope.rows])) {
    report({
      answer,
      what: `there is no list "${kind.envelope.rows}"`,
      wanted: 'the items of the page',
    });
    return undefined;
  }
  for (const problem of ruleProblems(kind.envelope, answer.body, page))
    report({ answer, ...problem });
  return answer.body;
}

function pagesAfterFirst(last, random) {
  if (!(last > 1)) return [];
  const between = Array.from({ length: RANDOM_PAGES }, () => 1 + Math.floor(random() * last));
  return [...new Set([...between, last])].filter((page) => page > 1);
}

export async function run(context) {
  const random = randomOf(context.options.seed);
  for (const kind of LISTS) {
    const first = await askPage(context, kind, 1);
    const last = first?.[kind.envelope.pages];
    for (const page of pagesAfterFirst(last, random)) await askPage(context, kind, page);
  }
}
