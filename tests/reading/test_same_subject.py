"""Bare numbers that words of the next sentence say to be of the sum before."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read

RAIL = "It will spend 24 billion kronor on rail. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{RAIL}Under the last plan some 16 billion awaited, so it grows.", True),  # one word, and no more
        (f"{RAIL}Under the last plan some 16 million awaited, so it grows.", False),  # which may be people
        (f"{RAIL}Half, or 12 billion, goes to trains.", True),
        (f"{RAIL}Trains get 12 million, xxx 50%.", True),  # an article
        (f"{RAIL}Trains get 12 million, xxxx 50%.", False),
        (f"{RAIL}Trains get 12 million, xx xx 50%.", False),
        (f"{RAIL}In Swiss francs, it rose under the last plan to 16 billion.", False),
        (f"{RAIL}For its passengers, say, it is. Under the last plan it was 16 billion.", True),
        ("It spends 24 billion kronor, 4 billion more than the last plan had.", True),
        ("It spends 24 billion kronor, 4 billion more than trains had.", False),
    ],
)
def test_a_bare_number_is_money(text: str, found: bool) -> None:
    assert (len(read(text, "en").amounts) == 2) is found


@pytest.mark.parametrize(("apart", "found"), [(600, True), (601, False)])  # characters
def test_a_bare_number_is_of_a_sum_so_far_before(apart: int, found: bool) -> None:
    plan = ". Under the last plan it was "
    between = ". It is so" * 60
    text = f"It will spend 24 billion kronor{between[: apart - len(plan)]}{plan}16 billion."
    assert (len(read(text, "en").amounts) == 2) is found


@pytest.mark.parametrize("end", ["", " –", " – ", " – of it."])
def test_a_dash_sets_a_number_apart_wherever_the_text_ends(end: str) -> None:
    reading = read(f"It will spend 12bn euros. A quarter of the money goes to trams – 4.5 billion{end}", "en")
    assert reading.amounts[0].text == "12bn euros"
