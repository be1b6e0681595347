"""The rounding-aware verdict, case by case from its definition."""

from __future__ import annotations

from decimal import Decimal

import pytest

from capexcalc.claims.verdicts.verdict import coarse_unit, judge, supporting
from capexcalc.money.interval import Interval
from capexcalc.reading.reader import read


@pytest.mark.parametrize(
    ("stated", "computed", "verdict"),
    [
        ("€50bn", "50.08e9", "supported"),  # within 49.5 to 50.5
        ("€50bn", "50.6e9", "supported"),  # outside, but within 45 to 55 and 1.2 % away
        ("€50bn", "52e9", "close"),  # within 45 to 55 and 3.8 % away
        ("€50bn", "56e9", "refuted"),
        ("$53bn", "52.41e9", "close"),  # outside 52.5 to 53.5, 1.1 % away
        ("€52bn", "50.08e9", "refuted"),
        ("€50.08bn", "50.079e9", "supported"),
        ("€50.08bn", "50.5e9", "close"),
        ("more than €50bn", "50.08e9", "supported"),
        ("more than €50bn", "49.9e9", "close"),
        ("at least €50bn", "60e9", "refuted"),
        ("nearly €50bn", "49.3e9", "supported"),
        ("nearly €50bn", "50.08e9", "close"),
        ("up to €50bn", "40e9", "refuted"),
    ],
)
def test_verdict(stated: str, computed: str, verdict: str) -> None:
    (amount,) = read(stated, "en").amounts
    assert judge(amount, Decimal(computed), Decimal("0.02")).verdict == verdict


def test_tolerance_is_what_close_means() -> None:
    (amount,) = read("$53bn", "en").amounts
    assert judge(amount, Decimal("52.41e9"), Decimal("0.01")).verdict == "refuted"


def test_deviation_is_of_the_stated_figure_from_the_computed() -> None:
    (amount,) = read("€52bn", "en").amounts
    assert judge(amount, Decimal("50e9"), Decimal("0.02")).deviation_percent == Decimal("4.00")


@pytest.mark.parametrize(
    ("text", "unit"), [("€380bn", "1e10"), ("€52.41bn", "1e7"), ("€50.0bn", "1e10"), ("€1,234", "1")]
)
def test_the_coarse_unit_is_that_of_the_last_digit_that_is_not_zero(text: str, unit: str) -> None:
    (amount,) = read(text, "en").amounts
    assert coarse_unit(amount) == Decimal(unit)


def test_nothing_computed_is_refuted_not_divided_by() -> None:
    (amount,) = read("€5bn", "en").amounts
    assert judge(amount, Decimal(0), Decimal("0.02")).verdict == "refuted"


@pytest.mark.parametrize("stated", ["€50bn", "€50.0bn", "€51bn", "€49.96bn", "more than €50bn"])
def test_what_supports_a_figure_is_supported_and_a_hair_more_is_not(stated: str) -> None:
    (amount,) = read(stated, "en").amounts
    tolerance, band, hair = Decimal("0.02"), Decimal("0.005"), Decimal("1e-9")
    low, high = supporting(amount, tolerance, band)

    def verdict(computed: Decimal) -> str:
        spread = Interval(computed * (1 - band), computed * (1 + band))
        return judge(amount, computed, tolerance, spread).verdict

    assert verdict(low * (1 + hair)) == verdict(high * (1 - hair)) == "supported"
    assert "supported" not in {verdict(low * (1 - hair)), verdict(high * (1 + hair))}


@pytest.mark.parametrize(("year", "by_band"), [("12bn", False), ("13bn", False), ("12.48bn", True)])
def test_a_figure_that_rounds_to_the_one_told_needs_no_band(year: str, by_band: bool, checked) -> None:
    (claim,) = checked(f"It will spend 25.0bn euros over two years, or {year} euros a year.")
    assert (claim.finding.verdict, claim.finding.by_band) == ("supported", by_band)
