// Values that cannot be read: 400 with a problem. Silence would show results of another question.

import { queryOf } from '../lib/http_client.mjs';
import { KINDS, V1_SERVICES, V3_AT_LOCATIONS, V3_SERVICES } from '../lib/kinds.mjs';
import { hasStatus } from '../lib/page_rules.mjs';

export const name = 'bad-parameters';

const PAGING = [
  { page: '0' },
  { page: '-1' },
  { page: 'two' },
  { page: '1.5' },
  { per_page: '0' },
  { per_page: 'many' },
];

const TIMES_AND_AGES = [
  { minimum_age: 'old' },
  { maximum_age: 'older' },
  { start_time: '25:00' },
  { end_time: 'noon' },
  { day: 'XX' },
];

const BAD = [
  ...KINDS.flatMap((kind) => PAGING.map((parameters) => [kind, parameters])),
  ...TIMES_AND_AGES.flatMap((parameters) => [
    [V3_SERVICES, parameters],
    [V1_SERVICES, parameters],
  ]),
  [V3_SERVICES, { modified_after: 'yesterday' }],
  [V3_SERVICES, { minimal: 'perhaps' }],
  [V3_SERVICES, { full: 'perhaps' }],
  [V3_SERVICES, { format: 'xml' }],
  [V3_AT_LOCATIONS, { postcode: 'S1 1AA', proximity: 'far' }],
  [V3_AT_LOCATIONS, { postcode: 'S1 1AA', proximity: '-5' }],
  [V3_AT_LOCATIONS, { coverage: 'hello' }],
  [V1_SERVICES, { postcode: 'S1 1AA', proximity: 'far' }],
  [V1_SERVICES, { vocabulary: 'esdServiceTypes' }],
];

export async function run({ client, report }) {
  for (const [kind, parameters] of BAD) {
    hasStatus(await client.ask(kind.path + queryOf(parameters)), 400, report);
  }
}
