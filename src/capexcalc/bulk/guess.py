"""Which columns hold amounts, currencies and dates, by their names and by what is in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ..money.currencies import is_currency
from ..money.currency_cells import unit_of
from ..reading.cell_figures import UnclearError, affix, parted
from ..reading.date_cells import AmbiguousDateError, day_of

# A column is what half of its cells are, or more.
_MOST = 0.5
_LOOKED_AT = 300
# Words of names, likeliest first.
_AMOUNTS = (
    "amount", "value", "price", "sum", "total", "montant", "valeur", "prix", "betrag", "wert",
    "importe", "monto", "valor", "precio", "kwota", "importo", "valore", "bedrag", "cost", "fee",
    "budget", "spend", "paid", "raised", "funding", "award", "commitment", "disbursement", "gross",
    "revenue", "usd", "eur", "gbp",
)  # fmt: skip
_DATES = (
    "date", "datum", "fecha", "data", "day", "signed", "awarded", "published", "announced", "year",
    "jahr", "año", "année", "annee", "ano", "month", "period", "start", "time",
)  # fmt: skip
_CURRENCIES = ("currency", "ccy", "curr", "devise", "währung", "waehrung", "moneda", "valuta", "moeda", "iso")


class Guess(NamedTuple):
    """The columns; ``currency`` may be the code of all rows. None where nothing tells."""

    amount: str | None
    currency: str | None
    date: str | None
    words: bool = False


def guess(rows: Sequence[dict[str, str]]) -> Guess:
    """What the columns of ``rows`` are. ``words`` says that amounts name their currency themselves."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    cells = {
        name: [cell for row in rows if (cell := row.get(name, "").strip())][:_LOOKED_AT] for name in names
    }
    date = _best(names, _DATES, lambda name: _share(cells[name], _is_date), named=True)
    if date is None:  # figures can be years, or a spreadsheet's days, where the name says so
        date = _only(name for name in names if _share(cells[name], _is_date_in_words) >= _MOST)
    currency = _best(names, _CURRENCIES, lambda name: _share(cells[name], _is_currency))
    taken = {date, currency}
    free = [name for name in names if name not in taken]
    amount = _best(free, _AMOUNTS, lambda name: _share(cells[name], _is_amount), named=True)
    if amount is None:
        amount = _only(name for name in free if _share(cells[name], _is_amount) >= _MOST)
    if amount is not None and currency is not None:
        own = set(_words(amount))
        names.sort(key=lambda name: -len(own.intersection(_words(name))))  # that of this amount, of several
        currency = _best(names, _CURRENCIES, lambda name: _share(cells[name], _is_currency))
    if amount is None or currency is not None:
        return Guess(amount, currency, date)
    if code := _in_name(amount):
        return Guess(amount, code, date)
    signs = {named for cell in cells[amount] if (named := _named(cell))}
    if len(signs) == 1 and len(next(iter(signs))) == 1:
        return Guess(amount, next(iter(signs))[0], date)
    return Guess(amount, None, date, words=len(signs) > 1)


def _best(
    names: Iterable[str], words: Sequence[str], share: Callable[[str], float], *, named: bool = False
) -> str | None:
    """The column with the likeliest name of those whose cells fit; ``named`` wants one with such a name."""
    ranked = []
    for place, name in enumerate(names):
        rank = next((n for n, word in enumerate(words) if word in _words(name)), len(words))
        if (rank < len(words) or not named) and share(name) >= _MOST:
            ranked.append((rank, place, name))
    return min(ranked)[2] if ranked else None


def _only(names: Iterable[str]) -> str | None:
    """The one there is, if it is the only one: no other can be meant."""
    found = list(names)
    return found[0] if len(found) == 1 else None


def _words(name: str) -> list[str]:
    split = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name)
    return [word for word in re.split(r"[\W_]+", split.casefold()) if word]


def _share(cells: Sequence[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, cells)) / len(cells) if cells else 0


def _is_amount(cell: str) -> bool:
    return _named(cell) is not None


def _named(cell: str) -> tuple[str, ...] | None:
    """The currencies that an amount can be in by itself; None of a cell that is no amount."""
    figure = parted(cell)
    if figure is None:
        return None
    try:
        return affix(figure.before, figure.after).named
    except UnclearError:
        return None


def _is_date(cell: str) -> bool:
    try:
        return day_of(cell) is not None
    except AmbiguousDateError:
        return True


def _is_date_in_words(cell: str) -> bool:
    return not cell.isdecimal() and _is_date(cell)


def _is_currency(cell: str) -> bool:
    return unit_of(cell) is not None or cell in ("$", "kr")


def _in_name(name: str) -> str | None:
    found = [word.upper() for word in _words(name) if is_currency(word.upper())]
    return found[0] if len(set(found)) == 1 else None
