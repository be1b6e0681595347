from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capexcalc.cache.store import Store, shipped_root
from capexcalc.commands import compare as command
from capexcalc.commands.compare import Comparison, Overtaking
from capexcalc.commands.outcome import Outcome
from capexcalc.errors import InputError, NoRateError, NotComparableError, UsageError
from capexcalc.finance.spending import UNNAMED, SpendingPeriod
from capexcalc.finance.spending_file import read_spending
from capexcalc.finance.spending_series import spending_series
from capexcalc.money.dates import parse_span
from capexcalc.money.money import Money
from capexcalc.money.periods import Period, Span
from capexcalc.rates.book import RateBook

BOOK = RateBook(Store([shipped_root()]), today=date(2100, 1, 1))
ANNOUNCED = date(2025, 2, 24)
ALIBABA = Path(__file__).parents[2] / "examples" / "alibaba-capex.csv"
WORDS = "380bn CNY over three years"


@pytest.fixture
def prior(tmp_path: Path) -> Path:
    """Four calendar years of 10, 20, 40 and 30 bn CNY, 2021 to 2024."""
    spent = {2021: 10, 2022: 20, 2023: 40, 2024: 30}
    rows = [f"{year}-01-01,{year}-12-31,{amount}000000000,CNY" for year, amount in spent.items()]
    file = tmp_path / "prior.csv"
    file.write_text("\n".join(["period_start,period_end,amount,currency", *rows]))
    return file


def compare(words: str, *, prior: Path, **options: Any) -> Outcome[Comparison]:
    return command.compare(words, book=BOOK, prior=read_spending(prior), **options)


def codes(outcome: Outcome[Comparison]) -> list[str]:
    return [warning.code for warning in outcome.warnings]


def rounded(ratio: Decimal | None) -> str:
    assert ratio is not None
    return f"{ratio:.3f}"


def test_alibaba_pledged_more_than_it_spent_in_ten_years() -> None:
    outcome = compare(WORDS, prior=ALIBABA, on=ANNOUNCED)
    result = outcome.result
    assert result.prior.total == Money(Decimal("326100000000"), "CNY")
    assert result.prior.mean == Money(Decimal("32610000000"), "CNY")
    assert result.prior.window.years == 10
    assert rounded(result.ratios.total_to_prior_total) == "1.165"
    assert rounded(result.ratios.annual_to_mean) == "3.884"
    assert result.prior.source.startswith("Mobile World Live, 2025-02-24")


def test_years_not_ended_on_the_day_are_listed_but_not_counted() -> None:
    outcome = compare(WORDS, prior=ALIBABA, on=ANNOUNCED)
    assert [period.label for period in outcome.result.prior.later] == ["FY2025", "FY2026"]
    warning = next(warning for warning in outcome.warnings if warning.code == "later_periods")
    assert f"FY2025 ({ALIBABA}:3) to 2025-03-31" in warning.message


def test_the_peak_of_a_ten_year_total_is_not_made_up() -> None:
    outcome = compare(WORDS, prior=ALIBABA, on=ANNOUNCED)
    prior, ratios = outcome.result.prior, outcome.result.ratios
    assert (prior.last, prior.peak, prior.last_label, prior.peak_label) == (None, None, None, None)
    assert (ratios.annual_to_last, ratios.annual_to_peak, outcome.result.cagr) == (None, None, None)
    assert "no_single_year" in codes(outcome)


def test_two_years_later_the_same_file_has_a_last_year() -> None:
    outcome = compare(WORDS, prior=ALIBABA, on=date(2026, 10, 30))
    prior = outcome.result.prior
    assert prior.window.years == 12
    assert (prior.last_label, prior.last) == ("FY2026", Money(Decimal("126063000000"), "CNY"))
    assert codes(outcome) == ["mixed_lengths"]


def test_total_mean_last_and_peak_of_plain_years(prior: Path) -> None:
    result = compare(WORDS, prior=prior, on=ANNOUNCED).result
    assert (result.prior.total.value, result.prior.mean.value) == (100 * 10**9, 25 * 10**9)
    assert (result.prior.last_label, result.prior.peak_label) == ("2024", "2023")
    ratios = result.ratios
    assert ratios.total_to_prior_total == Decimal("3.8")
    assert [rounded(r) for r in (ratios.annual_to_mean, ratios.annual_to_last, ratios.annual_to_peak)] == [
        "5.067",
        "4.222",
        "3.167",
    ]
    assert rounded(result.cagr) == "0.442"
    assert result.real is None


