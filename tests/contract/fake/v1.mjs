// The fake feed as ORUK 1.0: { json } or { csv } or nothing when there is no such address.

import { organizations, reviews, services, taxonomies, terms } from './records.mjs';
import { flag, meeting, pagingOf } from './questions.mjs';

function pageOf(rows, { page, perPage }) {
  const content = rows.slice((page - 1) * perPage, page * perPage);
  const pages = Math.ceil(rows.length / perPage);
  return {
    totalElements: rows.length,
    totalPages: pages,
    number: page,
    size: content.length,
    first: page === 1,
    last: page === Math.max(pages, 1),
    empty: content.length === 0,
    content,
  };
}

const scalarsOf = (service) => ({
  id: service.id,
  name: service.name,
  description: service.description,
  url: service.url,
  status: 'active',
  assured_date: service.assured,
  attending_type: service.location ? 'venue' : 'phone',
});

const rowOf = (service) => ({ ...scalarsOf(service), organization: service.organization });

function termOf({ curie, name, list, parent }) {
  const above = parent === undefined ? null : termOf(terms[parent]);
  return { id: curie, name, vocabulary: taxonomies[list].name, parent: above };
}

const locationRowOf = ({ id, name, lat, lon }) => ({ id, name, latitude: lat, longitude: lon });

function locationOf(service) {
  const { location } = service;
  const address = {
    id: service.rowId(1),
    address_1: location.street,
    city: 'Larkmoor',
    state_province: 'South Yorkshire',
    postal_code: location.postcode,
    country: 'GB',
  };
  return { ...locationRowOf(location), physical_addresses: [address] };
}

const placesOf = (service) =>
  service.location
    ? {
        service_at_locations: [
          { id: service.rowId(2), location: locationOf(service), regular_schedule: [] },
        ],
      }
    : {};

const contactsOf = (service) => ({
  contacts: [
    {
      id: service.rowId(5),
      title: 'Enquiries',
      phones: [{ id: service.rowId(6), number: '0114 496 0000' }],
    },
  ],
});

const serviceOf = (service) => ({
  ...rowOf(service),
  regular_schedules: [
    {
      id: service.rowId(3),
      freq: 'WEEKLY',
      byday: service.days.join(),
      opens_at: service.opens,
      closes_at: service.closes,
    },
  ],
  eligibilitys: [
    { id: service.rowId(7), minimum_age: service.ages.min, maximum_age: service.ages.max },
  ],
  service_taxonomys: [{ id: service.rowId(4), taxonomy: termOf(service.term) }],
  ...placesOf(service),
  ...contactsOf(service),
});

const includeOf = (names) => (service) => ({
  ...rowOf(service),
  ...(names.includes('service_at_locations') ? placesOf(service) : {}),
  ...(names.includes('contacts') ? contactsOf(service) : {}),
});

const reviewOf = ({ service, ...rest }) => ({ ...rest, service: rowOf(service) });

function termsMeeting(parameters) {
  const rows = terms.map(termOf);
  const [vocabulary, parent] = [parameters.get('vocabulary'), parameters.get('parent_id')?.trim()];
  const roots = flag('root_only', parameters.get('root_only'));
  return rows.filter(
    (row) =>
      (vocabulary === null || row.vocabulary === vocabulary) &&
      (parent === undefined || row.parent?.id === parent) &&
      (!roots || row.parent === null),
  );
}

const located = services.filter(({ location }) => location);

const LISTS = {
  services: (parameters) => {
    const names = parameters.getAll('include').flatMap((value) => value.split(','));
    const found = meeting(services, parameters, ({ term }) => term.curie);
    return found.map(names.length > 0 ? includeOf(names) : rowOf);
  },
  taxonomies: termsMeeting,
  organizations: () => organizations,
  locations: () => located.map(({ location }) => locationRowOf(location)),
  reviews: () => reviews.map(reviewOf),
};

const byId = (rows) => (id) => rows.find((row) => row.id === id);

const DETAILS = {
  services: byId(services.map(serviceOf)),
  taxonomies: byId(terms.map(termOf)),
  organizations: byId(organizations),
  locations: byId(located.map(locationOf)),
  reviews: byId(reviews.map(reviewOf)),
};

const quoted = (value) => `"${String(value).replaceAll('"', '""')}"`;

function csvOf(rows) {
  const headers = ['id', 'name', 'description', 'organization.id', 'organization.name'];
  const lineOf = (row) =>
    headers
      .map((header) =>
        quoted(header.split('.').reduce((value, member) => value?.[member], row) ?? ''),
      )
      .join();
  return [headers.join(), ...rows.map(lineOf)].map((line) => `${line}\r\n`).join('');
}

function richnessOf(id) {
  const service = DETAILS.services(id);
  if (!service) return undefined;
  const fields = ['name', 'description', 'url', 'email', 'contacts'];
  const has = (field) => service[field] !== undefined;
  const share = Math.round((10000 * fields.filter(has).length) / fields.length) / 100;
  const named = (field) => ({ name: field, percentage: 20 });
  return {
    richness_percentage: share,
    populated: fields.filter(has).map(named),
    not_populated: fields.filter((field) => !has(field)).map(named),
  };
}

function detail(list, id, part) {
  if (part === undefined) return DETAILS[list](id);
  return list === 'services' && part === 'richness' ? richnessOf(id) : undefined;
}

// `steps` are those of the path after /oruk/v1.
export function answerV1(steps, parameters) {
  const [first = '', id, part, ...rest] = steps;
  const list = first.replace(/\.(json|csv)$/, '');
  if (list === 'vocabularies' && !id) return { json: taxonomies.map(({ name }) => name) };
  if (!LISTS[list] || rest.length > 0) return undefined;
  if (!id) {
    const page = pageOf(LISTS[list](parameters), pagingOf(parameters));
    return first.endsWith('.csv') ? { csv: csvOf(page.content) } : { json: page };
  }
  const json = detail(list, id, part);
  return json && { json };
}
