"""The rules for all that comes in at once: one case just inside, one just outside each number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from capexcalc.cache.store import Store
from capexcalc.feeds.screen_batch import Doubt, doubts, named
from capexcalc.rates.sources import Source

MONDAY = date(2025, 3, 3)
DESK = Source("desk", base="EUR")
History = Mapping[date, Mapping[str, str]]


def working_days(count: int) -> list[date]:
    every = (MONDAY + timedelta(days=number) for number in range(2 * count + 7))
    return [day for day in every if day.weekday() < 5][:count]


def on(*numbers: int) -> list[date]:
    return [MONDAY + timedelta(days=number) for number in numbers]


def series(days: list[date], *rates: str, code: str = "USD") -> dict[date, dict[str, str]]:
    return {day: {code: rate} for day, rate in zip(days, rates, strict=True)}


@pytest.fixture
def rules(tmp_path: Path) -> Callable[..., set[str]]:
    """The rules that are broken, where no other source is known."""

    def rules(fresh: History, held: History) -> set[str]:
        return {each.rule for each in doubts(fresh, held, DESK, Store([tmp_path]))}  # type: ignore[arg-type]

    return rules


@pytest.fixture
def beside(write: Callable[..., Path]) -> Callable[..., set[str]]:
    """The rules that are broken where the ECB has these dollars."""

    def beside(theirs: History, fresh: History, held: History = {}) -> set[str]:  # noqa: B006 - read alone
        lines = [f"{day},{rates['USD']}," for day, rates in sorted(theirs.items(), reverse=True)]
        store = Store([write("Date,USD,\n" + "\n".join(lines) + "\n")])
        return {each.rule for each in doubts(fresh, held, DESK, store)}  # type: ignore[arg-type]

    return beside


@pytest.mark.parametrize(
    ("rate", "digits"), [("1.23456789012", set()), ("1.234567890123", {"too_many_digits"})]
)
def test_a_rate_has_twelve_digits_at_most(rate: str, digits: set[str], rules) -> None:
    assert rules(series(on(1), rate), series(on(0), "1.2345")) == digits


@pytest.mark.parametrize(("day", "broken"), [(4, set()), (5, {"weekend"}), (6, {"weekend"})])
def test_business_is_done_from_monday_to_friday(day: int, broken: set[str], rules) -> None:
    assert rules(series(on(day), "1"), series(on(3), "1")) == broken


@pytest.mark.parametrize(
    ("day", "rate", "broken"),
    [
        (1, "1.08", set()),
        (1, "1.0801", {"lasting_step"}),
        (10, "1.0801", {"lasting_step"}),
        (11, "1.088", set()),  # a tenth more for a day more
        (11, "1.0881", {"lasting_step"}),
    ],
)
def test_a_step_is_of_eight_percent_in_ten_days(day: int, rate: str, broken: set[str], rules) -> None:
    assert rules(series(on(day), rate), series(on(0), "1")) == broken


@pytest.mark.parametrize(
    ("gap", "rate", "broken"),
    [
        (10, "56.35", set()),  # 15 % was seen: one and a half times that
        (10, "56.36", {"lasting_step"}),
        (11, "50", {"lasting_step"}),  # but not in so many days
    ],
)
def test_a_step_may_be_half_as_large_again_as_one_before(
    gap: int, rate: str, broken: set[str], rules
) -> None:
    held = series(on(0, gap), "40", "46")
    assert rules(series(on(14), rate), held) == broken


@pytest.mark.parametrize(("rate", "broken"), [("1.005", set()), ("1.0051", {"revision"})])
def test_a_rate_is_put_right_by_half_a_percent(rate: str, broken: set[str], rules) -> None:
    assert rules(series(on(1), rate), series(on(0, 1), "1.001", "1")) == broken


@pytest.mark.parametrize(
    ("late", "others", "broken"), [(2, 0, set()), (3, 0, {"shifted"}), (3, 2, {"shifted"}), (3, 3, set())]
)
def test_three_rates_a_day_late_are_no_accident_if_they_are_most(
    late: int, others: int, broken: set[str], rules
) -> None:
    days = working_days(8)
    held = series(days, *(f"1.00{n}" for n in range(8)))
    fresh = {day: {"USD": f"1.00{n}"} for n, day in enumerate(days[1 : late + 1])}
    fresh |= {day: {"USD": "1.0085"} for day in days[late + 1 : late + 1 + others]}
    assert rules(fresh, held) - {"revision"} == broken


@pytest.mark.parametrize(
    ("was", "now", "broken"),
    [
        (("1.05", "1"), ("1.0099", "1.05"), {"swapped"}),
        (("1.05", "1"), ("1.01", "1.05"), set()),  # a hundredth from the other's last
        (("1", "1.05"), ("1.05", "1.0099"), {"swapped"}),
        (("1", "1.05"), ("1.05", "1.01"), set()),
        (("1.0201", "1"), ("1", "1.0201"), {"swapped"}),
        (("1.02", "1"), ("1", "1.0201"), set()),  # two hundredths from its own
        (("1", "1.0201"), ("1.0201", "1"), {"swapped"}),
        (("1", "1.02"), ("1.0201", "1"), set()),
    ],
)
def test_columns_have_changed_places_that_fit_each_other_and_not_themselves(
    was: tuple[str, str], now: tuple[str, str], broken: set[str], rules
) -> None:
    held, fresh = (
        {day: dict(zip(("CHF", "USD"), rates, strict=True))}
        for day, rates in zip(on(0, 1), (was, now), strict=True)
    )
    assert rules(fresh, held) == broken


@pytest.mark.parametrize(
    ("codes", "there", "broken"),
    [
        ("CHF USD JPY GBP", "CHF USD", set()),
        ("CHF USD JPY GBP SEK", "CHF USD", {"cut_short"}),
        ("CHF USD JPY", "CHF", {"cut_short"}),
        ("CHF USD", "JPY", set()),  # of two nothing can be told
    ],
)
def test_an_answer_that_lacks_more_than_half_is_cut(codes: str, there: str, broken: set[str], rules) -> None:
    assert (
        rules({on(1)[0]: dict.fromkeys(there.split(), "1")}, {MONDAY: dict.fromkeys(codes.split(), "1")})
        == broken
    )


def test_the_last_day_before_that_comes_again_makes_up_for_nothing(rules) -> None:
    held, again = (dict.fromkeys(("CHF", "USD", "JPY"), rate) for rate in ("1.000", "1.001"))
    assert "cut_short" in rules({MONDAY: again, on(1)[0]: {"CHF": "1.000"}}, {MONDAY: held})
    assert "cut_short" not in rules({MONDAY: {"CHF": "1.001"}}, {MONDAY: held})


@pytest.mark.parametrize(("codes", "more"), [("USD", False), ("USD CHF", True)])
def test_the_first_doubt_is_named_and_how_many_more_there_are(codes: str, more: bool) -> None:
    found = [Doubt(code, MONDAY, "1", "weekend", "on a Sunday") for code in codes.split()]
    assert str(named(found)).endswith("on a Sunday, and 1 more" if more else "on a Sunday")


@pytest.mark.parametrize(("more", "broken"), [(9, {"cut_short"}), (10, set())])
def test_what_was_published_last_is_that_of_ten_days(more: int, broken: set[str], rules) -> None:
    first, *days = working_days(more + 2)
    held = {first: dict.fromkeys(("CHF", "JPY", "USD"), "1")} | {day: {"USD": "1"} for day in days[:-1]}
    assert rules({days[-1]: {"USD": "1"}}, held) == broken


@pytest.mark.parametrize(("rate", "broken"), [("1.03", set()), ("1.0301", {"off_others"})])
def test_a_rate_is_within_three_percent_of_another_source(rate: str, broken: set[str], beside) -> None:
    assert beside(series(on(0), "1"), series(on(0), rate)) == broken


@pytest.mark.parametrize(("rate", "broken"), [("1.236", set()), ("1.2361", {"lasting_step", "off_others"})])
def test_a_step_is_the_markets_within_three_percent_of_it(rate: str, broken: set[str], beside) -> None:
    assert beside(series(on(1), "1.2"), series(on(1), rate), series(on(0), "1")) == broken


@pytest.mark.parametrize(
    ("days", "rate", "broken"), [(3, "1.0075", set()), (3, "1.0076", {"off_others"}), (2, "1.0076", set())]
)
def test_three_rates_are_not_all_three_quarters_of_a_percent_from_another_source(
    days: int, rate: str, broken: set[str], beside
) -> None:
    theirs = working_days(days)
    assert beside(series(theirs, *["1"] * days), series(theirs, *[rate] * days)) == broken


@pytest.mark.parametrize(
    ("days", "wrong", "broken"),
    [(120, 1, {"off_others"}), (121, 1, set()), (121, 0, {"off_others"}), (121, 61, {"off_others"})],
)
def test_of_a_long_answer_the_last_sixty_days_and_as_many_before_are_held_against_others(
    days: int, wrong: int, broken: set[str], beside
) -> None:
    theirs = working_days(days)
    rates = ["1"] * days
    rates[wrong] = "1.05"
    assert beside(series(theirs, *["1"] * days), series(theirs, *rates)) == broken
