"""Rates for other engines: what they join by themselves is what ``convert`` says."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from datetime import date, timedelta
from math import isclose
from pathlib import Path

import duckdb
import pytest

from capexcalc.bulk.export import write_calendar
from capexcalc.errors import NoRateError, UsageError
from capexcalc.rates.official import official

FIRST = date(2021, 1, 1)


@pytest.fixture(scope="module")
def calendar(book, calendars: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """To the euro and the dollar."""
    path = tmp_path_factory.mktemp("export") / "calendar.parquet"
    write_calendar(path, book, calendars, ("EUR", "USD"), FIRST)
    return path


@pytest.fixture
def capexcalc(calendars: Path):
    def run(*words: str, text: bool = True) -> subprocess.CompletedProcess:
        settings = {**os.environ, "CAPEXCALC_CACHE_DIR": str(calendars)}
        return subprocess.run(
            [sys.executable, "-m", "capexcalc", *words], env=settings, capture_output=True, text=text
        )

    return run


def test_an_equality_join_says_what_the_book_says(calendar: Path, book, tmp_path: Path) -> None:
    chance = random.Random(3)
    codes, days = book.holdings.codes(), (book.today - FIRST).days
    asked = [
        (
            chance.choice(codes),
            chance.choice(("EUR", "USD")),
            FIRST + timedelta(days=chance.randrange(days)),
        )
        for _ in range(3000)
    ]
    rows = tmp_path / "rows.csv"
    rows.write_text("".join(f"{n},{code},{quote},{day}\n" for n, (code, quote, day) in enumerate(asked)))
    joined = duckdb.sql(
        f"SELECT status, observed, source, method, rate "
        f"FROM read_csv('{rows}', names = ['n', 'c', 'q', 'd']) LEFT JOIN '{calendar}' "
        "ON currency = c AND quote = q AND as_of = d ORDER BY n"
    ).fetchall()
    for (code, quote, day), (*answer, rate) in zip(asked, joined, strict=True):
        *known, rate_known = of_book(book, code, quote, day)
        assert answer == known, (code, quote, day)
        assert rate is rate_known is None or isclose(rate, rate_known, rel_tol=1e-14)


def of_book(book, code: str, quote: str, day: date) -> tuple[object, ...]:
    try:
        found = book.quote(code, quote, day)
    except NoRateError as error:
        return error.code, None, None, None, None
    status = "official_rate" if any(official(found)) else "ok"
    return status, found.observed, found.source, found.method, found.rate


def test_each_currency_has_each_day_once_up_to_today(calendar: Path, book) -> None:
    days = (book.today - FIRST).days + 1
    counts = f"SELECT DISTINCT count(*), count(DISTINCT as_of) FROM '{calendar}' GROUP BY currency, quote"
    assert duckdb.sql(counts).fetchall() == [(days, days)]


def test_observations_are_those_of_the_csv(capexcalc, tmp_path: Path) -> None:
    words = ("rates", "export", "EUR", "USD", "PLZ", "TWD", "--from", "2025-01-01", "--to", "2025-06-30")
    path = tmp_path / "rates.parquet"
    path.write_bytes(capexcalc(*words, "--format", "parquet", text=False).stdout)
    lines = capexcalc(*words).stdout.splitlines()[1:]
    found = duckdb.sql(f"SELECT date::VARCHAR, base, quote, rate FROM '{path}'").fetchall()
    assert [(*cells[:3], float(cells[3])) for cells in (line.split(",") for line in lines)] == found
    assert {quote for _, _, quote, _ in found} == {"USD", "PLZ", "TWD"}


@pytest.mark.parametrize(
    "words",
    [
        ["--calendar"],
        ["EUR", "--calendar", "--format", "parquet"],
        ["--calendar", "--format", "parquet", "--to", "XXQ"],
        [],
    ],
)
def test_what_cannot_be_exported_is_said_in_two_lines(capexcalc, words: list[str]) -> None:
    done = capexcalc("rates", "export", *words)
    assert done.returncode in (2, 3)
    assert done.stdout == ""
    assert done.stderr.startswith("error: ")
    assert len(done.stderr.splitlines()) == 2


def test_without_the_engine_one_line_says_how_to_get_it(book, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(UsageError) as caught:
        write_calendar(tmp_path / "out.parquet", book, tmp_path, ("EUR",), date(1999, 1, 1))
    assert (caught.value.code, caught.value.hint) == (
        "missing_extra",
        "pipx inject capexcalc duckdb numpy orjson pyarrow; or, in a clone: pip install '.[bulk]'",
    )


def test_a_script_gets_the_summary_as_one_document(capexcalc, tmp_path: Path) -> None:
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("amount;currency;date\n1;USD;31/12/2024\n1;BYN;31/12/2024\n")
    words = (
        "batch",
        str(source),
        "--amount",
        "amount",
        "--currency",
        "currency",
        "--date",
        "date",
        "--to",
        "EUR",
    )
    done = capexcalc(*words, "--out", str(out), "-f", "json", "--strict", "-q")
    said = json.loads(done.stdout)
    assert done.returncode == 3
    assert said["result"] | {"rates": ""} == {
        "rows": 2,
        "statuses": {"ok": 1, "gap": 1},
        "date_format": "%d/%m/%Y",
        "delimiter": ";",
        "rates": "",
        "decimal": "",
    }
    assert [warning["code"] for warning in said["warnings"]] == ["delimiter", "date_format"]
    refused = capexcalc(*words, "--out", "-", "-f", "json")
    assert (refused.returncode, json.loads(refused.stdout)["error"]["code"]) == (2, "two_outputs")
