"""Parts whose total is told before them and again after them, or that a sentence says it is split into."""

from __future__ import annotations

import pytest

TOLD = [
    (
        "it",
        (
            "Il ministero distribuisce 900 milioni di euro ai comuni. Sono 470 milioni per le "
            "case, 240 per le strade e 110 per i negozi, in tutto 900 milioni."
        ),
        "sum refuted",
    ),
    (
        "pt",
        (
            "O ministério distribui 900 milhões de euros pelos municípios. São 470 milhões para "
            "casas, 240 milhões para estradas e 110 milhões para lojas, 900 milhões no total."
        ),
        "sum refuted",
    ),
    (
        "sv",
        (
            "Staten delar ut 900 miljoner kronor till kommunerna. Det är 470 miljoner till "
            "bostäder, 240 miljoner till vägar och 110 miljoner till butiker, sammanlagt 900 "
            "miljoner."
        ),
        "sum refuted",
    ),
    (
        "fi",
        (
            "Valtio jakaa kunnille 900 miljoonaa euroa. Asuntoihin menee 470 miljoonaa, teihin "
            "240 miljoonaa ja kauppoihin 110 miljoonaa, yhteensä 900 miljoonaa."
        ),
        "sum refuted",
    ),
    (
        "hu",
        (
            "Az állam 900 millió eurót oszt szét. Ebből 470 millió jut lakásokra, 240 millió "
            "utakra és 110 millió boltokra, összesen 900 millió euró."
        ),
        "sum refuted",
    ),
    (
        "tr",
        (
            "Devlet belediyelere 900 milyon lira dağıtacak. Konutlara 470 milyon, yollara 240 "
            "milyon, dükkânlara 110 milyon lira verilecek, toplam 900 milyon lira."
        ),
        "sum refuted",
    ),
    (
        "ar",
        (
            "توزع الدولة 900 مليون دولار على البلديات. 470 مليون دولار للمساكن و240 مليون دولار "
            "للطرق و110 ملايين دولار للمتاجر، بإجمالي 900 مليون دولار."
        ),
        "sum refuted",
    ),
    ("zh", "国家向各地拨款9亿元。其中住房4.7亿元、道路2.4亿元、商铺1.1亿元，合计9亿元。", "sum refuted"),
    (
        "ko",
        ("정부는 지자체에 900억원을 나눠준다. 주택 470억원, 도로 240억원, 상점 110억원 등 총 900억원이다."),
        "sum refuted",
    ),
    (
        "id",
        (
            "Negara membagikan Rp900 miliar kepada daerah. Rinciannya Rp470 miliar untuk rumah, "
            "Rp240 miliar untuk jalan dan Rp110 miliar untuk toko, total Rp900 miliar."
        ),
        "sum refuted",
    ),
    (
        "pl",
        (
            "Program ma wartość 900 mln zł. Dzieli się na trzy części: 470 mln zł na mieszkania, "
            "240 mln zł na drogi i 110 mln zł na sklepy."
        ),
        "sum refuted",
    ),
    (
        "el",
        (
            "Το πρόγραμμα έχει ύψος 900 εκατ. ευρώ. Κατανέμεται ως εξής: 470 εκατ. ευρώ για "
            "κατοικίες, 240 εκατ. ευρώ για δρόμους και 110 εκατ. ευρώ για καταστήματα."
        ),
        "sum refuted",
    ),
    (
        "it",
        (
            "Il ministero distribuisce 900 milioni di euro ai comuni. Sono 470 milioni per le "
            "case, 240 per le strade e 190 per i negozi, in tutto 900 milioni."
        ),
        "sum supported",
    ),
    (
        "pt",
        (
            "O ministério distribui 900 milhões de euros pelos municípios. São 470 milhões para "
            "casas, 240 milhões para estradas e 190 milhões para lojas, 900 milhões no total."
        ),
        "sum supported",
    ),
    (
        "sv",
        (
            "Staten delar ut 900 miljoner kronor till kommunerna. Det är 470 miljoner till "
            "bostäder, 240 miljoner till vägar och 190 miljoner till butiker, sammanlagt 900 "
            "miljoner."
        ),
        "sum supported",
    ),
    (
        "fi",
        (
            "Valtio jakaa kunnille 900 miljoonaa euroa. Asuntoihin menee 470 miljoonaa, teihin "
            "240 miljoonaa ja kauppoihin 190 miljoonaa, yhteensä 900 miljoonaa."
        ),
        "sum supported",
    ),
    (
        "hu",
        (
            "Az állam 900 millió eurót oszt szét. Ebből 470 millió jut lakásokra, 240 millió "
            "utakra és 190 millió boltokra, összesen 900 millió euró."
        ),
        "sum supported",
    ),
    (
        "tr",
        (
            "Devlet belediyelere 900 milyon lira dağıtacak. Konutlara 470 milyon, yollara 240 "
            "milyon, dükkânlara 190 milyon lira verilecek, toplam 900 milyon lira."
        ),
        "sum supported",
    ),
    (
        "ar",
        (
            "توزع الدولة 900 مليون دولار على البلديات. 470 مليون دولار للمساكن و240 مليون دولار "
            "للطرق و190 ملايين دولار للمتاجر، بإجمالي 900 مليون دولار."
        ),
        "sum supported",
    ),
    ("zh", "国家向各地拨款9亿元。其中住房4.7亿元、道路2.4亿元、商铺1.9亿元，合计9亿元。", "sum supported"),
    (
        "ko",
        ("정부는 지자체에 900억원을 나눠준다. 주택 470억원, 도로 240억원, 상점 190억원 등 총 900억원이다."),
        "sum supported",
    ),
    (
        "th",
        (
            "รัฐจะแจกเงิน 900 ล้านบาทให้เทศบาล แบ่งเป็นที่อยู่อาศัย 470 ล้านบาท ถนน 240 ล้านบาท "
            "และร้านค้า 190 ล้านบาท รวม 900 ล้านบาท"
        ),
        "sum supported",
    ),
    (
        "id",
        (
            "Negara membagikan Rp900 miliar kepada daerah. Rinciannya Rp470 miliar untuk rumah, "
            "Rp240 miliar untuk jalan dan Rp190 miliar untuk toko, total Rp900 miliar."
        ),
        "sum supported",
    ),
    (
        "fr",
        (
            "Le plan est doté de 900 millions d'euros. Il se répartit ainsi : 470 millions pour "
            "les logements, 240 millions pour les routes et 190 millions pour les commerces."
        ),
        "sum supported",
    ),
    (
        "pl",
        (
            "Program ma wartość 900 mln zł. Dzieli się na trzy części: 470 mln zł na mieszkania, "
            "240 mln zł na drogi i 190 mln zł na sklepy."
        ),
        "sum supported",
    ),
    (
        "cs",
        (
            "Program má hodnotu 900 milionů korun. Dělí se na tři části: 470 milionů na byty, "
            "240 milionů na silnice a 190 milionů na obchody."
        ),
        "sum supported",
    ),
    (
        "ru",
        (
            "Объём программы — 900 млн рублей. Деньги распределятся так: 470 млн на жильё, 240 "
            "млн на дороги и 190 млн на магазины."
        ),
        "sum supported",
    ),
    (
        "el",
        (
            "Το πρόγραμμα έχει ύψος 900 εκατ. ευρώ. Κατανέμεται ως εξής: 470 εκατ. ευρώ για "
            "κατοικίες, 240 εκατ. ευρώ για δρόμους και 190 εκατ. ευρώ για καταστήματα."
        ),
        "sum supported",
    ),
]


@pytest.mark.parametrize(("lang", "text", "said"), TOLD)
def test_the_parts_are_held_against_the_total(lang, text, said, checked) -> None:
    found = [f"{each.claim.kind} {each.finding.verdict}" for each in checked(text, lang=lang)]
    assert said in found
    assert [each for each in found if each.endswith("refuted")] == [said] * said.endswith("refuted")
