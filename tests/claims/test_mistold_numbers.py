"""The numbers that decide whether what does not fit is told of the sum announced, just inside and just
outside."""

from __future__ import annotations

import pytest

SUM = "The port has 12bn euros"
PLAN = "The port will spend 12bn euros on quays over six years, or 2bn euros a year."
CLUB = "The club will spend 600,000 euros over three years, or 200,000 euros a year."
ROADS = "A quarter of it, 3bn euros, is for roads."


@pytest.mark.parametrize(
    ("text", "refuted"),
    [
        # a share of the total, up to five times what its part makes
        (f"{PLAN} Ferries get 600m euros, 24% of the total.", 1),
        (f"{PLAN} Ferries get 600m euros, 28% of the total.", 0),
        # words before a share of the total that the amount just told is
        (f"{PLAN} Ferries get 600m euros. That is exactly 10% of the total.", 1),
        (f"{PLAN} Ferries get 600m euros. That is fairly exactly 10% of the total.", 0),
        # a sum of before, of a hundred thousand at least
        (f"{CLUB} The last plan had 100,000 euros. It is three times as much.", 1),
        (f"{CLUB} The last plan had 99,999 euros. It is three times as much.", 0),
        (f"{CLUB} Its money triples, from the 100,000 euros of the last plan.", 1),
        (f"{CLUB} Its money triples, from the 99,999 euros of the last plan.", 0),
        # another span just before, of more than a year
        (f"{SUM} for six years. {ROADS} The chair serves for one year. So 1.5bn euros a year.", 1),
        (f"{SUM} for six years. {ROADS} The chair serves for two years. So 1.5bn euros a year.", 0),
        # the one span of a text, where the sentence of the sum names none
        (f"{SUM}. {ROADS} It lasts for six years. Rain fell. So 3bn euros a year.", 1),
        (f"{SUM}. {ROADS} It lasts six years, a ship two years. Rain fell. So 3bn euros a year.", 0),
        # a span that may be one financial year, beside another
        (f"{SUM} from 2027-28 for six years. {ROADS} Each year 3bn euros are spent.", 1),
        # words that the sum's sentence has not, before a year's money that is only spent
        (f"{SUM} for six years. {ROADS} Wisely 3bn euros a year will be spent.", 1),
        (f"{SUM} for six years. {ROADS} Tom wisely 3bn euros a year will be spent.", 0),
        # and between "each year", with which a sentence begins, and its money
        (f"{SUM} for six years. {ROADS} Each year the port has wisely 3bn euros.", 1),
        (f"{SUM} for six years. {ROADS} Each year the port has very wisely 3bn euros.", 0),
        # a span with which its sentence begins
        ("六年投资120亿元，其中30亿元（25%）用于道路。每年投资30亿元。大楼有二十年历史。", 1),
    ],
)  # fmt: skip
def test_what_fails_is_told_of_the_sum(text: str, refuted: int, checked) -> None:
    assert [each.finding.verdict for each in checked(text)].count("refuted") == refuted


def test_a_part_is_equated_with_the_amount_right_after_it(checked) -> None:
    text = f"{PLAN} The share of the north comes to 35%, or 4.2bn euros, and roads get the rest."
    assert ("share", "supported") in [(each.claim.kind, each.finding.verdict) for each in checked(text)]
