"""Records of CSV end where Python's csv module has them end, and come out byte for byte."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from capexcalc.bulk import records
from capexcalc.bulk.blocks import Block

ADDED = ",amount_eur,rate_eur,rate_date,rate_source,rate_method,status"
BREAKS = ("\n", "\r\n", "\r")


def rows_of(text: str) -> list[list[str]]:
    return [row for row in csv.reader(io.StringIO(text, newline="")) if row]


def test_whatever_is_written_records_end_where_csv_has_them_end() -> None:
    chance = random.Random(1)
    pieces = ['"', '""', ",", ";", "a", "é", *BREAKS]
    for _ in range(20_000):
        text = "".join(chance.choices(pieces, k=chance.randrange(1, 25)))
        block = Block(("\n" + text).encode(), ",", 0, ended=True)
        if block.quoted:
            continue
        cut = [block.data[start:end].tobytes().decode() for start, end in pairwise(block.edges)]
        assert "".join(cut) + block.rest.tobytes().decode() == "\n" + text
        assert [row for record in cut for row in rows_of(record)] == rows_of(text)
        assert block.blank().tolist() == [not record.strip("\r\n") for record in cut]
        before = ["".join([*cut[:number], "a\n"]) for number in range(len(cut))]
        lines = [each.replace("\r\n", "\n").replace("\r", "\n").count("\n") for each in before]
        assert [block.line(place) for place in block.edges[:-1]] == lines


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('a,"b', True),
        ('a,"b"', False),
        ('"a","b', True),
        ('"a","b"', False),
        ('"a","b","c', True),
        ('a"b', False),
    ],
)
def test_a_quotation_mark_that_is_not_closed_is_noticed(text: str, quoted: bool) -> None:
    assert Block(("\n" + text).encode(), ",", 0, ended=True).quoted is quoted


def a_cell(chance: random.Random) -> str:
    text = "".join(chance.choices(["a", "é", " ", '"', ",", ";", "\0", *BREAKS], k=chance.randrange(6)))
    plain = not text.startswith('"') and not set(text) & set(",\r\n")
    return text if plain and chance.random() < 0.8 else '"' + text.replace('"', '""') + '"'


@pytest.mark.parametrize("seed", range(40))
def test_bytes_come_out_as_they_went_in(convert, tmp_path: Path, monkeypatch, seed: int) -> None:
    chance = random.Random(seed)
    monkeypatch.setattr(records, "BLOCK", chance.choice([40, 64, 1 << 20]))  # that records go across blocks
    breaks = chance.choice([*([each] for each in BREAKS), BREAKS])
    head = chance.choice(["", "\ufeff"]) + 'amount,"date",currency,note'
    given = [head, *(f'1,2025-02-24,"USD",{a_cell(chance)}' for _ in range(chance.randrange(60)))]
    ends = [chance.choice(breaks) for _ in given]
    blank = [breaks[0] * chance.choice([0, 0, 0, 2]) if len(breaks) == 1 else "" for _ in given]
    ends[-1] = chance.choice([ends[-1], ""])
    text = "".join(map("".join, zip(given, ends, blank, strict=True)))
    rows, summary = convert(text)
    assert summary.statuses == ({"ok": len(given) - 1} if len(given) > 1 else {})
    (answer, *others) = {",".join(list(row.values())[4:]) for row in rows} or {""}
    assert not others
    out = (tmp_path / "out.csv").read_bytes().decode()
    ends[-1] = ends[-1] or ends[0] or "\n"
    expected = [given[0] + ADDED, *(f"{record},{answer}" for record in given[1:])]
    assert out == "".join(map("".join, zip(expected, ends, strict=True)))


def test_other_formats_have_what_stands_in_cells(job, monkeypatch) -> None:
    monkeypatch.setattr(records, "BLOCK", 64)
    chance = random.Random(1)
    notes = [a_cell(chance) for _ in range(500)]
    text = "note,amount,currency,date\n" + "".join(f"{each},1,USD,2025-02-24\n" for each in notes)
    meant = [row[0] for row in rows_of(text)[1:]]
    out, _ = job("in.csv", text.encode(), "out.jsonl")
    found = [json.loads(line)["note"] for line in out.read_text("utf-8").splitlines()]
    assert found == [None if note == "" else cell for note, cell in zip(notes, meant, strict=True)]


@pytest.mark.parametrize(
    "rows",
    [
        ["1,USD,2025-02-24"],
        ["n/a,USD,2025-02-24", "1,USD,soon", "1,XXQ,2025-02-24", "1,ADP,2025-02-24", "1,USD,2025-02-24"],
        [f'"$1,{n:03}.50",USD,24/02/2025' for n in range(200)],
    ],
    ids=["good rows", "bad rows", "signs and days"],
)
def test_pandas_is_not_loaded_for_it(tmp_path: Path, calendars: Path, rows: list[str]) -> None:
    """PyArrow would, for many of its functions, and takes a fifth of a second and 40 MB."""
    given = tmp_path / "in.csv"
    given.write_text("\n".join(["amount,currency,date", *rows, ""]))
    (tmp_path / "pandas.py").write_text("import pathlib; pathlib.Path('loaded').touch()")
    columns = ["--amount", "amount", "--currency", "currency", "--date", "date", "--to", "EUR"]
    subprocess.run(
        [sys.executable, "-m", "capexcalc", "batch", str(given), "--out", "out.csv", *columns],
        env={**os.environ, "PYTHONPATH": str(tmp_path), "CAPEXCALC_CACHE_DIR": str(calendars)},
        cwd=tmp_path,
        check=True,
    )
    assert (tmp_path / "out.csv").exists()
    assert not (tmp_path / "loaded").exists()
