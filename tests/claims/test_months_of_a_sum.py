"""What a month has of a sum that is for some months or for one year, what many get who each get little, and
what a price told in two currencies makes a firm worth."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2024, 9, 4)
HOLDS, FAILS = {"supported", "close"}, {"refuted"}


@pytest.mark.parametrize(
    ("lang", "kind", "holds", "text"),
    [
        (
            "en", "annual_amount", True,
            "The fund gives 150m euros to dairy farms. It will be paid over ten months, with 15m a month.",
        ),
        (
            "en", "annual_amount", False,
            "The fund gives 150m euros to dairy farms. It will be paid over ten months, with 24m a month.",
        ),
        (
            "de", "annual_amount", True,
            ("Der Fonds gibt 150 Millionen Euro. Ausgezahlt wird das Geld über zehn Monate mit 15 "
            "Millionen pro Monat."),
        ),
        (
            "de", "annual_amount", False,
            ("Der Fonds gibt 150 Millionen Euro. Ausgezahlt wird das Geld über zehn Monate mit 24 "
            "Millionen pro Monat."),
        ),
        (
            "pl", "annual_amount", True,
            "Fundusz da 220 mln zł. Kwota będzie wypłacana przez 11 miesięcy, po 20 mln zł miesięcznie.",
        ),
        (
            "pl", "annual_amount", False,
            "Fundusz da 220 mln zł. Kwota będzie wypłacana przez 11 miesięcy, po 26 mln zł miesięcznie.",
        ),
        (
            "ru", "annual_amount", True,
            "Фонд выделит 150 млн рублей. Деньги выплатят за десять месяцев, по 15 млн рублей в месяц.",
        ),
        (
            "ru", "annual_amount", False,
            "Фонд выделит 150 млн рублей. Деньги выплатят за десять месяцев, по 24 млн рублей в месяц.",
        ),
        (
            "zh", "annual_amount", True,
            "该基金将拨款1.5亿元。款项分十个月支付，每月1500万元。",
        ),
        (
            "zh", "annual_amount", False,
            "该基金将拨款1.5亿元。款项分十个月支付，每月2400万元。",
        ),
        (
            "it", "annual_amount", True,
            ("Il ponte costerà 740 milioni di euro. Il cantiere durerà 20 mesi e brucerà in media 37 "
            "milioni al mese."),
        ),
        (
            "nl", "annual_amount", True,
            ("De fabriek kost 75 miljoen euro. De bouw duurt anderhalf jaar en kost daarmee 4,2 miljoen "
            "per maand."),
        ),
        (
            "fi", "annual_amount", True,
            ("Rahastolla on ensi vuonna 39 miljoonaa euroa, kun tänä vuonna rahaa on 46 miljoonaa. "
            "Leikkaus on 15 prosenttia. Kuukaudessa rahasto voi käyttää 3,25 miljoonaa."),
        ),
        (
            "fi", "annual_amount", False,
            ("Rahastolla on ensi vuonna 39 miljoonaa euroa, kun tänä vuonna rahaa on 46 miljoonaa. "
            "Leikkaus on 15 prosenttia. Kuukaudessa rahasto voi käyttää 4,2 miljoonaa."),
        ),
        (
            "hi", "annual_amount", True,
            "विभाग को वित्त वर्ष 2024-25 में 310 करोड़ रुपये मिलेंगे, मतलब हर महीने करीब 25.8 करोड़।",
        ),
        (
            "fr", "product", False,
            ("Une prime de 450 euros sera versée aux 62 000 ménages de la ville. Coût de la mesure : 44,6 "
            "millions d'euros."),
        ),
        (
            "fr", "product", True,
            ("Une prime de 450 euros sera versée aux 62 000 ménages de la ville. Coût de la mesure : 27,9 "
            "millions d'euros."),
        ),
        (
            "ko", "product", True,
            (
                "이사회는 1주당 700원의 현금배당을 결의했다."
                " 배당 대상 주식이 5000만주여서 배당금 총액은 350억원이다."
            ),
        ),
        (
            "ko", "product", False,
            (
                "이사회는 1주당 700원의 현금배당을 결의했다."
                " 배당 대상 주식이 5000만주여서 배당금 총액은 560억원이다."
            ),
        ),
        (
            "ja", "product", True,
            "年間配当は1株あたり60円とする。発行済み株式数は1億株のため、配当総額は60億円になる。",
        ),
        (
            "sv", "valuation", False,
            ("För 20 procent av aktierna betalar fonden 30 miljoner euro, omkring 344 miljoner kronor, "
            "vilket ger hela bolaget ett värde på 180 miljoner euro."),
        ),
        (
            "sv", "valuation", True,
            ("För 20 procent av aktierna betalar fonden 30 miljoner euro, omkring 344 miljoner kronor, "
            "vilket ger hela bolaget ett värde på 150 miljoner euro."),
        ),
        (
            "ko", "valuation", True,
            (
                "다온파트너스가 새벽마켓의 지분 35%를 4200억원에 인수한다."
                " 이를 기준으로 한 기업가치는 1조2000억원이다."
            ),
        ),
        (
            "pl", "valuation", False,
            ("Drewlux sprzedał 18 proc. akcji czeskiemu funduszowi za 126 mln zł. Przy takiej cenie cała "
            "spółka warta jest 480 mln zł."),
        ),
        (
            "pl", "valuation", True,
            ("Drewlux sprzedał 18 proc. akcji czeskiemu funduszowi za 126 mln zł. Przy takiej cenie cała "
            "spółka warta jest 700 mln zł."),
        ),
        (
            "fr", "valuation", False,
            ("En cédant 8 % de son capital contre 176 millions d'euros, Aquaflex se voit valorisée à 3,5 "
            "milliards d'euros."),
        ),
        (
            "fr", "valuation", True,
            ("En cédant 8 % de son capital contre 176 millions d'euros, Aquaflex se voit valorisée à 2,2 "
            "milliards d'euros."),
        ),
    ],
)  # fmt: skip
def test_what_holds_and_what_fails(checked, lang: str, kind: str, holds: bool, text: str) -> None:
    verdicts = [each.finding.verdict for each in checked(text, DAY, lang=lang) if each.claim.kind == kind]
    assert set(verdicts) & (HOLDS if holds else FAILS)
    assert not set(verdicts) & (FAILS if holds else HOLDS)


@pytest.mark.parametrize(
    "text",
    [
        "The council sets aside 84m euros for roads next year. Buses alone are paid 9m euros a month.",
        "The museum gets 84m euros next year. Its shop counts 9 million a month.",
        "A grant of 450,000 euros goes to the 62 schools. The programme costs 40m euros in all.",
        "The council sets aside 84m euros for roads next year. The church spends 9m a month on bells.",
        "The town has 90,000 euros in all. A bus ride costs 3 euros. It is home to 20,000 people.",
    ],
)
def test_other_money_accuses_nobody(checked, text: str) -> None:
    assert not any(each.finding.verdict == "refuted" for each in checked(text, DAY, lang="en"))
