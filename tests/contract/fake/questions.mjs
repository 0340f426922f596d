// The filters of the fake feed: as little as the checks need, over twelve services.

export class BadParameter extends Error {}

const plain = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const postcodeOf = (text) => text.toUpperCase().replaceAll(' ', '');
const METRES_A_DEGREE = 111000;

function number(name, text, least = -Infinity) {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < least) throw new BadParameter(name);
  return value;
}

export function whole(name, text, least) {
  if (!/^\d+$/.test(text) || Number(text) < least) throw new BadParameter(name);
  return Number(text);
}

export function flag(name, text) {
  if (text === null) return false;
  if (text !== 'true' && text !== 'false') throw new BadParameter(name);
  return text === 'true';
}

function time(name, text) {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw new BadParameter(name);
  return text;
}

function days(name, text) {
  const list = text.split(',');
  if (list.some((day) => !['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].includes(day)))
    throw new BadParameter(name);
  return list;
}

function moment(name, text) {
  if (Number.isNaN(Date.parse(text))) throw new BadParameter(name);
  return Date.parse(text);
}

function isPostcode(name, text) {
  if (!/^[A-Z]{1,2}\d/i.test(text)) throw new BadParameter(name);
  return true;
}

const holdsWords = (service, text) =>
  plain(`${service.name} ${service.description}`).includes(plain(text));

// What each parameter asks of a service, in either dialect.
const FILTERS = {
  text: holdsWords,
  search: holdsWords,
  minimum_age: ({ ages }, text) => ages.max >= number('minimum_age', text),
  maximum_age: ({ ages }, text) => ages.min <= number('maximum_age', text),
  start_time: ({ opens }, text) => opens >= time('start_time', text),
  end_time: ({ closes }, text) => closes <= time('end_time', text),
  day: (service, text) => days('day', text).some((day) => service.days.includes(day)),
  coverage: (service, text) => isPostcode('coverage', text), // none states an area
  organization_id: ({ organization }, text) => organization.id === text,
  modified_after: ({ modified }, text) => Date.parse(modified) >= moment('modified_after', text),
  taxonomy_term_id: ({ term }, text) => term.id === text,
};

// Past its filter by `proximity` metres of `postcode`, or where no distance is asked.
function isNear({ location }, parameters, places) {
  const metres = parameters.get('proximity');
  const postcode = parameters.get('postcode');
  if (metres === null || postcode === null) return true;
  const greatest = number('proximity', metres, 0);
  const centre = places.get(postcodeOf(postcode));
  if (!location || !centre) return false;
  return (
    Math.hypot(location.lat - centre.lat, location.lon - centre.lon) * METRES_A_DEGREE <= greatest
  );
}

// The services that meet `parameters`. `taxonomyOf(service)` gives what `taxonomy_id` is compared
// with: a term in v1, a whole list in v3.
export function meeting(services, parameters, taxonomyOf) {
  const located = services.filter(({ location }) => location);
  const places = new Map(located.map(({ location }) => [postcodeOf(location.postcode), location]));
  const taxonomy = parameters.get('taxonomy_id');
  if (taxonomy === null && parameters.has('vocabulary')) throw new BadParameter('taxonomy_id');
  return services.filter((service) => {
    if (taxonomy !== null && taxonomyOf(service) !== taxonomy) return false;
    if (!isNear(service, parameters, places)) return false;
    const asked = [...parameters].filter(([name]) => FILTERS[name]);
    return asked.every(([name, value]) => FILTERS[name](service, value));
  });
}

// { page, perPage } of a list.
export function pagingOf(parameters) {
  const page = whole('page', parameters.get('page') ?? '1', 1);
  const perPage = Math.min(1000, whole('per_page', parameters.get('per_page') ?? '50', 1));
  return { page, perPage };
}
