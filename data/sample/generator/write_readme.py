"""README.md of the sample: what is in it, with the ids of every awkward case."""

from .stories import STORIES, answers
from .write_config import SOURCES

SHOWN = 12
REJECTED = ("name missing (rejected)", "unknown status word (not published)")

HEAD = """# The sample directory

{total:,} made-up services in and around Sheffield, from {templates} hand-written templates of {kinds} kinds of service. No person,
organisation, venue or street in it is real, and none is meant. Telephone numbers are from Ofcom's ranges for drama, addresses on the web
end in `example.org`, and no postcode is anybody's: the sectors are real, the last two letters belonged to no postcode when this was
made. Most venues have coordinates; where one has only its postcode, the index reads it at the precision of the sector.

Written by `data/sample/generate` (Python 3, nothing else), from the templates in `templates/`; the same seed gives the same bytes. **Do not
edit** the feeds, `clubs.toml`, `sample.toml` or this page: change a template or the generator and run it again. `tests/sample` checks both.

    data/sample/generate                 # seed {seed}, the committed files
    data/sample/generate --seed 8 --out /tmp/other
    waypost-index build --config data/sample/sample.toml --out sample.waypost

`questions.tsv` holds sixty questions to ask of it. Dates are told from 21 November 2026; build with `--as-of 2026-11-21`.

Postcode sectors and their centres are derived from Code-Point Open 2025.4: contains OS data © Crown copyright and database right 2025;
contains Royal Mail data © Royal Mail copyright and database right 2025; contains National Statistics data © Crown copyright and database
right 2025. Service types are those of esd-toolkit (LG Inform Plus). Both under the Open Government Licence v3.0.

## Sources

| id | format | path | records | repeats | rejected | published |
|---|---|---|---|---|---|---|
"""


def _source_rows(sources, rows):
    lines = []
    for name, path, form, *_ in SOURCES:
        read, repeats = len(rows[name]), len(rows[name]) - len(sources[name])
        rejected = sum(1 for s in sources[name] if any(case in s.cases for case in REJECTED))
        lines.append(
            f"| {name} | {form} | `{path}` | {read} | {repeats} | {rejected} | {read - repeats - rejected} |"
        )
    return lines


def _stories(sources):
    lines = [
        "",
        "## Five stories",
        "",
        "Who might come, a question to ask, and services that ought to be among the answers (source and its id).",
    ]
    for title, _, question, parts in STORIES:
        lines += ["", f"### {title}", "", f"`{question}`", ""]
        lines += [
            f"* {words}: {', '.join(f'`{a}`' for a in answers(sources, wanted))}"
            for words, wanted in parts
        ]
    return lines


def _cases(sources):
    found = {}
    for name, services in sources.items():
        for service in services:
            for case in service.cases:
                found.setdefault(case, []).append(f"{name} {service.id}")
    lines = [
        "",
        "## Cases",
        "",
        "What real feeds do, and where to find it here. Where there are more than "
        f"{SHOWN}, the list is spread over all of them.",
        "",
        "| case | services | source and id |",
        "|---|---|---|",
    ]
    for case in sorted(found, key=str.lower):
        every = found[case]
        shown = (
            every if len(every) <= SHOWN else [every[i * len(every) // SHOWN] for i in range(SHOWN)]
        )
        lines.append(f"| {case} | {len(every)} | {', '.join(f'`{one}`' for one in shown)} |")
    return lines


def _kinds(sources):
    found = {}
    for services in sources.values():
        for service in services:
            label, count = found.get(service.kind, (service.kind_label, 0))
            found[service.kind] = (label, count + 1)
    lines = ["", "## Kinds of service", "", "| kind | services |", "|---|---|"]
    return lines + [
        f"| {label} | {count} |"
        for _, (label, count) in sorted(found.items(), key=lambda item: item[1][0].lower())
    ]


def text(seed, sources, rows):
    every = [s for services in sources.values() for s in services]
    head = HEAD.format(
        total=len(every),
        templates=len({s.template for s in every}),
        kinds=len({s.kind for s in every}),
        seed=seed,
    )
    lines = _source_rows(sources, rows) + _stories(sources) + _cases(sources) + _kinds(sources)
    return head + "\n".join(lines) + "\n"
