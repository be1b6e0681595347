"""Rate calendars side by side, as an engine can broadcast and join them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ..money.currency_cells import Unit, spellings
from .averages import Averages
from .calendar import CalendarTable
from .quoting import literal
from .sql import one_or_each

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def side_by_side(
    con: DuckDBPyConnection, calendar: CalendarTable, targets: Sequence[str]
) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    """Tables of Arrow, and the statuses that occur in them.

    ``spans`` has for every spelling of a currency its number, the parts of it that are meant, its first and
    last day, ``calendar`` the figures of all ``targets`` by number and day, ``answers`` what its numbers
    mean. Where targets differ in source, method or status, each is named, in order, with ``;`` between.
    """
    numbers = range(len(targets))
    for number, target in enumerate(targets):
        calendar.load(number, target)
    con.execute(f"CREATE TABLE hulls AS {_hulls(numbers)}")
    con.execute(f"CREATE TABLE spans AS {_spelled()}")
    con.execute(f"CREATE {'VIEW' if len(targets) == 1 else 'TABLE'} calendar AS {_beside(targets)}")
    con.execute(f"CREATE TABLE answers AS {_meanings(numbers)}")
    statuses = con.execute("SELECT DISTINCT status FROM answers").fetchall()
    tables = {name: con.sql(f"FROM {name}").to_arrow_table() for name in ("calendar", "spans", "answers")}
    return tables, tuple(status for (status,) in statuses)


def with_averages(
    tables: Mapping[str, Any],
    averages: Averages,
    periods: Iterable[tuple[Unit, date, date]],
    targets: Sequence[str],
) -> Mapping[str, Any]:
    """Those tables with the averages of ``periods`` among the days, which end where they begin."""
    import pyarrow

    ids = dict(zip(*(tables["spans"][name].to_pylist() for name in ("currency", "id")), strict=True))
    calendar, answers = tables["calendar"], tables["answers"]
    calendar = calendar.append_column("until", calendar["as_of"])
    rows: list[dict[str, object]] = []
    meanings: dict[tuple[str | None, ...], int] = {}
    for unit, first, last in periods:
        found = averages.of(unit, first, last)
        names = ("source", "method", "status")
        said = tuple(_alike([getattr(each, name) for each in found]) for name in names)
        number = meanings.setdefault(said, ~len(meanings))  # below those of the calendar
        row = {"id": ids[unit.code.lower()], "as_of": first, "until": last}
        for n, (code, each) in enumerate(zip(targets, found, strict=True)):
            row |= {f"rate_{code.lower()}": each.rate, f"observed_{n}": each.observed, f"answer_{n}": number}
        rows.append(row)
    kinds = [
        {**dict.fromkeys((f"answer_{n}" for n in range(len(targets))), number)}
        | dict(zip(("rate_source", "rate_method", "status"), said, strict=True))
        for said, number in meanings.items()
    ]
    return {
        **tables,
        "calendar": pyarrow.concat_tables([calendar, pyarrow.Table.from_pylist(rows, calendar.schema)]),
        "answers": pyarrow.concat_tables([answers, pyarrow.Table.from_pylist(kinds, answers.schema)]),
    }


def _alike(texts: Sequence[str | None]) -> str | None:
    """As ``one_or_each`` has it."""
    return texts[0] if len(set(texts)) == 1 else ";".join(text or "" for text in texts)


def _hulls(numbers: Sequence[int]) -> str:
    """Each currency's first and last day for any of the targets."""
    first, last = (
        f"{edge}({', '.join(f's{n}.{name}' for n in numbers)}) AS {name}"
        for edge, name in (("least", "first"), ("greatest", "last"))
    )
    joins = " ".join(f"JOIN spans_{n} AS s{n} ON s{n}.id = v.id" for n in numbers)
    return f"SELECT v.currency AS code, CAST(v.id AS SMALLINT) AS id, {first}, {last} FROM codes AS v {joins}"


def _spelled() -> str:
    """The same for all that a currency, or a part of it, is called."""
    units = ", ".join(
        f"({literal(cell)}, {literal(unit.code)}, {unit.parts})" for cell, unit in spellings().items()
    )
    spelled = f"(VALUES {units}) AS u(currency, code, parts)"
    return f"SELECT u.currency, u.parts, h.* FROM {spelled} JOIN hulls AS h USING (code)"


def _beside(targets: Sequence[str]) -> str:
    """Every day that one of the targets has of a currency, with the figures of all."""
    columns = [
        f"t{n}.rate AS rate_{code.lower()}, t{n}.observed AS observed_{n}, t{n}.answer AS answer_{n}"
        for n, code in enumerate(targets)
    ]
    if len(targets) == 1:
        return f"SELECT t0.id, t0.as_of, {columns[0]} FROM calendar_0 AS t0"
    days = "SELECT id, CAST(unnest(generate_series(first, last, INTERVAL 1 DAY)) AS DATE) AS as_of FROM hulls"
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
