from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from capexcalc.output import csv as output


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_conversion_is_a_row_with_figures_in_full(conversions):
    first, second = rows(output.convert(conversions))
    assert (first["amount"], first["converted"], first["converted_currency"]) == (
        "380000000000",
        "50079732205.22",
        "EUR",
    )
    assert (second["method"], second["observed"], second["from"]) == ("cross", "2025-02-24", "")


def test_a_schedule_has_a_column_for_each_currency(annualised):
    table = rows(output.annualise(annualised))
    assert [row["CNY"] for row in table][:2] == ["95000000000.00", "126666666666.67"]
    assert table[0]["EUR"] == "12519933051.31"


def test_a_comparison_has_one_figure_a_row(comparison):
    figures = {row["figure"]: row for row in rows(output.compare(comparison))}
    assert figures["prior_total"]["value"] == "132339000000"
    assert (figures["annual_to_peak"]["label"], figures["annual_to_peak"]["unit"]) == ("FY2022", "times")
    assert figures["cagr"]["value"] == "-0.3022"


def test_a_claim_is_a_row_and_a_sentence_stays_on_its_line(document):
    table = rows("".join(output.check([document])))
    assert [row["verdict"] for row in table] == ["supported", "refuted", "not_enough_info"]
    assert "\n" not in table[0]["text"]
    assert (table[1]["hint_code"], table[2]["hint_code"]) == ("wrong_currency", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " ="])
def test_a_text_never_runs_as_a_formula(start, document):
    odd = replace(document, id=f'{start}HYPERLINK("http://example.org")')
    cell = rows("".join(output.check([odd])))[0]["document"]
    assert cell.startswith("'")


def test_a_negative_number_stays_a_number(comparison):
    assert "'-0.3022" not in output.compare(comparison)
