"""Why there is no rate, in words that help."""

from __future__ import annotations

import pytest

from capexcalc.rates.refusals import no_rates_for


@pytest.mark.parametrize(("known", "listed"), [(49, True), (50, False)])
def test_a_source_of_fewer_than_fifty_currencies_lists_them(known: int, listed: bool) -> None:
    codes = [f"A{number:02}" for number in range(known)]
    hint = no_rates_for("XXX", codes, "rates").hint or ""
    assert (", ".join(codes) in hint) == listed
    assert ("capexcalc rates currencies" in hint) != listed
