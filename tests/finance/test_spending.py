from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.errors import NotComparableError, UsageError
from capexcalc.finance.spending import Report, SpendingPeriod, SpendingSeries, describe_gap
from capexcalc.finance.spending_series import spending_series
from capexcalc.money.periods import Span, month_end


def period(start: str, end: str, amount: str = "10", line: int = 2) -> SpendingPeriod:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    return SpendingPeriod(first, last, start[:4], Decimal(amount), "annual reports", f"prior.csv:{line}")


def years(*amounts: str, first: int = 2020) -> SpendingSeries:
    rows = [
        period(f"{first + n}-01-01", f"{first + n}-12-31", amount, n + 2) for n, amount in enumerate(amounts)
    ]
    return spending_series("CNY", rows)


def refusal(code: str, call: Callable[[], object]) -> str:
    with pytest.raises((NotComparableError, UsageError)) as caught:
        call()
    assert caught.value.code == code
    return caught.value.message


DECADE = period("2014-04-01", "2024-03-31", "300")


def test_total_and_mean_are_those_of_the_years() -> None:
    series = years("10", "20", "33")
    assert (series.total, series.years, series.mean) == (63, 3, 21)
    assert series.last_year == series.peak_year == series.periods[-1]


def test_a_row_of_ten_years_counts_as_ten_in_the_mean() -> None:
    series = spending_series("CNY", [DECADE, period("2024-04-01", "2025-03-31", "85")])
    assert (series.years, series.mean) == (11, 35)
    assert series.odd_lengths == (DECADE,)


def test_a_quarter_counts_as_a_quarter_and_is_named_among_years() -> None:
    quarter = period("2022-01-01", "2022-03-31", "6")
    series = spending_series("CNY", [*years("10", "20").periods, quarter])
    assert (series.years, series.mean) == (Decimal("2.25"), 16)
    assert series.odd_lengths == (quarter,)
    assert series.last_year is None


def test_a_fiscal_year_of_52_weeks_is_a_year() -> None:
    series = spending_series("USD", [period("2022-09-25", "2023-09-30"), period("2023-10-01", "2024-09-28")])
    assert series.years == 2
    assert series.last_year is not None
    assert not series.odd_lengths
    assert not series.gaps


def test_within_a_long_row_neither_last_year_nor_peak_is_known() -> None:
    series = spending_series("CNY", [DECADE])
    assert (series.last_year, series.peak_year) == (None, None)


def test_a_year_below_the_mean_of_a_longer_row_is_no_peak() -> None:
    below = spending_series("CNY", [DECADE, period("2024-04-01", "2025-03-31", "29")])
    assert below.peak_year is None
    above = spending_series("CNY", [DECADE, period("2024-04-01", "2025-03-31", "31")])
    assert above.peak_year == above.periods[-1]


def test_only_what_has_ended_by_the_date_is_prior() -> None:
    counted, later = years("10", "20", "30").prior(date(2021, 12, 31))
    assert [p.label for p in counted.periods] == ["2020", "2021"]
    assert [p.label for p in later] == ["2022"]


def test_spending_that_is_all_later_is_no_prior() -> None:
    message = refusal("no_prior", lambda: years("10").prior(date(2020, 12, 30)))
    assert "2020 (prior.csv:2), ends on 2020-12-31" in message
    refusal("no_prior", lambda: spending_series("CNY", []))


def test_the_last_years_are_the_newest() -> None:
    assert [p.label for p in years("1", "2", "3").last(Span(24)).periods] == ["2021", "2022"]
    decade = spending_series("CNY", [DECADE, period("2024-04-01", "2025-03-31")])
    assert decade.last(Span(132)).periods == decade.periods


def test_a_window_can_be_a_single_month() -> None:
    months = [period("2025-01-01", "2025-01-31", "1"), period("2025-02-01", "2025-02-28", "2", 3)]
    assert spending_series("CNY", months).last(Span(1)).total == 2


def test_a_longer_period_that_spent_more_a_year_hides_the_peak() -> None:
    for length, amount, hidden in (
        ("2020-12-31", "21", True),
        ("2020-12-31", "20", False),
        ("2020-01-31", "11", True),
    ):
        longer = period("2019-01-01", length, amount)
        series = spending_series("CNY", [longer, period("2021-02-01", "2022-01-31", "10", 3)])
        assert (series.peak_year is None) == hidden


def test_a_window_reaching_before_the_first_period_says_how_far_back_they_go() -> None:
    with pytest.raises(NotComparableError) as caught:
        years("1", "2").last(Span(120))
    assert caught.value.code == "too_few_periods"
    assert "the 10 years to 2021-12-31" in caught.value.message
    assert "2020-01-01" in caught.value.message
    assert caught.value.hint is not None
    assert '--last "2 years"' in caught.value.hint


def test_a_window_beginning_inside_a_period_is_refused() -> None:
    message = refusal("window_cuts", lambda: spending_series("CNY", [DECADE]).last(Span(36)))
    assert "inside 2014 (prior.csv:2)" in message


def test_a_gap_matters_only_inside_the_window() -> None:
    series = spending_series("CNY", [*years("1", "2").periods, *years("4", "5", first=2023).periods])
    assert [str(describe_gap(*gap)) for gap in series.gaps] == [
        "nothing is given for 2022-01-01..2022-12-31, between 2021 (prior.csv:3) and 2023 (prior.csv:2)"
    ]
    assert series.last(Span(24)).total == 9
    assert "2022-01-01..2022-12-31" in refusal("gap", lambda: series.last(Span(36)))


