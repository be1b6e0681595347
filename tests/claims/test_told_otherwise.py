"""Figures that can be told of each other otherwise than as the nearest claim has it accuse nobody; the same
with a slip in them, or without what leaves them open, still do."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.commands.check import check
from capexcalc.documents.document import Document
from capexcalc.rates.book import RateBook

SPENT = "He spent 10bn euros in 2024."
CASES = [
    # A total of parts that are paid several times, that includes one of them, or that is the most of each.
    ("en", "", "It gives 5 prizes of 5,000 euros and one of 10,000 euros, 35,000 euros in all."),
    ("en", "refuted", "It gives a prize of 5,000 euros and another of 4,000 euros, 35,000 euros in all."),
    ("en", "", "For 10bn euros, including debt of 6bn euros, and fees of 1bn euros, 12bn euros in all."),
    ("tr", "", "Şirket 10,5 milyar euro, 5,7 milyar euro borç dahil, toplamda 20 milyar euro ödeyecek."),
    ("tr", "refuted", "Hisseye 10,5 milyar euro, borca 5,7 milyar euro, toplamda 20 milyar euro."),
    ("ko", "", "가격은 880원부터 4980원으로 모두 5000원 이하다."),
    ("ko", "refuted", "가격은 봉투 880원, 상자 4980원으로 모두 5000원이다."),
    # A part that two get.
    ("nl", "", "Bij elkaar 140.000 euro: 55.000 voor de vader en 40.000 euro voor zowel moeder als broer."),
    ("nl", "refuted", "Bij elkaar 140.000 euro: 55.000 euro voor de vader en 40.000 euro voor de moeder."),
    ("de", "", "Zusammen 140.000 Euro: 60.000 Euro für den Vater und 40.000 Euro für beide Brüder."),
    ("ru", "", "Всего 140 000 евро: 60 000 евро отцу и по 40 000 евро обоим братьям."),
    # What stands between the parts of a sum, and is one of them.
    ("en", "", "It paid 5,653 euros, 50,000 euros, 113,064 euros (or 942 euros a month), 187,789 in all."),
    # A percentage that one amount has more than the other, and the amount itself in brackets.
    ("nl", "", "Een product van 100 euro kost met een heffing van 10 procent nu 110 euro."),
    ("nl", "refuted", "Een deel van 100 euro, 10 procent van de 110 euro, gaat naar de stad."),
    ("ko", "", "1만2630원이다. 주가가 16.41%(1780원) 올랐다."),
    # A share of the sum that is named right behind it, or before both.
    ("en", "supported", "It spent 2,269m euros, of which 1,973m euros, or 79.0% of the 2,496m euros due."),
    # Both ends of a range of percentages.
    ("en", "", "It pays 230,000 euros for a lost house. Damage (30% - 70%) is worth 70,000 euros."),
    # A share that a clause of its own tells, before another sum.
    ("en", "", "It bought it for 1.2bn euros. Its share of the market is 7%, and its sales are 101m euros."),
    # What is above another sum by an amount, and a percentage that this is of something else.
    ("en", "", "The budget is 3,286m euros. It spent more than a year before by 257m euros, or 5.6%."),
    # A multiple of one sum that is named before others of its text.
    ("ko", "", "총 1200억원을 발행한다. 2년물 700억원과 3년물 500억원이다. 당초 600억원에서 2배 증액했다."),
    ("ko", "refuted", "총 1200억원을 발행한다. 당초 600억원에서 3배 증액했다."),
    # Money that is more than that of before, and what it makes, in one sentence with another sum before it.
    ("ko", "", "5조원 늘렸다. 61조2469억원보다 5조478억원 많은 66조2947억원."),
    # A multiple told by a verb before the sum that was reached.
    ("tr", "", "770 milyar lira olan büyüklük, 5 yılda 3 kat artarak bu yıl 2 trilyon 148 milyar lira."),
    # A change of what the same two came to for a share, of two others, or one told of the two already.
    ("en", "", "Profit fell 3% to €351m or €2.16 a share, compared with €370m or €2.22 a share."),
    ("en", "refuted", "Profit fell 3% to €351m or €2.16 a share, compared with €370m or €2.42 a share."),
    ("de", "", "Es sank um 3 % auf 351 Mio. Euro (2,16 Euro je Aktie) von 370 Mio. Euro (2,22 Euro)."),
    ("de", "refuted", "Es sank um 3 % auf 351 Mio. Euro (2,16 Euro je Aktie) von 370 Mio. Euro."),
    ("en", "refuted", "Sales are 8.41bn euros, up 12.1% from 7.5bn, profit 611m, up 24% from 545m euros."),
    ("en", "refuted", "It made €1.74, against €1.16, and without fees profit rose 50% to €1.76 from €1.26."),
    ("en", "supported", "It lifts it by 2.1% from 5.17 euros to 5.28 euros or a 6% increase over 2019."),
    ("en", "refuted", "It lifts it from 5.17 euros to 5.28 euros or a 6% increase over 2019."),
    # A fall by an amount, and what percentage of the sum before it that is.
    ("en", "", "Debt fell by 13.7m euros. Cash from sales of 29.3m euros, a fall of 14.6m euros or 33.3%."),
    # The two ends of one range, and another that it became.
    ("en", "", "It rose by 6% from a range of 2.55 euros to 2.62 euros to one of 2.70 to 2.75 euros."),
    ("en", "refuted", "It lifted the price by 6% from 2.55 euros to 2.62 euros."),
    ("fr", "", "Le prix augmente de 6 % d’une fourchette de 2,55 à 2,62 euros à une de 2,70 à 2,75 euros."),
    ("de", "", "Der Preis steigt um 6 % von einer Spanne von 2,55 bis 2,62 Euro auf 2,70 bis 2,75 Euro."),
    # What only goes along with a time that something is compared with, in a sentence of its own, too.
    ("en", "", "Profit was 1.25bn euros, an increase of 2% compared to 2019 even with 270m euros of costs."),
    ("en", "", "Sales were 249.2m euros, up 6.5% versus last year with an operating profit of 26.9m euros."),
    ("en", "refuted", "Sales were 249.2m euros, up 6.5% versus last year with 26.9m euros."),
    ("en", "", "Profit was 139m euros, up 5% from last year that included 25m euros of insurance."),
    ("en", "", "It made 211m euros, a 14% increase over 2020. we spent 225m euros."),
    ("en", "", "Income rose 2.2m euros or 3% with one branch posting fees of 11.1m euros."),
    ("de", "", "Er lag bei 249 Mio. Euro, ein Plus von 6 % gegenüber 2019 trotz Kosten von 27 Mio. Euro."),
    ("de", "", "Er lag bei 249 Mio. Euro, ein Plus von 6 % gegenüber 2019 mit Kosten von 27 Mio. Euro."),
    ("de", "refuted", "Er lag bei 249 Mio. Euro, ein Plus von 6 % gegenüber dem Vorjahr mit 27 Mio. Euro."),
    ("fr", "", "Il atteint 249 M€, en hausse de 6 % par rapport à 2019 malgré 27 M€ de frais."),
    ("es", "", "Fue de 249 millones de euros, un 6 % más que en 2019 pese a costes de 27 millones de euros."),
    # A change that leaves something out, that is a mean of years, or that is none, but a rate.
    ("en", "", "Sales were 2,502m euros versus 2,668m euros in 2019, a fall of 7%, excluding one plant."),
    ("en", "refuted", "Excluding one plant, sales were 2,502m euros versus 2,668m euros, a fall of 7%."),
    ("en", "refuted", "Sales were 2,502m euros versus 2,668m euros in 2019, a fall of 7%, for one plant."),
    ("de", "", "Er sank von 2668 Mio. Euro auf 2502 Mio. Euro, ein Minus von 7 % exklusive der Zukäufe."),
    ("en", "", "It went from 206m euros in 2018 to 908m euros in 2021, averaging 114% over three years."),
    ("en", "refuted", "It went from 206m euros in 2018 to 908m euros in 2021, a rise of 114%."),
    ("pt", "", "Passou de 206 milhões de euros para 908 milhões de euros, em média 114% em três anos."),
    ("en", "", "It brings orders to over 700m euros on a win rate of 70% from our growing 7bn euros."),
    ("en", "refuted", "It brings orders to 700m euros with growth of 70% from our old 500m euros."),
    # A quarter, and a year, that are none of the figures.
    ("en", "supported", "It made 5.1m euros, against 3.9m euros, a quarter-over-quarter increase of 32%."),
    ("en", "", "Deals grew 19% in Q1 compared to Q1 '20 to 40.5m euros."),
    ("en", "", "Deals grew 19% from FY’20 to 40.5m euros."),
    ("en", "refuted", "Deals grew 19% from 20 to 40.5m euros."),
    # So often an amount, in a bracket.
    ("nl", "", "Er kwam 12 miljoen euro bij, en bij iedere overwinning (zes keer 2,7 miljoen euro)."),
    ("nl", "refuted", "Er kwam 12 miljoen euro bij, (zes keer meer dan 2,7 miljoen euro)."),
    # Another thought between a sum and what something is worth.
    ("nl", "", "55,37 dollar was genoeg voor de rekening, maar zij gaf een fooi: omgerekend zo'n 4500 euro."),
    ("nl", "refuted", "55,37 dollar was genoeg voor de rekening: omgerekend zo'n 4500 euro."),
    # What was and is, twice.
    ("en", "", "They cut his pay from $800 to $500 (about 765 euros to 478 euros)."),
    # A list of a sum over years and of another thing in a year; one that is near may be a slip.
    ("tr", "", "Kentte son 10 yılda 7,5 milyar lira yatırım, yıllık 6 milyar lira üretim yapıldı."),
    # Money of a month in another currency than a sum that the text has left long ago.
    ("en", "", f"It has 200bn dollars for ten years. {SPENT} {SPENT} {SPENT} That is 23 euros a month."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "verdict", "text"), CASES)
def test_it_is_told_otherwise(language: str, verdict: str, text: str, book: RateBook) -> None:
    found = check([Document("article", text, lang=language)], book=book, on=date(2025, 2, 24))
    verdicts = {each.finding.verdict for each in found.result.documents[0].claims}
    assert verdicts & {"refuted", "close"} == ({verdict} & {"refuted"}), text
    assert verdict in ("", "refuted") or verdict in verdicts


@pytest.mark.parametrize(
    ("dated", "verdict"), [("", "not_enough_info"), ("Updated 24 February 2025. ", "refuted")]
)
def test_in_a_text_of_unknown_date_nobody_knows_how_long_it_is_to_an_end(
    dated: str, verdict: str, book: RateBook
) -> None:
    text = f"{dated}It will spend 5bn euros by 2035. That is 300m euros a year."
    found = check([Document("article", text, lang="en")], book=book)
    assert [each.finding.verdict for each in found.result.documents[0].claims] == [verdict]
