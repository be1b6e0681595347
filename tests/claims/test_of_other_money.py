"""Percentages, yearly figures and totals told of other money than stands beside them, and look-alikes
that are wrong."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.commands.check import check
from capexcalc.documents.document import Document
from capexcalc.rates.book import RateBook

ON = date(2025, 2, 24)

# A text that is right, or may be, and one worded alike that is wrong.
PAIRS = [
    (  # the size of a stake
        "en",
        "Orvane has raised $4bn, including the $1.1bn sale of a 15 percent stake in its mines.",
        "Orvane has raised $4bn, including $1.1bn, or 15 percent, from its mines.",
    ),
    (
        "de",
        "Orvane hat 4 Milliarden Euro eingenommen, darunter 1,1 Milliarden Euro (15 Prozent Beteiligung).",
        "Orvane hat 4 Milliarden Euro eingenommen, darunter 1,1 Milliarden Euro (15 Prozent).",
    ),
    (  # the other half is one of the whole
        "en",
        "Half, or $5.6bn, of the $10.6bn goes to Orvane. The other half, or $4.9bn, goes to its founders.",
        "It spends $5.6bn over six years. Half, or $4.9bn, goes to its founders.",
    ),
    (  # what something became is no part of what it was
        "en",
        "Income decreased to $27.7 million from $60.2 million or 54%.",
        "Income was $27.7 million of the $60.2 million or 54%.",
    ),
    (  # a rise, told in brackets of commas
        "en",
        "It will spend $4bn. Grants were $569m. This was a $169m, or 42 percent, increase over 2008.",
        "Orvane will spend $4bn on roads over six years. Towns get $569 million, or 29 percent of the total.",
    ),
    (
        "en",
        "It was $155m, up by $45m from $111m, or 22% of glove sales.",
        "It was $156m, up by $45m from $111m, or 22%.",
    ),
    (  # two comparisons
        "en",
        "The share was at $14.368, down 0.2 percent on the day and compared with $14.411 before the speech.",
        "The share was at $14.368, down 0.2 percent compared with $14.411 before the speech.",
    ),
    (  # a base of its own
        "en",
        "The town cut grants from $900m to $416m, which is 34 percent less than the previous year.",
        "The town cut grants from $900m in 2023 to $416m, which is 34 percent less than the previous year.",
    ),
    (  # a bullet
        "en",
        "Vans down 1.5 percent * Rebates: average $1,256, down from $1,383 a year earlier.",
        "Rebates were down 1.5 percent to an average $1,256, from $1,383 a year earlier.",
    ),
    (  # which multiple of which
        "en",
        "Sales of Orvane were $1.25bn whilst that of Tessel was $10bn or 8 times those of Orvane.",
        "Sales of Orvane were $1.25bn, 8 times the $10bn of Tessel.",
    ),
    (  # the latest price is none of before
        "en",
        "The share fell as low as $12.143. It last traded at $12.160, down 1.0 percent.",
        "The share last traded at $12.160, down 1.0 percent from $12.143.",
    ),
    (  # years of its own
        "en",
        "It costs $14.5m over five years ($3.5m a year for two years and $2.5m a year for three years).",
        "It costs $14.5m over five years ($3.5m a year).",
    ),
    (  # the years that 18 months touch
        "en",
        "They get $600 a year - or $1,200 over the next 18 months.",
        "They get $600 a year - or $1,500 over the next 18 months.",
    ),
    (  # alternatives
        "en",
        "It has a premium of $8 a month that includes a $2,000 deductible, or a premium of $79 a month.",
        "For the $2,000 over two years, or $79 a month, it insures them.",
    ),
    (
        "en",
        "Rates are the lowest for 30 years, with savings on a $100,000 loan now worth $330 a month.",
        "Over 30 years, with savings on a $100,000 loan now worth $330 a month.",
    ),
    (  # what is left out
        "en",
        "Excluding refunds of $33m, it took $271m in taxes, and $39m in fees, making a total of $310m.",
        "It took $271m in taxes, and $39m in fees, making a total of $343m.",
    ),
]


@pytest.mark.parametrize(("lang", "right", "wrong"), PAIRS)
def test_nothing_is_refuted_but_what_is_wrong(book: RateBook, lang: str, right: str, wrong: str) -> None:
    def refuted(text: str) -> bool:
        (found,) = check([Document("article", text, lang=lang)], book=book, on=ON).result.documents
        return any(claim.finding.verdict == "refuted" for claim in found.claims)

    assert not refuted(right)
    assert refuted(wrong)
