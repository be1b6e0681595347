"""The numbers that decide a claim and its verdict: one case just inside, one just outside each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from capexcalc.claims.claim import length
from capexcalc.money.money import Money
from capexcalc.reading.reader import read


@pytest.mark.parametrize(("parts", "verdicts"), [(11, ["refuted"]), (12, [])])
def test_a_list_of_twelve_may_be_longer_still(parts: int, verdicts: list[str], checked) -> None:
    listed = ", ".join(["1.00bn euros to firms"] * (parts - 1))
    for total, said in ((parts, ["supported"]), (parts + 3, verdicts)):
        found = checked(f"It lends {listed} and 1.00bn euros to banks, {total}.00bn euros in all.")
        assert [claim.finding.verdict for claim in found] == said


@pytest.mark.parametrize(("parts", "verdicts"), [(15, ["supported"]), (16, [])])
def test_three_parts_before_a_list_may_belong_to_it(parts: int, verdicts: list[str], checked) -> None:
    listed = ", ".join(["1.00bn euros to firms"] * (parts - 1))
    found = checked(f"It lends {listed} and 1.00bn euros to banks, {parts}.00bn euros in all.")
    assert [claim.finding.verdict for claim in found] == verdicts


@pytest.mark.parametrize(("more", "found"), [("1.9999bn", True), ("2.0000bn", False)])
def test_nothing_grows_or_falls_a_thousandfold(more: str, found: bool, checked) -> None:
    assert bool(checked(f"Sales rose 12% to {more} euros from 2.00m euros.")) == found
    assert bool(checked(f"Sales fell 12% to 2.00m euros from {more} euros.")) == found


@pytest.mark.parametrize(("value", "verdict"), [("15.0m", "supported"), ("15.1m", "refuted")])
def test_about_is_within_a_twentieth_in_a_price(value: str, verdict: str, checked) -> None:
    (claim,) = checked(f"It pays about 3.5m euros for 25% of the firm, valuing it at {value} euros.")
    assert claim.finding.verdict == verdict  # 3.675m / 24.5 % is 15.0m


@pytest.mark.parametrize(
    ("rate", "verdict"),  # the band ends at 1.0549
    [("1.055", "supported"), ("1.057", "close"), ("1.065", "close"), ("1.067", "refuted")],
)
def test_a_stated_rate_is_close_within_a_hundredth_of_the_band(rate: str, verdict: str, checked) -> None:
    (claim,) = checked(f"It spent 5bn euros (1 euro = {rate} dollars).")
    assert claim.finding.verdict == verdict


@pytest.mark.parametrize(
    ("sum_", "verdict"), [("33bn", "refuted"), ("32bn", "not_enough_info")]
)  # the largest year had 66bn
def test_a_sum_of_half_the_largest_year_is_told_of_the_same_thing(
    sum_: str, verdict: str, checked, past
) -> None:
    text = f"It will spend {sum_} yuan on roads, more than in the past five years combined."
    (claim,) = checked(text, prior=past)
    assert claim.finding.verdict == verdict


@pytest.mark.parametrize(
    ("total", "share", "hint"),
    [
        ("12.0bn euros over six years", "1.20bn", "other_span"),  # of ten years
        ("12.0bn euros over six years", "1.09bn", None),  # of eleven
        ("12.0bn euros over three years", "1.50bn", "other_span"),  # of eight, five more
        ("12.0bn euros over 35 months", "1.50bn", None),  # a month less than that
    ],
)
def test_a_span_is_mistaken_by_five_years_and_ten_at_most(
    total: str, share: str, hint: str | None, checked
) -> None:
    (claim,) = checked(f"It will spend {total}, or {share} euros a year.")
    assert (claim.finding.hint.code if claim.finding.hint else None) == hint


@pytest.mark.parametrize(
    ("figure", "off"),
    [
        ("13.18", True), ("131.8", False),
        ("13,179", True), ("131,789", False), ("1,317,888", True), ("13,178,877", True),
        ("131,788,769", True), ("1,317,887,690", True), ("131,788,768,961", True),
        ("1,317,887,689,611", True), ("13,178,876,896,111", True), ("131,788,768,961,109", True),
        ("1,317,887,689,611,091", False), ("13,178,876,896,110,913", True),
        ("131,788,768,961,109,134", False), ("1,317,887,689,611,091,343", False),
        ("13,178,876,896,110,913,428", True),
    ],
)  # fmt: skip
def test_scales_are_mistaken_by_thousands_and_by_one_two_or_four_digits(
    figure: str, off: bool, checked
) -> None:
    (claim,) = checked(f"It spent 100bn yuan ({figure} euros).")  # 13,178,876,896
    assert (claim.finding.hint is not None and claim.finding.hint.code == "wrong_scale") == off


@pytest.mark.parametrize(
    ("day", "verdict"),
    [("4,900", "close"), ("5,000", "supported"), ("7,000", "supported"), ("7,200", "refuted")],
)
def test_a_week_has_five_days_to_seven(day: str, verdict: str, checked) -> None:
    (claim,) = checked(f"It pays 35,000 euros a week, or {day} euros a day.")
    assert claim.finding.verdict == verdict


@pytest.mark.parametrize(
    ("figures", "sure"), [("1421m yuan (199m", False), ("1429m yuan (200m", True), ("1436m yuan (201m", True)]
)
def test_a_currency_is_named_for_a_figure_good_to_half_a_percent(figures: str, sure: bool, checked) -> None:
    (claim,) = checked(f"It spent {figures} pounds).")  # dollars, and 1.5 % off
    assert (claim.finding.hint is not None) == sure


@pytest.mark.parametrize(
    ("rate", "dollars", "verdict"), [("7.36", "6.79", "supported"), ("7.40", "6.76", "close")]
)
def test_a_rate_is_of_the_pair_that_the_market_has_within_a_hundredth(
    rate: str, dollars: str, verdict: str, checked
) -> None:
    (claim,) = checked(f"It spent 50bn yuan ({dollars}bn dollars) at an exchange rate of {rate}.")
    assert claim.finding.verdict == verdict  # 7.21 to 7.30 that day


def test_a_rate_below_one_may_be_told_and_one_of_nothing_is_none(checked) -> None:
    (claim,) = checked("It spent 50bn euros (41.9bn pounds) at an exchange rate of 0.838.")
    assert claim.finding.verdict == "supported"
    claim, rate = checked("It spent 50bn yuan (6.79bn dollars) ($1 = 0 yuan).")
    assert (claim.finding.verdict, rate.finding.verdict) == ("close", "refuted")


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("99% of the firm, valuing it at 4.0m", True),
        ("100% of the firm, valuing it at 4.0m", False),
        ("0% of the firm, valuing it at 4.0m", False),
        ("90% of the firm, valuing it at 3.6m", True),
        ("90% of the firm, valuing it at 3.5m", False),
    ],
)
def test_a_whole_is_worth_more_than_its_part(told: str, found: bool, checked) -> None:
    said = checked(f"It pays 3.5m euros for {told} euros.")
    assert [claim.finding.verdict for claim in said] == ["refuted"] * found


@pytest.mark.parametrize(
    ("told", "found"), [("1 euro for each of 5,000", True), ("5,000 euros for each of 10", False)]
)
def test_the_price_of_all_is_more_than_that_of_one(told: str, found: bool, checked) -> None:
    assert bool(checked(f"It pays {told} workers, 5,000 euros in all.")) is found


def test_a_claim_ends_with_its_sentence_where_the_sum_follows_in_the_next(checked) -> None:
    (claim,) = checked("道路获得30亿元，占25%。120亿元将在六年内投入。")
    assert (claim.finding.verdict, claim.said) == ("supported", "30亿元，占25%")


@pytest.mark.parametrize(
    ("sum_", "year"), [("67bn", "largest"), ("66bn", "last"), ("45bn", "last"), ("44bn", None)]
)
def test_a_sum_may_be_more_than_one_year_alone(sum_: str, year: str | None, checked, past) -> None:
    (claim,) = checked(
        f"It will spend {sum_} yuan on roads, more than in the past five years combined.", prior=past
    )
    assert claim.finding.verdict == "refuted"
    assert (claim.finding.hint.year if claim.finding.hint else None) == year


def test_a_sum_for_two_years_is_a_record_by_half_of_it(checked, past) -> None:
    for sum_, verdict in (
        ("134bn", "supported"),
        ("128bn", "refuted"),
    ):  # 67bn and 64bn a year, and 66bn before
        (claim,) = checked(f"It will spend a record {sum_} yuan over 24 months.", prior=past)
        assert claim.finding.verdict == verdict


@pytest.mark.parametrize(
    ("year", "fits"), [("2.4bn", False), ("2.5bn", True), ("2.6bn", True), ("2.7bn", False)]
)
def test_a_slip_is_one_where_its_figure_rounds_to_the_one_told(year: str, fits: bool, checked) -> None:
    (claim,) = checked(f"It will spend 25.5bn euros over five years, or {year} euros a year.")
    assert (claim.finding.hint is not None) is fits  # 2.55bn for one year of ten


def test_of_rates_that_fit_alike_the_market_s_is_taken(checked) -> None:
    (claim,) = checked("It spent 50bn yuan (7.02bn dollars) at an exchange rate of 7.20.")
    assert (claim.finding.verdict, claim.finding.facts.told) == ("close", None)


@pytest.mark.parametrize(
    ("span", "hint"), [("13 months (1.46bn", "annual_for_total"), ("12 months (1.46bn", None)]
)
def test_a_year_taken_for_the_total_is_one_of_a_longer_span(span: str, hint: str | None, checked) -> None:
    (claim,) = checked(f"It will spend 12.0bn yuan over {span} euros).")
    assert (claim.finding.hint.code if claim.finding.hint else None) == hint


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Sales doubled to 2.24bn euros from 1.00bn euros.", "close"),  # 2.24 times: within an eighth
        ("Sales doubled to 2.27bn euros from 1.00bn euros.", "refuted"),
        ("Sales tripled to 2.64bn euros from 1.00bn euros.", "close"),
        ("Sales tripled to 2.61bn euros from 1.00bn euros.", "refuted"),
        ("Sales fell 0.5-fold to 1.00bn euros from 2.00bn euros.", "supported"),
        ("Sales were 16bn euros, half as much as the 8bn euros of the year before.", "refuted"),
    ],
)
def test_a_multiple_in_words_is_near_within_an_eighth(text: str, verdict: str, checked) -> None:
    (claim,) = checked(text)
    assert claim.finding.verdict == verdict


@pytest.mark.parametrize(
    ("week", "found"),
    [
        ("205,000", True),  # 10.4m / 52 is 200,000
        ("209,000", True),
        ("210,000", False),  # a year for less than its weeks: a bargain
        ("117,000", True),
        ("116,000", False),  # two prices
        ("2,000,000", True),  # a slip by ten
        ("2,200,000", True),
        ("2,300,000", False),
        ("1,830,000", True),
        ("1,800,000", False),
        ("20,000,000", False),  # a hundred
    ],
)
def test_two_prices_are_one_where_they_are_near_but_for_a_slip(week: str, found: bool, checked) -> None:
    said = checked(f"She earns 10.4m euros a year, or {week} euros a week.")
    assert [claim.claim.kind for claim in said] == (["annual_amount"] if found else [])


@pytest.mark.parametrize(("other", "found"), [("€17.82/lb", True), ("€39.32/kg", False), ("€17.82", True)])
def test_prices_are_equated_that_are_of_one_unit(other: str, found: bool, checked) -> None:
    said = checked(f"It costs $18.65/lb, or {other}.")
    assert [claim.finding.verdict for claim in said] == ["supported"] * found


@pytest.mark.parametrize(
    ("pair", "found"),
    [
        ("$149 (£99)", False),
        ("$149 (£98)", True),
        ("$9,999 (£8,999)", False),
        ("$10,009 (£8,999)", True),
        ("£10 or €10", False),
        ("£9,998 (€9,998)", False),  # the same in both
        ("£10,000 (€10,000)", True),
        ("£9m (€9m)", True),
    ],
)
def test_what_ends_in_nines_below_ten_thousand_is_a_price(pair: str, found: bool, checked) -> None:
    assert bool(checked(f"The thing costs {pair} in shops.")) == found


@pytest.mark.parametrize(
    ("fall", "old", "verdict"),
    [
        ("27 percent", "$99,400", "close"),  # 27.6, but 27.4 if both figures are rounded to hundreds
        ("27 percent", "$99,401", "close"),  # the one figure is
        ("27 percent", "$101,000", "refuted"),  # 28.7
        ("5 percent", "$75,000", "refuted"),  # 4.0, more than a tenth away; 4.9 with both rounded
    ],
)
def test_a_change_of_rounded_figures_is_close_within_a_tenth(fall, old, verdict, checked) -> None:
    (claim,) = checked(f"The price was readjusted to $72,000, down {fall} from {old}.")
    assert claim.finding.verdict == verdict


@pytest.mark.parametrize(("part", "found"), [("9.5m", True), ("9.4m", False)])
def test_a_share_may_be_two_thousand_times_too_small(part: str, found: bool, checked) -> None:
    assert bool(checked(f"It keeps {part} euros, or half of the 40.0bn euros.")) == found


@pytest.mark.parametrize(("total", "found"), [("199,999,999", True), ("200,000,000", False)])
def test_a_share_is_no_smaller_than_that_of_a_day_in_fifty_years_by_a_slip(total, found, checked) -> None:
    text = f"It raised {total} euros by 2040. Is that worth 10 euros a month?"
    assert bool(checked(text, None)) == found


@pytest.mark.parametrize(
    ("total", "share", "right"),
    [
        ("24.26bn euros over two years", "6.1bn", "12.1"),  # 12.13
        ("24.4bn euros over two years", "6.1bn", "12"),  # twice as much
        ("24.5bn euros over two years", "6.1bn", "12"),
        ("26.1bn euros over four years", "13bn", "7"),  # 6.525
        ("26.0bn euros over four years", "13bn", "6.5"),  # half as much
        ("25.9bn euros over four years", "13bn", "6.5"),
        ("4.54bn euros over four years", "757m", "1.135"),  # four digits of what is larger
        ("45.396bn euros over four years", "7.566bn", "11.35"),  # and no more than the figure has
        ("47bn euros over four years", "1bn", "12"),  # two digits where the figure has one
    ],
)
def test_what_a_figure_should_read_has_its_last_digit_within_twice_and_half_of_it(
    total: str, share: str, right: str, checked
) -> None:
    (claim,) = checked(f"It will spend {total}, or {share} euros a year.")
    assert claim.finding.hint.should_read == Money(Decimal(right) * 10**9, "EUR")


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("It had never spent as much ($1 = 7.36 yuan).", "supported"),
        ("It had been told of an exchange rate of 7.36 yuan.", "close"),  # of what currency to the yuan
    ],
)
def test_a_rate_of_two_currencies_counts_in_every_sentence(told: str, verdict: str, checked) -> None:
    claim, *_ = checked(f"It spent 50bn yuan (6.79bn dollars). {told}")
    assert claim.finding.verdict == verdict  # 6.85bn at the least by the market


@pytest.mark.parametrize(("said", "found"), [("had come only", True), ("had then come only", False)])
def test_a_plan_has_its_sum_within_four_words_of_a_clause(said: str, found: bool, checked) -> None:
    text = f"It will spend 12bn euros. That is 90% more than in the previous plan, which {said} to 8bn euros."
    assert bool(checked(text)) == found  # 50 %


@pytest.mark.parametrize(
    ("told", "months", "days"),
    [
        ("60,000 euros a year, or 5,000 euros a month", 12, 0),
        ("60,000 euros a month, or 2,000 euros a day", 1, 0),
        ("35,000 euros a week, or 5,000 euros a day", 0, 7),
    ],
)
def test_a_unit_of_time_is_spread_over_its_length(told: str, months: int, days: int, checked) -> None:
    (claim,) = checked(f"It pays {told}.")
    assert (claim.finding.facts.months, claim.finding.facts.days) == (months, days)


@pytest.mark.parametrize(("said", "found"), [("fully", True), ("now fully", False)])
def test_a_word_may_stand_after_one_that_concludes_between_commas(said: str, found: bool, checked) -> None:
    text = "It will spend 12bn euros. The last plan had 8bn euros: the increase is, therefore, {} 90%."
    assert bool(checked(text.format(said))) == found  # 50 %


@pytest.mark.parametrize(("between", "found"), [(300, True), (301, False)])
def test_two_figures_of_one_thought_are_three_hundred_characters_apart_at_most(
    between: int, found: bool, checked
) -> None:
    filler = "o" * (between - len(" , worth "))
    assert bool(checked(f"It spent 50bn yuan {filler}, worth 6.9bn dollars.")) == found


@pytest.mark.parametrize(("months", "yearly"), [(12, False), (13, True)])
def test_a_sum_for_longer_than_a_year_is_a_record_by_its_average(
    months: int, yearly: bool, checked, past
) -> None:
    (claim,) = checked(f"It will spend a record 80bn yuan over {months} months.", prior=past)
    assert claim.finding.facts.yearly == yearly


@pytest.mark.parametrize(("sum_", "verdict"), [("64.68bn", "close"), ("64.67bn", "refuted")])
def test_a_record_is_close_within_a_fiftieth_of_the_largest_year(
    sum_: str, verdict: str, checked, past
) -> None:
    (claim,) = checked(f"It will spend a record {sum_} yuan this year.", prior=past)  # 66bn
    assert claim.finding.verdict == verdict


@pytest.mark.parametrize(
    ("way", "found"), [("quite clearly down", True), ("now quite clearly down", False), ("down", True)]
)
def test_of_two_words_the_one_within_two_after_a_percentage_says_whether_it_rose(
    way: str, found: bool, checked
) -> None:
    text = f"Sales rose in that land there then 12% {way} to 1.76bn euros from 2.00bn euros."
    assert bool(checked(text)) == found


@pytest.mark.parametrize(("between", "found"), [("as told here", False), ("as told here once", True)])
def test_a_percentage_is_a_pace_within_three_words_of_one_for_that(
    between: str, found: bool, checked
) -> None:
    text = f"Sales rose to 2.24bn euros from 2.00bn euros, a rise of 12% {between} annualised."
    assert bool(checked(text)) == found


@pytest.mark.parametrize(
    ("moved", "found"),
    [
        ("up from 8%", False),
        ("up quite clearly from 8%", False),
        ("up now quite clearly from 8%", True),
        ("up", True),
    ],
)
def test_a_percentage_with_the_one_before_it_in_two_words_is_no_change_of_money(
    moved: str, found: bool, checked
) -> None:
    text = f"It made 2.24bn euros, compared with 2.00bn euros, 10% {moved} in May."
    assert bool(checked(text)) == found


@pytest.mark.parametrize(
    ("total", "share", "verdict"),
    [
        ("40bn", "5.100bn", "supported"),  # 5.0bn, and 5.0625bn if the total was rounded
        ("39bn", "5.000bn", "close"),  # 2.6 % off
    ],
)
def test_a_rounded_figure_holds_within_a_fiftieth(total: str, share: str, verdict: str, checked) -> None:
    (claim,) = checked(f"It will spend {total} euros over eight years, or {share} euros a year.")
    assert claim.finding.verdict == verdict


@pytest.mark.parametrize(
    ("total", "share", "verdict"),
    [
        ("7.3tn", "1.000tn", "close"),  # 9.6 % off, and a rounded figure may be
        ("8tn", "1.100tn", "close"),  # a tenth
        ("7.2tn", "1.000tn", "refuted"),  # 11.1 %
    ],
)
def test_a_figure_that_may_be_rounded_is_close_within_a_tenth(
    total: str, share: str, verdict: str, checked
) -> None:
    (claim,) = checked(f"It will spend {total} euros over eight years, or {share} euros a year.")
    assert claim.finding.verdict == verdict


@pytest.mark.parametrize(
    ("fall", "verdict"), [("10.9", "close"), ("11", "close"), ("11.1", "refuted")]
)  # 10, and more or less if the price before was rounded
def test_a_change_of_a_rounded_price_is_close_within_a_tenth(fall: str, verdict: str, checked) -> None:
    (claim,) = checked(f"The price fell {fall} percent to $90,000 from $100,000.")
    assert claim.finding.verdict == verdict


@pytest.mark.parametrize(("months", "found"), [(12, False), (13, True)])
def test_a_past_longer_than_a_year_is_a_span(months: int, found: bool, checked) -> None:
    text = f"It spent 2bn euros a year in the past {months} months, or 15bn euros in all."
    assert bool(checked(text)) == found


@pytest.mark.parametrize(("each", "found"), [("2.239m", True), ("2.240m", False), ("2.241m", False)])
def test_what_a_profit_is_for_one_share_is_less_than_a_thousandth(each: str, found: bool, checked) -> None:
    assert bool(checked(f"Profit rose 50% to $2.240bn, or ${each}, from $2.00bn.")) == found


@pytest.mark.parametrize(("words", "found"), [(8, True), (9, False)])
def test_what_says_an_amount_again_stands_within_eight_words(words: int, found: bool, checked) -> None:
    text = f"Sales rose 50% to 2.24bn euros {' '.join('bcdefghij'[:words])} an ($2.3bn) from 2.00bn euros."
    assert ("change" in [claim.claim.kind for claim in checked(text)]) == found


@pytest.mark.parametrize(
    ("price", "found"), [("12.5", False), ("13", True), ("24", True), ("49", True), ("50", False)]
)
def test_a_price_is_of_those_counted_if_they_come_to_half_or_twice_the_sum(
    price: str, found: bool, checked
) -> None:
    text = f"It bought 2 million shares for 50 million euros, or {price} euros a share."
    assert bool(checked(text)) == found


@pytest.mark.parametrize(("words", "found"), [("quite", True), ("then quite", False)])
def test_a_half_is_a_share_within_a_word_of_what_leads_up_to_it(words: str, found: bool, checked) -> None:
    assert bool(checked(f"Of 40.0bn euros it keeps 9bn euros, or {words} half.")) == found


@pytest.mark.parametrize(
    ("time", "found"),
    [("over 11 months", False), ("over 12 months", True), ("in 2025", False), ("from 2025 to 2026", True)],
)
def test_money_is_spent_over_a_span_of_a_year_or_dates_further_apart(time: str, found: bool, checked) -> None:
    assert bool(checked(f"It will spend 1bn euros a month {time}, or 18bn euros.")) == found


@pytest.mark.parametrize("before", ["", " on roads there,"])
@pytest.mark.parametrize(("words", "found"), [("quite clearly", True), ("quite clearly now", False)])
def test_what_an_amount_equals_is_said_within_two_words_of_it_or_of_a_comma(
    before: str, words: str, found: bool, checked
) -> None:
    assert bool(checked(f"It spent 50bn yuan{before} {words} equivalent to 6.9bn dollars.")) == found


@pytest.mark.parametrize(
    ("led", "found"), [("or very roughly a quarter", True), ("told of very roughly a quarter", False)]
)
def test_a_word_may_stand_before_a_fraction_that_an_or_leads_to(led: str, found: bool, checked) -> None:
    claims = checked(f"Of 40bn euros it spent 10bn euros, {led} on roads.")
    assert bool(claims) is found


@pytest.mark.parametrize(("month", "found"), [("117,188", True), ("117,189", False)])
def test_a_year_for_ninety_six_hundredths_of_its_months_is_no_bargain(
    month: str, found: bool, checked
) -> None:
    # 1.35m at the most; 117,187.50 at the least, twelve times 1.40625m.
    assert bool(checked(f"She earns 1.3m euros a year, or {month} euros a month.")) is found


@pytest.mark.parametrize(("count", "found"), [(1899, True), (1900, False), (2643, False), (2644, True)])
def test_a_number_of_workers_may_be_a_year_of_either_era(count: int, found: bool, checked) -> None:
    assert bool(checked(f"It paid {count} workers 10 euros each, 25,000 euros in all.")) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"The forecast {'x' * 30} 1 euro = 1.20 dollars.", False),
        (f"The forecast {'x' * 31} 1 euro = 1.20 dollars.", True),
        (f"It is that 1 euro = 1.20 dollars {'x' * 37} forecast.", False),
        (f"It is that 1 euro = 1.20 dollars {'x' * 38} forecast.", True),
    ],
)
def test_a_forecast_within_forty_characters_of_a_rate_is_of_it(text: str, found: bool, checked) -> None:
    assert bool(checked(text)) is found


@pytest.mark.parametrize(("day", "months"), [(1, 24), (2, 25)])
def test_a_span_has_whole_months_and_one_begun(day: int, months: int) -> None:
    (period,) = read("It runs from March 2025 to March 2027.").periods
    assert length(replace(period, until=date(2027, 3, day))) == months


def test_a_bracket_that_is_closed_holds_nothing_more(checked) -> None:
    assert not checked("It pays (now) 50bn yuan; 6.9bn dollars is for roads.")


@pytest.mark.parametrize(("moved", "found"), [("from grace as", True), ("from", False)])
def test_a_rate_is_an_earlier_one_right_after_from(moved: str, found: bool, checked) -> None:
    assert bool(checked(f"It fell {moved} 1 euro = 1.20 dollars.")) is found


@pytest.mark.parametrize(
    ("leva", "found"),  # 1,955.80 that day
    [
        ("39.116", False),  # fifty times less
        ("39.117", True),
        ("97,789", True),
        ("97,790", False),  # fifty times as much
        ("185,800", False),
        ("185,801", True),  # a hundred times, but for a twentieth
        ("205,359", True),
        ("205,360", False),
    ],
)
def test_what_an_earlier_sum_is_worth_is_that_of_another_from_fifty_times_on(
    leva: str, found: bool, checked
) -> None:
    said = checked(f"It gave 1,000 euros. That is worth {leva} leva.", on=date(2024, 2, 26))
    assert [claim.finding.verdict for claim in said] == ["refuted"] * found


@pytest.mark.parametrize(("pounds", "hint"), [("1,106.904m", "wrong_currency"), ("1,106.905m", None)])
def test_a_currency_is_named_for_a_figure_two_per_cent_off(pounds: str, hint: str | None, checked) -> None:
    (claim,) = checked(f"It spent 1bn euros ({pounds} pounds).", on=date(2024, 2, 26))  # 1,085.2m dollars
    assert (claim.finding.hint.code if claim.finding.hint else None) == hint


@pytest.mark.parametrize(("part", "found"), [("10.0237m", False), ("10.0238m", True)])
def test_a_share_two_thousand_times_too_small_is_none(part: str, found: bool, checked) -> None:
    # 10.02375m at the most of 40.5bn at the least, over 49.5 %.
    assert bool(checked(f"It keeps {part} euros, or 50% of the 41bn euros.")) is found


@pytest.mark.parametrize(("months", "verdict"), [(12, "not_enough_info"), (13, "refuted")])
def test_money_is_shared_out_over_a_past_of_more_than_a_year(months: int, verdict: str, checked) -> None:
    (claim,) = checked(f"It spent 24bn euros in the past {months} months, or 1bn euros a month.")
    assert claim.finding.verdict == verdict


@pytest.mark.parametrize(("between", "found"), [("все", True), ("все их", False)])
def test_a_price_is_of_each_of_those_counted_right_after_it(between: str, found: bool, checked) -> None:
    text = f"По 30 тысяч рублей {between} 15 тысяч фермеров, или 600 млн рублей."
    assert bool(checked(text)) is found


MEANWHILE = "It is good and costs 1bn euros a year to run. "


@pytest.mark.parametrize(("sentences", "found"), [(3, True), (4, False)])
def test_a_text_is_about_a_sum_of_four_sentences_ago(sentences: int, found: bool, checked) -> None:
    share = "Schools are to have 3bn euros, 30% of what there is."
    text = f"It will spend 12bn euros over six years. {MEANWHILE * sentences}{share}"
    assert ("share" in [claim.claim.kind for claim in checked(text)]) is found


@pytest.mark.parametrize(("sentences", "found"), [(3, True), (4, False)])
def test_a_share_that_does_not_fit_is_of_a_sum_of_four_sentences_ago(
    sentences: int, found: bool, checked
) -> None:
    text = f"It will spend 12bn euros over six years. {MEANWHILE * sentences}Roads take 3bn euros, or 35%."
    assert ("share" in [claim.claim.kind for claim in checked(text)]) is found


@pytest.mark.parametrize(("more", "found"), [("0.750m", True), ("0.749m", False)])
def test_two_sums_that_rounding_may_make_one_differ_by_a_thousandth_of_what_they_may(
    more: str, found: bool, checked
) -> None:
    plan = "than the 11.8bn euros which the last plan had"  # 12.5bn less 11.75bn at the most
    more = f"It thus gets some {more} euros more, in other words, {plan}."
    said = checked(f"It will spend 12bn euros over six years. {more}")
    assert ("change" in [claim.claim.kind for claim in said]) is found


@pytest.mark.parametrize(("paid", "found"), [("2m and 3m", True), ("2m, 3m and 4m", False)])
def test_a_share_that_does_not_fit_is_of_the_first_of_three_sums(paid: str, found: bool, checked) -> None:
    paid = paid.replace("m", "m dollars")
    text = f"It will spend 12bn euros. A firm pays {paid}. Roads take 3bn euros, or 35%."
    assert ("share" in [claim.claim.kind for claim in checked(text)]) is found


@pytest.mark.parametrize(
    ("bought", "found"),  # at 5.00m, 5.05m, 5.055m, 4.95m and 4.945m, all of which round to 5m
    [("1,000", True), ("1,010", True), ("1,011", False), ("990", True), ("989", False)],
)
def test_a_bill_in_other_words_is_the_price_of_all_to_a_hundredth(bought: str, found: bool, checked) -> None:
    said = checked(f"It buys {bought} vans at 5,000 euros each. The bill comes to 5 million euros.")
    assert [claim.claim.kind for claim in said] == ["product"] * found


@pytest.mark.parametrize(
    ("now", "found"), [("12.12bn", True), ("12.13bn", False), ("11.88bn", True), ("11.87bn", False)]
)  # 4.12bn, 4.13bn, 3.88bn and 3.87bn more, all of which round to 4bn
def test_a_sum_in_other_words_is_a_difference_to_three_hundredths(now: str, found: bool, checked) -> None:
    text = f"It pays {now} euros. The state had set aside 8.00bn euros, so it is now 4bn euros more."
    assert [claim.claim.kind for claim in checked(text)] == ["change"] * found


@pytest.mark.parametrize(("now", "more", "found"), [("16.0bn", "8.0bn", True), ("16.1bn", "8.1bn", False)])
def test_a_sum_in_other_words_is_a_difference_up_to_what_it_is_one_to(
    now: str, more: str, found: bool, checked
) -> None:
    text = f"It pays {now} euros. The state had set aside 8.0bn euros, so it is now {more} euros more."
    assert [claim.claim.kind for claim in checked(text)] == ["change"] * found


@pytest.mark.parametrize(("worth", "found"), [("50,000,000", True), ("50,000,001", False)])
def test_fifty_million_times_a_figure_is_none_of_its_worth(worth: str, found: bool, checked) -> None:
    assert bool(checked(f"It costs 1 euro, or {worth} dollars.")) is found
    assert checked(f"It costs 1 euro ({worth} dollars).")  # a bracket says the same once more


@pytest.mark.parametrize(
    ("prices", "found"), [("30 euros a week and 90 euros a month", True),
                          ("30 euros a week, 90 euros a month and 900 euros a year", False)]
)  # fmt: skip
def test_three_prices_in_the_sentence_before_are_little_money(prices: str, found: bool, checked) -> None:
    text = f"Tickets cost 10 euros a day, {prices}. Half of it, 5 euros, is paid by the state."
    assert [claim.claim.kind for claim in checked(text)] == ["share"] * found


@pytest.mark.parametrize(("span", "found"), [("12 months", True), ("11 months", False)])
def test_a_change_is_told_over_a_year(span: str, found: bool, checked) -> None:
    said = checked(f"Sales rose 25% to 1.30bn euros from 1.00bn euros in {span}.")
    assert [claim.finding.verdict for claim in said] == ["refuted"] * found


@pytest.mark.parametrize(("since", "found"), [("12 months", True), ("13 months", False)])
def test_a_change_of_more_than_a_year_is_from_no_amount_of_one(since: str, found: bool, checked) -> None:
    said = checked(f"Sales were up 30% in {since} to 13bn euros from 11bn euros in 2023.")
    assert [claim.finding.verdict for claim in said] == ["refuted"] * found


@pytest.mark.parametrize(("parts", "found"), [("3 euros to firms, 3", True), ("6", False)])
def test_three_parts_add_up_to_a_total_in_other_words(parts: str, found: bool, checked) -> None:
    said = checked(
        f"It lends {parts} euros to towns and 4 euros to schools, so that spending reaches 10 euros."
    )
    assert [claim.claim.kind for claim in said] == ["sum"] * found


@pytest.mark.parametrize(("between", "found"), [("now", True), ("now and", False)])
def test_a_word_that_says_more_stands_beside_a_sum_or_one_word_away(
    between: str, found: bool, checked
) -> None:
    set_aside = f"The state had set aside 8bn euros, so it is more, {between} by 4bn euros."
    assert [claim.claim.kind for claim in checked(f"It pays 12bn euros. {set_aside}")] == ["change"] * found


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("8.88bn euros, or four-fifths of the 10.00bn", "close"),
        ("8.89bn euros, or four-fifths of the 10.00bn", "refuted"),
        ("5.56bn euros, or forty-five percent of the 11.12bn", "close"),
        ("5.57bn euros, or forty-five percent of the 11.12bn", "refuted"),
    ],
)
def test_a_share_in_words_is_close_within_a_tenth(told: str, verdict: str, checked) -> None:
    (claim,) = checked(f"It keeps {told} euros.")
    assert claim.finding.verdict == verdict


@pytest.mark.parametrize(
    ("left", "verdict"), [("0.40bn", "refuted"), ("0.90bn", "close"), ("1.00bn", "supported")]
)
def test_what_almost_halved_is_half_or_more(left: str, verdict: str, checked) -> None:
    (claim,) = checked(f"Sales almost halved to {left} euros from 2.00bn euros.")
    assert claim.finding.verdict == verdict


@pytest.mark.parametrize(("growth", "found"), [("8%", True), ("8% down from 8.5%", False)])
def test_one_of_two_rates_of_growth_is_no_change_of_the_amounts(growth: str, found: bool, checked) -> None:
    said = checked(f"Sales rose to 2.30bn euros from 2.00bn euros, growth of {growth} in 2023.")
    assert [claim.finding.verdict for claim in said] == ["refuted"] * found


def test_a_verb_may_end_what_something_is_more_by(checked) -> None:
    text = "Er zahlt 12 Milliarden Euro. Letztes Jahr waren es 8 Milliarden Euro."
    assert checked(f"{text} Sodass das die Hälfte mehr ist.")


def test_half_more_of_a_thing_is_no_change_of_the_sums_before(checked) -> None:
    assert not checked("It pays 12bn euros. Last year it had 8bn euros. That is half more people here.")


@pytest.mark.parametrize(("words", "found"), [("xx", False), ("xx xx", True)])
def test_an_amount_is_of_the_time_that_at_most_a_word_parts_from_it(words: str, found: bool, checked) -> None:
    said = checked(f"Sales were up 30% in 13 months to 13bn euros from 11bn euros {words} in 2023.")
    assert [claim.finding.verdict for claim in said] == ["refuted"] * found


@pytest.mark.parametrize(
    ("table", "bench", "found"), [("199,999", "100,000", True), ("200,000", "99,999", False)]
)
def test_parts_of_a_hundred_thousand_add_up_by_no_chance(
    table: str, bench: str, found: bool, checked
) -> None:
    said = checked(f"The set costs 299,999 euros: the table {table} euros, the bench, alone, {bench} euros.")
    assert [claim.claim.kind for claim in said] == ["sum"] * found


@pytest.mark.parametrize(
    ("total", "parts", "found"),
    [
        ("20.1m", "roads get 12m euros, bridges 8.1m euros", True),  # three digits
        ("21m", "roads get 12m euros, bridges 9m euros", False),
        ("21m", "roads get 12m euros, bridges 6m euros, lights 3m euros", True),  # three parts
    ],
)
def test_two_parts_in_the_next_sentence_make_up_a_total_of_three_digits(
    total: str, parts: str, found: bool, checked
) -> None:
    said = checked(f"The town has a budget of {total} euros. Next year {parts}.")
    assert [claim.claim.kind for claim in said] == ["sum"] * found


@pytest.mark.parametrize(
    ("begun", "found"), [("", True), ("It is spent. ", True), ("It has 21m euros. It is spent: ", False)]
)
def test_a_total_that_begins_its_sentence_is_told_in_it(begun: str, found: bool, checked) -> None:
    total = "" if "21m" in begun else "21m euros it has: "
    said = checked(f"{begun}{total}roads get 12m euros, bridges 9m euros.")
    assert ("sum" in [claim.claim.kind for claim in said]) is found


@pytest.mark.parametrize(
    ("parts", "found"),
    [("bridges 11.4m euros", False), ("lights 5.4m euros, bridges 6.0m euros", True)],
)
def test_two_parts_beside_a_change_may_be_what_changed(parts: str, found: bool, checked) -> None:
    said = checked(f"The budget rose by 63% and has 18.6m euros: roads get 7.2m euros, {parts}.")
    assert ("sum" in [claim.claim.kind for claim in said]) is found


# What is looked at beside figures: the last place and the first beyond it, and the kinds claimed.
BESIDE = [
    (f"It rose to $26 from a close {'x' * 33} $28, up 4%.", []),
    (f"It rose to $26 from a close {'x' * 34} $28, up 4%.", ["change"]),
    ("It pays $5,000 for each of 1,000 workers, $44,900,000 in all.", []),  # a tenth off ten times as much
    ("It pays $5,000 for each of 1,000 workers, $45,000,000 in all.", ["product"]),
    ("It pays $5,000 for each of 1,000 workers, $55,000,000 in all.", ["product"]),
    ("It pays $5,000 for each of 1,000 workers, $55,100,000 in all.", []),
    ("The 12% xx xx bonds fell to $62 from $64.", []),
    ("The 12% xx xx xx bonds fell to $62 from $64.", ["change"]),
    (f"Bonds {'x' * 13} 12% fell to $62 from $64.", []),
    (f"Bonds {'x' * 14} 12% fell to $62 from $64.", ["change"]),
    (f"Credit default swaps {'x' * 98} $10m for five years, or $1m a year.", []),
    (f"Credit default swaps {'x' * 99} $10m for five years, or $1m a year.", ["annual_amount"]),
    ("It pays $10m over five years, in 2020, in 2021, for three months, or $1m a year.", []),
    ("It pays $10m over five years, in 2020, in 2021, in 2022, for three months, or $1m a year.",
     ["annual_amount"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds"), BESIDE)
def test_what_stands_beside_a_claim_tells_of_it_from_near_by(text: str, kinds: list[str], checked) -> None:
    assert [claim.claim.kind for claim in checked(text)] == kinds


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("It pays up to 1,000 euros for each of 5,000 workers, 5.0 million euros in all.", "supported"),
        ("It keeps 50% of the nearly 1 billion euros, or 500 million euros.", "supported"),
        ("It pays 3.5m euros for nearly 1% of the firm, valuing it at 350m euros.", "supported"),
        ("It pays up to 1,000 euros for each of 5,000 workers, 50 million euros in all.", "refuted"),
    ],
)
def test_nearly_one_is_not_nothing(text: str, verdict: str, checked) -> None:
    (claim,) = checked(text)
    assert claim.finding.verdict == verdict


@pytest.mark.parametrize("text", ["0 euros for each of 5,000", "at least 0 euros for each of 5,000"])
def test_nothing_is_the_price_of_nothing(text: str, checked) -> None:
    assert not checked(f"It pays {text} workers, 5 million euros in all.")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Sales rose 450% to 2.00bn euros from more than 300m euros.", "close"),  # 400m: 400 %
        ("Sales rose 390% to 2.00bn euros from more than 300m euros.", "refuted"),
        ("It keeps 16% of the nearly 10,000m euros, or 1,542m euros.", "close"),
        ("It keeps 12% of the nearly 10,000m euros, or 1,542m euros.", "refuted"),
        ("It spends nearly 800m euros a year, or 61.0m euros a month.", "close"),  # 700m: 58.3m
        ("It spends nearly 800m euros a year, or 57.0m euros a month.", "refuted"),
        ("It lends more than 300m euros to firms and 400m euros to banks, 750m euros in all.", "close"),
        ("It lends more than 300m euros to firms and 400m euros to banks, 850m euros in all.", "refuted"),
        ("It pays nearly 400m euros for 25% of the firm, valuing it at 1.30bn euros.", "close"),
        ("It pays nearly 400m euros for 25% of the firm, valuing it at 1.10bn euros.", "refuted"),
    ],
)
def test_more_than_a_figure_may_be_up_to_one_more_in_its_first_digit(
    text: str, verdict: str, checked
) -> None:
    (claim,) = checked(text)
    assert claim.finding.verdict == verdict


@pytest.mark.parametrize(
    ("until", "share", "verdict"),
    [
        ("2030", "160m", "supported"),
        ("2030", "133m", "supported"),
        ("2030", "200m", "refuted"),
        ("2044", "200m", None),
    ],
)
def test_a_span_that_only_ends_runs_from_the_day_of_the_text(until, share, verdict, checked) -> None:
    text = f"It will spend 800m euros on schools by {until}. Each year {share} euros will be spent."
    found = [claim.finding.verdict for claim in checked(text)]
    assert found == ([verdict] if verdict else [])


def test_a_text_without_a_day_is_accused_of_no_span_that_only_ends(checked) -> None:
    assert not checked(
        "It will spend 800m euros on schools by 2030. Each year 250m euros will be spent.", None
    )


@pytest.mark.parametrize(
    ("sentences", "yearly", "found"),
    [
        (0, "Each year 1.5bn euros will be spent.", True),
        (1, "Each year 1.5bn euros will be spent.", True),
        (2, "Each year 1.5bn euros will be spent.", False),
        (1, "On average the towns get 1.5bn euros a year.", True),
        (2, "On average the towns get 1.5bn euros a year.", False),
        (3, "On average 1.5bn euros a year will be spent.", True),
        (4, "On average 1.5bn euros a year will be spent.", False),
        (3, "On average 1.5bn euros a year were spent until now.", False),
    ],
)
def test_what_is_spent_a_year_is_of_a_sum_of_some_sentences_ago(sentences, yearly, found, checked) -> None:
    told = "Stations get 3bn euros of that. " * sentences
    claims = checked(f"It will spend 12bn euros over six years. {told}{yearly}")
    assert ("annual_amount" in [claim.claim.kind for claim in claims]) == found


@pytest.mark.parametrize(
    "last",
    [
        "Its last plan, which ran out in March, cost 8bn euros.",  # a quarter, and of 8bn 38 %
        "Its last plan, which ran out late in the month of March, cost 8bn euros.",
        "Since its last plan, which ran out in March, towns got 9bn euros.",  # of which it would be a third
    ],
)
def test_a_share_of_the_sum_is_none_of_the_plan_before(last: str, checked) -> None:
    text = (
        f"{last} It will now spend 12bn euros over six years. A third of the money, 3bn euros, is for trams."
    )
    (claim,) = checked(text)
    assert claim.finding.verdict == "refuted"


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Towns get 3bn euros, or 8%.", "refuted"),
        ("Towns get 3bn euros, or 7%.", None),  # 25 %: too far off to be meant
        ("Towns get 3bn euros as a gift, or 10%.", None),
    ],
)
def test_a_share_right_beside_its_part_may_be_far_off(said: str, verdict: str | None, checked) -> None:
    claims = checked(f"It will spend 12bn euros over six years. {said}")
    assert [claim.finding.verdict for claim in claims] == ([verdict] if verdict else [])


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Each year 1.5bn euros will be paid out.", True),
        ("Each year 1.5bn euros will be paid out, he said.", True),
        ("Each year 1.5bn euros will be paid out to nurses.", False),
        ("For nurses 1.5bn euros a year will be paid out.", False),
    ],
)
def test_what_is_spent_on_another_thing_a_year_is_not_told_of_the_sum(
    said: str, found: bool, checked
) -> None:
    assert bool(checked(f"It will spend 12bn euros over six years. {said}")) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Powiat zapłaci 90 mln, czyli 37 proc. kosztów.", True),  # it is 15 %
        ("Powiat zapłaci 90 mln, czyli 39 proc. kosztów.", False),
        ("Powiat zapłaci 90 mln, czyli 60 proc. kosztów dróg.", False),  # of those, that may be
        ("Powiat zapłaci 90 mln, czyli 20 proc. kosztów dróg.", False),
        ("Powiat zapłaci 90 mln, czyli 15 proc. kosztów dróg.", True),
    ],
)
def test_a_share_far_off_of_what_is_named_after_it_is_none_of_the_sum(
    said: str, found: bool, checked
) -> None:
    claims = checked(f"Miasto wyda na szkoły 600 mln zł w ciągu sześciu lat. {said}")
    assert bool(claims) == found
