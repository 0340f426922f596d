"""How cost grows with the directory, as Markdown and as charts. Points are what bench/curve records."""

from report.plot import Chart
from report.tables import number, table


def bytes_by_use(sections):
    """Bytes of the artefact for what is shown (cards and records) and for the index, the rest."""
    shown = sum(size for name, size in sections.items() if "card" in name or "record" in name)
    return shown, sum(sections.values()) - shown


def times(figures):
    return "%s / %s" % (number(figures["p50_us"]), number(figures["p99_us"]))


def build_row(point):
    shown, index = bytes_by_use(point["sections"])
    services = point["services"]
    return ["{:,}".format(services), number(point["build_s"]), number(point["peak_bytes"] / 1e6),
            number(point["disk_bytes"] / 1e6), number(index / services), number(shown / services),
            number(point["verify_bytes_per_s"] / 1e9), "%s / %s" % (
                number(point["cold_ready_s"]), number(point["cold_read_s"]))]


def asked_row(point):
    one, two = point["http"]
    return ["{:,}".format(point["services"]), times(point["classes"]["all"]), times(one),
            "{:,}".format(one["per_second"]), "{:,}".format(two["per_second"]),
            number(point["server_bytes"] / 1e6),
            "%s / %s" % (number(point["idle"]["p50_us"]), number(point["idle"]["max_us"]))]


def classes_table(points):
    kinds = list(points[0]["classes"])
    return table(["p50 / p99, microseconds"] + ["{:,}".format(p["services"]) for p in points],
                 [[kind] + [times(p["classes"][kind]) for p in points] for kind in kinds])


def markdown(points):
    builds = table(["services", "build, s", "peak memory, MB", "file, MB", "index, bytes a service",
                    "cards and records", "verified, GB/s", "cold: ready / read, s"],
                   [build_row(point) for point in points])
    asked = table(["services", "in process, us", "HTTP, 1 connection, us", "a second",
                   "2 connections, a second", "server's own memory, MB",
                   "beside 1,000 idle: p50 / max, us"],
                  [asked_row(point) for point in points])
    return "\n\n".join([builds, asked, "In process, by class:", classes_table(points),
                        "![The same as charts](results/curve.svg)"])


def charts(points):
    def of(figure):
        return [(point["services"], figure(point)) for point in points]

    def percentiles(name, figures):
        return [("p50, " + name, of(lambda p: figures(p)["p50_us"])),
                ("p99, " + name, of(lambda p: figures(p)["p99_us"]))]

    return [
        Chart("a question in process, us", percentiles("all classes", lambda p: p["classes"]["all"])),
        Chart("a question over HTTP, us", percentiles("1 connection", lambda p: p["http"][0])),
        Chart("requests a second, 2 connections",
              [("", of(lambda p: p["http"][1]["per_second"]))]),
        Chart("build, from JSON to verified file, s", [("", of(lambda p: p["build_s"]))]),
        Chart("peak memory of the build, MB", [("", of(lambda p: p["peak_bytes"] / 1e6))]),
        Chart("file, MB", [("", of(lambda p: p["disk_bytes"] / 1e6))])]
