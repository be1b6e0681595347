"""EDGAR's shape with one synthetic issuer for each trap in it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.errors import InputError, NotComparableError
from capexcalc.finance.edgar import series_of
from capexcalc.finance.edgar_tags import TAGS, Fact, holes, joined_by
from capexcalc.finance.spending import Report

USUAL, OTHER_PPE = TAGS[0], "PaymentsToAcquireOtherPropertyPlantAndEquipment"
PRODUCTIVE, REAL_ESTATE = "PaymentsToAcquireProductiveAssets", "PurchaseOfInvestmentProperty"
IFRS = "PurchaseOfPropertyPlantAndEquipmentClassifiedAsInvestingActivities"


def fact(year: int, val: str, **given: Any) -> dict[str, Any]:
    """A figure for the year to 31 March, in the 20-F filed that July."""
    return {
        "start": f"{year - 1}-04-01",
        "end": f"{year}-03-31",
        "val": val,
        "accn": f"0001-{given.pop('filed_in', year) % 100:02}-000001",
        "fy": year,
        "fp": "FY",
        "form": "20-F",
        "filed": f"{year}-07-20",
        **given,
    }


def facts(units: dict[str, Any], tag: str = USUAL, taxonomy: str = "us-gaap") -> dict[str, Any]:
    return {
        "cik": "1",
        "entityName": "Example Holding",
        "facts": {taxonomy: {tag: {"label": "Payments", "description": None, "units": units}}},
    }


def amounts(content: Any) -> list[tuple[str, str]]:
    return [(p.label, f"{p.amount:f}") for p in series_of(content, "sec:1").periods]


def codes(content: Any) -> list[str]:
    return [notice.code for notice in series_of(content, "sec:1").notices]


def test_each_figure_cites_its_form_and_accession_number() -> None:
    series = series_of(facts({"CNY": [fact(2023, "100"), fact(2024, "150")]}), "sec:1")
    assert (series.currency, series.measure) == ("CNY", USUAL)
    assert series.source == f"SEC EDGAR, Example Holding, {USUAL}"
    (report,) = series.periods[1].reports
    assert (report.form, report.accession, str(report.filed)) == ("20-F", "0001-24-000001", "2024-07-20")
    assert series.notices == ()


def test_an_issuer_without_the_usual_tag_is_read_by_the_one_it_uses() -> None:
    content = facts({"CNY": [fact(2019, "32336"), fact(2020, "24662")]}, OTHER_PPE)
    assert series_of(content, "sec:1").measure == OTHER_PPE
    assert amounts(facts({"EUR": [fact(2024, "7")]}, IFRS, "ifrs-full")) == [("FY2024", "7")]


def test_the_tag_in_use_now_wins_and_the_other_is_not_mixed_in() -> None:
    content = facts({"CNY": [fact(2017, "1"), fact(2018, "2")]})
    content["facts"]["us-gaap"][OTHER_PPE] = {"units": {"CNY": [fact(2018, "5"), fact(2019, "6")]}}
    assert amounts(content) == [("FY2018", "5"), ("FY2019", "6")]
    (notice,) = series_of(content, "sec:1").notices
    assert notice.code == "other_definition"
    assert f"{USUAL} in CNY gives years that it alone has, 2017-03-31 to 2017-03-31" in notice.message


def test_of_two_tags_as_new_the_more_usual_one_wins() -> None:
    content = facts({"USD": [fact(2024, "1")]})
    content["facts"]["us-gaap"][OTHER_PPE] = {"units": {"USD": [fact(2024, "2.9")]}}
    assert series_of(content, "sec:1").measure == USUAL


def both(usual: list[str], other: list[str], *, last: int = 2024, tag: str = REAL_ESTATE) -> dict[str, Any]:
    """Figures of years that end with 2024, and of others under ``tag`` that end with ``last``."""
    years = range(2025 - len(usual), 2025)
    content = facts({"USD": [fact(year, val) for year, val in zip(years, usual, strict=True)]})
    years = range(last + 1 - len(other), last + 1)
    units = {"USD": [fact(year, val) for year, val in zip(years, other, strict=True)]}
    content["facts"].setdefault("ifrs-full", {})[tag] = {"units": units}
    return content


@pytest.mark.parametrize(
    ("usual", "other", "measure"),
    [
        (["10", "10"], ["29", "30"], USUAL),
        (["10", "10"], ["30", "30"], REAL_ESTATE),
        (["0", "1"], ["30", "30"], REAL_ESTATE),
        (["10"], ["1", "30"], REAL_ESTATE),  # the years that both have
    ],
)
def test_a_part_of_the_spending_is_not_called_capital_expenditure(
    usual: list[str], other: list[str], measure: str
) -> None:
    """A builder of warehouses pays little for equipment, and much for investment property."""
    content = both(usual, other)
    assert series_of(content, "sec:1").measure == measure
    assert ("fragment" in codes(content)) == (measure != USUAL)


def test_the_larger_tag_must_be_in_use_still() -> None:
    assert series_of(both(["10", "10"], ["300", "300"], last=2023), "sec:1").measure == USUAL
    for negative in ("-1", "-0.1"):
        with pytest.raises(NotComparableError, match="is negative"):
            series_of(both([negative], ["300"]), "sec:1")


@pytest.mark.parametrize("tag", TAGS[1:])
def test_every_tag_will_do_where_it_is_the_only_one(tag: str) -> None:
    content = facts({"USD": [fact(2024, "7")]}, tag)
    assert (series_of(content, "sec:1").measure, amounts(content)) == (tag, [("FY2024", "7")])


def test_tags_that_agree_in_every_year_of_both_are_one_series() -> None:
    """As Apple's: productive assets to 2014, property since 2013, the same to the dollar in both years."""
    content = both(["8165", "9571", "11247"], ["4260", "8295", "8165", "9571"], last=2023, tag=PRODUCTIVE)
    assert amounts(content) == [
        ("FY2020", "4260"), ("FY2021", "8295"), ("FY2022", "8165"), ("FY2023", "9571"), ("FY2024", "11247")
    ]  # fmt: skip
    series = series_of(content, "sec:1")
    assert (series.measure, PRODUCTIVE in series.source) == (USUAL, True)
    (notice,) = series.notices
    assert notice.code == "joined_tags"
    assert notice.message == (
        f"the years that end from 2020-03-31 to 2021-03-31 are by {PRODUCTIVE}, which agrees with {USUAL} in "
        "every year of both"
    )


