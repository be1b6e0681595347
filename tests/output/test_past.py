from __future__ import annotations

import csv as standard
import io
from dataclasses import replace

import pytest

from capexcalc.finance.spending_file import read_spending
from capexcalc.output import csv, markdown, table
from capexcalc.output.table import Screen


def test_spending_is_a_table_with_a_bar_for_each_year(spending):
    lines = table.spending(spending, Screen(80)).splitlines()
    assert "FY2022   2021-04-01   2022-03-31    65.90 bn             ████████████████████" in lines
    assert "FY2023   2022-04-01   2023-03-31    34.35 bn   -47.87%   ██████████" in lines
    assert "  Counts  total capital expenditure" in lines
    assert any(
        line.startswith("  FY2024  20-F 0000950170-24-063767, filed 2024-05-23; first") for line in lines
    )


def test_a_stream_without_blocks_gets_number_signs(spending):
    page = table.spending(spending, Screen(80, encoding="ascii"))
    assert page.isascii()
    assert "####" in page


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_no_line_of_spending_is_wider_than_the_screen(width, spending):
    assert max(map(len, table.spending(spending, Screen(width)).splitlines())) <= width


def test_a_longer_period_is_drawn_by_what_it_is_a_year(spending):
    first, *others = spending.spent.periods
    decade = replace(first, start=first.start.replace(year=2012))
    drawn = replace(spending, spent=replace(spending.spent, periods=(decade, *others)))
    page = table.spending(drawn, Screen(100))
    (line,) = (line for line in page.splitlines() if line.startswith("FY2022"))
    assert line.count("█") < 20


def test_spending_as_csv_is_a_file_that_prior_reads(spending, tmp_path):
    file = tmp_path / "prior.csv"
    file.write_text(csv.spending(spending))
    series = read_spending(file)
    assert [p.amount for p in series.periods] == [p.amount.value for p in spending.spent.periods]
    assert (series.measure, series.source) == ("total capital expenditure", "annual reports")
    first, latest = series.periods[-1].reports
    assert (first.accession, f"{first.amount:f}") == ("0000950170-24-000001", "32929000000")
    assert (latest.accession, latest.form) == ("0000950170-24-063767", "20-F")


def test_spending_as_markdown_has_no_bars(spending):
    text = markdown.spending(spending)
    assert "| FY2024 | 2023-04-01 | 2024-03-31 | 32.09 bn | -6.59% |" in text
    assert "█" not in text


def test_real_terms_stand_beside_nominal_ones(real_comparison):
    page = table.compare(real_comparison, Screen(100))
    assert "CNY of 2015" in page
    assert "in prices of 2015: CHN, consumer prices (a statistical office)" in page
    assert "the commitment is in money of 2025; past spending is even within each period" in page
    assert "Overtakes" in page
    assert "310.00 bn" in page
    assert "**380.00 bn CNY" in markdown.compare(real_comparison)
    assert "CNY of 2015" in markdown.compare(real_comparison)


def test_the_currency_effect_is_said_apart(real_comparison):
    page = " ".join(table.compare(real_comparison, Screen(100)).split())
    assert "17.80 bn EUR at each period's own rate (2.81 times); 17.44 bn EUR at the commitment's" in page
    assert "currency effect -2.02%" in page


def test_every_figure_is_a_row_of_the_csv(real_comparison):
    rows = {
        (row["figure"], row["label"]): row["value"]
        for row in standard.DictReader(io.StringIO(csv.compare(real_comparison)))
    }
    assert rows["overtaken_in_month", "2026"] == "13"
    assert rows["currency_effect", "EUR"] == "0.97982"
    assert rows["real_prior_total", "prices of 2015"] == "111000000000.00"
