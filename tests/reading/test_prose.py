"""What is no prose holds no money, and nothing else is lost with it."""

from __future__ import annotations

import pytest

from capexcalc.reading.prose import prose
from capexcalc.reading.reader import read


def _money(text: str, lang: str = "en") -> list[str]:
    return [f"{amount.value} {amount.currency}" for amount in read(text, lang).amounts]


@pytest.mark.parametrize(
    "text",
    [
        "$n = 17$ and $f(2,1) = 1$, $$x = 5$$",
        r"$2 \times 3 = 6$, $\text{perimeter} ≤ 50$, ${{HCF}(n, d)} = 1$",
        "$AB = 19$ and $OP_3$, $ 2 ≤ t ≤ 45 $",
        '"$2b$12$EixZaYVK1f"',
        "https://t.co/rj3SF52Rs4 and www.example.com/5USD",
    ],
)
def test_formulas_links_and_hashes_hold_no_money(text: str) -> None:
    assert _money(text) == []


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("It rose from $20 to $30.", ["20 USD", "30 USD"]),
        ("It rose from $ 20 to $ 30, so $ 20 < $ 30.", ["20 USD", "30 USD", "20 USD", "30 USD"]),
        ("At US$5 = A$7 it is dear.", ["5 USD", "7 AUD"]),
        ("It was $5 = £4.", ["5 USD", "4 GBP"]),
        ("It costs $5 or 10$.", ["5 USD", "10 USD"]),
        ("See https://example.com/a. It costs $5.", ["5 USD"]),
        ('("http://example.com/a5USD"), $5', ["5 USD"]),
    ],
)
def test_prices_between_dollar_signs_stay(text: str, money: list[str]) -> None:
    assert _money(text) == money


def test_an_argument_has_two_figures_at_most() -> None:
    assert _money("It is `$99` here.") == []
    assert _money("It is `$100` here.") == ["100 USD"]


def test_a_formula_is_no_longer_than_two_hundred_characters() -> None:
    fits, longer = f"${'x ' * 100}=$", f"${'x ' * 100} =$"
    assert "$" not in prose(fits)
    assert prose(longer) == longer


def test_offsets_hold() -> None:
    text = "For $n = 17$, see https://t.co/5USD: it costs €5."
    assert len(prose(text)) == len(text)
    [amount] = read(text, "en").amounts
    assert text[amount.start : amount.end] == "€5"


def test_a_figure_in_brackets_is_of_another_currency_where_it_is_a_thousand_times_the_first() -> None:
    assert _money("Sales were 2 million euros (2 billion).") == ["2000000 EUR", "2000000000 EUR"]
    assert _money("Sales were 2 million euros (2.1 billion).") == ["2000000 EUR"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("$ n = 17 $ and $x$", "` n = 17 ` and `x`"),  # the first of them first, however it is written
        ("$x$ and $ n = 17 $", "`x` and ` n = 17 `"),
        ("www.a.example/$5. It", "`" * 16 + ". It"),
        ("(http://a.example/$5)", "(" + "`" * 19 + ")"),
        ("www.....", "`" * 3 + "....."),
    ],
)
def test_what_is_no_prose_ends_where_prose_goes_on(text: str, left: str) -> None:
    assert prose(text) == left
