// Addresses of every sort, for what holds whatever the address is: methods, headers, caching.

import { KINDS, NOBODY, V1_SERVICES, V3_SERVICES, detailTarget } from './kinds.mjs';

const FIXED = [
  ['/oruk/v3/', 200],
  ['/openapi.json', 200],
  ['/oruk/v1/vocabularies', 200],
  ['/oruk/v1/services.csv?per_page=5', 200, 'text/csv'],
  [detailTarget(V3_SERVICES, NOBODY), 404],
  [detailTarget(V1_SERVICES, NOBODY), 404],
  [`${V3_SERVICES.path}?page=0`, 400],
  [`${V1_SERVICES.path}?page=0`, 400],
];

// { target, status, type }: every list, one detail of each kind that has any, and the fixed ones.
export async function probes(feed) {
  const all = FIXED.map(([target, status, type]) => ({ target, status, type }));
  for (const kind of KINDS) {
    all.push({ target: `${kind.path}?per_page=5`, status: 200 });
    const id = await feed.someId(kind);
    if (id !== undefined) all.push({ target: detailTarget(kind, id), status: 200 });
  }
  const service = await feed.someId(V1_SERVICES);
  if (service) all.push({ target: `${detailTarget(V1_SERVICES, service)}/richness`, status: 200 });
  return all;
}
