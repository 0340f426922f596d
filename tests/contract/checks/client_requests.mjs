// Requests as known clients send them, letter by letter (reference, 2.8, 7.4, 7.5): trailing
// ampersands and slashes, a space at the end of a value, names that no server knows.

import { V1_SERVICES, V1_TAXONOMIES } from '../lib/kinds.mjs';
import { checkPage } from '../lib/page_rules.mjs';

export const name = 'client-requests';

const SERVICES = [
  // ServiceFinder: its order of parameters, its camel-case times.
  'services/?circumstance=circumstance:191&day=MO&day=TU&endTime=14:00&maximum_age=30&minimum_age=30&need=need:122&page=1&per_page=10&startTime=06:00&taxonomy_id=esdServiceType:242&vocabulary=esdServiceTypes&',
  'services/?page=1&per_page=10&postcode=POSTCODE&proximity=4827&text=advice&',
  'services/?day=MO&endTime=23:59&startTime=00:00&page=1&per_page=10&',
  // API Query Tool: postcode and coverage from one field.
  'services/?coverage=POSTCODE&postcode=POSTCODE&proximity=5000&page=1&per_page=10',
  // The guidance: several times, and a term by its URI or CURIE.
  'services?start_time=10:00&end_time=16:00&day=MO&start_time=10:00&end_time=16:00&day=TU&page=1&per_page=10',
  'services?taxonomy_id=http://id.esd.org.uk/service/1284&vocabulary=esdServiceTypes&page=1&per_page=10',
  'services/?taxonomy_id=esdServiceType:242&taxonomy_type=service&vocabulary=esdServiceTypes&page=1&per_page=10',
];

// LGA Service Finder: rows with what they include.
const INCLUDING = [
  'services?postcode=POSTCODE&proximity=10000&maximum_age=12&minimum_age=4&text=club&include=contacts,service_at_locations&page=1&per_page=10',
  'services?include=contacts,service_at_locations&taxonomy_id=1149&vocabulary=esdServiceTypes&page=1&per_page=10',
];

const TAXONOMIES = [
  'taxonomies/?per_page=500&vocabulary=esdNeeds',
  'taxonomies/?per_page=500&vocabulary=esdCircumstances',
  'taxonomies/?per_page=500&vocabulary=esdServiceTypes',
  'taxonomies/?vocabulary=esdCircumstances&per_page=500&parent_id=circumstance:191%20',
  'taxonomies/?per_page=500&root_only=true',
];

// A postcode that some venue has, written as the finders write it: upper case, no space.
async function somePostcode(feed) {
  for (const { service_at_locations: places = [] } of await feed.bodies(V1_SERVICES)) {
    for (const { location } of places) {
      const postcode = location?.physical_addresses?.[0]?.postal_code;
      if (postcode) return postcode.toUpperCase().replaceAll(' ', '');
    }
  }
  return 'S118TY';
}

export async function run(context) {
  const postcode = await somePostcode(context.feed);
  const ask = async (request, kind, perPage, row) => {
    const target = `/oruk/v1/${request.replaceAll('POSTCODE', postcode)}`;
    const answer = await context.client.ask(target);
    checkPage(context, kind, { asked: { page: 1, perPage }, answer }, row);
  };
  for (const request of SERVICES) await ask(request, V1_SERVICES, 10);
  for (const request of INCLUDING) await ask(request, V1_SERVICES, 10, 'v1/service');
  for (const request of TAXONOMIES) await ask(request, V1_TAXONOMIES, 500);
}
