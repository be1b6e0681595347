"""Which words make two figures a claim, and which do not."""

from __future__ import annotations

import pytest

from capexcalc.claims.extract import extract
from capexcalc.reading.reader import read


def found(text: str) -> list[tuple[str, str, str | None]]:
    reading = read(text)
    return [(c.kind, c.subject.text, c.object.text if c.object else None) for c in extract(text, reading)]


@pytest.mark.parametrize(
    "text",
    [
        "It will spend 380bn yuan (€50bn).",
        "It will spend 380bn yuan (about €50bn) on data centres.",
        "It will spend 380bn yuan, or €50bn, on data centres.",
        "It will spend 380bn yuan, or about €50bn.",
        "It will spend 380bn yuan over three years, equivalent to roughly €50bn.",
        "It will spend 380bn yuan on data centres and chips, the equivalent of €50bn.",
        "It will spend 380bn yuan, about €50bn, on data centres.",
        "It will spend 380bn yuan – €50bn – on data centres.",
        "It will spend 380bn yuan/€50bn.",
        "Il dépensera 380bn yuan, soit €50bn.",
    ],
)
def test_two_currencies_equated_are_one_claim(text: str) -> None:
    assert found(text) == [("equivalence", "380bn yuan", "€50bn")]


@pytest.mark.parametrize(
    "text",
    [
        "It will spend 380bn yuan in China and €50bn in Europe.",
        "It will spend 380bn yuan. Rivals spend €50bn.",
        "It spent 380bn yuan (2024), rivals €50bn.",
        "It will spend 380bn yuan, or 3% of sales, and earn €50bn.",
        "It will spend 380bn yuan or 390bn yuan.",
        "It has €50bn.",
        "It will spend 380bn yuan, €50bn and ¥3bn.",
    ],
)
def test_two_figures_side_by_side_are_no_claim(text: str) -> None:
    assert found(text) == []


def test_one_bracket_may_hold_several_equivalents() -> None:
    text = "The plan costs $52.4bn (€50bn; £41.5bn), he said."
    assert found(text) == [("equivalence", "$52.4bn", "€50bn"), ("equivalence", "$52.4bn", "£41.5bn")]


def test_a_range_is_equated_end_by_end() -> None:
    assert found("It costs $4-5bn (€3.8-4.8bn).") == [
        ("equivalence", "$4", "€3.8"),
        ("equivalence", "5bn", "4.8bn"),
    ]


def test_an_annual_amount_belongs_to_the_total_with_a_span() -> None:
    text = "It will spend 380bn yuan over three years (€50bn), or 127bn yuan a year."
    assert ("annual_amount", "380bn yuan", "127bn yuan") in found(text)


def test_a_sentence_may_take_up_the_sum_of_an_earlier_one() -> None:
    text = (
        "It will spend 380bn yuan over three years. That works out at 127bn yuan a year. This is worth €50bn."
    )
    claims = list(extract(text, read(text)))
    assert [(c.kind, c.subject.text, c.assumed) for c in claims] == [
        ("annual_amount", "380bn yuan", True),
        ("equivalence", "380bn yuan", True),
    ]
    assert [text[c.start : c.end] for c in claims] == [
        "That works out at 127bn yuan a year",
        "This is worth €50bn",
    ]


def test_an_annual_amount_finds_its_total_in_another_sentence() -> None:
    text = "It will spend 380bn yuan over three years. For the 380bn yuan, or 127bn yuan a year, it builds."
    (claim,) = extract(text, read(text))
    assert (claim.kind, claim.period and claim.period.text) == ("annual_amount", "three years")


def test_yearly_spending_by_itself_is_no_claim() -> None:
    assert found("It spends 127bn yuan a year on research.") == []


def test_more_than_before_is_about_the_amount_of_its_sentence() -> None:
    text = "It will spend 380bn yuan over three years, more than in the past ten years combined."
    assert found(text) == [("exceeds_prior", "380bn yuan", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "This bet exceeds what it spent over the past decade.",
        "That is more than it invested in the last ten years.",
    ],
)
def test_without_an_amount_the_commitment_is_the_subject(sentence: str) -> None:
    text = f"Shares rose by $2bn. It will spend 380bn yuan over three years. {sentence}"
    (claim,) = extract(text, read(text))
    assert (claim.subject.text, claim.assumed) == ("380bn yuan", True)
    assert text[claim.start : claim.end] in sentence


def test_without_a_span_the_commitment_is_the_amount_most_repeated() -> None:
    text = "A fee of $2bn. The €50bn plan, all €50bn of it, exceeds what was spent over the past ten years."
    assert found("A fee of $2bn. A €50bn plan. The €50bn. It exceeds the total of the past ten years.") == [
        ("exceeds_prior", "€50bn", None)
    ]
    assert found(text) == [("exceeds_prior", "€50bn", None)]


@pytest.mark.parametrize(
    "text", ["He spent more than ten years there.", "It spent more than €5bn in the past ten years."]
)
def test_a_bound_is_no_comparison(text: str) -> None:
    assert found(text) == []
