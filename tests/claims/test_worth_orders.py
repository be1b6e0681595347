"""What one of many costs, told by "each", "one" or its name, and what the whole order is told to come to."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2025, 3, 3)

TOLD = (
    (
        "en",
        "Delmar will order 48 trams. Each tram costs 3.5 million euros, bringing the bill to {}.",
        "168 million euros",
        "214 million euros",
    ),
    (
        "en",
        "The army has ordered 60 trucks at 450,000 euros per truck. The whole order is worth {}.",
        "27 million euros",
        "36 million euros",
    ),
    (
        "de",
        (
            "Die Bahn bestellt 36 Züge. Ein Zug kostet 8 Millionen Euro, der gesamte Auftrag "
            "beläuft sich auf {}."
        ),
        "288 Millionen Euro",
        "360 Millionen Euro",
    ),
    (
        "pt",
        (
            "A câmara vai comprar 60 autocarros. Cada autocarro custa 400 mil euros, e o "
            "contrato, assinado na terça-feira, soma {}."
        ),
        "24 milhões de euros",
        "33 milhões de euros",
    ),
    (
        "no",
        "Fylket bestiller 30 busser. Hver buss koster 4 millioner kroner, og hele kontrakten er verdt {}.",
        "120 millioner kroner",
        "160 millioner kroner",
    ),
    (
        "cs",
        "Kraj objednal 20 autobusů. Jeden autobus stojí 8 milionů korun, celá zakázka vyjde na {}.",
        "160 milionů korun",
        "210 milionů korun",
    ),
    (
        "ru",
        "Верфь построит 18 сухогрузов по цене 1,4 млрд рублей за судно. Общая стоимость контракта — {}.",
        "25,2 млрд рублей",
        "31,5 млрд рублей",
    ),
    (
        "he",
        "העירייה תרכוש 30 אוטובוסים. כל אוטובוס עולה 2 מיליון שקל, והיקף ההזמנה כולה הוא {}.",
        "60 מיליון שקל",
        "80 מיליון שקל",
    ),
    (
        "hi",
        "नगर निगम 300 बसें खरीदेगा। एक बस की कीमत 50 लाख रुपये है और पूरे ऑर्डर का मूल्य {} होगा।",
        "150 करोड़ रुपये",
        "200 करोड़ रुपये",
    ),
    (
        "zh",
        "该市采购50辆公交车。每辆车价格200万元，合同总额为{}。",
        "1亿元",
        "1.4亿元",
    ),
    (
        "id",
        (
            "Pemerintah kota akan membeli 60 bus. Satu bus harganya Rp 2 miliar, dan nilai "
            "seluruh pesanan mencapai {}."
        ),
        "Rp 120 miliar",
        "Rp 165 miliar",
    ),
    (
        "tr",
        (
            "Vakıf, 150 bin öğrenciye sekiz ay boyunca ayda 2.000 lira ödeyecek. Programın "
            "maliyetini {} olarak açıkladı."
        ),
        "2,4 milyar lira",
        "3,1 milyar lira",
    ),
)


@pytest.mark.parametrize(("language", "text", "right", "wrong"), TOLD, ids=[each[0] for each in TOLD])
def test_an_order_is_held_against_the_price_of_one(claims_of, language, text, right, wrong):
    for total, verdict in ((right, "supported"), (wrong, "refuted")):
        claims = claims_of(text.format(total), on=DAY, lang=language)
        assert ("product", verdict) in {(each.kind, each.verdict) for each in claims}


SILENT = (
    (
        "Delmar will order 48 trams. Each tram costs 3.5 million euros, and including the depot "
        "the bill is 214 million euros."
    ),
    "Delmar will order 48 trams. Each tram costs 3.5 million euros. Its sales reached 214 million euros.",
    (
        "Delmar will order 48 trams and 20 buses at 3.5 million euros per tram. The contract "
        "is worth 214 million euros."
    ),
    "Delmar ordered 48 trams for 3.5 million euros. A contract for rails comes to 214 million euros.",
)


@pytest.mark.parametrize("text", SILENT)
def test_what_may_be_of_more_is_let_be(claims_of, text):
    assert "refuted" not in {each.verdict for each in claims_of(text, on=DAY, lang="en")}