def test_what_is_overtaken_in_the_last_month_of_a_year_is_overtaken_in_that_year(tmp_path: Path) -> None:
    file, over = tmp_path / "prior.csv", parse_span("2025-04-01..2028-03-31")
    for spent, label, month in (("8.5", "2025", 9), ("9.5", "2026", 10)):
        file.write_text(f"year,amount,currency\n2024,{spent}bn,CNY\n")
        found = compare("36bn CNY", prior=file, on=date(2025, 3, 1), over=over).result
        assert found.overtakes == Overtaking(label, month)


@pytest.mark.parametrize(("amount", "warned"), [("1", []), ("0.9995", ["scale_suspect"])])
def test_less_than_a_thousandth_of_the_largest_looks_like_a_missing_unit(
    tmp_path: Path, amount: str, warned: list[str]
) -> None:
    file = tmp_path / "prior.csv"
    file.write_text(f"year,amount,currency\n2023,1000bn,CNY\n2024,{amount}bn,CNY\n")
    assert codes(compare(WORDS, prior=file, on=ANNOUNCED)) == warned


@pytest.mark.parametrize(
    ("on", "warned"), [(date(2025, 12, 30), []), (date(2025, 12, 31), ["prior_ends_early"])]
)
def test_past_spending_that_ended_a_year_ago_is_told(prior: Path, on: date, warned: list[str]) -> None:
    assert codes(compare(WORDS, prior=prior, on=on)) == warned


def test_the_last_two_years_are_a_window_of_their_own(prior: Path) -> None:
    result = compare(WORDS, prior=prior, on=ANNOUNCED, last=Span(24)).result
    assert (result.prior.window.start, result.prior.window.end) == (date(2023, 1, 1), date(2024, 12, 31))
    assert result.prior.total.value == 70 * 10**9
    assert result.cagr == Decimal("-0.25")


def test_the_window_ends_with_what_had_ended_on_the_day(prior: Path) -> None:
    result = compare(WORDS, prior=prior, on=date(2023, 6, 30), last=Span(24)).result
    assert [period.label for period in result.prior.periods] == ["2021", "2022"]


def test_a_dollar_pledge_is_compared_in_the_yuan_of_the_record(prior: Path) -> None:
    result = compare("50bn USD over 3 years", prior=prior, on=ANNOUNCED).result
    yuan = result.commitment.converted[0]
    assert (yuan.currency, yuan.quote.method, yuan.quote.observed) == ("CNY", "cross", ANNOUNCED)
    assert result.prior.currency == "CNY"
    assert rounded(result.ratios.total_to_prior_total) == rounded(yuan.total.value / (100 * 10**9))


def test_each_past_year_is_shown_at_its_own_average_rate(prior: Path) -> None:
    plain = compare(WORDS, prior=prior, on=ANNOUNCED).result
    result = compare(WORDS, prior=prior, on=ANNOUNCED, to=("EUR", "CNY")).result
    assert result.ratios == plain.ratios
    assert [converted.currency for converted in result.commitment.converted] == ["EUR"]
    for period in result.prior.periods:
        assert period.converted is not None
        (euro,) = period.converted
        assert euro.quote == BOOK.average("CNY", "EUR", Period(period.start, period.end))
        assert euro.amount.currency == "EUR"
    assert result.prior.converted is not None
    (total,) = result.prior.converted
    euros = sum(period.converted[0].amount.value for period in result.prior.periods if period.converted)
    assert abs(total.total.value - euros) < Decimal("0.05")
    assert abs(total.mean.value * 4 - total.total.value) < Decimal("0.05")
    assert all(period.converted is None for period in plain.prior.periods)


def test_a_missing_year_is_named_and_left_out_of_the_mean(prior: Path) -> None:
    lines = prior.read_text().splitlines()
    prior.write_text("\n".join(line for line in lines if not line.startswith("2022")))
    outcome = compare(WORDS, prior=prior, on=ANNOUNCED)
    warning = next(warning for warning in outcome.warnings if warning.code == "gap")
    assert "2022-01-01..2022-12-31" in warning.message
    assert f"2021 ({prior}:2)" in warning.message
    assert outcome.result.prior.window.years == 3
    with pytest.raises(NotComparableError) as caught:
        compare(WORDS, prior=prior, on=ANNOUNCED, last=Span(48))
    assert caught.value.code == "gap"