@pytest.mark.parametrize(
    ("usual", "other", "last"),
    [
        (["8165", "9571", "11247"], ["4260", "8295", "8165", "9572"], 2023),  # by a dollar, in one year
        (["8165", "9571"], ["4260", "8295"], 2022),  # no year of both
        (["0", "9571"], ["4260", "0"], 2023),  # nothing agrees with nothing
    ],
)
def test_tags_that_do_not_are_two(usual: list[str], other: list[str], last: int) -> None:
    content = both(usual, other, last=last, tag=PRODUCTIVE)
    assert codes(content) == ["other_definition"]
    assert [label for label, _ in amounts(content)][-len(usual) :] == [
        f"FY{year}" for year in range(2025 - len(usual), 2025)
    ]


@pytest.mark.parametrize(
    ("start", "end", "joins"),
    [
        ("2020-12-31", "2021-12-16", False),  # a day of a year that is known
        ("2021-01-01", "2021-12-16", True),
        ("2022-01-06", "2022-12-24", False),  # a week before the last day of a year that is known: the same
        ("2022-01-06", "2022-12-23", True),  # another, and refused later for it overlaps
    ],
)
def test_a_year_joins_that_shares_no_day_with_the_end_of_another(start: str, end: str, joins: bool) -> None:
    def year(start: str, end: str) -> Fact:
        return Fact(date.fromisoformat(start), date.fromisoformat(end), Report(Decimal(1), date(2024, 2, 1)))

    known = [year(f"{number}-01-01", f"{number}-12-31") for number in (2020, 2022, 2023)]
    other = [known[-1], year(start, end)]
    joined = joined_by({(USUAL, "USD"): known, (PRODUCTIVE, "USD"): other}, USUAL, "USD")
    assert joined.get(PRODUCTIVE, []) == other[1:] * joins


def test_years_that_no_tag_has_are_named() -> None:
    content = facts({"USD": [fact(2012, "1"), fact(2022, "5"), fact(2023, "6")]})
    assert [notice.message for notice in series_of(content, "sec:1").notices] == [
        "no usual tag has a figure in USD for 2012-04-01 to 2021-03-31"
    ]
    assert codes(facts({"USD": [fact(2022, "5"), fact(2023, "6")]})) == []
    # One that stopped before, in another definition, leaves the same hole.
    content = both(["5", "6"], ["1"], last=2012)
    assert codes(content) == ["other_definition", "missing_years"]


