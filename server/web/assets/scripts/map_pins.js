// Numbered pins, the same numbers as in the list; near ones in a cluster. All can be reached and
// opened by keyboard.

import L from 'leaflet';
import 'leaflet.markercluster';

import { clusterLabel, clusterText, pinLabel } from './map_points.js';
import { label, publishedLanguage, show, word } from './words.js';

function pinIcon(point) {
  const about = point.about ? ' wp-pin--about' : '';
  return L.divIcon({
    className: `wp-pin${about}`,
    html: `<span class="wp-pin__number">${Number(point.number) || ''}</span>`,
    iconSize: [36, 44],
    iconAnchor: [18, 44],
    popupAnchor: [0, -40],
  });
}

function popupOf(point) {
  const box = document.createElement('div');
  const link = document.createElement('a');
  link.className = 'wp-map__link';
  link.href = point.href;
  link.lang = publishedLanguage();
  link.textContent = point.number ? `${point.number}. ${point.name}` : point.name;
  box.append(link);
  if (point.about) {
    const about = document.createElement('p');
    about.className = 'wp-map__about';
    show(about, word('map.about_hint'));
    box.append(about);
  }
  return box;
}

// The whole label stands on the pin itself, which has no text but a number.
function labelOnAdd(marker, said) {
  marker.on('add', () => label(marker.getElement(), said));
}

function pinOf(point) {
  const pin = L.marker([point.latitude, point.longitude], { icon: pinIcon(point) });
  pin.point = point;
  labelOnAdd(pin, { text: pinLabel(point, word), lang: publishedLanguage() });
  // Opened by key, the popup takes the focus; closed, the pin has it again. This handler stands
  // before bindPopup, whose own opens the popup.
  pin.on('keypress', (event) => {
    if (event.originalEvent.key === 'Enter') pin.takesFocus = true;
  });
  pin.bindPopup(popupOf(point), { maxWidth: 260 });
  pin.on('popupopen', ({ popup }) => {
    const link = popup.getElement().querySelector('a[href]');
    if (pin.takesFocus && link) link.focus();
  });
  pin.on('popupclose', () => {
    if (pin.takesFocus && pin.getElement()) pin.getElement().focus();
    pin.takesFocus = false;
  });
  return pin;
}

const numbersIn = (cluster) => cluster.getAllChildMarkers().map((pin) => pin.point.number);

function clusterIcon(cluster) {
  const said = clusterText(numbersIn(cluster), word);
  const text = document.createElement('span');
  show(text, said);
  return L.divIcon({ className: 'wp-cluster', html: text, iconSize: [22 + 9 * said.text.length, 36] });
}

// Opening a cluster removes it, and with it the focus: the first of its pins that shows takes it.
function focusInside(map, cluster) {
  const pins = cluster.getAllChildMarkers();
  map.once('moveend', () => {
    setTimeout(() => {
      const shown = pins.find((pin) => pin.getElement());
      (shown ? shown.getElement() : map.getContainer()).focus();
    });
  });
}

// Adds the pins and returns the group, whose bounds the map shows.
export function addPins(map, points, { animate }) {
  const group = L.markerClusterGroup({
    iconCreateFunction: clusterIcon,
    maxClusterRadius: 40,
    showCoverageOnHover: false,
    animate,
    spiderLegPolylineOptions: { className: 'wp-map__leg', interactive: false },
  });
  group.on('clusterkeypress', (event) => {
    if (event.originalEvent.key === 'Enter') focusInside(map, event.layer);
  });
  map.on('layeradd', ({ layer }) => {
    if (!(layer instanceof L.MarkerCluster) || !layer.getElement()) return;
    label(layer.getElement(), clusterLabel(numbersIn(layer), word));
  });
  group.addLayers(points.map(pinOf));
  map.addLayer(group);
  return group;
}

// Where the search looked, and how far.
export function addPlace(map, place) {
  const at = [place.latitude, place.longitude];
  const icon = L.divIcon({ className: 'wp-pin-place', iconSize: [20, 20] });
  const spot = L.marker(at, { icon, interactive: false, keyboard: false, zIndexOffset: -1000 });
  if (place.name) {
    const name = document.createElement('span');
    name.textContent = place.name;
    spot.bindTooltip(name, {
      permanent: true,
      direction: 'right',
      offset: [10, 0],
      className: 'wp-map__place',
    });
  }
  spot.addTo(map);
  if (place.radius <= 0) return;
  L.circle(at, { radius: place.radius, className: 'wp-map__radius', interactive: false }).addTo(map);
}
