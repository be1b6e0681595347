"""Nobody is accused by an official rate that the market was far from: the press converts at the market's."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.claims.verdicts.facts import AtOfficialRate

RIALS = "The refinery will cost 1 trillion Iranian rials ($1.3 million)."


def test_a_figure_at_the_market_s_rate_is_not_refuted(claims_of) -> None:
    (claim,) = claims_of(RIALS, on=date(2025, 12, 10))
    assert claim.verdict == "not_enough_info"
    assert isinstance(claim.facts, AtOfficialRate)
    assert (claim.reason_code, claim.facts.currency, claim.hint) == ("official_rate", "IRR", None)
    assert "the official rate of IRR (Central Bank" in claim.reason
    assert "the market rate, which was far from it, is not known" in claim.reason
    assert claim.computed.value > 20_000_000  # what follows from the official one is shown all the same


def test_a_figure_at_the_official_rate_is_supported_as_ever(claims_of) -> None:
    (claim,) = claims_of(RIALS.replace("1.3", "24"), on=date(2025, 12, 10))
    assert claim.verdict == "supported"


def test_once_the_official_rate_is_the_market_s_the_same_figure_is_refuted(claims_of) -> None:
    (claim,) = claims_of(RIALS.replace("1.3", "24"), on=date(2026, 3, 4))
    assert claim.verdict == "refuted"


def test_one_of_several_official_rates_is_called_so(claims_of) -> None:
    (claim,) = claims_of("The ministry has 24 billion Cuban pesos ($200 million).", on=date(2024, 6, 12))
    assert claim.verdict == "not_enough_info"
    assert "one of several official rates of CUP" in claim.reason


@pytest.mark.parametrize(
    "text",
    [
        "The dam will cost 1 trillion Iranian rials ($1.3 million). ($1 = 770,000 Iranian rials)",
        "The dam is dear. ($1 = 770,000 Iranian rials)",
    ],
)
def test_nor_is_a_rate_that_the_text_states(claims_of, text: str) -> None:
    claims = claims_of(text, on=date(2025, 12, 10))
    assert claims
    assert "refuted" not in {claim.verdict for claim in claims}
