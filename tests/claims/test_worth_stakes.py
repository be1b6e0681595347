"""What the price of a stake makes the whole worth, told in the same sentence or the next, in any words."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2025, 3, 3)

TOLD = (
    (
        "en",
        (
            "Harbour Capital is paying £84m for a 12% stake in the Tollan brewery. The price "
            "puts the value of the whole company at {}."
        ),
        "£700m",
        "£980m",
    ),
    (
        "de",
        (
            "Der Investor Alpkamm übernimmt 15 Prozent der Anteile an Röhrig für 90 Millionen"
            " Euro. Der Kaufpreis bewertet das gesamte Unternehmen mit {}."
        ),
        "600 Millionen Euro",
        "850 Millionen Euro",
    ),
    (
        "fr",
        (
            "Le fonds Valmer achète 20 % du capital de Lorière pour 50 millions d'euros. "
            "L'opération valorise l'ensemble du groupe à {}."
        ),
        "250 millions d'euros",
        "340 millions d'euros",
    ),
    (
        "it",
        (
            "Il fondo Arda acquista il 40% delle azioni di Pastificio Corvi per 80 milioni di"
            " euro. Il prezzo attribuisce all'intera società un valore di {}."
        ),
        "200 milioni di euro",
        "290 milioni di euro",
    ),
    (
        "fi",
        (
            "Sijoittaja Kuusamo ostaa 30 prosenttia Lähdeveden osakkeista 60 miljoonalla "
            "eurolla. Kauppa nostaa koko yhtiön arvoksi {}."
        ),
        "200 miljoonaa euroa",
        "290 miljoonaa euroa",
    ),
    (
        "pl",
        (
            "Fundusz Wisła kupuje 15 proc. udziałów w browarze Zamek za 45 mln zł. Cena ta "
            "wycenia całą spółkę na {}."
        ),
        "300 mln zł",
        "420 mln zł",
    ),
    (
        "cs",
        (
            "Fond Orlík koupil patnáctiprocentní podíl v pekárně Klas za 150 milionů korun. "
            "Cena oceňuje celou firmu na {}."
        ),
        "miliardu korun",
        "1,6 miliardy korun",
    ),
    (
        "hu",
        (
            "A Duna Tőkealap 25 százalékos részesedést vesz a Malomkő cégben 5 milliárd "
            "forintért. Az ügylet az egész céget {} értékeli."
        ),
        "20 milliárd forintra",
        "28 milliárd forintra",
    ),
    (
        "el",
        (
            "Το fund Αιγαίο αγοράζει το 20% των μετοχών της Ελαιώνας για 40 εκατ. ευρώ. Το "
            "τίμημα αποτιμά ολόκληρη την εταιρεία σε {}."
        ),
        "200 εκατ. ευρώ",
        "290 εκατ. ευρώ",
    ),
    (
        "ru",
        (
            "Фонд «Восток» покупает 20% акций завода «Прибой» за 3 млрд рублей. Сделка "
            "оценивает весь завод в {}."
        ),
        "15 млрд рублей",
        "21 млрд рублей",
    ),
    (
        "tr",
        (
            "Anadolu Fon, Boğaz Gıda hisselerinin yüzde 20'sini 500 milyon liraya satın aldı."
            " Bu fiyat şirketin tamamına {} değer biçiyor."
        ),
        "2,5 milyar lira",
        "3,4 milyar lira",
    ),
    (
        "ar",
        (
            "اشترى صندوق الواحة 25 بالمئة من أسهم شركة النخيل مقابل 500 مليون ريال. وتقدر "
            "الصفقة قيمة الشركة بالكامل بنحو {}."
        ),
        "ملياري ريال",
        "2.8 مليار ريال",
    ),
    (
        "he",
        "קרן הגליל רוכשת 20% ממניות מאפיית השדה תמורת 60 מיליון שקל. המחיר משקף לחברה כולה שווי של {}.",
        "300 מיליון שקל",
        "420 מיליון שקל",
    ),
    (
        "hi",
        ("गंगा फंड ने शक्ति फूड्स में 20 प्रतिशत हिस्सेदारी 400 करोड़ रुपये में खरीदी। इस सौदे से पूरी कंपनी का मूल्य {} बैठता है।"),
        "2,000 करोड़ रुपये",
        "2,900 करोड़ रुपये",
    ),
    (
        "zh",
        "远航基金以3亿元收购海川食品20%的股权。该交易对整个公司的估值为{}。",
        "15亿元",
        "21亿元",
    ),
    (
        "ja",
        "北星ファンドは食品会社みどりの株式の25%を50億円で取得する。買収額から計算すると会社全体の価値は{}となる。",
        "200億円",
        "290億円",
    ),
    (
        "ko",
        "한빛펀드는 식품회사 가람의 지분 20%를 600억원에 산다. 이번 거래로 회사 전체 가치는 {}으로 평가됐다.",
        "3000억원",
        "4200억원",
    ),
    (
        "ms",
        (
            "Dana Mutiara membeli 30 peratus saham Roti Bakti pada harga RM60 juta. Urus "
            "niaga itu meletakkan nilai keseluruhan syarikat pada {}."
        ),
        "RM200 juta",
        "RM290 juta",
    ),
)


@pytest.mark.parametrize(("language", "text", "right", "wrong"), TOLD, ids=[each[0] for each in TOLD])
def test_a_worth_is_held_against_the_price_of_a_stake(claims_of, language, text, right, wrong):
    for worth, verdict in ((right, "supported"), (wrong, "refuted")):
        claims = claims_of(text.format(worth), on=DAY, lang=language)
        assert ("valuation", verdict) in {(each.kind, each.verdict) for each in claims}


SILENT = (
    (
        "Harbour Capital is paying £84m for a 12% stake in Tollan. The deal values the "
        "company at £980m, including debt."
    ),
    (
        "Harbour Capital is paying £84m for a 12% stake in Tollan. It has an enterprise value"
        " of £980m overall."
    ),
    (
        "Harbour Capital is paying £84m for a 12% stake in Tollan. In 2021 a deal valued the "
        "whole of it at £980m."
    ),
    (
        "Harbour Capital is paying £84m for a 12% stake in Tollan, taking its holding to 30%."
        " The deal values the whole company at £980m."
    ),
    "Tollan, which has sales of £84m, sold a 12% stake. The deal values the whole company at £980m.",
    (
        "Tollan raised £84m for 12% of its shares. The deal values the whole company at £616m"
        " before the money."
    ),
    "Tollan raised £84m for 12% of its shares. The deal values the whole company at £616m.",
    (
        "Harbour Capital bought a 12% stake in Tollan for £84m. It will spend £980m on the "
        "whole of its plants."
    ),
)


@pytest.mark.parametrize("text", SILENT)
def test_what_may_be_another_worth_is_let_be(claims_of, text):
    assert "refuted" not in {each.verdict for each in claims_of(text, on=DAY, lang="en")}
