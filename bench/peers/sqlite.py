"""SQLite with FTS5 for words and R*Tree for places, in process through Python's sqlite3."""

import os
import sqlite3

from corpus.services import open_hours, read_services
from corpus.towns import EARTH_METRES, degrees_around
from peers import passes

TABLES = """
  pragma journal_mode = off;
  pragma synchronous = off;
  create table service(id integer primary key, youngest integer, oldest integer);
  create table card(id integer primary key, name text, description text);
  create table term(service integer, term integer, primary key(service, term)) without rowid;
  create table hours(service integer, day integer, opens integer, closes integer,
                     primary key(service, day, opens)) without rowid;
  create virtual table place using rtree(id, south, north, west, east, +service integer,
                                         +lat real, +lon real);
  create virtual table words using fts5(text, content='', tokenize='unicode61');
  begin"""

# The R*Tree rounds to 32 bits: it gives candidates, the auxiliary columns decide.
NEAR = """near as materialized (
  select service, min(metres) metres from (
    select service, 2 * {earth} * asin(sqrt(
      pow(sin(radians(lat - :lat) / 2), 2)
      + cos(radians(:lat)) * cos(radians(lat)) * pow(sin(radians(lon - :lon) / 2), 2))) metres
    from place where south >= :south and north <= :north and west >= :west and east <= :east)
  where metres <= :metres group by service)""".format(earth=EARTH_METRES)

MATCHED = "matched as materialized (select rowid service, {rank} rank from words where words match :words)"


def missing():
    """Why this peer cannot run, or None."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("select sin(1)")
        connection.execute("create virtual table t using fts5(x)")
        connection.execute("create virtual table r using rtree(id, a, b)")
    except sqlite3.OperationalError as error:
        return "this SQLite lacks a module: %s" % error
    return None


def version():
    return sqlite3.sqlite_version


def connect(index):
    connection = sqlite3.connect(index, isolation_level=None, cached_statements=500)
    connection.executescript("""pragma cache_size = -2000000; pragma mmap_size = 8000000000;
                                pragma temp_store = memory""")
    return connection


def insert(connection, service, first_place):
    n = service.number
    connection.execute("insert into service values(?, ?, ?)", (n, *(service.ages or (-1, 999))))
    connection.execute("insert into card values(?, ?, ?)", (n, service.name, service.description))
    connection.execute("insert into words(rowid, text) values(?, ?)",
                       (n, service.name + " " + service.description))
    connection.executemany("insert into term values(?, ?)", [(n, term) for term in service.terms])
    connection.executemany("insert into hours values(?, ?, ?, ?)",
                           [(n, *hours) for hours in open_hours(service.sessions)])
    connection.executemany("insert into place values(?, ?, ?, ?, ?, ?, ?, ?)",
                           [(first_place + i, lat, lat, lon, lon, n, lat, lon)
                            for i, (lat, lon) in enumerate(service.places)])


def build(corpus, index):
    if os.path.exists(index):
        os.remove(index)
    connection = connect(index)
    connection.executescript(TABLES)
    places = 1
    for service in read_services(corpus):
        insert(connection, service, places)
        places += len(service.places)
    for last in ("commit", "insert into words(words) values('optimize')", "analyze"):
        connection.execute(last)
    connection.close()


def words_expression(question):
    return (" OR " if question.any_word else " AND ").join('"%s"' % w for w in question.words)


def found_in(question):
    """(tables to begin with, the joins, the column with the service)."""
    tables, joins, key = [], "near", "near.service"
    if question.metres:
        tables.append(NEAR)
    if question.words:
        tables.append(MATCHED.format(rank="0" if question.by_distance else "bm25(words)"))
        joins = "near join matched using(service)" if question.metres else "matched"
        key = key if question.metres else "matched.service"
    return tables, joins, key


def conditions(question, key):
    """All but the terms."""
    found = []
    if question.age is not None:
        found.append("exists(select 1 from service where id = %s"
                     " and youngest <= :age and oldest >= :age)" % key)
    if question.day is not None:
        found.append("exists(select 1 from hours where hours.service = %s"
                     " and day = :day and opens <= :begin and closes >= :end)" % key)
    return found


def carries_term(question, key):
    if not question.terms:
        return "1"
    return "exists(select 1 from term where term.service = %s and term in (%s))" % (
        key, ",".join(map(str, question.terms)))


def answers_of(question, key, order, joins):
    """The tables that end with `answers`; with facets also `found`, which sets the terms aside."""
    where, carries = conditions(question, key), carries_term(question, key)
    if not question.facets:
        return ["answers as materialized (select %s id, %s rank from %s where %s)" % (
            key, order, joins, " and ".join(where + [carries]))]
    return ["found as materialized (select %s id, %s rank, %s carries from %s where %s)" % (
                key, order, carries, joins, " and ".join(where + ["1"])),
            "answers as materialized (select id, rank from found where carries)"]


def statement(question):
    tables, joins, key = found_in(question)
    order = "near.metres" if question.by_distance else "matched.rank"
    head = "with " + ", ".join(tables + answers_of(question, key, order, joins))
    first = "select id, (select count(*) from answers) total from answers order by rank, id limit 20"
    if not question.facets:
        return head + " select 0, id, total from (%s)" % first
    return head + """ select 0, id, total from (%s) union all select * from (
        select 1, term, count(*) from found join term on term.service = found.id
        group by term order by 3 desc, 2 limit 20)""" % first


def parameters(question):
    height, width = degrees_around(question.lat, question.metres)
    return {"lat": question.lat, "lon": question.lon, "metres": question.metres,
            "south": question.lat - height, "north": question.lat + height,
            "west": question.lon - width, "east": question.lon + width,
            "words": words_expression(question), "age": question.age, "day": question.day,
            "begin": question.begin, "end": question.end}


def client(index):
    connection = connect(index)

    def answer(question):
        rows = connection.execute(statement(question), parameters(question)).fetchall()
        items = [row for row in rows if row[0] == 0]
        return (items[0][2] if items else 0, [row[1] for row in items],
                [row[1:] for row in rows if row[0] == 1])

    return answer


if __name__ == "__main__":
    import peers.sqlite
    passes.main(peers.sqlite)
