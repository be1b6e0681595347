"""What is said of something else than it seems: two sentences each, worded alike but for a few words."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.commands.check import check
from capexcalc.documents.document import Document
from capexcalc.rates.book import RateBook

ON = date(2025, 2, 24)

# A sentence that is right, or may be, and one worded alike that is wrong.
PAIRS = [
    (  # a part of the total, or what comes on top of it
        "en",
        "It will spend $2bn over five years, with $100m a year set aside for repairs.",
        "It will spend $2bn over five years, or $100m a year.",
    ),
    (
        "de",
        "Sie zahlt 2 Milliarden Euro über fünf Jahre, mit 100 Millionen Euro pro Jahr für Reparaturen.",
        "Sie zahlt 2 Milliarden Euro über fünf Jahre, also 100 Millionen Euro pro Jahr.",
    ),
    (
        "en",
        "The contract, worth $45m over three years, can be extended for $16m a year.",
        "The contract, worth $45m over three years, which is $16m a year, can be extended.",
    ),
    (
        "zh",
        "该计划五年投入20亿元，其中每年1亿元用于维修。",
        "该计划五年投入20亿元，相当于每年1亿元。",
    ),
    (  # a change since another time than that of the amount left
        "en",
        "Costs have risen 30% since 2019, to $13bn, from $11bn in 2021.",
        "Costs have risen 30% since 2021, to $13bn, from $11bn in 2021.",
    ),
    (
        "en",
        "The price has doubled in ten years to $500,000, from $400,000 in 2019.",
        "The price has doubled to $500,000, from $400,000 in 2019.",
    ),
    (
        "en",
        "Costs rose 30% from 2017 to 2024, to $13.5bn, from $11.2bn in 2021.",
        "Costs rose 30% from 2021 to 2024, to $13.5bn, from $11.2bn in 2021.",
    ),
    (
        "es",
        "Suben un 30 % desde 2019, hasta 13.500 millones de euros, desde 11.200 millones de euros en 2021.",
        "Suben un 30 %, hasta 13.500 millones de euros, desde 11.200 millones de euros en 2021.",
    ),
    (
        "en",
        "Revenue rose 20% year on year to $1.2bn, from $0.9bn in the previous quarter.",
        "Revenue rose 20% year on year to $1.20bn, from $0.90bn in the previous year.",
    ),
    (
        "pl",
        "Przychody wzrosły o 20 proc. rok do roku do 1,20 mld zł z 0,90 mld zł w poprzednim kwartale.",
        "Przychody wzrosły o 20 proc. rok do roku do 1,20 mld zł z 0,90 mld zł w poprzednim roku.",
    ),
    (
        "ru",
        "Выручка выросла на 20% до 1,20 млрд рублей с 0,90 млрд рублей кварталом ранее.",
        "Выручка выросла на 20% до 1,20 млрд рублей с 0,90 млрд рублей годом ранее.",
    ),
    (  # a total of more than is named
        "en",
        "It raised $2bn in equity, $1bn in debt and, with earlier rounds, has taken in $5bn in total.",
        "It raised $2bn in equity and $1bn in debt, $5bn in total.",
    ),
    (
        "fr",
        "Il a levé 2 milliards d'euros, 1 milliard de dette et, avec 2023, 5 milliards d'euros au total.",
        "Il a levé 2 milliards d'euros et 1 milliard d'euros de dette, 5 milliards d'euros au total.",
    ),
    (
        "en",
        "The aid is €5bn in cash and €4bn in arms out of a total of €20bn.",
        "The aid is €5bn in cash and €4bn in arms for a total of €20bn.",
    ),
    (
        "de",
        "Die Hilfe umfasst 5 Mrd. Euro und 4 Mrd. Euro von insgesamt 20 Mrd. Euro.",
        "Die Hilfe umfasst 5 Mrd. Euro und 4 Mrd. Euro, insgesamt 20 Mrd. Euro.",
    ),
    (
        "fr",
        "L'aide compte 5 milliards d'euros et 4 milliards d'euros sur un total de 20 milliards d'euros.",
        "L'aide compte 5 milliards d'euros et 4 milliards d'euros pour un total de 20 milliards d'euros.",
    ),
    (  # a difference, no equivalent
        "en",
        "He has £3m, about $2m less than before.",
        "He has £3m, about $2m.",
    ),
    (
        "de",
        "Er hat 3 Millionen Pfund, etwa 2 Millionen Dollar weniger als zuvor.",
        "Er hat 3 Millionen Pfund, etwa 2 Millionen Dollar.",
    ),
    (  # a value of another day
        "en",
        "They paid $10m for 10% of the firm, which was valued at $150m in 2021.",
        "They paid $10m for 10% of the firm, which was valued at $150m.",
    ),
    (
        "de",
        "Sie zahlten 10 Mio. Euro für 10 Prozent der Firma, die 2021 mit 150 Mio. Euro bewertet wurde.",
        "Sie zahlten 10 Mio. Euro für 10 Prozent der Firma, die so mit 150 Mio. Euro bewertet wurde.",
    ),
]  # fmt: skip


def refuted(book: RateBook, text: str, language: str) -> list[str]:
    found = check([Document("a", text)], book=book, on=date(2024, 5, 6), lang=language).result.documents[0]
    return [claim.claim.kind for claim in found.claims if claim.finding.verdict == "refuted"]


@pytest.mark.parametrize(("language", "right", "wrong"), PAIRS)
def test_what_is_said_of_something_else_accuses_nobody(
    book: RateBook, language: str, right: str, wrong: str
) -> None:
    assert refuted(book, right, language) == []
    assert len(refuted(book, wrong, language)) == 1


@pytest.mark.parametrize(("before", "found"), [("w całym poprzednim", 0), ("w tym całym poprzednim", 1)])
def test_a_quarter_stands_within_three_words_of_the_amount_it_is_of(
    book: RateBook, before: str, found: int
) -> None:
    text = f"Przychody wzrosły o 20 proc. do 1,20 mld zł z 0,90 mld zł {before} kwartale."
    assert len(refuted(book, text, "pl")) == found


# Two sums in two currencies that are, or may be, no one money: without what is in brackets here, they are.
NO_CONVERSION = [
    ("ro", "A primit 39 de milioane de dolari și, respectiv, 3,5 milioane de euro.", 0),
    ("es", "Recibió 39 millones de dólares y, respectivamente, 3,5 millones de euros.", 0),
    ("ro", "A primit 39 de milioane de dolari, respectiv 3,5 milioane de euro.", 0),  # "that is" too
    ("ro", "A primit 39 de milioane de dolari, adică 3,5 milioane de euro.", 1),
    ("en", "The two got 39m dollars or 3.5m euros, respectively.", 0),
    ("en", "The two got 39m dollars or 3.5m euros.", 1),
    ("en", "It made two payments of 125,000 and 25,000 euros (over $200,000 in all).", 0),
    ("en", "It made payments of 125,000 euros and 25,000 euros (over $200,000 in total).", 0),
    ("es", "Hizo dos pagos de 125 mil y 25 mil euros (en total, más de 200 mil dólares).", 0),
    ("de", "Sie zahlte zweimal, 125.000 und 25.000 Euro (insgesamt mehr als 200.000 Dollar).", 0),
    ("en", "It made a payment of 25,000 euros (over $200,000 in all).", 1),
    ("en", "It made two payments of 125,000 and 25,000 euros (over $200,000).", 1),
    ("ru", "Люди платили 255 румынских лей, город платил 450 лей (около 90 евро).", 0),
    ("ru", "Люди платили 255 румынских лей за городской проезд (около 90 евро).", 1),
    ("en", "It paid 255 zloty, they paid 450 grivnas (about 90 euros).", 0),
    ("en", "It paid 255 zloty for 12 schools (about 90 euros).", 1),
    ("en", "Gas costs 174.61 euros per MWh, or about 2,039 dollars per thousand cubic metres.", 0),
    ("ru", "Газ стоит 174,61 евро за МВт.ч, что составляет примерно 2039 долларов за тысячу кубометров.", 0),
    ("ru", "Газ стоит 174,61 евро за МВт.ч, что составляет примерно 2039 долларов (1805 евро) за тонну.", 0),
    ("zh", "公司按每股9.11港元或3.5美元/ADS的价格，回购4692万股。", 0),
    ("zh", "公司按每股9.11港元或3.5美元/股的价格回购。", 1),
    ("en", "Gas costs 174.61 euros per tonne, or about 2,039 dollars per tonne.", 1),
    ("en", "Gas costs 174.61 euros per tonne, or about 2,039 dollars a tonne.", 1),
    ("ru", "Курс: USD — 17.4754 EUR — 20.1990 UAH — 0.6636", 0),
    ("ru", "Курс: 17.4754 EUR — 20.1990 UAH", 1),
]


@pytest.mark.parametrize(("language", "text", "refuted"), NO_CONVERSION)
def test_two_sums_that_are_not_one_money(language: str, text: str, refuted: int, book: RateBook) -> None:
    (found,) = check([Document("article", text)], book=book, on=ON, lang=language).result.documents
    verdicts = [claim.finding.verdict for claim in found.claims if claim.claim.kind == "equivalence"]
    assert verdicts.count("refuted") == refuted


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # 20,000 euros were 20,926 dollars
        ("It gave 20,000 euros (more than 20,000 dollars).", "close"),
        ("It gave 20,000 euros (more than 19,000 dollars).", "refuted"),  # nobody would put it so
        ("It gave 20,000 euros (more than 22,000 dollars).", "refuted"),  # it is not
        ("It gave 20,000 euros (less than 22,000 dollars).", "close"),
        ("It gave 20,000 euros (less than 24,000 dollars).", "refuted"),
        ("It gave 20,000 euros (less than 20,000 dollars).", "refuted"),
        ("Dio 20 mil euros (más de 20 mil dólares).", "supported"),  # from 20 to 21 thousand
        ("Dio 20 mil euros (más de 19 mil dólares).", "refuted"),
        ("Dio 20 mil euros (casi 23 mil dólares).", "close"),
        # 120 million euros were 125.6 million dollars: within half of the last digit that is told
        ("It gave 120m euros (more than $100m).", "close"),
        ("It gave 140m euros (more than $100m).", "close"),  # 146.5
        ("It gave 150m euros (more than $100m).", "refuted"),  # 157.0
        ("It gave 150m euros (more than $110m).", "refuted"),
    ],
)
def test_what_is_true_to_the_letter_is_not_refuted(text: str, verdict: str, book: RateBook) -> None:
    (found,) = check([Document("article", text)], book=book, on=ON).result.documents
    assert [claim.finding.verdict for claim in found.claims] == [verdict]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # 675.6 is 3.18 % over 654.8, and 3.1 % over 655.3
        (
            (
                "El presupuesto es un 3,1 % más alto, pasando de una cantidad superior a 654,8 millones "
                "de euros a 675,6 millones de euros."
            ),
            "close",
        ),
        ("Sales rose 3.1% to 675.6m euros from more than 654.8m euros.", "close"),
        ("Sales rose 3.1% to 675.6m euros from 654.8m euros.", "refuted"),
        ("Sales rose 1.9% to 675.6m euros from more than 654.8m euros.", "refuted"),
    ],
)
def test_a_change_from_more_than_it_says(text: str, verdict: str, book: RateBook) -> None:
    (found,) = check([Document("article", text)], book=book, on=ON).result.documents
    assert [claim.finding.verdict for claim in found.claims] == [verdict]
