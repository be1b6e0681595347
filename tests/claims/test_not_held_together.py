"""Figures side by side that are not held together: another sum's, another day's, or no money."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It paid $562m, $496m of buybacks and $66m of dividends. Almost half of our business grew."),
        ("en", "It is to be $880m, with $700m for rights and $180m for the rest. About half comes later."),
        (
            "de",
            "Es kostet 562 Mio. Euro, 496 Mio. für Gas und 66 Mio. für Öl. Fast die Hälfte der Firma wuchs.",
        ),
    ],
)
def test_a_sentence_may_begin_with_its_share(lang: str, text: str, checked) -> None:
    assert [each.finding.verdict for each in checked(text, lang=lang)] == ["supported"]


# A text that accuses nobody, one worded alike that is refuted, and the day of both.
PAIRS = [
    (  # things, or a share, counted in no money, and what they are worth
        "en", "2024-05-14",
        "It earned 35bn yuan ($4.84bn). Its sales of phones are to rise to 460m, worth nearly $120bn.",
        "It earned 35bn yuan ($4.84bn). Its sales are to rise to 460bn yuan, worth nearly $120bn.",
    ),
    (
        "de", "2024-05-14",
        "Eine Aktie, gekauft für 75 Cent, war später 4.000 Dollar wert. Sie zahlt 2 Mio. Euro.",
        "Die Firma zahlt 2 Mio. Euro, umgerechnet 4 Mio. Dollar.",
    ),
    (
        "en", "2024-05-14",
        "The ring shipped 1.2 million pounds - or 500 metric tons - of it, worth in excess of $1.9 million.",
        "The ring shipped it for 1.2 million pounds, worth in excess of $1.9 million.",
    ),
    (  # behind a bracket, what stands before it is meant
        "en", "2024-05-14",
        "That is $1.5bn (1.5% of an output of $100bn) or 1.39bn euros.",
        "That is $1.5bn (1.5% of an output of $100bn) or 1.79bn euros.",
    ),
    (
        "es", "2024-05-14",
        "Son 1.500 millones de dólares (el 1 % de 150.000 millones de dólares) o 1.390 millones de euros.",
        "Son 1.500 millones de dólares (el 1 % de 150.000 millones de dólares) o 1.790 millones de euros.",
    ),
    (  # a sign before one of two
        "en", "2024-05-14",
        "The strong euro had a negative 40 million euro ($43.2 million) effect.",
        "The strong euro had a negative 40 million euro ($53.2 million) effect.",
    ),
    (
        "en", "2024-05-14",
        "Umber sold for 70m euros. Given current exchange rates, we expect a gain of some 2% or $90m.",
        "Umber sold for 70m euros. At current exchange rates, that is $90m.",
    ),
    (
        "en", "2024-05-14",
        "It repaid 116bn forints. The loans, which were at first 3.4bn euros at current exchange rates, end.",
        "It repaid 116bn forints. That is 3.4bn euros at current exchange rates.",
    ),
    (  # money that is no more
        "en", "2025-06-20",
        "He told of a bail of twenty million drachmas ($266,000).",
        "He told of a bail of twenty million drachmas (66,000 euros).",
    ),
    (
        "de", "2025-06-20",
        "Er erzählte von zwanzig Millionen Drachmen (266.000 Dollar).",
        "Er erzählte von zwanzig Millionen Drachmen (66.000 Euro).",
    ),
    (  # rows of a table, each with its day
        "en", "2007-11-21",
        "21/11/07 99.29 7,460 ($1=.6758 euro) 02/01/07 61.55 5,152 ($1=.7649 euro) was the year's fund.",
        "21/11/07 99.29 7,460 ($1=.7649 euro) was the year's fund.",
    ),
    (
        "de", "2007-11-21",
        "02.01.07 61,55 (1 Dollar = 0,7649 Euro) war der Stand.",
        "21.11.07 61,55 (1 Dollar = 0,7649 Euro) war der Stand.",
    ),
    (  # rates that are seen to come, or are told about
        "en", "2008-04-28",
        "Many exporters see the exchange rate at 98.5 yen to the dollar.",
        "Many exporters have the exchange rate of 98.5 yen to the dollar.",
    ),
    (
        "en", "2008-04-28",
        "Such growth would put the exchange rate at 98.5 yen to the dollar.",
        "The bank put the exchange rate at 98.5 yen to the dollar.",
    ),
    (
        "fr", "2008-04-28",
        "Cela porterait le taux de change à 98,5 yens pour un dollar.",
        "Le taux de change est de 98,5 yens pour un dollar.",
    ),
    (
        "en", "2008-04-28",
        "The exchange rate is about 100 yen to the dollar.",
        "The exchange rate is about 113 yen to the dollar.",
    ),
    (
        "en", "2011-11-15",
        "It looked at the 1999-2002 euro/dollar shifts.",
        "It looked at an exchange rate of 0.95 euros/dollar.",
    ),
    (  # the fixings of the day ran from 1,307 to 1,394
        "en", "2008-10-09",
        "It may earn 191.5 billion won ($134 million). ($1=1429.5 Korean won)",
        "It may earn 191.5 billion won ($124 million). ($1=1544.5 Korean won)",
    ),
    (  # the end of a year, which is told of later
        "en", "2009-02-26",
        "The hotels had a loss of 1.04 billion pounds ($1.54 billion) for the year to December 31, 1992.",
        "The hotels had a loss of 1.04 billion pounds ($1.84 billion) for the year to December 31, 1993.",
    ),
    (  # a day of the week
        "en", "2010-05-05",
        "They got the 110 billion euro ($146.5 billion) loan agreed on Sunday.",
        "They got the 110 billion euro ($146.5 billion) loan agreed since.",
    ),
    (  # that of the text is the day of the text
        "en", "2010-05-09",
        "They got the 110 billion euro ($146.5 billion) loan agreed on Monday.",
        "They got the 110 billion euro ($146.5 billion) loan agreed on Sunday.",
    ),
    (
        "de", "2010-05-05",
        "Am Sonntag einigten sie sich auf 110 Milliarden Euro (146,5 Milliarden Dollar).",
        "Sie einigten sich auf 110 Milliarden Euro (146,5 Milliarden Dollar).",
    ),
    (
        "zh", "2010-05-05",
        "他们在周日同意提供1100亿欧元（1465亿美元）。",
        "他们同意提供1100亿欧元（1465亿美元）。",
    ),
    (  # a firm with its debts
        "en", "2024-05-14",
        "It bought the 49 percent stake for $16.7 billion. The deal values Umber at $39 billion.",
        "It bought the 49 percent stake for $16.7 billion. The deal values Umber at $29 billion.",
    ),
    (
        "en", "2024-05-14",
        "It bought the 49 percent stake for $16.7 billion. The deal values Umber at $39 billion.",
        "It bought the 49 percent stake for $16.7 billion, which values Umber at $39 billion.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "day", "silent", "wrong"), PAIRS)
def test_what_may_be_right_accuses_nobody(lang: str, day: str, silent: str, wrong: str, checked) -> None:
    on = date.fromisoformat(day)
    assert "refuted" not in [each.finding.verdict for each in checked(silent, lang=lang, on=on)]
    assert "refuted" in [each.finding.verdict for each in checked(wrong, lang=lang, on=on)]
