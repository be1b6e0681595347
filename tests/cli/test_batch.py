from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

CONTRACTS = str(Path(__file__).parents[2] / "examples" / "contracts.csv")
NAMED = ("--amount", "value", "--currency", "currency", "--date", "signed", "--to", "EUR")


def test_a_look_shows_columns_rows_and_the_command(capexcalc):
    done = capexcalc("batch", CONTRACTS, "--look")
    assert done.code == 0
    words = " ".join(done.out.split())
    assert "amount value figures" in words
    assert "Would not convert" in words
    assert f"capexcalc batch {CONTRACTS} --out converted.csv {' '.join(NAMED)}" in words


def test_what_a_look_advises_runs(capexcalc, tmp_path, monkeypatch):
    printed = json.loads(capexcalc("batch", CONTRACTS, "--look", "--to", "USD,GBP", "-f", "json").out)
    command = printed["result"]["look"]["command"].split()
    monkeypatch.chdir(tmp_path)
    assert capexcalc(*command[1:]).code == 0
    with (tmp_path / "converted.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    shown = printed["result"]["look"]["converted"][0]
    assert rows[0]["amount_usd"] == shown["converted"]["USD"]


@pytest.mark.parametrize("missing", ["--out", "--date", "--to"])
def test_without_a_look_nothing_may_be_missing(capexcalc, tmp_path, missing):
    options = ["--out", str(tmp_path / "out.csv"), *NAMED]
    place = options.index(missing)
    done = capexcalc("batch", CONTRACTS, *options[:place], *options[place + 2 :])
    assert done.code == 2
    assert f"Missing option '{missing}'" in done.err
    assert "--look" in done.err


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "markdown"])
def test_the_summary_prints_in_every_format(capexcalc, tmp_path, form):
    done = capexcalc("batch", CONTRACTS, "--out", str(tmp_path / "out.csv"), *NAMED, "-f", form)
    assert done.code == 0
    assert "bad_amount" in done.out.replace("\\", "")
    if form == "csv":
        assert {row["status"] for row in csv.DictReader(io.StringIO(done.out))} >= {"ok", "bad_amount"}
    assert capexcalc("batch", CONTRACTS, "--out", "-", *NAMED, "-f", form).code == 2


def test_strict_ends_with_three_where_a_row_fails(capexcalc, tmp_path):
    out = str(tmp_path / "out.csv")
    assert capexcalc("batch", CONTRACTS, "--out", out, *NAMED, "--strict").code == 3


def test_a_look_shows_a_dash_for_rows_without_a_currency(capexcalc, tmp_path):
    (tmp_path / "in.csv").write_text("amount,currency,date\n5,USD,2018-01-03\n6,,2018-01-03\n")
    done = capexcalc("batch", str(tmp_path / "in.csv"), "--look")
    assert "USD 1, - 1" in done.out


def test_how_dates_are_written_is_not_how_many_they_are(capexcalc):
    shown = capexcalc("--ui", "ja", "batch", CONTRACTS, "--look", "-q").out
    assert "日付" in shown
    assert "日数" not in shown
