"""The rules of a rate calendar spread over days: one row for each currency and day, by SQL."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from ..cache.year_file import FIRST
from ..errors import CacheError
from ..money.currencies import all_codes
from ..rates.book import RateBook
from ..rates.calendar_rules import Stretch, calendar
from ..rates.sources import SOURCES
from .quoting import literal

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Status, source and method.
Answer = tuple[str, str, str]

_GAP: Answer = ("gap", "", "")


def spread(con: DuckDBPyConnection, book: RateBook, target: str, path: Path, scratch: Path) -> None:
    """Write the calendar of ``target`` to a Parquet file.

    Columns: ``id`` (a currency's place among all codes), ``as_of``, ``observed`` (null without a rate, and
    for a rate that needs no observation), ``rate`` (units of ``target`` for one of the currency), ``answer``
    (a place in the list of status, source and method that ``answers_in`` gives). A currency's first and last
    row stand for all days before and after them.
    Raises CacheError (``cache_damaged``) for a rate that is not a positive number.
    """
    answers = {_GAP: 0}
    rules = scratch / "rules.csv"
    with rules.open("w", encoding="ascii", newline="") as lines:
        csv.writer(lines).writerows(_rows(book, target, answers))
    files = list(book.holdings.files())
    names = ", ".join(literal(str(file)) for _, file in files)
    sources = ", ".join(f"({literal(source)}, {literal(str(file))})" for source, file in files)
    con.execute(_OBSERVED.format(names=names, sources=sources, first=FIRST))
    if wrong := con.execute("SELECT source FROM observed WHERE rate IS NULL LIMIT 1").fetchall():
        raise CacheError(
            "cache_damaged",
            "{where}: a rate is not a positive number",
            "capexcalc rates verify",
            where=wrong[0][0],
        )
    con.execute(_RULES.format(rules=literal(str(rules))))
    said = literal(json.dumps(list(answers)))
    con.execute(_SPREAD.format(gap=_carried(book.max_gap), path=literal(str(path)), answers=said))
    con.execute("DROP TABLE rules; DROP TABLE observed")


def answers_in(con: DuckDBPyConnection, path: Path) -> list[list[str]] | None:
    """Status, source and method by number, or None if the file is not there or not whole."""
    import duckdb

    try:
        found = con.execute(f"SELECT value FROM parquet_kv_metadata({literal(str(path))})").fetchall()
        return list(json.loads(found[0][0])) if found else None
    except (duckdb.Error, ValueError):
        return None


def _rows(book: RateBook, target: str, answers: dict[Answer, int]) -> Iterator[tuple[object, ...]]:
    """The rules with their days, as ordinals; their answers are added to ``answers``."""
    ids = {code: number for number, code in enumerate(all_codes())}
    for currency, own in groupby(calendar(book, target), key=attrgetter("currency")):
        for stretch in _shortened(list(own)):
            days = stretch.first.toordinal(), stretch.last.toordinal()
            for rule in stretch.rules:
                said = (rule.status, rule.source, rule.method) if rule.found else (rule.status, "", "")
                answer = answers.setdefault(said, len(answers))
                rate = rule.factor if rule.found else None
                made_of = rate, rule.times, rule.over, rule.since.toordinal(), rule.until.toordinal()
                yield ids[currency], *days, answer, rule.source, rule.observes, *made_of


def _carried(max_gap: int) -> str:
    """For how many days an observation of ``day`` by ``source`` serves, as SQL."""
    cases = ""
    for row in SOURCES:
        before = row.carried(date.min, max_gap)
        if before != max_gap:
            cases += f"WHEN source = '{row.id}' AND day < {row.weekly_from.toordinal()} THEN {before} "
    return f"CASE {cases}ELSE {max_gap} END" if cases else f"{max_gap}"


def _shortened(stretches: list[Stretch]) -> list[Stretch]:
    """Without the days before and after all others that are answered alike."""
    first, last = stretches[0], stretches[-1]
    if not any(rule.observes for rule in first.rules):
        stretches[0] = first._replace(first=first.last)
    if not any(rule.observes for rule in last.rules):
        stretches[-1] = stretches[-1]._replace(last=stretches[-1].first)
    return stretches


# Year files as year_file.py has them. A source's own currency, with the name of none, is 1 on every day of
# publication.
_OBSERVED = r"""
CREATE TEMP TABLE observed AS
WITH files AS (SELECT * FROM (VALUES {sources}) AS f(source, filename)),
lines AS (
    SELECT filename, string_split(line, ',') AS cells
    FROM read_csv([{names}], header = false, auto_detect = false, delim = '\x01', quote = '', escape = '',
        columns = {{'line': 'VARCHAR'}}, filename = true)
),
heads AS (SELECT filename, cells AS codes FROM lines WHERE cells[1] = '{first}')
SELECT source, CASE WHEN code = '{first}' THEN '' ELSE code END AS currency, day,
    CASE WHEN code = '{first}' THEN 1
        WHEN TRY_CAST(cell AS DOUBLE) BETWEEN 1e-300 AND 1e300 THEN TRY_CAST(cell AS DOUBLE) END AS rate
