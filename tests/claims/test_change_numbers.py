"""The numbers that decide a change, a difference and what stands beside them: one case just inside, one just
outside each."""

from __future__ import annotations

import pytest


def verdicts(checked, text: str) -> list[str]:
    return [f"{claim.claim.kind} {claim.finding.verdict}" for claim in checked(text)]


@pytest.mark.parametrize(("beside", "found"), [("", True), (", while profit rose 5%", False)])
def test_of_two_changes_neither_is_one_from_what_else_was_measured(beside: str, found: bool, checked) -> None:
    text = f"Sales rose 15% to 2.24bn euros, compared with net sales worldwide of 2.00bn euros{beside}."
    assert verdicts(checked, text) == ["change refuted"] * found


@pytest.mark.parametrize(("more", "found"), [("11.9bn", True), ("12.0bn", False)])
def test_a_difference_is_less_than_the_larger_of_two_sums(more: str, found: bool, checked) -> None:
    text = f"It will spend 11bn euros over six years, {more} euros more than the 12bn euros of the last plan."
    assert verdicts(checked, text) == ["change refuted"] * found


@pytest.mark.parametrize("text", [
    "It pays 12 euros. The state had set aside 11 euros, so it is now 1 euro more.",
    "It will spend 12bn euros over six years, at least 0 euros more than the 11bn euros of the last plan.",
])  # fmt: skip
def test_a_difference_may_be_one_euro_or_at_least_nothing(text: str, checked) -> None:
    assert verdicts(checked, text) == ["change supported"]


def test_a_difference_of_equal_sums_is_no_fall(checked) -> None:
    text = "It will spend 12bn euros over six years, 4bn euros more than the 12bn euros of the last plan."
    (claim,) = checked(text)
    assert not claim.claim.falls


@pytest.mark.parametrize(
    ("towns", "found"),
    [("the old port towns", True), ("the old port towns near the far cold north coast", False)],
)
def test_a_year_begins_a_sentence_within_eight_words(towns: str, found: bool, checked) -> None:
    more = "50% more than the 2.40bn euros a year of the last plan"
    said = verdicts(checked, f"Each year {towns} get 3.00bn euros, {more}.")
    assert said == ["change refuted"] * found  # of money of a year, or not of the same


@pytest.mark.parametrize(
    "text",
    [
        "After 8bn euros in the last plan the port gets 12bn euros, 50% more.",
        "After 8bn euros of the last plan the port gets 12bn euros, 50% more.",
        "After 8bn euros now in the last plan the port gets 12bn euros, 50% more.",
        "Na de 8 miljard euro van het vorige plan krijgt de haven 12 miljard euro, 50 procent meer.",
    ],
)
def test_what_came_after_the_sum_of_the_plan_before_is_not_that(text: str, checked) -> None:
    assert "change refuted" not in verdicts(checked, text)


@pytest.mark.parametrize(
    ("told", "found"),
    [(" xx in", True), (" xx xx in", False), (", in", False), (" more than in", False)],
)
def test_the_plan_before_is_told_of_an_amount_within_two_words_before_it(
    told: str, found: bool, checked
) -> None:
    text = f"After 8bn euros{told} the last plan the port gets 12bn euros. Roads get 5bn euros, or 50%."
    wholes = [claim.claim.object.value for claim in checked(text)]
    assert (wholes == [12 * 10**9]) == found


@pytest.mark.parametrize(("words", "found"), [(4, True), (5, False)])
def test_a_unit_of_time_is_of_an_amount_within_four_words(words: int, found: bool, checked) -> None:
    text = f"In France annually{' xx' * words} 3.00bn euros goes to roads"
    said = verdicts(checked, f"{text}, 50% more than the 2.40bn euros a year of the last plan.")
    assert said == ["change refuted"] * found


@pytest.mark.parametrize(
    ("before", "found"),
    [
        (f"than in the last plan, when{' xx' * 7} 6bn euros were spent", True),
        (f"than in the last plan, when{' xx' * 8} 6bn euros were spent", False),
        ("than before: xx xx 6bn euros were spent", True),
        ("than before: xx xx xx 6bn euros were spent", False),
    ],
)
def test_a_share_is_none_of_a_sum_that_another_is_compared_with(before: str, found: bool, checked) -> None:
    text = f"It will spend 12bn euros. That is 100% more {before}. Roads get 3bn euros, or 50%."
    assert ("share refuted" in verdicts(checked, text)) == found


