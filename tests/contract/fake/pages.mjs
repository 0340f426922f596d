// The page of results of the fake feed, for a question in an address and for a form; undefined for
// any other address.

const page = (status, headers = {}) => ({
  status,
  type: 'text/html',
  html: '<p>Results</p>',
  headers,
});

function answerForm(fields) {
  if (fields.get('form') === 'start' && !fields.has('near')) return page(400);
  return fields.has('need') ? page(200) : page(303, { Location: `/search?${fields}` });
}

export function answerPage({ method, path, parameters, body }) {
  if (path !== '/search') return undefined;
  if (method === 'POST') return answerForm(new URLSearchParams(body));
  return page(parameters.get('near') === 'ZZ99 9ZZ' ? 400 : 200);
}

// What the fake's openapi.json says of it.
const html = (description) => ({
  description,
  content: { 'text/html': { schema: { type: 'string' } } },
});
const near = {
  name: 'near',
  in: 'query',
  description: 'Where.',
  schema: { type: 'string' },
  example: 'S11 8',
};
export const pagePaths = (problem) => ({
  '/search': {
    get: {
      summary: 'Results.',
      parameters: [near],
      responses: { 200: html('The page.'), 400: html('Where is that?'), 405: problem },
    },
    post: {
      summary: 'Results of a form.',
      responses: { 200: html('The page.'), 303: html('There.'), 400: html('Where is that?') },
    },
  },
});
