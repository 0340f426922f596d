// The fake feed as ORUK 3.0: { json } or { lines } or nothing when there is no such address.

import { organizations, services, taxonomies, terms } from './records.mjs';
import { BadParameter, flag, meeting, pagingOf } from './questions.mjs';

function pageOf(rows, { page, perPage }) {
  const contents = rows.slice((page - 1) * perPage, page * perPage);
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  return {
    total_items: rows.length,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page === pages,
    empty: contents.length === 0,
    contents,
  };
}

function termOf({ id, name, list, parent, curie }) {
  return {
    id,
    name,
    description: name,
    ...(parent === undefined ? {} : { parent_id: terms[parent].id }),
    taxonomy: taxonomies[list].name,
    taxonomy_id: taxonomies[list].id,
    term_uri: `http://id.esd.org.uk/${curie.replace(':', '/')}`,
  };
}

const scalarsOf = (service) => ({
  id: service.id,
  organization_id: service.organization.id,
  name: service.name,
  description: service.description,
  url: service.url,
  status: 'active',
  minimum_age: service.ages.min,
  maximum_age: service.ages.max,
  assured_date: service.assured,
  last_modified: service.modified,
});

const rowOf = (service) => ({ ...scalarsOf(service), organization: service.organization });

const minimalOf = ({ id, modified }) => ({ id, modified_date: modified, last_modified: modified });

const locationRowOf = ({ id, name, lat, lon }) => ({
  id,
  location_type: 'physical',
  name,
  latitude: lat,
  longitude: lon,
});

function locationOf(service) {
  const { location } = service;
  const address = {
    id: service.rowId(1),
    location_id: location.id,
    address_1: location.street,
    city: 'Larkmoor',
    state_province: 'South Yorkshire',
    postal_code: location.postcode,
    country: 'GB',
    address_type: 'physical',
  };
  return { ...locationRowOf(location), addresses: [address] };
}

const atLocationOf = (service) => ({
  id: service.rowId(2),
  service_id: service.id,
  location_id: service.location.id,
  location: locationOf(service),
});

const nestedOf = (service) => ({
  schedules: [
    {
      id: service.rowId(3),
      service_id: service.id,
      freq: 'WEEKLY',
      byday: service.days.join(),
      opens_at: service.opens,
      closes_at: service.closes,
    },
  ],
  organization: service.organization,
  attributes: [
    {
      id: service.rowId(4),
      link_id: service.id,
      taxonomy_term_id: service.term.id,
      link_type: 'service',
      taxonomy_term: termOf(service.term),
    },
  ],
});

const serviceOf = (service) => ({
  ...scalarsOf(service),
  ...nestedOf(service),
  ...(service.location ? { service_at_locations: [atLocationOf(service)] } : {}),
});

const located = services.filter(({ location }) => location);

const atLocationRowOf = (service) => ({
  id: service.rowId(2),
  service_id: service.id,
  location_id: service.location.id,
  location: locationRowOf(service.location),
  service: rowOf(service),
});

const atLocationDetailOf = (service) => ({
  ...atLocationOf(service),
  name: service.name,
  status: 'active',
  service: { ...scalarsOf(service), ...nestedOf(service) },
});

const organizationOf = (organization) => ({
  ...organization,
  services: services.filter((one) => one.organization === organization).map(rowOf),
});

function termsMeeting(parameters) {
  const holds = (term) => {
    const row = termOf(term);
    const [taxonomy, parent] = [parameters.get('taxonomy_id'), parameters.get('parent_id')];
    if (taxonomy !== null && row.taxonomy_id !== taxonomy) return false;
    if (parent !== null && row.parent_id !== parent) return false;
    return !flag('top_only', parameters.get('top_only')) || row.parent_id === undefined;
  };
  return terms.filter(holds).map(termOf);
}

const listOf = ({ term }) => taxonomies[term.list].id;

function serviceList(parameters) {
  const found = meeting(services, parameters, listOf);
  const format = parameters.get('format') ?? 'json';
  if (format === 'ndjson') return { lines: found.map(rowOf) };
  if (format !== 'json') throw new BadParameter('format');
  const paging = pagingOf(parameters);
  if (flag('minimal', parameters.get('minimal'))) {
    const perPage =
      parameters.get('per_page') === null ? Math.max(1, found.length) : paging.perPage;
    return { json: pageOf(found.map(minimalOf), { ...paging, perPage }) };
  }
  const write = flag('full', parameters.get('full')) ? serviceOf : rowOf;
  const extras = flag('extras', parameters.get('extras')) ? { source: 'fake' } : {};
  return {
    json: pageOf(
      found.map((one) => ({ ...write(one), ...extras })),
      paging,
    ),
  };
}

const paged = (rowsOf) => (parameters) => ({
  json: pageOf(rowsOf(parameters), pagingOf(parameters)),
});

const LISTS = {
  services: serviceList,
  service_at_locations: paged((parameters) =>
    meeting(located, parameters, listOf).map(atLocationRowOf),
  ),
  taxonomies: paged(() => taxonomies),
  taxonomy_terms: paged(termsMeeting),
  organizations: paged(() => organizations),
};

const byId = (rows) => (id) => rows.find((row) => row.id === id);

const DETAILS = {
  services: byId(services.map(serviceOf)),
  service_at_locations: byId(located.map(atLocationDetailOf)),
  taxonomies: byId(taxonomies),
  taxonomy_terms: byId(terms.map(termOf)),
  organizations: byId(organizations.map(organizationOf)),
};

// `steps` are those of the path after /oruk/v3.
export function answerV3(steps, parameters, base) {
  const [list, id, ...rest] = steps;
  if (!list && rest.length === 0) {
    return {
      json: {
        version: 'HSDS-UK-3.0',
        profile: 'https://docs.openreferraluk.org/',
        openapi_url: `${base}/openapi.json`,
      },
    };
  }
  if (!LISTS[list] || rest.length > 0) return undefined;
  if (id === undefined) return LISTS[list](parameters);
  const json = DETAILS[list](id);
  return json && { json };
}
