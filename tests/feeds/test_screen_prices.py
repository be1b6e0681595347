"""The rules that tell a price published wrongly from one that moved."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from capexcalc.feeds.screen_prices import Series, implausible

DAY = date(2024, 1, 3)


def weekly(*figures: str) -> dict[date, str]:
    return {DAY + timedelta(weeks=number): figure for number, figure in enumerate(figures)}


def rules(code: str, series: Series, dollar: Series, *, since: date = date.min) -> list[tuple[date, str]]:
    euro = {day: str(Decimal(price) * Decimal("1.1")) for day, price in dollar.items()}
    tables = {code: series, "USD": dollar, "EUR": euro}
    found = implausible(tables, {}, where="", since=since)
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


def test_what_was_judged_before_is_left_alone_unless_a_new_figure_gives_it_away() -> None:
    days = [DAY + timedelta(weeks=number) for number in range(4)]
    series = weekly("1.8713", "3.7307", "1.8539", "1.8601")
    assert rules("GEL", series, STEADY, since=days[2]) == [(days[1], "outlier")]
    assert rules("GEL", series, STEADY, since=days[3]) == []
    assert rules("LBP", weekly("0.0024", "0.0024"), STEADY, since=days[1]) == [(days[1], "too_few_digits")]


def test_without_the_dollar_a_figure_is_judged_by_itself() -> None:
    found = implausible({"TWD": weekly("0.1200", "0", "0.2500")}, {}, where="nbp")
    assert [(each.value, each.reason, each.where) for each in found] == [("0", "zero", "nbp")]
