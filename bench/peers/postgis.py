"""PostgreSQL with PostGIS for places, tsvector for words, through psycopg2 on a Unix socket.

The cluster is its own, in INDEX, listens on no port of the network, and is stopped at the end of each
command. PostgreSQL refuses to run as root: then it runs as the user postgres, who must reach INDEX.
"""

import contextlib
import glob
import io
import os
import pwd
import shutil
import subprocess

from corpus.services import open_hours, read_services
from peers import passes

DAY = 1440  # minutes

SETTINGS = """
unix_socket_directories = '{socket}'
listen_addresses = ''
shared_buffers = {quarter}MB
effective_cache_size = {half}MB
work_mem = 64MB
maintenance_work_mem = 512MB
random_page_cost = 1.1
max_wal_size = 8GB
jit = off
max_parallel_workers_per_gather = 0
synchronous_commit = off
"""

TABLES = """
  create extension postgis;
  create unlogged table service(id int primary key, terms int[], youngest int, oldest int,
                                hours int4multirange, words tsvector);
  create unlogged table card(id int primary key, name text, description text);
  create unlogged table place(service int, point geography(Point, 4326));
  create unlogged table raw_service(id int, name text, description text, terms int[],
                                    youngest int, oldest int, hours int4multirange);
  create unlogged table raw_place(service int, lat float8, lon float8)"""

INDEXES = """
  insert into service select id, terms, youngest, oldest, hours,
    to_tsvector('simple', name || ' ' || description) from raw_service;
  insert into card select id, name, description from raw_service;
  insert into place select service, st_makepoint(lon, lat)::geography from raw_place;
  drop table raw_service;
  drop table raw_place;
  create index on service using gin(words);
  create index on service using gin(terms);
  create index on place using gist(point);
  create index on place(service)"""

POINT = "st_makepoint(%(lon)s, %(lat)s)::geography"
NEAR = """(select service, min(st_distance(point, {p}, false)) metres from place
  where st_dwithin(point, {p}, %(metres)s, false) group by service) near""".format(p=POINT)
RANK = "ts_rank(words, to_tsquery('simple', %(words)s))"


def programs():
    """The folder of the newest server that has PostGIS, or None."""
    found = [folder for folder in glob.glob("/usr/lib/postgresql/*/bin")
             if os.path.exists("/usr/share/postgresql/%s/extension/postgis.control"
                               % folder.split("/")[4])]
    return max(found, default=None)


def missing():
    """Why this peer cannot run, or None."""
    try:
        import psycopg2  # pylint: disable=unused-import,import-outside-toplevel
    except ImportError:
        return "python3-psycopg2 is not installed"
    return None if programs() else "postgresql-15-postgis-3 is not installed"


def unreachable(folder):
    """Why the server could not use a folder, or None."""
    if os.geteuid() == 0 and subprocess.run(as_server("test", "-x", folder), check=False).returncode:
        return "the user postgres cannot enter %s: choose another --work" % folder
    return None


def as_server(*command):
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else list(command)


def version():
    output = subprocess.run([programs() + "/postgres", "--version"], check=True,
                            capture_output=True, text=True).stdout
    control = glob.glob("/usr/share/postgresql/*/extension/postgis.control")[0]
    with open(control, encoding="utf-8") as file:
        postgis = next(line for line in file if line.startswith("default_version")).split("'")[1]
    return "%s, PostGIS %s" % (output.split()[2], postgis)


def run_server_tool(name, *arguments):
    subprocess.run(as_server(programs() + "/" + name, *arguments), check=True,
                   stdout=subprocess.DEVNULL, cwd="/")


