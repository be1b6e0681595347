"""Figures beside each other that are of different things accuse nobody; wrong ones of one thing do."""

from __future__ import annotations

import pytest


@pytest.fixture
def verdicts(checked):
    return lambda lang, text: {each.finding.verdict for each in checked(text, lang=lang)}


SILENT = [
    (
        "en",
        (
            "The deal covers 3 million shares at $4 each and 3 million shares at $6 each, "
            "representing up to $30 million."
        ),
    ),
    (
        "de",
        (
            "Porvik kauft 200 Busse zu je 400.000 Euro und 100 Bahnen zu je 900.000 Euro, insgesamt "
            "170 Millionen Euro."
        ),
    ),
    (
        "en",
        "Norvek mined 40,000 ounces at a cost of $900/oz, generating $25 million in net income.",
    ),
    (
        "zh",
        "公司花掉6.2亿美元，其中4.2亿用来给600个员工开工资，平均每人70万美元。",
    ),
    (
        "en",
        "Helvin sold 640 tonnes at 25 euros/kg, a total of 16 million euros.",
    ),
    (
        "th",
        "จำนวน 640 ตัน ราคาเฉลี่ย 25 บาท/กิโลกรัม คิดเป็นมูลค่า 16,000,000 บาท",
    ),
    (
        "en",
        "Porvik raised the price of Norvek 34 times since 1996 from $21 to $275.",
    ),
    (
        "en",
        "Analysts cut their target price on 8X8 from $23.00 to $22.00.",
    ),
    (
        "en",
        "Analysts cut their target price on 10x Helvin from $23.00 to $22.00.",
    ),
    (
        "en",
        (
            "Helvin has achieved savings of 63 per cent as well as reduced its IT cost per employee "
            "from $2,900 to $2,100."
        ),
    ),
    (
        "en",
        (
            "Helvin has achieved savings of 63 per cent and reduced its IT cost per employee from "
            "$2,900 to $2,100."
        ),
    ),
    (
        "es",
        "El precio pasa de 180.000 euros a 390.000 euros más el 20 por ciento.",
    ),
    (
        "en",
        "The price goes from 180,000 euros to 390,000 euros plus 20 percent.",
    ),
    (
        "es",
        "Pagó 60 euros por día, que multiplicado por cuatro son 240 euros.",
    ),
    (
        "es",
        (
            "Cerramos agosto con un superávit de 12.600 millones de euros, un 78 por ciento superior "
            "al mismo tiempo del año pasado, que cerramos con 13.000 millones de euros."
        ),
    ),
    (
        "es",
        (
            "Porvik ganó 1500 millones de euros; Helvin, 830 millones de euros, y Norvek, 480 "
            "millones de euros, que significa un total de 2860 millones de euros."
        ),
    ),
    (
        "en",
        (
            "Porvik made 1,500 million euros; Helvin, 830 million euros, and Norvek, 480 million "
            "euros, a total of 2,860 million euros."
        ),
    ),
    (
        "zh",
        (
            "项目花了170亿美元。一家给了10亿美元；另一家只给了4.2亿。但10亿加上4.2亿，还不到170亿美元"
            "的十分之一。"
        ),
    ),
]
REFUTED = [
    (
        "en",
        "The deal covers 3 million shares at $4 each, a total of $18 million.",
    ),
    (
        "de",
        "Porvik kauft 200 Busse zu je 400.000 Euro, insgesamt 120 Millionen Euro.",
    ),
    (
        "en",
        "Norvek bought 40,000 vans at a cost of $900 each, spending $25 million in total.",
    ),
    (
        "zh",
        "公司花掉6.2亿美元给600个员工开工资，平均每人70万美元。",
    ),
    (
        "th",
        "จำนวน 640 ตัน ราคาเฉลี่ย 25,000 บาท/ตัน คิดเป็นมูลค่า 22,000,000 บาท",
    ),
    (
        "en",
        "Porvik raised the price of Norvek 34 times from $21 to $275.",
    ),
    (
        "en",
        "The price goes from 180,000 euros to 390,000 euros, up 20 percent.",
    ),
    (
        "es",
        "El precio pasa de 180.000 euros a 390.000 euros, un 20 por ciento más.",
    ),
    (
        "es",
        (
            "Helvin ganó 830 millones de euros, y Norvek, 480 millones de euros, que significa un "
            "total de 1860 millones de euros."
        ),
    ),
    (
        "en",
        ("Helvin made 830 million euros, and Norvek 480 million euros, a total of 1,860 million euros."),
    ),
    (
        "zh",
        "项目花了170亿美元。一家给了4.2亿，是170亿美元的十分之一。",
    ),
    (
        "en",
        ("Porvik could save 55 billion dollars in the coming ten years. That is 7 billion dollars annually."),
    ),
]


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_what_is_of_different_things_accuses_nobody(lang: str, text: str, verdicts) -> None:
    assert "refuted" not in verdicts(lang, text)


