// Makes outline.json, the plain map of coasts and districts that stands behind the pins where no
// tiles are configured, from a GeoJSON file of local authority districts (plain or gzipped).
//
//   node outline/make_outline.mjs lad-uk.geojson.gz outline/outline.json
//
// The result is TopoJSON: a border of two districts stands in it once, so that both stay on it when
// it is simplified. Each district has its name and a point for it. Same input, same bytes.

import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import {
  filter,
  filterWeight,
  presimplify,
  simplify,
  sphericalRingArea,
  sphericalTriangleArea,
} from 'topojson-simplify';

const EARTH_KM2 = 6371 ** 2; // steradians to square kilometres
// A corner goes whose triangle with its neighbours is smaller: what keeps the file below 250 kB. The
// English boundaries come about so general already; it evens out the other nations'.
const SMALLEST_TRIANGLE_KM2 = 0.3;
const SMALLEST_ISLAND_KM2 = 2; // smaller ones go, unless they are all there is of a district
const GRID = 4e4; // steps across the kingdom: 30 m from north to south

// What stands on the map, and the whole, which licences.txt has. The licences of all three ask for it.
const ATTRIBUTION_ON_MAP =
  'Outline: ONS, OGL v3.0. Contains OS data © Crown copyright and database right 2014, 2024. ' +
  'Martin Chorley, CC BY 4.0.';
const ATTRIBUTION =
  'Boundaries: Office for National Statistics, licensed under the Open Government Licence v3.0. ' +
  'Contains OS data © Crown copyright and database right 2014 and 2024. Wales and Northern ' +
  'Ireland through Martin Chorley (https://github.com/martinjc/UK-GeoJSON, CC BY 4.0). Simplified.';

function readDistricts(path) {
  const bytes = readFileSync(path);
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return JSON.parse((packed ? gunzipSync(bytes) : bytes).toString('utf8'));
}

// Where the name of a district may stand: inside its largest part.
function namePoint(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const areaOf = (ring) => {
    let sum = 0;
    for (let i = 1; i < ring.length; ++i) {
      sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
    }
    return Math.abs(sum);
  };
  const [ring] = polygons.map((rings) => rings[0]).sort((a, b) => areaOf(b) - areaOf(a));
  return widestMiddle(ring);
}

// Of a few lines of latitude across the ring, the middle of the widest stretch inside it: unlike a
// centroid it lies inside.
function widestMiddle(ring) {
  const latitudes = ring.map((point) => point[1]);
  const south = Math.min(...latitudes);
  const north = Math.max(...latitudes);
  let best = { width: -1, point: ring[0] };
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const latitude = south + (north - south) * share;
    const crossings = crossingsAt(ring, latitude);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const width = crossings[i + 1] - crossings[i];
      const middle = (crossings[i] + crossings[i + 1]) / 2;
      // The middle lines are preferred where another is hardly wider.
      if (width > best.width * 1.15) best = { width, point: [middle, latitude] };
    }
  }
  return best.point.map((degrees) => Number(degrees.toFixed(3)));
}

function crossingsAt(ring, latitude) {
  const found = [];
  for (let i = 1; i < ring.length; ++i) {
    const [x1, y1] = ring[i - 1];
    const [x2, y2] = ring[i];
    if (y1 > latitude !== y2 > latitude) found.push(x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1));
  }
  return found.sort((a, b) => a - b);
}

function simplified(districts) {
  const exact = presimplify(topology({ districts }, GRID), sphericalTriangleArea);
  const fewer = simplify(exact, SMALLEST_TRIANGLE_KM2 / EARTH_KM2);
  const isLarge = filterWeight(fewer, SMALLEST_ISLAND_KM2 / EARTH_KM2, sphericalRingArea);
  const largest = largestRings(fewer);
  return filter(fewer, (ring, interior) => largest.has(String(ring)) || isLarge(ring, interior));
}

// The largest ring of every district, as its list of arcs: no district vanishes with its islands.
function largestRings(whole) {
  const areaOf = (ring) => {
    const { geometry } = feature(whole, { type: 'Polygon', arcs: [ring] });
    return sphericalRingArea(geometry.coordinates[0], false);
  };
  const kept = new Set();
  for (const { type, arcs } of whole.objects.districts.geometries) {
    const rings = type === 'Polygon' ? [arcs[0]] : arcs.map((polygon) => polygon[0]);
    const sized = rings.map((ring) => ({ ring, area: areaOf(ring) }));
    kept.add(String(sized.sort((a, b) => b.area - a.area)[0].ring));
  }
  return kept;
}

// The arcs as steps on the grid again (simplify leaves degrees), repeated points left out.
function onGrid(whole, transform) {
  const toGrid = ([longitude, latitude]) => [
    Math.round((longitude - transform.translate[0]) / transform.scale[0]),
    Math.round((latitude - transform.translate[1]) / transform.scale[1]),
  ];
  return whole.arcs.map((arc) => {
    const steps = [];
    let [x, y] = [0, 0];
    for (const point of arc.map(toGrid)) {
      if (steps.length && point[0] === x && point[1] === y) continue;
      steps.push([point[0] - x, point[1] - y]);
      [x, y] = point;
    }
    // An arc keeps its two ends, or its ring would not close.
    if (steps.length === 1) steps.push([0, 0]);
    return steps;
  });
}

function write(path, source) {
  const whole = simplified(source);
  const { transform } = topology({ source }, GRID);
  const points = new Map(
    source.features.map((district) => [district.properties.code, namePoint(district.geometry)]),
  );
  const geometries = whole.objects.districts.geometries.map((district) => ({
    type: district.type,
    arcs: district.arcs,
    properties: {
      name: district.properties.name,
      at: points.get(district.properties.code),
    },
  }));
  const result = {
    type: 'Topology',
    attribution: ATTRIBUTION,
    attributionOnMap: ATTRIBUTION_ON_MAP,
    transform,
    objects: { districts: { type: 'GeometryCollection', geometries } },
    arcs: onGrid(whole, transform),
  };
  writeFileSync(path, `${JSON.stringify(result)}\n`);
  return { districts: geometries.length, points: result.arcs.flat().length };
}

const [input, output] = process.argv.slice(2);
if (!output) {
  process.stderr.write('usage: node outline/make_outline.mjs DISTRICTS.geojson[.gz] outline.json\n');
  process.exit(2);
}
const made = write(output, readDistricts(input));
process.stdout.write(`${output}: ${made.districts} districts, ${made.points} points\n`);
