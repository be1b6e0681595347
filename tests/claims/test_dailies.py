"""What dailies of many lands print and is right accuses nobody; the same with a slip in it is still found."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.commands.check import check
from capexcalc.documents.document import Document
from capexcalc.rates.book import RateBook

# Language, day or none, the one verdict or none, what is said.
OLD = "1957, 1958."
CASES = [
    # Dollars of a land that the text names.
    ("nl", "2024-05-02", "supported", "In Singapore kost een bankbiljet van 1000 dollar (684 euro) meer."),
    ("nl", "2024-05-02", "refuted", "Daar kost een bankbiljet van 1000 dollar (684 euro) meer."),
    ("nl", "2024-05-02", "refuted", "In Singapore kost een bankbiljet van 1000 dollar (6840 euro) meer."),
    ("de", "2024-05-02", "supported", "In Kanada zahlt er 5000 Dollar (3400 Euro) Strafe."),
    ("de", "2024-05-02", "refuted", "In Texas zahlt er 5000 Dollar (3400 Euro) Strafe."),
    ("fi", "2024-05-02", "supported", "Australiassa lupa maksaa 5000 dollaria (3040 euroa)."),
    ("sv", "2024-05-02", "supported", "I Hongkong kostar den 50 000 dollar (69 300 kronor)."),
    ("sv", "2024-05-02", "supported", "I Hongkong kostar den 50 000 dollar (542 000 kronor)."),
    ("ja", "2024-05-02", "supported", "香港の競売で絵が138万ドル（約1,079万元）で落札された。"),
    ("ja", "2024-05-02", "refuted", "競売で絵が138万ドル（約1,079万元）で落札された。"),
    ("ja", "2024-05-02", "refuted", "香港の競売で絵が138万ドル（約107万元）で落札された。"),
    ("he", "2024-05-02", "supported", "בקנדה הוא ישלם 5,000 דולר (3,400 אירו)."),
    ("he", "2024-05-02", "refuted", "בטקסס הוא ישלם 5,000 דולר (3,400 אירו)."),
    ("vi", "2024-05-02", "supported", "Ở Úc, anh phải trả 5.000 đô la (khoảng 83 triệu đồng)."),
    ("en", "2024-05-02", "supported", "In Canada, the fine is $10,000 (€6,800)."),
    ("en", "2024-05-02", "refuted", "The fine is $10,000 (€6,800)."),
    ("en", "2024-05-02", "refuted", "In Canada, the fine is $10,000 (€680)."),
    ("en", "2024-05-02", "refuted", "Liberal Canadians pay C$10,000; the fine is $5,000 (€3,400)."),
    ("de", "2024-05-02", "refuted", "Ein neuer Herd kostet 5000 Dollar (144 Euro)."),
    ("en", "2024-05-02", "not_enough_info", "In North Korea, the fine is 50,000 won (350 euros)."),
    ("en", "2024-05-02", "refuted", "In South Korea, the fine is 50,000 won (350 euros)."),
    ("en", "1996-05-02", "not_enough_info", "In Guyana, the fine is 10,000 dollars (48 pounds)."),
    # Cents: of money or a land that the text names, of the money before, of what circulated then.
    ("ko", "2024-05-02", "supported", "프랑스에서는 빵이 29센트(약 428원)에 팔린다."),
    ("ko", "2024-05-02", "supported", "빵이 29센트(약 428원)에 팔린다. 보통 값은 1.09유로다."),
    ("ko", "2024-05-02", "refuted", "편의점에서는 빵이 29센트(약 428원)에 팔린다."),
    ("nl", "2024-05-02", "supported", "In 1975 kostte gas 6 cent (2,7 eurocent) per kuub."),
    ("nl", "2024-05-02", "refuted", "In 1975 kostte gas 6 cent (4,7 eurocent) per kuub."),
    ("fi", None, "supported", "Puhelun hinta olisi 35 senttiä (29 penniä)."),
    ("fi", None, "not_enough_info", "Puhelun hinta olisi 35 senttiä (208 penniä)."),
    ("fi", "2012-05-02", "supported", "Puhelun hinta oli 35 senttiä (208 penniä)."),
    ("fi", None, "refuted", "Puhelun hinta olisi 35 senttiä (290 penniä)."),
    ("fi", None, "", "Kuvat maksavat yhteensä 40 euroa, siis 40 senttiä kuvaa kohti."),
    ("en", "2024-05-02", "supported", "It pays C$1.06 (77 cents)."),
    ("en", "2024-05-02", "refuted", "It pays C$1.06 (57 cents)."),
    ("en", "2024-05-02", "refuted", "It pays C$44.20 (33 cents)."),
    ("en", "2024-05-02", "supported", "In Sydney it pays 75 cents (US$0.49)."),
    # A quarter of a year, and one of a sum.
    ("tr", "2024-05-02", "", "Kasa 732,5 milyar lira iken, 2012 üçüncü çeyreğinde 1,308 trilyon lira oldu."),
    ("tr", "2024-05-02", "refuted", "Köprülere 12 milyar liralık bütçenin çeyreği, 5 milyar lira ayrıldı."),
    (
        "fi",
        "2024-05-02",
        "",
        "Viimeisen neljänneksen voitto oli 12,3 miljardia euroa, kun se oli 4,3 miljardia.",
    ),
    ("fi", "2024-05-02", "", "Toisen neljänneksen voitto oli 12 miljardia euroa, vuosi sitten 4 miljardia."),
    (
        "fi",
        "2024-05-02",
        "refuted",
        "Tie maksaa 12 miljardia euroa. Summasta neljännes, 5 miljardia, menee siltaan.",
    ),
    # A ranking, and a list of parts.
    ("th", "2024-10-21", "", "มากสุด ได้แก่ ยา 183,444 ล้านบาท รองลงมา ได้แก่ รถ 94,197 ล้านบาท เรือ 67,849 ล้านบาท"),
    (
        "th",
        "2024-10-21",
        "refuted",
        "งบ 183,444 ล้านบาท ประกอบด้วย รถ 94,197 ล้านบาท เรือ 67,849 ล้านบาท และยา 2 ล้านบาท",
    ),
    (
        "en",
        "2024-05-02",
        "",
        "Drugs led with 15bn euros: followed by cars with 6bn euros and ships with 3bn euros.",
    ),
    ("en", "2024-05-02", "refuted", "It raised 15bn euros: 6bn euros in equity and 3bn euros in debt."),
    # A scale that is not known stands before its currency: what follows is told of that amount.
    ("fi", None, "", "Osake laski 62 000 woniin, kun yhtiö keräsi 1tn wonia (885 miljoonaa dollaria)."),
    ("fi", None, "refuted", "Osake laski 62 000 woniin (885 miljoonaa dollaria)."),
    ("de", "2024-05-02", "", "Die Aktie fiel auf 62.000 Won, als er 1tn Won (726 Millionen Dollar) aufnahm."),
    ("de", "2024-05-02", "refuted", "Die Aktie fiel auf 62.000 Won (726 Millionen Dollar)."),
    # The last two digits of a Thai year.
    ("th", "2023-05-16", "supported", "ข้าวปี 65 มีมูลค่า 138,452 ล้านบาท คิดเป็น 3,950 ล้านดอลลาร์สหรัฐ"),
    ("th", "2023-05-16", "supported", "ข้าวปีงบ 65 มีมูลค่า 138,452 ล้านบาท คิดเป็น 3,950 ล้านดอลลาร์สหรัฐ"),
    ("th", "2023-05-16", "refuted", "ข้าวมีมูลค่า 138,452 ล้านบาท คิดเป็น 3,950 ล้านดอลลาร์สหรัฐ"),
    ("th", "2023-05-16", "refuted", "ข้าวปี 65 มีมูลค่า 138,452 ล้านบาท คิดเป็น 39,500 ล้านดอลลาร์สหรัฐ"),
    # A rate of each year is no change in all.
    ("nl", "2024-05-02", "", "De reserves groeiden jaarlijks met 9% van 550 miljard naar 1320 miljard euro."),
    ("nl", "2024-05-02", "refuted", "De reserves groeiden met 9% van 550 miljard naar 1320 miljard euro."),
    ("de", "2024-05-02", "", "Er wuchs jährlich um 9 Prozent von 550 Milliarden auf 1320 Milliarden Euro."),
    (
        "de",
        "2024-05-02",
        "refuted",
        "Er wuchs jährlich um 90 Prozent von 55 Milliarden auf 60 Milliarden Euro.",
    ),
    (
        "de",
        "2024-05-02",
        "supported",
        "Er wuchs jährlich um 9 Prozent von 55 Milliarden auf 60 Milliarden Euro.",
    ),
    # ¥ stays open where the other of its currencies is named
    (
        "en",
        "2024-05-02",
        "supported",
        "Beijing lends 5bn yuan. Tokyo has spent ¥3trn ($19.3bn) on its bonds.",
    ),
    ("en", "2024-05-02", "supported", "Tokyo lends 5bn yen. Beijing has spent ¥3trn ($415bn) on its banks."),
    ("en", "2024-05-02", "refuted", "Beijing lends 5bn yuan. Tokyo has spent ¥3trn ($29.3bn) on its bonds."),
    # a decade is a time as a year is
    ("en", "2024-05-02", "supported", "The watch was sold for £10 ($16) in the 1980s."),
    (
        "de",
        "2024-05-02",
        "supported",
        "Die Uhr wurde in den 1980er Jahren für 10 Pfund (16 Dollar) verkauft.",
    ),
    ("zh", "2024-05-02", "supported", "这块表80年代以10英镑（16美元）卖出。"),
    ("en", "2024-05-02", "refuted", "The watch was sold for £10 ($16)."),
    ("en", "2024-05-02", "refuted", "The watch was sold for £10 ($26) in the 1980s."),
    # a share rounded to tens, or to a word
    ("en", "2024-05-02", "close", "Grants will fall by 60% from $981 million in 1989 to $423 million."),
    ("de", "2024-05-02", "close", "Der Etat stieg um 50 Prozent von 1,26 Millionen auf 1,86 Millionen Euro."),
    (
        "fr",
        "2024-05-02",
        "close",
        "Le budget a augmenté de 30 %, passant de 3,93 millions à 5,01 millions d'euros.",
    ),
    ("en", "2024-05-02", "refuted", "Grants will fall by 60.0% from $981 million in 1989 to $423 million."),
    ("en", "2024-05-02", "refuted", "Grants will fall by 61% from $981 million in 1989 to $423 million."),
    ("en", "2024-05-02", "refuted", "Grants will fall by 60% from $981 million in 1989 to $447 million."),
    # what analysts thought is no sum of before
    (
        "de",
        "2024-05-02",
        "",
        "Der Umsatz stieg um 39 Prozent auf 320 Euro gegenüber einem Analystenkonsens von 307 Euro.",
    ),
    (
        "no",
        "2024-05-02",
        "",
        "Salget økte 39 prosent til 320 kroner, mot analytikernes konsensus på 307 kroner.",
    ),
    (
        "sv",
        "2024-05-02",
        "",
        "Det ökade 39 procent till 320 kronor mot analytikernas konsensus på 307 kronor.",
    ),
    (
        "da",
        "2024-05-02",
        "",
        "Salget steg 39 procent til 320 kroner mod analytikernes konsensus på 307 kroner.",
    ),
    ("da", "2024-05-02", "refuted", "Salget steg 39 procent til 320 kroner mod 307 kroner året før."),
    # a price in each land
    ("en", "2024-05-02", "", "Each game costs £16.99 or $20."),
    ("de", "2024-05-02", "", "Jedes Spiel kostet 19,99 Euro (18 Pfund)."),
    ("en", "2024-05-02", "refuted", "Each game costs £16.98 or $17."),
    # so far from a sum of before that it is of another
    ("en", "2024-05-02", "", "It got £292 over two years. The price is $79 per month."),
    ("en", "2024-05-02", "refuted", "It got £292 over two years. The price is $69 per month."),
    ("en", "2024-05-02", "", "It got $292 over two years. The price is $799 per month."),
    # by the year, not of one share
    ("en", "2024-05-02", "refuted", "It will spend $5bn over two years, or $2.5m a year."),
    (
        "de",
        "2024-05-02",
        "refuted",
        "Es sind 6 Milliarden Euro in drei Jahren, also 2 Millionen Euro im Jahr.",
    ),
    ("zh", "2024-05-02", "refuted", "三年投资60亿元，即每年200万元。"),
    ("en", "2024-05-02", "", "It will earn $5bn over two years, or $2.50 a share."),
    # what a price touched in the day is none that it moved from
    ("en", "2024-05-02", "", "Crude rose 0.80 percent to $49.59 a barrel after rising close to $51."),
    ("ar", "2024-05-02", "", "ارتفع الخام 0.80 % إلى 49.59 دولار للبرميل بعد أن ارتفعت قريبا من 51 دولارا."),
    (
        "ar",
        "2024-05-02",
        "",
        "انخفض السعر 0.8 بالمئة إلى 982.4 دولار بعد أن سجل من قبل أدنى مستوى في أسبوع عند 974.9 دولار.",
    ),
    (
        "ar",
        "2024-05-02",
        "",
        "انخفض السعر 0.8 بالمئة إلى 1.15 دولار، مقتربا من أدنى مستوياته البالغ 1.1463 دولار.",
    ),
    ("ar", "2024-05-02", "refuted", "انخفض السعر 0.8 بالمئة إلى 982.40 دولار مقابل 974.95 دولار."),
    # local signs
    ("en", "2024-05-02", "supported", "He took S/124 million ($33 million) in kickbacks."),
    ("ar", "2024-05-02", "supported", "دفع 800 ألف فرنك فرنسي أفريقي أي حوالي 1220 يورو."),
    (
        "ar",
        "2018-05-02",
        "",
        "نزل السعر 0.1 بالمئة إلى 965.4 دولار بعد أن هبط إلى أدنى مستوى منذ الرابع من يناير عند 950.5 دولار.",
    ),
    # what a rise comes to is no share
    (
        "en",
        "2024-05-02",
        "",
        "This increase of $82m or 15.7% was primarily driven by revenue of $139m from toys.",
    ),
    ("en", "2024-05-02", "refuted", "Its toys took $82m or 15.7% of the revenue of $139m."),
    # one or the other, and no word for about
    ("es", "2024-05-02", "", "Recibirá o 50 millones de euros o 90 millones de dólares."),
    ("es", "2024-05-02", "refuted", "Invertirá más o menos 50 millones de euros, o 90 millones de dólares."),
    # nothing but two figures
    ("en", "2025-02-24", "refuted", "380 billion yuan (62 billion euros)\n"),
    ("zh", "2025-02-24", "refuted", "3800亿元（620亿欧元）\n"),
    # one sum to the next, and no range of what is expected, nor a fall by as much
    ("en", "2024-05-02", "", "The stock fell more than 10 percent, dropping $4.50 to $42.25."),
    ("en", "2024-05-02", "", "It expects a rise of up to 2%, approximately $0.15 to $0.20 per share."),
    # a list that begins before its sum
    ("ko", "2024-05-02", "", "시장에서는 각각 1만9800원, 1만5000원, 8000원, 합계 4만2800원이 들었다."),
    ("ko", "2024-05-02", "refuted", "시장에서는 1만5000원, 8000원, 합계 4만2800원이 들었다."),
    # a fraction of one percent
    (
        "en",
        "2024-05-02",
        "supported",
        "Costs rose about a half a percent to $73.5 million from $73.2 million.",
    ),
    ("ru", "2024-05-02", "supported", "Расходы выросли на половину процента до 73,5 млн евро с 73,2 млн."),
    ("ru", "2024-05-02", "refuted", "Расходы выросли на половину до 73,5 млн евро с 73,2 млн."),
    # each quarter
    ("en", "2024-05-02", "", "Interest payments run around $75 million, $76 million a quarter."),
    ("en", "2024-05-02", "refuted", "Interest takes $75 million, a quarter of the $76 million."),
    # better may be less
    ("en", "2024-05-02", "supported", "A cost of $5.86 was a 16% improvement versus $6.97 last year."),
    ("en", "2024-05-02", "supported", "A yield of $6.97 was a 19% improvement versus $5.86 last year."),
    ("es", "2024-05-02", "supported", "El coste mejora un 16 % hasta 5,86 euros frente a 6,97 euros."),
    ("en", "2024-05-02", "refuted", "A cost of $5.86 was a 26% improvement versus $6.97 last year."),
    # older than any rate, told by the years of the text alone
    ("en", None, "not_enough_info", f"{OLD} In 1959 the bank lent $225 million (about Rs 107 crore)."),
    ("de", None, "not_enough_info", f"{OLD} 1959 gab die Bank 225 Millionen Dollar (107 Milliarden Rupien)."),
    ("en", None, "refuted", "In 1959 the bank lent $225 million (about Rs 107 crore)."),
    ("en", None, "refuted", f"{OLD} In 2009 it lent $225 million (about Rs 107 crore)."),
    ("en", None, "refuted", "The bank lent $225 million (about Rs 107 crore)."),
    # true to the letter
    ("en", "2024-04-23", "close", "It costs 10 Philippine pesos (less than $0.20)."),
    ("fr", "2024-04-23", "close", "Cela coûte 10 pesos philippins (moins de 0,20 dollar)."),
    ("en", "2024-04-23", "refuted", "It costs 8.50 Philippine pesos (less than $0.20)."),
]


@pytest.mark.parametrize(("language", "day", "verdict", "text"), CASES)
def test_it_is_judged_as_it_is_printed(
    language: str, day: str | None, verdict: str, text: str, book: RateBook
) -> None:
    on = date.fromisoformat(day) if day else None
    found = check([Document("article", text, lang=language)], book=book, on=on)
    verdicts = [each.finding.verdict for each in found.result.documents[0].claims]
    assert verdicts == ([verdict] if verdict else [])
