"""One awkward case: a name for the README, where it may be put, and what it does to a service."""

ALL = ("riverbank", "moorside", "families", "larkmoor", "millstone")
ORUK = ("riverbank", "moorside", "larkmoor", "millstone")
V3 = ("riverbank", "millstone")


class Case:
    def __init__(self, name, change, fits=lambda service: True, sources=ALL, count=0):
        self.name, self.change, self.fits, self.sources, self.count = (
            name,
            change,
            fits,
            sources,
            count,
        )


def at_venue(service):
    return (
        len(service.links) == 1
        and service.mode not in ("phone", "online", "visits", "confidential")
        and not service.confidential
    )
