"""What is read without the reader is what the reader finds, to the last digit; all else is left to it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capexcalc.errors import UsageError
from capexcalc.money.currencies import all_codes
from capexcalc.reading.plain_amount import _SCALES, plain_amount
from capexcalc.reading.request import Request, read_request
from capexcalc.reading.typed_amount import read_typed


def same(words: str, on: date | None = None) -> bool:
    """Whether both read ``words``, and the same in them: repr tells 1E+9 from 1000000000."""
    amount = plain_amount(words)
    assert amount is not None, words
    return repr(Request(words, (amount,), None)) == repr(read_typed(words, None, on))


@pytest.mark.parametrize("on", [None, date(1995, 1, 1), date(2025, 2, 24)])
def test_every_currency_is_read_as_the_reader_reads_it(on: date | None) -> None:
    assert all(same(f"12.50bn {code}", on) and same(f"7 {code}", on) for code in all_codes())


@pytest.mark.parametrize("scale", _SCALES)
def test_every_scale_is(scale: str) -> None:
    figures = ("0", "1", "20", "2025", "0.5", "31.12", "999999999999", "123456789012.34")
    assert all(same(f"{figure}{scale} {code}") for figure in figures for code in ("EUR", "TOP", "MTL", "JPY"))


@settings(max_examples=200)
@given(
    whole=st.integers(0, 10**12 - 1),
    cents=st.from_regex(r"(\.[0-9]{1,2})?", fullmatch=True),
    scale=st.sampled_from(list(_SCALES)),
    code=st.sampled_from(all_codes()),
)
def test_every_figure_is(whole: int, cents: str, scale: str, code: str) -> None:
    assert same(f"{whole}{cents}{scale} {code}")


@pytest.mark.parametrize(
    "words",
    [
        "", " ", "EUR", " EUR", "5", "5 ", "5 eur", "5 EURO", "5 XYZ", "5EUR", "EUR 5", "bn EUR", ". EUR",
        ".5 EUR", "5. EUR", "1.234 EUR", "1,5 EUR", "1,000 EUR", "00 EUR", "007 EUR", "5 k EUR", "5  bn EUR",
        "5bn  EUR", "5 BN EUR", "5 milliard EUR", "-5 EUR", "+5 EUR", "1e9 EUR", "٥ EUR", "² EUR",
        "5bn EUR a year", "5\tEUR", "5bn\nEUR", "1000000000000 EUR", "1000000000000tn EUR", "1.2.3 EUR",
    ],
)  # fmt: skip
def test_all_else_is_left_to_the_reader(words: str) -> None:
    assert plain_amount(words) is None


def test_a_language_that_is_given_is_asked_for_its_billion() -> None:
    (english,), (german,) = (read_request("5 billion EUR", lang).amounts for lang in (None, "de"))
    assert german.value == 1000 * english.value


def test_what_no_figure_can_be_told_from_is_refused_as_ever() -> None:
    with pytest.raises(UsageError) as refused:
        read_request("1.234 EUR")
    assert refused.value.code == "ambiguous_amount"
