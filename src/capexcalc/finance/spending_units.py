"""The unit of amounts where no column says it: in a title, a note, the corner of a table of years."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ..errors import InputError, Notice, quoted
from ..money.currency_cells import unit_of
from ..patterns import regex
from ..reading.lexicon import foreign_scales
from ..words import Template
from .no_total import no_total
from .spending_choice import has_figure
from .spending_columns import SCALES, TIMES, Choice, Columns, amount_words
from .spending_records import Record
from .spending_scales import NAMED, may_scale, read_scale

# What parts a title into what may say the unit and what it is of.
_PARTS = regex(r"[()\[\]{};:|–—（）：；，、]|,(?!\d)|\s-\s|(?<=\w{5})\.(?=\s\D{3})")
_IN = regex(r".*\b(?:in|en|em|i|w|v|в)\s", re.IGNORECASE)
_TOKEN = regex(r"([0-9][0-9.,]*)?\s*['’]?(us\$|[^\W\d_]+|[€£$]|000s?)", re.IGNORECASE)
# x 1.000, in 1 000 EUR, RMB 10000.
_THOUSANDS = regex(
    r"(?:[x×*]|\b(?:in|en|em|à)|[€$£¥]|\b[A-Z]{3}) ?(?:[€$£¥]|[A-Z]{3})? ?10*(?:[.,\s]?000)+(?![0-9.,])"
)
_LONG = 3  # letters of a scale that is no letter or two of something else
# What stands before a scale that is one together with it, or nothing.
_ROUND = regex(r"(?:10*)?")
# What is a text and no figure: '000 and £000 are none, 1,000 is one.
_TEXT = regex(r"[^\W\d_]|[€£$'’]")
# TN are trillions, and Tunisia and Tennessee.
_CODE = regex(r"[A-Z]{2}")
# What may stand about the unit, and says nothing else of it.
_ABOUT_IT = frozenset((
    "in", "of", "the", "all", "are", "is", "and", "for", "expressed", "stated", "shown", "given", "reported",
    "unit", "units", "figures", "figure", "numbers", "amounts", "amount", "values", "value", "currency",
    "en", "de", "d", "des", "em", "di", "i", "w", "v", "dollars", "dollar", "pounds", "pound", "us", "au",
    "$", "capex", "capital", "expenditure", "expenditures", "spending", "investment", "cash", "flow",
))  # fmt: skip

# What says so counts no money, whatever it is a part of.
_NO_MONEY = regex(
    r"[%％]|\bper ?cent|\b(?:percentage|ratio|index\w{0,2}|pct|prozent|procent\w*|pourcentage|porcentaje)\b|"
    r"\b(?:percentagem|percentuale|indice|índice|indeks|процент\w*|индекс\w*)\b|\bpor c(?:i?e)nto\b|"
    r"\bpour cent\b|\bppp ?(?:\$|usd|dollars?)|\bpurchasing[ -]power|百分|占比|指数|指數|퍼센트|지수",
    re.IGNORECASE,
)

_ANOTHER: Template = "name another row: --amount ROW; or say its unit, if it is one: --unit 1"

# FILE:LINE, and a text there that is no amount and no year.
Remark = tuple[str, str]


def with_unit(columns: Columns, remarks: Iterable[Remark], choice: Choice) -> Columns:
    """``columns`` with the currency and unit that ``remarks`` say of all amounts, where nothing else does.

    Raises InputError (``unsure_unit``) where they may say one, or say two.
    """
    if choice.unit or columns.unit or {"scale", "power"} & columns.places.keys():
        return columns
    found: dict[tuple[str, str], Remark] = {}
    unsure: list[Remark] = []
    for where, text in remarks:
        if not _TEXT.search(text):
            continue
        if _CODE.fullmatch(text.strip()) and text.strip().casefold() in SCALES:
            unsure.append((where, text))
            continue
        parts = [said for part in _PARTS.split(text) if (said := _unit(part))]
        found |= dict.fromkeys(parts, (where, text))
        if not parts and (_THOUSANDS.search(text) or any(own for own in _words(text))):
            unsure.append((where, text))
    if len({unit for _, unit in found}) > 1 or (unsure and not found):
        where, text = unsure[0] if not found else list(found.values())[-1]
        raise _unsure(where, text)
    if not found:
        return columns
    currencies = {currency for currency, _ in found if currency}
    unit = next(iter(found))[1]
    own = columns.currency or (currencies.pop() if len(currencies) == 1 else "")
    _, text = next(iter(found.values()))
    return replace(columns, currency=own, unit=unit, guessed=(*columns.guessed, f"{text.strip()!r} as unit"))


def said_by_name(name: str, where: str, choice: Choice) -> list[Remark]:
    """What the name of a column of amounts, which is not all understood, may say of their unit.

    Raises InputError (``unsure_unit``) where it ends in a letter that may be one: ``schools_M``.
    """
    text = " ".join(name.replace("_", " ").split())
    words = text.split()
    if len(text) < 2:
        return []  # a column B holds no billions
    if amount_words(name) is not None or any(map(_unit, _PARTS.split(text))):
        return [(where, text)]
    if may_scale(text):
        for last in (words[-2:], words[-1:]) if not has_figure(text) else ():
            if _unit(" ".join(last)):
                return [(where, f"({' '.join(last)})")]
        if choice.unit is None:
            raise _unsure(where, name.strip())
    if words[-1].casefold() in SCALES:
        currency = _unit(" ".join(words[-2:]))
        if currency or len(words[-1]) > 1:
            return [(where, f"({' '.join(words[-2:] if currency else words[-1:])})")]
        if choice.unit is None:
            raise _unsure(where, name.strip())
    return [(where, text)]


def refuse_no_money(remarks: Iterable[Remark], choice: Choice) -> None:
    """Raises InputError where ``remarks``, which say what is counted, name something else than money
    (``no_money``), or money that does not add up (``no_total``)."""
    for where, text in remarks:
        if choice.unit is None and no_total(text):
            raise InputError(
                "no_total",
                "{where}: {text} adds up to no total: it is for each head or unit, or for all years so far",
                _ANOTHER,
                where=where,
                text=quoted(text),
            )
        if choice.unit is None and _NO_MONEY.search(text):
            raise InputError(
                "no_money",
                "{where}: {text} is no amount of money",
                _ANOTHER,
                where=where,
                text=quoted(text),
            )


def of_money(body: list[Record], columns: Columns, choice: Choice) -> tuple[list[Record], tuple[Notice, ...]]:
    """The rows without the sections whose heads, lines within the table, name no money ("in % of GDP").

    Raises InputError (``no_money``) where none is left.
    """
    kept: list[Record] = []
    left: list[Remark] = []
    amount = columns.places["amount"]
    times = [columns.places[role] for role in columns.places.keys() & set(TIMES)]
    skip = False
    for where, cells in body:
        if not (has_figure(cells[amount]) or any(has_figure(cells[place]) for place in times)):
            heads = [cell for cell in cells if cell.strip()]
            skip = any(map(_NO_MONEY.search, heads))
            left += [(where, heads[0])] * skip
        if not skip:
            kept.append((where, cells))
    if not any(has_figure(cells[amount]) for _, cells in kept):
        refuse_no_money(left, choice)
        return body, ()
    return kept, tuple(
        Notice("rows_passed_over", "passed over: {rows}: no money", rows=f"{where} ({quoted(text)})")
        for where, text in left
    )


def _unsure(where: str, text: str) -> InputError:
    return InputError(
        "unsure_unit",
        "{where}: {text} may say the unit of the amounts",
        "say it: --unit m, or --unit 1 where they are in full",
        where=where,
        text=quoted(text),
    )


def _unit(part: str) -> tuple[str, str] | None:
    """Currency and unit of a phrase that says nothing else: "in millions of euros", "USD m", "€'000"."""
    if (found := amount_words(f"amount {part}")) and found[1]:
        return found
    tail = _IN.sub("", part)
    scales, rest = [], []
    for number, word in _TOKEN.findall(tail):
        if number:
            return None
        scale = _scale(word)
        scales += [scale] if scale else []
        rest += [] if scale or word.casefold() in _ABOUT_IT else [word]
    unit = unit_of(" ".join(rest)) if rest else None
    if len(scales) != 1 or (rest and (unit is None or unit.parts != 1)):
        return read_scale(tail) if scales or may_scale(tail) else None
    return unit.code if unit else "", scales[0]


def _words(text: str) -> Iterable[str]:
    """The words of a text that are scales, but for those of an amount ("over 5 million", not 100 million)."""
    for number, word in _TOKEN.findall(text):
        if len(word) >= _LONG and word.isalpha() and _ROUND.fullmatch(number):
            yield _scale(word)


def _scale(word: str) -> str:
    folded = word.casefold()
    powers = foreign_scales().get(folded, [])
    return SCALES.get(folded) or (NAMED.get(powers[0], "") if len(powers) == 1 else "")
