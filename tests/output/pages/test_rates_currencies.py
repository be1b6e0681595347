from __future__ import annotations

import csv
import io
from datetime import date

from capexcalc.cache.store import Store, shipped_root
from capexcalc.commands.currencies import currencies
from capexcalc.output.answer import Style
from capexcalc.output.page import Notes
from capexcalc.output.pages.rates_currencies import pages
from capexcalc.output.sheet import Sheet
from capexcalc.rates.book import RateBook

BOOK = RateBook(Store([shipped_root()]), today=date(2026, 11, 1))


def test_csv_has_a_row_for_each_source_and_each_fact(shown) -> None:
    text = shown("csv", "rates-currencies", currencies(["DEM", "AED"], book=BOOK).result)
    found = [(row["code"], row["kind"], row["source"]) for row in csv.DictReader(io.StringIO(text))]
    assert found == [
        ("DEM", "rates", "nbp"),
        ("DEM", "rates", "worldbank"),
        ("DEM", "rates", "fed"),
        ("DEM", "euro_rate", "fixed"),
        ("AED", "rates", "nbp"),
        ("AED", "rates", "worldbank"),
        ("AED", "peg", "peg"),
    ]


def parts(codes: list[str]) -> tuple[Sheet, Notes]:
    (page,) = pages(currencies(codes, book=BOOK).result, Style())
    sheet, notes = page.parts
    return sheet, notes


def test_of_a_few_the_authorities_are_named_of_many_not(lasts) -> None:
    sheet, notes = parts(["AED"])
    assert sheet.rows == [
        (
            "AED",
            "United Arab Emirates Dirham",
            f"NBP 1998-12-22 to {lasts('nbp')['AED']}, WORLDBANK 1966 to {lasts('worldbank')['AED'].year}",
            "1 USD = 3.6725 AED, 1997-11-02 to now",
            "",
        )
    ]
    assert notes.items == [("AED", "1 USD = 3.6725 AED (peg: Central Bank of the UAE, since 1997-11-02)")]
    five, six = ["AED", "DEM", "FRF", "ITL", "ESP"], ["AED", "DEM", "FRF", "ITL", "ESP", "NLG"]
    assert parts(five)[1].items
    assert not parts(six)[1].items
    assert not parts([])[1].items
