"""The rates a result rests on, as notes below it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..words import in_words
from . import figures
from .page import Note
from .wording.rates import mean_line, rate_line

if TYPE_CHECKING:
    from ..rates.quote import Quote


def rate(quote: Quote, *, exact: bool = False) -> str:
    """``1 CNY = 0.131789 EUR``."""
    return f"1 {quote.base} = {figures.rate(quote.rate, exact=exact)} {quote.quote}"


def rate_notes(quotes: Iterable[Quote]) -> list[Note]:
    """The rates that ``quotes`` rest on, each once with its source or authority and date; and means."""
    said: dict[str, None] = {}
    for quote in quotes:
        if quote.method == "average" and quote.observations is not None:
            said[mean_line(quote, figures.rate(quote.rate))] = None
        for leg in quote.legs:
            said[rate_line(leg)] = None
    return [Note(in_words("Rate"), each) for each in said]


def working(steps: Iterable[str]) -> list[Note]:
    """Each step once, under one label."""
    return [Note("" if n else in_words("Working"), step) for n, step in enumerate(dict.fromkeys(steps))]
