"""sample.toml: the build configuration of the sample."""

from .finish import HIDDEN_TYPE

SOURCES = [
    (
        "riverbank",
        "oruk3",
        "oruk3",
        "",
        "Riverbank Council service directory",
        "Riverbank Council",
        "https://riverbank-council.example.org",
        "directory@riverbank-council.example.org",
        7,
    ),
    (
        "moorside",
        "oruk1.json",
        "oruk1",
        "",
        "Moorside and Vale advice directory",
        "Moorside and Vale Advice Network",
        "https://moorside-and-vale.example.org",
        "https://moorside-and-vale.example.org/corrections",
        30,
    ),
    (
        "families",
        "outpost.json",
        "outpost",
        "",
        "Riverbank family information",
        "Riverbank Family Information Service",
        "https://riverbank-families.example.org",
        "fis@riverbank-families.example.org",
        7,
    ),
    (
        "larkmoor",
        "hsds-csv",
        "hsds",
        "",
        "Larkmoor voluntary groups",
        "Larkmoor Voluntary Network",
        "https://larkmoor.example.org",
        "hello@larkmoor.example.org",
        90,
    ),
    (
        "millstone",
        "health.ndjson",
        "oruk3",
        "",
        "Millstone health services",
        "Millstone Community Health Partnership",
        "https://millstone-health.example.org",
        "https://millstone-health.example.org/tell-us",
        1,
    ),
    (
        "clubs",
        "clubs.csv",
        "csv",
        "clubs.toml",
        "Fourcorners sports clubs",
        "Fourcorners Sport and Leisure",
        "https://fourcorners.example.org",
        "clubs@fourcorners.example.org",
        180,
    ),
]

HEAD = """# Build configuration of the sample directory; written by data/sample/generate.
#
#   waypost-index build --config data/sample/sample.toml --out sample.waypost
#
# Every publisher is made up. Paths are relative to this file.

as_of = 2026-11-21
"""


def _quoted(values):
    return "[" + ", ".join(f'"{value}"' for value in values) + "]"


def _confidential(name, services):
    """Riverbank has a flag of its own; the others are told by id or by type."""
    hidden = [str(s.id) for s in services if s.hidden_by == "id"]
    rules = [f"ids = {_quoted(hidden)}"] if hidden else []
    if name == "riverbank":
        rules.append('flag = "rb_hide_address"')
    if name == "larkmoor":
        rules.append(f'service_types = ["esdServiceType:{HIDDEN_TYPE}"]')
    return [f"confidential = {{ {', '.join(rules)} }}"] if rules else []


def text(sources):
    parts = [HEAD]
    for name, path, form, mapping, title, publisher, url, contact, days in SOURCES:
        lines = ["", "[[source]]", f'id = "{name}"', f'path = "{path}"', f'format = "{form}"']
        if mapping:
            lines.append(f'mapping = "{mapping}"')
        lines += [
            f'title = "{title}"',
            f'publisher = "{publisher}"',
            f'url = "{url}"',
            'licence = "OGL-UK-3.0"',
            f'attribution = "Contains made-up information from {publisher}, licensed as if under the Open Government Licence v3.0."',
            'retrieved = "2026-11-20"',
            f'contact = "{contact}"',
            f"checked_every_days = {days}",
        ]
        lines += _confidential(name, sources[name])
        parts.append("\n".join(lines) + "\n")
    return "".join(parts)
