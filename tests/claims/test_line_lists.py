"""Totals of lists that stand in lines, or sentences, of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Verdicts = Callable[[str, str], list[tuple[str, str]]]

PACKAGE = (
    "The package:\n- shelters: 64 million euros\n- levees: 38 million euros\n- sirens: 18 million euros\n"
)
GERMAN = "Das Paket:\n* Deiche: 64 Mio. Euro\n* Dämme: 38 Mio. Euro\n* Sirenen: 18 Mio. Euro\n"
GREEK = "Το πακέτο:\n• Καταφύγια: 64 εκατ. ευρώ\n• Αναχώματα: 38 εκατ. ευρώ\n• Σειρήνες: 18 εκατ. ευρώ\n"
CHINESE = "预算如下：\n1. 设备：64万元\n2. 修缮：38万元\n3. 人工：18万元\n"
SPANISH = "Por cuotas entraron 64 millones de euros; por alquileres, 38 millones, y por rifas, 18 millones. "
LISTS = [
    ("en", PACKAGE + "Altogether the three programmes are worth {} million euros."),
    ("en", PACKAGE + "In total, {} million euros."),
    ("de", GERMAN + "Insgesamt sind das {} Mio. Euro."),
    ("zh", CHINESE + "合计{}万元。"),
    ("el", GREEK + "Οι τρεις αυτές δράσεις κοστίζουν συνολικά {} εκατ. ευρώ."),
    ("es", SPANISH + "Sumados los tres conceptos, el club recaudó {} millones de euros."),
]


@pytest.mark.parametrize(("language", "text"), LISTS)
def test_the_lines_of_a_list_make_its_total(language: str, text: str, verdicts: Verdicts) -> None:
    assert verdicts(text.format("120"), language) == [("sum", "supported")]
    assert verdicts(text.format("150"), language) == [("sum", "refuted")]


def test_sentences_of_one_item_each_make_their_total(verdicts: Verdicts) -> None:
    text = "Dons : 214 000 €. Legs : 386 000 €. Mécénat : 150 000 €. L'ensemble représente {} €."
    assert verdicts(text.format("750 000"), "fr") == [("sum", "supported")]
    assert verdicts(text.format("950 000"), "fr") == []  # no list is marked, nor told to be all


@pytest.mark.parametrize(
    "text",
    [
        PACKAGE + "Altogether the four programmes are worth 150 million euros.",
        PACKAGE + "Among others: altogether 150 million euros.",
        PACKAGE + "Insurers paid out 150 million euros altogether.",
        PACKAGE.replace("- sirens: 18 million euros\n", "") + "Altogether 150 million euros.",
        PACKAGE.replace("18 million", "18 to 48 million") + "Altogether 150 million euros.",
        PACKAGE + "Altogether 350 million euros.",
    ],
)
def test_lists_that_may_be_no_more_than_some_of_it_are_let_be(text: str, verdicts: Verdicts) -> None:
    assert ("sum", "refuted") not in verdicts(text, "en")
