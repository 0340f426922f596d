"""Choices by rank: the first of a list is taken most often (Zipf and Mandelbrot)."""

import bisect
import itertools


def cumulative(weights):
    return list(itertools.accumulate(weights))


class Ranked:
    def __init__(self, items, exponent, shift):
        self._items = items
        self._sums = cumulative((rank + 1 + shift) ** -exponent for rank in range(len(items)))

    def pick(self, random_):
        return self._items[bisect.bisect(self._sums, random_.random() * self._sums[-1])]

    def some(self, random_, n):
        """n items, of which some may be the same."""
        return random_.choices(self._items, cum_weights=self._sums, k=n)


def frequent_words(words):
    return Ranked(words, exponent=1.05, shift=2.7)


def frequent_terms():
    """Numbers of the 700 taxonomy terms."""
    return Ranked(range(700), exponent=0.9, shift=5)
