"""What the rates commands that have figures of their own show, beside the golden files of the whole."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

from capexcalc.commands.rates import RevisedIndex


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_source_without_dates_has_dashes_and_a_damaged_one_says_so(results, shown):
    page = shown("table", "rates-status", results["rates-status"])
    (mine,) = (line for line in page.splitlines() if line.startswith("mine"))
    assert mine.split() == ["mine", "imported", "-", "-", "-", "0", "1", "of", "1", "damaged"]


def test_indices_of_prices_stand_in_a_table_of_their_own(results, shown):
    index = replace(results["rates-status"][0], source="cpi", title="consumer prices", countries=7)
    page = shown("table", "rates-status", (index, *results["rates-status"]))
    first, second = page.split("Price index")
    assert "cpi" not in first
    assert "7" in second
    assert page.splitlines()[-2:] == ["  ecb  ECB rates", "  cpi  consumer prices"]


def test_rejected_rates_are_counted_unless_each_is_asked_for(results, shown):
    verified = results["rates-verify"]
    many = replace(verified, rejected=verified.rejected * 3)
    assert "a currency has a price" not in shown("table", "rates-verify", many)
    assert shown("table", "rates-verify", many, exact=True).count("a currency has a price") == 3
    assert [row["finding"] for row in rows(shown("csv", "rates-verify", many))] == [
        "damage",
        "revision",
        *["rejected"] * 3,
    ]


def test_a_revised_index_is_counted_by_country_and_level(results, shown):
    noticed = date(2025, 7, 1)
    revised = [
        RevisedIndex("cpi", country, year, Decimal(100), Decimal(101), noticed)
        for country in ("CHN", "DEU")
        for year in (2020, 2021, 2022)
    ]
    verified = replace(results["rates-verify"], revised_indices=tuple(revised))
    page = shown("markdown", "rates-verify", verified)
    assert "| cpi | 2025-07-01 | 2 | 6 |" in page
    assert "- 3 files: 1 findings, 7 revised, 1 rejected" in page


def test_a_source_that_failed_is_named_with_its_reason(results, shown):
    assert "  nbp  no answer" in shown("table", "rates-update", results["rates-update"])
    failed = rows(shown("csv", "rates-update", results["rates-update"]))[1]
    assert (failed["source"], failed["newest"], failed["failure"]) == ("nbp", "", "no answer")


def test_an_import_says_how_to_use_it(results, shown):
    assert "capexcalc convert ... --source mine" in shown("table", "rates-import", results["rates-import"])


def test_a_year_known_only_as_a_mean_counts_no_days(results, shown):
    (yuan, dirham) = rows(shown("csv", "rates-average", results["rates-average"]))
    assert (yuan["from"], yuan["to"]) == ("2024-01-01", "2024-12-31")
    assert int(yuan["observations"]) > 200
    assert dirham["base"] == "AED"
