"""Changes over the sum of this year, of a sentence before, or told of the earlier sum: "less than now"."""

from __future__ import annotations

from datetime import date

import pytest

from .conftest import Check

ON = date(2024, 10, 7)
TOLD = [
    (
        "en",
        ("Ferries get {} percent more money next year: 500 million euros, after 400 million this year."),
        "25",
        "40",
    ),
    (
        "en",
        ("Compared with the 400 million euros of last year, ferry subsidies rise {} percent to 500 million."),
        "25",
        "40",
    ),
    ("en", "Against 400 million euros last year, ferries get 500 million, {} percent more.", "25", "40"),
    (
        "en",
        (
            "Last year 400 million euros went to ferries. Next year 500 million will be spent, an "
            "increase of {} percent."
        ),
        "25",
        "40",
    ),
    (
        "en",
        ("Ferries will have 1.2 billion euros, {} times as much as the 400 million granted this year."),
        "three",
        "five",
    ),
    (
        "en",
        (
            "The ministry raised the vote for ferries by {} percent for the 2024/25 season, from "
            "400 million euros to 500 million."
        ),
        "25",
        "40",
    ),
    (
        "de",
        (
            "Für Fähren gibt es 500 Millionen Euro – {} Prozent mehr als die in diesem Jahr "
            "bewilligten 400 Millionen."
        ),
        "25",
        "40",
    ),
    (
        "fr",
        (
            "Le budget des bacs passe de 400 millions d'euros cette année à 500 millions l'an "
            "prochain, soit {} % de plus."
        ),
        "25",
        "40",
    ),
    (
        "es",
        (
            "El presupuesto de los transbordadores sube un {} % en 2025, de 400 millones de euros "
            "a 500 millones."
        ),
        "25",
        "40",
    ),
    ("ru", "Расходы на паромы вырастут в следующем году на {}%, с 400 млн до 500 млн рублей.", "25", "40"),
    ("ar", "سترتفع ميزانية العبارات بنسبة {}% من 400 مليون يورو إلى 500 مليون يورو.", "25", "40"),
    ("zh", "明年轮渡预算为6.5亿元，今年为5.2亿元，增长{}%。", "25", "40"),
    (
        "he",
        "בשנה הבאה יקצה המשרד 500 מיליון שקל למעבורות, לעומת 400 מיליון שקל השנה, עלייה של {}%.",
        "25",
        "40",
    ),
]


@pytest.mark.parametrize(("language", "text", "right", "wrong"), TOLD)
def test_they_are_held_against_both_sums(
    claims_of: Check, language: str, text: str, right: str, wrong: str
) -> None:
    for figure, verdict in ((right, "supported"), (wrong, "refuted")):
        claims = claims_of(text.format(figure), on=ON, lang=language)
        assert [claim.verdict for claim in claims if claim.kind == "change"] == [verdict], figure


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Ferries get 500 million euros. Six years ago 400 million was spent, {} percent less than now.",
        ),
        (
            "ru",
            "Паромы получат 500 млн рублей. В прошлом году дали 400 млн рублей, на {}% меньше, чем сейчас.",
        ),
    ],
)
def test_the_sum_of_before_is_told_to_be_less_than_now(claims_of: Check, language: str, text: str) -> None:
    for figure, verdict in (("20", "supported"), ("32", "refuted")):
        claims = claims_of(text.format(figure), on=ON, lang=language)
        assert [claim.verdict for claim in claims if claim.kind == "change"] == [verdict], figure


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ferries get 500 million euros. Last year debts were 400 million, up 40 percent."),
        (
            "en",
            "Ferries get 500 million euros next year, trains 400 million this year; fares rise 40 percent.",
        ),
        (
            "de",
            "Fähren bekommen 500 Mio. Euro. Im Vorjahr stieg ihr Umsatz um 40 Prozent auf 400 Mio. Euro.",
        ),
    ],
)
def test_what_may_be_told_of_something_else_accuses_nobody(
    claims_of: Check, language: str, text: str
) -> None:
    claims = claims_of(text, on=ON, lang=language)
    assert not [claim.said for claim in claims if claim.verdict == "refuted"]
