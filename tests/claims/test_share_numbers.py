"""The numbers that decide a share and what stands beside it: one case just inside, one just outside each."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Of that GDP xx 25%, or 3bn euros.", False),
        ("Of that GDP x xx 25%, or 3bn euros.", True),
        (f"Of that GDP {'x' * 7} 25%, or 3bn euros.", False),
        (f"Of that GDP {'x' * 8} 25%, or 3bn euros.", True),
        ("Schools get 3bn euros, or 25% of this.", True),
        ("Schools get 3bn euros, or 25% of x this.", False),
        ("Schools get 3bn euros, or 25% of output.", False),
    ],
)
def test_what_a_share_is_of_is_told_right_beside_it(text: str, found: bool, checked) -> None:
    said = checked(f"The fund has 12bn euros. {text}")
    assert [claim.claim.kind for claim in said] == ["share"] * found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It will spend 12.0bn euros over six years. Schools get 5.0bn euros (25% budget).", True),
        ("It will spend 12.0bn euros over six years. Schools get 5.0bn euros (25% budget), not half.", False),
        ("六年投资120亿元。学校获得50亿元，占25%预算。", True),
        ("6年間で120.0億円を投じる。学校には50.0億円、予算25%を充てる。", True),
    ],
)
def test_the_one_share_of_a_sentence_is_of_the_money_beside_it(text: str, found: bool, checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == ["refuted"] * found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It will spend 4 euros. The regions get 1 euro, or a quarter.", ["supported"]),
        ("It will spend 1 euro. The regions get 0.25 euros, or a quarter.", ["supported"]),
        ("It will spend 4 euros. The regions get at least 0 euros, or a quarter.", []),
        ("It keeps 50% of the 1 euro, or 0.50 euros.", ["supported"]),
        ("It keeps 50% of the 5 euros, or 0 euros.", []),
        ("It keeps at least 0 euros, or 50% of the 5 euros.", ["not_enough_info"]),
        ("It keeps 50% of the at least 0 euros, or 5 euros.", []),
        ("It keeps 150% of the at least 0 euros, or 5 euros.", ["not_enough_info"]),
        ("It keeps at least 0% of the 10 euros, or 5 euros.", ["refuted"]),
    ],
)
def test_there_is_a_share_of_one_and_none_of_nothing(text: str, said: list[str], checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == said


def test_a_sum_at_the_very_start_of_a_text_stands_in_the_sentence_of_its_share(checked) -> None:
    text = "12bn euros goes to schools, of which 5bn euros, or a quarter, is for books. "
    (claim,) = checked(f"{text}It will spend 40bn euros over six years.")
    assert claim.finding.verdict == "refuted"


PLAN = "It will spend 12bn euros over six years."
TRAMS = "It will spend 20m euros over six years. Trams take 7.8m euros (60% of it), with"
LISTED = "It got 42bn euros: 10bn euros (57%),"
PERU = "El plan tiene 2.000 millones de euros."


@pytest.mark.parametrize(
    ("text", "refuted"),
    [
        # the share of the amount before it, right before it
        (f"{PLAN} It pays $9bn, or 75% of that sum, around 7bn euros, on research.", 0),
        (f"{PLAN} It pays $9bn of it, or 75% of that sum, around 7bn euros, on research.", 1),
        # what something is exceeded by, with an article or none
        (f"{PERU} Supera en un 50 %, o 800 millones de euros, lo previsto.", 0),
        (f"{PERU} Supera en un un 50 %, o 800 millones de euros, lo previsto.", 1),
        # two shares make all of a third thing, but for their rounding
        ("The fund has 7.8m euros (60.59%), and 4.2m euros (40%) is spent.", 0),
        ("The fund has 7.8m euros (60.6%), and 4.2m euros (40%) is spent.", 1),
        # and are eight marks apart at most, as those of a list are
        (f"{TRAMS}{' it' * 5} 5.2m euros (40% of it) by the state.", 0),
        (f"{TRAMS}{' it' * 6} 5.2m euros (40% of it) by the state.", 1),
        (f"{LISTED}{' it' * 5} 9bn euros (70%), 23bn euros (52%).", 0),
        (f"{LISTED}{' it' * 6} 9bn euros (70%), 23bn euros (52%).", 1),
        # set apart right beside its part, down to two fifths of what it should be
        ("The fund has 12.0bn euros. Schools get 1.2bn euros, or 25%, in May.", 1),
        ("The fund has 12.0bn euros. Schools get 1.1bn euros, or 25%, in May.", 0),
    ],
)
def test_what_a_share_is_of_by_what_stands_beside_it(text: str, refuted: int, checked) -> None:
    assert [claim.finding.verdict for claim in checked(text)].count("refuted") == refuted


@pytest.mark.parametrize(("of", "found"), [("总额", True), ("", False)])
def test_more_than_all_is_of_what_is_named_right_after_it(of: str, found: bool, checked) -> None:
    said = checked(f"六年投资100亿元。道路获得120亿元，占120%{of}。")
    assert [claim.finding.verdict for claim in said] == ["supported"] * found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{PLAN} Roads get 6bn euros, or then a half.", True),
        (f"{PLAN} Roads get 6bn euros, or just then a half.", False),
        (f"{PLAN} Roads get 3bn euros in a quarter.", False),
        ("It now keeps quite a quarter big big 40bn euros, or 10bn euros.", True),
        ("It now keeps quite a quarter big big big 40bn euros, or 10bn euros.", False),
        (f"{PLAN} Now quite a quarter of spending by 2030, 3bn euros, is for roads.", True),
        (f"{PLAN} Now quite a quarter of work by 2030, 3bn euros, is for roads.", False),
    ],
)
def test_a_half_or_a_quarter_is_no_time_by_the_two_words_or_marks_beside_it(
    text: str, found: bool, checked
) -> None:
    assert [claim.finding.verdict for claim in checked(text)] == ["supported"] * found
