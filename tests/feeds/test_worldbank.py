"""The annual averages that ship: units of each currency per dollar, checked against what else is known."""

from __future__ import annotations

import csv
import hashlib
import importlib
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from capexcalc.cache.store import Store, shipped_root
from capexcalc.errors import NoRateError, UsageError
from capexcalc.money.periods import Period
from capexcalc.rates.book import RateBook

SHIPPED = shipped_root() / "worldbank"


def averages(year: int) -> dict[str, str]:
    with (SHIPPED / f"{year}.csv").open(newline="") as file:
        (row,) = csv.DictReader(file)
    return {code: rate for code, rate in row.items() if rate}


def test_the_shipped_files_have_the_digests_of_the_manifest() -> None:
    manifest = json.loads((SHIPPED / "manifest.json").read_text())
    assert manifest["base"] == "USD"
    assert "2021-12-31" <= manifest["newest"] <= manifest["retrieved"]
    assert sorted(manifest["files"]) == sorted(path.name for path in SHIPPED.glob("[0-9]*.csv"))
    for name, told in manifest["files"].items():
        assert told["sha256"] == hashlib.sha256((SHIPPED / name).read_bytes()).hexdigest()


def test_parities_of_bretton_woods_are_there() -> None:
    rates = averages(1965)
    parities = {
        "DEM": "4.00",
        "GBP": "0.357143",
        "JPY": "360",
        "NLG": "3.62",
        "FRF": "4.93707",
        "CHF": "4.37",
    }
    for code, parity in parities.items():
        assert abs(Decimal(rates[code]) / Decimal(parity) - 1) < Decimal("0.01"), code


@pytest.mark.parametrize(("code", "year"), [("CNY", 2010), ("GBP", 2021), ("DEM", 1995), ("AED", 2000)])
def test_where_daily_rates_are_known_their_mean_agrees_and_is_preferred(
    shipped: RateBook, code: str, year: int
) -> None:
    whole = Period(date(year, 1, 1), date(year, 12, 31))
    mean = shipped.average("USD", code, whole)
    assert mean.source != "worldbank"
    assert abs(mean.rate / Decimal(averages(year)[code]) - 1) < Decimal("0.01")


def test_what_disagrees_or_cannot_be_checked_does_not_ship() -> None:
    with (SHIPPED / "rejected.csv").open(newline="", encoding="utf-8") as file:
        rejected = {(row["currency"], row["date"][:4]) for row in csv.DictReader(file)}
    assert {("SYP", "1960"), ("SYP", "2017"), ("ZMW", "1971"), ("IQD", "1985")} <= rejected
    assert "SYP" not in averages(2000)
    assert "ZMW" not in averages(1970)
    assert "ZMW" in averages(1980)
    assert "IQD" not in averages(1985)


def test_an_annual_average_is_no_rate_of_a_date(shipped: RateBook) -> None:
    with pytest.raises(NoRateError) as error:
        shipped.quote("DEM", "USD", date(1975, 12, 31))
    assert error.value.code == "before_first"
    with pytest.raises(UsageError) as misuse:
        RateBook(Store([shipped_root()]), today=date(2026, 11, 1), source="worldbank")
    hint = misuse.value.hint or ""
    assert hint.startswith("sources: auto, ecb, nbp")
    assert "worldbank" not in hint


@pytest.mark.parametrize(
    ("figures", "apart", "tainted"),
    [
        ({1999: "2.9", 2000: "1", 2001: "2"}, {2001: "0.21"}, {1999: 2001, 2000: 2001}),
        ({1999: "3.1", 2000: "1", 2001: "2"}, {2001: "0.21"}, {2000: 2001}),
        ({1999: "1", 2000: "1", 2001: "2"}, {2001: "0.2"}, {}),
        ({1999: "1", 2000: "1", 2001: "2"}, {2000: "0.01", 2001: "9"}, {}),  # 2000 is vouched for
        ({1998: "1", 2000: "1", 2001: "2"}, {2001: "9"}, {2000: 2001}),  # a gap ends the level
    ],
)
def test_a_year_of_another_kind_takes_the_unbroken_level_before_it_with_it(
    monkeypatch: pytest.MonkeyPatch, figures: dict[int, str], apart: dict[int, str], tainted: dict[int, int]
) -> None:
    tools = Path(__file__).parents[2] / "tools"
    monkeypatch.syspath_prepend(tools)
    level_before = importlib.import_module("levels").level_before
    assert (
        level_before(*({year: Decimal(x) for year, x in each.items()} for each in (figures, apart)))
        == tainted
    )
