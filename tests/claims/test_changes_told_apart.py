"""Changes that a sentence draws from sums of another: beside a difference, and of a year's money; and the
money of a month that makes several times the sum."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .blocks import cases

Verdicts = Callable[[str, str], list[tuple[str, str]]]

# 2.4 to 3.6 is 50 % more; 20 to 25 a season is 25 % more. Right with the first figure, wrong with the second.
BESIDE_A_DIFFERENCE = """
en | 50 | 80
The club will spend 3.6m euros on its school over three years, 1.2m a year. The last three years it spent 2.4m
euros, so now it is 1.2m euros more, a rise of {}%.

el | 50 | 80
Τρία χρόνια, 3,6 εκατ. ευρώ: αυτό είναι το πλάνο του συλλόγου για τις ακαδημίες. Στην προηγούμενη τριετία
είχαν δαπανηθεί 2,4 εκατ. ευρώ, δηλαδή τώρα είναι 1,2 εκατ. ευρώ περισσότερα, μια άνοδος {}%.

de | 50 | 80
Der Verein gibt in drei Jahren 3,6 Mio. Euro für die Schule aus, 1,2 Mio. im Jahr. In den drei Jahren davor
waren es 2,4 Mio. Euro, also sind es nun 1,2 Mio. Euro mehr, ein Plus von {} Prozent.
"""
OF_A_SEASON = """
en | 25 | 40
The new sponsor will pay the club 25m euros a season. The old one paid 20m euros a season, so that is up
{}%.

id | 25 | 40
Sponsor baru klub sepakat membayar Rp25 miliar per musim. Sponsor lama hanya menyetor Rp20 miliar per musim,
jadi nilai semusimnya terkerek {} persen.

es | 25 | 40
El nuevo patrocinador pagará 25 millones de euros por temporada. El anterior pagaba 20 millones por temporada,
así que son un {} % más.
"""


def _changes(verdicts: Verdicts, text: str, language: str) -> list[str]:
    return [verdict for kind, verdict in verdicts(text, language) if kind == "change"]


@pytest.mark.parametrize(("language", "figures", "text"), cases(BESIDE_A_DIFFERENCE))
def test_a_percentage_beside_a_difference_is_of_its_sums(
    language: str, figures: list[str], text: str, verdicts: Verdicts
) -> None:
    right, wrong = figures
    assert _changes(verdicts, text.format(right), language) == ["supported", "supported"]
    assert _changes(verdicts, text.format(wrong), language) == ["supported", "refuted"]


@pytest.mark.parametrize(("language", "figures", "text"), cases(OF_A_SEASON))
def test_a_change_of_a_years_money_is_of_that_told_before(
    language: str, figures: list[str], text: str, verdicts: Verdicts
) -> None:
    right, wrong = figures
    assert _changes(verdicts, text.format(right), language) == ["supported"]
    assert _changes(verdicts, text.format(wrong), language) == ["refuted"]


CLUB = "The club will spend 3.6m euros on its school over three years. The last three years it spent "
SPONSOR = "The new sponsor will pay the club 25m euros a season. "


@pytest.mark.parametrize(
    "text",
    [
        CLUB + "2.4m euros, so now it is 1.2m euros more, or 80% of the gate.",
        CLUB + "2.4m euros, so now it is 1.2m euros more, a third of it.",  # of the new sum
        SPONSOR + "The old one paid 20m euros a season, and tickets sold rose 40%.",
        SPONSOR + "The boys get 5m euros a season. The old one paid 20m euros a season, so that is up 40%.",
        SPONSOR + "The old one paid 20m euros a season, so that is up 400%.",
    ],
)
def test_what_may_be_a_change_of_other_things_is_let_be(text: str, verdicts: Verdicts) -> None:
    assert "refuted" not in _changes(verdicts, text, "en")


@pytest.mark.parametrize(
    ("month", "verdict"),
    [("4m", ["refuted"]), ("9m", ["refuted"]), ("12m", []), ("2m", ["supported"])],
)
def test_the_money_of_a_month_that_makes_several_times_the_sum(
    month: str, verdict: list[str], verdicts: Verdicts
) -> None:
    """Up to five times: 48m over 24 months are 2m a month."""
    text = (
        "The firm will invest 48m euros in silos over two years. "
        f"Each month {month} euros goes into the project. Three quarters of it, 36m euros, is a loan."
    )
    assert [each for kind, each in verdicts(text, "en") if kind == "annual_amount"] == verdict
