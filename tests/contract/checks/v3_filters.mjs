// The filters of v3 (reference, 2.6): a service is found by what it says itself, alone and together
// with other filters, which combine by "and"; and lists narrowed to something hold nothing else.

import { RICHEST, hoursOf, isWithin, richest } from '../lib/own_facts.mjs';
import { V3_AT_LOCATIONS, V3_SERVICES, V3_TERMS } from '../lib/kinds.mjs';
import { lookFor, walkPages } from '../lib/pages.mjs';
import { checkPage } from '../lib/page_rules.mjs';

export const name = 'v3-filters';

const PROXIMITY_M = 1000;

const withoutNothing = (object) => {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
};

function hoursParameters({ schedules }) {
  const hours = hoursOf(schedules);
  return hours && { start_time: hours.opens, end_time: hours.closes, day: hours.day };
}

// Filters that find the service, by what they are about; undefined where it says nothing.
function factsOf(body) {
  const { name: called, organization_id: organization, last_modified: modified } = body;
  const term = body.attributes?.find((one) => one.taxonomy_term)?.taxonomy_term;
  return {
    'its name': { search: called },
    'its organisation': organization && { organization_id: organization },
    'its ages': withoutNothing({ minimum_age: body.minimum_age, maximum_age: body.maximum_age }),
    'its term': term && { taxonomy_term_id: term.id },
    'the taxonomy of its term': term?.taxonomy_id && { taxonomy_id: term.taxonomy_id },
    'its hours': hoursParameters(body),
    // With the milliseconds that toISOString() always writes.
    'the moment it was modified': modified && {
      modified_after: new Date(modified).toISOString(),
    },
  };
}

async function mustFind({ client, report }, kind, parameters, { id }, about) {
  const { found, answer } = await lookFor(client, kind, parameters, id);
  if (!found) report({ answer, what: `"${id}" is on no page`, wanted: `it is found by ${about}` });
}

async function checkOwnFacts(context) {
  const records = richest(await context.feed.bodies(V3_SERVICES), factsOf).slice(0, RICHEST);
  for (const { body, facts } of records) {
    const known = Object.entries(facts).filter(([, parameters]) => parameters);
    for (const [about, parameters] of known) {
      await mustFind(context, V3_SERVICES, parameters, body, about);
    }
    const all = Object.assign({}, ...known.map(([, parameters]) => parameters));
    await mustFind(context, V3_SERVICES, all, body, 'all of these together');
  }
  return records;
}

// The area filter comes with the postcode, so only services that state no area must be found.
async function checkPlaces(context) {
  let tried = 0;
  for (const body of await context.feed.bodies(V3_AT_LOCATIONS)) {
    const { location, service } = body;
    const postcode = location?.addresses?.[0]?.postal_code;
    if (!postcode || service?.service_areas || location.latitude === undefined) continue;
    const point = { lat: location.latitude, lon: location.longitude };
    if (!(await isWithin(context, postcode, point, PROXIMITY_M))) continue;
    await mustFind(
      context,
      V3_AT_LOCATIONS,
      { postcode, proximity: PROXIMITY_M },
      body,
      'its postcode',
    );
    tried += 1;
    if (tried === RICHEST) return;
  }
  if (tried > 0) return;
  const what = 'no service at a location of the sample can be asked for by its postcode';
  context.report({
    url: context.client.base + V3_AT_LOCATIONS.path,
    what,
    wanted: 'some to test this filter with',
  });
}

// All rows that the list gives with `parameters` must pass `holds`.
async function checkNarrowed(context, kind, parameters, holds, meaning) {
  for (const page of await walkPages(context.client, kind, { parameters })) {
    checkPage(context, kind, page);
    for (const [i, row] of page.rows.entries()) {
      if (holds(row)) continue;
      context.report({
        answer: page.answer,
        pointer: `/contents/${i}`,
        what: `is "${row.id}"`,
        wanted: meaning,
      });
    }
  }
}

async function checkTerms(context) {
  const rows = await context.feed.rows(V3_TERMS);
  const { taxonomy_id: taxonomy } = rows.find((row) => row.taxonomy_id) ?? {};
  const { parent_id: parent } = rows.find((row) => row.parent_id) ?? {};
  if (taxonomy) {
    await checkNarrowed(
      context,
      V3_TERMS,
      { taxonomy_id: taxonomy },
      (row) => row.taxonomy_id === taxonomy,
      'terms of that taxonomy',
    );
  }
  if (parent) {
    await checkNarrowed(
      context,
      V3_TERMS,
      { parent_id: parent },
      (row) => row.parent_id === parent,
      'children of that term',
    );
  }
  await checkNarrowed(
    context,
    V3_TERMS,
    { top_only: true },
    (row) => row.parent_id === undefined,
    'terms without a parent',
  );
}

export async function run(context) {
  const [first] = await checkOwnFacts(context);
  await checkPlaces(context);
  await checkTerms(context);
  const organization = first?.body.organization_id;
  if (!organization) return;
  const parameters = { organization_id: organization };
  await checkNarrowed(
    context,
    V3_SERVICES,
    parameters,
    (row) => row.organization_id === organization,
    'services of that organisation',
  );
  await checkNarrowed(
    context,
    V3_AT_LOCATIONS,
    parameters,
    (row) => row.service?.organization_id === organization,
    'services of that organisation',
  );
}
