// leaflet.markercluster reads a global L; this gives it one inside the bundle.
import L from 'leaflet';

export { L };
