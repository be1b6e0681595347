"""Units of account, letters before a bracket, and figures that are broken or cut off."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "The fund lent SDR 7.8 billion to Orvania.", ["7800000000 XDR"]),
        ("fr", "Le fonds prête DTS 500 millions.", ["500000000 XDR"]),
        ("zh", "套餐17.5万埃镑。", ["175000 EGP"]),
        ("en", "It missed by C($0.03) and A($0.12), not ($0.05).", ["-0.03 CAD", "-0.12 AUD", "0.05 USD"]),
        ("en", "It sold 500 million of rupee-linked notes.", []),
        ("en", "It sold 500 million of rupees in notes.", ["500000000 INR"]),
        ("en", "It cost $5 million, and UVA 360 million were drawn.", ["5000000 USD"]),
    ],
)
def test_units_that_stand_before_a_number(language: str, text: str, values: list[str]) -> None:
    assert [f"{each.value:f} {each.currency}" for each in read(text, lang=language).amounts] == values


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("It cost about $16.2...", True),
        ("It cost about $16.2 [...]", True),
        ("It cost about $16.2.", False),
        ("It cost about $16.2 million...", False),
        ("It cost $18, 163.", True),
        ("It cost $18,163.", False),
        ("It cost $18, 163 of them paid.", False),
        ("It rose to AED2. 39 people came.", False),
    ],
)
def test_a_figure_that_is_broken_or_cut_off_is_not_relied_on(text: str, unread: bool) -> None:
    assert [each.unread for each in read(text, lang="en").amounts] == [unread]


def test_both_parts_of_a_broken_figure_are_not_relied_on() -> None:
    amounts = read("It paid AED1.47 billion, then AED2. 39 billion.", lang="en").amounts
    assert [each.unread for each in amounts] == [False, True, True]


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("zh", "门票600多元。", 100),
        ("zh", "门票620多元。", 10),
        ("th", "ราคา 600 กว่าบาท", 100),
        ("en", "some 600-odd euros", 100),
    ],
)
def test_a_number_odd_reaches_the_next_of_its_last_digit(language: str, text: str, unit: int) -> None:
    (amount,) = read(text, lang=language).amounts
    assert (amount.bound, amount.unit) == ("at_least", unit)
