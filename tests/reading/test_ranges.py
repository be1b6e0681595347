"""Ranges of which the high end has the larger scale: what the low end means, and what is left open."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read

HALF = (500_000, 2_000_000)
NOTES = frozenset(("separator", "currency"))  # of figures and of "crowns", which a range does not settle


def found(text: str, lang: str) -> list[tuple[int, str]]:
    return [(int(a.value), a.bound) for a in read(text, lang).amounts]


@pytest.mark.parametrize(
    ("lang", "text", "ends"),
    [
        ("ar", "غرامة من 500.000 إلى 2 مليون يورو", HALF),
        ("cs", "Dotace je od 500 000 do 2 milionů korun.", HALF),
        ("da", "Huset koster 500.000-2 mio. kr.", HALF),
        ("de", "Es gibt 500.000 bis 2 Millionen Euro.", HALF),
        ("de", "Es gibt von 10.000 bis 1 Milliarde Euro.", (10_000, 10**9)),
        ("el", "Δίνει από 500.000 έως 2 εκατομμύρια ευρώ.", HALF),
        ("en", "Loans of 500,000 to 2 million euros are given.", HALF),
        ("en", "The farms cost 500,000 – 2 million euros.", HALF),
        ("en", "The farms cost from 300,000 to $2 million.", (300_000, 2_000_000)),
        ("en", "Fines are 8000 to 1 million euros.", (8_000, 1_000_000)),
        ("en", "Boats cost 500-1 thousand dollars.", (500, 1_000)),
        ("en", "Wells cost 1000 to 2 lakh rupees.", (1_000, 200_000)),
        ("es", "Paga de 500.000 a 2 millones de euros.", HALF),
        ("fi", "Tuki on 500 000–2 miljoonaa euroa.", HALF),
        ("fi", "Tuki on 500 000 ja 2 miljoonan euron välillä.", HALF),
        ("fr", "Le prix va de 500 000 à 2 millions d'euros.", HALF),
        ("he", "מ-500,000 עד 2 מיליון שקל", HALF),
        ("hi", "कीमत 500 से एक हज़ार रुपये के बीच है", (500, 1_000)),
        ("hi", "कीमत 5 और 10 लाख रुपये के बीच है", (500_000, 1_000_000)),
        ("hu", "Az ár 500 000–2 millió forint.", HALF),
        ("id", "Harganya dari 500.000 hingga 2 juta rupiah.", HALF),
        ("it", "Si paga da 500.000 a 2 milioni di euro.", HALF),
        ("ja", "料金は8000～1万円だ。", (8_000, 10_000)),
        ("ja", "料金は1万5千～2万円だ。", (15_000, 20_000)),
        ("ko", "입장료는 8000~1만원이다.", (8_000, 10_000)),
        ("ko", "입장료는 3만2000에서 45만원이다.", (32_000, 450_000)),
        ("ms", "Harganya 500,000 hingga 2 juta ringgit.", HALF),
        ("nl", "De boete is 500.000 tot 2 miljoen euro.", HALF),
        ("no", "Huset koster fra 500 000 til 2 millioner kroner.", HALF),
        ("pl", "Kara wynosi od 500 000 do 2 milionów złotych.", HALF),
        ("pt", "A multa vai de 500.000 a 2 milhões de euros.", HALF),
        ("ro", "Casa costă 500.000 - 2 milioane de lei.", HALF),
        ("ru", "Штраф от 500 000 до 2 миллионов рублей.", HALF),
        ("sv", "Huset kostar 500 000 till 2 miljoner kronor.", HALF),
        ("th", "ราคา 500,000 ถึง 2 ล้านบาท", HALF),
        ("tr", "Fiyatı 500.000 ila 2 milyon lira.", HALF),
        ("uk", "Штраф від 500 000 до 2 мільйонів гривень.", HALF),
        ("vi", "Giá từ 500.000 đến 2 triệu đồng.", HALF),
        ("zh", "罚款8000至1万元。", (8_000, 10_000)),
    ],
)
def test_a_low_end_too_large_for_the_scale_of_the_high_one_is_read_as_it_stands(
    lang: str, text: str, ends: tuple[int, int]
) -> None:
    low, high = ends
    assert found(text, lang) == [(low, "range_low"), (high, "range_high")]
    assert NOTES.issuperset(note for a in read(text, lang).amounts for note in a.notes or ())


@pytest.mark.parametrize(
    ("lang", "text", "ends"),
    [
        ("en", "Profit rose from 500,000 to 2 million euros.", HALF),
        ("de", "Der Gewinn stieg von 500.000 auf 2 Millionen Euro.", HALF),
        ("ru", "Цена выросла с 500 000 до 2 миллионов рублей.", HALF),
        ("en", "Profit rose from 500 thousand to 2 million euros.", HALF),
        ("es", "La ayuda subió de 500 mil a 2 millones de euros.", HALF),
        ("fi", "Tuki nousi 500 tuhannesta 2 miljoonaan euroon.", HALF),
        ("hu", "Az ár 500 ezertől 2 millió forintig terjed.", HALF),
        ("tr", "Fiyat 500 binden 2 milyon liraya çıktı.", HALF),
        ("tr", "Fiyat 500 binden 900 bin liraya çıktı.", (500_000, 900_000)),
        # less than twenty times the other number has its scale, and fell
        ("en", "Profit fell from 199 to 10 million euros.", (199_000_000, 10_000_000)),
        ("en", "Profit rose from 100,000 to 10 million euros.", (100_000, 10_000_000)),
    ],
)
def test_so_is_what_became_more(lang: str, text: str, ends: tuple[int, int]) -> None:
    assert found(text, lang) == [(end, "exact") for end in ends]


@pytest.mark.parametrize(
    ("lang", "text", "unsure"),
    [
        ("en", "Loans of 900 to 1 billion euros are given.", True),  # million?
        ("en", "Loans of 999 to 1 million euros are given.", True),
        ("en", "Loans of 1000 to 1 million euros are given.", False),
        ("en", "Loans of 2,499 to 2.5 billion euros are given.", True),
        ("en", "Loans of 2,500 to 2.5 billion euros are given.", False),
        ("en", "Loans of between 5 and 5 billion euros are given.", True),
        ("en", "Loans of between 90 and two thousand euros are given.", False),
        ("en", "Loans of €500 to 2 million are given.", True),
        ("en", "Loans of €500 to €2 million are given.", False),
        ("en", "Loans of Rs 50,000-1 lakh crore are given.", True),
        ("ko", "상금은 5000~1억원이다.", True),  # 5000만
        ("ko", "상금은 1억5000~2억원이다.", True),
        ("ko", "상금은 5000~1만원이다.", False),
        ("zh", "投资8000至1万亿元。", True),
    ],
)
def test_nothing_rests_on_a_low_end_that_may_be_meant_in_a_scale_between(
    lang: str, text: str, unsure: bool
) -> None:
    low, high = read(text, lang).amounts
    assert (low.bound, high.bound) == ("range_low", "range_high")
    assert (low.unread, high.unread) == (unsure, False)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("It cost 2 to 1.4 billion euros.", []),  # a slip
        ("It cost 99 to 1 thousand euros.", []),
        ("It cost 100 to 1 thousand euros.", [100]),
        ("It cost 199 to 10 thousand euros.", []),  # less than twenty times the other number
        ("It cost 200 to 10 thousand euros.", [200]),
        ("It cost 1.2 to 1.5bn euros.", [1_200_000_000]),
        ("On June 30 to 1.4 million euros.", []),
        ("Order 99,999 - 2 million euros.", []),  # a dash behind what names something
        ("Order 100,000 - 2 million euros.", [100_000]),
    ],
)
def test_a_number_that_may_be_a_slip_or_a_name_is_no_low_end(text: str, low: list[int]) -> None:
    assert [value for value, _ in found(text, "en")][:-1] == low


@pytest.mark.parametrize("people", ["5 binden fazla kişi", "5 milyondan fazla kişi"])
def test_more_than_so_many_is_nothing_that_became_more(people: str) -> None:
    assert found(f"{people} 3 milyon lira ödedi.", "tr") == [(3_000_000, "exact")]
