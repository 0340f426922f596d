// Rules about values that hold at any depth of an answer: nothing is null or empty, ids are UUIDs,
// and an id beside an object is the object's. Problems are { pointer, what, wanted }.

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

// Of v3; v1 ids of terms and of nested rows are free text.
export const V3_VALUES = { uuids: true, emptyLists: false, nullable: new Set() };
// "parent": null marks a root, which clients ask for by ===.
export const V1_VALUES = { uuids: false, emptyLists: true, nullable: new Set(['parent']) };

export function isUuid(value) {
  return typeof value === 'string' && UUID.test(value);
}

function* problemsOfScalar(value, name, pointer, rules) {
  if (value === null && !rules.nullable.has(name)) {
    yield { pointer, what: 'is null', wanted: 'a value, or no such member' };
  }
  if (typeof value === 'string' && value.trim() === '') {
    yield { pointer, what: 'is an empty text', wanted: 'a value, or no such member' };
  }
  const isId = name === 'id' || String(name).endsWith('_id');
  if (rules.uuids && isId && !isUuid(value)) {
    yield { pointer, what: `is ${JSON.stringify(value)}`, wanted: 'a UUID in lower case' };
  }
}

// `envelopeRows` is the member whose list may be empty: that of the page.
export function* valueProblems(value, rules, envelopeRows = '', name = '', pointer = '') {
  if (value === null || typeof value !== 'object') {
    yield* problemsOfScalar(value, name, pointer, rules);
    return;
  }
  const entries = Object.entries(value);
  const mayBeEmpty = rules.emptyLists || pointer === '' || pointer === `/${envelopeRows}`;
  if (entries.length === 0 && !mayBeEmpty) {
    yield { pointer, what: 'is an empty list or object', wanted: 'items, or no such member' };
  }
  for (const [key, member] of entries) {
    // A place in a list takes the name of the list: nulls in it are as bad.
    const called = Array.isArray(value) ? name : key;
    yield* valueProblems(member, rules, envelopeRows, called, `${pointer}/${key}`);
  }
}

// "location_id" beside "location" is the id of it; "link_id" of an attribute that of its holder.
export function* referenceProblems(value, pointer = '') {
  if (value === null || typeof value !== 'object') return;
  for (const [key, member] of Object.entries(value)) {
    const id = value[`${key}_id`];
    if (id !== undefined && member?.id !== undefined && member.id !== id) {
      yield {
        pointer: `${pointer}/${key}_id`,
        what: `is "${id}"`,
        wanted: `"${member.id}", the id of ${key}`,
      };
    }
    if (key === 'attributes' && Array.isArray(member)) yield* linkProblems(value, member, pointer);
    yield* referenceProblems(member, `${pointer}/${key}`);
  }
}

function* linkProblems(holder, attributes, pointer) {
  for (const [i, { link_id: id }] of attributes.entries()) {
    if (id === undefined || id === holder.id) continue;
    yield {
      pointer: `${pointer}/attributes/${i}/link_id`,
      what: `is "${id}"`,
      wanted: `"${holder.id}", the id of what the attribute belongs to`,
    };
  }
}
