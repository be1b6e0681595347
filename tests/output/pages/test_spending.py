from __future__ import annotations

from dataclasses import replace

import pytest

from capexcalc.finance.spending_file import read_spending
from capexcalc.output.screen import Screen


def test_spending_is_a_table_with_a_bar_for_each_year(spending, shown):
    lines = shown("table", "spending-show", spending).splitlines()
    assert "FY2022   2021-04-01   2022-03-31    65.90 bn             ███████████████████████" in lines
    assert "FY2023   2022-04-01   2023-03-31    34.35 bn   -47.87%   ███████████▉" in lines
    assert "  Counts  total capital expenditure" in lines
    assert any(
        line.startswith("  FY2024  20-F 0000950170-24-063767, filed 2024-05-23; first") for line in lines
    )


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_no_line_of_spending_is_wider_than_the_screen(width, spending, shown):
    assert max(map(len, shown("table", "spending-show", spending, Screen(width)).splitlines())) <= width


def test_a_longer_period_is_drawn_by_what_it_is_a_year(spending, shown):
    first, *others = spending.spent.periods
    decade = replace(first, start=first.start.replace(year=2012))
    drawn = replace(spending, spent=replace(spending.spent, periods=(decade, *others)))
    page = shown("table", "spending-show", drawn, Screen(100))
    (line,) = (line for line in page.splitlines() if line.startswith("FY2022"))
    assert line.count("█") < 20


def test_spending_as_csv_is_a_file_that_prior_reads(spending, shown, tmp_path):
    file = tmp_path / "prior.csv"
    file.write_text(shown("csv", "spending-show", spending))
    series = read_spending(file)
    assert [p.amount for p in series.periods] == [p.amount.value for p in spending.spent.periods]
    assert (series.measure, series.source) == ("total capital expenditure", "annual reports")
    first, latest = series.periods[-1].reports
    assert (first.accession, f"{first.amount:f}") == ("0000950170-24-000001", "32929000000")
    assert (latest.accession, latest.form) == ("0000950170-24-063767", "20-F")


def test_what_was_fetched_prints_as_what_was_read(spending, shown):
    assert shown("table", "spending-fetch", spending) == shown("table", "spending-show", spending)


def test_spending_as_markdown_has_its_change(spending, shown):
    text = shown("markdown", "spending-show", spending)
    assert "| FY2024 | 2023-04-01 | 2024-03-31 | 32.09 bn | -6.59% |" in text
