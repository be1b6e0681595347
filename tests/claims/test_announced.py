"""What a text tells of the sum it announces, in sentences that bind it to nothing."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.claims.grammar.sentence import split
from capexcalc.claims.grammar.worded import find_commitment
from capexcalc.reading.reader import read

# The sum, and what the plan before had.
PLAN = "The port will spend 840m euros on quays over seven years. "
BEFORE = "Under the last programme it was given 600m euros. "


GERMAN = """Doppelt so viel Geld für den Hafen

Der Hafen steckt in sieben Jahren 840 Millionen Euro in Kais. Das vorige Programm war mit 420 Millionen Euro
versehen."""
SPANISH = """El puerto duplica su presupuesto

El puerto gastará 840 millones de euros en siete años. El plan anterior contaba con 420 millones de euros."""
CZECH = """Rozpočet přístavu se zdvojnásobí

Přístav vydá 840 milionů eur během sedmi let. Předchozí plán měl 420 milionů eur."""


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        (f"{PLAN}The harbour master is pleased with 120m euros in each year.", "annual_amount", "120m euros"),
        (f"{PLAN}A quarter will, the port hopes, by and by reach ferries: 210m euros.", "share", "A quarter"),
        (f"Port to get 40% more money\n\n{PLAN}{BEFORE}", "change", "40%"),
        (GERMAN, "change", "Doppelt so viel"),
        (SPANISH, "change", "duplica"),
        (CZECH, "change", "zdvojnásobí"),
    ],
)
def test_what_fits_is_found_wherever_it_stands(text: str, kind: str, said: str, claims_of) -> None:
    (claim,) = (each for each in claims_of(text) if each.kind == kind)
    assert claim.verdict == "supported"
    assert said in text[claim.start : claim.end]


ALONE = "Of this, 420m euros, or half, is for cranes. Tugs are to have 84m euros."


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Tugs alone make up 10% of the total.", True),
        ("Tugs alone make up 20% of the total.", False),
        ("Tugs alone make up 50% of the total.", False),  # as the cranes do
        ("Tugs alone are 10% of the boats.", False),
        ("The share of the tugs goes to 10%, or 84m euros.", True),
        ("The rate of tax goes to 11%, or 84m euros.", False),
        ("Tugs benefit from 10% of the money, the equivalent of 84m euros.", True),
    ],
)
def test_a_share_may_be_that_of_an_amount_named_before_or_be_reached(
    said: str, found: bool, claims_of
) -> None:
    shares = [each for each in claims_of(f"{PLAN}{ALONE} {said}") if each.kind == "share"]
    assert [each.verdict for each in shares] == ["supported"] * (1 + found)


@pytest.mark.parametrize(
    "text",
    [
        f"{PLAN}The harbour master is pleased with 140m euros in each year.",
        f"{PLAN}A third will, the port hopes, by and by reach the ferries: 210m euros.",
        f"Port to get 55% more money\n\n{PLAN}{BEFORE}",
    ],
)
def test_what_does_not_fit_is_no_claim(text: str, claims_of) -> None:
    assert [claim for claim in claims_of(text) if claim.verdict != "not_enough_info"] == []


@pytest.mark.parametrize(("stated", "found"), [(45, True), (47, False)])  # and 18 to 67 with their rounding
def test_figures_fit_as_they_stand_too(stated: int, found: bool, claims_of) -> None:
    port = "The port will spend 7bn euros on quays over seven years. The last programme had 5bn euros."
    assert bool(claims_of(f"Port to get {stated}% more money\n\n{port}")) is found


@pytest.mark.parametrize(("more", "found"), [(13, True), (14, False)])
def test_among_many_figures_nothing_is_told_by_fitting(more: int, found: bool, claims_of) -> None:
    others = "".join(f"Street {n} costs {n}.3m euros. " for n in range(1, more + 1))
    text = f"Port to get 40% more money\n\n{PLAN}{BEFORE}{others}"
    assert any(claim.kind == "change" for claim in claims_of(text)) is found


@pytest.mark.parametrize(
    ("sum_", "before", "found"), [("100,000", "80,000", True), ("99,000", "79,200", False)]
)
def test_a_small_sum_is_no_announcement(sum_: str, before: str, found: bool, claims_of) -> None:
    text = f"The club gets {sum_} euros over five years. The last plan had {before} euros."
    assert bool(claims_of(f"Club to get 25% more money\n\n{text}")) is found


@pytest.mark.parametrize(("sentences", "found"), [(37, True), (38, False)])
def test_an_announcement_is_made_in_so_many_sentences(sentences: int, found: bool, claims_of) -> None:
    between = "That was decided in 2019. " * sentences
    text = f"Port to get 40% more money\n\n{PLAN}{between}{BEFORE}"
    assert bool(claims_of(text)) is found


@pytest.mark.parametrize(("others", "found"), [(1, True), (2, False)])
def test_a_share_is_of_one_of_the_two_amounts_nearest_to_it(others: int, found: bool, claims_of) -> None:
    between = "".join(f" costing {n}7m euros too" for n in range(1, others + 1))
    text = f"{PLAN}So 210m euros may be left for ferries, ramps{between}, it hopes, by and by, for a quarter."
    assert any(claim.kind == "share" for claim in claims_of(text)) is found


def refuted(claims) -> list[str]:
    return [claim.kind for claim in claims if claim.verdict == "refuted"]


@pytest.mark.parametrize(
    ("stated", "found"), [(71, True), (70, False), (200, True), (202, False)]
)  # 120 over which is 1.7 and 0.6
def test_a_year_s_money_right_after_its_sum_is_refuted_if_near(stated: int, found: bool, claims_of) -> None:
    text = f"{PLAN}The harbour master will, he says, spend {stated}m euros a year on it."
    assert refuted(claims_of(text)) == ["annual_amount"] * found


@pytest.mark.parametrize(("between", "found"), [("", True), ("It made 3.5m euros by 2019. ", False)])
def test_a_year_s_money_further_off_is_not_refuted(between: str, found: bool, claims_of) -> None:
    text = f"{PLAN}{between}The harbour master will, he says, spend 140m euros a year on it."
    assert refuted(claims_of(text)) == ["annual_amount"] * found


@pytest.mark.parametrize("lost", ["are lost to rust", "of fish are landed"])
def test_a_year_s_money_of_another_thing_is_not_refuted(lost: str, claims_of) -> None:
    assert refuted(claims_of(f"{PLAN}Each year 140m euros {lost}.")) == []


@pytest.mark.parametrize(("rise", "found"), [(16, True), (15, False), (100, True), (102, False)])
def test_a_change_over_the_one_sum_of_before_is_refuted_if_near(rise: int, found: bool, claims_of) -> None:
    before = "The last programme, as the harbour master told the town, was worth 600m euros"
    text = f"{PLAN}{before}, so that he will, all in all and at long last, have an increase of {rise}%."
    assert refuted(claims_of(text)) == ["change"] * found  # it is 40


@pytest.mark.parametrize("more", [" and 5m euros for boats", ""])
def test_a_change_over_one_of_two_sums_is_not_refuted(more: str, claims_of) -> None:
    before = f"The last programme, as the harbour master told the town, was worth 600m euros{more}"
    text = f"{PLAN}{before}, so that he will, all in all and at long last, have an increase of 20%."
    assert refuted(claims_of(text)) == ["change"] * (not more)


@pytest.mark.parametrize(
    "text",
    [
        "The port will spend 840m euros on quays. The money is to last for seven years. ",
        "The port has a plan for the next seven years. It will spend 840m euros on quays. ",
    ],
)
def test_a_sum_may_have_its_span_in_another_sentence(text: str, claims_of) -> None:
    assert refuted(claims_of(f"{text}That works out at 140m euros a year.")) == ["annual_amount"]


@pytest.mark.parametrize(("euros", "verdict"), [("120m", "supported"), ("220m", "refuted")])
def test_what_fits_takes_no_conversion_s_place(euros: str, verdict: str, claims_of) -> None:
    text = (
        "The port gets $882m over seven years. Each year the smiling man, he says, is pleased with "
        f"{euros} euros, equal to $126m."
    )
    assert [claim.verdict for claim in claims_of(text) if claim.kind == "equivalence"] == [verdict]


@pytest.mark.parametrize(
    ("between", "span", "found"),
    [(1, "from 2027 to 2033", True), (2, "from 2027 to 2033", False),
     (0, "for seven years", True), (1, "for seven years", False)],
)  # fmt: skip
def test_a_span_is_that_of_a_sum_so_near(between: int, span: str, found: bool) -> None:
    made = "It made plans in 2019. " * between
    text = f"The port will spend 840m euros on quays. {made}It is to last {span}."
    about = find_commitment(split(text, read(text, "en")))
    assert about is not None
    assert (about.period is not None) is found


@pytest.mark.parametrize(
    "text",
    [
        "For seven years the port has 50% more than before, when it was lent 560m euros. It gets 840m euros.",
        "For seven years the port will have 50% more than before: it had 560m euros. It gets 840m euros.",
        "The port will have 50% more than before, 840m euros for seven years. It had 560m euros.",
    ],
)
def test_what_a_sum_is_more_than_is_not_announced(text: str) -> None:
    about = find_commitment(split(text, read(text, "en")))
    assert about is not None
    assert about.amount.text == "840m euros"


def test_a_sum_that_begins_a_sentence_is_told_of_there(claims_of) -> None:
    text = f"{PLAN}700m euros over five years, or 120m euros a year, go to cranes."
    assert refuted(claims_of(text)) == ["annual_amount"]  # though seven years of that are 840m


@pytest.mark.parametrize(("year", "found"), [("839m", True), ("840m", False)])
def test_a_year_s_money_is_less_than_the_sum(year: str, found: bool, claims_of) -> None:
    text = "The port will spend 840m euros on quays over twelve months. "
    text = f"{text}The harbour master is pleased with {year} euros in each year."
    assert bool(claims_of(text)) is found


@pytest.mark.parametrize(
    ("begins", "year", "found"),
    [
        ("from 24 December 2025", "201.6m", True),  # of the fifty months until then
        ("from 24 December 2023", "136.2m", False),  # of 74 months
        ("from 24 December 2026", "265m", True),
        ("soon", "201.6m", False),
    ],
)
def test_a_span_that_only_ends_begins_on_a_day_of_the_text_s_own_year_or_later(
    begins: str, year: str, found: bool, claims_of
) -> None:
    text = f"The port will spend 840m euros on quays until 31 January 2030. It starts {begins}."
    text = f"{text} The harbour master is pleased with {year} euros in each year."
    assert [claim.kind for claim in claims_of(text, date(2025, 12, 15))] == ["annual_amount"] * found


@pytest.mark.parametrize(
    ("share", "part", "found"),
    [
        ("97%", "7.9bn", True),
        ("97%", "8bn", False),  # within four hundredths of it
        ("99.6%", "7.97bn", True),
        ("100%", "7.97bn", False),
    ],
)
def test_a_share_is_less_than_all_of_the_sum(share: str, part: str, found: bool, claims_of) -> None:
    plan = "The port will spend 8bn euros on quays over seven years. "
    text = f"{plan}Some {share} will, the port hopes, by and by reach ferries: {part} euros."
    assert [claim.kind for claim in claims_of(text)] == ["share"] * found


@pytest.mark.parametrize(("before", "found"), [("", True), (", and 300m euros under the one before", False)])
def test_a_multiple_in_the_heading_is_one_of_the_only_sum_of_before(
    before: str, found: bool, claims_of
) -> None:
    plan = f"{PLAN}Under the last programme it was given 500m euros{before}."
    assert refuted(claims_of(f"Twice the budget for the port\n\n{plan}")) == ["change"] * found


@pytest.mark.parametrize(
    ("spans", "verdict"),
    [("seven years", "supported"), ("seven years, or for eight years", "not_enough_info")],
)
def test_among_many_figures_one_span_is_that_of_the_sum_right_after(
    spans: str, verdict: str, claims_of
) -> None:
    others = "".join(f"Street {n} costs {n}.3m euros. " for n in range(1, 16))
    text = f"{others}The plan for the quays is for {spans}. It costs 840m euros, or 120m euros a year."
    assert [claim.verdict for claim in claims_of(text)] == [verdict]


def test_what_a_heading_says_of_sums_told_later_is_said_in_the_heading(checked) -> None:
    text = (
        "City to double its spending on parks.\n\nIt will put 8bn euros into them over four years. "
        "The last plan had 4bn euros."
    )
    said = {claim.said for claim in checked(text) if claim.claim.kind == "change"}
    assert said == {"City to double"}


@pytest.mark.parametrize(
    ("before", "verdict"),
    [("It had 2.0bn euros last year.", "refuted"), ("It had under 2.0bn euros last year.", None)],
)
def test_what_was_at_most_a_sum_accuses_nobody(before: str, verdict: str | None, checked) -> None:
    found = [each.finding.verdict for each in checked(f"The fund gets 4.9bn euros. {before} It will double.")]
    assert ("refuted" in found) is (verdict is not None)


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        (f"{PLAN}Work runs for seven years, with 120m euros each.", "annual_amount", "120m euros"),
        (f"{PLAN}Work runs for seven quays, with 120m euros each.", "annual_amount", ""),
        (f"{PLAN}Work runs for seven years, with 140m euros each.", "annual_amount", ""),
    ],
)
def test_each_may_be_one_of_the_years(text: str, kind: str, said: str, claims_of) -> None:
    found = [text[each.start : each.end] for each in claims_of(text) if each.kind == kind]
    assert bool(found) == bool(said)
    assert all(said in each for each in found)


OVER = f"{PLAN}Over the 600m euros of the last plan, the increase is 240m euros, "
FRENCH = (
    "Le port dépensera 840 millions d'euros en sept ans. L'effort dépasse de moitié celui de 2019, quand "
)


@pytest.mark.parametrize(
    ("text", "said", "verdict"),
    [
        (f"{OVER}that is 40%.", "40%", "supported"),
        (f"{OVER}that is 30%.", "30%", "refuted"),
        (f"{OVER}that is 30% of the year's tax.", "30%", None),
        (
            "The port will double the 420m euros it set aside and spend 840m euros by 2033.",
            "double",
            "supported",
        ),
        ("The port will triple the 420m euros it set aside and spend 840m euros by 2033.", "triple", None),
        (f"{FRENCH}560 millions d'euros avaient été votés.", "de moitié", "supported"),
        (f"{FRENCH}760 millions d'euros avaient été votés.", "de moitié", None),
    ],
)
def test_a_change_is_told_of_what_was(text: str, said: str, verdict: str | None, claims_of) -> None:
    told = (each for each in claims_of(text) if said in text[each.start : each.end])
    assert [each.verdict for each in told] == ([verdict] if verdict else [])
