"""The rates commands from the outside: series, averages, exports, and a newsroom's own rates."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest

LONG = "date,base,quote,rate\n2025-02-24,EUR,CNY,7.5\n2025-02-25,EUR,CNY,7.6\n2025-02-24,EUR,USD,1.0500\n"


def imported(capexcalc, tmp_path, text, *options):
    path = tmp_path / "desk.csv"
    path.write_text(text)
    cache = str(tmp_path / "cache")
    return capexcalc("rates", "import", str(path), "--source", "desk", *options, CAPEXCALC_CACHE_DIR=cache)


def test_a_series_has_its_days_extremes_and_a_chart(capexcalc):
    ended = capexcalc("rates", "show", "EUR", "CNY", "--from", "2025-02-24", "--to", "2025-02-28")
    assert ended.code == 0
    assert ended.out.count("2025-02-2") == 5
    assert "7.5879" in ended.out
    assert "Chart" in ended.out
    assert "ECB" in ended.out


def test_a_series_with_no_observation_names_the_bounds(capexcalc):
    ended = capexcalc(
        "rates", "show", "EUR", "CNY", "--from", "2004-01-01", "--to", "2004-02-01", "--source", "ecb"
    )
    assert ended.code == 3
    assert "CNY runs from 2005-04-01" in ended.err


def test_averages_of_several_periods_stand_under_each_other(capexcalc):
    ended = capexcalc("rates", "average", "EUR", "CNY", "2023", "2024", "-f", "json")
    assert [each["observations"] for each in json.loads(ended.out)["result"]] == [255, 256]


@pytest.mark.parametrize(
    ("form", "line"),
    [
        ("csv", "2025-02-24,EUR,CNY,7.5879"),
        ("ledger", "P 2025/02/24 EUR 7.5879 CNY"),
        ("beancount", "2025-02-24 price EUR 7.5879 CNY"),
    ],
)
def test_other_programs_read_the_rates_as_published(capexcalc, form, line):
    span = ("--from", "2025-02-24", "--to", "2025-02-25")
    ended = capexcalc("rates", "export", "EUR", "CNY", "USD", *span, "--format", form)
    assert line in ended.out.splitlines()
    assert len(ended.out.splitlines()) == 4 + (form == "csv")


def test_an_export_of_an_unknown_currency_writes_nothing(capexcalc):
    ended = capexcalc("rates", "export", "EUR", "CNY", "XQX")
    assert (ended.code, ended.out) == (3, "")


def test_what_is_exported_can_be_imported_and_converts_the_same(capexcalc, tmp_path):
    text = capexcalc("rates", "export", "EUR", "CNY", "--from", "2025-02-20", "--to", "2025-02-28").out
    assert imported(capexcalc, tmp_path, text).code == 0
    cache = str(tmp_path / "cache")
    words = ("convert", "380bn CNY", "--to", "EUR", "--on", "2025-02-24", "-f", "csv")
    own = capexcalc(*words, "--source", "desk", CAPEXCALC_CACHE_DIR=cache)
    assert own.code == 0
    assert "50079732205.22" in own.out
    assert "desk" in own.out


def test_a_wide_table_needs_to_know_its_base(capexcalc, tmp_path):
    wide = "date,USD,CNY\n2025-02-24,1.05,7.5\n"
    assert "--base EUR" in imported(capexcalc, tmp_path, wide).err
    ended = imported(capexcalc, tmp_path, wide, "--base", "EUR", "-f", "json")
    assert json.loads(ended.out)["result"]["added"] == 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("7.6", "7,6", "line 3: 5 values in 4 columns"),
        ("7.6", '"7,6"', "line 3: '7,6' is not a rate"),
        ("7.6", "0", "line 3: '0' is not a rate"),
        ("7.6", "-7.6", "line 3: '-7.6' is not a rate"),
        ("2025-02-25", "25/02/2025", "line 3: '25/02/2025' is not a date"),
        ("2025-02-25", "2025-02-24", "line 3: a second rate for CNY on 2025-02-24"),
        ("EUR,USD", "GBP,USD", "line 4: base 'GBP', but 'EUR' before"),
        ("EUR,USD", "EUR,XQX", "line 4: 'EUR' and 'XQX' are not two currencies"),
        ("rate", "price", "line 1: columns"),
    ],
)
def test_one_wrong_line_stops_an_import_and_is_named(capexcalc, tmp_path, old, new, said):
    ended = imported(capexcalc, tmp_path, LONG.replace(old, new, 1))
    assert ended.code == 2
    assert said in ended.err
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"date,base,quote,rate\n", b'date,"'])
def test_a_file_that_is_no_table_is_named(capexcalc, tmp_path, content):
    path = tmp_path / "desk.csv"
    path.write_bytes(content)
    ended = capexcalc("rates", "import", str(path), "--source", "desk")
    assert (ended.code, str(path) in ended.err) == (2, True)


@pytest.mark.parametrize("name", ["ecb", "auto", "../desk", "Desk", "", "a" * 99])
def test_a_name_is_small_letters_and_nobody_elses(capexcalc, tmp_path: Path, name):
    path = tmp_path / "desk.csv"
    path.write_text(LONG)
    assert capexcalc("rates", "import", str(path), "--source", name).code == 2


def test_status_tells_each_source_and_where_it_comes_from(capexcalc, tmp_path, lasts):
    imported(capexcalc, tmp_path, LONG)
    ended = capexcalc("rates", "status", "-f", "json", CAPEXCALC_CACHE_DIR=str(tmp_path / "cache"))
    found = {each["source"]: each for each in json.loads(ended.out)["result"]}
    assert found["ecb"]["origin"] == "shipped"
    assert found["ecb"]["last"] == str(lasts("ecb")["CNY"])
    assert found["desk"]["origin"] == "imported"
    assert (found["desk"]["dates"], found["desk"]["damaged"]) == (2, 0)


def test_what_is_shipped_is_sound(capexcalc):
    ended = capexcalc("rates", "verify")
    assert (ended.code, ended.err) == (0, "")


@pytest.mark.parametrize(
    ("first", "last", "rates"), [("2025-02-24", "2025-02-24", 1), ("2025-02-25", "2025-02-24", None)]
)
def test_a_stretch_may_be_of_one_day_and_does_not_run_backwards(capexcalc, first, last, rates):
    ended = capexcalc("rates", "show", "EUR", "CNY", "--from", first, "--to", last, "-f", "csv")
    assert ended.out.count("7.5879") == (rates or 0)
    assert ("is after the last" in ended.err) is (rates is None)


def test_the_last_thirty_days_are_shown_unasked(capexcalc):
    days = capexcalc("rates", "show", "EUR", "CNY", "--to", "2025-03-26", "-f", "csv").out.splitlines()[1:]
    assert (days[0][:10], days[-1][:10]) == ("2025-02-24", "2025-03-26")
    days = capexcalc("rates", "show", "EUR", "CNY", "--to", "2025-03-27", "-f", "csv").out.splitlines()[1:]
    assert days[0][:10] == "2025-02-25"


@pytest.mark.parametrize(("given", "first"), [((), "1999-01-01"), (("--from", "1998-12-31"), "1998-12-31")])
def test_a_calendar_begins_with_the_euro_unless_told_otherwise(capexcalc, monkeypatch, given, first):
    begun = []
    export = import_module("capexcalc.cli.rates.export")
    monkeypatch.setattr(export, "_calendar", lambda outside, since, *_: begun.append(since.isoformat()))
    assert capexcalc("rates", "export", "--calendar", "--format", "parquet", *given).code == 0
    assert begun == [first]
