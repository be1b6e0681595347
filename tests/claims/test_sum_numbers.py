"""The numbers that decide a total and its parts: one case just inside, one just outside each."""

from __future__ import annotations

import pytest

LENT = "It lends 6.0bn euros to firms"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # parts as large as the total are none
        (f"{LENT} and 4.0bn euros to towns, 6.0bn euros in all.", []),
        (f"{LENT} and 4.0bn euros to towns, 6.1bn euros in all.", ["refuted"]),
        # the first part counts once
        ("It lends 4bn euros to firms and 2bn euros to towns, 10bn euros in all.", ["refuted"]),
        # a list that goes on may fall short of its total, but for the rounding
        (f"{LENT}, 4.4bn euros to towns and other sums, 11bn euros in all.", ["supported"]),
        (f"{LENT}, 4.3bn euros to towns and other sums, 11bn euros in all.", []),
        # totals of things of their own
        (f"{LENT}, in total 4bn euros to towns, in total 20bn euros.", ["refuted"]),
        (f"{LENT}, gifts in total 4bn euros to towns, bills in total 20bn euros.", []),
        # a total in a sentence of its own, of two parts at least
        (f"{LENT} and 4.0bn euros to towns. In total: 10bn euros.", ["supported"]),
        (f"{LENT}. In total: 6.0bn euros.", []),
        # parts at the very start of the sentence after that of their total, and no others
        ("预算总额为1200亿元。600亿元薪酬、400亿元青训、200亿元运营三部分构成。", ["supported"]),
        ("已拨100亿元。预算总额为1200亿元。600亿元薪酬、400亿元青训、100亿元运营三部分构成。", []),
        # what a total is one of, at the very start or not at all
        ("出口东部80亿元，西部20亿元，出口总额为120亿元。", ["refuted"]),
        ("东部80亿元，西部20亿元，出口总额为120亿元。", []),
    ],
)
def test_what_is_a_total_of_parts(text: str, said: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == said
