"""Shares told of a sum by its noun, or in money: "a third of the profit", "every fifth rouble"."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

DAY = date(2024, 5, 10)
CORPUS = tomllib.loads((Path(__file__).parent.parent / "corpus/shares-by-noun.toml").read_text("utf-8"))


@pytest.mark.parametrize("told", CORPUS["told"], ids=lambda each: each["text"][:24])
def test_a_share_is_told_of_the_sum_that_its_noun_names(told, checked) -> None:
    claims = checked(told["text"], DAY, lang=told["lang"])
    assert [c.finding.verdict for c in claims if c.claim.kind == "share"] == [told["verdict"]]


@pytest.mark.parametrize("told", CORPUS["look_alike"], ids=lambda each: each["text"][:24])
def test_a_share_of_something_else_accuses_nobody(told, checked) -> None:
    assert not [c for c in checked(told["text"], DAY, lang=told["lang"]) if c.finding.verdict == "refuted"]


SPENT = "The council of Ardley has a budget of $80 million, and its port a profit of $30 million."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the noun tells which sum is meant
        (f"{SPENT} The port pays out $12 million, 40 percent of the profit.", ["supported"]),
        (f"{SPENT} Schools get $20 million, a quarter of the spending.", ["supported"]),
        # what a part leaves, and a part of another sum of the text
        (
            "It made a profit of $80 million. It pays $20 million, 75 percent of the profit going to ships.",
            [],
        ),
        # what the sentence just before tells
        (
            "It made a profit of $80 million. It pays $20 million to owners. That is a quarter of earnings.",
            ["supported"],
        ),
        # another noun than the one told
        ("It made a profit of $80 million. It spent $20 million on research, 10 percent of sales.", []),
        # a target may be passed
        (
            "It had a target of $60 million. It raised $90 million, or 150 percent of the target.",
            ["supported"],
        ),
    ],
)
def test_the_noun_tells_which_sum_is_meant(text: str, found: list[str], checked) -> None:
    assert [c.finding.verdict for c in checked(text, DAY) if c.claim.kind == "share"] == found
