// How openapi.json itself must be: what it says of an answer must leave nothing open, or holding an
// answer to it would say nothing.
//
// Every object lists what is required and is closed, every list says of what, every part of a query
// has a type, a meaning and an example. An object of any members is a map: it says so in words, and
// of what its members are.

const TYPED = ['type', 'enum', 'const', '$ref', 'allOf', 'anyOf', 'oneOf'];
const IN_PLACE = ['allOf', 'anyOf', 'oneOf'];

const isSchema = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const isTyped = (value) => isSchema(value) && TYPED.some((word) => word in value);

class SchemaReader {
  #document;
  // Schemas by themselves, and those that whoever refers to them closes.
  #seen = new Set();

  constructor(document) {
    this.#document = document;
  }

  // `isCovered`: something around it closes it, as `unevaluatedProperties` beside `allOf` does.
  *faults(schema, pointer, isCovered = false) {
    if (!isTyped(schema)) {
      const wanted = 'a type, or what it must be';
      yield { pointer, what: 'is a schema that says nothing', wanted };
      return;
    }
    if (typeof schema.$ref === 'string') {
      yield* this.#referred(schema.$ref, isCovered);
      return;
    }
    const closes = schema.unevaluatedProperties === false || schema.additionalProperties === false;
    yield* this.#ofObject(schema, pointer, isCovered || closes);
    yield* this.#ofList(schema, pointer);
    for (const word of IN_PLACE) {
      const isClosed = isCovered || schema.unevaluatedProperties === false;
      for (const [i, part] of (schema[word] ?? []).entries())
        yield* this.faults(part, `${pointer}/${word}/${i}`, isClosed);
    }
  }

  *#referred(reference, isCovered) {
    const key = `${reference} ${isCovered}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    yield* this.faults(this.#document.resolve({ $ref: reference }), reference.slice(1), isCovered);
  }

  *#ofObject(schema, pointer, isClosed) {
    const { properties, required, additionalProperties: others, description } = schema;
    const isObject = [schema.type].flat().includes('object') || properties !== undefined;
    if (!isObject) return;
    const isMap = isTyped(others);
    if (!isMap && !isClosed) {
      const wanted = 'additionalProperties or unevaluatedProperties of false';
      yield { pointer, what: 'is an object of any members', wanted };
    }
    if (isMap && !description)
      yield { pointer, what: 'is a map without a description', wanted: 'what its members are' };
    if (!isMap && !Array.isArray(required))
      yield { pointer, what: 'does not say what is required', wanted: 'a list "required"' };
    if (isMap) yield* this.faults(others, `${pointer}/additionalProperties`);
    for (const [name, member] of Object.entries(properties ?? {}))
      yield* this.faults(member, `${pointer}/properties/${name}`);
  }

  *#ofList(schema, pointer) {
    if (![schema.type].flat().includes('array')) return;
    if (isTyped(schema.items)) yield* this.faults(schema.items, `${pointer}/items`);
    else yield { pointer, what: 'is a list of anything', wanted: 'items' };
  }
}

function* parameterFaults(parameter, pointer) {
  const wanted = 'a schema, a description and an example';
  for (const member of ['schema', 'description', 'example'])
    if (parameter[member] === undefined)
      yield { pointer, what: `the parameter "${parameter.name}" has no ${member}`, wanted };
}

// { pointer, what, wanted } of everything in the description that is left open.
export function* looseFaults(openapi) {
  const reader = new SchemaReader(openapi);
  for (const { template, method, summary, parameters, contents } of openapi.operations) {
    const pointer = `/paths${template} ${method}`;
    if (!summary) yield { pointer, what: 'has no summary', wanted: 'what it is for' };
    for (const parameter of parameters) yield* parameterFaults(parameter, pointer);
    for (const { place, schema } of contents) yield* reader.faults(schema, place);
  }
}
