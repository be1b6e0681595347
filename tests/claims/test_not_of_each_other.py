"""Kinds of sentences whose figures were held against each other wrongly, each with one that is still told to
be wrong: divisions by nothing, "nearly double", lows touched, things that each have a change of their own."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize(
    "text",
    [
        # a number, a price, a share, a multiple, a part that is nothing, or next to it
        "A dampers' fund has 36m euros. Each of the 0 boats costs 18m euros, 36m euros in all.",
        "Obras: 1983 y 1989, $ 1 $ 2 0 millones a la región.",
        "Sales of Orvane were $1.25bn, 0 times the $10bn of Tessel.",
        "Sales rose more than 0-fold to 1.60bn euros from 1.00bn euros.",
        "It pays nearly 0m euros for 25% of the firm, valuing it at 1.30bn euros.",
        "It paid 0m euros for 100% of Tessel. That values the firm at 3m euros.",
        "It raised $0bn in equity and $1bn in debt, $5bn in total.",
        "Roads get 0m euros, or 40% of the 0m euros.",
        "Roads get 5m euros, or 100% of 0.01m euros, and 0% of 5m euros.",
        "Sales rose 0% to 0m euros from 0m euros.",
        "It will spend 0m euros over 0 years, or 0m euros a year.",
        "Das Programm hat 0 Mio. Euro (0 Mio. Dollar).",
        "Записали 0 рублей за 0 акций, всего 0 рублей.",
    ],
)
def test_nothing_is_divided_by_nothing(text: str, checked) -> None:
    assert all(claim.finding.verdict for claim in checked(text))


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Profit was 38m euros, nearly double the 21m euros of the year before.", ["supported"]),
        ("Profit was 34m euros, nearly double the 21m euros of the year before.", ["supported"]),
        ("Profit was 22m euros, nearly double the 21m euros of the year before.", ["refuted"]),
        ("Profit was 148m euros, nearly double the 100m euros of the year before.", ["refuted"]),
        ("Profit was 149m euros, nearly double the 100m euros of the year before.", ["supported"]),
        ("Sales rose to 61m euros from 21m euros, almost triple.", ["supported"]),
        # true to the letter
        ("Profit was 22m euros, less than double the 21m euros of the year before.", []),
        (
            "El beneficio fue de 22 millones de euros, casi el doble de los 21 millones del año anterior.",
            ["refuted"],
        ),
        (
            "El beneficio fue de 39 millones de euros, casi el doble de los 21 millones del año anterior.",
            ["supported"],
        ),
        (
            (
                "Der Gewinn lag bei 22 Millionen Euro, fast doppelt so viel wie die 21 "
                "Millionen Euro im Vorjahr."
            ),
            ["refuted"],
        ),
        ("영업이익은 7900만원으로 작년 7800만원의 2배 가까운 수준이다.", ["refuted"]),
        ("영업이익은 1억5000만원으로 작년 7800만원의 2배 가까운 수준이다.", ["supported"]),
        ("利益は2200万円で、前年の2100万円の2倍近くだった。", ["refuted"]),
    ],
)
def test_nearly_a_multiple_is_near_it(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        # "for example"
        ("ارتفع سعر الخبز مثلا من 5 جنيهات إلى 6 جنيهات.", []),
        ("ارتفعت المبيعات إلى 50 مليون دولار من 40 مليون دولار، فمثلا زادت مبيعات النحاس.", []),
        ("ارتفعت المبيعات إلى 50 مليون دولار من 40 مليون دولار، أي بنسبة 35%.", ["refuted"]),
        # weakness, and the first half
        ("ارتفع النحاس إلى 1320 دولارا من 1300 دولار بسبب ضعف الدولار.", []),
        ("ارتفعت الأرباح بالنصف الأول إلى 5.1 مليون درهم مقارنة مع 3.4 مليون درهم.", []),
        # twenty times as much, in a spelling of its own
        (
            "تضاعفت الودائع أكثر من عشرين ضِعفاً لتصل إلى 23.1 مليون دولار، مقارنة بـ1.1 مليون دولار.",
            ["supported"],
        ),
        # thousands of millions
        ("تضاعفت الصادرات 60 مرة من 100 مليون دينار إلى 6 ألاف مليون دينار.", ["supported"]),
        # the price of a thousand
        ("ارتفع سعر الطوب من 530 جنيها للألف إلى 670 جنيها بنسبة زيادة 26.4%.", ["supported"]),
        ("ارتفع سعر الطوب من 530 جنيها للألف إلى 670 جنيها بنسبة زيادة 36.4%.", ["refuted"]),
    ],
)
def test_arabic_words_are_read_for_what_they_are(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text, lang="ar")] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (
            (
                "تراجع النحاس 0.2 بالمئة إلى 928.10 دولار بعدما لامس أدنى مستوى منذ التاسع من "
                "أكتوبر عند 924.50 دولار."
            ),
            [],
        ),
        ("تراجع النحاس 0.2 بالمئة إلى 928.10 دولار من 924.50 دولار.", ["refuted"]),
        ("El cobre cayó un 0,2 % a 928,10 euros tras tocar un mínimo desde octubre de 924,50 euros.", []),
        ("El cobre cayó un 0,2 % a 928,10 euros desde los 924,50 euros de octubre.", ["refuted"]),
        ("O cobre caiu 0,2% para 928,10 euros após tocar uma mínima desde outubro de 924,50 euros.", []),
        ("Copper fell 0.2% to 928.10 euros after touching its lowest since October of 924.50 euros.", []),
        ("Copper fell 0.2% to 928.10 euros from 924.50 euros on Friday.", ["refuted"]),
    ],
)
def test_a_low_that_was_touched_is_no_base(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (
            "Spending will rise 7% to 1,106m euros against revenue of 978m euros, up 11% from 2018.",
            [],
        ),
        ("Spending will rise 7% to 1,106m euros against 978m euros in 2017.", ["refuted"]),
        ("Profit rose 20% to 105m euros from a profit of 100m euros, with sales up 3%.", ["refuted"]),
        (
            (
                "Die Ausgaben steigen um 7 Prozent auf 1106 Millionen Euro, gegenüber Einnahmen "
                "von 978 Millionen "
                "Euro, einem Plus von 11 Prozent."
            ),
            [],
        ),
        (
            (
                "Die Ausgaben steigen um 7 Prozent auf 1106 Millionen Euro, gegenüber Ausgaben "
                "von 978 Millionen "
                "Euro im Vorjahr."
            ),
            ["refuted"],
        ),
        (
            (
                "La spesa salirà del 7% a 1.106 milioni di euro, contro entrate per 978 milioni di euro, in "
                "crescita dell'11%."
            ),
            [],
        ),
        (
            (
                "Les dépenses augmenteront de 7% à 1.106 millions d'euros, contre des recettes "
                "de 978 millions "
                "d'euros, en hausse de 11%."
            ),
            [],
        ),
    ],
)
def test_two_things_each_have_a_change_of_their_own(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (
            (
                "جدد الاتحاد عقده لخمس مواسم (2019 إلى 2024) مقابل 4.5 مليارات يورو، أي ما "
                "يعادل 900 مليون يورو في الموسم."
            ),
            ["supported"],
        ),
        ("It extended its contract for five seasons for 4.5bn euros, or 700m euros a season.", ["refuted"]),
        # milliards of millimes
        ("تبلغ كلفة الخبز يوميا 300 ألف دينار تونسي أي ما يعادل 109 مليارات سنويا.", ["supported"]),
        # another amount, and no total
        ("The benefit is 1,500 euros a month for 24 months, or 1,900 euros if the child is ill.", []),
        ("The benefit is 1,500 euros a month for 24 months, or 30,000 euros.", ["refuted"]),
        ("Die Hilfe beträgt 1500 Euro monatlich für 24 Monate oder 1900 Euro, wenn das Kind krank ist.", []),
        ("Die Hilfe beträgt 1500 Euro monatlich für 24 Monate oder 30.000 Euro.", ["refuted"]),
        ("La ayuda será de 1.500 euros al mes durante 24 meses o 1.900 euros si el niño está enfermo.", []),
        ("Zasiłek wyniesie 1500 zł miesięcznie na 24 miesiące lub 1900 zł, jeżeli dziecko jest chore.", []),
    ],
)
def test_each_year_and_month_is_held_against_its_own_total(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        # a day's fine, or the most there may be
        ("It faces fines of $310,000 a day, or up to 125 million euros.", []),
        ("It faces fines of $310,000 a day, or 125 million euros a day.", ["refuted"]),
        ("Es drohen 310.000 Dollar pro Tag oder bis zu 125 Millionen Euro.", []),
        # a whole sentence lies between
        ("That is 37m euros for growers. Separately there is insurance. That is 1.2bn zlotys.", []),
        ("Growers get 37m euros. That is 1.2bn zlotys.", ["refuted"]),
        (
            (
                "To 37 mln euro dla sadowników. Niezależnie od tego mamy ubezpieczenia. To jest "
                "1,2 mld złotych."
            ),
            [],
        ),
        ("Sadownicy dostaną 37 mln euro. To jest 1,2 mld złotych.", ["refuted"]),
        # a point that parts decimals
        ("Das Werk kostet 2 Milliarden Schilling (145.346 Millionen Euro).", ["supported"]),
        ("Das Werk kostet 2 Milliarden Schilling (185.346 Millionen Euro).", ["refuted"]),
        ("Das Werk kostet 2 Milliarden Schilling (145 Milliarden Euro).", ["refuted"]),
        # pesos of which land, nobody says
        ("Ventas por $43.129 millones (US$ 7 millones).", []),
        ("Ventas por $2.000 millones de pesos mexicanos (US$ 150 millones).", ["refuted"]),
        # the sum right before the bracket, and the letters of a sign glued to a word
        (
            "390 bin frank ceza ve 130 milyon frangın ise (144 milyon dolar) iadesine karar verildi.",
            ["supported"],
        ),
        (
            "390 bin frank ceza ve 130 milyon frangın ise (190 milyon dolar) iadesine karar verildi.",
            ["refuted"],
        ),
        ("Para cadaR$ 3.000,00 (três mil reais) em compras, o cliente receberá 01 cupom.", []),
    ],
)
def test_only_the_same_money_converts(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Para o fechamento de 2026, a taxa de câmbio ficou em R$ 6,00 por dólar.", []),
        ("Na segunda-feira, a taxa de câmbio ficou em R$ 6,00 por dólar.", ["refuted"]),
        ("For the end of 2026 the rate stayed at R$6.00 per dollar.", []),
        ("On Monday the rate stayed at R$6.00 per dollar.", ["refuted"]),
    ],
)
def test_a_rate_to_come_is_none_of_the_day(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text, on=date(2025, 2, 24))] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (
            (
                "Der Verband hat 27 Millionen Euro. Er gibt mehr für Werbung aus (2,175 "
                "Millionen Euro oder 13 % des "
                "Gesamtbudgets) als für Prüfungen (Kontrollen: 1,692 Millionen Euro oder 10 % "
                "des Gesamtbudgets)."
            ),
            [],
        ),
        (
            (
                "ارتفعت الاستثمارات إلى 1.408 تريليون ريال سعودي. ونمت الاستثمارات بنسبة 8.9%، "
                "بما يعادل 114.97 مليار ريال."
            ),
            [],
        ),
    ],
)
def test_a_share_is_one_of_its_own_whole(text: str, verdicts: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == verdicts


@pytest.mark.parametrize(
    ("total", "accused"),
    [("1,900", False), ("2,260", False), ("3,600", True), ("33,000", True), ("36,000", False)],  # 24 x 1,500
)
def test_a_sum_after_or_that_is_no_slip_of_all_months_is_of_another_month(
    total: str, accused: bool, checked
) -> None:
    text = f"The grant is 1,500 euros a month for 24 months, or {total} euros if the child is disabled."
    assert ("refuted" in [claim.finding.verdict for claim in checked(text)]) is accused
