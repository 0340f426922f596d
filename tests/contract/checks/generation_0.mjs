// The feature tests of the first official validator (reference, 5.2): a v1 service is found by its
// own name, ages, postcode, term and hours. Asked as that validator asks: "+" for a space, percent
// codes in lower case, times without a day too, a list of days in one value.

import { RICHEST, hoursOf, isWithin, richest } from '../lib/own_facts.mjs';
import { V1_SERVICES } from '../lib/kinds.mjs';
import { lookFor } from '../lib/pages.mjs';

export const name = 'generation-0';

const PROXIMITY_M = 1000;
const NAMES = 25;
const PUNCTUATION = /[^\p{L}\p{N} ]/u;

const encode = (text) =>
  encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());

function agesOf({ eligibilitys: rows = [] }) {
  const row = rows.find((one) => one.minimum_age !== undefined || one.maximum_age !== undefined);
  if (!row) return undefined;
  const pairs = ['minimum_age', 'maximum_age'].filter((bound) => row[bound] !== undefined);
  return pairs.map((bound) => `${bound}=${row[bound]}`).join('&');
}

function venueOf({ service_at_locations: rows = [] }) {
  for (const { location } of rows) {
    const postcode = location?.physical_addresses?.[0]?.postal_code;
    const { latitude: lat, longitude: lon } = location ?? {};
    if (postcode) return { postcode, point: lat === undefined ? undefined : { lat, lon } };
  }
  return undefined;
}

const termOf = ({ service_taxonomys: rows = [] }) =>
  rows.map(({ taxonomy }) => taxonomy).find((term) => term?.id && term.vocabulary);

function hoursAnywhere({ regular_schedules: own = [], service_at_locations: places = [] }) {
  return hoursOf([...own, ...places.flatMap(({ regular_schedule: rows = [] }) => rows)]);
}

const factsOf = (body) => ({
  ages: agesOf(body),
  venue: venueOf(body),
  term: termOf(body),
  hours: hoursAnywhere(body),
});

// Each test: the query that must find the service with these facts, or nothing to test.
const TESTS = {
  'its ages': ({ ages }) => ages,
  'its term': ({ term }) =>
    term && `taxonomy_id=${encode(term.id)}&vocabulary=${encode(term.vocabulary)}`,
  'its hours and days': ({ hours }) =>
    hours &&
    `start_time=${encode(hours.opens)}&end_time=${encode(hours.closes)}&day=${encode(hours.day)}`,
  'its hours without a day': ({ hours }) =>
    hours && `start_time=${encode(hours.opens)}&end_time=${encode(hours.closes)}`,
  'its postcode': ({ venue }) =>
    venue && `proximity=${PROXIMITY_M}&postcode=${encode(venue.postcode)}`,
  'its postcode without a space, in lower case': ({ venue }) =>
    venue &&
    `proximity=${PROXIMITY_M}&postcode=${encode(venue.postcode.replaceAll(' ', '').toLowerCase())}`,
};

async function mustFind({ client, report }, query, { id, name: called }, about) {
  const { found, answer } = await lookFor(client, V1_SERVICES, query, id);
  if (found) return;
  const what = `"${called}" (${id}) is on no page`;
  report({ answer, what, wanted: `a service is found by ${about}` });
}

// True when there was something to test with.
async function tryTest(context, { body, facts }, [about, queryFor]) {
  const query = queryFor(facts);
  if (query === undefined) return false;
  const { postcode, point } = about.startsWith('its postcode') ? facts.venue : {};
  if (postcode && !(await isWithin(context, postcode, point, PROXIMITY_M))) return false;
  await mustFind(context, query, body, about);
  return true;
}

// Names with punctuation first: they are the ones that real servers failed on.
async function checkNames(context) {
  const rows = (await context.feed.rows(V1_SERVICES)).filter((row) => typeof row.name === 'string');
  const odd = rows.filter((row) => PUNCTUATION.test(row.name));
  const chosen = [...odd, ...rows].slice(0, NAMES);
  for (const row of chosen)
    await mustFind(context, `text=${encode(row.name)}`, row, 'its own name');
}

export async function run(context) {
  await checkNames(context);
  const records = richest(await context.feed.bodies(V1_SERVICES), factsOf);
  for (const test of Object.entries(TESTS)) {
    let tried = 0;
    for (const record of records) {
      if (tried < RICHEST && (await tryTest(context, record, test))) tried += 1;
    }
    if (tried > 0) continue;
    const what = `no service of the sample can be asked for by ${test[0]}`;
    context.report({
      url: context.client.base + V1_SERVICES.path,
      what,
      wanted: 'services to test this filter with',
    });
  }
}
