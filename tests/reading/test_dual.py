"""Arabic says two of a scale in one word; what follows goes on with it."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("مليوني دولار", "2000000"),
        ("مليونا دولار", "2000000"),
        ("ألفي دولار", "2000"),
        ("ألفين و500 دولار", "2500"),
        ("ألفان وخمسمئة دولار", "2500"),
        ("بمليونين و500 ألف دولار", "2500000"),
        ("مليونان وثلاثمئة ألف دولار", "2300000"),
        ("مليونين ونصف المليون دولار", "2500000"),
        ("مليارين و142 مليون دولار", "2142000000"),
        ("تريليونين و391.2 مليار دولار", "2391200000000"),
        ("عشرين مليونا و500 ألف دولار", "20500000"),
        ("مليون و500 ألف دولار", "1500000"),
    ],
)
def test_it_is_two(text, value):
    assert [str(amount.value) for amount in read(text, "ar").amounts] == [value]


@pytest.mark.parametrize(
    ("text", "unread"), [("6.\u200f2 مليار دولار", True), ("6.2\u200f مليار دولار", False)]
)
def test_a_figure_that_a_mark_of_direction_breaks_is_not_sure(text, unread):
    (amount,) = read(text, "ar").amounts
    assert bool(amount.unread) is unread


@pytest.mark.parametrize(
    ("text", "language", "readings"),
    [
        ("2.205 مليون درهم", "ar", 2),  # the press writes both signs either way
        ("2,205 مليون درهم", "ar", 2),
        ("2.25 مليون درهم", "ar", 0),
        ("2.205 million dirhams", "en", 0),
    ],
)
def test_either_sign_may_group(text, language, readings):
    (amount,) = read(text, language).amounts
    assert len(amount.readings or ()) == readings


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("đạt 131 tỷ USD, tăng 19 tỷ USD so với năm trước.", ["131 tỷ USD", "19 tỷ USD"]),
        ("đạt 131 tỷ USD, so với 5 năm trước.", ["131 tỷ USD"]),
        ("đạt năm tỷ USD.", ["năm tỷ USD"]),
    ],
)
def test_vietnamese_for_a_year_is_no_five(text, amounts):
    assert [amount.text for amount in read(text, "vi").amounts] == amounts
