"""Rates as price files of other programs."""

from __future__ import annotations

from collections.abc import Callable

from ..commands.rates import Observed
from ..money.formatting import plain


def _csv(base: str, quote: str, each: Observed) -> str:
    return f"{each.observed},{base},{quote},{plain(each.rate)}\n"


def _ledger(base: str, quote: str, each: Observed) -> str:
    """A P directive (Ledger manual, "Commodity price histories")."""
    return f"P {each.observed:%Y/%m/%d} {base} {plain(each.rate)} {quote}\n"


def _beancount(base: str, quote: str, each: Observed) -> str:
    """A price directive (Beancount Language Syntax, "Prices")."""
    return f"{each.observed} price {base} {plain(each.rate)} {quote}\n"


# Name of the format to what stands above the rates, and to how one is written.
PRICES: dict[str, tuple[str, Callable[[str, str, Observed], str]]] = {
    "csv": ("date,base,quote,rate\n", _csv),
    "ledger": ("", _ledger),
    "beancount": ("", _beancount),
}
