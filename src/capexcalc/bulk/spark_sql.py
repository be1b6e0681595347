"""What is Spark's own in the SQL of bulk conversion: names, numbers, days, how amounts meet the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from ..money.currency_cells import parts
from .dates import ISO
from .quoting import literal
from .sql import Dialect


def dialect(targets: Sequence[str], *, periods: bool) -> Dialect:
    """The dialect for rates of ``targets``; with ``periods``, of years and months too."""
    return Dialect(_number, _day, _read_cells, partial(_meet, targets, periods), "a.{}".format)


def named(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _number(cell: str) -> str:
    # Java takes 1d and 1f for numbers too.
    text = f"trim(CAST({cell} AS STRING))"
    number = "^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$"
    return f"CASE WHEN {text} RLIKE '{number}' THEN try_cast({text} AS DOUBLE) END"


def _day(cell: str, form: str) -> str:
    text = f"trim(CAST({cell} AS STRING))"
    if form == ISO:
        # A year alone, or with a month, is a date to Spark.
        full = f"{text} RLIKE '^[0-9]{{4,}}[-/][0-9]{{1,2}}[-/][0-9]{{1,2}}([ T].*)?$'"
        return f"CASE WHEN {full} THEN try_cast(replace({text}, '/', '-') AS DATE) END"
    for ours, javas in _JAVA.items():
        form = form.replace(ours, javas)
    return f"CAST(try_to_timestamp({text}, {literal(form)}) AS DATE)"


# strptime's directives as Java's; those of one letter take one digit or two, as strptime's do.
_JAVA = {"%Y": "yyyy", "%y": "yy", "%m": "M", "%d": "d", "%b": "MMM", "%B": "MMMM"}


def _read_cells(rows: str) -> str:
    return f"{rows} LEFT JOIN texts AS m ON m.text = t.amount_text AND m.beside <=> t.currency_text"


def _meet(targets: Sequence[str], periods: bool, rows: str, today: date) -> str:
    alike = " AND ".join(f"a.answer_{n} = k.c.answer_{n}" for n in range(len(targets)))
    as_of = "least(greatest(k.day_, s.first), s.last)"
    until = ""
    if periods:
        as_of = f"CASE WHEN k.last_ IS NULL THEN {as_of} ELSE k.day_ END"
        until = f" AND c.until = coalesce(k.last_, {as_of})"
    asked = f"CASE WHEN k.day_ <= DATE '{today}' THEN {as_of} END"
    figures = ", ".join(
        f"'rate_{code.lower()}', c.rate_{code.lower()} / s.parts, "
        f"'observed_{n}', c.observed_{n}, 'answer_{n}', c.answer_{n}"
        for n, code in enumerate(targets)
    )
    cell = r"trim(regexp_replace(currency_, '\\s+', ' '))"
    exact = ", ".join(map(literal, parts()))
    spelled = f"CASE WHEN {cell} IN ({exact}) THEN {cell} ELSE lower({cell}) END"
    met = (
        f"SELECT k.*, named_struct({figures}) AS c FROM (SELECT *, {spelled} AS spelled_ FROM {rows}) AS k "
        f"LEFT JOIN spans AS s ON s.currency = k.spelled_ "
        f"LEFT JOIN calendar AS c ON c.id = s.id AND c.as_of = {asked}{until}"
    )
    return f"({met}) AS k LEFT JOIN answers AS a ON {alike}"
