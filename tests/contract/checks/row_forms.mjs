// The other forms of a list's rows: minimal, full, extras and ndjson in v3, include in v1.

import { inParallel, queryOf } from '../lib/http_client.mjs';
import { V1_SERVICES, V3_SERVICES, detailTarget } from '../lib/kinds.mjs';
import { askPage } from '../lib/pages.mjs';
import { checkPage, hasStatus, reportAll } from '../lib/page_rules.mjs';

export const name = 'row-forms';

const INCLUDABLE = ['contacts', 'service_at_locations'];

// minimal=true without per_page gives all in one page.
async function checkMinimal(context, ids) {
  const answer = await context.client.ask(`${V3_SERVICES.path}?minimal=true`);
  const asked = { page: 1, perPage: Math.max(ids.length, 1) };
  checkPage(context, V3_SERVICES, { asked, answer }, 'v3/service_minimal_row');
  const few = await askPage(context.client, V3_SERVICES, 1, 5, { minimal: true });
  checkPage(context, V3_SERVICES, few, 'v3/service_minimal_row');
}

async function checkFull(context) {
  const page = await askPage(context.client, V3_SERVICES, 1, 5, { full: true });
  checkPage(context, V3_SERVICES, page, 'v3/service');
  await inParallel(page.rows, async (row) => {
    const { body } = await context.client.ask(detailTarget(V3_SERVICES, row.id));
    if (body === undefined || JSON.stringify(body) === JSON.stringify(row)) return;
    context.report({
      answer: page.answer,
      what: `the row of "${row.id}" is not its detail`,
      wanted: 'with full=true the same as /services/{id}',
    });
  });
}

// Where `plain` says something that `rich` does not, as a pointer; undefined when it holds all.
function missingIn(rich, plain, pointer = '') {
  if (plain === null || typeof plain !== 'object') return rich === plain ? undefined : pointer;
  for (const [key, member] of Object.entries(plain)) {
    const missing = missingIn(rich?.[key], member, `${pointer}/${key}`);
    if (missing !== undefined) return missing;
  }
  return undefined;
}

// extras=true adds to what is there, and takes nothing from it.
async function checkExtras({ client, report }, target) {
  const plain = await client.ask(target);
  const rich = await client.ask(`${target}${target.includes('?') ? '&' : '?'}extras=true`);
  if (!hasStatus(rich, 200, report) || !plain.body || !rich.body) return;
  const pointer = missingIn(rich.body, plain.body);
  if (pointer === undefined) return;
  report({
    answer: rich,
    pointer,
    what: 'is not what it is without extras=true',
    wanted: 'all of the plain answer, and more',
  });
}

function linesOf(answer, report) {
  const lines = answer.text.split('\n').filter((line) => line !== '');
  try {
    return lines.map((line) => JSON.parse(line));
  } catch (error) {
    report({
      answer,
      what: `a line is not JSON: ${error.message}`,
      wanted: 'one JSON object a line',
    });
    return undefined;
  }
}

// format=ndjson streams all rows, in the order of the list and without an envelope.
async function checkLines({ client, report, schemas }, ids) {
  const answer = await client.ask(V3_SERVICES.path + queryOf({ format: 'ndjson' }), {
    type: 'application/x-ndjson',
  });
  if (!hasStatus(answer, 200, report)) return;
  const rows = linesOf(answer, report);
  if (rows === undefined) return;
  for (const [i, row] of rows.entries()) {
    const problems = schemas.problems(V3_SERVICES.row, row);
    reportAll(
      problems.map((one) => ({ ...one, pointer: `/${i}${one.pointer}` })),
      answer,
      report,
    );
  }
  if (rows.map((row) => row?.id).join() === ids.join()) return;
  report({
    answer,
    what: `${rows.length} lines`,
    wanted: `the ${ids.length} services of the list, in its order`,
  });
}

// Rows of include= have the members of a row, those asked for, and no others.
function checkIncluded(report, { answer, rows }, details) {
  for (const [i, row] of rows.entries()) {
    const detail = details.get(row.id);
    for (const member of INCLUDABLE.filter((one) => detail?.[one]?.length > 0 && !(one in row))) {
      report({
        answer,
        pointer: `/content/${i}`,
        what: `the member "${member}" is missing`,
        wanted: 'what include= asks for, and the service has',
      });
    }
    const plain = (member) => member === 'organization' || INCLUDABLE.includes(member);
    for (const [member, value] of Object.entries(row)) {
      if (plain(member) || value === null || typeof value !== 'object') continue;
      report({
        answer,
        pointer: `/content/${i}/${member}`,
        what: 'is there unasked',
        wanted: 'only what include= asks for',
      });
    }
  }
}

// Both spellings of a list, each in one page, and `number` counted from 1 as without include.
async function checkInclude(context) {
  const bodies = await context.feed.bodies(V1_SERVICES);
  const details = new Map(bodies.map((body) => [body.id, body]));
  for (const include of [INCLUDABLE, INCLUDABLE.join()]) {
    const page = await askPage(context.client, V1_SERVICES, 1, 20, { include });
    checkPage(context, V1_SERVICES, page, 'v1/service');
    checkIncluded(context.report, page, details);
  }
}

export async function run(context) {
  const ids = (await context.feed.rows(V3_SERVICES)).map((row) => row.id);
  await checkMinimal(context, ids);
  await checkFull(context);
  await checkLines(context, ids);
  await checkExtras(context, `${V3_SERVICES.path}?per_page=5`);
  if (ids.length > 0) await checkExtras(context, detailTarget(V3_SERVICES, ids[0]));
  await checkInclude(context);
}
