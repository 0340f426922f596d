// openapi.json of the fake feed.

import { pagePaths } from './pages.mjs';

const problem = {
  description: 'Not so.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const notModified = { description: 'You have it.' };
const id = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'Of a row.',
  schema: { type: 'string' },
  example: '1',
};

const EXAMPLES = {
  page: [1, 'integer'],
  per_page: [5, 'integer'],
  minimal: [true, 'boolean'],
  full: [true, 'boolean'],
  extras: [true, 'boolean'],
  top_only: [true, 'boolean'],
  root_only: [true, 'boolean'],
  minimum_age: [9, 'number'],
  maximum_age: [12, 'number'],
};
const parameter = (name) => {
  const [example, type] = EXAMPLES[name] ?? [EXAMPLE_TEXTS[name] ?? 'advice', 'string'];
  const schema = name === 'format' ? { type, enum: ['json', 'ndjson'] } : { type };
  return { name, in: 'query', description: `It asks for ${name}.`, schema, example };
};
const EXAMPLE_TEXTS = {
  format: 'ndjson',
  start_time: '09:00',
  end_time: '17:00',
  startTime: '09:00',
  endTime: '17:00',
  day: 'MO',
  modified_after: '2026-01-01',
  postcode: 'S1 1AA',
  proximity: '1000',
  coverage: 'S1 1AA',
};

const json = (schema) => ({
  description: 'Here it is.',
  content: { 'application/json': { schema } },
});
const get = (responses, parameters = []) => ({
  get: { summary: 'It answers.', parameters, responses: { ...responses, 405: problem } },
});

const ref = (name) => ({ $ref: `#/components/schemas/${name}` });

const page = (version, names, more = {}) =>
  get({ 200: { ...json(ref(`Page${version}`)), ...more }, 304: notModified, 400: problem }, [
    ...[...names, 'page', 'per_page'].map(parameter),
  ]);
const one = (names = [], more = {}) =>
  get({ 200: json(ref('Thing')), 304: notModified, 404: problem, ...more }, [
    id,
    ...names.map(parameter),
  ]);

const FILTERS = [
  'text',
  'minimum_age',
  'maximum_age',
  'start_time',
  'end_time',
  'day',
  'taxonomy_id',
  'postcode',
  'proximity',
];
const V3_FILTERS = [
  ...FILTERS,
  'search',
  'organization_id',
  'modified_after',
  'taxonomy_term_id',
];
const V3_FORMS = ['minimal', 'full', 'extras', 'format'];
const TAKEN = {
  'v3/services': [...V3_FILTERS, ...V3_FORMS, 'service_type', 'status', 'need', 'coverage'],
  'v3/service_at_locations': [...V3_FILTERS, 'coverage'],
  'v3/taxonomy_terms': ['taxonomy_id', 'parent_id', 'top_only'],
  'v1/services': [
    ...FILTERS,
    'vocabulary',
    'taxonomy_type',
    'coverage',
    'include',
    'need',
    'circumstance',
    'startTime',
    'endTime',
  ],
  'v1/taxonomies': ['vocabulary', 'parent_id', 'root_only'],
};

const LISTS = {
  v3: ['services', 'service_at_locations', 'taxonomies', 'taxonomy_terms', 'organizations'],
  v1: ['services', 'taxonomies', 'organizations', 'locations', 'reviews'],
};

function listPaths(version) {
  return LISTS[version].flatMap((list) => [
    [`/oruk/${version}/${list}`, page(version, TAKEN[`${version}/${list}`] ?? [])],
    [`/oruk/${version}/${list}/{id}`, one(version === 'v3' ? ['extras'] : [])],
  ]);
}

const lines = {
  description: 'A page, or lines.',
  content: {
    ...json(ref('Pagev3')).content,
    'application/x-ndjson': { schema: ref('Thing') },
  },
};

// The fake's own rows are held to the schemas of the standard, so here any members will do.
const map = (members) => ({
  type: 'object',
  description: 'What is said of it.',
  required: Object.keys(members),
  properties: members,
  additionalProperties: ref('Anything'),
});

const envelope = (members, rows) =>
  map({ ...members, [rows]: { type: 'array', items: ref('Thing') } });

export const openapi = {
  openapi: '3.1.0',
  info: { title: 'Fake feed', version: '1' },
  paths: {
    ...Object.fromEntries([...listPaths('v3'), ...listPaths('v1')]),
    '/oruk/v3/': get({ 200: json(map({ version: { type: 'string' } })), 304: notModified }),
    '/oruk/v3/services': page('v3', TAKEN['v3/services'], lines),
    '/oruk/v1/services.csv': get(
      {
        200: { description: 'A table.', content: { 'text/csv': { schema: { type: 'string' } } } },
        304: notModified,
        400: problem,
      },
      ['page', 'per_page'].map(parameter),
    ),
    '/oruk/v1/services/{id}/richness': get(
      { 200: json(map({})), 304: notModified, 404: problem },
      [id],
    ),
    '/oruk/v1/vocabularies': get({
      200: json({ type: 'array', items: { type: 'string' } }),
      304: notModified,
    }),
    // Outside ORUK, so that only the check of documented addresses asks it; it refuses what it does
    // not know, as those of the server do.
    '/api/services/{id}': one(['language'], { 400: problem }),
    '/openapi.json': get({ 200: json(map({})), 304: notModified }),
    ...pagePaths(problem),
  },
  components: {
    schemas: {
      Anything: {
        type: ['string', 'number', 'boolean', 'null', 'array', 'object'],
        description: 'Whatever it is.',
        items: ref('Anything'),
        additionalProperties: ref('Anything'),
      },
      Thing: map({ id: { type: 'string' } }),
      Problem: {
        type: 'object',
        required: ['type', 'title', 'status'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string' },
          code: { type: 'string', enum: ['unknown_service', 'not_found', 'method_not_allowed'] },
        },
        additionalProperties: false,
      },
      Pagev3: envelope({ total_items: { type: 'integer' }, size: { type: 'integer' } }, 'contents'),
      Pagev1: envelope(
        { totalElements: { type: 'integer' }, size: { type: 'integer' } },
        'content',
      ),
    },
  },
};

const LANGUAGES = ['en', 'cy'];
const language = openapi.paths['/api/services/{id}'].get.parameters[1];
Object.assign(language, { schema: { type: 'string', enum: LANGUAGES }, example: 'cy' });

// What is wrong with the parameters of /api/services/{id}, in the words of the server; undefined
// when nothing is.
export function refusalOf(parameters) {
  const stranger = [...parameters.keys()].find((name) => name !== 'language');
  if (stranger) return `there is no parameter ${stranger} here; this address takes language`;
  const asked = parameters.get('language');
  if (asked === null || LANGUAGES.includes(asked)) return undefined;
  return `language=${asked} cannot be read; give ${LANGUAGES.join(' or ')}`;
}