@pytest.mark.parametrize(("text", "found"), [
    ("Az utakra 5 milliárd euró jut, a teljes keret majd negyede.", True),
    ("A keret majd negyede, 5 milliárd euró, az utakra jut.", True),
    ("A keret most majd negyede, 5 milliárd euró, az utakra jut.", False),
])  # fmt: skip
def test_a_word_for_the_sum_is_of_the_sum_within_a_word_of_a_share(text: str, found: bool, checked) -> None:
    said = verdicts(checked, f"A kormány 12 milliárd eurót költ. {text}")
    assert said == ["share refuted"] * found


def test_two_shares_in_brackets_make_a_list(checked) -> None:
    listed = "Rail gets 6bn euros (50%) for bridges; roads get 3bn euros (25%) for tar."
    assert verdicts(checked, f"It will spend 12bn euros. {listed}") == ["share supported"] * 2


def test_only_its_unit_is_passed_over_with_what_repeats_an_amount(checked) -> None:
    said = verdicts(checked, "Profit rose 12% to $2.24bn, or $4 a share, from $2.00bn.")
    assert said == ["change supported"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Sales rose by 100% and reached 1 euro, against 0.50 euros.", ["change supported"]),
        ("Sales rose 100% to 2 euros from 1 euro.", ["change supported"]),
        ("Sales rose 12% to 2000 euros from 1 euro.", []),
        ("Sales fell 12% to 1 euro from 2000 euros.", []),
        ("Sales fell 50% to 1 euro from 2 euros.", ["change supported"]),
        ("Sales fell 50% to 0 euros from 2 euros.", ["change not_enough_info"]),
        ("Sales fell nearly 100% to 1m euros from 900m euros.", ["change supported"]),
        ("Sales rose 12% to 2bn euros from at least 0 euros.", []),
        (
            "It pays 0 euros. That is 50% less than the 2bn euros of the last plan.",
            ["change not_enough_info"],
        ),
        ("Sales fell by 12% and reached 1.76bn euros, against 2.00bn euros.", ["change supported"]),
        ("It pays 2 euros. That is 50% more than the 0 euros of the last plan.", ["change not_enough_info"]),
        (
            "It pays 2 euros. That is 50% more than the at least 0 euros of the last plan.",
            ["change not_enough_info"],
        ),
    ],
)
def test_there_is_no_percentage_from_nothing_or_to_nothing(text: str, said: list[str], checked) -> None:
    assert verdicts(checked, text) == said


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Sales rose more than 1.5-fold to 1.60bn euros from 1.00bn euros.", "supported"),
        ("Sales rose more than 1.0 times to 1.05bn euros from 1.00bn euros.", "supported"),
        ("Sales fell 1.5-fold to 1.00bn euros from 1.50bn euros.", "supported"),
        ("Sales fell twofold to 1.00bn euros from 2.00bn euros.", "supported"),
    ],
)
def test_more_than_a_multiple_of_one_is_more(text: str, verdict: str, checked) -> None:
    assert verdicts(checked, text) == [f"change {verdict}"]


@pytest.mark.parametrize(
    ("before", "rise", "found"),
    [
        ("8bn", "50%", True),
        ("8bn", "at least 0%", False),
        ("9bn", "30%", False),  # 9.5bn may be as much as was before
    ],
)
def test_what_may_be_no_change_is_near_none(before: str, rise: str, found: bool, checked) -> None:
    plan = f"The last programme, as the harbour master told the town, was worth {before} euros"
    text = f"{plan}, so that he will, all in all and at long last, have an increase of {rise}."
    said = verdicts(checked, f"The port will spend 10bn euros on quays over seven years. {text}")
    assert said == ["change refuted"] * found


def test_a_change_of_equal_sums_is_no_fall(checked) -> None:
    (claim,) = checked("Sales went from 2.00bn euros to 2.00bn euros, that is 12%.")
    assert not claim.claim.falls


