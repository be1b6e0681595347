"""A sum that a text tells to exceed that of an earlier time, which it tells as well."""

from __future__ import annotations

from datetime import date

import pytest

from .conftest import Check

TOLD = {
    "en": "The harbour gets $60m this year, more than the ${}m of 2014.",
    "en ": "The fund has $60m. The sum exceeds the ${}m of 2014.",
    "de": "Der Fonds hat 60 Millionen Euro. Die Summe übersteigt die {} Millionen Euro von 2014.",
    "fr": "Le fonds a 60 millions d'euros. Cette somme dépasse les {} millions de 2014.",
    "es": "El fondo tiene 60 millones de euros. La suma supera los {} millones de 2014.",
    "pl": "Fundusz ma 60 mln euro. Kwota przewyższa {} mln euro wydane w 2014 roku.",
    "zh": "该基金投资60亿元，高于2014年的{}亿元。",
    "ko": "정부는 60억원을 투입한다. 이 금액은 2014년의 {}억원을 넘어선다.",
    "tr": "Fon 60 milyon lira. Bu tutar 2014'teki {} milyon lirayı aşıyor.",
    "hi": "सरकार 60 करोड़ रुपये देगी। यह राशि 2014 के {} करोड़ रुपये से अधिक है।",
}


@pytest.mark.parametrize("language", TOLD)
def test_it_is_held_against_that(claims_of: Check, language: str) -> None:
    for figure, verdict in (("48", "supported"), ("60", "close"), ("75", "refuted")):
        claims = claims_of(TOLD[language].format(figure), on=date(2015, 3, 1), lang=language.strip())
        found = [claim.verdict for claim in claims if claim.kind == "exceeds_prior"]
        assert found == [verdict], figure


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The fund has $60m. The sum does not exceed the $75m of 2014."),
        ("en", "The fund has $60m. The sum would exceed the $75m of 2014 only with more donors."),
        ("en", "The fund has $60m. It fell short of exceeding the $75m of 2014."),
        ("en", "It spent $60m more than the $75m of 2014."),
        ("en", "It paid $60m for a harbour whose sales exceeded the $75m of 2014."),
        ("en", "It paid $60m for roads and more than the $75m of 2014 for bridges."),
        ("en", "It made $60m in 2014. It paid more than $75m in 2014."),
        ("en", "Exports came to $60m, larger than assumed - $75m in 2014."),
        ("de", "Der Fonds hat 60 Millionen Euro. Die Summe übersteigt die 75 Millionen Euro von 2014 nicht."),
        ("de", "Er gab 60 Millionen Euro mehr aus als die 75 Millionen Euro von 2014."),
        ("fr", "Le fonds a 60 millions d'euros. La somme ne dépasse pas les 75 millions de 2014."),
        ("fr", "Il dépensera 60 millions d'euros de plus que les 75 millions de 2014."),
        ("es", "El fondo tiene 60 millones de euros. La suma no supera los 75 millones de 2014."),
        ("sv", "Fonden har 60 miljoner kronor. Summan överstiger inte de 75 miljonerna från 2014."),
        ("hi", "सरकार 60 करोड़ रुपये देगी। यह राशि 2014 के 75 करोड़ रुपये से अधिक नहीं है।"),
        ("zh", "该基金投资60亿元，不高于2014年的75亿元。"),
        ("ja", "投資額は60億円で、2014年の75億円を上回らない。"),
    ],
)
def test_what_is_denied_or_a_difference_accuses_nobody(claims_of: Check, language: str, text: str) -> None:
    claims = claims_of(text, on=date(2015, 3, 1), lang=language)
    assert not [claim.said for claim in claims if claim.verdict == "refuted"]


def test_a_time_that_is_not_over_is_no_past(claims_of: Check) -> None:
    text = "The fund has $60m. The sum exceeds the $48m of {}."
    found = {
        year: [claim.kind for claim in claims_of(text.format(year), on=date(2015, 3, 1))]
        for year in (2014, 2015, 2016)
    }
    assert found == {2014: ["exceeds_prior"], 2015: ["exceeds_prior"], 2016: []}


@pytest.mark.parametrize(
    ("language", "told", "rest"),
    [
        ("en", "The fund of 2014 has $60m. The sum exceeds the $75m {}.", ("of 2014", "for roads")),
        (
            "tr",
            "2014'te kurulan fon 60 milyon lira dağıttı. Bu tutar {} 75 milyon lirayı aşıyor.",
            ("2014'teki", ""),
        ),
        ("ko", "2014년에 만든 기금은 60억원을 투입한다. 이 금액은 {} 75억원을 넘어선다.", ("2014년의", "")),
    ],
)
def test_the_year_of_another_sentence_is_none_of_the_sum(
    claims_of: Check, language: str, told: str, rest: tuple[str, str]
) -> None:
    found = [
        [claim.verdict for claim in claims_of(told.format(each), on=date(2015, 3, 1), lang=language)]
        for each in rest
    ]
    assert found == [["refuted"], []]
