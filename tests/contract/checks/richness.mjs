// /oruk/v1/services/{id}/richness: how much a record says, and what it leaves out.

import { inParallel } from '../lib/http_client.mjs';
import { V1_SERVICES, detailTarget } from '../lib/kinds.mjs';
import { hasStatus, reportAll } from '../lib/page_rules.mjs';
import { spread } from '../lib/feed.mjs';

export const name = 'richness';

const SAMPLE = 20;
const nameOf = (field) => (typeof field === 'string' ? field : field?.name);

function* scoreProblems({ richness_percentage: share, populated, not_populated: missing }) {
  const pointer = '/richness_percentage';
  if (Math.abs(share * 100 - Math.round(share * 100)) > 1e-6)
    yield { pointer, what: `is ${share}`, wanted: 'two decimals' };
  if (missing.length === 0 && share !== 100)
    yield { pointer, what: `is ${share}`, wanted: '100: nothing is missing' };
  if (populated.length === 0 && share !== 0)
    yield { pointer, what: `is ${share}`, wanted: '0: nothing is there' };
  const names = new Set(populated.map(nameOf));
  for (const field of missing.map(nameOf).filter((one) => names.has(one))) {
    yield {
      what: `"${field}" is both populated and not`,
      wanted: 'every field in one of the lists',
    };
  }
  if (!names.has('name'))
    yield {
      pointer: '/populated',
      what: '"name" is not there',
      wanted: '"name", which every service has',
    };
}

export async function run({ client, feed, report, schemas }) {
  const ids = (await feed.rows(V1_SERVICES)).map((row) => row.id).filter(Boolean);
  await inParallel(spread(ids, SAMPLE), async (id) => {
    const answer = await client.ask(`${detailTarget(V1_SERVICES, id)}/richness`);
    if (!hasStatus(answer, 200, report) || !answer.body) return;
    const problems = schemas.problems('v1/richness', answer.body);
    reportAll(problems, answer, report);
    if (problems.length === 0) reportAll(scoreProblems(answer.body), answer, report);
  });
}
