// openapi.json of the fake feed.

const problem = {
  description: 'Not so.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const notModified = { description: 'You have it.' };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

const json = (schema) => ({
  description: 'Here it is.',
  content: { 'application/json': { schema } },
});
const get = (responses, parameters = []) => ({ get: { parameters, responses } });

const page = (version, more = {}) =>
  get({
    200: { ...json({ $ref: `#/components/schemas/Page${version}` }), ...more },
    304: notModified,
    400: problem,
  });
const one = (responses = {}) =>
  get(
    {
      200: json({ type: 'object', required: ['id'], properties: { id: { type: 'string' } } }),
      304: notModified,
      404: problem,
      ...responses,
    },
    [id],
  );

const pageSchema = (members, rows) => ({
  type: 'object',
  required: [...members, rows],
  properties: { [rows]: { type: 'array', items: { type: 'object', required: ['id'] } } },
});

const LISTS = {
  v3: ['services', 'service_at_locations', 'taxonomies', 'taxonomy_terms', 'organizations'],
  v1: ['services', 'taxonomies', 'organizations', 'locations', 'reviews'],
};

function listPaths(version) {
  return LISTS[version].flatMap((list) => [
    [`/oruk/${version}/${list}`, page(version)],
    [`/oruk/${version}/${list}/{id}`, one()],
  ]);
}

const lines = {
  description: 'A page, or lines.',
  content: { ...json({ $ref: '#/components/schemas/Pagev3' }).content, 'application/x-ndjson': {} },
};

export const openapi = {
  openapi: '3.1.0',
  info: { title: 'Fake feed', version: '1' },
  paths: {
    ...Object.fromEntries([...listPaths('v3'), ...listPaths('v1')]),
    '/oruk/v3/': get({ 200: json({ type: 'object', required: ['version'] }), 304: notModified }),
    '/oruk/v3/services': page('v3', lines),
    '/oruk/v1/services.csv': get({
      200: { description: 'A table.', content: { 'text/csv': {} } },
      304: notModified,
      400: problem,
    }),
    '/oruk/v1/services/{id}/richness': get(
      { 200: json({ type: 'object' }), 304: notModified, 404: problem },
      [id],
    ),
    '/oruk/v1/vocabularies': get({
      200: json({ type: 'array', items: { type: 'string' } }),
      304: notModified,
    }),
    // Outside ORUK, so that only the check of documented addresses asks it.
    '/api/services/{id}': one(),
    '/openapi.json': get({ 200: json({ type: 'object' }), 304: notModified }),
  },
  components: {
    schemas: {
      Problem: { type: 'object', required: ['type', 'title', 'status'] },
      Pagev3: pageSchema(['total_items', 'size'], 'contents'),
      Pagev1: pageSchema(['totalElements', 'size'], 'content'),
    },
  },
};
