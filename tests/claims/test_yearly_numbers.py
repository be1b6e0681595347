"""The numbers that decide a year's money and what stands beside it: one case just inside, one just outside
each."""

from __future__ import annotations

import pytest

SUM = "It will spend 12bn euros over six years"
# What goes on about the sum two sentences later is refuted where no more is said than that it is a year's.
PLAN = "The port will spend 840m euros on quays over seven years. It made 3.5m euros by 2019. "
GERMAN = (
    "Der Hafen steckt in sieben Jahren 840 Millionen Euro in Kais. Er hatte 3,5 Millionen Euro bis 2019. "
    "Er bekam 2 Millionen Euro bis 2018. "
)
TURKISH = "Liman yedi yılda rıhtımlara 840 milyon avro harcayacak. 2019'da 3,5 milyon avro kazandı. "


def is_refuted(checked, text: str) -> bool:
    found = [(claim.claim.kind, claim.finding.verdict) for claim in checked(text)]
    assert found in ([], [("annual_amount", "refuted")])
    return bool(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{PLAN}Each year xx 200m euros.", True),
        (f"{PLAN}Each year xx xx 200m euros.", False),
        (f"{PLAN}Each year spending of 200m euros here in town then begins.", True),
        (f"{PLAN}Each year spending xx of 200m euros here in town then begins.", False),
        (f"{GERMAN}Er hat also 200 Millionen Euro im Jahr.", True),
        (f"{GERMAN}Er hat dann also 200 Millionen Euro im Jahr.", False),
        (f"{TURKISH}Liman müdürü her yıl 200 milyon avro harcanacağını söyledi.", True),
        (f"{TURKISH}Yeni liman müdürü her yıl 200 milyon avro harcanacağını söyledi.", False),
    ],
)
def test_so_many_words_may_stand_around_what_a_sum_is_a_year(text: str, found: bool, checked) -> None:
    assert is_refuted(checked, text) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{SUM}, with some 3bn euros a year on average.", True),
        (f"{SUM}, with 3bn euros a year in 2027 on average.", False),  # set aside
        (f"{SUM}, with 3bn euros a year, on average.", True),
        (f"{SUM}, with 3bn euros a year this on average.", False),
        (f"{SUM}, 3bn euros a year.", True),
        (f"{SUM}, or 3bn euros a year in 2027.", True),
        (f"{SUM}, or 3bn euros a year in 2027 less than before.", False),
        (f"{SUM}, or 3bn euros a year in 2027 on average less than before.", False),
        (f"{SUM}, or 3bn euros a year in 2027, and 5bn euros less by then.", True),
    ],
)
def test_what_follows_a_year_s_money_tells_of_it(text: str, found: bool, checked) -> None:
    assert is_refuted(checked, text) is found


@pytest.mark.parametrize(("between", "found"), [(101, False), (102, True)])
def test_insurance_is_of_a_sum_within_120_characters(between: int, found: bool, checked) -> None:
    text = f"It pays $10m over five years, or $1m a year {'x' * between} insuring $9m of debt."
    assert is_refuted(checked, text) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It will spend 6 euros over six years. In an average year roads will thus have {} to live on.",
            True,
        ),
        ("It will spend 840m euros over six years. In an average year the man is pleased with {}.", False),
    ],
)
def test_one_euro_is_a_year_s_money_and_nothing_is_not(text: str, found: bool, checked) -> None:
    year = "1 euro a year" if found else "at least 0 euros a year"
    assert [claim.finding.verdict for claim in checked(text.format(year))] == ["supported"] * found


@pytest.mark.parametrize(
    ("paid", "found"), [("quickly", True), ("to towns", False), ("on average", True), ("", True)]
)
def test_a_sum_is_a_year_s_unless_words_say_what_it_is_spent_on(paid: str, found: bool, checked) -> None:
    text = "It will spend 840m euros over seven years. That means 140m euros a year will by law be paid"
    assert is_refuted(checked, f"{text} {paid}.") is found


@pytest.mark.parametrize(("marks", "found"), [(2, False), (3, True)])
def test_a_further_sum_a_year_is_told_to_be_one_within_three_marks(marks: int, found: bool, checked) -> None:
    assert is_refuted(checked, f"{SUM}. A further{' it' * marks} 3bn euros a year goes to towns.") is found
