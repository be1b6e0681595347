"""Claims of an article against the rates of the day and the spending before it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from capexcalc.claims.verdicts.hint import WrongScale
from capexcalc.finance.spending import Report, SpendingPeriod, SpendingSeries
from capexcalc.finance.spending_series import spending_series
from capexcalc.money.money import Money

FRENCH = "Alibaba investira 380 milliards de yuans sur trois ans, soit {} en tout."


def decade(total: str, currency: str = "CNY") -> SpendingSeries:
    period = SpendingPeriod(
        date(2014, 4, 1), date(2024, 3, 31), "ten years", Decimal(total), "annual reports", "f:2"
    )
    return spending_series(currency, [period])


def test_the_day_s_rate_supports_fifty_billion_euros(claims_of) -> None:
    (claim,) = claims_of(FRENCH.format("50 milliards d'euros"))
    assert (claim.verdict, claim.hint) == ("supported", None)
    assert claim.computed.value == Decimal("50079732205.22")
    assert claim.interval == (Decimal("49.5e9"), Decimal("50.5e9"))
    assert (claim.quotes[0].observed, claim.quotes[0].method) == (date(2025, 2, 24), "inverse")
    assert "7.5879" in claim.reason


@pytest.mark.parametrize(
    ("stated", "verdict", "hint", "names"),
    [
        ("52 milliards d'euros", "refuted", "wrong_currency", "USD"),
        ("50 millions d'euros", "refuted", "wrong_scale", "1,000 times"),
        ("50 000 milliards d'euros", "refuted", "wrong_scale", "1,000 times"),
        ("2 883 milliards d'euros", "refuted", "inverted_rate", "turned round"),
        ("53 milliards de dollars", "supported", None, ""),  # 52.41 bn at the fixing, 52.7 on the market
        ("53,4 milliards de dollars", "close", None, ""),
        ("55 milliards d'euros", "refuted", None, ""),  # it fits the rate of a day three years ago
        ("90 milliards d'euros", "refuted", None, ""),
    ],
)
def test_a_wrong_sum_is_explained(claims_of, stated: str, verdict: str, hint: str | None, names: str) -> None:
    (claim,) = claims_of(FRENCH.format(stated))
    assert claim.verdict == verdict
    assert (claim.hint.code if claim.hint else None) == hint
    assert names in (claim.hint.message if claim.hint else "")


@pytest.mark.parametrize(
    ("yuan", "pounds", "hint"), [("76", "10", "wrong_currency"), ("68", "9", None)], ids=["two", "one"]
)
def test_one_digit_fits_too_much_to_name_another_currency(claims_of, yuan, pounds, hint) -> None:
    """Both are euros to their digits; but so would be a figure 6 % away from nine."""
    (claim,) = claims_of(f"Alibaba will invest {yuan} billion yuan ({pounds} billion pounds).")
    assert claim.verdict == "refuted"
    assert (claim.hint.code if claim.hint else None) == hint


def test_a_year_s_share_of_the_total_is_checked(claims_of) -> None:
    text = "It will spend 380bn yuan over three years, or {} a year."
    right, wrong = (claims_of(text.format(x))[0] for x in ("127bn yuan", "190bn yuan"))
    assert (right.kind, right.verdict, right.computed.value) == (
        "annual_amount",
        "supported",
        Decimal("126666666666.67"),
    )
    assert wrong.verdict == "refuted"


def test_a_year_s_share_may_be_in_another_currency(claims_of) -> None:
    (claim,) = claims_of("It will spend 380bn yuan over three years, or €16.7bn a year.")
    assert (claim.kind, claim.verdict, claim.computed.currency) == ("annual_amount", "supported", "EUR")


EXCEEDS = "It will spend 380bn yuan over three years, more than in the past ten years combined."


@pytest.mark.parametrize(
    ("spent", "verdict"),
    [("326.1e9", "supported"), ("379.8e9", "close"), ("385e9", "close"), ("400e9", "refuted")],
)
def test_more_than_before_is_held_against_the_file(claims_of, spent: str, verdict: str) -> None:
    (claim,) = claims_of(EXCEEDS, prior=decade(spent))
    assert claim.verdict == verdict
    assert (claim.stated.value, claim.computed.value) == (Decimal("380e9"), Decimal(spent))
    assert "annual reports" in claim.reason


@pytest.mark.parametrize(
    ("spent", "verdict"),
    [("3.49e9", "supported"), ("3.50e9", "close"), ("4.49e9", "close"), ("4.50e9", "refuted")],
)
def test_more_than_before_is_so_for_all_that_rounds_to_it_or_for_some(claims_of, spent, verdict) -> None:
    (claim,) = claims_of(EXCEEDS.replace("380bn", "4bn"), prior=decade(spent))
    assert claim.verdict == verdict


def test_the_document_of_a_past_figure_is_cited(claims_of) -> None:
    filed = (Report(Decimal("65.9e9"), date(2022, 7, 26), "20-F", "0000950170-22-012345"),)
    days = (date(2021, 4, 1), date(2022, 3, 31))
    year = SpendingPeriod(*days, "FY2022", Decimal("65.9e9"), "annual reports", "f:2", reports=filed)
    text = "It will spend 80bn yuan in the coming year, a record."
    (claim,) = claims_of(text, prior=spending_series("CNY", [year]))
    assert (claim.kind, claim.verdict) == ("record", "supported")
    assert "(annual reports, 20-F 0000950170-22-012345)" in claim.reason


def test_without_the_past_the_missing_years_are_named(claims_of) -> None:
    (claim,) = claims_of(EXCEEDS)
    assert claim.verdict == "not_enough_info"
    assert "10 years" in claim.reason
    assert "--prior" in claim.reason


def test_a_past_too_short_is_not_enough(claims_of) -> None:
    (claim,) = claims_of(EXCEEDS.replace("ten", "twenty"), prior=decade("326.1e9"))
    assert claim.verdict == "not_enough_info"
    assert "2014-04-01" in claim.reason


def test_past_spending_in_another_currency_is_met_at_the_day_s_rate(claims_of) -> None:
    (claim,) = claims_of(EXCEEDS, prior=decade("45e9", "EUR"))
    assert (claim.verdict, claim.computed.currency, claim.quotes[0].observed) == (
        "supported",
        "EUR",
        date(2025, 2, 24),
    )


def test_no_rate_is_not_enough_information_and_says_why(claims_of) -> None:
    (claim,) = claims_of("It paid BYN 5bn (€50m).", on=date(2024, 5, 1))
    assert claim.verdict == "not_enough_info"
    assert "2024-04-10" in claim.reason


def test_the_claim_names_the_sentence_it_was_made_in(claims_of) -> None:
    (claim,) = claims_of("First. It costs 380bn\nyuan (€50bn). Last.")
    assert claim.text == "It costs 380bn yuan (€50bn)."
    assert claim.citation.startswith("Supported: ")


def test_a_mark_names_the_law_in_reason_and_citation(claims_of) -> None:
    (claim,) = claims_of("It was valued at 40m deutschmarks (28m dollars).", on=date(2010, 3, 3))
    rates = (
        "at 1 EUR = 1.95583 DEM (fixed: Council Regulation (EC) No 2866/98, since 1999-01-01) "
        "and 1 EUR = 1.3641 USD (ECB, 2010-03-03);"
    )
    assert rates in claim.reason
    assert rates in claim.citation


def test_a_finding_carries_its_code_and_the_facts_behind_the_sentence(claims_of) -> None:
    (claim,) = claims_of(FRENCH.format("50 milliards d'euros"))
    assert claim.reason_code == "equivalence_at_rate"
    assert claim.facts.subject == Money(Decimal("380e9"), "CNY")
    assert claim.facts.words == "50 milliards d'euros"
    (wrong,) = claims_of(FRENCH.format("50 millions d'euros"))
    assert wrong.hint.facts == WrongScale(Decimal(1000), "small", Money(Decimal("50e9"), "EUR"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It costs 5bn euros ($5.2bn) here.", "5bn euros ($5.2bn)"),
        ("It costs 5bn euros ($5.2bn in all) here.", "5bn euros ($5.2bn"),
        ("It costs (5bn euros (it was told), or $5.2bn) here.", "5bn euros (it was told), or $5.2bn"),
    ],
)
def test_a_bracket_that_a_claim_opens_and_nothing_else_is_closed(text: str, said: str, checked) -> None:
    (claim,) = checked(text)
    assert claim.said == said


@pytest.mark.parametrize(("euros", "said"), [("759bn", ["inverted_rate"]), ("700bn", [])])
def test_what_a_slip_explains_is_told_of_the_sum_before_however_far_it_is(euros: str, said, checked) -> None:
    claims = checked(f"It gave 100bn yuan. That is worth {euros} euros.")  # 13.2bn
    assert [claim.finding.hint.code for claim in claims] == said
