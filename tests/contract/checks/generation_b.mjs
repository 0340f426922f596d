// The third official validator (reference, 5.4): it finds the specification by the version that the
// base address states, then asks every GET of it: three pages of a list, ten details; 2xx wanted.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { rowsOf } from '../lib/envelope.mjs';
import { queryOf } from '../lib/http_client.mjs';
import { KINDS, detailTarget } from '../lib/kinds.mjs';
import { hasStatus, reportAll } from '../lib/page_rules.mjs';

export const name = 'generation-b';

const SLOW_MS = 5000;
const DETAILS = 10;
const HEADERS = { 'User-Agent': 'Mozilla/5.0 (compatible)', Accept: 'application/json' };

// The GETs of the published 3.0 description, beside the base address.
const PUBLISHED = [
  '/services',
  '/services/{id}',
  '/taxonomies',
  '/taxonomies/{id}',
  '/taxonomy_terms',
  '/taxonomy_terms/{id}',
  '/service_at_locations',
  '/service_at_locations/{id}',
  '/organizations',
  '/organizations/{id}',
];

function pathsOf(official) {
  const file = official && join(official, 'v3', 'open_api.json');
  if (!file || !existsSync(file)) return PUBLISHED;
  const { paths } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.keys(paths).filter((path) => path !== '/' && paths[path].get);
}

// "3.0" of "HSDS-UK-3.0", "3.0" or "V3".
export function versionOf(text = '') {
  const [, number] = /(\d+\.\d+)/.exec(text) ?? [];
  const [, whole] = /^V(\d+)$/i.exec(text) ?? [];
  return number ?? (whole && `${whole}.0`);
}

async function discover({ client, report }, base, wanted) {
  const answer = await client.ask(base, { headers: HEADERS, offMap: true });
  const found = versionOf(answer.body?.version);
  if (found === wanted) return;
  // No version at the base address of v1 is right too: 1.0 is what is left.
  if (wanted === '1.0' && found === undefined) return;
  const version = JSON.stringify(answer.body?.version);
  report({
    answer,
    pointer: '/version',
    what: `is ${version}, read as ${found}`,
    wanted: `${wanted}`,
  });
}

async function askOnce({ client, report }, target) {
  const answer = await client.ask(target, { headers: HEADERS });
  if (answer.milliseconds > SLOW_MS)
    report({ answer, what: `${answer.milliseconds} ms`, wanted: `at most ${SLOW_MS} ms` });
  return hasStatus(answer, 200, report) ? answer : undefined;
}

const asPublished = ({ official, report }, schemas, answer) => {
  for (const schema of official && answer?.body ? schemas : []) {
    reportAll(official.problems(schema, answer.body), answer, report);
  }
};

async function askList(context, kind) {
  const first = await askOnce(context, kind.path + queryOf({ page: 1 }));
  asPublished(context, [kind.official.list], first);
  const total = first?.body?.[kind.envelope.pages] ?? 1;
  for (const page of new Set([Math.floor(total / 2), total])) {
    if (page > 1)
      asPublished(
        context,
        [kind.official.list],
        await askOnce(context, kind.path + queryOf({ page })),
      );
  }
  return rowsOf(kind.envelope, first?.body);
}

// Ids go into the address as they are, which is what makes ids other than UUIDs risky.
async function askDetails(context, kind, rows) {
  for (const { id } of rows.slice(0, DETAILS)) {
    const target = kind.version === 'v3' ? `${kind.path}/${id}` : detailTarget(kind, id);
    asPublished(context, kind.official.details, await askOnce(context, target));
  }
}

export async function run(context) {
  await discover(context, '/oruk/v3/', '3.0');
  await discover(context, '/oruk/v1/', '1.0');
  const paths = pathsOf(context.options.official);
  for (const kind of KINDS) {
    if (kind.version === 'v3' && !paths.includes(`/${kind.name}`)) continue;
    const rows = await askList(context, kind);
    if (kind.version === 'v1' || paths.includes(`/${kind.name}/{id}`))
      await askDetails(context, kind, rows);
  }
}
