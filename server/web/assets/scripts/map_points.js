// The points of the page's GeoJSON, and the words that go with them. No map is needed to read them.

// "result": a numbered result; "place": where the search looked, with the radius in metres if any.
export function pointsOf(collection) {
  const features = Array.isArray(collection && collection.features) ? collection.features : [];
  return features.filter(isPoint).map(({ geometry, properties }) => ({
    latitude: geometry.coordinates[1],
    longitude: geometry.coordinates[0],
    kind: properties.kind === 'place' ? 'place' : 'result',
    number: properties.number,
    name: properties.name || '',
    href: safeAddress(properties.href) || (properties.number ? `#result-${properties.number}` : ''),
    about: properties.about === true,
    radius: Number(properties.radius) || 0,
  }));
}

function isPoint({ geometry, properties }) {
  return (
    properties &&
    geometry &&
    geometry.type === 'Point' &&
    geometry.coordinates.slice(0, 2).every(Number.isFinite)
  );
}

// Only a part of this page or a page of our own: what stands in a feed is no address to follow.
function safeAddress(address) {
  return typeof address === 'string' && /^(#|\/(?![/\\]))/.test(address) ? address : '';
}

// In what follows `word` is that of words.js.
export function pinLabel(point, word) {
  const name = point.number ? `${point.number}: ${point.name}` : point.name;
  return point.about ? `${name}, ${word('map.about').text}` : name;
}

const ascending = (numbers) => numbers.map(Number).sort((a, b) => a - b).join(', ');

// "1, 4, 7", or "9 here": a bare count would be taken for the number of a result.
export function clusterText(numbers, word) {
  return numbers.length <= 3
    ? { text: ascending(numbers), lang: '' }
    : word('map.here', { n: numbers.length });
}

// "Results 1, 4, 7, close together: show them"
export const clusterLabel = (numbers, word) => word('map.cluster', { numbers: ascending(numbers) });
