"""The currency table: ISO 4217 codes, current and historic, as Unicode CLDR describes them."""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal
from functools import cache
from pathlib import Path

from ..errors import NoRateError
from .money import EXACT

_SIX_DIGITS = Context(prec=6, rounding=EXACT.rounding)
# Two letters of three in common, or the three among not more than six.
_ALIKE = 0.6


def is_currency(code: str) -> bool:
    """Whether ``code``, in capitals, is or was an ISO 4217 currency (metals and test codes are none)."""
    return code in _table()


def all_codes() -> tuple[str, ...]:
    """Every code of the table, sorted."""
    return tuple(_table())


def in_use() -> tuple[str, ...]:
    """The codes of currencies that are legal tender somewhere, sorted."""
    return tuple(code for code, row in _table().items() if not row.rpartition(",")[2])


def name(code: str) -> str:
    """English name (CLDR). Raises NoRateError (``unknown_currency``)."""
    return _row(code)[1]


def code_of(name: str) -> str | None:
    """The code of the currency in use that has this English name (CLDR), in the singular or with an s."""
    wanted = name.casefold()
    for code, row in _table().items():
        _, named, _, _, last = row.split(",")
        if not last and wanted in (named.casefold(), f"{named.casefold()}s"):
            return code
    return None


def minor_units(code: str) -> int:
    """Decimal places (ISO 4217; of what it does not list any more, CLDR): EUR 2, JPY 0, KWD 3.

    Raises NoRateError (``unknown_currency``).
    """
    return int(_row(code)[2])


def used_on(code: str, day: date) -> bool:
    """Whether ``code`` was legal tender anywhere on ``day``, as far as CLDR knows its first and last days.

    Raises NoRateError (``unknown_currency``).
    """
    _, _, _, first, last = _row(code)
    return (not first or first <= day.isoformat()) and (not last or day.isoformat() <= last)


def last_day(code: str) -> date | None:
    """The last day on which ``code`` was legal tender anywhere, as far as CLDR knows; None if it still is.

    Raises NoRateError (``unknown_currency``).
    """
    last = _row(code)[4]
    return date.fromisoformat(last) if last else None


@cache
def forerunner(code: str, day: date) -> str | None:
    """The currency that circulated in the land of ``code`` (its first two letters, by ISO 3166) on a ``day``
    before ``code`` did: RON gives ROL before 2005; None if there is no one such currency.

    Raises NoRateError (``unknown_currency``).
    """
    if day.isoformat() >= _row(code)[3]:
        return None
    then = [other for other in _table() if other[:2] == code[:2] and _row(other)[3] and used_on(other, day)]
    return then[0] if len(then) == 1 else None


def round_to_minor(value: Decimal, code: str) -> Decimal:
    """``value`` rounded half-even to the minor unit of ``code``.

    Below one major unit six significant digits stay, so that nothing but zero rounds to nothing. Beyond the
    50 digits of the project's arithmetic there is no minor unit left to round to, and ``value`` comes back.
    """
    places = minor_units(code)
    rounded = _SIX_DIGITS.plus(value)
    if 0 < rounded.copy_abs() < 1:
        places = max(places, -int(rounded.as_tuple().exponent))
        value = rounded
    if value.adjusted() + places >= EXACT.prec:
        return value
    return value.quantize(Decimal(1).scaleb(-places, EXACT), context=EXACT)


def nearest(code: str, n: int = 3) -> tuple[str, ...]:
    """Up to ``n`` codes that may have been meant by ``code``, likeliest first.

    A word of the English name counts as a full match ("yuan"), then likeness of the codes. Among equals,
    currencies in use come before historic ones, then those of the same country (the first two letters, by
    ISO 3166), then the longest in use, so that "dollar" suggests USD.
    """
    from difflib import SequenceMatcher

    wanted = code.strip().upper()
    matcher = SequenceMatcher(b=wanted)
    found = []
    for other, row in _table().items():
        _, name, _, first, last = row.split(",")
        matcher.set_seq1(other)
        if wanted in name.upper().split():
            likeness = 1.0
        else:
            likeness = matcher.real_quick_ratio()  # a bound by the lengths: a long word is told at once
            if likeness > _ALIKE:
                likeness = matcher.ratio()
        if likeness > _ALIKE:
            found.append((-likeness, bool(last), other[:2] != wanted[:2], first or "9999", other))
    return tuple(other for *_, other in sorted(found)[:n])


def unknown_currency(code: str) -> NoRateError:
    """The error for a ``code`` that is no currency: what else it is, or the nearest codes as a hint."""
    text = Path(__file__).with_name("no_currency.csv").read_text(encoding="utf-8")
    for other, instead, what in (line.split(",") for line in text.splitlines()[1:]):
        if other == code.strip().upper():
            return NoRateError(
                "unknown_currency",
                "{code} is no currency here: {what}",
                "give it in {instead}" if instead else "codes are those of ISO 4217: EUR, USD, CNY ...",
                code=other,
                what=what,
                instead=instead,
            )
    near = nearest(code)
    return NoRateError(
        "unknown_currency",
        "unknown currency: {code}",
        "did you mean {codes}?" if near else "codes are those of ISO 4217: EUR, USD, CNY ...",
        code=code[:20],
        codes=", ".join(near),
    )


def _row(code: str) -> list[str]:
    row = _table().get(code)
    if row is None:
        raise unknown_currency(code)
    return row.split(",")


@cache
def _table() -> dict[str, str]:
    # Lines stay whole until asked for: one run needs two or three of the three hundred.
    text = Path(__file__).with_name("currencies.csv").read_text(encoding="utf-8")
    return {line[:3]: line for line in text.splitlines()[1:]}
