"""Which columns hold amounts, currencies and dates, by their names and by what is in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from ..money.currencies import is_currency
from ..money.currency_cells import unit_of
from ..patterns import regex
from ..reading.cell_figures import UnclearError, affix, parted
from ..reading.date_cells import AmbiguousDateError, day_of

# A column is what half of its cells are, or more.
_MOST = 0.5
_LOOKED_AT = 300
# Words of names, likeliest first; longer ones are also told where they begin or end a word.
_AMOUNTS = (
    "amount", "value", "price", "sum", "total", "montant", "valeur", "prix", "betrag", "wert",
    "importe", "monto", "valor", "precio", "kwota", "importo", "valore", "bedrag", "cost", "fee",
    "budget", "spend", "paid", "raised", "funding", "award", "commitment", "disbursement", "gross",
    "revenue", "expenditure", "kosten", "ausgaben", "mittel", "kost", "steun", "belopp", "beløb", "beloeb",
    "støtte", "tilskud", "rahoitus", "summa", "coût", "coste", "gasto", "costo", "spesa", "wartość",
    "dofinansowanie", "troškovi", "iznos", "sredstva", "sredstev", "částka", "příspěvek", "výše", "suma",
    "összeg", "támogatás", "valoare", "tutar", "сумма", "стоимость", "вартість", "ποσό", "δαπάνη",
    "金额", "金額", "금액", "usd", "eur", "gbp",
)  # fmt: skip
_DATES = (
    "date", "datum", "fecha", "data", "dato", "day", "signed", "awarded", "published", "announced",
    "beginn", "pvm", "dátuma", "starttid", "дата", "ημερομηνία", "tarih", "日期", "year",
    "jahr", "año", "année", "annee", "ano", "rok", "år", "vuosi", "год", "month", "period", "start", "time",
)  # fmt: skip
_CURRENCIES = ("currency", "ccy", "curr", "devise", "währung", "waehrung", "moneda", "valuta", "moeda", "iso")
# Letters of a word that is told inside of another: "Startdato", "Gesamtbetrag".
_LONG = 4
# Digits of the longest figure of a column with a name that says nothing: ages and ranks have fewer.
_DIGITS = 4
# The share of cells with a sign of a currency that makes amounts of a column, most of which are words.
_SIGNED = 0.1
_SIGNS = "$€£¥₹₽₩₺"
_SIGN = regex(rf"[{_SIGNS}]\s?[0-9]|[0-9]\s?[{_SIGNS}]")


class Guess(NamedTuple):
    """The columns; ``currency`` may be the code of all rows. None where nothing tells, or where amounts have
    a sign of all the ``candidates``."""

    amount: str | None
    currency: str | None
    date: str | None
    words: bool = False
    candidates: tuple[str, ...] = ()


def guess(rows: Sequence[dict[str, str]]) -> Guess:
    """What the columns of ``rows`` are. ``words`` says that amounts name their currency themselves."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    cells = {}
    for name in names:
        filled = [cell for row in rows if (cell := row.get(name, "").strip())]
        cells[name] = filled[:: max(1, -(-len(filled) // _LOOKED_AT))]
    date = _date(names, cells)
    currency = _best(names, _CURRENCIES, lambda name: _share(cells[name], _is_currency))
    taken = {date, currency}
    free = [name for name in names if name not in taken and _share(cells[name], _is_date_in_words) < _MOST]
    amount = _best(free, _AMOUNTS, lambda name: _share(cells[name], _is_amount), named=True)
    if amount is None:
        amount = _only(name for name in free if _signed(cells[name]))
        if amount is not None and _share(cells[amount], _is_amount) < _MOST:
            return Guess(amount, currency, date, words=currency is None)
    if amount is None:
        amount = _only(
            name for name in free if _share(cells[name], _is_amount) >= _MOST and _long(cells[name])
        )
    if amount is not None and currency is not None:
        own = set(_words(amount))
        names.sort(key=lambda name: -len(own.intersection(_words(name))))  # that of this amount, of several
        currency = _best(names, _CURRENCIES, lambda name: _share(cells[name], _is_currency))
    if amount is None or currency is not None:
        return Guess(amount, currency, date)
    if code := _in_name(amount):
        return Guess(amount, code, date)
    signs = {named for cell in cells[amount] if (named := _named(cell))}
    signs.discard(())
    if not signs:  # value ($m)
        signs = {affix(sign, "").named for sign in amount if sign in _SIGNS}
    named = next(iter(signs)) if len(signs) == 1 else ()
    return Guess(amount, named[0] if len(named) == 1 else None, date, len(signs) > 1, named)


def _date(names: Sequence[str], cells: Mapping[str, Sequence[str]]) -> str | None:
    """The column of dates, one of days before one of months or years. Figures are dates, as years or as a
    spreadsheet's days, only where the name says so."""
    dated = [name for name in names if _share(cells[name], _is_date_in_words) >= _MOST]
    days = [name for name in dated if _share(cells[name], _is_day) >= _MOST]
    for among in (days, dated, names):
        if found := _best(among, _DATES, lambda name: _share(cells[name], _is_date), named=True):
            return found
        if found := _only(among if among is not names else ()):
            return found
    return None


def _signed(cells: Sequence[str]) -> bool:
    return _share(cells, lambda cell: _SIGN.search(cell) is not None) >= _SIGNED


def _long(cells: Sequence[str]) -> bool:
    return any(_is_amount(cell) and (not cell.isdecimal() or len(cell) >= _DIGITS) for cell in cells)


def _best(
    names: Iterable[str], words: Sequence[str], share: Callable[[str], float], *, named: bool = False
) -> str | None:
    """The column with the likeliest name of those whose cells fit; ``named`` wants one with such a name."""
    ranked = []
    for place, name in enumerate(names):
        own = _words(name)
        rank = next((n for n, word in enumerate(words) if _named_so(own, word)), len(words))
        if (rank < len(words) or not named) and share(name) >= _MOST:
            ranked.append((rank, place, name))
    return min(ranked)[2] if ranked else None


def _named_so(own: Sequence[str], word: str) -> bool:
    return any(
        each == word or (len(word) >= _LONG and (each.startswith(word) or each.endswith(word)))
        for each in own
    )


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


def _is_day(cell: str) -> bool:
    try:
        day = day_of(cell)
    except AmbiguousDateError:
        return True
    return day is not None and day.first == day.last


def _is_date_in_words(cell: str) -> bool:
    return not cell.replace(".", "", 1).isdecimal() and _is_date(cell)


def _is_currency(cell: str) -> bool:
    return unit_of(cell) is not None or cell in ("$", "kr")


def _in_name(name: str) -> str | None:
    found = [word.upper() for word in _words(name) if is_currency(word.upper())]
    return found[0] if len(set(found)) == 1 else None
