// An error of ajv in plain English: { pointer, what, wanted }.

const shown = (value) => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

const article = (type) => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);

const typeWords = (type) => [type].flat().map(article).join(' or ');

const FORMATS = {
  uuid: 'a UUID',
  uri: 'an absolute URI with a scheme',
  email: 'an email address',
  date: 'a date, 2026-11-21',
  'date-time': 'a date and time with Z or an offset (RFC 3339)',
};

const stray = (name) => ({
  what: `has the member "${name}"`,
  wanted: 'only members of the schema',
});

const WORDS = {
  required: ({ missingProperty }) => ({
    what: `the member "${missingProperty}" is missing`,
    wanted: `"${missingProperty}", which the schema requires`,
  }),
  additionalProperties: ({ additionalProperty }) => stray(additionalProperty),
  unevaluatedProperties: ({ unevaluatedProperty }) => stray(unevaluatedProperty),
  type: ({ type }, value) => ({ what: `is ${shown(value)}`, wanted: typeWords(type) }),
  format: ({ format }, value) => ({
    what: `is ${shown(value)}`,
    wanted: FORMATS[format] ?? `the format ${format}`,
  }),
  enum: ({ allowedValues }, value) => ({
    what: `is ${shown(value)}`,
    wanted: `one of ${allowedValues.map(shown).join(', ')}`,
  }),
  const: ({ allowedValue }, value) => ({ what: `is ${shown(value)}`, wanted: shown(allowedValue) }),
  pattern: ({ pattern }, value) => ({
    what: `is ${shown(value)}`,
    wanted: `a text that matches ${pattern}`,
  }),
};

// Says that some branch did not hold; the errors of the branches say which.
const ECHOES = new Set(['if', 'anyOf', 'oneOf']);

export function wordsOf(error) {
  const words = WORDS[error.keyword];
  const said = words
    ? words(error.params, error.data)
    : { what: `is ${shown(error.data)}`, wanted: `${error.message}` };
  return { pointer: error.instancePath, ...said };
}

// `errors` of a validator compiled with `verbose`, each said once: schemas that share a rule fail
// it together.
export function wordsOfAll(errors) {
  const plain = (errors ?? []).filter((error) => !ECHOES.has(error.keyword));
  const said = (plain.length > 0 ? plain : (errors ?? [])).map(wordsOf);
  return [...new Map(said.map((words) => [JSON.stringify(words), words])).values()];
}