def test_a_quarter_at_the_end_leaves_no_last_year(prior: Path) -> None:
    with prior.open("a") as file:
        file.write("\n2025-01-01,2025-03-31,8000000000,CNY")
    outcome = compare(WORDS, prior=prior, on=date(2025, 4, 30))
    assert codes(outcome) == ["mixed_lengths", "last_not_known"]
    assert f"2025-01-01..2025-03-31 ({prior}:6) covers 3 months" in outcome.warnings[0].message
    assert outcome.result.ratios.annual_to_last is None
    assert outcome.result.prior.peak_label == "2023"


def test_a_year_smaller_than_the_mean_of_a_decade_is_no_peak(prior: Path) -> None:
    with prior.open("a") as file:
        file.write("\n2011-01-01,2020-12-31,900000000000,CNY")
    outcome = compare(WORDS, prior=prior, on=ANNOUNCED)
    assert codes(outcome) == ["mixed_lengths", "peak_not_known"]
    assert outcome.result.prior.peak is None
    assert outcome.result.prior.last_label == "2024"


def test_a_record_that_stops_years_before_the_day_says_so(prior: Path) -> None:
    assert codes(compare(WORDS, prior=prior, on=date(2026, 2, 24))) == ["prior_ends_early"]
    assert codes(compare(WORDS, prior=prior, on=ANNOUNCED)) == []


def test_without_a_date_the_newest_rate_day_counts_as_today(prior: Path) -> None:
    assert codes(compare(WORDS, prior=prior))[0] == "date_not_given"


def test_a_future_day_is_refused_even_where_no_rate_is_needed(prior: Path) -> None:
    with pytest.raises(NoRateError) as caught:
        compare(WORDS, prior=prior, on=date(2100, 1, 2))
    assert caught.value.code == "future_date"


def test_a_pledge_without_a_span_has_no_annual_figure_to_compare(prior: Path) -> None:
    with pytest.raises(UsageError) as caught:
        compare("380bn CNY", prior=prior, on=ANNOUNCED)
    assert caught.value.code == "no_span"
    assert compare("380bn CNY", prior=prior, over=Span(36), on=ANNOUNCED).result.commitment.months == 36


def test_a_window_is_a_length_not_a_pair_of_dates(prior: Path) -> None:
    with pytest.raises(UsageError) as caught:
        compare(WORDS, prior=prior, on=ANNOUNCED, last=parse_span("2021..2024"))
    assert caught.value.code == "bad_span"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        compare(WORDS, prior=tmp_path / "missing.csv", on=ANNOUNCED)
    assert "missing.csv" in caught.value.message


@pytest.fixture
def years(tmp_path: Path) -> Path:
    """Total capital expenditure of Alibaba's fiscal years to March 2024, 2025 and 2026 (Form 20-F, CNY m)."""
    file = tmp_path / "years.csv"
    file.write_text(
        "fiscal_year_end,amount,unit,currency,measure,source\n"
        "2024-03-31,32087,m,CNY,total capital expenditure,20-F 0001193125-26-231755\n"
        "2025-03-31,85972,m,CNY,total capital expenditure,20-F 0001193125-26-231755\n"
        "2026-03-31,126063,m,CNY,total capital expenditure,20-F 0001193125-26-231755\n"
    )
    return file


def test_on_the_day_the_last_year_known_is_the_one_to_march_2024(years: Path) -> None:
    outcome = compare(WORDS, prior=years, on=ANNOUNCED)
    assert outcome.result.prior.last_label == "FY2024"
    assert f"{outcome.result.ratios.annual_to_last:.2f}" == "3.95"
    (warning,) = outcome.warnings
    assert warning.code == "later_periods"
    assert "FY2025" in warning.message
    assert outcome.result.prior.source == "20-F 0001193125-26-231755"


def test_three_months_later_the_year_to_march_2025_is_past_and_the_pledge_half_as_much_again(
    years: Path,
) -> None:
    result = compare(WORDS, prior=years, on=date(2025, 5, 20)).result
    assert result.prior.last_label == "FY2025"
    assert f"{result.ratios.annual_to_last:.2f}" == "1.47"
    assert f"{result.cagr:.2f}" == "1.68"


