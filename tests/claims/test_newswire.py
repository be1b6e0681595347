"""What market reports say beside their figures and do not mean of them, and the slips that look like it."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.rates.book import RateBook

from .test_charity import checked, verdicts


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Its 7.45 percent bonds due in 2031 fell to 62.25 cents on the dollar, down from 64 cents."),
        ("de", "Die Anleihe mit 5 Prozent fiel auf 62 Cent, nach 64 Cent am Montag."),
        ("fr", "L'obligation à 5 % est passée de 64 euros à 62 euros."),
        ("es", "El bono al 5 % cayó a 62 euros desde 64 euros."),
        ("en", "It costs $2.75m annually to insure $10m for five years, plus annual payments of $500,000."),
        ("en", "It costs $425,000 annually to protect $10 million of debt for five years."),
        ("en", "Five-year credit default swaps show it costs $933,000 annually to buy $10 million of it."),
        ("en", "The surplus narrowed for a third straight year to $155 billion, from $183 billion."),
        ("en", "It raised the fee for a third checked bag from $80 to $125."),
        ("en", "Wages surged 21.2 percent from 2010 to 2,049 yuan."),
        ("en", "Copper rose by 60 percent from end-2008 to $4,925 a tonne."),
        ("en", "Revenue rose to $1.35bn from $1.31bn a year ago but was down 7% from the first quarter."),
        ("fr", "Le bénéfice a atteint 1,35 milliard d'euros contre 1,31 milliard mais a baissé de 7 %."),
        ("de", "Der Umsatz stieg auf 1,35 Mrd Euro von 1,31 Mrd Euro, während der Gewinn um 7 Prozent fiel."),
        ("en", "The share rose to $38.82 from a Nasdaq close of $38.70, up 2.7 percent."),
        ("en", "The share rose 2.2 percent to $18.47, compared with the offer price of $15.86."),
        ("en", "The share, which traded above $24 a year ago, rose 4 percent to $1.78."),
        ("en", "It will pay $2.1 billion to customers, roughly doubling the total payout to $4.1 billion."),
        ("en", "Profit rose by an annual average rate of 15.9 percent to $113bn from $84.2bn."),
        ("en", "Profit was 8.876bn euros, up 9.4 percent from a year earlier, including a 500m euro charge."),
        ("en", "The company is worth $39 billion. Its shares closed 95 cents higher, or 2.6 percent."),
        ("en", "Its shares sunk 10 percent, or 62 cents, to $5.50."),
        ("en", "The 49 percent stake was worth $10.3 billion or $9.7 billion."),
        ("en", "It spent 858 million dollars, including a 20 percent stake in the $12 billion site."),
        ("en", "The fund has $33 billion. The deficit grew to $8.4 billion, or 5.8 percent of GDP."),
        ("en", "It raised its offer to 294 pence a share -- or about $2.1 billion."),
        ("en", "Valued shares went for 10 euro cents, or $184 million."),
        ("en", "The Smiths are worth $8 billion, behind the Browns, who were worth C$24.4 billion."),
        ("en", "It has 25 billion dollars. The stake is worth 201 billion yen."),
        ("en", "He bought the rights with 25,000 euros (then worth about $6,000)."),
        ("en", "It costs 4.6tn won this year and 1.3tn won next year, worth about $4.4 billion in total."),
        ("en", "The sum is corrected to 8 billion pounds from $8 million."),
        ("en", "The carmaker assumed an exchange rate of 86 yen to the dollar."),
        ("ja", "想定為替レートは1ドル=110円。売上高は100億ドル。"),
        ("ko", "회사는 환율을 달러당 1,100원으로 가정했다. 매출은 100억 달러다."),
        ("de", "Der Konzern nahm einen angenommenen Wechselkurs von 86 Yen je Dollar."),
    ],
)
def test_no_market_report_is_accused_of_what_it_did_not_say(book: RateBook, lang: str, text: str) -> None:
    assert [found for found in verdicts(book, text, lang) if found[1] == "refuted"] == []


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "The price of its bonds fell 7.45 percent to 62.25 cents, down from 64 cents.", "change"),
        ("de", "Der Umsatz stieg um 5 Prozent auf 2,4 Mrd Euro von 2,0 Mrd Euro.", "change"),
        ("fr", "Le chiffre d'affaires a baissé de 5 % à 62 millions d'euros contre 84 millions.", "change"),
        (
            "en",
            "It will spend $10m over five years to protect the coast, or $500,000 a year.",
            "annual_amount",
        ),
        ("en", "The surplus narrowed by a third to $155 billion, from $183 billion.", "change"),
        ("en", "Wages surged 21.2 percent from 2,010 to 2,049 yuan.", "change"),
        (
            "en",
            "Revenue rose 7% to $1.35bn from $1.31bn a year ago but was above the first quarter.",
            "change",
        ),
        ("en", "The share fell 6.7 percent to $26.21 from a close of $30.10.", "change"),
        ("en", "The share rose to $44.60, about 31 percent higher than the IPO price of $26.", "change"),
        ("en", "Profits more than halved to 2.47 billion pounds from 3.47 billion a year ago.", "change"),
        ("en", "It has drawn $72.3 billion, or 65 percent, of an initial $85 billion.", "share"),
        ("en", "It keeps 15% of the $380bn, or $27bn.", "share"),
        ("en", "Revenue fell about 12 percent to $44.23 billion from $54.62 billion.", "change"),
        ("en", "It has 25 billion dollars. That is worth 201 billion yen.", "equivalence"),
        ("en", "The plan costs 100bn yuan (13.9 euros).", "equivalence"),
        ("en", "The bank used an exchange rate of 86 yen to the dollar.", "rate"),
    ],
)
def test_a_slip_beside_such_words_is_still_found(book: RateBook, lang: str, text: str, kind: str) -> None:
    assert (kind, "refuted") in verdicts(book, text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Profits more than halved to 1.47 billion pounds from 3.47 billion a year ago."),
        ("en", "It has drawn $72.3 billion, or 85 percent, of an initial $85 billion."),
        ("en", "Revenue fell about 12 percent to $48.23 billion from $54.62 billion."),
        ("en", "The share rose to $44.60, about 71 percent higher than the IPO price of $26."),
        ("en", "Sales came to $767.5 million, 91 percent off the average of $8.2 billion."),
        (
            "fr",
            "Le chiffre d'affaires a baissé d'environ 12 % à 48,23 milliards d'euros contre 54,62 milliards.",
        ),
        ("de", "Der Umsatz fiel um etwa 12 Prozent auf 48,23 Mrd Euro von 54,62 Mrd Euro."),
    ],
)
def test_what_fits_is_still_said_to_fit(book: RateBook, lang: str, text: str) -> None:
    assert [verdict for kind, verdict in verdicts(book, text, lang) if kind != "record"] == ["supported"]


# The day's rates: 1 USD = 1.3525 SGD = 36.8 THB = 0.9280 EUR.
@pytest.mark.parametrize(
    ("note", "verdict"),
    [
        ("$1 = 1.3525 Singapore dollars", "supported"),
        ("$1 = 0.9280 euros", "supported"),
        ("$1 = 0.8280 euros", "refuted"),
        ("$1=A$1.51", "supported"),
        ("$1=A$1.21", "refuted"),
    ],
)
def test_a_bare_dollar_in_a_note_is_the_american_one(book: RateBook, note: str, verdict: str) -> None:
    text = f"It sold the unit for 100 million Singapore dollars. ({note}) ($1 = 1.3525 Singapore dollars)"
    assert ("rate", verdict) == verdicts(book, text)[0]


def test_the_note_of_a_rate_leaves_the_sum_before_it_in_its_currency(book: RateBook) -> None:
    text = "The Swiss bank lost 1 billion francs ($1.10 billion), it said. ($1=0.9056 Swiss francs)"
    assert verdicts(book, text) == [("equivalence", "supported"), ("rate", "supported")]


def test_beside_a_canadian_dollar_told_apart_the_bare_one_is_american(book: RateBook) -> None:
    text = "Profit rose to $643 million, or 84 cents. The share rose to C$86.79, up 37 Canadian cents."
    found = checked(book, text, "en", date(2024, 5, 6))
    assert [amount.currency for amount in found.amounts] == ["USD", "USD", "CAD", "CAD"]
