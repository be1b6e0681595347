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
    ("ru", "2023-04-10", "", "Ущерб оценили в13 840 юаней (2015 долларов США)."),
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
]


@pytest.mark.parametrize(("language", "day", "verdict", "text"), CASES)
def test_it_is_judged_as_it_is_printed(
    language: str, day: str, verdict: str, text: str, book: RateBook
) -> None:
    found = check([Document("article", text, lang=language)], book=book, on=date.fromisoformat(day))
    verdicts = [each.finding.verdict for each in found.result.documents[0].claims]
    assert verdicts == ([verdict] if verdict else [])
