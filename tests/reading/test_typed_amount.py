"""Words of a command line: one amount or one range, and a clear no to anything else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from capexcalc.errors import CapexcalcError
from capexcalc.reading.request import read_request


@pytest.mark.parametrize(
    ("words", "value", "currency"),
    [
        ("380bn CNY", "380e9", "CNY"),
        ("380 milliards de yuans", "380e9", "CNY"),
        ("380bn cny", "380e9", "CNY"),
        ("US$1.2bn", "1.2e9", "USD"),
        ("1 234 567,89 €", "1234567.89", "EUR"),
        ("1,234,567.89 EUR", "1234567.89", "EUR"),
        ("3 400 dollars", "3400", "USD"),
        ("-5 EUR", "-5", "EUR"),
        ("3.38 MTL", "3.38", "MTL"),  # nor a time of day
        ("-3.38 MTL", "-3.38", "MTL"),
        ("MAD 39.06", "39.06", "MAD"),
        ("\N{MINUS SIGN}€1.2bn", "-1.2e9", "EUR"),
        ("half a trillion yen", "0.5e12", "JPY"),
        ("25 $m", "25e6", "USD"),
        ("$m 25", "25e6", "USD"),
        ("25 Rm", "25e6", "ZAR"),
        ("Rm 25", "25e6", "ZAR"),
        ("25 RM", "25", "MYR"),
        ("3.5 Rbn", "3.5e9", "ZAR"),
        ("25 EUR k", "25e3", "EUR"),
        ("25 CHFm", "25e6", "CHF"),
        ("US$m 25", "25e6", "USD"),
        ("A$m 25", "25e6", "AUD"),
        ("12.500k EUR", "12500", "EUR"),
        ("25 Tk", "25", "BDT"),
    ],
)
def test_one_amount(words: str, value: str, currency: str) -> None:
    (amount,) = read_request(words).amounts
    assert (amount.value, amount.currency) == (Decimal(value), currency)


@pytest.mark.parametrize(
    ("words", "value", "candidates"),
    [
        ("500 kr", "500", "SEK NOK DKK CZK ISK"),
        ("kr. 10.000,50", "10000.5", "DKK NOK SEK"),
        ("5 milliarder kroner", "5e9", "DKK NOK"),
        ("500 lei", "500", "RON MDL"),
        ("500 won", "500", "KRW"),
        ("500 won over three years", "500", "KRW"),
        ("R500", "500", "ZAR"),
        ("SR 500", "500", "SAR"),
        ("500 marks", "500", "DEM FIM BAM"),
        ("500 TOP", "500", "TOP"),
        ("S/ 500", "500", "PEN"),
        ("500 shillings", "500", "KES UGX TZS SOS"),
    ],
)
def test_words_that_are_wary_or_foreign_in_a_text_are_money_where_nothing_else_is_meant(
    words: str, value: str, candidates: str
) -> None:
    (amount,) = read_request(words).amounts
    assert (amount.value, amount.candidates) == (Decimal(value), tuple(candidates.split()))


@pytest.mark.parametrize("words", ["5 real madrid", "won 3 games", "500 kr per barrel of it", "5 grand"])
def test_but_not_where_something_else_stands_beside_them(words: str) -> None:
    with pytest.raises(CapexcalcError):
        read_request(words)


def test_one_range_is_two_amounts() -> None:
    assert [a.value for a in read_request("US$1.2-1.5bn").amounts] == [Decimal("1.2e9"), Decimal("1.5e9")]


def test_the_span_comes_with_the_words() -> None:
    period = read_request("380bn CNY over three years").period
    assert period is not None
    assert period.duration is not None
    assert period.duration.iso() == "P3Y"


def test_a_yearly_amount_is_known_as_one() -> None:
    assert read_request("127bn CNY a year").per_year
    assert read_request("127bn CNY/year").per_year
    assert read_request("100亿元每年").per_year
    assert not read_request("each year 127bn CNY").per_year
    assert not read_request("127bn CNY").per_year


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        ("nan", "no_amount", "'nan'"),
        ("1e400", "no_amount", "'1e400'"),
        ("1e9 USD", "no_amount", "'1e9 USD'"),
        ("5e euro", "no_amount", "'5e euro'"),
        ("", "no_amount", "''"),
        ("380bn", "no_amount", "'380bn'"),
        ("TOP 10", "no_amount", "'TOP 10'"),
        ("the MAD 39.06", "no_amount", "MAD 39.06"),
        ("5 EUR and 6 USD", "several_amounts", "5 EUR (EUR), 6 USD (USD)"),
        ("380bn CNX", "unknown_currency", "CNX"),
        ("XYZ 380bn", "unknown_currency", "XYZ"),
        ("XYZ m 10", "unknown_currency", "XYZ"),
        ("12.500 EUR", "ambiguous_amount", "12.5 or 12500"),
        ("9" * 60 + " EUR", "no_amount", "999"),
        ("€ 18 380bn trillion billion", "no_amount", "trillion"),
        ("1 EUR " * 3000, "too_long", "18000"),
    ],
)
def test_anything_else_is_refused_and_says_what_was_read(words: str, code: str, says: str) -> None:
    with pytest.raises(CapexcalcError) as caught:
        read_request(words)
    assert caught.value.code == code
    assert says in caught.value.message


@pytest.mark.parametrize("words", ["", "bn", ".2bn", "US.2bn", "380bn", "million", "C", "2 milliards"])
def test_what_a_shell_leaves_of_a_dollar_sign_is_explained(words: str) -> None:
    with pytest.raises(CapexcalcError) as caught:
        read_request(words)
    assert "single quotes" in str(caught.value.hint)


@pytest.mark.parametrize("words", ["$", "$bn", "nan", "5 apples", "much", "USA"])
def test_what_no_shell_has_eaten_from_is_not(words: str) -> None:
    with pytest.raises(CapexcalcError) as caught:
        read_request(words)
    assert "single quotes" not in str(caught.value.hint)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("two $ 600", "two"),
        ("two $600 bonds", "two"),
        ("three hundred € 600", "three hundred"),
        ("deux € 600", "deux"),
        ("两 $ 600", "两"),
        ("两$600", "两"),
        ("600美元两", "两"),
        ("10%2 $600", "2"),
        ("2 $ 600", "600"),
        ("two dollars 600", "600"),
        ("2 x $600", "2"),
        ("EUR 12.50 12", "12"),
        ("US$ 1-2 bn 3", "3"),
        ("1.2e+10 USD", "1.2e+"),
        ("=2+3 USD", "=2+"),
        ("x+1 USD", "x+"),
        ("-.5 USD", "-."),
        (",5 USD", ","),
    ],
)
def test_a_number_beside_the_amount_may_be_the_one_that_was_meant(words: str, number: str) -> None:
    with pytest.raises(CapexcalcError) as caught:
        read_request(words)
    assert caught.value.code == "stray_number"
    assert caught.value.said.facts["number"] == number


@pytest.mark.parametrize(
    "words",
    [
        "a $600 bond", "une 600 €", "24 Feb 2025 $600", "$600 24 Feb 2025", "$600 Feb 24", "2019 $600",
        "$600 2019", "Q3 $600", "FY24 $600", "$600 10%", "10% $600", "3 years $600", "$600 12 months",
        "1) $600", "$600 twice", "$600 (2)", "ca.$600", "+600 USD", "p.a.: $600",
    ],
)  # fmt: skip
def test_dates_shares_and_names_beside_it_are_not(words: str) -> None:
    (amount,) = read_request(words, "en").amounts
    assert amount.value == 600


def test_a_multiple_right_behind_it_is_no_number_either() -> None:
    (amount,) = read_request("600美元三倍").amounts
    assert amount.value == 600
