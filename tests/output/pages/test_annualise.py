from __future__ import annotations

import csv
import io

from capexcalc.output.screen import Screen


def test_a_schedule_adds_up_before_the_readers_eyes(annualised, shown):
    lines = shown("table", "annualise", annualised, Screen(60)).splitlines()
    assert "2025                  9    95.00 bn   12.52 bn" in lines
    assert "Total                36   380.00 bn   50.08 bn" in lines


def test_a_schedule_is_closed_by_its_total(annualised, shown):
    text = shown("markdown", "annualise", annualised)
    assert text.startswith("**380.00 bn CNY over 36 months: 126.67 bn CNY a year**\n\n| Year |")
    assert "| Total | 36 | 380.00 bn | 50.08 bn |" in text


def test_a_schedule_has_a_column_for_each_currency(annualised, shown):
    table = list(csv.DictReader(io.StringIO(shown("csv", "annualise", annualised))))
    assert [row["CNY"] for row in table][:2] == ["95000000000.00", "126666666666.67"]
    assert table[0]["EUR"] == "12519933051.31"
