"""Changes, shares, products and a year's money that fail, and are of something else than what is nearest."""

from datetime import date

import pytest

ON = date(2024, 5, 2)

# (language, text in which nothing is accused, text alike in which something is)
PAIRS = [
    # the change is that of the pair of the next sentence
    (
        "en",
        ("Pay at Norvik went from 5,700 to 9,000 euros. Spending there rose 86%. The average went from 4,900 "
        "euros to 9,114 euros."),
        ("Pay at Norvik went from 5,700 to 9,000 euros. Spending there rose 86%. The average went from 4,900 "
        "euros to 7,114 euros."),
    ),
    (
        "fr",
        ("La paie est passée de 5 700 à 9 000 euros. La dépense a augmenté de 86 %. La moyenne est passée de "
        "4 900 euros à 9 114 euros."),
        ("La paie est passée de 5 700 à 9 000 euros. La dépense a augmenté de 86 %. La moyenne est passée de "
        "4 900 euros à 7 114 euros."),
    ),
    # the whole has a share of its own, with which the part's agrees
    (
        "en",
        "Savers bought 10.2bn euros, a share of 85%; of these, women bought 5.04bn euros, a share of 42%.",
        "Savers bought 10.2bn euros, a share of 85%; of these, women bought 5.04bn euros, a share of 35%.",
    ),
    (
        "zh",
        "散户买入102亿元，占比85%；其中，女性买入50.4亿元，占比42%。",
        "散户买入102亿元，占比85%；其中，女性买入50.4亿元，占比35%。",
    ),
    # a rise that led to the price right behind it
    (
        "zh",
        "诺维克增持250万股，每股作价40港元，总金额约1亿港元。截至收盘涨8.03%，报42.4港元，成交额8591万港元。",
        None,
    ),
    # what is told to have changed before, and what changes now
    (
        "en",
        "In the north, where the wage doubled last year, it will go from 176 to 185 pesos.",
        "In the north the wage doubled last year, from 176 to 185 pesos.",
    ),
    (
        "es",
        "En el norte, donde el año pasado se duplicó el salario, pasará de 176 a 185 pesos.",
        "En el norte el salario se duplicó, de 176 a 185 pesos.",
    ),
    (
        "fr",
        "Au nord, où le salaire a doublé l'an dernier, il passera de 176 à 185 pesos.",
        "Au nord, le salaire a doublé, de 176 à 185 pesos.",
    ),
    # what doubles, though that be a cut
    ("en", "Their tax cuts double from $530 to $1,080.", "Their tax cuts double from $530 to $880."),
    # another thing after "while"
    (
        "en",
        ("Profit rose 48% year-over-year to $599 million, while free cash flow for 2023 hit a massive $2.1 "
        "billion."),
        "Profit rose 48% to $599 million, while in 2023 it was $550 million.",
    ),
    (
        "en",
        "Noria coins soared from $91,000 to $102,000, while others saw even more, with some rising by 30%.",
        "Noria coins soared from $91,000 to $102,000, rising by 30%.",
    ),
    # a percentage by which a tax is called
    (
        "en",
        "It raised the threshold for the 32.5 per cent income tax bracket from $87,000 to $90,000.",
        "It raised the threshold by 32.5 per cent from $87,000 to $90,000.",
    ),
    # another percentage of the same text makes the change
    (
        "en",
        ("The share has declined nearly 25 percent. Profit dropped 32.8 percent to 33.20m euros, down from "
        "49.40m euros a year ago."),
        "Profit dropped 22.8 percent to 33.20m euros, down from 49.40m euros a year ago.",
    ),
    # what the sum of before had grown by itself
    (
        "en",
        ("The network will cost £10 billion. Last year the ministry put it at £9.3 billion, an increase of "
        "£3.1 billion on the first estimates. Its 302,000 users pay £33,113 each."),
        None,
    ),
    # what a sum a year is to bring
    (
        "en",
        "It will invest 100 million euros annually with a view to driving sales of 1 billion euros by 2028.",
        None,
    ),
    # what comes on top of the price, and sales that are more than of one thing
    (
        "en",
        "It bought back 3,300 shares at 4.90 yuan per share plus interest, paying a total of 17,500 yuan.",
        "It bought back 3,300 shares at 4.90 yuan per share, paying a total of 17,500 yuan.",
    ),
    (
        "en",
        ("Revenue edged up to $18.2 billion. Norvik received an average of $103 a tonne for the 192 million "
        "tonnes of ore it shipped."),
        None,
    ),
    # off a record, what was foreseen, and what a person owns
    (
        "en",
        "Gas lost 2.49% to $2.4520 today.\n\n--Off 52.25% from its record high of $5.1354 hit in 2022",
        None,
    ),
    (
        "en",
        ("Loans stood at 5.13 trillion yuan. It beat the 4.3 trillion yuan anticipated by economists, "
        "and surpassed the prior record of 4.92 trillion yuan."),
        "Loans stood at 4.13 trillion yuan. That surpassed the prior record of 4.92 trillion yuan.",
    ),
    ("en", "She sold 51 percent of Norvik for $600 million. She has a net worth of $900 million.", None),
    # a plan's price, and what falls in another league
    (
        "en",
        ("A user can make 20 clips per month for $9.99. That compares with 50 videos for $20 per month with "
        "the basic plan, and a $200 plan for longer ones."),
        None,
    ),
    # what falls by so much itself
    (
        "en",
        (
            "The ban will cost the economy £11 billion this year, or £32 million a day. Visitors spent £3.8 "
            "billion in 2019, but that will fall by £3.1 billion."
        ),
        None,
    ),
    # a number that is no amount, beside what it is compared with
    (
        "fr",
        (
            "Les frais sont passés de 526.190 à 443.402 euros, une baisse de 15,73 %. La réception a coûté "
            "405.613 euros en 2018 contre 468.143 en 2017, soit une baisse de 13,36 %."
        ),
        None,
    ),
    # whose budget it is
    (
        "en",
        "The state grants 90m euros over six years. The hospital's annual budget is 21m euros, he said.",
        "The state grants 90m euros over six years. That is 21m euros a year, he said.",
    ),
    (
        "fr",
        "L'État donne 90 millions d'euros sur six ans. Le budget annuel du port est de 21 millions d'euros.",
        "L'État donne 90 millions d'euros sur six ans. Cela fait 21 millions d'euros par an.",
    ),
    # of the sum of its own sentence that it fits
    (
        "en",
        "It has 2.6bn euros, more than the 2.08bn euros of the last four-year plan, some 650m euros a year.",
        "It has 2.6bn euros over four years, some 550m euros a year.",
    ),
    (
        "zh",
        "四年方案共安排资金26亿元，超过上一轮四年方案的20.8亿元，年均约6.5亿元。",
        "四年方案共安排资金26亿元，年均约5.5亿元。",
    ),
    # what is more than before is not of before
    (
        "nl",
        (
            "Voor 210 miljoen euro neemt Zuidhorn een belang van 30 procent in Norvik, dat daarmee op 700 "
            "miljoen euro wordt gewaardeerd. Norvik legt in vijf jaar voor 340 miljoen aan leidingen aan, "
            "meer dan onder de twee vorige plannen bij elkaar. Een vijfde van het bedrag, 68 "
            "miljoen, gaat naar Enschede."
        ),
        None,
    ),
    # the season of another club, which is no slip by ten
    (
        "ru",
        (
            "Клуб получит 439 млн долларов за три года. В понедельник «Норвик» расторг контракт, который "
            "оценивается примерно в $16 млн за сезон."
        ),
        None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "right", "wrong"), PAIRS)
def test_what_is_of_something_else_is_not_accused(lang: str, right: str, wrong: str | None, checked) -> None:
    assert [found.said for found in checked(right, ON, lang=lang) if found.finding.verdict == "refuted"] == []
    if wrong is not None:
        assert [found for found in checked(wrong, ON, lang=lang) if found.finding.verdict == "refuted"] != []
