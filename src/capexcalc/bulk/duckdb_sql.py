"""What DuckDB says in its own way."""

from __future__ import annotations

from ..reading.cell_figures import Mark, grouping, written
from .dates import ISO
from .lookup import Lookup
from .quoting import literal
from .sql import Dialect


def dialect_with(lookup: Lookup) -> Dialect:
    """The dialect in which ``lookup`` has the rates."""
    return Dialect(_number, _day, _read_cells, lookup.meet, lookup.said, _grouped)


def _number(cell: str) -> str:
    # 1_000 is a number to Python and to DuckDB, and to nobody else.
    return f"CASE WHEN NOT contains(CAST({cell} AS VARCHAR), '_') THEN TRY_CAST({cell} AS DOUBLE) END"


def _grouped(cell: str, mark: Mark) -> str:
    def number(digits: str) -> str:
        pointed = digits if mark == "." else f"replace({digits}, ',', '.')"
        return f"TRY_CAST({pointed} AS DOUBLE)"

    signs = grouping(mark)
    first = number(f"replace({cell}, '{signs[0]}', '')")
    # Other signs are rarer, and to look for all of them takes five times as long.
    every = number(f"translate({cell}, {literal(signs)}, '')")
    return f"CASE WHEN regexp_matches({cell}, {literal(written(mark))}) THEN coalesce({first}, {every}) END"


def _day(cell: str, form: str) -> str:
    if form == ISO:
        return f"TRY_CAST({cell} AS DATE)"
    return f"CAST(TRY_STRPTIME(trim(CAST({cell} AS VARCHAR)), {literal(form)}) AS DATE)"


def _read_cells(rows: str) -> str:
    return f"(SELECT *, read_cell(amount_text, currency_text) AS m FROM {rows}) AS t"
