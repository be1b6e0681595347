"""Which words make two figures a claim, and which do not."""

from __future__ import annotations

from typing import get_args

import pytest

from capexcalc.claims.claim import KindName
from capexcalc.claims.extract import extract
from capexcalc.claims.kinds import KINDS
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
    "text",
    [
        "He spent more than ten years there.",
        "It spent more than €5bn in the past ten years.",
        "Bonuses of $3.1bn, 15% more than last year, were paid.",
        "Profit more than doubled to €210m in the past year.",
    ],
)
def test_a_bound_is_no_comparison(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Revenue rose 12% to $2.24bn, and net profit fell to $120m from $140m.",
        "Profit fell to $1.5bn from $2.0bn and the dividend was cut by 20%.",
        "Interest rose to 12% of the budget from 10%, or $2.4bn from $2.0bn.",
        "The group swung to a loss of $340m from a profit of $120m, down 12%.",
        "Shares rose 3% to $45.20 after it raised its target to $5bn from $4bn.",
        "The stake was raised to 15% from 10% for $2bn, up from $1bn.",
    ],
)
def test_a_percentage_of_something_else_is_no_change_of_these_amounts(text: str) -> None:
    assert found(text) == []


def test_two_changes_in_a_sentence_keep_their_own_amounts() -> None:
    text = "Sales rose 12% to $2.3bn, from $2.0bn, while costs rose 5% to $1.5bn from $1.4bn."
    assert found(text) == [("change", "$2.3bn", "$2.0bn"), ("change", "$1.5bn", "$1.4bn")]


@pytest.mark.parametrize(
    "text",
    [
        "A total of $40bn was spent, of which $6bn went to A and $4bn to B.",
        "Insgesamt gibt der Bund 488 Mrd. Euro aus, davon 179 Mrd. Euro für A und 75 Mrd. Euro für B.",
        "It earned $6bn, up from $4bn, and $10bn in all since 2020.",
    ],
)
def test_some_of_the_parts_are_no_sum(text: str) -> None:
    assert [kind for kind, _, _ in found(text) if kind == "sum"] == []


@pytest.mark.parametrize(
    "text",
    [
        "He earns $10.4m a year, about $200,000 a week, under a contract of four years.",
        "It pays $200,000 a week for five years, or $10.4m a year.",
    ],
)
def test_a_week_s_money_is_a_share_of_the_year_s_and_no_total(text: str) -> None:
    (claim,) = extract(text, read(text))
    assert (claim.kind, claim.subject.text, claim.object.text) == ("annual_amount", "$10.4m", "$200,000")
    assert (claim.whole, claim.unit) == ("year", "week")


def test_a_fall_shares_its_scale_and_currency() -> None:
    text = "Der Gewinn sank von 2,0 auf 1,76 Mrd. Euro, ein Minus von 12 Prozent."
    assert found(text) == [("change", "1,76 Mrd. Euro", "2,0")]
    assert [a.value for a in read(text).amounts] == [2_000_000_000, 1_760_000_000]


def test_a_figure_after_a_bracket_takes_the_currency_before_it() -> None:
    text = "Sales rose 14% to 3.42 billion euros ($3.58 billion) from 3.00 billion."
    assert [a.currency for a in read(text).amounts] == ["EUR", "USD", "EUR"]


def test_a_dollar_told_apart_from_the_taiwan_dollar_stays_american() -> None:
    text = "TSMC spends $38 billion, after NT$965 billion in 2024, and $500 billion (€479 billion) later."
    assert [a.currency for a in read(text).amounts] == ["USD", "TWD", "USD", "EUR"]


@pytest.mark.parametrize(
    "text",
    [
        "It offered £5bn, or $65 a share, for its rival.",
        "It bought its rival for $5bn (€3bn of it in cash).",
        "It sold its $5bn stake in a company worth €40bn.",
        "It pays $5bn in cash or €3bn in shares.",
        "Sales were €5bn (2023: $4bn).",
        "Der Konzern verkauft 25 Prozent von Alfa für 2 Milliarden Euro, also 50 Euro je Aktie.",
        "El banco vendió el 10 % de su filial por 300 millones de euros, o 5 euros por acción.",
        "La empresa ganó 2.000 millones de euros, un 12 % más que en 2023, y pagará 500 millones de euros.",
        "Groupe Alfa cède 30 % du capital pour 600 millions d'euros, soit 120 millions d'euros de profit.",
    ],
)
def test_a_price_a_part_and_a_stake_are_no_equivalents(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("rate", ["at today's rate", "at Monday's exchange rates"])
def test_a_bracket_may_name_the_rate_of_its_equivalent(rate: str) -> None:
    assert found(f"It will spend 380bn yuan (€50bn {rate}).") == [("equivalence", "380bn yuan", "€50bn")]


def test_every_name_of_a_kind_has_a_kind_and_one_only() -> None:
    assert sorted(kind.name for kind in KINDS) == sorted(get_args(KindName))


def test_nothing_a_year_is_no_share() -> None:
    text = "It will spend 3 billion yuan (1 billion euros) over three years, 0 million a year."
    assert "annual_amount" not in [kind for kind, _, _ in found(text)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The $30bn package consists of $12bn in grants, $10bn in loans and $8bn in guarantees."),
        ("en", "It plans €800bn, of which €150bn would be loans and €650bn would come from states."),
        (
            "de",
            "Die 30 Mrd. Euro setzen sich zusammen aus 12 Mrd. Euro Zuschüssen und 18 Mrd. Euro Krediten.",
        ),
        ("fr", "Les 30 milliards d'euros se composent de 12 milliards d'euros et de 18 milliards d'euros."),
        ("es", "Los 30 millones de euros se componen de 12 millones de euros y 18 millones de euros."),
        ("ru", "Из 30 млрд рублей, из которых 12 млрд рублей субсидии и 18 млрд рублей кредиты."),
    ],
)
def test_parts_make_up_a_total_where_they_add_up(language: str, text: str) -> None:
    wrong = text.replace("12", "13").replace("150", "140")
    assert [[claim.kind for claim in extract(each, read(each, language))] for each in (text, wrong)] == [
        ["sum"],
        [],
    ]
