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

export function pinLabel(point) {
  const about = point.about ? ', about here' : '';
  return point.number ? `${point.number}: ${point.name}${about}` : `${point.name}${about}`;
}

const ascending = (numbers) => numbers.map(Number).sort((a, b) => a - b);

// "1, 4, 7", or "9 here": a bare count would be taken for the number of a result.
export function clusterText(numbers) {
  return numbers.length <= 3 ? ascending(numbers).join(', ') : `${numbers.length} here`;
}

// "Results 1, 4 and 7, close together: show them"
export function clusterLabel(numbers) {
  const sorted = ascending(numbers);
  const last = sorted.pop();
  const list = sorted.length ? `${sorted.join(', ')} and ${last}` : String(last);
  return `Results ${list}, close together: show them`;
}
