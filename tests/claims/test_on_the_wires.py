"""Shares, products and sums as the wires of many lands print them: what is right accuses nobody, the same
with a slip in it is still found."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.commands.check import check
from capexcalc.documents.document import Document
from capexcalc.rates.book import RateBook

# A share of the base right behind its part.
SPENT_TH = "เบิกจ่ายแล้ว 600,000 ล้านบาท ของวงเงินงบประมาณ 2,000,000 ล้านบาท คิดเป็นร้อยละ 30"
SPENT = "It has spent 600bn euros of its budget of 2,000bn euros, or 30%"
SPENT_RU = "Потрачено 600 млрд рублей из 2000 млрд рублей, или 30%"
STIMULUS = "The stimulus was initially priced at $787 billion."
SALES = "Net sales were $11,670 million in 2024 compared to $9,744 million in 2023."
TO_SAVERS = "The state has paid $43.7 million to savers whose accounts exceeded the $100,000 covered"

# Language, the verdicts in order, what is said.
CASES = [
    # The base of a share stands right behind its part; no other sum is that.
    (
        "th",
        "supported supported supported",
        (f"{SPENT_TH} แบ่งเป็น รายจ่ายประจำ 560,000 ล้านบาท ของวงเงิน 1,500,000 ล้านบาท คิดเป็นร้อยละ 37.33 "
        "รายจ่ายลงทุน 40,000 ล้านบาท ของวงเงิน 500,000 ล้านบาท คิดเป็นร้อยละ 8"),
    ),
    (
        "th",
        "supported refuted",
        f"{SPENT_TH} แบ่งเป็น รายจ่ายประจำ 560,000 ล้านบาท ของวงเงิน 1,500,000 ล้านบาท คิดเป็นร้อยละ 47.33",
    ),
    ("en", "supported supported", f"{SPENT}, with 40bn euros of the 500bn euros for roads, or 8%."),
    ("en", "supported refuted", f"{SPENT}, with 40bn euros of the 500bn euros for roads, or 12%."),
    ("ru", "supported supported", f"{SPENT_RU}, из них 560 млрд рублей из 1500 млрд рублей, или 37%."),
    ("ru", "supported refuted", f"{SPENT_RU}, из них 560 млрд рублей из 1500 млрд рублей, или 47%."),
    # The whole has a share of its own, and so has each part: each is of a budget of its own.
    ("en", "supported", "It spent 600m euros, or 30%: 40m euros, or 8%, and 560m euros, or 37%, on pay."),
    ("en", "refuted", "It will spend 600m euros, of which 100m euros, or 25%, goes into roads."),
    # Any other amount of the sentence as the part.
    ("en", "", f"{TO_SAVERS} — about 81 percent of the $53.9 million they had."),
    ("en", "refuted", f"{TO_SAVERS} — about 61 percent of the $53.9 million they had."),
    ("sv", "", "Det blev 12 miljarder kronor, 2 miljarder över målet, eller 80 procent av 15 miljarder."),
    ("sv", "refuted", "Det blev 120 miljarder kronor, eller 60 procent av målet på 150 miljarder kronor."),
    (
        "th",
        "",
        "นำส่ง 120,000 ล้านบาท สูงกว่าเป้าหมายจำนวน 3,000 ล้านบาท หรือคิดเป็นร้อยละ 80 ของเป้าหมายจำนวน 150,000 ล้านบาท",
    ),
    # A share of a number that stands between, or in a row of bare figures.
    (
        "th",
        "",
        "วงเงินไม่เกิน 2 ล้านบาท จำนวน 320 ราย คิดเป็น 40.00% วงเงินไม่เกิน 8 ล้านบาท จำนวน 90 ราย คิดเป็น 11.25%",
    ),
    ("en", "", "Fleet Solutions $1,308 1,271 3% $ 5,116 5,053 1%"),
    ("en", "refuted", "It will give 3bn euros to 320 firms, or 35% of the 12bn euros."),
    # A whole that the words name, and that has no figure; a rise is one of the sum before it.
    ("en", "", f"{STIMULUS} Half of the total fiscal support for banks, or $689 billion, came in tax cuts."),
    ("en", "refuted", f"{STIMULUS} Half of it, or $689 billion, came in tax cuts."),
    ("en", "", f"{SALES} The increase of $1,926 million, or 20%, was driven by prices."),
    ("en", "", "He gets up to £700m of shares. She has a stake of £100m, bought at a tenth of the price."),
    ("en", "refuted", "The plan has £700m. Roads get £100m, a tenth of the money."),
    # What only its rounding lets fit a sum of another sentence.
    ("en", "", "The plan has 6bn euros over five years. Roads get 2bn euros, or 45%."),
    ("en", "supported", "The plan has 6bn euros over five years. Roads get 2bn euros, or a third."),
    ("en", "refuted", "The plan has 6.0bn euros over five years. Roads get 2.0bn euros, or 45%."),
    # The price of one of other things than are counted.
    ("th", "", "เนื้อที่รวม 500,000 ไร่ วงเงินสินเชื่อรายละไม่เกิน 100,000 บาท รวม 5,000 ล้านบาท"),
    ("th", "", "ช่วยเหลือ 20,000 ครัวเรือน ในอัตราไร่ละ 1,250 บาท รวมเป็นเงิน 23 ล้านบาท"),
    ("th", "supported", "ช่วยเหลือเกษตรกร 50,000 ราย รายละ 3,000 บาท รวมเป็นเงิน 150 ล้านบาท"),
    ("th", "refuted", "ช่วยเหลือเกษตรกร 50,000 ราย รายละ 3,000 บาท รวมเป็นเงิน 180 ล้านบาท"),
    ("en", "", "It runs 300 wells and sells oil at $40 a barrel, $20,000 in all."),
    ("en", "refuted", "It sold 300 barrels at $40 a barrel, $20,000 in all."),
    ("de", "", "Die 300 Höfe erhalten 40 Euro je Tonne, insgesamt 20.000 Euro."),
    ("de", "refuted", "Für 300 Tonnen erhalten sie 40 Euro je Tonne, insgesamt 20.000 Euro."),
    ("ru", "", "300 хозяйств получат по 40 рублей за тонну, всего 20 000 рублей."),
    ("ru", "refuted", "За 300 тонн они получат по 40 рублей за тонну, всего 20 000 рублей."),
    ("th", "supported", "ช่วยเหลืออัตราไร่ละ 500 บาท ครัวเรือนละไม่เกิน 20 ไร่ หรือไม่เกิน 10,000 บาท"),
    # A number nearer to the price; a factor; the side of something.
    ("th", "", "1,000,000 รางวัล ๆ ละ 40 บาท รวมรางวัลทั้งสิ้น 1,050,000 รางวัล คิดเป็นเงิน 44,500,000 บาท"),
    ("en", "", "The petunias cost $3.00 each so she will spend 3*5 = $15.00 on petunias."),
    ("th", "", "เฉลี่ยน้ำหนัก 420 กก.ๆ ละ 100 บาท กำไรประมาณ 8,000 /ตัว หรือ 40,252 บาท/5ตัว/4 เดือน"),
    ("en", "refuted", "It pays 5,000 euros for each of **1,000** workers, 6 million euros in all."),
    ("th", "", "ขนาด 4 X 7 ตารางเมตร มีราคาก่อสร้างหลังละ 240,000 บาท รวมเป็นเงิน 15,120,000 บาท"),
    ("th", "refuted", "สร้างบ้าน 60 หลัง หลังละ 240,000 บาท รวมเป็นเงิน 17,400,000 บาท"),
    # Other amounts of the sentence add up; prices never do.
    ("th", "", "กล่องละ 950 บาท หรือเฉลี่ยชิ้นละ 19 บาท รวมค่าส่งอีก 60 บาท รวมเป็น 1,010 บาท"),
    ("en", "refuted", "The box costs $950 and the post $60, $1,100 in all."),
    ("en", "", "The sales were at weighted average prices of $149.88 and $149.41, totaling $1,197,630."),
    ("en", "", "They were sold at prices of $169.0251, $170.0528, and $170.6891, totaling $509,396."),
    ("en", "", "He has $4M. He sold at prices of $374.85, $375.68, and $373.64, totaling $4,281,359."),
    ("en", "refuted", "It lends $169 million, $170 million and $171 million, totaling $509 billion."),
    # A part of a part; an item that amounts to what stands behind it; the sum of a whole project.
    ("en", "", "It has a $275 billion plan, with $25 billion of that in a bank, a total of $500 billion."),
    ("en", "refuted", "It puts $275 billion into roads and $25 billion into banks, $500 billion in all."),
    ("ms", "", "Polis merampas ganja bernilai RM2,237, syabu RM2,884 serta wang tunai berjumlah RM3,800."),
    ("ms", "refuted", "Polis merampas ganja bernilai RM2,237 dan syabu bernilai RM2,884, berjumlah RM6,121."),
    (
        "th",
        "",
        ("สินเชื่อ จำนวน 12,515,000 บาท อีกทั้ง มีการสร้างระบบสาธารณูปโภค โดย พอช. สนับสนุนงบประมาณ "
        "จำนวน 3,150,000 บาท และงบอุดหนุนที่อยู่อาศัย จำนวน 1,575,000 บาท "
        "รวมงบประมาณทั้งโครงการเป็นเงินทั้งสิ้น 30,545,000 บาท"),
    ),
    ("th", "", "สูงกว่าเป้าหมายถึง 24,243 ล้านบาท สินเชื่อคงค้าง 115,893 ล้านบาท รวม 163,882 ล้านบาท"),
    ("th", "refuted", "สินเชื่อใหม่ 24,243 ล้านบาท สินเชื่อคงค้าง 115,893 ล้านบาท รวม 163,882 ล้านบาท"),
    ("fr", "", "Santé (50 millions d'euros), écoles (20 millions d'euros), rails (30 millions d'euros)."),
    (
        "en",
        "supported",
        ("It took 8,047 ETH (US$26.36 million), of which 630 ETH (US$2.18 million) was paid in fees, and a "
        "profit of 7,417 ETH (US$24.18 million) was made."),
    ),
    # A row of sums, each with a year of its own, is no sum of the last.
    ("sv", "", "Den ger 20 miljoner kronor 2026, 30 miljoner kronor 2027 och 50 miljoner kronor 2028."),
    ("en", "", "It pays 2.1m euros in 2026, 3.2m euros in 2027 and 5.3m euros in 2028."),
    ("zh", "", "2026年投入2.1亿元，2027年投入3.2亿元，2028年投入5.3亿元。"),
    ("en", "supported", "It pays 2.1m euros in 2026 and 3.2m euros in 2027, 5.3m euros in all by 2028."),
    ("en", "refuted", "It pays 2.1m euros in 2026 and 3.2m euros in 2027, 6.3m euros in all by 2028."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "verdicts", "text"), CASES)
def test_it_is_judged_as_it_is_printed(language: str, verdicts: str, text: str, book: RateBook) -> None:
    found = check([Document("article", text, lang=language)], book=book, on=date(2024, 5, 2))
    told = [each.finding.verdict for each in found.result.documents[0].claims]
    assert told == verdicts.split()