@pytest.mark.parametrize(("between", "found"), [("rất cao", True), ("rất mạnh", False)])
def test_a_word_for_fold_stands_within_twelve_characters_of_its_multiple(
    between: str, found: bool, checked
) -> None:
    text = f"Ngân hàng tăng vốn gấp {between} 3 lần, từ mức 5.842 tỷ đồng lên mức 8.566 tỷ đồng."
    assert verdicts(checked, text) == ["change refuted"] * found


@pytest.mark.parametrize(("lent", "found"), [("30.0bn", True), ("13.0bn", False)])
def test_a_change_is_refuted_where_only_one_sum_comes_near_it(lent: str, found: bool, checked) -> None:
    text = f"It will spend 12.0bn euros. It lends {lent} euros. Last year it had 8.0bn euros."
    assert verdicts(checked, f"{text} That is a rise of 40%.") == ["change refuted"] * found


@pytest.mark.parametrize(
    ("between", "found"), [(" or", False), (" as told or", True), (" xx", False), (" xx xx", True)]
)
def test_a_percentage_is_one_of_two_beside_another(between: str, found: bool, checked) -> None:
    text = f"Sales went from 2.00bn euros to 2.30bn euros, a rise of 9%{between} 7% in 2020."
    assert verdicts(checked, text) == ["change refuted"] * found


@pytest.mark.parametrize(("rise", "found"), [("9%", True), ("7%와 9%", False)])
def test_a_particle_may_join_two_percentages(rise: str, found: bool, checked) -> None:
    text = f"매출은 20.0억원에서 23.0억원으로 {rise} 증가했다."
    assert verdicts(checked, text) == ["change refuted"] * found


@pytest.mark.parametrize(("until", "found"), [(2027, True), (2028, False)])
def test_years_that_end_in_the_first_of_the_plan_are_those_of_the_plan_before(
    until: int, found: bool, checked
) -> None:
    before = f"From 2021 to {until} it was 8bn euros, so this is a rise of 5%."
    said = verdicts(checked, f"It will spend 12bn euros from 2027 to 2032. {before}")
    assert said == ["change refuted"] * found


@pytest.mark.parametrize(
    ("way", "found"),
    [
        (" now up 5%", True),
        (" now well up 5%", False),
        (", a rise of 5%,", True),
        (", profit up 5%,", False),
        (" , , up 5%,", True),
        (", here, up 5%,", False),
    ],
)
def test_words_before_a_change_may_name_what_changed(way: str, found: bool, checked) -> None:
    text = f"Sales were 2.24bn euros{way} compared with 2.00bn euros."
    assert verdicts(checked, text) == ["change refuted"] * found


@pytest.mark.parametrize(("here", "found"), [("here", True), ("back here", False)])
def test_two_words_after_a_comma_may_name_what_else_was_compared(here: str, found: bool, checked) -> None:
    said = verdicts(checked, f"Sales rose 5% to 2.24bn euros, {here} from 2.00bn euros.")
    assert said == ["change refuted"] * found


@pytest.mark.parametrize(
    ("now", "before", "found"),
    [
        ("12bn euros", "8bn euros", True),
        ("12bn euros a year", "8bn euros a year", True),
        ("12bn euros a year", "8bn euros", False),
        ("12bn euros", "8bn euros a year", False),
    ],
)
def test_a_difference_is_of_the_money_of_one_time(now: str, before: str, found: bool, checked) -> None:
    text = f"It pays {now}, 4bn euros more than the {before} of the last plan."
    assert verdicts(checked, text) == ["change supported"] * found


@pytest.mark.parametrize(("left", "verdict"), [("5bn", "close"), ("9bn", "refuted")])
def test_a_change_of_nothing_may_be_one_for_all_that_rounding_leaves_open(
    left: str, verdict: str, checked
) -> None:
    (claim,) = checked(f"Sales rose by less than 40% to 5bn euros from {left} euros.")
    assert claim.finding.verdict == verdict


@pytest.mark.parametrize(("reached", "verdicts"), [("2.639", []), ("2.692", ["refuted"])])
def test_a_change_of_each_year_is_told_of_fewer_than_fifty(
    reached: str, verdicts: list[str], checked
) -> None:
    found = checked(f"The funds grew yearly by 2.00% from 1.000bn euros to {reached}bn euros.")
    assert [claim.finding.verdict for claim in found] == verdicts
