// What only the index under test knows and its description cannot: ids to put into addresses.

import {
  KINDS,
  NOBODY,
  V1_SERVICES,
  V3_ORGANIZATIONS,
  V3_SERVICES,
  V3_TAXONOMIES,
} from './kinds.mjs';

// The first value of a facet, which is one that its filter finds.
async function facetValue({ client, document }, facet) {
  if (!document.find('GET', '/api/search')) return undefined;
  const { body } = await client.ask(`/api/search?facets=${facet}&per_page=1`);
  return body?.facets?.[facet]?.values?.[0]?.id;
}

async function firstTree({ client, document }) {
  if (!document.find('GET', '/api/questions')) return undefined;
  const id = (await client.ask('/api/questions')).body?.items?.[0]?.id;
  const next = id && (await client.ask(`/api/questions/${encodeURIComponent(id)}`)).body;
  return id && { id, answer: next?.question ? `${next.question.id}:any` : undefined };
}

// A place of the service, as its record names it.
async function placeOf({ client, document }, service) {
  if (!document.find('GET', '/api/services/any')) return undefined;
  const { body } = await client.ask(`/api/services/${service}`);
  return body?.service?.locations?.[0]?.location?.id;
}

// Names of addresses ("service", "tree") and of parameters ("organization") with a value each.
export async function ownNames(context) {
  const { feed } = context;
  const tree = await firstTree(context);
  const service =
    (await feed.someId(V3_SERVICES)) ?? (await feed.someId(V1_SERVICES)) ?? NOBODY;
  return {
    service,
    location: await placeOf(context, service),
    tree: tree?.id ?? 'nothing',
    answer: tree?.answer,
    organization: await facetValue(context, 'organization'),
    source: await facetValue(context, 'source'),
    organization_id: await feed.someId(V3_ORGANIZATIONS),
    taxonomy_id: await feed.someId(V3_TAXONOMIES),
  };
}

// The id to put into the hole of an address, or undefined: a row's where there is a list of them,
// else the documented example.
export async function idFor(operation, { service, tree }, feed) {
  const [list] = operation.template.split('/{');
  if (list.endsWith('/questions')) return tree;
  const kind = KINDS.find(({ path }) => path === list);
  if (kind) return feed.someId(kind);
  if (list.endsWith('/services')) return service;
  return operation.parameters.find((one) => one.in === 'path')?.example;
}
