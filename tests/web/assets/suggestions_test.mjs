import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  isPostcode,
  SUGGEST_ADDRESS,
  suggestForm,
  suggestionMarkup,
  suggestionText,
  suggestionsOf,
} from '../../../server/web/assets/scripts/suggestions.js';

test('knows a whole postcode from a beginning and from words', () => {
  for (const whole of ['S11 8AB', 's118ab', ' EC1A 1BB ', 'M1 1AE']) assert.ok(isPostcode(whole), whole);
  for (const other of ['S11', 'S11 8', 'debt', 'A1', '']) assert.ok(!isPostcode(other), other);
});

test('asks our own server alone, and not for what cannot be completed', () => {
  assert.equal(SUGGEST_ADDRESS, '/api/suggest');
  assert.equal(String(suggestForm(' debt adv ', '')), 'q=debt+adv&limit=8');
  assert.equal(String(suggestForm('a&b#c', 'need,place')), 'q=a%26b%23c&limit=8&kinds=need%2Cplace');
  for (const text of ['', ' ', 'a', 'S11 8AB', 'ec1a1bb', 'x'.repeat(101)]) {
    assert.equal(suggestForm(text, ''), null, text);
  }
});

const word = (key) =>
  key === 'kind.service' ? { text: 'Gwasanaeth', lang: '' } : { text: 'Need', lang: 'en' };

const ANSWER = {
  items: [
    { kind: 'need', label: 'Help with debt', parameter: 'need', value: 'waypostNeeds:debt' },
    { kind: 'service_type', label: 'Debt counselling', parameter: 'service_type', value: 'x:1' },
    { kind: 'service_type', label: 'Debt counselling', parameter: 'service_type', value: 'x:2' },
    { kind: 'place', label: 'Deben', parameter: 'near', value: 'Deben, Suffolk' },
    { kind: 'planet', label: 'Debris', parameter: 'q', value: 'Debris' },
  ],
};

test('turns an answer into suggestions that can be told apart', () => {
  const found = suggestionsOf(ANSWER, 'q', '');
  assert.deepEqual(
    found.map(({ label, kind }) => [label, kind]),
    [
      ['Help with debt', 'need'],
      ['Debt counselling', 'service_type'],
      ['Deben', 'place'],
    ],
  );
});

test('puts into a field what it is asked by, and the label elsewhere', () => {
  assert.equal(suggestionsOf(ANSWER, 'near', '')[2].text, 'Deben, Suffolk');
  assert.equal(suggestionsOf(ANSWER, 'q', '')[2].text, 'Deben');
});

test('leaves the kind unsaid where there is one', () => {
  assert.equal(suggestionsOf(ANSWER, 'near', 'place')[2].kind, '');
});

test('an answer of another shape suggests nothing', () => {
  for (const answer of [null, {}, { items: 'x' }, { items: [{}] }]) {
    assert.deepEqual(suggestionsOf(answer, 'q', ''), []);
  }
});

test('what a feed calls its services is text in the menu', () => {
  const markup = suggestionMarkup({ label: '<img src=x onerror="a()">&', kind: 'service' }, word, '');
  assert.doesNotMatch(markup, /<img|"a\(\)"/);
  assert.match(markup, /&#60;img src=x onerror=&#34;a\(\)&#34;&#62;&#38;/);
  assert.match(markup, /<span class="wp-suggest__kind">Gwasanaeth<\/span>$/);
  assert.equal(suggestionMarkup('<b>'), '&#60;b&#62;');
  assert.equal(suggestionMarkup(undefined), '');
});

test('what is not in the language of the page says so', () => {
  assert.equal(
    suggestionMarkup({ label: 'Debt', kind: 'need' }, word, 'en'),
    '<span class="wp-suggest__label" lang="en">Debt</span> <span class="wp-suggest__kind" lang="en">Need</span>',
  );
});

test('the field shows nothing for nothing and what it held for itself', () => {
  assert.equal(suggestionText(undefined), '');
  assert.equal(suggestionText('kept'), 'kept');
  assert.equal(suggestionText({ text: 'Deben, Suffolk' }), 'Deben, Suffolk');
});
