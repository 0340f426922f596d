"""Pseudo-random choices that are the same on every machine and every version of Python.

Each thing that is made draws from its own stream, named by a text: adding a service or a template
changes nothing elsewhere.
"""

import hashlib
import uuid


class Dice:
    def __init__(self, seed, name):
        self._key = f"{seed}/{name}".encode()
        self._count = 0

    def bits(self):
        """The next 64 bits of the stream."""
        self._count += 1
        digest = hashlib.sha256(self._key + self._count.to_bytes(8, "little")).digest()
        return int.from_bytes(digest[:8], "little")

    def below(self, n):
        return self.bits() % n

    def between(self, low, high):
        """A whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def chance(self, percent):
        return self.below(100) < percent

    def pick(self, items):
        return items[self.below(len(items))]

    def some(self, items, n):
        """n different items, in the order of `items`."""
        left = list(range(len(items)))
        taken = [left.pop(self.below(len(left))) for _ in range(min(n, len(left)))]
        return [items[i] for i in sorted(taken)]

    def shuffled(self, items):
        left = list(items)
        return [left.pop(self.below(len(left))) for _ in range(len(left))]


def make_uuid(seed, name):
    """A UUID that depends on nothing but seed and name."""
    digest = hashlib.sha256(f"{seed}/uuid/{name}".encode()).digest()
    return str(uuid.UUID(bytes=digest[:16], version=4))
