import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  MOST_IDS,
  cleanIds,
  idsOfQuery,
  listAddress,
  makeListStore,
  sameIds,
} from '../../../server/web/assets/scripts/list_store.js';

function storageOf(values = {}) {
  return {
    values,
    getItem: (key) => values[key] ?? null,
    setItem(key, value) {
      values[key] = value;
    },
  };
}

const full = {
  getItem: () => null,
  setItem() {
    throw new Error('QuotaExceededError');
  },
};
const forbidden = {
  getItem() {
    throw new Error('SecurityError');
  },
  setItem() {
    throw new Error('SecurityError');
  },
};

test('keeps ids in the order of saving, once each, past the page', () => {
  const storage = storageOf();
  const store = makeListStore(storage);
  for (const id of ['b', 'a', 'b']) store.add(id);
  assert.deepEqual(store.ids(), ['b', 'a']);
  assert.deepEqual(makeListStore(storage).ids(), ['b', 'a']);
  store.remove('b');
  assert.ok(!store.has('b') && store.has('a'));
});

for (const [name, storage] of Object.entries({ full, forbidden, missing: null })) {
  test(`keeps the list for the page where storage is ${name}`, () => {
    const store = makeListStore(storage);
    store.add('a');
    store.add('b');
    assert.deepEqual(store.ids(), ['a', 'b']);
    store.remove('a');
    assert.deepEqual(store.ids(), ['b']);
  });
}

test('takes what another program left in the storage for nothing', () => {
  for (const left of ['{', '"a"', '{"a":1}', '[1, null, "<script>"]']) {
    const store = makeListStore(storageOf({ 'waypost.list': left }));
    assert.deepEqual(store.ids(), [], left);
    store.add('a');
    assert.deepEqual(store.ids(), ['a']);
  }
});

test('is full at its limit and takes no more', () => {
  const store = makeListStore(storageOf());
  for (let i = 0; i < MOST_IDS; ++i) {
    assert.ok(!store.isFull());
    store.add(`id-${i}`);
  }
  assert.ok(store.isFull());
  store.add('one-more');
  assert.equal(store.ids().length, MOST_IDS);
  assert.ok(!store.has('one-more'));
});

test('makes a link of ids, and ids of a link', () => {
  assert.equal(listAddress('/list', []), '/list');
  assert.equal(listAddress('/list?ids=old', ['a', 'b']), '/list?ids=a,b');
  assert.equal(listAddress('/list?lang=cy', ['a']), '/list?ids=a&lang=cy');
  assert.equal(listAddress('/list?ids=old&lang=cy', []), '/list?lang=cy');
  assert.deepEqual(idsOfQuery('?ids=a,b,a,,x%20y'), ['a', 'b']);
  assert.deepEqual(idsOfQuery('?q=x'), []);
  const ids = ['c1170ad2-8c98-40d0-b619-1fe953e1afd4', 'source:LVN-0103'];
  assert.deepEqual(idsOfQuery(listAddress('/list', ids).slice('/list'.length)), ids);
});

test('a full list of public ids makes an address that every browser takes', () => {
  const ids = Array.from({ length: MOST_IDS }, (_, i) => `c1170ad2-8c98-40d0-b619-${1e11 + i}`);
  assert.equal(cleanIds(ids).length, MOST_IDS);
  assert.ok(listAddress('/list', ids).length < 2000);
});

test('tells lists apart by order too', () => {
  assert.ok(sameIds(['a', 'b'], ['a', 'b']));
  assert.ok(!sameIds(['a', 'b'], ['b', 'a']));
  assert.ok(!sameIds(['a'], ['a', 'b']));
});
