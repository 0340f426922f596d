"""Where services and askers are: around 400 towns, few large and many small, some in the country."""

import bisect
import math
import random

from corpus.ranked import cumulative

EARTH_METRES = 6371008.8
COUNT = 400
SEED = 4711
SOUTH, NORTH, WEST, EAST = 50.0, 58.5, -5.5, 1.7
KM_A_DEGREE = 111.2

CITIES = [(51.507, -0.128), (52.480, -1.900), (53.480, -2.242), (55.861, -4.250), (53.800, -1.549),
          (51.454, -2.588), (53.408, -2.991), (53.381, -1.470), (54.978, -1.617), (55.953, -3.188),
          (52.954, -1.158), (51.481, -3.179)]


def metres_between(lat1, lon1, lat2, lon2):
    """By haversine on a sphere, as engine/query/QUERY.md defines distance."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = (math.sin((phi2 - phi1) / 2) ** 2
            + math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2)
    return 2 * EARTH_METRES * math.asin(math.sqrt(min(1.0, half)))


def degrees_around(lat, metres):
    """Half the height and width, in degrees, of a box that surely holds the circle."""
    height = math.degrees(metres / EARTH_METRES) * 1.0001 + 1e-5
    return height, height / math.cos(math.radians(min(89.0, abs(lat) + height))) * 1.001


class Towns:
    def __init__(self):
        random_ = random.Random(SEED)
        self._middles = list(CITIES)
        while len(self._middles) < COUNT:
            self._middles.append((random_.uniform(50.2, 58.3), random_.uniform(-5.3, 1.5)))
        sizes = [(rank + 1) ** -0.75 for rank in range(COUNT)]
        self._sums = cumulative(sizes)
        self._spread_km = [1.2 + 11.0 * math.sqrt(size) for size in sizes]

    def point(self, random_):
        """(latitude, longitude, number of the town or None in the country)."""
        if random_.random() < 0.08:
            return (round(random_.uniform(SOUTH, NORTH), 6), round(random_.uniform(WEST, EAST), 6),
                    None)
        town = bisect.bisect(self._sums, random_.random() * self._sums[-1])
        return (*self.point_in(random_, town), town)

    def point_in(self, random_, town):
        lat, lon = self._middles[town]
        spread = self._spread_km[town] / KM_A_DEGREE
        north = lat + random_.gauss(0, spread)
        east = lon + random_.gauss(0, spread / math.cos(math.radians(lat)))
        return (round(min(NORTH, max(SOUTH, north)), 6), round(min(EAST, max(WEST, east)), 6))
