import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  clusterLabel,
  clusterText,
  pinLabel,
  pointsOf,
} from '../../../server/web/assets/scripts/map_points.js';
import { fillIn } from '../../../server/web/assets/scripts/words.js';

const words = {
  'map.about': { text: 'tua fan hyn', lang: '' },
  'map.here': { text: '{n} here', lang: 'en' },
  'map.cluster': { text: 'Results {numbers}: show them', lang: 'en' },
};
const word = (key, values = {}) => ({ ...words[key], text: fillIn(words[key].text, values) });

const feature = (properties, coordinates = [-1.5, 53.4]) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates },
  properties,
});

const pointOf = (properties) => pointsOf({ features: [feature(properties)] })[0];

test('reads results and the place that was searched', () => {
  const points = pointsOf({
    features: [
      feature({ number: 1, name: 'Lunch club', about: true }),
      feature({ kind: 'place', name: 'S11', radius: 4828 }),
    ],
  });
  assert.deepEqual(points[0], {
    latitude: 53.4,
    longitude: -1.5,
    kind: 'result',
    number: 1,
    name: 'Lunch club',
    href: '#result-1',
    about: true,
    radius: 0,
  });
  assert.equal(points[1].kind, 'place');
  assert.equal(points[1].radius, 4828);
});

test('leaves out what has no point', () => {
  const features = [
    feature({ number: 1 }, ['a', 1]),
    feature(null),
    { type: 'Feature', geometry: null, properties: { number: 2 } },
    { type: 'Feature', geometry: { type: 'Polygon', coordinates: [[]] }, properties: {} },
  ];
  assert.deepEqual(pointsOf({ features }), []);
  assert.deepEqual(pointsOf(null), []);
});

test('follows addresses of our own pages alone', () => {
  assert.equal(pointOf({ number: 3, href: '/services/x' }).href, '/services/x');
  assert.equal(pointOf({ number: 3, href: '#result-3' }).href, '#result-3');
  for (const href of ['javascript:a()', 'https://other.example', '//other.example', '/\\other']) {
    assert.equal(pointOf({ number: 3, href }).href, '#result-3', href);
  }
});

test('says what a pin and a cluster are', () => {
  assert.equal(pinLabel(pointOf({ number: 3, name: 'Café' }), word), '3: Café');
  assert.equal(pinLabel(pointOf({ number: 3, name: 'Café', about: true }), word), '3: Café, tua fan hyn');
  assert.deepEqual(clusterText([10, 2, 1], word), { text: '1, 2, 10', lang: '' });
  assert.deepEqual(clusterText([1, 2, 3, 4], word), { text: '4 here', lang: 'en' });
  assert.deepEqual(clusterLabel([10, 2, 1], word), { text: 'Results 1, 2, 10: show them', lang: 'en' });
});
