"""A change that is told both as a difference and in percent, as reports of results do: against an earlier
sum, or of the later one alone, which the earlier one follows from."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from capexcalc.output.wording.claims import WordedClaim

from .blocks import cases

Verdicts = Callable[[str, str], list[tuple[str, str]]]

# From 51.2 by 13.6 to 64.8: up 26.6 %. Each is right with the first figure and wrong with the second.
AGAINST_AN_EARLIER_SUM = """
en | 26.6 | 36.6
Net income was $64.8 million for the nine months ended September 30, up $13.6 million or {}% when compared to
$51.2 million for the same nine months of 2024.

en | 26.6 | 36.6
Revenue increased $13.6 million, or {}%, from $51.2 million for the year ended December 31, 2018 to $64.8
million for the year ended December 31, 2019.

en | 26.6 | 46.6
Revenue was $64.8 million, up $13.6 million ({} %) from $51.2 million in 2023.

de | 26,6 | 36,6
Der Umsatz stieg um 13,6 Millionen Euro oder {} Prozent auf 64,8 Millionen Euro nach
51,2 Millionen Euro im Vorjahr.

fr | 26,6 | 36,6
Le chiffre d'affaires a augmenté de 13,6 millions d'euros, soit {} %, pour atteindre 64,8 millions d'euros
contre 51,2 millions d'euros un an plus tôt.

es | 26,6 | 36,6
Las ventas aumentaron 13,6 millones de euros, un {} %, hasta 64,8 millones de euros desde
51,2 millones de euros.

sv | 26,6 | 36,6
Omsättningen ökade med 13,6 miljoner kronor, eller {} procent, till 64,8 miljoner kronor från
51,2 miljoner kronor.

ar | 26.6 | 36.6
ارتفعت الإيرادات بمقدار 13.6 مليون دولار، أو {}%، إلى 64.8 مليون دولار من 51.2 مليون دولار.

vi | 26,6 | 36,6
Doanh thu tăng 13,6 tỷ đồng, tương đương {}%, lên 64,8 tỷ đồng từ 51,2 tỷ đồng.
"""
OF_ONE_SUM = """
en | 2 | 4
Refrigerated sales for the year were $2.80 billion, an increase of $51.0 million, or {}%, compared to the
year before.

en | 6 | 9
Sales abroad were $793.4 million, a decrease of $50.1 million, or {}%, compared to fiscal 2018.

en | 26.6 | 36.6
Sales rose by 26.6 million euros in May. In June they increased $13.6 million, or {}%, to $64.8 million.

de | 26,6 | 36,6
Der Umsatz betrug 64,8 Millionen Euro, ein Plus von 13,6 Millionen Euro oder {} Prozent.

fr | 26,6 | 36,6
Le chiffre d'affaires s'élève à 64,8 millions d'euros, en hausse de 13,6 millions d'euros ({} %).

es | 26,6 | 36,6
Las ventas aumentaron en 13,6 millones de euros, un {} %, hasta 64,8 millones de euros.

it | 26,6 | 36,6
I ricavi sono aumentati di 13,6 milioni di euro, pari al {}%, a 64,8 milioni di euro.

pt | 26,6 | 36,6
As vendas aumentaram R$ 13,6 milhões, ou {}%, para R$ 64,8 milhões.

nl | 26,6 | 36,6
De omzet steeg met 13,6 miljoen euro, of {} procent, naar 64,8 miljoen euro.

fi | 26,6 | 36,6
Liikevaihto kasvoi 13,6 miljoonaa euroa eli {} prosenttia 64,8 miljoonaan euroon.

pl | 26,6 | 36,6
Przychody wzrosły o 13,6 mln zł, czyli o {} proc., do 64,8 mln zł.

cs | 26,6 | 36,6
Tržby vzrostly o 13,6 milionu korun, tedy o {} procenta, na 64,8 milionu korun.

hu | 26,6 | 36,6
Az árbevétel 13,6 millió euróval, azaz {} százalékkal 64,8 millió euróra nőtt.

ro | 26,6 | 36,6
Veniturile au crescut cu 13,6 milioane de lei, respectiv cu {}%, la 64,8 milioane de lei.

el | 26,6 | 36,6
Τα έσοδα αυξήθηκαν κατά 13,6 εκατ. ευρώ, ή {}%, στα 64,8 εκατ. ευρώ.