def make_cluster(index):
    shutil.rmtree(index, ignore_errors=True)
    os.makedirs(index, mode=0o700)
    if os.geteuid() == 0:
        os.chown(index, pwd.getpwnam("postgres").pw_uid, pwd.getpwnam("postgres").pw_gid)
    run_server_tool("initdb", "-D", index, "-E", "UTF8", "--locale=C", "-U", "postgres")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 20
    with open(index + "/postgresql.conf", "a", encoding="ascii") as file:
        file.write(SETTINGS.format(socket=index, quarter=memory // 4, half=memory // 2))


@contextlib.contextmanager
def running(index):
    run_server_tool("pg_ctl", "-D", index, "-w", "-l", index + "/log", "start")
    try:
        yield
    finally:
        run_server_tool("pg_ctl", "-D", index, "-w", "-m", "fast", "stop")


def connect(index, database):
    import psycopg2  # pylint: disable=import-outside-toplevel
    connection = psycopg2.connect(host=index, user="postgres", dbname=database)
    connection.autocommit = True
    return connection


def service_row(service):
    hours = ",".join("[%d,%d)" % (day * DAY + opens, day * DAY + closes)
                     for day, opens, closes in open_hours(service.sessions))
    youngest, oldest = service.ages or (-1, 999)
    return "%d\t%s\t%s\t{%s}\t%d\t%d\t{%s}\n" % (
        service.number, service.name, service.description, ",".join(map(str, service.terms)),
        youngest, oldest, hours)


class Rows(io.TextIOBase):
    """Lines made one by one, as a file that `copy` reads: a million services need not fit in memory."""

    def __init__(self, rows):
        self._rows = rows
        self._rest = ""

    def read(self, size=-1):
        while size < 0 or len(self._rest) < size:
            row = next(self._rows, None)
            if row is None:
                break
            self._rest += row
        text = self._rest if size < 0 else self._rest[:size]
        self._rest = self._rest[len(text):]
        return text


def copy(cursor, table, rows):
    cursor.copy_expert("copy %s from stdin" % table, Rows(rows))


def fill(cursor, corpus):
    cursor.execute(TABLES)
    copy(cursor, "raw_service", (service_row(service) for service in read_services(corpus)))
    copy(cursor, "raw_place", ("%d\t%.6f\t%.6f\n" % (service.number, *place)
                               for service in read_services(corpus) for place in service.places))
    cursor.execute(INDEXES)
    for table in ("service", "card", "place"):
        cursor.execute("vacuum analyze " + table)


def build(corpus, index):
    make_cluster(index)
    with running(index):
        connect(index, "postgres").cursor().execute("create database peer")
        connection = connect(index, "peer")
        fill(connection.cursor(), corpus)
        connection.close()


CARRIES_TERM = "terms && %(terms)s::int[]"


def conditions(question):
    """All but the terms."""
    found = []
    if question.words:
        found.append("words @@ to_tsquery('simple', %(words)s)")
    if question.age is not None:
        found.append("youngest <= %(age)s and oldest >= %(age)s")
    if question.day is not None:
        found.append("hours @> int4range(%(begin)s, %(end)s)")
    return found


def statement(question):
    where = conditions(question)
    if question.terms and not question.facets:
        where.append(CARRIES_TERM)
    if not question.metres:
        tables, key = "service", "id"
    elif where or question.facets:
        tables, key = NEAR + " join service on id = near.service", "id"
    else:
        tables, key = NEAR, "near.service"
    if where:
        tables += " where " + " and ".join(where)
    return (with_facets if question.facets else without_facets)(question, tables, key)


def without_facets(question, tables, key):
    order = "metres, id" if question.by_distance else RANK + " desc, id"
    return "select %s id, count(*) over() from %s order by %s limit 20" % (key, tables, order)


def with_facets(question, tables, key):
    """`found` sets the terms aside; the answers are what of it carries one."""
    rank = "metres" if question.by_distance else "-" + RANK
    carries = CARRIES_TERM if question.terms else "true"
    return """with found as materialized (select %s id, terms, %s rank, %s carries from %s)
      select (select array_agg(id) from (
                select id from found where carries order by rank, id limit 20) first),
             (select count(*) from found where carries),
             (select array_agg(array[term, count]) from (
                select term, count(*)::int count from found, unnest(terms) term
                group by term order by 2 desc, 1 limit 20) facets)""" % (key, rank, carries, tables)


def parameters(question):
    return {"lat": question.lat, "lon": question.lon, "metres": question.metres,
            "terms": list(question.terms), "age": question.age,
            "words": (" | " if question.any_word else " & ").join(question.words),
            "begin": (question.day or 0) * DAY + question.begin,
            "end": (question.day or 0) * DAY + question.end}


def client(index):
    cursor = connect(index, "peer").cursor()

    def answer(question):
        cursor.execute(statement(question), parameters(question))
        rows = cursor.fetchall()
        if question.facets:
            ids, total, facets = rows[0]
            return total, ids or [], facets or []
        return rows[0][1] if rows else 0, [row[0] for row in rows], []

    return answer


if __name__ == "__main__":
    import sys

    import peers.postgis
    serving = running(sys.argv[3]) if sys.argv[1] == "answer" else contextlib.nullcontext()
    with serving:
        passes.main(peers.postgis)