@pytest.mark.parametrize(("lang", "text"), REFUTED)
def test_what_is_told_of_one_thing_does(lang: str, text: str, verdicts) -> None:
    assert "refuted" in verdicts(lang, text)


BEFORE_MONEY = [
    (
        "en",
        ("They invested $12.5 million for a 20% stake. The round values the company at $50 million{}."),
        "",
    ),
    (
        "en",
        "They paid $12.5 million for 20% of Porvik, valuing it at $50 million{}.",
        " before the new money",
    ),
    (
        "de",
        (
            "Sie kaufte für 12,5 Millionen Dollar 20 Prozent. In dieser Finanzierungsrunde wird "
            "Porvik mit 50 Millionen Dollar bewertet{}."
        ),
        "",
    ),
    (
        "zh",
        "共投资12.5亿美元，购入Porvik约20%股权。这轮融资对Porvik的估值约50亿美元{}。",
        "",
    ),
]


@pytest.mark.parametrize(("lang", "text", "words"), BEFORE_MONEY)
def test_a_firm_may_be_valued_without_the_new_money(lang: str, text: str, words: str, verdicts) -> None:
    assert verdicts(lang, text.format(words)) == {"supported"}


def test_a_firm_bought_into_is_not(verdicts) -> None:
    assert "refuted" in verdicts("en", "They pay $12.5 million for 20% of Porvik, valuing it at $50 million.")
    said = "They paid $12.5 million for 20% of Porvik, valuing it at $47 million{}."
    assert "refuted" in verdicts("en", said.format(""))
    assert "refuted" not in verdicts("en", said.format(" pre-money"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profit rose 60% to $3bn from $2bn.", {"supported"}),
        ("Sales rose 4% to $6bn from $6bn.", set()),
        ("Sales rose 10% to $1bn from $1.2bn.", set()),
        ("Porvik spent $1bn, a third of the $3bn.", {"supported"}),
        ("Porvik spent $1m, or 90% of the $1.13m.", {"supported"}),
        ("Porvik spent $1m, or 48% of the $1.13m.", set()),
    ],
)
def test_what_only_the_width_of_rounding_lets_fit_is_not_told(
    text: str, expected: set[str], verdicts
) -> None:
    assert verdicts("en", text) == expected


def test_a_gap_has_two_wholes(verdicts) -> None:
    text = "A clerk earns $86,119. One there earns $115,586. That is a gap of nearly $30,000, or {} percent."
    assert "refuted" not in verdicts("en", text.format("about 35"))
    assert "refuted" not in verdicts("en", text.format("26"))


@pytest.mark.parametrize(
    ("text", "refuted"),
    [
        ("Sales fell by $1.82bn to $86.78bn from $90.07bn.", True),
        ("Oil fell $1.82 to $86.78 a barrel, retreating further from the $90.07 record.", False),
        ("Income was $1.78bn, compared with $1.90bn a year ago, including a gain of 15 cents.", False),
        ("Alfa is worth $469bn. The drop took $40bn from the worth of Beta, bringing it to $833bn.", False),
    ],
)
def test_a_difference_stands_beside_its_two_sums(text: str, refuted: bool, verdicts) -> None:
    assert ("refuted" in verdicts("en", text)) == refuted


@pytest.mark.parametrize(
    ("text", "refuted"),
    [
        ("The fund bought 50% of Porvik for $175m. The deal values the whole firm at $500m.", True),
        ("Turned down for 50% at $175m, Porvik, with its whole range of soaps, is worth $500m.", False),
    ],
)
def test_a_worth_follows_from_its_price(text: str, refuted: bool, verdicts) -> None:
    assert ("refuted" in verdicts("en", text)) == refuted
