"""What next year has, what this year had, and the change between the two in a sentence of its own."""

from __future__ import annotations

from datetime import date

import pytest

from .conftest import Check

TOLD = {
    "fi": (
        "Ensi vuonna kunta käyttää siltoihin 27 miljoonaa euroa, kun tänä vuonna summa on {} miljoonaa "
        "euroa. Laskua on 25 prosenttia."
    ),
    "hu": (
        "Jövőre 42 milliárd forintot szán az állam a hidakra, míg az idén {} milliárd forintot költ rájuk. "
        "A növekedés 40 százalékos."
    ),
    "de": (
        "Im nächsten Jahr gibt die Stadt 42 Millionen Euro für Brücken aus, in diesem Jahr sind es {} "
        "Millionen Euro. Das ist ein Anstieg um 40 Prozent."
    ),
}
BEFORE = {"fi": ("36", "30"), "hu": ("30", "36"), "de": ("30", "36")}  # right, wrong


@pytest.mark.parametrize("language", TOLD)
def test_it_is_held_against_both(claims_of: Check, language: str) -> None:
    for figure, verdict in zip(BEFORE[language], ("supported", "refuted"), strict=True):
        claims = claims_of(TOLD[language].format(figure), on=date(2025, 3, 1), lang=language)
        assert [claim.verdict for claim in claims if claim.kind == "change"] == [verdict]
