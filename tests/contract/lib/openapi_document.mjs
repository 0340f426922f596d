// The server's own openapi.json (3.1): which addresses it documents, and what each answer must be.

import { makeAjv, problemsBy } from './schemas.mjs';

const METHODS = ['get', 'head', 'options', 'post', 'put', 'patch', 'delete'];

// The document, or undefined with the reason, of the answer to GET /openapi.json.
export function readOpenApi(answer) {
  const document = answer.body;
  if (document?.paths && typeof document.paths === 'object') return new OpenApiDocument(document);
  return undefined;
}

const unescape = (step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');

// "/a/{id}" as a pattern; an id is one step of a path and not empty.
function patternOf(template) {
  const steps = template.split('/').map((step) =>
    step
      .split(/\{[^}]*\}/)
      .map((text) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&'))
      .join('[^/]+'),
  );
  return new RegExp(`^${steps.join('/')}$`);
}

const holes = (template) => (template.match(/\{/g) ?? []).length;

const CLOSING = ['additionalProperties', 'unevaluatedProperties'];

// For JSON.parse: leaves out what closes an object.
const opened = (key, value) => (CLOSING.includes(key) && value === false ? undefined : value);

export class OpenApiDocument {
  #ajv = makeAjv({ strict: false, validateSchema: false });
  #inline = {};
  #validators = new Map();
  #opened;

  constructor(document) {
    this.document = document;
    this.operations = [...this.#readOperations()];
    // Addresses without holes come first: /services/richness is not an id.
    this.operations.sort((a, b) => holes(a.template) - holes(b.template));
    this.#addSchemas();
  }

  // The operation that answers `method` at `path`, or undefined.
  find(method, path) {
    return this.operations.find((one) => one.method === method && one.pattern.test(path));
  }

  // Whether some operation has this address, whatever its method.
  documents(path) {
    return this.operations.some((one) => one.pattern.test(path));
  }

  // The parameter of a query that an operation takes, or undefined; "need[]" is "need".
  parameterOf(operation, name) {
    const plain = name.replace(/\[\]$/, '');
    return operation.parameters.find((one) => one.in === 'query' && one.name === plain);
  }

  // The closed list of codes that problems may have; none where the description names none.
  get codes() {
    const { code } = this.resolve(this.document.components?.schemas?.Problem)?.properties ?? {};
    return this.resolve(code)?.enum ?? [];
  }

  // "404" by itself, else "4XX", else "default", else undefined.
  statusOf(operation, status) {
    const names = [String(status), `${String(status)[0]}XX`, 'default'];
    return names.find((name) => operation.responses[name] !== undefined);
  }

  // Problems of the values of a body by what is documented for this status and media type;
  // undefined when the media type is not documented.
  bodyProblems(operation, status, mediaType, values, hasExtras = false) {
    if (hasExtras) return this.#open().bodyProblems(operation, status, mediaType, values);
    const content = operation.responses[status].content ?? {};
    const name = Object.keys(content).find((type) => type.split(';')[0].trim() === mediaType);
    if (name === undefined) return undefined;
    const key = content[name].schemaKey;
    return key === undefined ? [] : values.flatMap((value) => this.#validator(key)(value));
  }

  // The same document with every object open: with extras=true answers have members that only their
  // publisher knows.
  #open() {
    this.#opened ??= new OpenApiDocument(JSON.parse(JSON.stringify(this.document), opened));
    return this.#opened;
  }

  // { pointer, what } of what does not compile or resolve.
  *schemaFaults() {
    for (const key of Object.keys(this.#inline)) {
      try {
        this.#validator(key);
      } catch (error) {
        yield { what: `the schema at ${key} cannot be used: ${error.message}` };
      }
    }
  }

  resolve(value) {
    if (typeof value?.$ref !== 'string') return value;
    const steps = value.$ref.replace(/^#\//, '').split('/').map(unescape);
    return this.resolve(steps.reduce((inner, step) => inner?.[step], this.document));
  }

  // A server's address may have a path of its own, which comes before every documented path.
  #prefix() {
    const url = this.document.servers?.[0]?.url ?? '';
    return new URL(url, 'http://any.invalid').pathname.replace(/\/$/, '');
  }

  *#readOperations() {
    for (const [path, raw] of Object.entries(this.document.paths)) {
      const item = this.resolve(raw);
      for (const method of METHODS.filter((name) => item?.[name])) {
        yield this.#readOperation(this.#prefix() + path, method, item);
      }
    }
  }

  #readOperation(template, method, item) {
    const operation = item[method];
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
    const responses = this.#readResponses(
      `${method.toUpperCase()} ${template}`,
      operation.responses,
    );
    return {
      template,
      method: method.toUpperCase(),
      pattern: patternOf(template),
      summary: operation.summary,
      example: operation['x-example'],
      parameters: parameters.map((parameter) => this.resolve(parameter)),
      responses,
      contents: this.#contentsOf(responses),
    };
  }

  // The schemas of all answers of an operation: { place, schema }.
  #contentsOf(responses) {
    const media = Object.values(responses).flatMap(({ content }) => Object.values(content));
    return media.map(({ place, schemaKey }) => ({ place, schema: this.#inline[schemaKey] }));
  }

  #readResponses(place, responses = {}) {
    const entries = Object.entries(responses).map(([status, raw]) => {
      const response = this.resolve(raw) ?? {};
      return [status, { ...response, content: this.#readContent(`${place} ${status}`, response) }];
    });
    return Object.fromEntries(entries);
  }

  #readContent(place, { content = {} }) {
    const entries = Object.entries(content).map(([type, { schema }]) => {
      const schemaKey = `${place} ${type}`;
      if (schema === undefined) return [type, { place: schemaKey }];
      this.#inline[schemaKey] = schema;
      return [type, { place: schemaKey, schemaKey }];
    });
    return Object.fromEntries(entries);
  }

  // One root, so that references to #/components work from every schema; keys with braces and
  // slashes would not survive in a reference, so the schemas of answers are numbered.
  #addSchemas() {
    const numbered = Object.fromEntries(
      Object.values(this.#inline).map((schema, i) => [i, schema]),
    );
    const { components, paths } = this.document;
    this.#ajv.addSchema({ components, paths, inline: numbered }, 'openapi');
  }

  #validator(key) {
    if (!this.#validators.has(key)) {
      const number = Object.keys(this.#inline).indexOf(key);
      this.#validators.set(
        key,
        problemsBy(this.#ajv.compile({ $ref: `openapi#/inline/${number}` })),
      );
    }
    return this.#validators.get(key);
  }
}
