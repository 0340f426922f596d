"""How cost grows with the directory, as Markdown and as charts. Points are what bench/curve records."""

from report.plot import Chart
from report.tables import number, table

# p50 / p99 in microseconds that the project has set itself, by services.
GOALS = {300_000: {"A": "30 / 200", "B": "15 / 150", "C": "60 / 400", "D": "24 / 300", "E": "15 / 150",
                   "F": "40 / 180", "G": "120 / 600", "all": "30 / 400"},
         1_000_000: {"A": "60 / 500", "B": "25 / 350", "C": "200 / 1,400", "D": "60 / 900",
                     "E": "25 / 350", "F": "70 / 400", "G": "330 / 1,700", "all": "60 / 1,300"}}
HTTP_GOALS = {20_000: ("70 / 350", "25,000"), 300_000: ("120 / 800", "12,000"),
              1_000_000: ("170 / 1,800", "8,000")}
SECONDS_A_SERVICE = 35e-6  # of a build on two threads
BUILD_GOALS = ["2,000", "350", "1,100", "2.0"]  # memory; index; cards and records; verified


def bytes_by_use(sections):
    """Bytes of the artefact for what is shown (cards and records) and for the index, the rest."""
    shown = sum(size for name, size in sections.items() if "card" in name or "record" in name)
    return shown, sum(sections.values()) - shown


def times(figures):
    return "%s / %s" % (number(figures["p50_us"]), number(figures["p99_us"]))


def beside_goal(value, goal):
    return "%s (%s)" % (value, goal) if goal else value


def build_row(point):
    shown, index = bytes_by_use(point["sections"])
    services = point["services"]
    return ["{:,}".format(services),
            beside_goal(number(point["build_s"]), number(services * SECONDS_A_SERVICE)),
            number(point["peak_bytes"] / 1e6),
            number(point["disk_bytes"] / 1e6), number(index / services), number(shown / services),
            number(point["verify_bytes_per_s"] / 1e9), "%s / %s" % (
                number(point["cold_ready_s"]), number(point["cold_read_s"]))]


def asked_row(point):
    one, two = point["http"]
    one_goal, two_goal = HTTP_GOALS.get(point["services"], (None, None))
    return ["{:,}".format(point["services"]), times(point["classes"]["all"]),
            beside_goal(times(one), one_goal), "{:,}".format(one["per_second"]),
            beside_goal("{:,}".format(two["per_second"]), two_goal),
            number(point["server_bytes"] / 1e6),
            "%s / %s" % (number(point["idle"]["p50_us"]), number(point["idle"]["max_us"]))]


def classes_table(points):
    kinds = list(points[0]["classes"])
    return table(["p50 / p99, microseconds"] + ["{:,}".format(p["services"]) for p in points],
                 [[kind] + [beside_goal(times(p["classes"][kind]),
                                        GOALS.get(p["services"], {}).get(kind)) for p in points]
                  for kind in kinds])


def markdown(points):
    builds = table(["services", "build, s", "peak memory, MB", "file, MB", "index, bytes a service",
                    "cards and records", "verified, GB/s", "cold: ready / read, s"],
                   [build_row(point) for point in points]
                   + [["goal", "", *BUILD_GOALS[:1], "", *BUILD_GOALS[1:], "ratio 1.2"]])
    asked = table(["services", "in process, us", "HTTP, 1 connection, us", "a second",
                   "2 connections, a second", "server's own memory, MB",
                   "beside 1,000 idle: p50 / max, us"],
                  [asked_row(point) for point in points])
    return "\n\n".join(["Goals in brackets.", builds, asked, "In process, by class:", classes_table(points),
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