def test_a_period_reported_five_times_counts_once_first_and_latest_kept() -> None:
    told = [
        fact(2020, val, filed=f"{2020 + n}-07-20", filed_in=2020 + n)
        for n, val in enumerate(["10", "10", "11", "11", "12"])
    ]
    series = series_of(facts({"CNY": told[::-1]}), "sec:1")
    (period,) = series.periods
    assert [(f"{r.amount}", r.accession) for r in period.reports] == [
        ("10", "0001-20-000001"),
        ("12", "0001-24-000001"),
    ]
    assert [notice.code for notice in series.notices] == ["restated"]


def test_the_fiscal_year_of_the_filing_is_not_that_of_the_figure() -> None:
    # Last year's figure beside this year's, both marked with the filing's own fy.
    told = [fact(2023, "100", fy=2024, filed="2024-07-20"), fact(2024, "150")]
    assert amounts(facts({"CNY": told})) == [("FY2023", "100"), ("FY2024", "150")]


def test_dollars_beside_the_reporting_currency_are_a_convenience() -> None:
    units = {"CNY": [fact(2023, "700"), fact(2024, "720")], "USD": [fact(2024, "100")]}
    series = series_of(facts(units), "sec:1")
    assert (series.currency, series.total) == ("CNY", Decimal(1420))
    assert series.notices == ()


def test_dollars_for_every_year_are_a_convenience_still() -> None:
    units = {code: [fact(2023, "700"), fact(2024, "720")] for code in ("USD", "CNY")}
    assert series_of(facts(units), "sec:1").currency == "CNY"


def test_a_single_year_in_a_foreign_currency_does_not_outweigh_the_dollars() -> None:
    units = {"USD": [fact(2023, "700"), fact(2024, "720")], "EUR": [fact(2024, "100")]}
    assert series_of(facts(units), "sec:1").currency == "USD"


def test_who_reports_in_dollars_by_now_is_read_in_dollars() -> None:
    units = {"EUR": [fact(2020, "7"), fact(2021, "8")], "USD": [fact(2022, "9"), fact(2023, "10")]}
    assert series_of(facts(units), "sec:1").currency == "USD"
    assert codes(facts(units)) == ["other_definition"]


@pytest.mark.parametrize(
    "odd",
    [
        {"start": "2024-01-01"},  # a quarter
        {"start": "2022-04-01"},  # two years
        {"form": "6-K"},
        {"form": "10-Q"},
    ],
)
def test_only_years_in_annual_reports_count(odd: dict[str, str]) -> None:
    assert amounts(facts({"CNY": [fact(2023, "1"), fact(2024, "9", **odd)]})) == [("FY2023", "1")]


def test_a_balance_has_no_start_and_no_place_here() -> None:
    balance = fact(2024, "9")
    del balance["start"]
    assert amounts(facts({"CNY": [fact(2023, "1"), balance]})) == [("FY2023", "1")]


@pytest.mark.parametrize(("days", "years"), [(349, 1), (350, 2), (380, 2), (381, 1)])
def test_a_fiscal_year_has_350_to_380_days(days: int, years: int) -> None:
    start = str(date(2024, 3, 31) - timedelta(days=days - 1))
    assert len(amounts(facts({"CNY": [fact(2022, "1"), fact(2024, "9", start=start)]}))) == years


@pytest.mark.parametrize("form", ["10-K", "10-K/A", "20-F/A", "40-F", "10-KT"])
def test_amendments_are_annual_reports(form: str) -> None:
    assert amounts(facts({"CNY": [fact(2024, "9", form=form)]})) == [("FY2024", "9")]


def test_years_of_52_weeks_are_years_named_after_the_one_they_cover() -> None:
    told = [
        fact(2021, "1", start="2020-12-27", end="2022-01-01"),
        fact(2020, "2", start="2019-12-29", end="2020-12-26"),
    ]
    series = series_of(facts({"USD": told}), "sec:1")
    assert [p.label for p in series.periods] == ["FY2020", "FY2021"]
    assert not series.gaps


