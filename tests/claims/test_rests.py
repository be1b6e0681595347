"""What is told to be left of a sum whose parts other sentences tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .blocks import cases

Verdicts = Callable[[str, str], list[tuple[str, str]]]

# 600, of which 240 is paid by another, leaves 360: right with the first figure, wrong with the second.
LEFT = """
en | 360 | 460
The city will spend 600m euros on roads over three years, 200m a year. The state pays 240m, or 40% of the
total. The remaining {}m euros comes from the city.

en | 360 | 460
The city will spend 600m euros on roads over three years, 200m a year. The state pays 240m euros of it,
leaving the city to pay {}m euros.

fr | 360 | 460
La ville consacrera 600 millions d'euros aux routes en trois ans, soit 200 millions par an. L'État
apporte 240 millions, 40 % du total. Le reste, {} millions d'euros, est à la charge de la ville.

it | 360 | 460
La città spenderà 600 milioni di euro per le strade in tre anni, cioè 200 milioni l'anno. Lo Stato dà 240
milioni, il 40% del totale. La parte rimanente, pari a {} milioni di euro, è a carico della città.

pt | 360 | 460
A cidade gastará 600 milhões de euros em estradas em três anos, 200 milhões por ano. O Estado paga 240
milhões, 40% do total. Os demais {} milhões de euros sairão do caixa da cidade.

es | 360 | 460
La ciudad gastará 600 millones de euros en carreteras en tres años, 200 millones al año. El Estado pone
240 millones, el 40 % del total. Los {} millones restantes los pagará la ciudad.

sv | 360 | 460
Staden lägger 600 miljoner kronor på vägar under tre år, 200 miljoner om året. Staten betalar 240
miljoner, 40 procent av summan. Det som återstår, {} miljoner kronor, står staden för.

da | 360 | 460
Byen bruger 600 mio. kr. på veje over tre år, 200 mio. kr. om året. Staten betaler 240 mio. kr., 40
procent af beløbet. De resterende {} mio. kr. betaler byen.

pl | 360 | 460
Miasto wyda na drogi 600 mln zł w ciągu trzech lat, po 200 mln zł rocznie. Państwo da 240 mln zł, czyli
40 proc. całości. Reszta tej kwoty, {} mln zł, przypada na miasto.

ro | 360 | 460
Orașul va cheltui 600 de milioane de lei pe drumuri în trei ani, câte 200 de milioane pe an. Statul dă
240 de milioane de lei, adică 40% din total. Mai sunt de plătit {} de milioane de lei.

hu | 360 | 460
A város három év alatt 600 millió forintot költ utakra, évi 200 milliót. Az állam 240 millió forintot ad,
a teljes összeg 40 százalékát. A fennmaradó {} millió forintot a város állja.

tr | 360 | 460
Belediye üç yılda yollara 600 milyon lira harcayacak, yılda 200 milyon lira. Devlet 240 milyon lira
verecek, bu da toplamın yüzde 40'ı. Kalan {} milyon lirayı belediye karşılayacak.

ko | 360 | 460
시는 3년간 600억원을 도로에 투입해 해마다 200억원을 쓴다. 국비는 240억원으로 전체의 40%다. 나머지
{}억원은 시가 부담한다.

zh | 3.6 | 4.6
市政府将在三年内投入6亿元修路，每年2亿元。中央补助2.4亿元，占总额的40%。其余{}亿元由市里承担。

hi | 360 | 460
नगर निगम तीन साल में सड़कों पर 600 करोड़ रुपये खर्च करेगा, यानी हर साल 200 करोड़ रुपये। केंद्र सरकार 240
करोड़ रुपये देगी, जो कुल राशि का 40 प्रतिशत है। शेष {} करोड़ रुपये निगम देगा।

ar | 360 | 460
ستنفق البلدية 600 مليون ريال على الطرق خلال ثلاث سنوات، أي 200 مليون ريال سنويا. وتتحمل الحكومة 240 مليون
ريال، أي 40% من المبلغ. أما المبلغ المتبقي، {} مليون ريال، فتدفعه البلدية.

he | 360 | 460
העירייה תשקיע 600 מיליון שקל בכבישים בשלוש שנים, כלומר 200 מיליון שקל בשנה. המדינה תממן 240 מיליון שקל,
40% מהסכום. את היתרה, {} מיליון שקל, תשלם העירייה.

th | 360 | 460
เทศบาลจะใช้เงิน 600 ล้านบาทใน 3 ปี หรือปีละ 200 ล้านบาท รัฐบาลสมทบ 240 ล้านบาท คิดเป็น 40% ของวงเงิน
ส่วนที่เหลือ {} ล้านบาท เทศบาลรับผิดชอบ

vi | 360 | 460
Thành phố sẽ chi 600 tỷ đồng làm đường trong ba năm, tức 200 tỷ đồng mỗi năm. Trung ương hỗ trợ 240 tỷ
đồng, bằng 40% tổng số. Phần còn lại, {} tỷ đồng, do thành phố chi trả.

id | 360 | 460
Pemkot akan menghabiskan Rp600 miliar untuk jalan dalam tiga tahun, atau Rp200 miliar per tahun.
Pemerintah pusat menanggung Rp240 miliar, setara 40 persen dari total. Sisanya, Rp{} miliar, dari APBD.
"""


@pytest.mark.parametrize(("language", "figures", "text"), cases(LEFT))
def test_a_rest_is_what_the_parts_leave(
    language: str, figures: list[str], text: str, verdicts: Verdicts
) -> None:
    def sums(figure: str) -> list[str]:
        return [verdict for kind, verdict in verdicts(text.format(figure), language) if kind == "sum"]

    right, wrong = figures
    assert sums(right) == ["supported"]
    assert sums(wrong) == ["refuted"]


PLAN = "The city will spend 600m euros on roads over three years, 200m a year. "
# Half of the rest; others pay, too; a rest of another sum; a number that may be money; sales.
LET_BE = """
The state pays 240m euros of it, and half of the remaining funds, 180m euros, are loans.

The state and others pay 240m euros, and the remaining 260m euros comes from the city.

The state pays 240m euros. The tunnel costs 460m euros; with 100m spent the remaining 360m euros is due.

The state pays 240m euros and the county 100 000 000; the remaining 460m euros comes from the city.

Sales were 240m euros, and the remaining 460m euros of income came from rents.
"""
UNBORNE = (
    "The city will spend 600m euros on roads. The state pays 240m euros; the remaining 460m euros is a loan."
)


@pytest.mark.parametrize("text", [UNBORNE, *(PLAN + each for each in LET_BE.strip().split("\n\n"))])
def test_a_rest_that_may_be_one_of_something_else_is_let_be(text: str, verdicts: Verdicts) -> None:
    assert ("sum", "refuted") not in verdicts(text, "en")


@pytest.mark.parametrize(("rest", "found"), [("0.12m", False), ("0.34m", True)])
def test_a_rest_within_the_rounding_of_its_sum_is_let_be(rest: str, found: bool, verdicts: Verdicts) -> None:
    """2.4m less 2.24m is between 0.11m and 0.21m."""
    drive = "The drive ended at 2.4m euros. Last year it was 2m euros, so that is a fifth more. "
    parts = f"Of it 2.24m euros buys coats. The remaining {rest} euros is for post."
    assert (("sum", "refuted") in verdicts(drive + parts, "en")) == found
