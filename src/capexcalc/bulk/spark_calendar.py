"""Rate calendars side by side, as an engine can broadcast and join them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .calendar import CalendarTable
from .sql import one_or_each

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def side_by_side(
    con: DuckDBPyConnection, calendar: CalendarTable, targets: Sequence[str]
) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    """Tables of Arrow, and the statuses that occur in them.

    ``spans`` has each currency's number, first and last day, ``calendar`` the figures of all ``targets`` by
    number and day, ``answers`` what the numbers in it mean. Where targets differ in source, method or status,
    each is named, in their order, with ``;`` between.
    """
    numbers = range(len(targets))
    for number, target in enumerate(targets):
        calendar.load(number, target)
    con.execute(f"CREATE TABLE spans AS {_hulls(numbers)}")
    con.execute(f"CREATE {'VIEW' if len(targets) == 1 else 'TABLE'} calendar AS {_beside(targets)}")
    con.execute(f"CREATE TABLE answers AS {_meanings(numbers)}")
    statuses = con.execute("SELECT DISTINCT status FROM answers").fetchall()
    tables = {name: con.sql(f"FROM {name}").to_arrow_table() for name in ("calendar", "spans", "answers")}
    return tables, tuple(status for (status,) in statuses)


def _hulls(numbers: Sequence[int]) -> str:
    """Each currency's first and last day for any of the targets."""
    first, last = (
        f"{edge}({', '.join(f's{n}.{name}' for n in numbers)}) AS {name}"
        for edge, name in (("least", "first"), ("greatest", "last"))
    )
    joins = " ".join(f"JOIN spans_{n} AS s{n} ON s{n}.id = v.id" for n in numbers)
    return f"SELECT v.currency, CAST(v.id AS SMALLINT) AS id, {first}, {last} FROM codes AS v {joins}"


def _beside(targets: Sequence[str]) -> str:
    """Every day that one of the targets has of a currency, with the figures of all."""
    columns = [
        f"t{n}.rate AS rate_{code.lower()}, t{n}.observed AS observed_{n}, t{n}.answer AS answer_{n}"
        for n, code in enumerate(targets)
    ]
    if len(targets) == 1:
        return f"SELECT t0.id, t0.as_of, {columns[0]} FROM calendar_0 AS t0"
    days = "SELECT id, CAST(unnest(generate_series(first, last, INTERVAL 1 DAY)) AS DATE) AS as_of FROM spans"
    joins = " ".join(
        f"JOIN spans_{n} AS s{n} ON s{n}.id = d.id JOIN calendar_{n} AS t{n} "
        f"ON t{n}.id = d.id AND t{n}.as_of = least(greatest(d.as_of, s{n}.first), s{n}.last)"
        for n in range(len(targets))
    )
    return f"SELECT d.id, d.as_of, {', '.join(columns)} FROM ({days}) AS d {joins}"


def _meanings(numbers: Sequence[int]) -> str:
    """Each set of answers that occurs, one for each target, in words."""
    keys = [f"answer_{n}" for n in numbers]
    said = [
        f"{one_or_each([f'a{n}.{column}' for n in numbers])} AS {name}"
        for column, name in (("source", "rate_source"), ("method", "rate_method"), ("status", "status"))
    ]
    joins = " ".join(f"JOIN answers_{n} AS a{n} ON a{n}.answer = d.answer_{n}" for n in numbers)
    return (
        f"SELECT d.*, {', '.join(said)} FROM (SELECT DISTINCT {', '.join(keys)} FROM calendar) AS d {joins}"
    )
