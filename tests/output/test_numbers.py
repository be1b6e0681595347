"""The numbers that decide what is printed: one case just inside, one just outside each."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from capexcalc.bulk.job import Look, LookRow, Summary
from capexcalc.claims.verdicts.facts import RateAtMarket
from capexcalc.claims.verdicts.finding import Finding
from capexcalc.claims.verdicts.hint import InvertedRate
from capexcalc.claims.verdicts.working import Whole
from capexcalc.commands.compare import Comparison, Ratios
from capexcalc.commands.rates import Observed, Reach, RevisedIndex, Series, SourceStatus
from capexcalc.errors import InputError
from capexcalc.money.interval import Interval
from capexcalc.money.money import Money
from capexcalc.output import html
from capexcalc.output.json import error
from capexcalc.output.jsonl import lines
from capexcalc.output.page import Note, Placed, Verdict
from capexcalc.output.screen import Screen
from capexcalc.output.wording.charts import written
from capexcalc.output.wording.claims import reason
from capexcalc.output.wording.documents import WordedDocument
from capexcalc.output.wording.hints import hint_message
from capexcalc.output.wording.steps import step_line
from capexcalc.output.wording.summary import summary

DAY = date(2025, 2, 24)
SVG = "{http://www.w3.org/2000/svg}"
Shown = Callable[..., str]


@pytest.mark.parametrize(
    ("verdict", "annotation", "results", "rating"),
    [
        ("supported", "", [], 5),
        ("not_enough_info", "::notice", [("open", "none")], None),
        ("close", "::warning", [("fail", "warning")], 4),
        ("refuted", "::error", [("fail", "error")], 1),
    ],
)
def test_each_verdict_has_a_gravity_of_its_own(
    verdict: str,
    annotation: str,
    results: list[tuple[str, str]],
    rating: int | None,
    document: WordedDocument,
    shown: Shown,
) -> None:
    judged = [replace(document, claims=(replace(document.claims[1], verdict=verdict),))]
    assert shown("github", "check", judged).split(" ")[0] == annotation
    found = json.loads(shown("sarif", "check", judged))["runs"][0]["results"]
    assert [(each["kind"], each["level"]) for each in found] == results
    review = json.loads(shown("claimreview", "check", judged))
    assert review["reviewRating"].get("ratingValue") == rating


def test_the_worst_comes_first(document: WordedDocument, shown: Shown) -> None:
    claims = [replace(document.claims[1], verdict=verdict) for verdict in ("close", "refuted")]
    page = shown("table", "check", [replace(document, claims=tuple(claims))])
    assert page.index("REFUTED") < page.index("CLOSE")


def test_json_is_set_two_blanks_in(document: WordedDocument, comparison: Comparison, shown: Shown) -> None:
    for printed in (
        error(InputError("bad", "no figure")),
        shown("json", "compare", comparison),
        shown("claimreview", "check", [document]),
    ):
        assert printed.splitlines()[1].startswith('  "')


@pytest.mark.parametrize(("count", "pieces"), [(200, 1), (201, 2), (401, 3)])
def test_two_hundred_figures_are_printed_at_once(count: int, pieces: int, document: WordedDocument) -> None:
    long = replace(document, amounts=document.amounts[:1] * count, claims=(), unchecked=())
    printed = [*lines("check", [long])]
    assert sum('"a1"' in piece for piece in printed) == pieces
    assert (len(printed) == 1) is (pieces == 1)


@pytest.mark.parametrize(("length", "whole"), [(40, True), (41, False)])
def test_forty_characters_of_a_cell_are_shown(length: int, whole: bool, shown: Shown) -> None:
    cell = "5" * length
    row = LookRow(cell, "EUR", "2025-02-24", {}, "2025-02-24", "ecb", "direct")
    look = Look((), {}, (row,), (), "capexcalc batch in.csv")
    page = shown("table", "batch", Summary(1, {}, "%Y-%m-%d", ",", "", look=look), Screen(140))
    assert ((cell if whole else f"{cell[:39]}…") in page.split()) is True


@pytest.mark.parametrize(
    ("value", "said"), [("1234567890.12", "1.23456789012 bn EUR"), ("1234567890.123", "1.23456789012 bn EUR")]
)
def test_a_figure_is_repeated_with_twelve_digits(
    value: str, said: str, document: WordedDocument, shown: Shown
) -> None:
    amount = replace(document.amounts[0], value=Decimal(value), currency="EUR")
    assert f" {said}\n" in shown("table", "check", [replace(document, amounts=(amount,))], figures=True)


@pytest.mark.parametrize(("rate", "said"), [("7.58791", "7.58791"), ("7.587914", "7.58791")])
def test_a_rate_has_six_digits(rate: str, said: str, document: WordedDocument, shown: Shown) -> None:
    claim = replace(document.claims[1], kind="rate", stated=Decimal(rate), computed=None)
    page = shown("table", "check", [replace(document, claims=(claim,))])
    assert f"Stated {said}" in " ".join(page.split())


@pytest.mark.parametrize(("rate", "said"), [("0.13684", "0.13684"), ("0.136842", "0.13684")])
def test_the_rate_on_a_chart_has_five_digits(rate: str, said: str) -> None:
    assert written(Decimal(rate)) == f"as written: {said}"


def test_of_the_last_years_of_an_index_two_are_told(shown: Shown) -> None:
    reach = tuple(Reach(code, 1960, year) for code, year in (("A", 2022), ("B", 2023), ("C", 2024)))
    index = SourceStatus("cpi", "shipped", "prices", DAY, DAY, None, 0, 1, 0, len(reach), reach)
    page = shown("table", "rates-status", (index,), Screen(140))
    assert "1 to 2024, 1 to 2023 " in page
    assert "2022" not in page


@pytest.mark.parametrize(("length", "whole"), [(600, True), (601, False)])
def test_a_sentence_is_quoted_up_to_600_characters(
    length: int, whole: bool, document: WordedDocument, shown: Shown
) -> None:
    sentence = "x" * length
    odd = replace(document, claims=(replace(document.claims[1], text=sentence),))
    page = shown("table", "check", [odd], Screen(900)).replace("\n", "").replace(" ", "")
    assert (f"“{sentence}”" in page) is whole
    assert (f"“{'x' * 599}…”" in page) is not whole


@pytest.mark.parametrize(("length", "whole"), [(90, True), (91, False)])
def test_what_holds_is_told_in_90_characters(
    length: int, whole: bool, document: WordedDocument, shown: Shown
) -> None:
    held = replace(document.claims[0], said="x" * length)
    page = shown("table", "check", [replace(document, claims=(held,))], Screen(140))
    assert ("…" not in page) is whole


def test_lines_of_prose_have_a_hundred_characters_at_most(document: WordedDocument, shown: Shown) -> None:
    longest = 0
    for words in ("x " * 200, f"xx {'x ' * 200}"):
        said = replace(document.claims[1], reason=words)
        page = shown("table", "check", [replace(document, claims=(said,))], Screen(140))
        longest = max(longest, *map(len, page.splitlines()))
    assert longest == 100


@pytest.mark.parametrize(("count", "named"), [(10, 10), (11, 10)])
def test_ten_documents_to_look_at_are_named(
    count: int, named: int, document: WordedDocument, shown: Shown
) -> None:
    page = shown("table", "check", [replace(document, id=f"{n}.txt") for n in range(count)])
    last = " ".join(page.rpartition("look at")[2].split())
    assert last.count(".txt") == named
    assert ("more" in last) is last.endswith(" and 1 more") is (count > named)


@pytest.mark.parametrize(
    ("rate", "said"), [("7.5879", "7.5879"), ("7.58791", "7.5879"), ("7.58796", "7.588")]
)
def test_the_rate_of_a_reason_has_five_digits(rate: str, said: str) -> None:
    facts = RateAtMarket("EUR", "CNY", Decimal(rate), "1 euro = 7.59 yuan")
    found = Finding(
        "supported", facts, Decimal("7.59"), None, Interval(Decimal(7), Decimal(8)), None, None, ()
    )
    assert f"1 EUR was {said} CNY" in reason(found)


@pytest.mark.parametrize(("rate", "said"), [("7.58791", "7.58791"), ("7.587914", "7.58791")])
def test_the_rate_of_a_hint_has_six_digits(rate: str, said: str) -> None:
    assert f"{said} " in f"{hint_message(InvertedRate('EUR', 'CNY', Decimal(rate)))} ".replace(",", " ")


def test_the_share_of_a_step_has_four_digits() -> None:
    step = Whole(Money(Decimal(1), "EUR"), Decimal("0.123456"), Money(Decimal("8.1"), "EUR"))
    assert "12.35%" in step_line(step)


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        (["close"], "The one claim does not hold"),
        (["not_enough_info"], "The one claim cannot be checked"),
        (["refuted", "supported"], "1 of 2 claims does not hold"),
        (["refuted", "close", "supported"], "2 of 3 claims do not hold"),
        (["refuted", "close"], "2 of 2 claims do not hold"),
        (["not_enough_info", "supported"], "1 of 2 claims cannot be checked"),
    ],
)
def test_how_many_claims_do_not_hold_is_told_as_one_says_it(
    verdicts: list[Any], said: str, document: WordedDocument
) -> None:
    claims = tuple(replace(document.claims[1], verdict=verdict) for verdict in verdicts)
    assert summary(replace(document, claims=claims)).startswith(f"{said}; ")


@pytest.mark.parametrize(
    ("stated", "points"), [("0.243", "+0.3"), ("0.24", "0.0"), ("0.237", "-0.3"), ("1.24", "+100.0")]
)
def test_a_gap_in_points_has_its_sign(
    stated: str, points: str, document: WordedDocument, shown: Shown
) -> None:
    given = {"kind": "change", "stated": Decimal(stated), "computed": Decimal("0.24")}
    claim = replace(document.claims[1], **given)  # type: ignore[arg-type]  # a table of fields
    assert f" {points} points\n" in shown("table", "check", [replace(document, claims=(claim,))])


@pytest.mark.parametrize(("times", "said"), [("0.1234", "0.12"), ("0.0123", "0.012"), ("12.345", "12.35")])
def test_the_smallest_ratio_has_two_digits_and_each_two_decimals(
    times: str, said: str, comparison: Comparison, shown: Shown
) -> None:
    ratios = Ratios(*[Decimal(times)] * 4)
    page = shown("table", "compare", replace(comparison, ratios=ratios), Screen(140))
    assert page.count(f" {said}\n") == 4


def test_the_change_of_a_rate_is_in_per_cent(shown: Shown) -> None:
    rates = tuple(Observed(DAY + timedelta(n), Decimal(rate)) for n, rate in enumerate(("7.5", "9")))
    page = shown("table", "rates-show", Series("EUR", "CNY", DAY, DAY, "ecb", rates))
    assert "Change   20.00%\n" in page


@pytest.mark.parametrize(("years", "said"), [("2.456", "2.46 years"), ("3", "3 years"), ("1", "1 year")])
def test_the_years_of_past_spending_have_three_digits(
    years: str, said: str, comparison: Comparison, shown: Shown
) -> None:
    window = replace(comparison.prior.window, years=Decimal(years))
    prior = replace(comparison.prior, window=window)
    assert f", {said}\n" in shown("table", "compare", replace(comparison, prior=prior))


@pytest.mark.parametrize(
    ("said", "isolated"),
    [
        ('so "5bn" is more', "so <bdi>“5bn”</bdi> is more"),
        ('"5bn" is "a rise"', "<bdi>“5bn”</bdi> is <bdi>“a rise”</bdi>"),
    ],
)
def test_each_quotation_of_a_sentence_runs_its_own_way(said: str, isolated: str) -> None:
    marks = isolated.replace("“", '"').replace("”", '"')
    assert str(html._isolated(said)).replace("&#34;", '"') == marks


@pytest.mark.parametrize(
    ("text", "end", "words"),
    [
        ("5bn yuan (2bn euros)", 19, "5bn yuan (2bn euros)"),
        ("(5bn yuan (2bn euros))", 21, "(5bn yuan (2bn euros))"),
        ("or 5bn (2bn)) more", 12, "or 5bn (2bn)"),
        ("5bn yuan (2bn euros each)", 19, "5bn yuan (2bn euros"),
    ],
)
def test_a_bracket_is_closed_where_one_is_open(text: str, end: int, words: str) -> None:
    placed = Placed(0, end, Verdict("REFUTED", "red", "c1", "", Note("", ""), [], []))
    assert html._quoted(placed, text) == words


def test_a_revised_index_stands_under_the_last_day_of_its_year(results: dict[str, Any], shown: Shown) -> None:
    revised = RevisedIndex("cpi", "CHN", 2020, Decimal(100), Decimal(101), DAY)
    verified = replace(results["rates-verify"], revised_indices=(revised,))
    assert "revision,cpi,2020-12-31,CHN,100,101," in shown("csv", "rates-verify", verified)
