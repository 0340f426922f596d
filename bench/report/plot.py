"""A drawing of small charts beside each other, both axes logarithmic, as SVG.

    svg([Chart("p50, us", [("asked in process", [(20e3, 31), (300e3, 62)])])])
"""

import math
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

WIDTH, HEIGHT, MARGIN, TITLE = 300, 220, 52, 24
COLUMNS = 3
COLOURS = ("#0b5394", "#b45f06", "#38761d")
TEXT = 'font-family="sans-serif" font-size="11" fill="#222"'


@dataclass
class Chart:
    title: str
    lines: list = field(default_factory=list)  # (name, [(x, y), ...]), all numbers above 0


def decades(values):
    """The powers of ten around the values, at least one decade."""
    low = math.floor(math.log10(min(values)))
    high = math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)


def short(exponent):
    names = {3: "1k", 4: "10k", 5: "100k", 6: "1m", 7: "10m", 8: "100m"}
    return names.get(exponent, "%g" % 10.0 ** exponent)


class Frame:
    """Where a chart's values lie on the page."""

    def __init__(self, chart, left, top):
        points = [point for _, line in chart.lines for point in line]
        self.x_range = decades([x for x, _ in points])
        self.y_range = decades([y for _, y in points])
        self.left, self.top = left + MARGIN, top + TITLE
        self.width, self.height = WIDTH - MARGIN - 16, HEIGHT - TITLE - 34

    def x(self, value):
        low, high = self.x_range
        return self.left + self.width * (math.log10(value) - low) / (high - low)

    def y(self, value):
        low, high = self.y_range
        return self.top + self.height * (1 - (math.log10(value) - low) / (high - low))


def grid(frame):
    for exponent in range(frame.x_range[0], frame.x_range[1] + 1):
        x = frame.x(10.0 ** exponent)
        yield '<path d="M%.1f %.1fV%.1f" stroke="#ddd"/>' % (x, frame.top, frame.top + frame.height)
        yield '<text x="%.1f" y="%.1f" text-anchor="middle" %s>%s</text>' % (
            x, frame.top + frame.height + 15, TEXT, short(exponent))
    for exponent in range(frame.y_range[0], frame.y_range[1] + 1):
        y = frame.y(10.0 ** exponent)
        yield '<path d="M%.1f %.1fH%.1f" stroke="#ddd"/>' % (frame.left, y, frame.left + frame.width)
        yield '<text x="%.1f" y="%.1f" text-anchor="end" %s>%s</text>' % (
            frame.left - 5, y + 4, TEXT, short(exponent))


def line(frame, number, name, points):
    colour = COLOURS[number % len(COLOURS)]
    places = [(frame.x(x), frame.y(y)) for x, y in points]
    yield '<polyline points="%s" fill="none" stroke="%s" stroke-width="2"/>' % (
        " ".join("%.1f,%.1f" % place for place in places), colour)
    for place in places:
        yield '<circle cx="%.1f" cy="%.1f" r="3" fill="%s"/>' % (*place, colour)
    yield '<text x="%.1f" y="%.1f" %s>%s</text>' % (
        frame.left + 8, frame.top + 14 + 14 * number, TEXT.replace("#222", colour), escape(name))


def chart_parts(chart, left, top):
    frame = Frame(chart, left, top)
    yield '<text x="%d" y="%d" font-weight="bold" %s>%s</text>' % (
        left + MARGIN, top + 15, TEXT, escape(chart.title))
    yield '<text x="%.1f" y="%.1f" text-anchor="end" %s>services</text>' % (
        frame.left + frame.width - 30, frame.top + frame.height + 28, TEXT)
    yield from grid(frame)
    for number, (name, points) in enumerate(chart.lines):
        yield from line(frame, number, name, sorted(points))


def svg(charts):
    rows = -(-len(charts) // COLUMNS)
    width, height = WIDTH * min(COLUMNS, len(charts)), HEIGHT * rows
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d">'
             % (width, height, width, height),
             '<rect width="100%" height="100%" fill="#fff"/>']
    for number, chart in enumerate(charts):
        parts += chart_parts(chart, WIDTH * (number % COLUMNS), HEIGHT * (number // COLUMNS))
    return "\n".join(parts + ["</svg>"]) + "\n"
