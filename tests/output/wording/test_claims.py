"""What is said of claims: one sentence for each code, with figures that hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest

from capexcalc.claims.claim import KindName
from capexcalc.claims.verdicts import facts, hint, missing, working
from capexcalc.claims.verdicts.finding import Finding
from capexcalc.claims.verdicts.verdict import Verdict
from capexcalc.money.interval import Interval
from capexcalc.money.money import Money
from capexcalc.money.periods import Period
from capexcalc.output.languages import voice_of
from capexcalc.output.wording import english, verdicts
from capexcalc.output.wording.claims import citation, hint_message, reason, step_line
from capexcalc.output.wording.claims import working as lines
from capexcalc.output.wording.figures import interval_end
from capexcalc.output.wording.labels import KINDS
from capexcalc.rates.book import RateBook
from capexcalc.words import speaking

DAY = date(2025, 2, 24)


def cny(value: str) -> Money:
    return Money(Decimal(value), "CNY")


def eur(value: str) -> Money:
    return Money(Decimal(value), "EUR")


def usd(value: str) -> Money:
    return Money(Decimal(value), "USD")


PLAN, EUROS = cny("380e9"), eur("50.0797e9")
TOTAL = ("annual reports", False)
DAYS = (date(2014, 4, 1), date(2024, 3, 31))
CHANGE = facts.Change(
    usd("2.0e9"), usd("2.3e9"), Decimal("1.15"), Decimal("1.0976"), Decimal("1.2051"), False, False, "15%"
)
EXCEEDS = facts.ExceedsPriorTotal(PLAN, None, cny("326.1e9"), *DAYS, *TOTAL)
RECORD = facts.RecordYear(cny("80e9"), False, cny("65.9e9"), "FY2022", "reports, 20-F", DAYS[0])
FIFTH = Decimal("0.8")  # less
SHARE = facts.Share(
    eur("10e9"), eur("40e9"), Decimal("0.25"), Decimal("0.2346"), Decimal("0.2658"), "a quarter"
)

REASONS: list[tuple[facts.Facts, str]] = [
    (
        facts.EquivalenceAtRate(PLAN, EUROS, "50bn euros"),
        (
            "380 bn CNY was 50.08 bn EUR at 1 EUR = 7.5879 CNY (ECB, 2025-02-24); "
            '"50bn euros" is that figure rounded'
        ),
    ),
    (
        facts.EquivalenceAtRate(PLAN, EUROS, "50bn euros", currency_taken="CNY"),
        (
            "taking the currency that fits, of those the words leave open, 380 bn CNY was 50.08 bn EUR at "
            '1 EUR = 7.5879 CNY (ECB, 2025-02-24); "50bn euros" is that figure rounded'
        ),
    ),
    (
        facts.EquivalenceAtRate(PLAN, EUROS, "50bn euros", told="1 euro = 7.59 yuan"),
        (
            '380 bn CNY is 50.08 bn EUR at the rate the text states itself, "1 euro = 7.59 yuan"; '
            '"50bn euros" is that figure rounded'
        ),
    ),
    (
        facts.EquivalenceAtRate(
            PLAN, EUROS, "50bn euros", period=Period(date(2025, 1, 1), date(2025, 1, 31))
        ),
        (
            "380 bn CNY was 50.08 bn EUR from 2025-01-01 to 2025-01-31, the time the text names, at "
            '1 EUR = 7.5879 CNY (ECB, 2025-02-24); "50bn euros" is that figure rounded'
        ),
    ),
    (
        facts.EquivalenceAtRate(
            PLAN, EUROS, "50bn euros", period=Period(date(2025, 1, 31), date(2025, 1, 31))
        ),
        (
            "380 bn CNY was 50.08 bn EUR on 2025-01-31, the day the text names, at "
            '1 EUR = 7.5879 CNY (ECB, 2025-02-24); "50bn euros" is that figure rounded'
        ),
    ),
    (
        facts.EquivalenceUndated(PLAN, "52bn euros", date(2024, 3, 1), date(2024, 3, 5), 1),
        (
            'no date is given: "52bn euros" for 380 bn CNY fits the rates of 2024-03-01 to 2024-03-05, and '
            "not the newest"
        ),
    ),
    (
        facts.EquivalenceUndated(PLAN, "52bn euros", date(2024, 3, 1), date(2024, 3, 1), 3),
        (
            'no date is given: "52bn euros" for 380 bn CNY fits the rate of 2024-03-01, and 2 other '
            "stretches of days before, and not the newest"
        ),
    ),
    (
        facts.RateAtMarket("EUR", "CNY", Decimal("7.5879"), "1 euro = 7.59 yuan"),
        ('1 EUR was 7.5879 CNY at 1 EUR = 7.5879 CNY (ECB, 2025-02-24); "1 euro = 7.59 yuan" holds'),
    ),
    (
        facts.AtOfficialRate("CNY", "parallel", "People's Bank of China"),
        (
            "the figure does not fit 1 EUR = 7.5879 CNY (ECB, 2025-02-24), the official rate of CNY "
            "(People's Bank of China); the market rate, which was far from it, is not known here"
        ),
    ),
    (
        facts.AtOfficialRate("CNY", "multiple", "People's Bank of China"),
        (
            "the figure does not fit 1 EUR = 7.5879 CNY (ECB, 2025-02-24), one of several official rates of "
            "CNY (People's Bank of China); the market rate, which was far from them, is not known here"
        ),
    ),
    (
        facts.AnnualEven(PLAN, 36, eur("16.6932e9"), "16.7bn euros"),
        (
            "380 bn CNY spread evenly over 3 years is 16.69 bn EUR a year at 1 EUR = 7.5879 CNY "
            '(ECB, 2025-02-24); "16.7bn euros" is that figure rounded'
        ),
    ),
    (
        facts.AnnualEven(eur("24e6"), 12, eur("2e6"), "20m euros", "month"),
        (
            "24 m EUR spread evenly over 1 year is 2 m EUR a month at 1 EUR = 7.5879 CNY (ECB, 2025-02-24); "
            '"20m euros" is that figure rounded'
        ),
    ),
    (
        facts.Product(eur("5000"), Decimal(1000), eur("5e6"), "5 million"),
        '1,000 x 5,000 EUR = 5 m EUR; "5 million" is that figure rounded',
    ),
    (
        facts.Valuation(usd("3.5e6"), Decimal("0.25"), "25 %", usd("14e6"), "$14m"),
        '3.5 m USD for 25 % makes the whole 14 m USD; "$14m" is that figure rounded',
    ),
    (
        facts.Valuation(usd("3.5e6"), Decimal("0.25"), "25 %", usd("10.5e6"), "$10.5m", before=True),
        (
            '3.5 m USD for 25 % makes the whole 10.5 m USD before that was paid in; "$10.5m" is that figure '
            "rounded"
        ),
    ),
    (
        replace(EXCEEDS, converted=EUROS, total=eur("45e9"), assumed=True),
        (
            "taking the commitment the text names elsewhere, 380 bn CNY (50.08 bn EUR at 1 EUR = 7.5879 CNY "
            "(ECB, 2025-02-24)) is more than the 45 bn EUR spent from 2014-04-01 to 2024-03-31 "
            "(annual reports)"
        ),
    ),
    (
        replace(EXCEEDS, total=PLAN),
        "380 bn CNY is not more than the 380 bn CNY spent from 2014-04-01 to 2024-03-31 (annual reports)",
    ),
    (
        RECORD,
        "80 bn CNY is more than the 65.9 bn CNY of FY2022, the largest year since 2014-04-01 (reports, 20-F)",
    ),
    (
        replace(RECORD, yearly=True, value=cny("65.9e9")),
        (
            "65.9 bn CNY a year on average is not more than the 65.9 bn CNY of FY2022, the largest year "
            "since 2014-04-01 (reports, 20-F)"
        ),
    ),
    (
        facts.ToldBefore(cny("80e9"), cny("65.9e9"), (cny("65.9e9"),)),
        "80 bn CNY is more than the 65.9 bn CNY that the text gives for before",
    ),
    (
        facts.ToldBefore(cny("80e9"), cny("85e9"), (cny("40e9"), cny("45e9"))),
        "80 bn CNY is not more than the 85 bn CNY that the text gives for before (40 bn CNY + 45 bn CNY)",
    ),
    (
        CHANGE,
        '2.3 bn USD after 2 bn USD is 15% more (9.76% to 20.5% with their rounding); a rise of "15%" fits',
    ),
    (
        replace(CHANGE, multiple=True, words="up"),
        '2.3 bn USD after 2 bn USD is 1.15 times as much (1.1 to 1.21 with their rounding); "up" fits',
    ),
    (
        replace(
            CHANGE,
            factor=Decimal("0.8"),
            lowest=Decimal("0.8"),
            highest=Decimal("0.8"),
            falls=True,
            words="20%",
        ),
        '2.3 bn USD after 2 bn USD is 20% less; a fall of "20%" fits',
    ),
    (
        replace(CHANGE, factor=Decimal(1), lowest=Decimal("0.98"), highest=Decimal("1.02"), words="1%"),
        '2.3 bn USD after 2 bn USD is 0% (-2% to 2% with their rounding); a rise of "1%" fits',
    ),
    (
        replace(CHANGE, lowest=Decimal(1), highest=Decimal("1.3")),
        '2.3 bn USD after 2 bn USD is 15% (0% to 30% with their rounding); a rise of "15%" fits',
    ),
    (
        replace(CHANGE, factor=Decimal("0.9"), lowest=Decimal("0.8"), highest=Decimal(1), falls=True),
        '2.3 bn USD after 2 bn USD is -10% (-20% to 0% with their rounding); a fall of "15%" fits',
    ),
    (SHARE, '10 bn EUR of 40 bn EUR is 25% (23.5% to 26.6% with their rounding); "a quarter" fits'),
    (
        facts.Difference(eur("12e9"), eur("8e9"), eur("4e9"), "4bn"),
        '12 bn EUR - 8 bn EUR = 4 bn EUR; "4bn" is that figure rounded',
    ),
    (
        facts.Sum((eur("6e9"), eur("4e9")), eur("10e9"), False, "10bn"),
        '6 bn EUR + 4 bn EUR = 10 bn EUR; "10bn" is that figure rounded',
    ),
    (
        facts.Sum((eur("6.4e9"), eur("4.3e9")), eur("10.7e9"), True, "10.8bn"),
        '6.4 bn EUR + 4.3 bn EUR = 10.7 bn EUR; "10.8bn" is within the rounding of its parts',
    ),
    (missing.NoSpan(), "the text gives no number of years to spread the total over"),
    (missing.NoPercentage(eur("0"), eur("5")), "there is no percentage from 0 EUR to 5 EUR"),
    (missing.NoShare(eur("-5"), eur("5")), "-5 EUR is no share of 5 EUR"),
    (
        missing.NoPrior(120, DAY),
        "what was spent in the 10 years before 2025-02-24 is missing: give it with --prior",
    ),
    (
        missing.NoPrior(None, DAY),
        "what was spent in the years before 2025-02-24 is missing: give it with --prior",
    ),
    (missing.NoSingleYear(), "the past spending given holds no single years"),
    (
        missing.NotSpending("record", "reports"),
        "the text does not say that this record is one of the spending given with --prior (reports)",
    ),
    (
        missing.NotSpending("comparison", "reports"),
        "the text does not say that this comparison is one of the spending given with --prior (reports)",
    ),
    (missing.MissingRate("no_rate", "no rate of RUB", "use --source"), "no rate of RUB (use --source)"),
    (missing.MissingRate("no_rate", "no rate of RUB", None), "no rate of RUB"),
    (missing.MissingPast("too_short", "the past is short", "add years"), "the past is short (add years)"),
    (missing.MissingPast("too_short", "the past is short", None), "the past is short"),
]

HINTS: list[tuple[hint.Hint, str]] = [
    (
        hint.WrongScale(Decimal(1000), "small", eur("50e9")),
        "the figure is 1,000 times too small; it should read 50 bn EUR",
    ),
    (hint.WrongScale(Decimal(10), "large"), "the figure is 10 times too large"),
    (
        hint.WrongCurrency("USD", "EUR", PLAN, usd("52.4134e9"), eur("50e9")),
        "it fits USD (US Dollar), not EUR (Euro): 380 bn CNY is 52.41 bn USD; it should read 50 bn EUR",
    ),
    (
        hint.OtherDate(DAY, DAY, DAY, PLAN, EUROS),
        "it fits the rate of 2025-02-24, when 380 bn CNY was 50.08 bn EUR",
    ),
    (
        hint.OtherDate(DAYS[0], DAY, DAY, PLAN, EUROS),
        "it fits the rates of 2014-04-01 to 2025-02-24: on 2025-02-24 380 bn CNY was 50.08 bn EUR",
    ),
    (
        hint.InvertedRate("EUR", "CNY", Decimal("7.5879")),
        "it fits the rate turned round: 1 CNY was taken for 7.5879 EUR, but 1 EUR is 7.5879 CNY",
    ),
    (hint.AnnualForTotal("total", 36), "it fits the total of 3 years, not a year of it"),
    (hint.AnnualForTotal("year", 36), "it fits one year of 3 years, not the total"),
    (hint.OtherSpan(4, 36), "it fits 4 years, not 3 years"),
    (
        hint.OtherDefinition("largest", "FY2022", cny("65.9e9")),
        "it is more than the largest year alone, FY2022 (65.9 bn CNY), not than all",
    ),
    (
        hint.OtherDefinition("last", "FY2024", cny("32.1e9")),
        "it is more than the last year alone, FY2024 (32.1 bn CNY), not than all",
    ),
]

STEPS: list[tuple[working.Step, str]] = [
    (
        working.Spread(PLAN, 36, cny("126666666666.67")),
        "380,000,000,000.00 CNY / 36 x 12 months = 126,666,666,666.67 CNY",
    ),
    (
        working.Shared(eur("24"), Decimal("52.18"), "week", eur("0.46")),
        "24.00 EUR / 52.18 = 0.46 EUR a week",
    ),
    (working.Multiplied(Decimal(1000), eur("5"), eur("5000")), "1,000 x 5.00 EUR = 5,000.00 EUR"),
    (working.Whole(usd("3.5"), Decimal("0.25"), usd("14")), "3.50 USD / 25% = 14.00 USD"),
    (working.Added((eur("6"), eur("4")), eur("10")), "6.00 EUR + 4.00 EUR = 10.00 EUR"),
    (working.Subtracted(eur("12"), eur("8"), eur("4")), "12.00 EUR - 8.00 EUR = 4.00 EUR"),
    (working.Divided(eur("6"), eur("4"), Decimal("1.5"), "ratio"), "6.00 EUR / 4.00 EUR = 1.500"),
    (working.Divided(eur("6"), eur("0"), None, "ratio"), "6.00 EUR / 0.00 EUR = none"),
    (working.Divided(eur("6"), eur("4"), Decimal("1.5"), "factor"), "6.00 EUR / 4.00 EUR = 1.5000"),
    (working.Divided(eur("1"), eur("3"), Decimal(1) / 3, "percentage"), "1.00 EUR / 3.00 EUR = 33.33%"),
    (working.LessOne(Decimal("1.123456"), Decimal("0.123456")), "1.1235 - 1 = 12.35%"),
    (working.PastPeriod("FY2022", cny("5"), "reports"), "FY2022: 5.00 CNY (reports)"),
    (
        working.PastPeriod("FY2022", cny("5"), "reports", largest=True),
        "largest year, FY2022: 5.00 CNY (reports)",
    ),
    (working.PastTotal(*DAYS, cny("5")), "together, 2014-04-01 to 2024-03-31: 5.00 CNY"),
]


@pytest.fixture(scope="module")
def found(shipped: RateBook) -> Finding:
    """An amount that holds, at a rate."""
    interval, quotes = Interval(Decimal("49.5e9"), Decimal("50.5e9")), (shipped.quote("CNY", "EUR", DAY),)
    return Finding(
        "supported", missing.NoSpan(), eur("50e9"), EUROS, interval, Decimal("-0.16"), None, quotes
    )


@pytest.mark.parametrize(("given", "said"), REASONS, ids=lambda each: getattr(each, "code", ""))
def test_a_reason(found: Finding, given: facts.Facts, said: str) -> None:
    assert reason(replace(found, facts=given)) == said


def test_a_currency_taken_because_it_misses_least_is_not_said_to_fit(found: Finding) -> None:
    taken = facts.EquivalenceAtRate(PLAN, EUROS, "50bn euros", currency_taken="CNY")
    assert reason(replace(found, facts=taken, verdict="close")).startswith("taking the currency that fits")
    assert reason(replace(found, facts=taken, verdict="refuted")).startswith("380 bn CNY was 50.08 bn EUR at")


@pytest.mark.parametrize(
    ("stretches", "more"),
    [
        (1, ""),
        (2, ", and 1 other stretch of days before"),
        (3, ", and 2 other stretches of days before"),
    ],
)
def test_what_else_a_figure_without_a_date_fits_is_told(found: Finding, stretches: int, more: str) -> None:
    undated = facts.EquivalenceUndated(PLAN, "52bn euros", DAY, DAY, stretches)
    said = reason(replace(found, facts=undated))
    assert said.endswith(f"fits the rate of 2025-02-24{more}, and not the newest")


@pytest.mark.parametrize(
    ("language", "stretches", "more"),
    [
        ("de", 2, "und zu einem weiteren Zeitabschnitt davor"),
        ("de", 3, "und zu 2 weiteren Zeitabschnitten davor"),
        ("ru", 22, "и ещё 21 прежнему отрезку дней"),
        ("ru", 23, "и ещё 22 прежним отрезкам дней"),
    ],
)
def test_what_else_it_fits_is_counted_as_each_language_does(
    found: Finding, language: str, stretches: int, more: str
) -> None:
    undated = facts.EquivalenceUndated(PLAN, "52bn euros", DAY, DAY, stretches)
    with speaking(voice_of(language)):
        assert more in reason(replace(found, facts=undated))


@pytest.mark.parametrize(("given", "said"), HINTS, ids=lambda each: getattr(each, "code", ""))
def test_a_hint(given: hint.Hint, said: str) -> None:
    assert hint_message(given) == said


@pytest.mark.parametrize(("given", "said"), STEPS, ids=lambda each: type(each).__name__)
def test_a_step(given: working.Step, said: str) -> None:
    assert step_line(given) == said


@pytest.mark.parametrize(
    ("stated", "apart", "said"),
    [
        ("52e9", "3.83", "3.83% too high"),
        ("48e9", "-4.15", "4.15% too low"),
        ("50.0797e9", "0.01", "0.01% too high"),  # what was computed is shown rounded
        ("50.08e9", "0.00", "too high"),
        ("50.07e9", "-0.01", "0.01% too low"),
        ("50.07e9", "-0.00", "too low"),
        ("52e9", None, "too high"),  # where nothing was computed
    ],
)
def test_an_amount_that_does_not_hold_is_told_with_its_interval_and_its_side(
    found: Finding, stated: str, apart: str | None, said: str
) -> None:
    wrong = replace(
        found,
        verdict="refuted",
        facts=facts.EquivalenceAtRate(PLAN, EUROS, "52bn"),
        stated=eur(stated),
        deviation_percent=None if apart is None else Decimal(apart),
    )
    assert reason(wrong).partition("; ")[2] == f'"52bn" stands for 49.5 bn to 50.5 bn EUR, {said}'


@pytest.mark.parametrize(("apart", "said"), [("0.01", "0.01% off"), ("0.00", "less than 0.01% off")])
def test_a_rate_is_off_by_no_percentage_of_nothing(found: Finding, apart: str, said: str) -> None:
    rate = facts.RateAtMarket("EUR", "DEM", Decimal("1.95583"), "1.956 marks")
    near = replace(found, verdict="close", facts=rate, deviation_percent=Decimal(apart))
    assert reason(near).endswith(f'"1.956 marks" is {said}')


@pytest.mark.parametrize(
    ("verdict", "apart", "said"),
    [
        ("close", "10.00", '"a quarter" is near'),
        ("close", "10.01", '"a quarter" is true to the letter, but wide of it'),
        ("refuted", "10.01", '"a quarter" does not fit'),
    ],
)
def test_a_share_that_is_true_as_a_bound_may_be_wide_of_it(
    found: Finding, verdict: Any, apart: str, said: str
) -> None:
    other = replace(found, facts=SHARE, verdict=verdict, deviation_percent=Decimal(apart))
    assert reason(other).endswith(f"; {said}")


@pytest.mark.parametrize(
    ("value", "currency", "shown"),
    [
        ("97999.5", "USD", "97,999.50"),
        ("98001", "USD", "98,001"),
        ("97999.5", "JPY", "97,999.5"),
        ("7.24195", "CNY", "7.24195"),
        ("52443350000", "USD", "52.44335 bn"),
        ("51500000000", "EUR", "51.5 bn"),
    ],
)
def test_the_end_of_an_interval_is_told_from_its_figure(value: str, currency: str, shown: str) -> None:
    assert interval_end(Decimal(value), currency) == shown


def test_the_mean_of_a_year_names_the_law_it_went_through(found: Finding, shipped: RateBook) -> None:
    year = Period(date(2005, 1, 1), date(2005, 12, 31))
    mark = facts.EquivalenceAtRate(Money(Decimal("40e6"), "DEM"), usd("25.4e6"), "25.4m")
    said = reason(replace(found, facts=mark, quotes=(shipped.average("DEM", "USD", year),)))
    assert (
        "(ECB, mean of 257 daily rates, 2005-01-01 to 2005-12-31), through 1 EUR = 1.95583 DEM (fixed:"
        in said
    )


def test_the_citation_is_one_sentence() -> None:
    assert citation("not_enough_info", "no rate", None) == "Not enough info: no rate."
    assert citation("close", "it is", "look") == "Close: it is; look."


def test_the_working_begins_with_the_rates(found: Finding) -> None:
    given = replace(found, steps=(STEPS[0][0],))
    assert lines(given) == ("1 EUR = 7.5879 CNY (ECB, 2025-02-24)", STEPS[0][1])


def test_every_code_has_its_facts_and_its_words_and_no_words_are_left_over() -> None:
    for codes, classes, catalogue, said in (
        (facts.ReasonCode, facts.Facts, english.REASONS, REASONS),
        (hint.HintCode, hint.Hint, english.HINTS, HINTS),
    ):
        assert {each.code for each in get_args(classes)} == set(get_args(codes))
        assert {key.partition(".")[0] for key in catalogue} == set(get_args(codes))
        assert {given.code for given, _ in said} == set(get_args(codes))
    assert {type(given) for given, _ in STEPS} == set(get_args(working.Step)) - {working.Converted}


def test_every_variant_of_a_sentence_is_said(monkeypatch: pytest.MonkeyPatch, found: Finding) -> None:
    """None of the catalogue is unused: each template is asked for by one of the cases above."""
    asked: set[str] = set()

    class Watched(dict[str, str]):
        def __getitem__(self, key: str) -> str:
            asked.add(key)
            return super().__getitem__(key)

    for name in ("REASONS", "HINTS", "STEPS"):
        monkeypatch.setattr(english, name, Watched(getattr(english, name)))
    for given, _ in REASONS:
        reason(replace(found, facts=given))
    reason(replace(found, facts=facts.AnnualEven(PLAN, 36, EUROS, "50bn"), quotes=()))
    reason(replace(found, facts=replace(EXCEEDS, assumed=True)))
    for slip, _ in HINTS:
        hint_message(slip)
    for step, _ in STEPS:
        step_line(step)
    assert asked == {*english.REASONS, *english.HINTS, *english.STEPS}


def test_every_verdict_and_every_kind_has_a_label_and_no_other() -> None:
    assert set(verdicts.VERDICTS) == set(get_args(Verdict))
    assert verdicts.FAILING == ("refuted", "close", "not_enough_info")
    assert set(KINDS) == set(get_args(KindName))
