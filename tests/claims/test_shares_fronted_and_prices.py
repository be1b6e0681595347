"""Shares that a verb takes for an amount a sentence begins with, or that a verb ends; prices and worths."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2024, 10, 15)
HOLDS, FAILS = {"supported", "close"}, {"refuted"}

TOLD = [
    (
        "en",
        (
            "The ministry will spend 900m euros on transport over six years. The largest item "
            "is the northern bypass at 360m euros, which takes {} of the money."
        ),
        "40 per cent",
        "55 per cent",
    ),
    (
        "de",
        (
            "Das Ministerium gibt in sechs Jahren 900 Millionen Euro für Verkehr aus. Mit 360 "
            "Millionen Euro fließen {} des Geldes in Straßen."
        ),
        "zwei Fünftel",
        "zwei Drittel",
    ),
    (
        "de",
        (
            "Das Ministerium gibt in sechs Jahren 900 Millionen Euro für Verkehr aus. Größter "
            "Posten ist die Nordumgehung mit 360 Millionen Euro, die {} des Geldes verschlingt."
        ),
        "40 Prozent",
        "55 Prozent",
    ),
    (
        "fr",
        (
            "Le ministère consacrera 900 millions d'euros aux transports en six ans. Avec 360 "
            "millions d'euros, les routes absorbent {} de l'enveloppe."
        ),
        "40 %",
        "55 %",
    ),
    (
        "es",
        (
            "El ministerio destinará 900 millones de euros al transporte en seis años. Con 360 "
            "millones de euros, las carreteras se llevan el {} del dinero."
        ),
        "40 %",
        "55 %",
    ),
    (
        "it",
        (
            "Il ministero spenderà 900 milioni di euro per i trasporti in sei anni. Con 360 "
            "milioni di euro, le strade assorbono il {} delle risorse."
        ),
        "40 per cento",
        "55 per cento",
    ),
    (
        "nl",
        (
            "Het ministerie trekt in zes jaar 900 miljoen euro uit voor vervoer. Met 360 "
            "miljoen euro gaat {} van het geld naar wegen."
        ),
        "twee vijfde",
        "twee derde",
    ),
    (
        "cs",
        (
            "Ministerstvo vydá na dopravu 900 milionů korun během šesti let. Největší položkou "
            "je obchvat za 360 milionů korun, který si ukousne {} peněz."
        ),
        "40 procent",
        "55 procent",
    ),
    (
        "ro",
        (
            "Ministerul va cheltui 900 de milioane de lei pentru transport în șase ani. Cu 360 "
            "de milioane de lei, drumurile absorb {} din bani."
        ),
        "40%",
        "55%",
    ),
    (
        "no",
        (
            "Departementet bruker 900 millioner kroner på transport over seks år. Med 360 "
            "millioner kroner tar veiene {} av potten."
        ),
        "40 prosent",
        "55 prosent",
    ),
    (
        "hi",
        ("मंत्रालय छह साल में परिवहन पर 900 करोड़ रुपये खर्च करेगा। सड़कों को 360 करोड़ रुपये यानी {} मिलेंगे।"),
        "40 प्रतिशत",
        "55 प्रतिशत",
    ),
    (
        "zh",
        "该公司今年研发预算为3.6亿元，占营业收入9亿元的{}。",
        "40%",
        "55%",
    ),
    (
        "ja",
        "省は6年間で交通に900億円を投じる。道路には360億円、全体の{}を充てる。",
        "4割",
        "6割",
    ),
    (
        "de",
        (
            "40 Schulküchen werden erneuert, jede mit pauschal 500.000 Euro. Das Ministerium "
            "veranschlagt die Kosten auf {}."
        ),
        "20 Millionen Euro",
        "26 Millionen Euro",
    ),
    (
        "fr",
        "La ville achète 40 bus à 500 000 euros pièce, soit {}.",
        "20 millions d'euros",
        "26 millions d'euros",
    ),
    (
        "sv",
        "Staden köper 40 bussar à 500 000 kronor. Notan hamnar på {}.",
        "20 miljoner kronor",
        "26 miljoner kronor",
    ),
    (
        "da",
        "Byen køber 40 busser à 500.000 kroner, i alt {}.",
        "20 millioner kroner",
        "26 millioner kroner",
    ),
    (
        "no",
        "Byen kjøper 40 busser à 500.000 kroner, noe som beløper seg til {}.",
        "20 millioner kroner",
        "26 millioner kroner",
    ),
    (
        "no",
        "Ordningen skal dekke 40.000 bøker til 500 kroner eksemplaret, altså {}.",
        "20 millioner kroner",
        "26 millioner kroner",
    ),
    (
        "ar",
        ("ستشتري المدينة 40 حافلة بسعر 500 ألف ريال للحافلة الواحدة، وبكلفة إجمالية تصل إلى {}."),
        "20 مليون ريال",
        "26 مليون ريال",
    ),
    (
        "vi",
        ("Mỗi hộ được hỗ trợ 50 triệu đồng. Với 400 hộ trong danh sách, tổng kinh phí lên tới {}."),
        "20 tỷ đồng",
        "26 tỷ đồng",
    ),
    (
        "fr",
        (
            "La société cède 20 % de ses actions moyennant 30 millions d'euros, ce qui donne "
            "{} pour la totalité du groupe."
        ),
        "150 millions",
        "210 millions",
    ),
    (
        "ru",
        ("Фонд купил 20% компании за 30 млн рублей. Исходя из цены сделки, весь бизнес стоит {}."),
        "150 млн рублей",
        "210 млн рублей",
    ),
    (
        "ru",
        ("Исходя из цены сделки, вся компания стоит {}: фонд заплатил 30 млн рублей за пакет в 20%."),
        "150 млн рублей",
        "210 млн рублей",
    ),
    (
        "cs",
        (
            "Firma prodala dvacetiprocentní podíl fondu za 30 milionů korun. Celá firma má po "
            "transakci hodnotu {}."
        ),
        "150 milionů korun",
        "210 milionů korun",
    ),
    (
        "fi",
        (
            "Sijoittaja ostaa 20 prosenttia yhtiöstä 30 miljoonalla eurolla. Kauppa antaa koko "
            "yhtiölle {} hintalapun."
        ),
        "150 miljoonan euron",
        "210 miljoonan euron",
    ),
    (
        "hi",
        ("फर्म ने कंपनी की 20 फीसदी हिस्सेदारी के लिए 30 करोड़ रुपये चुकाए। इस भाव पर पूरी कंपनी {} की आँकी गई है।"),
        "150 करोड़ रुपये",
        "210 करोड़ रुपये",
    ),
]


@pytest.mark.parametrize(("lang", "text", "right", "wrong"), TOLD)
def test_figures_are_bound(lang: str, text: str, right: str, wrong: str, checked) -> None:
    for told, verdicts in ((right, HOLDS), (wrong, FAILS)):
        found = {each.finding.verdict for each in checked(text.format(told), DAY, lang=lang)}
        assert found <= verdicts
        assert found
