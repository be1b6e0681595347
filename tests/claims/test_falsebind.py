"""Figures that stand side by side and are not held together: another sum's, another day's, no money at all."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "It returned $562m, $496m of buybacks and $66m of dividends. Almost half of our business grew.",
        ),
        (
            "en",
            "The stake is to be $880m, with $700m for the rights and $180m for the rest. About half comes later.",
        ),
        (
            "de",
            "Es flossen 562 Mio. Euro, 496 Mio. Euro für Aktien und 66 Mio. Euro für Zinsen. Fast die Hälfte wuchs.",
        ),
    ],
)
def test_a_sentence_may_begin_with_its_share(lang: str, text: str, checked) -> None:
    assert [each.finding.verdict for each in checked(text, lang=lang)] == ["supported"]
