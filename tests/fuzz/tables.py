"""Random files: past spending, rows to convert, rates of one's own; whole ones, and damaged ones."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import words
from openpyxl import Workbook

Rows = Sequence[Sequence[str]]

_PRIOR = (
    ("period_start", "period_end", "amount", "currency"),
    ("year", "amount", "currency"),
    ("year", "amount"),
    ("fiscal_year_end", "amount", "unit", "currency"),
    ("period_start", "period_end", "amount", "currency", "label", "source", "measure", "filed", "form"),
)


def prior(rng: Random, folder: Path) -> Path:
    """A file of past spending, of one of the kinds there are; most are sound."""
    rows = _spending(rng)
    if rng.random() < 0.3:
        _spoil(rng, rows)
    match rng.randrange(4):
        case 0:
            path = folder / "prior.xlsx"
            path.write_bytes(_workbook(rows))
        case 1:
            path = folder / "prior.json"
            objects = [dict(zip(rows[0], row, strict=False)) for row in rows[1:]]
            lines = "\n".join(map(json.dumps, objects))
            path.write_text(rng.choice((lines, json.dumps(objects), json.dumps(objects, indent=1))))
        case _:
            path = folder / "prior.csv"
            path.write_bytes(_encoded(rng, delimited(rows, rng.choice(",;\t"))))
    if rng.random() < 0.15:
        path.write_bytes(damaged(rng, path.read_bytes()))
    return path


def rates(rng: Random, folder: Path) -> Path:
    """A file of rates of one's own, long or wide."""
    days = [date(2025, 1, 1) + timedelta(days=n) for n in range(rng.randint(1, 6))]
    if rng.random() < 0.5:
        rows = [["date", "base", "quote", "rate"]]
        rows += [[f"{day}", "EUR", "CNY", f"{7.5 + rng.random():.4f}"] for day in days]
    else:
        rows = [["date", "CNY", "USD"]]
        rows += [[f"{day}", f"{7.5 + rng.random():.4f}", f"{1 + rng.random():.3f}"] for day in days]
    if rng.random() < 0.5:
        _spoil(rng, rows)
    path = folder / "rates.csv"
    path.write_bytes(_encoded(rng, delimited(rows, ",")))
    if rng.random() < 0.1:
        path.write_bytes(damaged(rng, path.read_bytes()))
    return path


def contracts(rng: Random) -> list[list[str]]:
    """Rows to convert under a header: an amount, a currency, a date and a note that may be anything."""
    rows = [["amount", "currency", "date", "price", "note"]]
    for _ in range(rng.choice((1, 3, 20))):
        when = date(1999, 1, 4) + timedelta(days=rng.randrange(10_000))
        good = [words.plain_figure(rng), words.code(rng), f"{when}", words.amount(rng)]
        bad = [words.figure(rng), words.currency(rng), words.day(rng), words.anything(rng)[:500]]
        cells = [b if rng.random() < 0.1 else a for a, b in zip(good, bad, strict=True)]
        note = words.anything(rng)[:200] if rng.random() < 0.2 else "quay cranes"
        rows.append([storable(cell) for cell in (*cells, note)])
    return rows


def delimited(rows: Rows, delimiter: str) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows(rows)
    return buffer.getvalue()


def damaged(rng: Random, content: bytes) -> bytes:
    """``content`` with some bytes changed, left out or added."""
    spoilt = bytearray(content)
    for _ in range(rng.randint(1, 4)):
        place = rng.randrange(len(spoilt) + 1)
        match rng.randrange(4):
            case 0:
                spoilt[place:place] = rng.randbytes(rng.randint(1, 8))
            case 1:
                del spoilt[place : place + rng.randint(1, 40)]
            case 2:
                spoilt[place : place + 1] = rng.choice((b'"', b"\n", b"\r", b"\0", b",", b"\xff", b"{", b"]"))
            case 3:
                del spoilt[place:]
    return bytes(spoilt)


def storable(text: str) -> str:
    """``text`` without what no file in UTF-8 and no workbook can hold."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def packed(rng: Random, path: Path, content: bytes) -> Path:
    """``content`` in the file, or in one beside it that is packed."""
    if rng.random() < 0.2:
        path, content = path.with_name(f"{path.name}.gz"), gzip.compress(content)
    path.write_bytes(content)
    return path


def _spending(rng: Random) -> list[list[str]]:
    header = rng.choice(_PRIOR)
    first, currency = rng.randint(1990, 2024), rng.choice(("CNY", "USD", "EUR"))
    rows = [list(header)]
    for year in range(first, first + rng.randint(1, 8)):
        cells = {
            "period_start": f"{year}-01-01",
            "period_end": f"{year}-12-31",
            "year": f"{year}",
            "fiscal_year_end": f"{year}-03-31",
            "amount": words.plain_figure(rng) + ("" if "currency" in header else f" {currency}"),
            "currency": currency,
            "unit": "m",
            "label": f"FY{year}",
            "source": "annual report",
            "measure": "capital expenditure",
            "filed": f"{year + 1}-05-01",
            "form": "20-F",
        }
        rows.append([cells[name] for name in header])
    return rows


def _spoil(rng: Random, rows: list[list[str]]) -> None:
    """Put something else into some cells, the header's among them, or take a cell or a row away."""
    for _ in range(rng.randint(1, 3)):
        row = rng.choice(rows)
        if not row:
            continue
        place = rng.randrange(len(row))
        match rng.randrange(6):
            case 0:
                del row[place]
            case 1:
                rows.append(list(row))
            case _:
                make = rng.choice((words.amount, words.figure, words.day, words.odd, words.anything))
                row[place] = storable(make(rng)[:300])


def _encoded(rng: Random, text: str) -> bytes:
    if rng.random() < 0.2:
        text = text.replace("\r\n", rng.choice(("\n", "\r")))
    encoding = rng.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252"))
    return text.encode(encoding, "replace")


def _workbook(rows: Rows) -> bytes:
    workbook = Workbook()
    assert workbook.active is not None
    for row in rows:
        # What is no character to a workbook, its writer refuses.
        workbook.active.append(["".join(c for c in cell if c.isprintable()) for cell in row])
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()
