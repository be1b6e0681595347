"""What a rounded figure can be, and what follows from it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from capexcalc.money.interval import Interval


def interval(low: str, high: str) -> Interval:
    return Interval(Decimal(low), Decimal(high))


def test_a_rounded_figure_stands_for_half_a_unit_on_either_side() -> None:
    assert Interval.around(Decimal("1.2"), Decimal("0.1")) == interval("1.15", "1.25")


def test_both_ends_go_through_a_sum_and_a_quotient() -> None:
    assert interval("1", "2").plus(interval("10", "20")) == interval("11", "22")
    assert interval("1", "2").over(interval("4", "5")) == interval("0.2", "0.5")


def test_a_negative_factor_turns_the_ends_round() -> None:
    assert interval("1", "2").times(Decimal(-3)) == interval("-6", "-3")


@pytest.mark.parametrize(("low", "meets"), [("2", True), ("2.01", False)])
def test_intervals_that_touch_have_a_value_in_common(low: str, meets: bool) -> None:
    one, other = interval("1", "2"), interval(low, "3")
    assert (one.meets(other), other.meets(one)) == (meets, meets)


def test_a_product_runs_from_its_least_to_its_greatest() -> None:
    one, other = Interval(Decimal(2), Decimal(3)), Interval(Decimal(5), Decimal(7))
    assert one.by(other) == Interval(Decimal(10), Decimal(21))
    assert Interval(Decimal(-3), Decimal(2)).by(other) == Interval(Decimal(-21), Decimal(14))