@pytest.mark.parametrize("span", [Span(0, 10), Span(12, 1), Span(0)])
def test_a_window_is_counted_in_whole_months(span: Span) -> None:
    refusal("bad_span", lambda: years("1", "2").last(span))


def test_overlapping_periods_are_named_with_both_lines() -> None:
    rows = [period("2020-01-01", "2020-12-31", line=2), period("2020-10-01", "2021-09-30", line=7)]
    message = refusal("overlap", lambda: spending_series("CNY", rows))
    assert "prior.csv:2" in message
    assert "prior.csv:7" in message
    assert "2020-10-01..2020-12-31" in message
    rows[1] = period("2020-12-31", "2021-12-30", line=7)
    assert "2020-12-31..2020-12-31" in refusal("overlap", lambda: spending_series("CNY", rows))


def test_a_period_within_another_overlaps_even_from_the_same_day() -> None:
    inner = period("2014-04-01", "2015-03-31", line=9)
    assert "2014-04-01..2015-03-31" in refusal("overlap", lambda: spending_series("CNY", [DECADE, inner]))


def test_the_same_figure_twice_counts_once_and_says_so() -> None:
    rows = [period("2020-01-01", "2020-12-31", line=2), period("2020-01-01", "2020-12-31", line=3)]
    series = spending_series("CNY", rows)
    assert series.total == 10
    (notice,) = series.notices
    assert notice.code == "duplicate"
    assert "prior.csv:2 and prior.csv:3" in notice.message


def test_two_figures_for_one_year_are_refused_where_nothing_says_which_is_newer() -> None:
    rows = [period("2020-01-01", "2020-12-31", "10", 2), period("2020-01-01", "2020-12-31", "11", 3)]
    assert "prior.csv:2 and prior.csv:3" in refusal("restated", lambda: spending_series("CNY", rows))
    dated = [reported("10", "2021-02-01"), period("2020-01-01", "2020-12-31", "11", 3)]
    refusal("restated", lambda: spending_series("CNY", dated))


def reported(amount: str, filed: str, line: int = 2) -> SpendingPeriod:
    row = period("2020-01-01", "2020-12-31", amount, line)
    return replace(row, reports=(Report(row.amount, date.fromisoformat(filed), "20-F", f"000-{line}"),))


def test_of_a_restated_year_the_latest_figure_counts_and_the_first_is_kept() -> None:
    rows = [reported("12", "2023-02-01", 4), reported("10", "2021-02-01", 2), reported("11", "2022-02-01", 3)]
    series = spending_series("CNY", rows)
    (kept,) = series.periods
    assert (kept.amount, [r.amount for r in kept.reports]) == (12, [10, 12])
    (notice,) = series.notices
    assert notice.code == "restated"
    assert "from 10 (2021-02-01) to 12 (2023-02-01)" in notice.message


def test_a_figure_confirmed_in_a_later_report_is_not_restated() -> None:
    series = spending_series("CNY", [reported("10", "2021-02-01"), reported("10", "2022-02-01", 3)])
    assert [str(r.filed) for r in series.periods[0].reports] == ["2021-02-01", "2022-02-01"]
    assert series.notices == ()


def test_two_figures_filed_on_one_day_have_no_newer_one() -> None:
    rows = [reported("9", "2020-02-01"), reported("10", "2021-02-01", 3), reported("11", "2021-02-01", 4)]
    refusal("restated", lambda: spending_series("CNY", rows))


def test_two_definitions_are_no_series() -> None:
    rows = [
        replace(period("2020-01-01", "2020-12-31"), measure="total capital expenditure"),
        replace(period("2021-01-01", "2021-12-31", line=3), measure="property and equipment without land"),
    ]
    message = refusal("mixed_measures", lambda: spending_series("CNY", rows))
    assert "prior.csv:3" in message
    assert "property and equipment without land" in message


@pytest.mark.parametrize(
    ("ends", "year_end"),
    [
        (["2022-03-31", "2023-03-31"], (3, 31)),
        (["2023-02-28", "2024-02-29"], (2, 29)),
        (["2022-12-31", "2023-12-31"], None),
        (["2022-09-24", "2023-09-30"], (9, 30)),
        (["2022-01-01", "2022-12-31"], None),
        (["2022-01-07"], None),
        (["2022-01-08"], (1, 31)),
    ],
    ids=["March", "leap", "calendar", "52 weeks", "52 weeks to New Year", "a week late", "more than a week"],
)
def test_the_fiscal_year_is_told_by_its_month(ends: list[str], year_end: tuple[int, int] | None) -> None:
    rows = []
    for line, end in enumerate(map(date.fromisoformat, ends)):
        rows.append(period(str(end - timedelta(days=363)), str(end), line=line))
    assert spending_series("USD", rows).year_end == year_end


@given(st.lists(st.integers(1, 14), min_size=1, max_size=8), st.randoms())
def test_the_order_of_the_rows_changes_nothing(lengths: list[int], chance: Random) -> None:
    rows, begins = [], 2000 * 12
    for line, length in enumerate(lengths):
        start, last = begins, begins + length - 1
        begins += length
        rows.append(
            SpendingPeriod(
                date(start // 12, start % 12 + 1, 1),
                month_end(last // 12, last % 12 + 1),
                f"row {line}",
                Decimal(line),
                "annual reports",
                f"prior.csv:{line}",
            )
        )
    series = spending_series("CNY", rows)
    assert series.months == sum(lengths)
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert spending_series("CNY", shuffled) == series
