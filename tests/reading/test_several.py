"""Several of something count nothing: "several thousand euros" are no thousand."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read

SEVERAL = {
    "ar": ["عدة آلاف يورو", "بضعة ملايين دولار", "عدة مئات من الدولارات"],
    "cs": ["několik tisíc korun", "pár milionů korun", "několik set korun", "několik miliard korun"],
    "da": ["flere tusinde kroner", "nogle millioner kroner", "et par hundrede kroner"],
    "de": ["mehrere tausend Euro", "einige Millionen Euro", "ein paar hundert Euro"],
    "el": ["μερικές χιλιάδες ευρώ", "αρκετά εκατομμύρια ευρώ", "λίγες εκατοντάδες ευρώ"],
    "en": ["several thousand euros", "a few million euros", "some hundred euros"],
    "es": ["varios miles de euros", "algunos millones de euros", "varios cientos de euros"],
    "fi": ["useita tuhansia euroja", "muutama miljoona euroa", "pari sataa euroa", "muutama tuhat euroa"],
    "fr": ["plusieurs milliers d'euros", "quelques millions d'euros", "plusieurs centaines d'euros"],
    "he": ["כמה אלפי שקלים", "מספר מיליוני שקלים", "כמה מאות שקלים"],
    "hi": ["कई हज़ार रुपये", "कुछ लाख रुपये", "कई करोड़ रुपये"],
    "hu": ["néhány ezer forint", "több millió forint", "pár száz forint"],
    "id": ["beberapa ribu rupiah", "beberapa juta rupiah", "ratusan ribu rupiah"],
    "it": ["diverse migliaia di euro", "alcuni milioni di euro", "qualche milione di euro"],
    "ja": ["数千円", "数百万円", "数億円"],
    "ko": ["수천 원", "수백만 원", "몇억 원"],
    "nl": [
        "enkele duizenden euro's",
        "enkele miljoenen euro's",
        "een paar honderd euro",
        "enkele duizend euro",
    ],
    "no": ["flere tusen kroner", "noen millioner kroner", "et par hundre kroner"],
    "pl": ["kilka tysięcy złotych", "parę milionów złotych", "kilkaset złotych"],
    "pt": ["vários milhares de euros", "alguns milhões de euros", "várias centenas de euros"],
    "ro": ["câteva mii de lei", "câteva milioane de euro", "câteva sute de lei"],
    "ru": ["несколько тысяч рублей", "пару миллионов рублей", "несколько сот рублей"],
    "sv": ["flera tusen kronor", "några miljoner kronor", "ett par hundra kronor"],
    "th": ["หลายพันบาท", "หลายล้านบาท", "ไม่กี่ร้อยบาท"],
    "tr": ["birkaç bin lira", "birkaç milyon lira", "birkaç yüz lira"],
    "uk": ["кілька тисяч гривень", "кілька мільйонів гривень", "декілька сотень гривень"],
    "vi": ["vài nghìn đồng", "vài triệu đồng", "hàng trăm đồng"],
    "zh": ["几千元", "数百万元", "好几亿元"],
}


@pytest.mark.parametrize(
    ("language", "words"), [(language, each) for language in SEVERAL for each in SEVERAL[language]]
)
def test_several_are_no_figure(language: str, words: str) -> None:
    assert not read(words, language).amounts


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("cs", "tisíc korun", 1000),
        ("cs", "pět tisíc korun", 5000),
        ("tr", "yüz lira", 100),
        ("tr", "iki yüz lira", 200),
    ],
)
def test_what_is_counted_is_one(language: str, words: str, value: int) -> None:
    assert [amount.value for amount in read(words, language).amounts] == [value]