FROM (
    SELECT source, unnest(codes) AS code, unnest(cells) AS cell,
        CAST(CAST(cells[1] AS DATE) - DATE '0001-01-01' AS INTEGER) + 1 AS day
    FROM lines JOIN heads USING (filename) JOIN files USING (filename) WHERE cells[1] <> '{first}'
) WHERE cell <> ''
"""

_RULES = """
CREATE TEMP TABLE rules AS
SELECT * REPLACE (coalesce(times, '') AS times, coalesce(over, '') AS over)
FROM read_csv({rules}, header = false, auto_detect = false, delim = ',', columns = {{
    'id': 'SMALLINT', 'first': 'INTEGER', 'last': 'INTEGER', 'answer': 'TINYINT', 'source': 'VARCHAR',
    'observes': 'BOOLEAN', 'rate': 'DOUBLE', 'times': 'VARCHAR', 'over': 'VARCHAR',
    'since': 'INTEGER', 'until': 'INTEGER'}})
"""

# The days before the first observation of a pair are a gap like those between two.
_SPREAD = """
COPY (
    WITH pairs AS (SELECT DISTINCT source, times, over FROM rules WHERE observes),
    joint AS (
        SELECT p.source, p.times, p.over, t.day, t.rate / o.rate AS rate
        FROM observed AS t JOIN pairs AS p ON p.source = t.source AND p.times = t.currency
        JOIN observed AS o ON o.source = t.source AND o.currency = p.over AND o.day = t.day
    ),
    carried AS (
        SELECT *, day + {gap} AS expires,
            lead(day, 1, 9999999) OVER (PARTITION BY source, times, over ORDER BY day) AS next FROM joint
        UNION ALL
        SELECT source, times, over, 1, NULL, 0, min(day) FROM joint GROUP BY source, times, over
    ),
    used AS (
        SELECT r.id, r.answer, r.rate * s.rate AS rate, if(r.rate IS NULL, NULL, s.day) AS observed,
            s.expires, greatest(r.first, s.day) AS begins, least(r.last, s.next - 1) AS ends
        FROM carried AS s JOIN rules AS r
            ON r.source = s.source AND r.times = s.times AND r.over = s.over AND r.observes
        WHERE s.day BETWEEN r.since AND r.until AND s.day <= r.last AND s.next > r.first
    ),
    answered AS (
        SELECT id, answer, rate, observed, begins, least(ends, expires) AS ends FROM used
        UNION ALL
        SELECT id, 0, NULL, NULL, greatest(begins, expires + 1), ends FROM used
        UNION ALL
        SELECT id, answer, rate, NULL, first, last FROM rules WHERE NOT observes
    )
    SELECT id, DATE '0001-01-01' + (day - 1) AS as_of, DATE '0001-01-01' + (observed - 1) AS observed,
        rate, CAST(answer AS TINYINT) AS answer
    FROM (
        SELECT *, CAST(unnest(range(begins, ends + 1)) AS INTEGER) AS day
        FROM (FROM answered ORDER BY id, begins)
    )
) TO {path} (FORMAT parquet, KV_METADATA {{answers: {answers}}})
"""
