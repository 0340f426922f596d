// Ids that nothing has, and addresses that nothing is at: 404 with a problem that says so.

import {
  KINDS,
  NOBODY,
  V1_ORGANIZATIONS,
  V1_SERVICES,
  V3_ORGANIZATIONS,
  V3_SERVICES,
  detailTarget,
} from '../lib/kinds.mjs';
import { hasStatus } from '../lib/page_rules.mjs';

export const name = 'unknown-ids';

// The last ones would be a path or a query of their own if they were not escaped.
const IDS = [NOBODY, 'nobody', '0', 'a b', 'a/b', 'a?b', '%', '../services'];

const NOWHERE = [
  '/oruk/v3/nowhere',
  '/oruk/v1/nowhere',
  '/oruk/v2/services',
  `/oruk/v1/services/${NOBODY}/nowhere`,
];

// An organisation is not a service, though both have UUIDs.
async function idsOfOthers(feed) {
  const pairs = [
    [V3_SERVICES, V3_ORGANIZATIONS],
    [V1_SERVICES, V1_ORGANIZATIONS],
  ];
  const targets = [];
  for (const [kind, other] of pairs) {
    const id = await feed.someId(other);
    if (id !== undefined) targets.push(detailTarget(kind, id));
  }
  return targets;
}

export async function run({ client, feed, report }) {
  const targets = KINDS.flatMap((kind) => IDS.map((id) => detailTarget(kind, id)));
  targets.push(`/oruk/v1/services/${NOBODY}/richness`, ...(await idsOfOthers(feed)));
  for (const target of targets) hasStatus(await client.ask(target), 404, report);
  for (const target of NOWHERE) hasStatus(await client.ask(target, { offMap: true }), 404, report);
}
