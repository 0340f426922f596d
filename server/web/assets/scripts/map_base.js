// What stands behind the pins: tiles where the server names them, else the outline of the districts.

import L from 'leaflet';
import { feature } from 'topojson-client';

const NAMES_FROM_ZOOM = 9; // farther out the names of districts cover each other

function districtName(district) {
  const [longitude, latitude] = district.properties.at;
  const icon = L.divIcon({ className: 'wp-map__district', iconSize: null, html: '' });
  const name = L.marker([latitude, longitude], { icon, interactive: false, keyboard: false });
  name.on('add', () => {
    const element = name.getElement();
    element.textContent = district.properties.name;
    element.setAttribute('aria-hidden', 'true');
  });
  return name;
}

const overlaps = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

// A name that lies under the scale or another control cannot be read, and neither can they.
function hideCovered(map, names) {
  const controls = [...map.getContainer().querySelectorAll('.leaflet-control')];
  const covers = controls.map((control) => control.getBoundingClientRect());
  names.eachLayer((name) => {
    const element = name.getElement();
    if (!element) return;
    const box = element.getBoundingClientRect();
    const isCovered = covers.some((cover) => overlaps(cover, box));
    element.classList.toggle('wp-map__district--covered', isCovered);
  });
}

function addOutline(map, outline) {
  const districts = feature(outline, outline.objects.districts);
  L.geoJSON(districts, {
    interactive: false,
    style: { className: 'wp-map__land' },
  }).addTo(map);
  map.attributionControl.addAttribution(outline.attributionOnMap);
  const names = L.layerGroup(districts.features.map(districtName));
  const showNames = () => {
    if (map.getZoom() >= NAMES_FROM_ZOOM) names.addTo(map);
    else names.remove();
    hideCovered(map, names);
  };
  map.on('zoomend moveend resize', showNames);
  showNames();
}

// Without a base the pins still stand where they do: a failure is no reason to take them away.
export async function addBase(map, { tiles, tilesAttribution, outline }) {
  if (tiles) {
    L.tileLayer(tiles, { attribution: tilesAttribution || '', maxZoom: 19 }).addTo(map);
    return;
  }
  if (!outline) return;
  const answer = await fetch(outline);
  if (answer.ok) addOutline(map, await answer.json());
}
