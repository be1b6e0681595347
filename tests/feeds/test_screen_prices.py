"""The rules that tell a price published wrongly from one that moved."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from capexcalc.cache.merge import land
from capexcalc.feeds.screen_prices import Series, implausible, implausible_in

DAY = date(2024, 1, 3)


def weekly(*figures: str) -> dict[date, str]:
    return {DAY + timedelta(weeks=number): figure for number, figure in enumerate(figures)}


def rules(code: str, series: Series, dollar: Series, *, since: date = date.min) -> list[tuple[date, str]]:
    euro = {day: str(Decimal(price) * Decimal("1.1")) for day, price in dollar.items()}
    tables = {code: series, "USD": dollar, "EUR": euro}
    found = implausible(tables, {}, source="nbp", where="", since=since)
    return [(each.observed, each.reason) for each in found if each.currency == code]


STEADY = weekly(*["4.0000"] * 12)


def test_a_zero_is_no_price() -> None:
    series = weekly("0.1234", "0.0000", "0.1235")
    assert rules("TWD", series, STEADY) == [(DAY + timedelta(weeks=1), "zero")]


def test_a_figure_too_coarse_for_a_verdict_is_rejected() -> None:
    series = weekly("0.0024", "0.0025", "0.0026")  # half a unit is 2.1, 2.0 and 1.9 %
    assert rules("LBP", series, STEADY) == [(DAY, "too_few_digits")]


def test_a_lone_figure_unlike_its_neighbours_is_an_outlier() -> None:
    series = weekly("1.8713", "3.7307", "1.8539")
    assert rules("GEL", series, STEADY) == [(DAY + timedelta(weeks=1), "outlier")]


def test_a_few_figures_in_another_unit_are_outliers() -> None:
    series = weekly("12.91", "1.262", "1.271", "13.42")
    found = rules("IQD", series, STEADY)
    assert found == [(DAY + timedelta(weeks=number), "outlier") for number in (1, 2)]


def test_a_devaluation_is_no_outlier() -> None:
    assert rules("EGP", weekly("0.4407", "0.2260", "0.2366", "0.2301"), STEADY) == []


def test_a_move_of_the_zloty_is_nobodys_outlier() -> None:
    dollar = weekly("4.0000", "5.0000", "4.0000")
    assert rules("TWD", weekly("0.1200", "0.1500", "0.1200"), dollar) == []


def test_a_figure_that_stands_still_while_the_zloty_moves_is_stale() -> None:
    dollar = weekly("4.0000", "4.0500", "4.1000", "4.1500", "4.2000")
    series = weekly(*["0.1258"] * 4, "0.1180")
    # In the first two weeks it may be chance.
    assert rules("UAH", series, dollar) == [(DAY + timedelta(weeks=3), "stale")]
    assert rules("UAH", weekly(*["0.1258"] * 5), STEADY) == []


def test_a_figure_off_its_peg_breaks_it() -> None:
    series = weekly("1.0892", "1.0500", "1.0892")  # 4 zlotys to the dollar are 1.0892 to the dirham
    assert rules("AED", series, STEADY) == [(DAY + timedelta(weeks=1), "peg_break")]


def test_a_figure_unlike_the_ecbs_is_rejected_and_one_like_it_never_an_outlier() -> None:
    dollar, euro = weekly("4.0000", "4.0000", "4.0000"), weekly("4.4000", "4.4000", "4.4000")
    krone = weekly("0.3860", "0.3540", "0.3900")
    tables = {"NOK": krone, "USD": dollar, "EUR": euro}
    ecb = {day: {"NOK": Decimal("4.4") / Decimal(price)} for day, price in krone.items()}
    assert implausible(tables, ecb, where="") == []
    ecb[DAY]["NOK"] *= Decimal("1.04")
    (found,) = implausible(tables, ecb, where="")
    assert (found.observed, found.reason) == (DAY, "off_ecb")


@pytest.mark.parametrize(("weeks", "found"), [(0, ["off_ecb"]), (1, [])])
def test_a_figure_of_the_first_new_day_is_judged_and_none_before(weeks: int, found: list[str]) -> None:
    tables = {"NOK": weekly("0.4000"), "USD": weekly("4.0000"), "EUR": weekly("4.4000")}
    ecb, since = {DAY: {"NOK": Decimal("11.5")}}, DAY + timedelta(weeks=weeks)
    assert [each.reason for each in implausible(tables, ecb, where="", since=since)] == found


def test_figures_under_the_code_of_another_currency_are_rejected() -> None:
    days = {date(2024, 4, 3): "0.000180", date(2024, 4, 10): "0.2936"}
    assert rules("ZWL", days, dict.fromkeys(days, "4.0000")) == [(date(2024, 4, 10), "relabelled")]


def test_a_figure_still_in_the_unit_that_a_redenomination_ended_is_rejected() -> None:
    # On 2021-10-01 a million bolivares became one, under the same code; the table followed a week late.
    first = date(2021, 9, 29)
    days = [first + timedelta(weeks=number) for number in range(4)]
    dollar = dict.fromkeys(days, "3.9500")
    series = dict(zip(days, ("0.00000096", "0.00000095", "0.9500", "0.9400"), strict=True))
    assert rules("VES", series, dollar) == [(days[1], "old_unit")]
    assert rules("VES", {day: text for day, text in series.items() if day != days[1]}, dollar) == []
    assert rules("EGP", dict.fromkeys(days, "0.2500"), dollar) == []
    day = date(2021, 10, 1)
    both = {days[0]: "0.00001000", day: "0.00999999"}  # not a thousand times as much, the root of a million
    assert rules("VES", both, dict.fromkeys(both, "3.9500")) == [(day, "old_unit")]
    assert rules("VES", {**both, day: "0.01000000"}, dict.fromkeys(both, "3.9500")) == []


def test_what_was_judged_before_is_left_alone_unless_a_new_figure_gives_it_away() -> None:
    days = [DAY + timedelta(weeks=number) for number in range(4)]
    series = weekly("1.8713", "3.7307", "1.8539", "1.8601")
    assert rules("GEL", series, STEADY, since=days[2]) == [(days[1], "outlier")]
    assert rules("GEL", series, STEADY, since=days[3]) == []
    assert rules("LBP", weekly("0.0024", "0.0024"), STEADY, since=days[1]) == [(days[1], "too_few_digits")]


def test_without_the_dollar_a_figure_is_judged_by_itself() -> None:
    found = implausible({"TWD": weekly("0.1200", "0", "0.2500")}, {}, where="nbp")
    assert [(each.value, each.reason, each.where) for each in found] == [("0", "zero", "nbp")]


@pytest.mark.parametrize(
    ("off", "found"), [("1.0299", False), ("1.0301", True), ("0.9701", False), ("0.9699", True)]
)
def test_the_ecb_and_a_price_may_be_three_per_cent_apart_and_no_more(off: str, found: bool) -> None:
    dollar, euro = weekly("4.0000"), weekly("4.4000")
    tables = {"NOK": weekly("0.400000"), "USD": dollar, "EUR": euro}
    ecb = {DAY: {"NOK": Decimal(11) / Decimal(off)}}
    assert [each.reason for each in implausible(tables, ecb, where="")] == ["off_ecb"] * found


@pytest.mark.parametrize(
    ("off", "found"), [("1.0099", False), ("1.0101", True), ("0.9901", False), ("0.9899", True)]
)
def test_a_peg_may_be_off_by_one_per_cent_and_no_more(off: str, found: bool) -> None:
    parity = Decimal(4) / Decimal("3.6725")
    series = weekly(f"{parity / Decimal(off):.8f}")
    assert [rule for _, rule in rules("AED", series, weekly("4.0000"))] == ["peg_break"] * found


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        (("1.0000", "1.0810", "1.0000"), 1),
        (("1.0000", "1.0790", "1.0000"), 0),
        (("1.0810", "1.0000", "1.0810"), 1),
        (("1.0000", "1.1200", "1.0290"), 1),  # 8.8 % from the nearer: the two may be a third of that apart
        (("1.0000", "1.1200", "1.0300"), 0),
    ],
)
def test_a_lone_figure_is_eight_per_cent_from_neighbours_that_agree(
    figures: tuple[str, ...], found: int
) -> None:
    assert len(rules("GEL", weekly(*figures), STEADY)) == found


@pytest.mark.parametrize(("figure", "found"), [("1.3501", True), ("1.3500", False)])
@pytest.mark.parametrize(("length", "few"), [(2, True), (5, True), (6, False)])
def test_up_to_five_stray_figures_are_thirty_five_per_cent_from_the_others(
    figure: str, found: bool, length: int, few: bool
) -> None:
    series = weekly("1.0000", *[figure] * length, "1.0000", "1.0000")
    assert len(rules("GEL", series, STEADY)) == (length if found and few else 0)


@pytest.mark.parametrize(("weeks", "days", "found"), [(26, 0, 1), (26, 1, 0)])
def test_what_lies_half_a_year_back_is_compared_with_and_nothing_older(
    weeks: int, days: int, found: int
) -> None:
    before, lone = DAY - timedelta(weeks=weeks, days=days), DAY - timedelta(weeks=1)
    series = {before: "1.0000", lone: "2.0000", DAY: "1.0000"}
    assert len(rules("GEL", series, dict.fromkeys(series, "4.0000"), since=DAY)) == found


@pytest.mark.parametrize(
    ("days", "dollar", "found"),
    [
        (15, "4.0500", 1),
        (14, "4.0500", 0),  # it may be chance
        (15, "4.0410", 1),  # 1.03 %
        (15, "4.0390", 0),  # 0.98 %
    ],
)
def test_a_figure_is_stale_after_two_weeks_and_one_per_cent(days: int, dollar: str, found: int) -> None:
    series = {DAY: "0.12580000", DAY + timedelta(days=days): "0.12580000"}
    assert len(rules("UAH", series, dict(zip(series, ("4.0000", dollar), strict=True)))) == found


def test_what_has_stood_still_is_looked_for_in_two_years_before(tmp_path: Path) -> None:
    roots = (tmp_path / "user", tmp_path / "shipped")
    for year, found in ((2022, ["stale"]), (2021, [])):
        old, new = date(year, 12, 28), date(2024, 1, 3)
        held = {old: {"UAH": "0.1258", "USD": "4.0000"}}
        for source, history in (("nbp", held), ("ecb", {old: {"USD": "1.1"}})):
            head = {"id": source, "title": source, "base": "PLN" if source == "nbp" else "EUR"}
            land(history, source, roots, head=head, today=new, waiting=print)
        history = {new: {"UAH": "0.1258", "USD": "4.2000"}}
        assert [each.reason for each in implausible_in(history, "nbp", roots)] == found
        assert ("UAH" in history[new]) == (not found)
        shutil.rmtree(roots[0])


@pytest.mark.parametrize(("euro", "found"), [("4.12001", []), ("4.12002", ["off_ecb"])])
def test_the_last_digit_of_a_price_adds_to_three_per_cent(euro: str, found: list[str]) -> None:
    tables = {"NOK": weekly("0.400000"), "USD": weekly("4.0000"), "EUR": weekly(euro)}
    assert [each.reason for each in implausible(tables, {DAY: {"NOK": Decimal(10)}}, where="")] == found


@pytest.mark.parametrize(("dollar", "found"), [("3.70959225", []), ("3.70959226", ["peg_break"])])
def test_and_to_the_one_per_cent_of_a_peg(dollar: str, found: list[str]) -> None:
    series = weekly("1.0000")  # a dollar is 3.6725 dirhams
    assert [rule for _, rule in rules("AED", series, weekly(dollar))] == found


@pytest.mark.parametrize(("last", "found"), [("4.0420", []), ("4.0421", ["stale"])])
def test_a_dollar_has_moved_by_more_than_one_per_cent_and_the_last_digit(last: str, found: list[str]) -> None:
    dollar = weekly("4.0000", "4.0000", "4.0000", last)
    assert [rule for _, rule in rules("UAH", weekly(*["0.2000"] * 4), dollar)] == found


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        (("1.0000", "1.0800", "1.0000"), 0),  # eight per cent are a move
        (("1.0000", "1.1648", "1.0400"), 0),  # 12 %, and a third of that
        (("1.0000", "1.1649", "1.0400"), 1),
    ],
)
def test_an_outlier_is_more_than_eight_per_cent_off_and_three_times_its_neighbours(
    figures: tuple[str, ...], found: int
) -> None:
    assert len(rules("GEL", weekly(*figures), STEADY)) == found
