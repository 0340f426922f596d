"""Results as Markdown."""

from corpus.questions import KINDS


def number(value):
    """Three digits that mean something: 3.1, 42, 1,234."""
    return "%.1f" % value if value < 10 else "{:,.0f}".format(value)


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def kinds_of(result):
    return list(next(iter(result["engines"].values()))["classes"])


def titles(result):
    return [engine["title"] for engine in result["engines"].values()]


def times_table(result):
    rows = []
    for kind in kinds_of(result):
        cells = [engine["classes"][kind] for engine in result["engines"].values()]
        name = "**all**" if kind == "all" else "%s %s" % (kind, KINDS[kind])
        rows.append([name] + ["%s / %s" % (number(c["p50_us"]), number(c["p99_us"])) for c in cells])
    return table(["p50 / p99, microseconds"] + titles(result), rows)


def ratios_table(result):
    others = [engine for engine in result["engines"].values() if "ratios" in engine]
    rows = []
    for kind in kinds_of(result):
        cells = [engine["ratios"][kind] for engine in others]
        rows.append([kind] + ["%s / %s" % (number(c["p50"]), number(c["p99"])) for c in cells])
    return table(["times Waypost's, p50 / p99"] + [engine["title"] for engine in others], rows)


def of(pair):
    return "%d of %d" % tuple(pair) if pair else "-"


def memory(engine):
    return number(engine["peak_bytes"] / 1e6) if engine["peak_bytes"] else "-"


def costs_table(result):
    services = result["corpus"]["services"]
    rows = []
    for engine in result["engines"].values():
        agrees = engine["agreement"]
        rows.append([
            "%s %s" % (engine["title"], engine["version"]), number(engine["build_s"]),
            memory(engine), number(engine["disk_bytes"] / 1e6),
            number(engine["disk_bytes"] / services),
            of(agrees["totals"]), of(agrees["order"]), of(agrees["facets"]),
            of(engine.get("same_totals"))])
    return table(["engine", "build, s", "its peak memory, MB", "on disk, MB", "bytes a service",
                  "totals", "nearest 20", "facet counts", "totals as Waypost's"], rows)


def corpus_part(result):
    corpus, machine = result["corpus"], result["machine"]
    ways = "; ".join("%s: %s" % (e["title"], e["protocol"]) for e in result["engines"].values())
    parts = [
        "### {:,} services".format(corpus["services"]),
        "`bench/compare --corpus {name} --seed {seed} --question-seed {question_seed} --rounds {rounds}`,"
        " {date}: {processor}, {cores} cores, {system}. {ways}.".format(
            ways=ways, **corpus, **machine),
        times_table(result)]
    if any("ratios" in engine for engine in result["engines"].values()):
        parts.append(ratios_table(result))
    parts.append("Totals, nearest 20 and facet counts: how many answers to a sample of the questions "
                 "are those of the brute-force oracle.")
    return "\n\n".join(parts + [costs_table(result)])


def notes_part(results):
    notes = ["Every peer answers with the exact total and the ids of the first 20; Waypost's time "
             "includes reading the query string. One warm client, one question at a time, no cache of "
             "answers.",
             "Each engine orders by relevance in its own way: what is compared is totals, the nearest "
             "20 of questions by distance, and counts.",
             "Facets are counted over what answers all of the question but its terms, as for a page "
             "that offers other terms beside those that are chosen.",
             "Builds may use every core; only Waypost's does."]
    for result in results:
        for engine in result["engines"].values():
            notes += [note for note in engine["notes"] if note not in notes]
    return "\n".join("* " + note for note in notes)


def markdown(results):
    """All that is recorded, the smallest corpus first."""
    ordered = sorted(results, key=lambda result: result["corpus"]["services"])
    return "\n\n".join([*map(corpus_part, ordered), "### How to read it", notes_part(ordered)])
