"""Amounts in words, read once for each distinct cell."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import CapexcalcError
from ..money.figures import plain
from .quoting import literal

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_BATCH = 10_000


def create(
    con: DuckDBPyConnection, relation: str, cell: str, lang: str | None, scratch: Path
) -> tuple[str, ...]:
    """Table ``texts`` (text, amount, currency, refusal) with each distinct ``cell`` of ``relation``.

    ``refusal`` is the code of the error the reader answers with in place of an amount; those that occur are
    given back.
    """
    path = scratch / "texts.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((text, *read_cell(text, lang)) for text in _distinct(con, relation, cell))
    con.execute(
        f"CREATE TABLE texts AS FROM read_csv({literal(str(path))}, header = false, auto_detect = false, "
        "delim = ',', quote = '\"', escape = '\"', max_line_size = 33554432, "
        "columns = {'text': 'VARCHAR', 'amount': 'VARCHAR', 'currency': 'VARCHAR', 'refusal': 'VARCHAR'})"
    )
    refusals = con.execute("SELECT DISTINCT refusal FROM texts WHERE refusal IS NOT NULL").fetchall()
    return tuple(code for (code,) in refusals)


def read_cell(text: str, lang: str | None) -> tuple[str, str, str]:
    """Amount, currency and refusal, of which the last or the first two are empty."""
    from ..reading.request import read_request  # half as much to load as the engine

    try:
        amounts = read_request(text, lang).amounts
    except CapexcalcError as error:
        return "", "", error.code
    if len(amounts) > 1:
        return "", "", "several_amounts"  # a range: one row has room for one
    return plain(amounts[0].value), amounts[0].currency, ""


def _distinct(con: DuckDBPyConnection, relation: str, cell: str) -> Iterator[str]:
    cursor = con.cursor()
    cursor.execute(f"SELECT DISTINCT {cell} FROM {relation} WHERE {cell} IS NOT NULL")
    while batch := cursor.fetchmany(_BATCH):
        for (text,) in batch:
            yield text
