// The official schemas (tpximpact/OpenReferralApi, CC BY-SA 4.0), with their known defects mended
// in memory; the files stay as they are. The defects are listed in the README beside them.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { UsageError } from './arguments.mjs';
import { makeAjv, problemsBy } from './schemas.mjs';

// Not loaded: v1/empty_page.json is not JSON, v3/empy_list_response.json has an empty reference,
// *_package.json and service_with_definitions.json repeat others, and open_api.json wraps the list
// of services twice, so that its items would go unchecked.
const NAMES = [
  'v3/api_details',
  'v3/service',
  'v3/service_list',
  'v3/service_at_location',
  'v3/service_at_location_list',
  'v3/taxonomy',
  'v3/taxonomy_list',
  'v3/taxonomy_term',
  'v3/taxonomy_term_list',
  'v3/organization',
  'v3/organization_list',
  'v1/service',
  'v1/service_list',
  'v1/taxonomy',
  'v1/taxonomy_list',
  'v1/organization',
  'v1/organization_list',
  'v1/location',
  'v1/location_list',
  'v1/review',
  'v1/review_list',
];

const isObject = (value) => value !== null && typeof value === 'object';

// v1 files name draft-07, some in the midst of a schema, where 2020-12 allows no other dialect. No
// keyword that they use has changed its meaning since.
function withoutDialect(value) {
  if (Array.isArray(value)) return value.map(withoutDialect);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(
    ([key, member]) => key !== '$schema' || typeof member !== 'string',
  );
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutDialect(member)]));
}

// Lists describe their envelope under allOf: [{ Page: ... }]. "Page" is no keyword of JSON Schema,
// so nothing of it was checked, and {} passed. Here it counts, and all its members are required.
function withEnvelope(schema) {
  if (!schema.allOf?.some((part) => part.Page)) return schema;
  const envelope = schema.allOf.map((part) =>
    part.Page ? { ...part.Page, required: Object.keys(part.Page.properties) } : part,
  );
  return { ...schema, allOf: envelope, required: Object.keys(schema.properties) };
}

// organization_list.json of v3 is the schema of one organisation, put where a page is meant: every
// right page fails it. Its own service_list.json shows what was meant.
function withOrganizationRows(schema, serviceList) {
  return { ...serviceList, properties: { contents: { type: 'array', items: schema } } };
}

export function mended(name, read) {
  const schema = read(name);
  if (name !== 'v3/organization_list') return withoutDialect(withEnvelope(schema));
  return withoutDialect(withEnvelope(withOrganizationRows(schema, read('v3/service_list'))));
}

export class OfficialSchemas {
  #validators = new Map();

  // `folder` has v1/ and v3/. Throws when a file is missing.
  constructor(folder) {
    if (!existsSync(join(folder, 'v3'))) throw new UsageError(`${folder} has no folder v3`);
    // Not strict: the files carry keywords of their own (name, path, core, constraints, example).
    const ajv = makeAjv({ strict: false });
    const read = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    for (const name of NAMES)
      this.#validators.set(name, problemsBy(ajv.compile(mended(name, read))));
  }

  problems(name, body) {
    return this.#validators.get(name)(body);
  }
}
