// Asks every documented address with every documented parameter and each of its few values, brings
// about every documented status and code, and asks for what is not documented. What then is still
// unmet, the check of openapi.json reports; whether an answer is as documented, the ledger.

import {
  COMPANIONS,
  FORMS,
  PROBLEMS,
  QUESTIONS,
  goodValues,
  refusedValue,
} from '../lib/exercises.mjs';
import { spread } from '../lib/feed.mjs';
import { inParallel, queryOf } from '../lib/http_client.mjs';
import { NOBODY, V3_SERVICES } from '../lib/kinds.mjs';
import { idFor, ownNames } from '../lib/own_names.mjs';
import { hasStatus } from '../lib/page_rules.mjs';

export const name = 'documented-paths';

const STRANGER = 'xqzzyvwkjq';

// "there are a, b, c" and "this address takes a, b, c" end what is said of an unknown parameter.
const LISTED = /(?:there are|this address takes) ([a-z_, ]+)$/;
// "... cannot be read; give a, b or c".
const WANTED = /cannot be read; give (.+)$/;

const queryParameters = ({ parameters }) => parameters.filter((one) => one.in === 'query');

const fill = (text, names) =>
  text.replace(/\{(\w+)\}/g, (_, hole) => encodeURIComponent(names[hole]));

// The documented statuses of good answers: 200, and 303 where an address sends on.
const goodStatuses = ({ responses }) =>
  Object.keys(responses).map(Number).filter((status) => [200, 303].includes(status));

// The media type documented for a good answer; rows one a line where they are asked for.
const typeOf = ({ responses }, values = {}) =>
  values.format === 'ndjson'
    ? 'application/x-ndjson'
    : (Object.keys(responses[goodStatuses({ responses })[0]]?.content ?? {})[0]?.split(';')[0] ?? 'application/json');

// One documented address: where it is, and what every good question to it has.
class Exercise {
  constructor(context, operation, names, path) {
    Object.assign(this, { context, operation, names, path });
    const required = queryParameters(operation).filter((one) => one.required);
    this.base = Object.fromEntries(required.map((one) => [one.name, this.valueOf(one)]));
  }

  get good() {
    return goodStatuses(this.operation);
  }

  has(status) {
    return this.operation.responses[status] !== undefined;
  }

  // What this index knows by that name, else the documented example.
  valueOf(parameter) {
    const isOruk = this.operation.template.startsWith('/oruk/');
    const own = !isOruk || parameter.name.endsWith('_id');
    const known = { ...this.names, id: this.names.service }[parameter.name];
    return (own && known) || [parameter.example].flat().join(',');
  }

  // `values` with what stands beside them, of what this address takes.
  question(values) {
    const beside = Object.keys(values).flatMap((key) => Object.entries(COMPANIONS[key] ?? {}));
    const taken = beside.filter(([key]) =>
      this.context.document.parameterOf(this.operation, key),
    );
    return { ...this.base, ...Object.fromEntries(taken), ...values };
  }

  ask(values, more = {}) {
    const target = this.path + queryOf(values);
    return this.context.client.ask(target, { type: typeOf(this.operation, values), ...more });
  }

  async mustAnswer(values, status, more) {
    const answer = await this.ask(values, more);
    hasStatus(answer, status, this.context.report);
    return answer;
  }
}

async function askParameters(exercise) {
  for (const parameter of queryParameters(exercise.operation)) {
    const few = goodValues(parameter);
    const values = few.length > 1 ? few : [exercise.valueOf(parameter)];
    for (const value of values)
      await exercise.mustAnswer(exercise.question({ [parameter.name]: value }), exercise.good);
    await askRefused(exercise, parameter);
  }
}

// A value of no documented kind is refused, and what is said to be wanted is what is documented.
async function askRefused(exercise, parameter) {
  const value = refusedValue(parameter);
  if (!exercise.has(400) || parameter.in !== 'query') return;
  if (parameter.required) {
    const { [parameter.name]: left, ...others } = exercise.base;
    await exercise.mustAnswer(others, 400);
  }
  if (value === undefined) return;
  const status = isLeftOut(exercise, parameter) ? exercise.good : 400;
  const answer = await exercise.mustAnswer(exercise.question({ [parameter.name]: value }), status);
  const [, wanted] = answer.json?.detail?.match(WANTED) ?? [];
  const words = parameter.schema.enum ?? parameter.schema.items?.enum;
  const documented = words ?? (await enumOf(exercise, parameter));
  if (wanted === undefined || documented === undefined) return;
  const said = wanted.split(/, | or /).filter((word) => /^[\w-]+$/.test(word));
  for (const word of said.filter((one) => !documented.includes(one)))
    report(exercise, answer, `takes "${word}", which is not documented`, 'every value it takes');
}

// Pages for people leave out what cannot be read, and say so; but they ask again for a place.
const isLeftOut = ({ operation }, { name }) =>
  !/^\/(api|oruk)\//.test(operation.template) && name !== 'near';

const enumOf = ({ context }, { schema }) => context.document.resolve(schema.items ?? schema)?.enum;

const report = ({ context }, answer, what, wanted) => context.report({ answer, what, wanted });

