"""What the sum announced is more than that of before, in a sentence that begins with the rise or difference,
and in one that says no more than "that is triple"."""

from __future__ import annotations

import pytest

PLAN = {
    "en": "The port will spend 12bn euros on quays over six years, or 2bn euros a year. ",
    "de": "Der Hafen steckt in sechs Jahren 12 Milliarden Euro in Kais, das sind 2 Milliarden Euro im Jahr. ",
    "fr": "Le port dépensera 12 milliards d'euros en six ans, soit 2 milliards d'euros par an. ",
    "hu": "A kikötő hat év alatt 12 milliárd eurót költ, vagyis évente 2 milliárd eurót. ",
    "ru": "Порт потратит на причалы 12 млрд евро за шесть лет, то есть 2 млрд евро в год. ",
    "ar": "ستنفق سلطة الموانئ 12 مليار يورو على أرصفتها خلال ست سنوات، أي ملياري يورو سنويا. ",
    "vi": "Cảng sẽ chi 12.000 tỷ đồng trong sáu năm tới, tức 2.000 tỷ đồng mỗi năm. ",
    "tr": "Liman idaresi rıhtımlara altı yılda 12 milyar avro harcayacak, yani yılda 2 milyar avro. ",
    "uk": "Порт витратить на причали 12 млрд євро за шість років, тобто 2 млрд євро на рік. ",
    "th": "การท่าเรือจะใช้งบ 12,000 ล้านบาทในช่วง 6 ปีข้างหน้า หรือปีละ 2,000 ล้านบาท\n\n",
    "zh": "港务局将在六年内投入120亿元改造码头，平均每年20亿元。",
    "ja": "港湾局は今後6年間で岸壁に1200億円を投じる。年平均200億円だ。",
}


def verdict(checked, text: str) -> list[str]:
    return [each.finding.verdict for each in checked(text) if each.claim.kind == "change"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The increase over the 8bn euros of the last plan comes to {}%."),
        ("en", "The difference from the old plan of 8bn euros is {}%."),
        ("en", "The increase on the last plan, which was worth 8bn euros, equals {}%."),
        ("en", "The rise from the 8bn euros of the last five-year plan equals {}%."),
        ("de", "Der Zuwachs gegenüber den 8 Milliarden Euro des vorigen Plans beläuft sich auf {} Prozent."),
        ("de", "Der Unterschied zum alten Plan mit 8 Milliarden Euro beträgt {} Prozent."),
        ("fr", "La hausse par rapport aux 8 milliards d'euros du plan précédent est de {} %."),
        ("fr", "L'écart avec l'ancien plan de 8 milliards d'euros est de {} %."),
        ("hu", "A növekedés az előző terv 8 milliárd eurójához képest {} százalék."),
        ("ru", "Разница со старым планом в 8 млрд евро — {}%."),
        ("ar", "وتبلغ الزيادة مقارنة بـ8 مليارات يورو في الخطة السابقة {} في المئة."),
        ("vi", "Mức tăng so với 8.000 tỷ đồng của kế hoạch trước là {}%."),
        ("ja", "800億円だった旧計画との差は{}%になる。"),
    ],
)
def test_what_a_rise_or_difference_comes_to_is_a_change(language: str, said: str, checked) -> None:
    assert verdict(checked, PLAN[language] + said.format(50)) == ["supported"]
    assert verdict(checked, PLAN[language] + said.format(90)) == ["refuted"]


@pytest.mark.parametrize(
    "said",
    [
        "The increase in wages over the 8bn euros of the last plan comes to 90%.",
        "The increase over the 8bn euros of the Rotterdam plan comes to 90%.",
        "The wage increase over the 8bn euros of the last plan comes to 90%.",
        "The increase over the 8bn euros of the last plan comes to 90% in wages.",
        "The difference from the old plan of 8bn euros is 90% fewer ships.",
        "The difference in fares from the old plan of 8bn euros is 90%.",
        "The difference from the old plan, in wages, of 8bn euros is 90%.",
        "The difference from the plan of Rotterdam, of 8bn euros, is 90%.",
    ],
)
def test_a_rise_of_another_thing_is_not_refuted(said: str, checked) -> None:
    found = checked(PLAN["en"] + said)
    assert [each.claim.kind for each in found if each.finding.verdict == "refuted"] == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("That is triple.", True),
        ("That is triple, and without new taxes.", True),
        ("That is triple the number of ships it had.", False),
        ("In taxes that is triple.", False),
    ],
)
def test_a_multiple_is_one_of_the_two_sums_just_told(said: str, found: bool, checked) -> None:
    text = "The port has 12bn euros for six years, when the previous term had {}bn euros. " + said
    assert verdict(checked, text.format(6)) == ["refuted"] * found
    assert verdict(checked, text.format(4)) == ["supported"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The package is more than double that: 12bn euros for six years.", True),
        ("The package that the board voted on is more than double that: 12bn euros for six years.", True),
        ("The turnover of its ferries is more than double that: 12bn euros.", False),
        ("The cost of its ferries is more than double that: 12bn euros.", False),
        ("The package is more than double that: 12bn euros for quays and 1bn euros for ferries.", False),
    ],
)
def test_a_multiple_of_the_sum_just_told_may_lead_up_to_the_new_one(said: str, found: bool, checked) -> None:
    text = "Six years ago the board gave the port {}bn euros. " + said
    assert verdict(checked, text.format(8)) == ["refuted"] * found
    assert verdict(checked, text.format(5)) == ["supported"]


