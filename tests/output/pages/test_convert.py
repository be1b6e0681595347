from __future__ import annotations

import csv
import io
from dataclasses import replace
from decimal import Decimal

from capexcalc.money.money import Money


def test_a_conversion_shows_readable_figures_and_the_published_rate(conversions, shown):
    assert shown("table", "convert", conversions).splitlines() == [
        "       Amount      Converted                   Rate",
        "───────────────────────────────────────────────────",
        "380.00 bn CNY   50.08 bn EUR   1 CNY = 0.131789 EUR",
        "380.00 bn CNY   52.41 bn USD   1 CNY = 0.137930 USD",
        "",
        "  Rate    1 EUR = 7.5879 CNY (ECB, 2025-02-24)",
        "  Rate    1 EUR = 1.0466 USD (ECB, 2025-02-24)",
        "  Method  inverse (1 CNY in EUR), cross (1 CNY in USD)",
    ]


def test_each_currency_has_its_own_unit(conversions, shown):
    yen = Money(Decimal("7880000000000"), "JPY")
    page = shown("table", "convert", [*conversions, replace(conversions[0], converted=yen)])
    assert "50.08 bn EUR" in page
    assert "7.88 tn JPY" in page


def test_where_it_is_pasted_each_conversion_is_a_sentence_to_quote(conversions, shown):
    lines = shown("markdown", "convert", conversions).splitlines()
    assert "- Cite: 380 billion yuan are 50.08 billion euros at the ECB rate of 2025-02-24." in lines


def test_a_conversion_is_a_row_with_figures_in_full(conversions, shown):
    first, second = csv.DictReader(io.StringIO(shown("csv", "convert", conversions)))
    assert (first["amount"], first["converted"], first["converted_currency"]) == (
        "380000000000",
        "50079732205.22",
        "EUR",
    )
    assert (second["method"], second["observed"], second["from"]) == ("cross", "2025-02-24", "")
