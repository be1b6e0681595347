"""Claims about numbers that leave out their currency, and their million: right, and wrong."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.commands.check import check
from capexcalc.documents.document import Document
from capexcalc.rates.book import RateBook

CASES = [
    (
        "it",
        "Gli investimenti scenderanno a 360 milioni di euro dai 450 del 2024, un calo del {}%.",
        "20",
        "35",
    ),
    ("no", "Fylket bruker 480 millioner kroner, {} millioner mer enn de 400 i forrige runde.", "80", "120"),
    ("pl", "Powiat wyda 480 mln zł wobec 400 przed rokiem, czyli o {} proc. więcej.", "20", "35"),
    (
        "fi",
        "Suomi antaa 35 miljoonaa, Norja 21 miljoonaa ja Tanska 14 miljoonaa euroa, yhteensä {} miljoonaa.",
        "70",
        "90",
    ),
    ("ar", "تنفق المحافظة 480 مليون دولار، منها 120 مليوناً للمدارس، أي {} المبلغ.", "ربع", "نصف"),
    (
        "hi",
        "चारे के लिए 1,900 करोड़, बीमा के लिए 1,450 करोड़ और ब्याज के लिए 1,000 करोड़ रुपये, कुल {} करोड़।",
        "4,350",
        "5,350",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_right_and_wrong(case: tuple[str, str, str, str], book: RateBook) -> None:
    language, text, right, wrong = case
    for figure, verdict in ((right, "supported"), (wrong, "refuted")):
        document = Document("article", text.format(figure), lang=language)
        found = check([document], book=book, on=date(2025, 2, 24))
        verdicts = {each.finding.verdict for each in found.result.documents[0].claims}
        assert verdicts == {verdict}, figure
