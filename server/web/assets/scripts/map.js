// [data-map]: the results of the page on a map. The list beside it says all that the map shows; this
// is loaded only where there is a map. See README.md for the attributes.

import L from 'leaflet';

import { addBase } from './map_base.js';
import { addPins, addPlace } from './map_pins.js';
import { pointsOf } from './map_points.js';
import { word } from './words.js';

const WHOLE_KINGDOM = [
  [49.8, -8.7],
  [60.9, 1.8],
];
const CLOSEST_ZOOM = 15; // a single pin without its surroundings says nothing

function readPoints() {
  const data = document.getElementById('map-data');
  return data ? pointsOf(JSON.parse(data.textContent)) : [];
}

function addZoom(map) {
  const closer = word('map.zoom_in');
  const farther = word('map.zoom_out');
  const zoom = L.control.zoom({ zoomInTitle: closer.text, zoomOutTitle: farther.text }).addTo(map);
  const [inside, outside] = zoom.getContainer().querySelectorAll('a');
  inside.lang = closer.lang;
  outside.lang = farther.lang;
}

function makeMap(container) {
  const animate = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(container, {
    minZoom: 5,
    maxZoom: 18,
    attributionControl: false,
    zoomControl: false,
    scrollWheelZoom: false, // scrolling the page must not stop at the map
    zoomAnimation: animate,
    fadeAnimation: animate,
    markerZoomAnimation: animate,
    inertia: animate,
  });
  // No flag and no link to other sites; the attribution itself stays.
  L.control.attribution({ prefix: false }).addTo(map);
  addZoom(map);
  L.control.scale({ position: 'topright' }).addTo(map);
  return { map, animate };
}

function show(map, group, places) {
  const bounds = group.getBounds();
  for (const place of places) bounds.extend([place.latitude, place.longitude]);
  if (!bounds.isValid()) bounds.extend(WHOLE_KINGDOM);
  map.fitBounds(bounds, { padding: [44, 44], maxZoom: CLOSEST_ZOOM, animate: false });
}

// A link of a popup leads to its card, and the card gets the focus, not only the view.
function followToCard(event) {
  const link = event.target.closest('a[href^="#result-"]');
  const card = link && document.getElementById(link.getAttribute('href').slice(1));
  if (!card) return;
  const heading = card.querySelector('a[href]') || card;
  if (heading === card) card.setAttribute('tabindex', '-1');
  event.preventDefault();
  history.replaceState(null, '', link.getAttribute('href'));
  card.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
}

function startMap(container) {
  const points = readPoints();
  const results = points.filter((point) => point.kind === 'result');
  const places = points.filter((point) => point.kind === 'place');
  container.hidden = false;
  container.classList.add('wp-map--started');
  const { map, animate } = makeMap(container);
  map.setView([54.5, -3], 6, { animate: false });
  places.forEach((place) => addPlace(map, place));
  show(map, addPins(map, results, { animate }), places);
  container.addEventListener('click', followToCard);
  // Leaflet does this itself only while the map has the focus, not a link of the popup.
  container.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') map.closePopup();
  });
  addBase(map, container.dataset).catch((error) => console.error(error));
}

document.querySelectorAll('[data-map]').forEach(startMap);
