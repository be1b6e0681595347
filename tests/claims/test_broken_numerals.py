"""Figures half in words, broken by a blank or with a scale in brackets, and the dates among them."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.commands.check import check
from capexcalc.documents.document import Document
from capexcalc.rates.book import RateBook
from capexcalc.reading.reader import read

# Language, what is said, its amounts.
AMOUNTS = [
    ("es", "Costó ciento 10 millones de pesos.", ["110000000"]),
    ("es", "Costó doscientos 40 mil pesos.", ["240000"]),
    ("es", "Subió de dos mil 700 a tres mil 850 pesos.", ["2700", "3850"]),
    ("es", "La beca pasó de mil 200 a mil 500 pesos.", ["1200", "1500"]),
    ("es", "Son 496 [mil millones de pesos], dijo.", ["496000000000"]),
    ("en", 'He said: "We spent 2 [billion euros]."', ["2000000000"]),
    ("es", "Viajaba al 1,5%. Tiene 30,000 millones de dólares.", ["30000000000"]),
    ("it", "È l'1,5%. Ha 30,000 milioni di dollari.", ["30000000000"]),
    ("es", "Viajaba al 1,5%. Tiene 30,125 millones de dólares.", ["30125000"]),
]

# Language, day, the one verdict or none, what is said.
CASES = [
    # A figure after figures and a blank may be their tenths.
    ("ru", "2016-12-16", "", "На проект выделили 65, 7 млн евро (около $68,6 млн)."),
    ("de", "2016-12-16", "", "Das Projekt kostet 65, 7 Millionen Euro (68,6 Millionen Dollar)."),
    ("fr", "2016-12-16", "", "Le projet coûte 65, 7 millions d'euros (68,6 millions de dollars)."),
    ("en", "2016-12-16", "supported", "In 2016, 7 million euros ($7.3 million) were paid."),
    ("en", "2016-12-16", "refuted", "The budget is 7 million euros ($68.6 million)."),
    # The day, the month and the year of a date count nothing.
    ("zh", "2020-07-23", "", "收盘价：5.63元）7月23日晚间发布业绩报称，基本每股亏损0.16元。"),
    ("zh", "2020-07-23", "", "去年12月末每股17亿元，合计204亿元。"),
    ("zh", "2020-07-23", "supported", "公司以每台5万元的价格采购23台设备，合计115万元。"),
    ("zh", "2020-07-23", "refuted", "公司以每台5万元的价格采购23台设备，合计185万元。"),
    (
        "es",
        "2020-11-09",
        "",
        "Resumen al 31 de diciembre del 16. Cada obra costó 5 millones, 80 millones en total.",
    ),
    ("es", "2020-11-09", "refuted", "Compró 23 tractores a 5.000 euros cada uno, 185.000 euros en total."),
    # Nor do those who were asked.
    (
        "es",
        "2020-11-09",
        "",
        "Es una encuesta de mil personas. Cada obra costó 145 mil pesos; en total, 145 millones.",
    ),
    # A time does not end in the year that a day of the month looks like.
    (
        "es",
        "2019-10-22",
        "",
        "Se perdieron 354 mil millones del 2014 al 20 de junio de este año, unos 65 mil al año.",
    ),
    (
        "es",
        "2019-10-22",
        "supported",
        "Se perdieron 354 mil millones de euros del 2014 al 19, unos 59 mil millones al año.",
    ),
    (
        "de",
        "2019-10-22",
        "",
        "Von 2014 bis 20. Juni gingen 354 Millionen Euro verloren, rund 65 Millionen im Jahr.",
    ),
    # More, and nearly, in languages that say it before the preposition.
    (
        "ru",
        "2017-06-01",
        "supported",
        "Объём вырос более чем в три раза (с 27 млн рублей до 100 млн рублей).",
    ),
    (
        "ru",
        "2017-06-01",
        "supported",
        "Объём вырос не менее чем в 2 раза, с 100 млн рублей до 250 млн рублей.",
    ),
    ("ru", "2017-06-01", "supported", "Объём вырос почти в три раза, с 10 млн рублей до 29 млн рублей."),
    ("ru", "2017-06-01", "refuted", "Объём вырос почти в три раза, с 10 млн рублей до 50 млн рублей."),
    ("ru", "2017-06-01", "refuted", "Объём вырос в три раза, с 27 млн рублей до 100 млн рублей."),
    (
        "ru",
        "2017-06-01",
        "supported",
        "Объём снизился более чем в два раза, с 100 млн рублей до 40 млн рублей.",
    ),
    ("uk", "2017-06-01", "supported", "Обсяг виріс більш ніж у три рази (з 27 млн грн до 100 млн грн)."),
    ("uk", "2017-06-01", "refuted", "Обсяг виріс у три рази (з 27 млн грн до 100 млн грн)."),
    ("th", "2017-06-01", "supported", "รายได้เพิ่มขึ้นกว่าสองเท่า จาก 100 ล้านบาท เป็น 260 ล้านบาท"),
]


@pytest.mark.parametrize(("language", "text", "values"), AMOUNTS)
def test_numerals_are_put_together(language: str, text: str, values: list[str]) -> None:
    assert [f"{amount.value:f}" for amount in read(text, language).amounts] == values


@pytest.mark.parametrize(("language", "day", "verdict", "text"), CASES)
def test_what_is_broken_or_a_date_accuses_nobody(
    language: str, day: str, verdict: str, text: str, book: RateBook
) -> None:
    on = date.fromisoformat(day)
    found = check([Document("article", text, lang=language)], book=book, on=on)
    verdicts = [claim.finding.verdict for claim in found.result.documents[0].claims]
    assert verdicts == ([verdict] if verdict else [])
