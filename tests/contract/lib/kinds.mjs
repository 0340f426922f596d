// The lists of both dialects: where they are, and which schema holds for a row and for a detail.
//
// `official` names the official schemas; a detail may have to meet several.

import { V1_ENVELOPE, V3_ENVELOPE } from './envelope.mjs';
import { V1_VALUES, V3_VALUES } from './values.mjs';

const V3 = { version: 'v3', envelope: V3_ENVELOPE, values: V3_VALUES };
const V1 = { version: 'v1', envelope: V1_ENVELOPE, values: V1_VALUES };

const kind = (dialect, name, single, officialDetails) => ({
  ...dialect,
  name,
  path: `/oruk/${dialect.version}/${name}`,
  row: `${dialect.version}/${single}_row`,
  detail: `${dialect.version}/${single}`,
  official: {
    list: `${dialect.version}/${single}_list`,
    details: officialDetails ?? [`${dialect.version}/${single}`],
  },
});

export const V3_SERVICES = kind(V3, 'services', 'service');
export const V3_AT_LOCATIONS = kind(
  V3,
  'service_at_locations',
  'service_at_location',
  // The UK profile's OpenAPI names the schema of a service for this path, and one validator uses
  // it.
  ['v3/service_at_location', 'v3/service'],
);
export const V3_TAXONOMIES = kind(V3, 'taxonomies', 'taxonomy');
export const V3_TERMS = kind(V3, 'taxonomy_terms', 'taxonomy_term');
export const V3_ORGANIZATIONS = kind(V3, 'organizations', 'organization');

export const V1_SERVICES = kind(V1, 'services', 'service');
export const V1_TAXONOMIES = kind(V1, 'taxonomies', 'taxonomy');
export const V1_ORGANIZATIONS = kind(V1, 'organizations', 'organization');
export const V1_LOCATIONS = kind(V1, 'locations', 'location');
export const V1_REVIEWS = kind(V1, 'reviews', 'review');

export const KINDS = [
  V3_SERVICES,
  V3_TAXONOMIES,
  V3_TERMS,
  V3_AT_LOCATIONS,
  V3_ORGANIZATIONS,
  V1_SERVICES,
  V1_TAXONOMIES,
  V1_ORGANIZATIONS,
  V1_LOCATIONS,
  V1_REVIEWS,
];

// Ids may hold a colon or a slash (v1 terms do); as one step of a path they must be escaped.
export const detailTarget = ({ path }, id) => `${path}/${encodeURIComponent(id)}`;

// An id of the right form that nothing has.
export const NOBODY = '00000000-0000-4000-8000-000000000000';
