from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from capexcalc.cache.store import Store, shipped_root
from capexcalc.commands.compare import Comparison, compare
from capexcalc.commands.outcome import Outcome
from capexcalc.errors import NoRateError
from capexcalc.finance.price_index import PriceIndex, read_price_index
from capexcalc.finance.spending import SpendingPeriod, SpendingSeries
from capexcalc.finance.spending_series import spending_series
from capexcalc.money.money import Money
from capexcalc.rates.book import RateBook

BOOK = RateBook(Store([shipped_root()]), today=date(2026, 11, 1))
DAY = date(2022, 5, 2)
WORDS = "300 USD over three years"
# Prices double from 2019 to 2020, and again to 2022.
PRICES = PriceIndex(
    "cpi", "USA", "United States", "USD", "test prices", {2019: Decimal(50), 2020: Decimal(100),
    2021: Decimal(100), 2022: Decimal(200)}, date(2023, 5, 1), "shipped", "bls_cpi",
)  # fmt: skip


def spent(*amounts: int, first: int = 2019) -> SpendingSeries:
    periods = [
        SpendingPeriod(date(y, 1, 1), date(y, 12, 31), str(y), Decimal(a), "reports", f"prior.csv:{y}")
        for y, a in enumerate(amounts, start=first)
    ]
    return spending_series("USD", periods)


def real(series: SpendingSeries, base_year: int, **given: object) -> Outcome[Comparison]:
    options = {"on": DAY, "prices": PRICES, **given}
    return compare(WORDS, book=BOOK, prior=series, base_year=base_year, **options)  # type: ignore[arg-type] # options by name


def test_each_year_is_in_the_prices_of_the_base_year() -> None:
    found = real(spent(10, 20, 30), 2022).result.real
    assert found is not None
    assert [p.amount.value for p in found.prior.periods] == [40, 40, 60]
    assert (found.prior.total, found.prior.mean) == (
        Money(Decimal(140), "USD"),
        Money(Decimal("46.67"), "USD"),
    )
    assert (found.prior.peak_label, found.prior.last_label) == ("2021", "2021")


def test_a_commitment_is_made_in_the_money_of_its_day() -> None:
    found = real(spent(10, 20, 30), 2020).result.real
    assert found is not None
    assert (found.total.value, found.annual_average.value) == (150, 50)
    assert found.commitment_year == 2022
    assert found.ratios.total_to_prior_total == Decimal(150) / 70


def test_nominal_growth_can_be_none_at_all() -> None:
    outcome = real(spent(10, 20), 2020)
    assert outcome.result.cagr == 1
    assert outcome.result.real is not None
    assert outcome.result.real.cagr == 0


def test_ratios_do_not_depend_on_the_base_year() -> None:
    series = spent(10, 20, 30)
    found = [real(series, year).result.real for year in (2019, 2020, 2022)]
    ratios = [each.ratios.total_to_prior_total for each in found if each is not None]
    assert max(ratios) - min(ratios) < Decimal("1e-24")


def test_a_year_whose_index_is_not_out_yet_takes_the_newest_and_says_so() -> None:
    outcome = real(spent(10, 20, 30), 2022, on=date(2023, 2, 1))
    (warning,) = [w for w in outcome.warnings if w.code == "index_carried"]
    assert "no index for 2023 is known yet: that of 2022 stands for it" in warning.message


def test_an_index_that_ends_two_years_early_is_never_extrapolated() -> None:
    for series, on in ((spent(10, 20, 30), date(2024, 2, 1)), (spent(10, first=2018), DAY)):
        with pytest.raises(NoRateError) as caught:
            real(series, 2022, on=on)
        assert caught.value.code == "no_index"
        assert "2019 to 2022" in caught.value.message


def test_a_base_year_without_an_index_is_refused_even_by_one_year() -> None:
    with pytest.raises(NoRateError) as caught:
        real(spent(10, 20, 30), 2023)
    assert caught.value.code == "no_index"


def test_real_amounts_convert_at_the_one_rate_of_the_base_year() -> None:
    found = real(spent(10, 20, 30), 2021, to=("EUR",)).result.real
    assert found is not None
    assert found.converted is not None
    (euro,) = found.converted
    assert (euro.quote.method, euro.quote.to) == ("average", date(2021, 12, 31))
    assert euro.prior_total == Money(round(euro.quote.convert(Decimal(70)), 2), "EUR")


def test_prices_of_another_country_are_remarked_upon() -> None:
    german = replace(PRICES, country="DEU", country_name="Germany", currency="EUR")
    warnings = real(spent(10, 20, 30), 2022, prices=german).warnings
    assert any("USD are deflated by the prices of Germany" in w.message for w in warnings)


def test_prices_that_end_in_2021_give_a_pledge_of_2025_no_real_terms() -> None:
    chinese = read_price_index([shipped_root()], "CNY")
    chinese = replace(chinese, levels={year: chinese.level(year) for year in range(1986, 2022)})
    series = replace(spent(10, 20, 30), currency="CNY")
    with pytest.raises(NoRateError) as caught:
        compare(
            "380 CNY over 3 years",
            book=BOOK,
            prior=series,
            on=date(2025, 2, 24),
            prices=chinese,
            base_year=2021,
        )
    assert "runs from 1986 to 2021" in caught.value.message
