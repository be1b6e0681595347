from __future__ import annotations

from datetime import date

import pytest

from capexcalc.money.dates import parse_span
from capexcalc.money.periods import Period, Span, month_end


@pytest.mark.parametrize(
    ("span", "iso"),
    [(Span(36), "P3Y"), (Span(18), "P1Y6M"), (Span(0, 10), "P10D"), (Span(6), "P6M"), (Span(0), "P0D")],
)
def test_a_span_prints_as_an_iso_duration(span: Span, iso: str) -> None:
    assert span.iso() == iso


@pytest.mark.parametrize("words", ["3 years", "1 year 6 months", "1 month", "10 days", "2 years 1 day"])
def test_a_span_in_words_reads_back(words: str) -> None:
    span = parse_span(words)
    assert isinstance(span, Span)
    assert str(span) == f"{span}" == words


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2025-04-01", "2028-03-31", 36),
        ("2025-01-15", "2025-02-14", 1),
        ("2024-02-01", "2024-02-29", 1),
        ("2025-01-01", "2025-01-30", None),
        ("9999-01-01", "9999-12-31", None),
    ],
)
def test_months_are_counted_only_where_no_days_are_left_over(
    start: str, end: str, months: int | None
) -> None:
    assert Period(date.fromisoformat(start), date.fromisoformat(end)).whole_months() == months


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2023-10-01", "2024-09-28", 12),  # a fiscal year of 52 weeks
        ("2022-09-25", "2023-09-30", 12),  # one of 53
        ("2023-10-01", "2023-12-30", 3),
        ("2014-04-01", "2024-03-31", 120),
        ("2024-02-01", "2024-02-29", 1),
        ("2024-02-01", "2024-02-07", 0),
        ("2024-03-01", "2024-03-15", 0),  # 15 days are nearer to none
        ("2024-03-01", "2024-03-16", 1),
        ("1000-01-01", "1999-12-31", 12_000),
    ],
)
def test_a_business_year_of_whole_weeks_is_twelve_months(start: str, end: str, months: int) -> None:
    assert Period(date.fromisoformat(start), date.fromisoformat(end)).nearest_months() == months


def test_february_ends_on_the_29th_in_leap_years_only() -> None:
    assert [month_end(year, 2).day for year in (1900, 2000, 2023, 2024)] == [28, 29, 28, 29]
    assert month_end(9999, 12) == date.max
