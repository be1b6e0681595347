"""Conversions of another time or of no one sum, changes over another base, shares of the rest: nothing right
is called wrong, and what is worded alike and wrong still is."""

from __future__ import annotations

from datetime import date

import pytest

ON = date(2025, 2, 24)
PAIRS_TOLD = date(2019, 6, 25)
REPORT = date(2019, 12, 23)

# A text that is right, or may be, and one worded alike that is wrong: day, language, both.
LOOK_ALIKES = [
    # a list of pairs, each with its value behind it
    (
        PAIRS_TOLD,
        "en",
        "Currencies: EUR/USD: -0.2% to 1.1373 GBP/USD: -0.3% to 1.2696 USD/JPY: -0.2% to 107.11",
        "At noon the pound stood at 1.8013 GBP/EUR: a record. It cost 5 euros.",
    ),
    (
        PAIRS_TOLD,
        "de",
        "Devisen: EUR/USD: -0,2 % auf 1,1373 GBP/USD: -0,3 % auf 1,2696 USD/JPY: -0,2 % auf 107,11",
        "Der Kurs lag am Mittag bei 207,11 Yen/Dollar: ein Rekord. Es kostete 5 Dollar.",
    ),
    (
        REPORT,
        "en",
        "USD/JPY: 109.55 +0.20EUR/USD: 1.1083 -0.0005",
        "USD/JPY: 209.55 +0.20EUR/USD: 1.1083 -0.0005",
    ),
    # the rate of the day to which a firm reports
    (
        REPORT,
        "en",
        (
            "Lunda reported results for the third quarter ended September 30, 2019. All is well. Work "
            "goes on. Growth is near. Gross profit came to RMB38.8 million (US$5.4 million)."
        ),
        (
            "Lunda reported results for the third quarter ended September 30, 2019. All is well. Work "
            "goes on. Growth is near. Gross profit came to RMB38.8 million (US$4.8 million)."
        ),
    ),
    (
        REPORT,
        "de",
        (
            "Lunda legte Zahlen für das dritte Quartal zum 30. September 2019 vor. Es geht "
            "voran. Man ist froh. Alles läuft. Er lag bei 38,8 Millionen Yuan (5,4 Millionen Dollar)."
        ),
        (
            "Lunda legte Zahlen für das dritte Quartal vor, wie am 30. August 2019 gemeldet. Es "
            "geht voran. Man ist froh. Alles läuft. Er lag bei 38,8 Millionen Yuan (5,0 Millionen Dollar)."
        ),
    ),
    # the last fiscal year
    (
        date(2023, 12, 7),
        "en",
        "Interest will rise from ¥7.3trn ($54bn) in the last fiscal year to ¥8.5trn in the current one.",
        "Interest will rise from ¥7.3trn ($54bn) in the current fiscal year to ¥8.5trn in the next one.",
    ),
    (
        date(2023, 12, 7),
        "de",
        "Im vergangenen Geschäftsjahr zahlte Lunda 7,3 Milliarden Yen (54 Millionen Dollar).",
        "Im vergangenen Geschäftsjahr zahlte Lunda 7,3 Milliarden Yen (74 Millionen Dollar).",
    ),
    # what has flowed over decades
    (
        date(2023, 7, 6),
        "en",
        "Much has been built over the past three decades. It amounts to some £190bn ($300bn).",
        "Much has been built over the past three decades. A new bridge costs £190bn ($300bn).",
    ),
    (
        date(2023, 7, 6),
        "de",
        (
            "In den vergangenen drei Jahrzehnten floss viel Geld. Das sind rund "
            "190 Milliarden Pfund (300 Milliarden Dollar)."
        ),
        (
            "In den vergangenen drei Jahrzehnten floss viel Geld. Das sind rund "
            "190 Milliarden Pfund (900 Milliarden Dollar)."
        ),
    ),
    # a round bound
    (
        date(2019, 4, 20),
        "en",
        "Orvane put more than $4 billion (30 billion yuan) into schools.",
        "Orvane put $4 billion (30 billion yuan) into schools.",
    ),
    (
        date(2019, 4, 20),
        "de",
        "Orvane gab mehr als 4 Milliarden Dollar (30 Milliarden Yuan) für Schulen aus.",
        "Orvane gab mehr als 4 Milliarden Dollar (80 Milliarden Yuan) für Schulen aus.",
    ),
    # of a whole life
    (
        ON,
        "en",
        "Any gain above £180,000 a year, or $10m over a lifetime, would be taxed.",
        "Any gain above £180,000 a year, or $10m a year, would be taxed.",
    ),
    (
        ON,
        "de",
        "Wer 180.000 Pfund im Jahr verdient, oder 10 Millionen Dollar im Leben, zahlt mehr.",
        "Wer 180.000 Pfund verdient, oder 10 Millionen Dollar, zahlt mehr.",
    ),
    # what goes together otherwise
    (
        REPORT,
        "en",
        "Lunda was to get one million yuan a year for four years, about $572,000, for its prize.",
        "Lunda was to get one million yuan a year, about $572,000, for its prize.",
    ),
    # what money buys
    (
        date(2026, 8, 1),
        "en",
        "That is roughly the same burger-buying power as 426 yuan, or 8,039 Japanese yen.",
        "That is roughly the same as 426 yuan, or 8,039 Japanese yen.",
    ),
    (
        date(2026, 8, 1),
        "de",
        "Das entspricht der Kaufkraft von 426 Yuan, also 8.039 Yen.",
        "Das entspricht dem Preis von 426 Yuan, also 8.039 Yen.",
    ),
    # another sum that follows
    (
        date(2026, 8, 22),
        "en",
        "Congress approved 7bn reais for ports, meaning some $340m may have been lost.",
        "Congress approved 7bn reais for ports, meaning some $340m.",
    ),
    # a stray letter for pence
    (
        date(2026, 3, 6),
        "en",
        "Petrol rose to $3.02 (£2.26p) a gallon.",
        "Petrol rose to $3.02 (£1.26p) a gallon.",
    ),
    # changes over another base
    (
        ON,
        "en",
        "Orvane has dropped to $11.10 from a listing price of $17, sinking 7.5 percent on Tuesday.",
        "Orvane has dropped to $11.10 from $17, sinking 7.5 percent on Tuesday.",
    ),
    (
        ON,
        "en",
        "Gas rose nearly 3% to €52 a megawatt hour, compared with about €30 before the war.",
        "Gas rose nearly 3% to €52 a megawatt hour from about €30 before the war.",
    ),
    (
        ON,
        "en",
        "Sales rose 46% to $168.8 mln vs $166.91 mln S&P Capital IQ consensus.",
        "Sales rose 46% to $168.8 mln vs $166.91 mln and beat the consensus.",
    ),
    (
        ON,
        "en",
        "Orvane had its price target raised to $928 from $729, and Noria (NOR 125.60, +7.03, +5.9%) rose.",
        "Orvane had its price raised to $928 from $729 (+5.9%).",
    ),
    (
        ON,
        "en",
        "Trade showed a dip of about 1.5% to $113.83 billion as against $115.42 billion.",
        "Trade showed a dip of about 2.5% to $113.83 billion as against $115.42 billion.",
    ),
    (
        ON,
        "en",
        "Trade showed a dip of about 1.5% to $113.83 billion as against $115.42 billion.",
        "Trade showed a dip of 1.5% to $113.83 billion as against $115.42 billion.",
    ),
    # what is taken off
    (
        ON,
        "en",
        "Each was fined $20,000 ($50,000 with 60 per cent suspended).",
        "Each was fined $20,000 ($50,000 with 30 per cent suspended).",
    ),
    # a year that is over
    (
        ON,
        "en",
        "Revenues from services amount to $85bn. In 2016 they made $24bn, or a tenth of overall revenues.",
        "Revenues from services amount to $85bn. Harbours made $24bn, or a tenth of overall revenues.",
    ),
    # sales that rise in one clause, earnings in the next
    (
        date(2017, 1, 26),
        "en",
        "Sales will rise 42% this year as its earnings soar from $6m last year to $242m.",
        "Sales will rise 42% on very strong demand from $6m last year to $12m.",
    ),
    (
        date(2017, 1, 26),
        "de",
        "Der Umsatz legt um 42 Prozent zu, während die Gewinne von 6 Mio. Euro auf 242 Mio. Euro steigen.",
        "Der Umsatz steigt um 42 Prozent von 6 Mio. Euro auf 12 Mio. Euro.",
    ),
    # a year's money far from a total in other money
    (
        date(2020, 1, 18),
        "en",
        (
            "Lunda aims at 10 percent of the market by 2025, or US$130 billion, as well as growth, through "
            "investments of about NT$10 billion per year over three years."
        ),
        "Lunda will spend US$13 billion over three years, or NT$10 billion per year.",
    ),
]


