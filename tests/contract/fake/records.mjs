// A small directory, made up: twelve services, as plain facts that both dialects are written from.

const pad = (number, width) => String(number).padStart(width, '0');

// A UUID of the `number`-th thing of a sort.
const uuid = (sort, number) => `${pad(sort, 8)}-0000-4000-8000-${pad(number, 12)}`;

// Names that real servers failed to find.
const NAMES = [
  'Holy Trinity Church of England (Aided) School',
  'Extra Care - Redwood Glades.',
  "St. Mary's & Friends",
  'Lunch Club',
  'Debt Advice: drop-in',
  'Chair Yoga / Stretch',
  'Toddlers+',
  'Café "Welcome"',
  'Walking Group',
  'Job Club',
  'Bereavement Support',
  'Telephone Befriending',
];

const VOCABULARIES = ['esdServiceTypes', 'esdNeeds'];
const TERMS = 60; // more than a page of the default size
const ROOTS = 10; // the first of every vocabulary's 30

export const taxonomies = VOCABULARIES.map((vocabulary, i) => ({
  id: uuid(6, i + 1),
  name: vocabulary,
  description: `The list ${vocabulary}`,
}));

function makeTerm(_, i) {
  const list = i % 2;
  const parent = i < ROOTS * 2 ? undefined : list;
  return {
    number: i,
    list,
    parent,
    id: uuid(5, i),
    curie: `${['esdServiceType', 'esdNeed'][list]}:${100 + i}`,
    name: `Term ${i}`,
  };
}

export const terms = Array.from({ length: TERMS }, makeTerm);

export const organizations = [0, 1, 2].map((i) => ({
  id: uuid(2, i),
  name: `Organisation ${i}`,
  description: `What organisation ${i} is.`,
}));

function makeLocation(i) {
  return {
    id: uuid(3, i),
    name: `Hall ${i}`,
    lat: 53 + i / 10,
    lon: -1 - i / 10,
    postcode: `ZZ${i} 1AA`,
    street: `${i} High Street`,
  };
}

// The last one is by telephone and has no place.
export const services = NAMES.map((name, i) => ({
  number: i,
  id: uuid(1, i),
  name,
  description: `${name}, and what it is about.`,
  organization: organizations[i % organizations.length],
  url: `https://service-${i}.example.org/`,
  ages: { min: i, max: i + 50 },
  assured: '2026-10-01',
  modified: `2026-11-0${(i % 9) + 1}T10:00:00Z`,
  opens: '10:00',
  closes: '12:30',
  days: ['MO', 'TU'],
  term: terms[i],
  location: i === NAMES.length - 1 ? undefined : makeLocation(i),
  rowId: (sort) => uuid(10 + sort, i),
}));

export const reviews = services.slice(0, 3).map((service, i) => ({
  id: `review-${i}`,
  service,
  title: 'Visited by a member',
  date: '2026-05-04',
  score: '5',
}));
