// Asks every documented address that no other check has asked, and brings about the documented
// statuses that nothing has met yet. What then is still unmet, the check of openapi.json reports.

import { V1_SERVICES, V3_SERVICES, detailTarget, NOBODY } from '../lib/kinds.mjs';

export const name = 'documented-paths';

// Good questions to addresses that need some, and ways to each of their answers: by template, with
// whatever name its id has there. {service} and {tree} are filled in.
const QUESTIONS = {
  '/api/search': ['?per_page=2', '?q=advice&per_page=2&facets=cost', '?per_page=2&format=ics'],
  '/api/places': ['?q=Sheffield'],
  '/api/suggest': ['?q=ad'],
  '/api/why-not': ['?id={service}&q=xqzzyvwkjq', `?id=${NOBODY}`],
  '/api/questions/{}': [],
};

// What some address refuses: a name or a value that it cannot read.
const REFUSED = ['page=0', 'no_such_parameter=1', 'q=%20', 'from=never'];

const READS = ['GET', 'HEAD', 'OPTIONS'];

// "/a/{id}" as "/a/{}".
const shapeOf = (template) => template.replace(/\{[^}]*\}/g, '{}');

async function fillings({ client, feed, document }) {
  const service = (await feed.someId(V3_SERVICES)) ?? (await feed.someId(V1_SERVICES)) ?? NOBODY;
  const asksTrees = document.find('GET', '/api/questions');
  const trees = asksTrees ? (await client.ask('/api/questions')).body : undefined;
  return { service, tree: trees?.items?.[0]?.id ?? 'nothing' };
}

const exampleOf = ({ example, examples, schema }) =>
  example ?? Object.values(examples ?? {})[0]?.value ?? schema?.example ?? schema?.examples?.[0];

// Trees and services by their list; else the documented example.
function idFor(operation, { service, tree }) {
  const list = operation.template.split('/{')[0];
  if (list.endsWith('/questions')) return tree;
  if (list.endsWith('/services')) return service;
  const parameter = operation.parameters.find((one) => one.in === 'path');
  return parameter && exampleOf(parameter);
}

function requiredQuery(operation) {
  const required = operation.parameters.filter((one) => one.in === 'query' && one.required);
  const pairs = required.map((one) => [one.name, exampleOf(one)]);
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}

// Targets that should bring about an answer with status 200, or undefined when the harness cannot
// make up an id.
function targetsOf(operation, filled) {
  const id = idFor(operation, filled);
  if (operation.template.includes('{') && id === undefined) return undefined;
  const path = operation.template.replace(/\{[^}]*\}/g, () => encodeURIComponent(id));
  const questions = QUESTIONS[shapeOf(operation.template)] ?? [];
  const asked = questions.length > 0 ? questions : [requiredQuery(operation)];
  return asked.map((question) => path + question.replace('{service}', filled.service));
}

const options = (operation, more = {}) => ({
  method: operation.method,
  type: typeOf(operation),
  ...more,
});

// The media type documented for status 200, so that pages and calendars are not taken for JSON.
const typeOf = ({ responses }) =>
  Object.keys(responses[200]?.content ?? {})[0]?.split(';')[0] ?? 'application/json';

async function askNotModified({ client }, operation, target) {
  const { headers } = await client.ask(target, options(operation));
  if (!headers.etag) return;
  await client.ask(target, options(operation, { headers: { 'If-None-Match': headers.etag } }));
}

async function askUnknown({ client }, operation) {
  if (!operation.template.includes('{')) return;
  await client.ask(operation.template.replace(/\{[^}]*\}/g, NOBODY), options(operation));
}

async function askRefused({ client }, operation, target) {
  for (const query of REFUSED) {
    const separator = target.includes('?') ? '&' : '?';
    const answer = await client.ask(target + separator + query, options(operation));
    if (answer.status === 400) return;
  }
}

const WAYS = { 304: askNotModified, 400: askRefused, 404: askUnknown };

async function meet(context, operation, status, targets) {
  if (status === undefined || status === '200') {
    for (const target of targets) await context.client.ask(target, options(operation));
  }
  for (const [way, ask] of Object.entries(WAYS)) {
    const isWanted = status === undefined ? operation.responses[way] : status === way;
    if (isWanted) await ask(context, operation, targets[0]);
  }
}

export async function run(context) {
  const { client, document, feed, ledger, report } = context;
  if (!document) return;
  const filled = await fillings(context);
  for (const { operation, status } of [...ledger.unmet()]) {
    if (!READS.includes(operation.method) || (await feed.hasNoneOf(operation.template))) continue;
    const targets = targetsOf(operation, filled);
    if (targets !== undefined) {
      await meet(context, operation, status, targets);
      continue;
    }
    const what = `no id is known for ${operation.template}`;
    report({
      url: client.base + operation.template,
      what,
      wanted: 'an example in its path parameter, or a row in the list',
    });
  }
}
