"""Amounts in a column as people write them: 32087000000, 32,087, 32.1bn, 1.234,5 Mrd EUR, (5), 1.2e9."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from ..errors import InputError, Notice, quoted
from ..money.currencies import nearest
from ..money.currency_cells import unit_of
from ..money.money import EXACT
from ..reading.cell_figures import AmbiguousError, Mark, UnclearError, affix, number, parted, settled
from ..records import dataclass
from ..words import several
from .spending import SpendingPeriod
from .spending_columns import Choice, Columns
from .spending_records import Number

# What a power of ten is called, as a column has it.
_POWERS = {"0": "", "3": "thousand", "6": "million", "9": "billion", "12": "trillion"}
_LARGEST = Decimal(10) ** 30


def decimal_mark(cells: Iterable[tuple[str, str]], separator: str) -> Mark:
    """The decimal mark of a column of (FILE:LINE, text), as ``settled`` has it; numbers have none to tell.

    Raises InputError (``mixed_decimals``) naming two lines that contradict each other.
    """
    return settled(((where, text) for where, text in cells if not isinstance(text, Number)), separator)


def read_amount(
    text: str, *, mark: Mark, unit: str, currency: str, unnamed: str, where: str
) -> tuple[Decimal, str]:
    """The amount in major units and its currency, from a cell and the ``unit`` and ``currency`` beside it.

    ``unnamed`` is the currency of an amount beside which none is named, if that is known. Outflows are
    negative. Raises InputError naming ``where``: ``bad_amount``, ``ambiguous_amount``, ``bad_currency``,
    ``no_currency``, ``currency_conflict``.
    """
    code = _code(currency, where) if currency else ""
    value, before, after = _parted(text, mark, where)
    try:
        about = affix(before, after, code, _scale(unit))
    except UnclearError:
        raise _bad(f"{text} {unit}".strip(), where) from None
    named = about.named
    if code and named and code not in named:
        raise _conflict(text, named, code, where)
    own = code or (named[0] if len(named) == 1 else "" if named else unnamed)
    if not own:
        raise no_currency(where, named)
    return EXACT.multiply(value, about.factor), own


@dataclass(frozen=True, slots=True)
class Beside:
    """What holds for all amounts of a file, and stands in no cell beside them."""

    columns: Columns
    choice: Choice
    mark: Mark
    unnamed: str

    def amount(self, row: Mapping[str, str], name: str, where: str) -> tuple[Decimal, str]:
        """The amount in the cell ``name`` of a row, as ``read_amount`` has it."""
        said, chosen = row.get("currency", ""), self.choice.currency or ""
        if (own := self.columns.currency) and said and _code(said, where) != own:
            raise _conflict(row.get(name, ""), [own], _code(said, where), where)
        said = said or own
        if said and chosen and _code(said, where) != _code(chosen, where):
            raise InputError(
                "currency_conflict",
                "{where}: the column says {said}, --currency {chosen}",
                where=where,
                said=quoted(said),
                chosen=chosen,
            )
        return read_amount(
            row.get(name, ""),
            mark=self.mark,
            unit=self._unit(row),
            currency=said or chosen,
            unnamed=self.unnamed,
            where=where,
        )

    def _unit(self, row: Mapping[str, str]) -> str:
        """The unit beside an amount; where that names a currency alone, that of all amounts with it."""
        power = row.get("power", "").removesuffix(".0")
        scale = _POWERS.get(power, f"10^{power}") if power else _scale(row.get("scale", ""))
        said = " ".join(filter(None, (scale, row.get("unit", ""))))
        if said and unit_of(said) is None:
            return said
        unit = self.columns.unit
        if self.choice.unit:
            unit = f"$ {self.choice.unit}" if unit.startswith("$") else self.choice.unit
        return f"{unit} {said}".strip()


def outflows(
    periods: Sequence[SpendingPeriod], rows: Sequence[Any], choice: Choice, path: Path
) -> tuple[bool, tuple[Notice, ...]]:
    """Whether what is negative is spent, as in statements of cash flows: so it is asked, or all of it is.

    Raises InputError (``negative_amount``) for a period in which less than nothing was spent.
    """
    signs = [period.amount for period in periods if period.amount]
    every = bool(signs) and all(amount < 0 for amount in signs)
    negated = choice.negate or every
    for period, (_, row, _) in zip(periods, rows, strict=True):
        if (period.amount > 0) if negated else (period.amount < 0):
            raise negative(row.get("amount", ""), period.where)
    if not every or choice.negate:
        return negated, ()
    return True, (
        Notice("outflows", "{path}: all amounts are negative, and read as money that went out", path=path),
    )


def negative(text: str, where: str) -> InputError:
    """Of an amount less than nothing."""
    return InputError(
        "negative_amount",
        "{where}: amount {cell} is negative: spending is a number of zero or more",
        "write outflows without the minus; --negate where minus means spent",
        where=where,
        cell=quoted(text),
    )


def no_currency(where: str, named: Sequence[str] = ()) -> InputError:
    """The error for an amount in no known currency, or in one of those ``named``."""
    if named:
        return InputError(
            "no_currency",
            "{where}: the amount can be in {currencies} or others",
            "say which: --currency USD, or a column currency with its ISO 4217 code",
            where=where,
            currencies=", ".join(named[:4]),
        )
    return InputError(
        "no_currency",
        "{where}: nothing says in which currency the amount is",
        "say which: --currency USD, or a column currency with its ISO 4217 code",
        where=where,
    )


def _conflict(text: str, named: Sequence[str], code: str, where: str) -> InputError:
    return InputError(
        "currency_conflict",
        "{where}: {text} is in {currencies}, the column says {code}",
        where=where,
        text=quoted(text),
        currencies=several(named[:3], "{first} or {second}"),
        code=code,
    )


def _parted(text: str, mark: Mark, where: str) -> tuple[Decimal, str, str]:
    """The number of a cell, and what is written before and after it."""
    if isinstance(text, Number):
        try:
            value = Decimal(text)
        except InvalidOperation:
            raise _bad(text, where) from None
        if not value.is_finite() or value.copy_abs() >= _LARGEST:
            raise _bad(text, where)
        return value.copy_abs(), "-" if value < 0 else "", ""
    figure = parted(text)
    if figure is None:
        raise _bad(text, where)
    try:
        value_ = number(figure.digits, mark)
    except AmbiguousError as fault:
        raise InputError(
            "ambiguous_amount",
            "{where}: amount {cell} can be {readings}",
            'say which: --decimal "." or --decimal ","; or write it without grouping',
            where=where,
            cell=quoted(text),
            readings=fault.readings,
        ) from None
    if value_ is None or value_ >= _LARGEST:
        raise _bad(text, where)
    return value_, figure.before, figure.after


def _scale(unit: str) -> str:
    """A unit in words, of one that is a power of ten."""
    powers = {"1": "", "1000": "thousand", "1000000": "million", "1000000000": "billion"}
    plain = unit.replace(",", "").removesuffix(".0")
    # A scale glued to the sign that many currencies share is none to the reader: $m, $bn.
    return powers.get(plain, " ".join(unit.replace("$", "$ ").split()))


def _code(text: str, where: str) -> str:
    unit = unit_of(text)
    if unit is None or unit.parts != 1:
        code = text.upper()
        near = ", ".join(nearest(code))
        raise InputError(
            "bad_currency",
            "{where}: {cell} is no currency",
            "did you mean {near}?" if near else "give the ISO 4217 code, such as CNY",
            where=where,
            cell=quoted(text),
            near=near,
        )
    return unit.code


def _bad(text: str, where: str) -> InputError:
    return InputError(
        "bad_amount",
        "{where}: amount {cell} is not a number",
        'write plain digits, or as in a text: 32087000000, "32.1bn"',
        where=where,
        cell=quoted(text),
    )