@pytest.mark.parametrize(("on", "lang", "right", "wrong"), LOOK_ALIKES)
def test_right_and_wrong(on: date, lang: str, right: str, wrong: str, checked) -> None:
    found = [claim.finding.verdict for claim in checked(right, on=on, lang=lang)]
    assert "refuted" not in found, right
    found = [claim.finding.verdict for claim in checked(wrong, on=on, lang=lang)]
    assert "refuted" in found, wrong


@pytest.mark.parametrize(
    ("sentence", "accused"),
    [
        ("Sales will rise 42% as mills from $600m to $24,200m.", True),  # two words are no clause
        ("Sales will rise 42% as its mills from $600m to $24,200m.", False),
        ("Sales will rise 42% as its mills from $600m to $3,120m.", True),  # ten times so much, a slip
        ("Sales will rise 42% as its mills from $600m to $3,240m.", False),
    ],
)
def test_a_change_far_before_its_amounts_and_far_from_theirs(sentence: str, accused: bool, checked) -> None:
    found = [claim.finding.verdict for claim in checked(sentence, on=date(2017, 1, 26), lang="en")]
    assert ("refuted" in found) is accused


def test_nothing_is_multiplied_by_none(checked) -> None:
    """A figure that was cut, and reads as none at all, is no number of anything."""
    text = (
        "Costs were RMB75.5 million (US$11.2 million), an increase of 79.8% from RMB.0 million last year. "
        "Each unit costs RMB21.3 million. In all they cost RMB90 million."
    )
    kinds = [claim.kind for claim in (each.claim for each in checked(text, on=date(2019, 5, 16), lang="en"))]
    assert "product" not in kinds