// Addresses that refuse names which they do not know also say which they do.
async function askStranger(exercise) {
  const { operation } = exercise;
  if (!operation.template.startsWith('/api/')) return;
  const answer = await exercise.mustAnswer({ ...exercise.base, [STRANGER]: '1' }, 400);
  const [, list] = answer.json?.detail?.match(LISTED) ?? [];
  if (list === undefined) return;
  const taken = list === 'none' ? [] : list.split(', ');
  const documented = queryParameters(operation).map((one) => one.name);
  for (const one of taken.filter((each) => !documented.includes(each)))
    report(exercise, answer, `takes "${one}", which is not documented`, 'every parameter it takes');
}

async function askStatuses(exercise) {
  const { operation } = exercise;
  const answer = await exercise.mustAnswer(exercise.base, exercise.good);
  const { etag } = answer.headers;
  if (exercise.has(304) && etag)
    await exercise.mustAnswer(exercise.base, 304, { headers: { 'If-None-Match': etag } });
  const method = exercise.context.document.find('POST', exercise.path) ? 'DELETE' : 'POST';
  if (exercise.has(405)) await exercise.mustAnswer(exercise.base, 405, { method });
  if (exercise.has(404)) await askNobody(exercise);
}

// The id of nothing, in the address or, where that has no place for one, in the query.
async function askNobody({ context, operation, base, path }) {
  const isInPath = operation.template.includes('{');
  const target = isInPath
    ? operation.template.replace(/\{[^}]*\}/g, NOBODY)
    : path + queryOf({ ...base, id: NOBODY });
  hasStatus(await context.client.ask(target), 404, context.report);
}

async function askQuestions(exercise) {
  const { context, operation, names, path } = exercise;
  const isTaken = (one) =>
    [...new URLSearchParams(one).keys()].every((key) =>
      context.document.parameterOf(operation, key),
    );
  const asked = (QUESTIONS[operation.template] ?? []).filter(isTaken);
  const questions = asked.map((one) => `${path}?${one}`);
  if (operation.example) questions.push(operation.example);
  for (const target of questions) {
    const answer = await context.client.ask(fill(target, names), { type: typeOf(operation) });
    hasStatus(answer, goodStatuses(operation), context.report);
  }
}

// The sample of services that the lists are asked for, at addresses outside of ORUK too.
async function askServices({ context, operation }) {
  const [before, after, ...more] = operation.template.split('{id}');
  if (before !== '/api/services/' || more.length > 0) return;
  const rows = spread(await context.feed.rows(V3_SERVICES), context.options.details);
  await inParallel(rows, async ({ id }) => {
    const answer = await context.client.ask(before + id + after, { type: typeOf(operation) });
    hasStatus(answer, 200, context.report);
  });
}

// How a problem is brought about where a GET is none.
const NO_FORM = { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: 'advice' };
const SENT = { method_not_allowed: { method: 'POST' }, unsupported_media_type: NO_FORM };

// Also codes that are not documented, where the address is: the ledger compares what comes.
async function askProblems({ client, document, report: tell }, names) {
  const isAsked = (code) =>
    document.codes.includes(code) || document.find('GET', PROBLEMS[code].split('?')[0]);
  for (const code of Object.keys(PROBLEMS).filter(isAsked)) {
    const target = fill(PROBLEMS[code], names);
    const answer = await client.ask(target, { offMap: code === 'unknown_path', ...SENT[code] });
    if (answer.json?.code === code) continue;
    tell({ answer, what: `the code is "${answer.json?.code}"`, wanted: `"${code}"` });
  }
}

async function exerciseOf(context, operation, names) {
  const id = await idFor(operation, names, context.feed);
  if (operation.template.includes('{') && id === undefined) return undefined;
  const path = operation.template.replace(/\{[^}]*\}/g, () => encodeURIComponent(id));
  return new Exercise(context, operation, names, path);
}

// Addresses that take a form as well: each form, and of an address with an id the id of nothing.
async function askForms({ client, document, report: tell }, names) {
  for (const { template } of document.operations.filter(({ method }) => method === 'POST')) {
    const forms = (FORMS[template] ?? []).map(([body, status]) => [template, body, status]);
    if (template.includes('{')) forms.push([template.replace(/\{[^}]*\}/, NOBODY), '', 404]);
    for (const [target, body, status] of forms) {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const options = { method: 'POST', headers, body: fill(body, names) };
      hasStatus(await client.ask(fill(target, names), options), status, tell);
    }
    if (document.find('POST', template).responses[415])
      hasStatus(await client.ask(fill(template, names), NO_FORM), 415, tell);
  }
}

export async function run(context) {
  const { client, document, feed } = context;
  if (!document) return;
  const names = await ownNames(context);
  for (const operation of document.operations.filter(({ method }) => method === 'GET')) {
    // Without reviews there is no review to ask for.
    if (await feed.hasNoneOf(operation.template)) continue;
    const exercise = await exerciseOf(context, operation, names);
    if (exercise) {
      await askStatuses(exercise);
      await askParameters(exercise);
      await askQuestions(exercise);
      await askServices(exercise);
      await askStranger(exercise);
      continue;
    }
    const what = `no id is known for ${operation.template}`;
    context.report({
      url: client.base + operation.template,
      what,
      wanted: 'an example in its path parameter, or a row in the list',
    });
  }
  await askForms(context, names);
  await askProblems(context, names);
}
