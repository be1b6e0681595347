"""Parts that add up are told as such by the figures, whatever the words."""

from __future__ import annotations

import pytest

TOTAL = "The town has a budget of 18.6m euros."


def sums(checked, text: str) -> list[str]:
    return [c.finding.verdict for c in checked(text) if c.claim.kind == "sum"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The budget has 18.6m euros, 11.4m euros for roads and, last, 7.2m euros for lights.", 1),
        (f"{TOTAL} Roads get 7.4m euros, bridges 6.8m euros, lights 4.4m euros.", 1),
        (f"{TOTAL} Roads get 7.4m euros, bridges 6.8m euros, lights 4.3m euros.", 0),
        (f"{TOTAL} Roads get 7.4m euros, bridges 6.8m euros, lights 4.4m euros and schools 1m euros.", 0),
        (f"{TOTAL} Roads get 7.4m euros. Bridges get 6.8m euros, lights 4.4m euros.", 1),
        (f"{TOTAL} Roads get 11.8m euros. Bridges get 6.8m euros.", 0),  # one sum of each sentence
        (f"{TOTAL} Roads get 11.8m euros. Of that, bridges get 6.8m euros.", 0),
        # two by chance: a total of two digits, unless it is spoken of
        ("The town has a budget of 20m euros. Roads get 12m euros, bridges 8m euros.", 0),
        ("The town has a budget of 20.1m euros. Roads get 12m euros, bridges 8.1m euros.", 1),
        ("The town has a budget of 20m euros. Of that, roads get 12m euros, bridges 8m euros.", 1),
        # what stands in a shop
        ("The set costs 99,999 euros: the table 60,000 euros, the bench, alone, 39,999 euros.", 0),
        ("The set costs 299,999 euros: the table 160,000 euros, the bench, alone, 139,999 euros.", 1),
        # two that a change parts
        ("Sales of 18.6m euros were 7.2m euros up on 11.4m euros.", 0),
        ("It expects 1.2m euros from tickets, 1.5m from bonds and 0.4m from food, in all 3.1m euros.", 1),
        # others in the sentence
        ("The budget is 12.3m euros, of which 7.1m euros, 5.2m euros, and 3m euros are told apart.", 0),
    ],
)
def test_parts_that_add_up_are_a_sum(text: str, found: int, checked) -> None:
    assert sums(checked, text) == ["supported"] * found


@pytest.mark.parametrize(("parts", "found"), [(11, 1), (12, 0)])
def test_a_sum_has_so_many_parts(parts: int, found: int, checked) -> None:
    listed = ", ".join(f"{n}.1m euros" for n in range(1, parts + 1))
    total = sum(range(1, parts + 1)) + parts / 10
    assert len(sums(checked, f"It had {total:.1f}m euros for all: {listed}.")) == found