@pytest.mark.parametrize(
    ("start", "end"),
    [("2022-04-02", "2023-04-01"), ("2022-04-08", "2023-03-31"), ("2022-04-01", "2023-04-07")],
)
def test_filings_that_disagree_on_the_day_by_a_week_at_most_mean_one_year(start: str, end: str) -> None:
    told = [fact(2023, "5"), fact(2023, "5", start=start, end=end, filed="2024-07-20")]
    series = series_of(facts({"USD": told}), "sec:1")
    (period,) = series.periods
    assert (str(period.start), len(period.reports)) == (start, 2)


@pytest.mark.parametrize(("start", "end"), [("2022-04-09", "2023-03-31"), ("2022-04-01", "2023-04-08")])
def test_years_more_than_a_week_apart_are_two_and_overlap(start: str, end: str) -> None:
    told = [fact(2023, "5"), fact(2023, "5", start=start, end=end, filed="2024-07-20")]
    with pytest.raises(NotComparableError) as caught:
        series_of(facts({"USD": told}), "sec:1")
    assert caught.value.code == "overlap"


def test_units_that_are_no_money_are_passed_over() -> None:
    units = {"CNY": [fact(2023, "1")], "CNY/shares": [fact(2024, "2")], "pure": [fact(2024, "3")]}
    assert amounts(facts(units)) == [("FY2023", "1")]


def test_a_negative_payment_is_refused_with_its_filing() -> None:
    with pytest.raises(NotComparableError) as caught:
        series_of(facts({"CNY": [fact(2023, "-1")]}), "sec:1")
    assert caught.value.code == "negative_amount"
    assert "0001-23-000001" in caught.value.message
    assert amounts(facts({"CNY": [fact(2023, "0")]})) == [("FY2023", "0")]


def test_a_figure_of_more_than_31_digits_is_no_payment() -> None:
    assert amounts(facts({"CNY": [fact(2023, "9" * 31)]})) == [("FY2023", "9" * 31)]
    with pytest.raises(InputError):
        series_of(facts({"CNY": [fact(2023, "1" + "0" * 31)]}), "sec:1")


def test_a_concept_by_itself_is_read_too() -> None:
    whole = facts({"CNY": [fact(2023, "1"), fact(2024, "2")]})
    concept = {"cik": "1", "entityName": "Example Holding", "tag": USUAL, **whole["facts"]["us-gaap"][USUAL]}
    assert series_of(concept, "x") == series_of(whole, "x")


def test_an_issuer_without_any_such_figure_is_refused() -> None:
    for content in (facts({}), {"cik": "1", "facts": {}}, facts({"CNY": [fact(2024, "1", form="8-K")]})):
        with pytest.raises(NotComparableError) as caught:
            series_of(content, "sec:1")
        assert caught.value.code == "no_capex"


@pytest.mark.parametrize(
    "content",
    [
        [],
        None,
        "text",
        {"facts": {}},
        {"cik": "1"},
        {"cik": "1", "facts": []},
        {"cik": "1", "facts": {"us-gaap": {USUAL: {}}}},
        facts({"CNY": [{"start": "2024-01-01", "form": "20-F"}]}),
        facts({"CNY": [fact(2024, "nan")]}),
        facts({"CNY": [fact(2024, "1e999999999")]}),
        facts({"CNY": [fact(2024, "x")]}),
        facts({"CNY": [fact(2024, "1", end="soon")]}),
        facts({"CNY": [fact(2024, "1", form=None)]}),
        facts({"CNY": None}),
    ],
)
def test_another_shape_is_refused_in_one_line(content: Any) -> None:
    with pytest.raises(InputError) as caught:
        series_of(content, "sec:1")
    assert caught.value.code == "not_edgar"
    assert "\n" not in caught.value.message


@given(
    st.permutations([fact(y, str(y * n), filed=f"{y + n}-07-20") for y in range(2018, 2023) for n in (1, 2)])
)
def test_the_order_of_the_facts_changes_nothing(told: list[dict[str, Any]]) -> None:
    assert amounts(facts({"CNY": told})) == [(f"FY{y}", str(y * 2)) for y in range(2018, 2023)]


@pytest.mark.parametrize(("begins", "missing"), [(date(2023, 1, 8), 0), (date(2023, 1, 9), 1)])
def test_a_year_begins_within_a_week_of_the_day_after_the_last(begins: date, missing: int) -> None:
    report = Report(Decimal(1), date(2024, 2, 1))
    known = [Fact(date(2022, 1, 1), date(2022, 12, 31), report), Fact(begins, date(2023, 12, 31), report)]
    assert len(list(holes({(USUAL, "USD"): known}, "USD"))) == missing
