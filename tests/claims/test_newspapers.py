"""What newspapers print and is right accuses nobody; the same with a slip in it is still found."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.commands.check import check
from capexcalc.documents.document import Document
from capexcalc.rates.book import RateBook

# Language, day, the one verdict or none, what is said.
CASES = [
    # Numbers that go on after "mil", and after a comma.
    ("es", "2014-01-30", "supported", "Vale seis millones de euros (ocho millones, 153 mil 400 dólares)."),
    ("es", "2014-01-30", "refuted", "Vale seis millones de euros (18 millones, 153 mil 400 dólares)."),
    ("es", "2014-01-30", "", "Vale 6 millones de euros (8 millones, 153 mil dólares)."),
    ("ru", "2023-04-10", "", "Фирма получила13 840 юаней (2015 долларов США)."),
    ("ru", "2023-04-10", "supported", "Ущерб оценили в13 840 юаней (2015 долларов США)."),
    ("ru", "2023-04-10", "supported", "Ущерб оценили в 13 840 юаней (2015 долларов США)."),
    ("ru", "2023-04-10", "refuted", "Ущерб оценили в 840 юаней (2015 долларов США)."),
    ("ru", "2023-06-02", "", "Лондон выделит £10,5 (более 12,2 млн евро) млн на помощь."),
    ("ru", "2023-06-02", "refuted", "Лондон выделит £10,5 (более 12,2 млн евро) на помощь."),
    # A percentage with three figures after its mark.
    ("es", "2013-06-25", "supported", "Pasó de 12 millones a 1,740 millones de pesos, un alza de 14,400%."),
    ("es", "2013-06-25", "refuted", "Pasó de 12 millones a 1,740 millones de pesos, un alza de 1,440%."),
    # The sign of many lands, and the words that say whose it is.
    ("es", "2014-02-20", "", "El convenio es por $85,000,000 (ochenta y cinco millones de pesos)."),
    ("es", "2014-02-20", "refuted", "El convenio es por $85,000,000 (seis millones de euros)."),
    ("es", "2013-06-25", "supported", "Recibió $12 millones de reales (4 millones de euros)."),
    ("es", "2013-06-25", "refuted", "Recibió $12 millones de reales (9 millones de euros)."),
    ("en", "2013-06-25", "", "It received $5 million euros (9 million dollars)."),  # one of the two is a slip
    # Words for the money of several lands.
    ("es", "2013-12-20", "supported", "En Egipto pagarán una multa de 50 mil libras (5 mil 300 euros)."),
    ("es", "2013-12-20", "supported", "En Egipto pagarán una multa de 50 mil libras (59 mil 900 euros)."),
    ("es", "2013-12-20", "refuted", "En Egipto pagarán una multa de 50 mil libras (15 mil 300 euros)."),
    ("es", "2013-12-20", "refuted", "Los activistas pagarán 50 mil libras (5 mil 300 euros)."),
    ("it", "2013-12-20", "supported", "In Siria il pane costa 280mila lire (2.000 dollari)."),
    ("ro", "2021-07-30", "supported", "Casa e evaluată la 262.000 de lei (12.400 de euro)."),
    ("ro", "2021-07-30", "supported", "Casa e evaluată la 262.000 de lei (53.250 de euro)."),
    ("ro", "2021-07-30", "refuted", "Casa e evaluată la 262.000 de lei (26.000 de euro)."),
    ("vi", "2017-06-23", "supported", "Gia đình nhận 2 triệu rupee (tương đương 19.100 USD)."),  # of Pakistan
    ("vi", "2017-06-23", "refuted", "Gia đình nhận 2 triệu rupee (tương đương 191.000 USD)."),
    ("zh", "2024-10-11", "not_enough_info", "他在伊朗花了2000亿里亚尔（约合4000万元人民币）。"),
    ("zh", "2024-10-11", "refuted", "他在沙特花了2000亿里亚尔（约合4000万元人民币）。"),
    # Multiples whose number a hyphen parts, with "and more", and what comes on top.
    ("sv", "2025-09-15", "supported", "Anslaget sju-dubblas, från 2,7 miljarder till 19,4 miljarder kronor."),
    ("sv", "2025-09-15", "refuted", "Anslaget tre-dubblas, från 2,7 miljarder till 19,4 miljarder kronor."),
    ("da", "2025-09-15", "supported", "Beløbet syv-dobles fra 2,7 milliarder til 19,4 milliarder kroner."),
    ("no", "2025-09-15", "", "Beløpet mange-dobles fra 2,7 milliarder til 19,4 milliarder kroner."),
    ("zh", "2023-04-11", "supported", "买入总额达到419亿卢布，为2月份116亿卢布的3倍多。"),
    ("zh", "2023-04-11", "refuted", "买入总额达到419亿卢布，为2月份116亿卢布的4倍多。"),
    ("zh", "2024-09-02", "supported", "基金规模为5838亿元，相比去年底的1176亿元增长了近4倍。"),
    ("zh", "2024-09-02", "supported", "基金规模为5838亿元，相比去年底的1176亿元增长了近5倍。"),
    ("zh", "2024-09-02", "refuted", "基金规模为5838亿元，相比去年底的1176亿元增长了近3倍。"),
    ("zh", "2024-09-02", "refuted", "基金规模为5838亿元，是去年底1176亿元的4倍。"),
    ("ko", "2024-09-02", "supported", "기금 규모는 580억 원으로 지난해 116억 원보다 4배 증가했다."),
    ("ko", "2024-09-02", "refuted", "기금 규모는 580억 원으로 지난해 116억 원보다 8배 증가했다."),
]


@pytest.mark.parametrize(("language", "day", "verdict", "text"), CASES)
def test_it_is_judged_as_it_is_printed(
    language: str, day: str, verdict: str, text: str, book: RateBook
) -> None:
    found = check([Document("article", text, lang=language)], book=book, on=date.fromisoformat(day))
    verdicts = [each.finding.verdict for each in found.result.documents[0].claims]
    assert verdicts == ([verdict] if verdict else [])
