"""Columns of figures that are more than plain digits: grouped, signed, with a currency beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ..errors import InputError, quoted
from ..money.currency_cells import Unit, unit_of
from ..patterns import regex
from ..reading.cell_figures import (
    CELL,
    DIGITS,
    LONGEST,
    Affix,
    AmbiguousError,
    Mark,
    UnclearError,
    affix,
    number,
    parted,
    settled,
    told,
    written,
)
from ..words import Template
from .arrays import array, numbers, taken, texts, valid
from .arrow import call
from .job import AMBIGUOUS_AMOUNT, BAD_AMOUNT, CURRENCY_CONFLICT
from .signs import named

_REFUSALS = (None, BAD_AMOUNT, AMBIGUOUS_AMOUNT, CURRENCY_CONFLICT)
_MARK: Template = 'say which: --decimal "." or --decimal ","'
_BAD, _AMBIGUOUS, _CONFLICT = 1, 2, 3
_NONE = float("nan")
# Fewer cells than this are read one by one, and alike: patterns are made ready anew for every piece of a
# column.
_FEW = 100
# Of which so many, with the currency beside them, are remembered: most are one of a few words for nothing.
_REMEMBERED = 1 << 14
# The share of figures that may be written unlike the others: their rows are refused, and not the file.
_STRAYS = 0.01
# Figures that tell their mark at a glance, as most do: behind it are one or two digits; and those without.
_BEFORE, _, _AFTER = (f"[^0-9]{{0,{most}}}" for most in LONGEST)
_GLANCES: Mapping[Mark, re.Pattern[str]] = {
    ".": regex(rf"{_BEFORE}(?:[0-9]{{1,30}}|[1-9][0-9]{{0,2}}(?:,[0-9]{{3}}){{1,9}})\.[0-9]{{1,2}}{_AFTER}"),
    ",": regex(rf"{_BEFORE}(?:[0-9]{{1,30}}|[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}}){{1,9}}),[0-9]{{1,2}}{_AFTER}"),
    "": regex(rf"{_BEFORE}[0-9]{{0,50}}{_AFTER}"),
}


def mark_of(cells: Sequence[str], where: str, column: str, delimiter: str) -> Mark:
    """The decimal mark of a column, by a sample of its cells; empty where it has no figure with a mark.

    Raises InputError: ``ambiguous_amount``, ``mixed_decimals``.
    """
    glances = set(map(_glance, cells)) - {""}
    if len(glances) < 2 and None not in glances:
        return next(iter(glances), None) or ""
    try:
        mark = settled(((quoted(text), text) for text in cells), delimiter, _STRAYS)
    except InputError as error:
        raise InputError(
            error.code, "{where}: in {column!r}, {said}", _MARK, where=where, column=column, said=error.said
        ) from None
    if not mark and (open_ := next((text for text in cells if _either(text)), None)):
        raise InputError(
            "ambiguous_amount",
            "{where}: nothing tells whether {open!r} in {column!r} has a decimal mark or groups thousands",
            _MARK,
            where=where,
            open=open_,
            column=column,
        )
    return mark


class FigureReader:
    """Cells of amounts with the currencies beside them to values and refusals, as arrays of Arrow.

    What stands about a figure is the same in many rows, and is read once.
    """

    fields = ("value DOUBLE", "refusal VARCHAR")

    def __init__(self, mark: Mark, few: int = _FEW) -> None:
        self._few = few
        self._mark, self._refusals = mark, texts(_REFUSALS)
        self._units: dict[str | None, Unit | None] = {None: None}
        self._remembered = lru_cache(_REMEMBERED)(self._one)

    def __call__(self, cells: Any, currencies: Any) -> list[Any]:
        """Of ``cells``, texts, in ``currencies``, texts too."""
        import numpy
        import pyarrow

        if cells.null_count == len(cells):
            return [pyarrow.nulls(len(cells), kind) for kind in (pyarrow.float64(), pyarrow.string())]
        values, refusals = numpy.full(len(cells), numpy.nan), numpy.zeros(len(cells), "i1")
        places = numpy.flatnonzero(valid(cells))
        kind = pyarrow.string()
        figures, beside = (
            call("cast", taken(each, places), target_type=kind) for each in (cells, currencies)
        )
        if len(places) < self._few:
            read = map(self._remembered, figures.to_pylist(), beside.to_pylist())
            values[places], refusals[places] = zip(*read, strict=True)
        else:
            values[places], refusals[places] = self._read(figures, beside)
        return [
            array(pyarrow.float64(), values, ~numpy.isnan(values)),
            taken(self._refusals, refusals),
        ]

    def one(self, text: str, currency: str | None) -> tuple[float, str | None]:
        """The value of one cell, and its refusal."""
        value, refusal = self._remembered(text, currency)
        return value, _REFUSALS[refusal]

    def _one(self, text: str, currency: str | None) -> tuple[float, int]:
        """The value of one cell, and its refusal as a place in the list of them."""
        figure = parted(text)
        if figure is None:
            return _NONE, _BAD
        factor, refusal = self._factor(figure.before, figure.after, "\1" if currency is None else currency)
        if refusal:
            return _NONE, refusal
        try:
            value = number(figure.digits, self._mark)
        except AmbiguousError:
            return _NONE, _AMBIGUOUS
        return (_NONE, _BAD) if value is None else (float(value) * factor, 0)

    def _read(self, cells: Any, currencies: Any) -> tuple[Any, Any]:
        """Values, and refusals as places in the list of them."""
        import numpy

        parts = call("extract_regex", call("utf8_trim_whitespace", cells), pattern=CELL)
        each = (call("struct_field", parts, indices=[n]) for n in range(3))
        before, digits, after = map(_short, each, LONGEST)
        values, refusals = self._numbers(digits)
        for place in numpy.flatnonzero(numbers(call("utf8_length", digits), "i4") > DIGITS):
            if sum(map(str.isdigit, digits[int(place)].as_py() or "")) > DIGITS:
                refusals[place] = _BAD
        none, nul = texts(("\1", "\0"))
        four = before, after, call("coalesce", currencies, none), nul
        beside = call("dictionary_encode", call("binary_join_element_wise", *four, null_handling="emit_null"))
        affixes = [self._factor(*text.split("\0")) for text in beside.dictionary.to_pylist()]
        factors, refused = numpy.array([*affixes, (_NONE, _BAD)]).T
        which = numpy.where(valid(beside), numbers(beside.indices, "i4"), len(affixes))
        refusals = numpy.where(refused[which] > 0, refused[which], refusals)
        return numpy.where(refusals > 0, numpy.nan, values * factors[which]), refusals

    def _numbers(self, digits: Any) -> tuple[Any, Any]:
        """Figures as numbers of the column's mark, or of their own where it has none, and the refusals."""
        import numpy

        if self._mark:
            values = self._number(digits, self._mark)
            return values, numpy.isnan(values) * _BAD
        point, comma = self._number(digits, "."), self._number(digits, ",")
        values = numpy.where(numpy.isnan(point), comma, point)
        differ = ~numpy.isnan(point) & ~numpy.isnan(comma) & (point != comma)
        return values, numpy.where(differ, _AMBIGUOUS, numpy.isnan(values) * _BAD)

    def _number(self, digits: Any, mark: Any) -> Any:
        import numpy
        from pyarrow import float64

        fits = call("match_substring_regex", digits, pattern=written(mark))
        others = f"[^0-9{mark}eE+-]"
        plain = call("replace_substring_regex", digits, pattern=others, replacement="")
        plain = call("replace_substring", plain, pattern=mark, replacement=".")
        plain = call("if_else", fits, plain, texts(("nan",))[0])
        found = call("cast", plain, target_type=float64())
        return numpy.where(valid(found), numbers(found, "f8"), numpy.nan)

    def _factor(self, before: str, after: str, currency: str, *more: str) -> tuple[float, int]:
        unit = self._unit(currency) if currency != "\1" else None
        try:
            codes = named(before, after)
            found = Affix(Decimal(1), codes) if codes else affix(before, after, unit.code if unit else "")
        except UnclearError:
            return _NONE, _BAD
        if more:  # a NUL in a cell
            return _NONE, _BAD
        if unit and found.named and unit.code not in found.named:
            return _NONE, _CONFLICT
        return float(found.factor), 0

    def _unit(self, cell: str) -> Unit | None:
        if cell not in self._units:
            self._units[cell] = unit_of(cell)
        return self._units[cell]


def _short(parts: Any, most: int) -> Any:
    """Of texts, those of no more than so many characters."""
    import numpy
    import pyarrow

    fits = numbers(call("utf8_length", parts), "i4") <= most
    if fits.all():
        return parts
    return call("take", parts, array(pyarrow.int64(), numpy.arange(len(fits)), fits))


def _glance(text: str) -> Mark | None:
    """The mark that a cell tells, if that takes no second look."""
    text = text.strip()
    return next((mark for mark, pattern in _GLANCES.items() if pattern.fullmatch(text)), None)


def _either(text: str) -> bool:
    figure = parted(text)
    return figure is not None and told(figure.digits) == "either"
