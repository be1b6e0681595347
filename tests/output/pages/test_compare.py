from __future__ import annotations

import csv
import io

from capexcalc.output.screen import Screen


def test_a_comparison_names_source_and_growth(comparison, shown):
    text = shown("markdown", "compare", comparison)
    assert "- Source: annual reports" in text
    assert "past spending fell by 30.22% a year (CAGR)" in text


def test_a_comparison_has_one_figure_a_row(comparison, shown):
    rows = csv.DictReader(io.StringIO(shown("csv", "compare", comparison)))
    figures = {row["figure"]: row for row in rows}
    assert figures["prior_total"]["value"] == "132339000000"
    assert (figures["annual_to_peak"]["label"], figures["annual_to_peak"]["unit"]) == ("FY2022", "times")
    assert figures["cagr"]["value"] == "-0.3022"


def test_real_terms_stand_beside_nominal_ones(real_comparison, shown):
    page = shown("table", "compare", real_comparison, Screen(100))
    assert "CNY of 2015" in page
    assert "in prices of 2015: CHN, consumer prices (a statistical office)" in page
    assert "the commitment is in money of 2025; past spending is even within each period" in page
    assert "Overtakes" in page
    assert "310.00 bn" in page
    text = shown("markdown", "compare", real_comparison)
    assert "**380.00 bn CNY" in text
    assert "CNY of 2015" in text


def test_the_currency_effect_is_said_apart(real_comparison, shown):
    page = " ".join(shown("table", "compare", real_comparison, Screen(100)).split())
    assert "17.80 bn EUR at each period's own rate (2.81 times); 17.44 bn EUR at the commitment's" in page
    assert "currency effect -2.02%" in page


def test_every_figure_is_a_row_of_the_csv(real_comparison, shown):
    table = csv.DictReader(io.StringIO(shown("csv", "compare", real_comparison)))
    rows = {(row["figure"], row["label"]): row["value"] for row in table}
    assert rows["overtaken_in_month", "2026"] == "13"
    assert rows["currency_effect", "EUR"] == "0.97982"
    assert rows["real_prior_total", "prices of 2015"] == "111000000000.00"
