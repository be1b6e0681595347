"""Figures that a bracket tells of another time are no part of a sum, and no restatement."""

from __future__ import annotations

import pytest

from capexcalc.claims.grammar.other_times import other_times
from capexcalc.claims.grammar.sentence import split
from capexcalc.rates.book import RateBook
from capexcalc.reading.reader import read

from .test_charity import verdicts

# What the figures of the year before are told by.
LABELS = {
    "ar": "العام الماضي:",
    "cs": "předchozí rok:",
    "da": "sidste år:",
    "de": "Vorjahreszeitraum:",
    "el": "προηγούμενο έτος:",
    "en": "year to March 2022:",
    "es": "ejercicio anterior:",
    "fi": "1–6/2022:",
    "fr": "exercice précédent :",
    "he": "שנה קודמת:",
    "hi": "पिछले वर्ष:",
    "hu": "előző év:",
    "id": "tahun lalu:",
    "it": "esercizio precedente:",
    "ja": "前年同期：",
    "ko": "전년 동기:",
    "ms": "tahun sebelumnya:",
    "nl": "voorgaand jaar:",
    "no": "i fjor:",
    "pl": "rok wcześniej:",
    "pt": "1T22:",
    "ro": "anul precedent:",
    "ru": "годом ранее:",
    "sv": "föregående år:",
    "th": "ปี 2565:",
    "tr": "önceki yıl:",
    "uk": "попередній рік:",
    "vi": "cùng kỳ:",
    "zh": "上年同期：",
}


@pytest.mark.parametrize("lang", LABELS)
def test_those_of_the_year_before_are_told_so_in_every_language(book: RateBook, lang: str) -> None:
    text = f"86 EUR ({LABELS[lang]} 41 USD; 35 USD), 92 EUR."
    places = [each for sentence in split(text, read(text, lang)) for each in other_times(sentence)]
    assert [text[start:end] for start, end in places] == [text[text.index("(") : text.index(")") + 1]]
    assert not verdicts(book, text, lang)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It owns 41m euros and 52m euros respectively (2022: 17m euros and 14m euros).", []),
        ("It owns 41m euros and 52m euros (FY22: 17m euros and 14m euros) respectively.", []),
        ("It owns 41m euros and 52m euros (31 March 2022 - 17m euros and 14m euros).", []),
        ("It owns 41m euros and 52m euros (loans: 17m euros and 14m euros).", ["refuted"]),
        ("It raised 95m euros (2022: 60m euros): 50m euros in equity and 45m euros in debt.", ["supported"]),
        ("It raised 95m euros (2022: 90m euros): 50m euros in equity and 40m euros in debt.", ["refuted"]),
        ("It paid 60m euros, previous year: 45m euros, and lent 20m euros, 80m euros in all.", ["supported"]),
        ("It paid 60m euros, previous year: 45m euros, and lent 25m euros, 70m euros in all.", ["refuted"]),
        # A plan year by year
        ("It has 90m euros (2025: 20m euros, 2026: 30m euros and 2027: 40m euros).", ["supported"]),
        ("It has 90m euros (2025: 20m euros, 2026: 30m euros and 2027: 50m euros).", []),
        ("It spends (from 2025 to 2027) 90m euros: 20m euros on rail and 50m euros on roads.", ["refuted"]),
        ("It paid 41m euros (last year: $12m).", []),
        ("It paid 41m euros (at last count: $12m).", []),
        ("It paid 41m euros ($12m).", ["refuted"]),
        ("Sales were 41m euros (2022: 40m euros), of which 20m euros, or 49%, abroad.", ["supported"]),
    ],
)
def test_a_bracket_tells_of_another_time(book: RateBook, text: str, found: list[str]) -> None:
    assert [verdict for _, verdict in verdicts(book, text)] == found