def test_what_is_twice_as_much_after_a_colon_is_the_new_sum(checked) -> None:
    old = "Шесть лет назад порт получил {} млрд евро. "
    new = "Новый пакет более чем вдвое больше: 12 млрд евро на шесть лет."
    assert verdict(checked, old.format(5) + new) == ["supported"]


@pytest.mark.parametrize(
    ("language", "said", "right", "wrong"),
    [
        (
            "en",
            "The sum exceeds by {}% what was raised in the past six years: then it was 8bn euros.",
            50,
            90,
        ),
        (
            "uk",
            "Нова сума на {}% перевищує ту, яку зібрали за минулі шість років: тоді було 8 млрд євро.",
            50,
            90,
        ),
        ("de", "Das ist ein {}-prozentiges Plus gegenüber den 8 Milliarden Euro des vorigen Plans.", 50, 90),
        (
            "de",
            "Das ist eine {}-prozentige Kürzung gegenüber den 15 Milliarden Euro des vorigen Plans.",
            20,
            50,
        ),
        ("ru", "Это {}-процентное сокращение по сравнению с 15 млрд евро прошлого плана.", 20, 50),
        ("en", "That is a {}% top-up over the 8bn euros of the last plan.", 50, 90),
        (
            "fr",
            "C'est un coup de pouce de {} % par rapport aux 8 milliards d'euros du plan précédent.",
            50,
            90,
        ),
        ("ar", "وهذا تقليص بنسبة {} في المئة مقارنة بـ15 مليار يورو في الخطة السابقة.", 20, 50),
        ("tr", "Tutar, 8 milyar avroluk önceki planın yüzde {} üstünde.", 50, 90),
        ("tr", "Yeni bütçe önceki planın 8 milyar avrosunun yüzde {} üstünde.", 50, 90),
        ("zh", "市长林先生说，这笔经费比上一期计划的80亿元多出{}。", "五成", "九成"),
        ("zh", "市长林先生说，这笔经费比上一期计划的150亿元少了{}。", "两成", "五成"),
        ("th", "วงเงินนี้มากกว่าแผนก่อนที่ 8,000 ล้านบาทอยู่{}", "ครึ่งเท่าตัว", "สามเท่าตัว"),
        ("th", "วงเงินนี้น้อยกว่าแผนก่อนที่ 15,000 ล้านบาทอยู่ร้อยละ {}", 20, 50),
        ("ja", "規模は、前回計画の{}億円の2倍を超える。", 550, 900),
    ],
)
def test_what_is_more_or_less_than_before_in_many_words(
    language: str, said: str, right: object, wrong: object, checked
) -> None:
    assert verdict(checked, PLAN[language] + said.format(right)) == ["supported"]
    assert verdict(checked, PLAN[language] + said.format(wrong)) == ["refuted"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("tr", "Limanda, 8 milyar avro harcanan yıllara göre yükün yüzde 90'ı üstünde kaldı."),
        ("de", "Der vorige Plan hatte 8 Milliarden Euro. Beim Umschlag gab es einen 90-prozentigen Sprung."),
    ],
)
def test_what_another_thing_is_more_by_is_not_refuted(language: str, said: str, checked) -> None:
    assert "refuted" not in verdict(checked, PLAN[language] + said)


@pytest.mark.parametrize(("lost", "found"), [("one euro", True), ("1m euros", False)])
def test_a_mere_euro_is_no_other_sum(lost: str, found: bool, checked) -> None:
    told = f"It is a sum double the 8bn euros of the last plan and not {lost} will be lost."
    assert verdict(checked, PLAN["en"] + told) == ["refuted"] * found


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("tr", "Tutar, 3,05 milyar avro ayrılan önceki planın üç katından fazla."),
        ("es", "La suma es más del triple de la del plan anterior, que contó con 3.050 millones de euros."),
        ("it", "È una somma doppia rispetto ai 6 miliardi di euro dello scorso piano."),
    ],
)
def test_a_multiple_may_be_more_than_that(language: str, said: str, checked) -> None:
    plans = {
        "es": "El puerto gastará 12.000 millones de euros en seis años. ",
        "it": "Il porto spenderà 12 miliardi di euro in sei anni, cioè 2 miliardi di euro all'anno. ",
    }
    assert verdict(checked, {**PLAN, **plans}[language] + said) == ["supported"]


HINDI = "बंदरगाह छह साल में 12 अरब यूरो खर्च करेगा, यानी हर साल 2 अरब यूरो। "


@pytest.mark.parametrize(
    ("plan", "said", "found"),
    [
        # words after what a rise comes to: one, and three where the verb comes last
        (PLAN["en"], "The increase over the 8bn euros of the last plan comes to 90% overall.", True),
        (PLAN["en"], "The increase over the 8bn euros of the last plan comes to 90% in wages.", False),
        (PLAN["hu"], "A növekedés az előző terv 8 milliárd eurójához képest 90 százalék lesz majd ma.", True),
        (PLAN["hu"], "A növekedés az előző terv 8 milliárd eurójához képest 90 százalék ma az új ár.", False),
        # words of a clause that tells the sum of before
        (PLAN["en"], "The increase on the last plan, in whose wake 8bn euros, equals 90%.", True),
        (PLAN["en"], "The increase on the last plan, in whose wake quays 8bn euros, equals 90%.", False),
        # words between a difference and what it comes to
        (HINDI, "पिछली योजना के 8 अरब यूरो से अंतर अब 90% है।", True),
        (HINDI, "पिछली योजना के 8 अरब यूरो से अंतर किराए में 90% है।", False),
    ],
)  # fmt: skip
def test_so_many_words_may_stand_beside_what_a_rise_comes_to(
    plan: str, said: str, found: bool, checked
) -> None:
    assert verdict(checked, plan + said) == ["refuted"] * found
