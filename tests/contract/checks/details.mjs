// Details: of every kind a sample spread over its list, each by the schemas and against its row.

import { KINDS } from '../lib/kinds.mjs';
import { hasStatus, reportAll } from '../lib/page_rules.mjs';
import { referenceProblems, valueProblems } from '../lib/values.mjs';

export const name = 'details';

const isScalar = (value) => value === null || typeof value !== 'object';

// What the list says of an item, the item says too.
function* rowProblems(row, body) {
  for (const [member, value] of Object.entries(row)) {
    if (!isScalar(value) || body[member] === value) continue;
    const what = `is ${JSON.stringify(body[member])}`;
    yield { pointer: `/${member}`, what, wanted: `${JSON.stringify(value)}, as in the list` };
  }
}

function checkDetail({ schemas, official, report }, kind, { row, answer }) {
  if (!hasStatus(answer, 200, report)) return;
  const body = answer.json;
  if (body === undefined) return;
  reportAll(schemas.problems(kind.detail, body), answer, report);
  if (body === null || typeof body !== 'object') return;
  for (const schema of official ? kind.official.details : []) {
    reportAll(official.problems(schema, body), answer, report);
  }
  reportAll(valueProblems(body, kind.values), answer, report);
  reportAll(referenceProblems(body), answer, report);
  reportAll(rowProblems(row, body), answer, report);
}

export async function run(context) {
  for (const kind of KINDS) {
    for (const detail of await context.feed.details(kind)) checkDetail(context, kind, detail);
  }
}
