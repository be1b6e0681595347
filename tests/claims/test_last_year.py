"""Last year's figure is what something came to where it changed from another; else what it was before."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.commands.check import check
from capexcalc.documents.document import Document
from capexcalc.rates.book import RateBook

# Each tells that 412m of last year is by so many percent more than the 380m of 2023: 8.4 of them.
TOLD = [
    ("en", "It earned 412 million euros last year, up {} percent from 380 million euros in 2023."),
    ("en", "Last year's profit was 412 million euros, up {} percent from 380 million euros in 2023."),
    ("de", "Der Konzern verdiente 412 Mio. Euro im Vorjahr, {} Prozent mehr als die 380 Mio. Euro von 2023."),
    ("fr", "Le groupe a gagné 412 M€ l'an dernier, soit {} % de plus que les 380 M€ de 2023."),
    ("pt", "Lucrou 412 milhões de euros no ano passado, {}% mais do que os 380 milhões de 2023."),
    ("nl", "Het verdiende vorig jaar 412 miljoen euro, {} procent meer dan de 380 miljoen van 2023."),
    ("sv", "Det tjänade 412 miljoner euro förra året, {} procent mer än de 380 miljoner som det fick 2023."),
    ("hu", "A tavalyi nyereség 412 millió euró volt, {} százalékkal több a 2023-as 380 millió eurónál."),
    ("ru", "Прошлогодняя прибыль составила 412 млн евро, что на {}% больше 380 млн евро в 2023 году."),
    ("ja", "同社の昨年の利益は4億1200万ユーロで、2023年の3億8000万ユーロから{}%増えた。"),
    ("ja", "昨年の利益は4億1200万ユーロと、2023年の3億8000万ユーロに比べて{}%増えた。"),
    ("ko", "회사는 지난해 4억1200만 유로를 벌어 2023년 3억8000만 유로보다 {}% 늘었다."),
    ("ko", "지난해 이익은 4억1200만 유로로 2023년(3억8000만 유로)보다 {}% 늘었다."),
    ("tr", "Geçen yılki kâr 412 milyon euro oldu; bu, 2023'teki 380 milyon eurodan yüzde {} fazla."),
    ("hi", "कंपनी ने पिछले साल 412 करोड़ रुपये कमाए, जो 2023 के 380 करोड़ रुपये से {} प्रतिशत ज़्यादा है।"),
    ("ar", "حققت الشركة العام الماضي أرباحا بلغت 412 مليون يورو، بزيادة {}% عن 380 مليون يورو في 2023."),
]  # fmt: skip
POINTS = {"en", "ja", "ko", "hi", "ar"}


def _changes(text: str, language: str, book: RateBook) -> list[str]:
    found = check([Document("article", text, lang=language)], book=book, on=date(2025, 2, 24))
    claims = found.result.documents[0].claims
    return [each.finding.verdict for each in claims if each.claim.kind == "change"]


@pytest.mark.parametrize(("percent", "verdict"), [("8.4", "supported"), ("18.4", "refuted")])
@pytest.mark.parametrize(("language", "text"), TOLD)
def test_it_changed_from_the_other(
    language: str, text: str, percent: str, verdict: str, book: RateBook
) -> None:
    written = percent if language in POINTS else percent.replace(".", ",")
    assert _changes(text.format(written), language, book) == [verdict]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        # No change leads on from it to another: it is what was before.
        ("Sales rose 5 percent to 420 million euros from 400 million euros last year.", ["supported"]),
        ("Sales were 420 million euros, against 400 million euros last year, up 5 percent.", ["supported"]),
        (
            "It earned 420 million euros, 5 percent more than the 400 million euros of last year.",
            ["supported"],
        ),
        (
            "It earned 400 million euros last year and 5 percent more this year, or 420 million euros.",
            ["supported"],
        ),
        ("It earned 400 million euros last year and 9 percent more this year, or 420 million euros.", []),
        # Between the two stands no word like "from".
        ("It earned 412 million euros last year, up 18.4 percent, beside 380 million euros in fees.", []),
        ("It earned 412 million euros last year, up 18.4 percent, 380 million euros of that in fees.", []),
    ],
)
def test_it_is_what_was_before(text: str, verdicts: list[str], book: RateBook) -> None:
    assert _changes(text, "en", book) == verdicts