def test_two_definitions_of_capital_expenditure_are_refused_in_one_series(years: Path) -> None:
    with years.open("a") as file:
        file.write('2020-03-31,24662,m,CNY,"other property, plant and equipment",20-F\n')
    with pytest.raises(NotComparableError) as caught:
        compare(WORDS, prior=years, on=ANNOUNCED)
    assert caught.value.code == "mixed_measures"
    assert f"{years}:5" in caught.value.message


def test_the_pledge_overtakes_ten_years_in_its_third(prior: Path) -> None:
    # 10.56 bn a month: thirty months are 316.7 bn, thirty-one 327.2.
    result = compare(WORDS, prior=ALIBABA, on=ANNOUNCED).result
    assert result.overtakes == Overtaking("year 3", 31)
    assert compare("100bn CNY over 3 years", prior=prior, on=ANNOUNCED).result.overtakes is None


def test_where_the_start_is_known_years_are_the_fiscal_years_of_the_past(years: Path) -> None:
    result = compare("380bn CNY", prior=years, over=parse_span("2025-04..2028-03"), on=ANNOUNCED).result
    assert result.commitment.schedule[0].label == "FY2026 (to 2026-03-31)"
    assert result.overtakes == Overtaking("FY2026 (to 2026-03-31)", 4)


def test_the_currency_effect_stands_apart_from_what_was_spent(prior: Path) -> None:
    result = compare(WORDS, prior=prior, on=ANNOUNCED, to=("EUR",)).result
    assert result.prior.converted is not None
    (euro,) = result.prior.converted
    quote = BOOK.quote("CNY", "EUR", ANNOUNCED)
    assert euro.constant_currency.value == round(quote.convert(Decimal(100 * 10**9)), 2)
    assert f"{euro.currency_effect:.4f}" == f"{euro.constant_currency.value / euro.total.value:.4f}"
    assert euro.cagr is not None
    assert result.cagr is not None
    assert euro.cagr != result.cagr


@settings(max_examples=25)
@given(
    amounts=st.lists(st.integers(1, 10**6), min_size=3, max_size=3),
    words=st.sampled_from([WORDS, "52bn USD over 3 years", "9.9bn EUR over 18 months"]),
    target=st.sampled_from(["EUR", "USD", "JPY"]),
)
def test_converting_first_differs_by_exactly_the_currency_effect(
    amounts: list[int], words: str, target: str
) -> None:
    periods = [
        SpendingPeriod(date(y, 1, 1), date(y, 12, 31), str(y), Decimal(a) * 10**6, "s", f"prior.csv:{y}")
        for y, a in enumerate(amounts, start=2021)
    ]
    result = command.compare(
        words, book=BOOK, prior=spending_series("CNY", periods), on=ANNOUNCED, to=(target,)
    ).result
    assert result.prior.converted is not None
    (converted,) = result.prior.converted
    first_compared = result.ratios.total_to_prior_total * converted.currency_effect
    assert abs(first_compared / converted.total_to_prior_total - 1) < Decimal("1e-25")


@given(st.integers(1, 10**9))
def test_scaling_all_amounts_changes_no_ratio(scale: int) -> None:
    def ratios(factor: int) -> object:
        periods = [
            SpendingPeriod(date(y, 1, 1), date(y, 12, 31), str(y), Decimal(y * factor), "s", f"p.csv:{y}")
            for y in (2021, 2022, 2023)
        ]
        words = f"{380 * factor} CNY over three years"
        found = command.compare(words, book=BOOK, prior=spending_series("CNY", periods), on=ANNOUNCED).result
        return found.ratios, found.cagr, found.overtakes

    assert ratios(scale) == ratios(1)


def test_past_amounts_without_a_currency_are_in_that_of_the_commitment_and_it_is_said(tmp_path: Path) -> None:
    file = tmp_path / "prior.csv"
    file.write_text("year,amount\n2022,30bn\n2023,10000000000\n")
    outcome = command.compare(WORDS, book=BOOK, prior=read_spending(file, unnamed=UNNAMED), on=ANNOUNCED)
    assert outcome.result.prior.total == Money(Decimal("40000000000"), "CNY")
    assert "currency_assumed" in codes(outcome)
