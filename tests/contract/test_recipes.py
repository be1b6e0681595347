"""The recipes of docs/recipes.md do what they say, in what they are for."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "recipes.md").read_text("utf-8")


def recipe(heading: str, kind: str) -> str:
    (section,) = (each for each in TEXT.split("\n## ") if each.startswith(f"{heading}\n"))
    (code,) = re.findall(rf"^```{kind}\n(.*?)^```", section, re.S | re.M)
    return code


@pytest.fixture
def checkout(tmp_path, environment, monkeypatch):
    """A folder to write into, with the examples in it."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PATH", os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def needs(program: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"no {program} here, which the recipe is for")


def done(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_polars_takes_the_rates_that_convert_takes(checkout):
    """What it prints stands below it on the page; a day without a rate within a week has none."""
    pytest.importorskip("polars", reason="the recipe is for polars")
    printed = done(sys.executable, "-c", recipe("Polars", "python"))
    assert "turbines,2025-02-23,2025-02-21,0.658" in printed
    assert "lock,2025-03-20,,\n" in printed


def test_duckdb_counts_verdicts(checkout):
    pytest.importorskip("duckdb", reason="the recipe is for duckdb")
    assert done(sys.executable, "-c", recipe("DuckDB", "python")).splitlines() == [
        "not_enough_info 2",
        "refuted 1",
        "supported 4",
    ]


def test_r_takes_the_rates_that_convert_takes(checkout):
    needs("Rscript")
    printed = done("Rscript", "-e", recipe("R", "r"))
    assert re.search(r"turbines +2025-02-23 +5 +2025-02-21 +0.658", printed)
    assert re.search(r"cranes +2025-02-24 +38 +2025-02-24 +5.008", printed)


def test_a_sheet_finds_dates_in_the_first_column_ascending_and_rates_in_the_fourth(checkout):
    subprocess.run(recipe("Sheets", "sh"), shell=True, check=True)
    header, *rows = (line.split(",") for line in Path("rates.csv").read_text().splitlines())
    assert header == ["date", "base", "quote", "rate"]
    days = [date.fromisoformat(row[0]) for row in rows]
    assert days == sorted(days)
    assert [row[3][:8] for row in rows if row[0] == "2025-02-24"] == ["0.131788"]


def test_sqlite_holds_every_claim(checkout):
    needs("sqlite3")
    printed = done("sh", "-ec", recipe("Datasette", "sh"))
    assert printed.splitlines() == ["not_enough_info|2", "refuted|1", "supported|4"]


def test_each_article_has_its_page(checkout):
    subprocess.run(recipe("A page for each article", "sh"), shell=True, check=True)
    assert {page.name for page in Path("pages").iterdir()} == {"alibaba-en.html", "alibaba-fr.html"}


def test_a_chart_is_drawn(checkout):
    subprocess.run(recipe("A chart for print", "sh"), shell=True, check=True)
    assert "<svg" in Path("past.svg").read_text("utf-8")
