"""Signs and words beside figures, which turn at nought."""

from __future__ import annotations

from decimal import Decimal

import pytest

from capexcalc.output.figures import rate, signed
from capexcalc.output.prior_notes import growth_note


@pytest.mark.parametrize(
    ("percentage", "shown"), [("0.01", "+0.01%"), ("0", "0.00%"), ("-0.01", "-0.01%"), ("1", "+1.00%")]
)
def test_only_what_is_more_has_a_plus(percentage: str, shown: str) -> None:
    assert signed(Decimal(percentage)) == shown


@pytest.mark.parametrize(
    ("cagr", "said"), [("0.001", "grew by 0.10%"), ("0", "grew by 0.00%"), ("-0.001", "fell by 0.10%")]
)
def test_less_than_nothing_is_a_fall(cagr: str, said: str) -> None:
    assert said in growth_note("Growth", Decimal(cagr)).said


def test_a_rate_has_six_digits_that_tell() -> None:
    assert rate(Decimal("0.13178876896")) == "0.131789"
    assert rate(Decimal("0.13178876896"), exact=True) == "0.13178876896"