tr | 26,6 | 36,6
Gelirler 13,6 milyon lira, yani yüzde {} artarak 64,8 milyon liraya çıktı.

ru | 26,6 | 16,6
Выручка выросла на 13,6 млн рублей, или на {}%, до 64,8 млн рублей.

uk | 26,6 | 16,6
Виручка зросла на 13,6 млн гривень, або на {}%, до 64,8 млн гривень.

he | 26.6 | 36.6
ההכנסות עלו ב-13.6 מיליון שקל, או {}%, ל-64.8 מיליון שקל.

hi | 26.6 | 36.6
राजस्व 13.6 करोड़ रुपये यानी {} प्रतिशत बढ़कर 64.8 करोड़ रुपये हो गया।

th | 26.6 | 36.6
รายได้เพิ่มขึ้น 13.6 ล้านบาท หรือ {}% เป็น 64.8 ล้านบาท

id | 26,6 | 36,6
Pendapatan naik Rp13,6 miliar atau {}% menjadi Rp64,8 miliar.

ja | 26.6 | 36.6
売上高は13億6000万円（{}%）増の64億8000万円となった。

ko | 26.6 | 36.6
매출은 13억6000만원({}%) 늘어난 64억8000만원을 기록했다.

zh | 26.6 | 36.6
营收增加1360万元，即{}%，至6480万元。
"""


def _each(block: str) -> list[object]:
    return [
        pytest.param(lang, figures, text, id=f"{lang}-{text[:30]}") for lang, figures, text in cases(block)
    ]


@pytest.mark.parametrize(("language", "figures", "text"), _each(AGAINST_AN_EARLIER_SUM))
def test_both_are_held_against_an_earlier_sum(
    verdicts: Verdicts, language: str, figures: list[str], text: str
) -> None:
    right, wrong = figures
    assert verdicts(text.format(right), language) == [("change", "supported")] * 2
    assert sorted(verdicts(text.format(wrong), language)) == [("change", "refuted"), ("change", "supported")]


@pytest.mark.parametrize(("language", "figures", "text"), _each(OF_ONE_SUM))
def test_the_percentage_is_held_against_the_difference(
    verdicts: Verdicts, language: str, figures: list[str], text: str
) -> None:
    right, wrong = figures
    assert verdicts(text.format(right), language) == [("change", "supported")]
    assert verdicts(text.format(wrong), language) == [("change", "refuted")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This increase of $82m or 15.7% was primarily driven by revenue of $139m from toys."),
        ("en", "A share costs $35. Values plunged from $7.1m to $4.1m, marking a 42% decline."),
        ("en", "Sales increased $4.8m, or 9% at constant exchange rates, to $10.1m."),
        (
            "de",
            "Der Umsatz stieg bereinigt um 13,6 Millionen Euro oder 36,6 Prozent auf 64,8 Millionen Euro.",
        ),
    ],
)
def test_what_is_told_of_other_money_accuses_nobody(verdicts: Verdicts, language: str, text: str) -> None:
    assert "refuted" not in {verdict for _, verdict in verdicts(text, language)}


@pytest.mark.parametrize(
    ("gap", "found"), [("1億1000万", True), ("9000万", False), ("3億9000万", True), ("4億1000万", False)]
)
def test_figures_that_a_rise_only_follows_are_one_change_if_they_may_be(
    verdicts: Verdicts, gap: str, found: bool
) -> None:
    # 20 % of the sum is 200 million: half of that or twice as much may be meant.
    assert bool(verdicts(f"売上高は{gap}円（20%）増の10億円となった。", "ja")) is found


@pytest.mark.parametrize(("gap", "found"), [("$2.22m", True), ("$2.23m", False), ("$3m", False)])
def test_nothing_rises_by_more_than_it_comes_to(verdicts: Verdicts, gap: str, found: bool) -> None:
    assert bool(verdicts(f"Sales rose by {gap}, or 11100%, to $2.24m.", "en")) is found


def test_the_earlier_sum_is_worked_out(claims_of: Callable[..., tuple[WordedClaim, ...]]) -> None:
    (claim,) = claims_of("Sales increased $4.8 million, or 90%, to $10.1 million.")
    assert claim.object is None
    assert claim.steps[0] == "10,100,000.00 USD - 4,800,000.00 USD = 5,300,000.00 USD"
    assert claim.computed == pytest.approx(Decimal("0.9057"), abs=Decimal("0.0001"))
