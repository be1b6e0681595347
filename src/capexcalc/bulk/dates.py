"""How a column of dates is written: ISO 8601, or the one format its values fit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ..errors import InputError, Notice

ISO = "%Y-%m-%d"

# With ISO first; among others of equal fit a file must decide, or the person asked.
_FORMATS = (
    ISO, "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y", "%m-%d-%Y", "%Y%m%d", "%d/%m/%y", "%m/%d/%y",
    "%d.%m.%y", "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%d-%b-%Y", "%d-%b-%y",
)  # fmt: skip


def stated(values: Sequence[str], where: str, column: str) -> tuple[str, tuple[Notice, ...]]:
    """As ``detect``, with a word about it where it is not ISO 8601."""
    form = detect(values, where)
    if form == ISO:
        return form, ()
    return form, (
        Notice(
            "date_format",
            "{where}: dates in {column!r} are read as {form}",
            where=where,
            column=column,
            form=form,
        ),
    )


def detect(values: Sequence[str], where: str) -> str:
    """The strptime format that reads most of ``values``; ISO where none reads any.

    Raises InputError (``ambiguous_date``) where two formats read as many, and differently.
    """
    if all(_read(value.strip(), ISO) for value in values):
        return ISO  # as most files are; sixteen readings of thousands of dates take their time
    readings = {form: [_read(value.strip(), form) for value in values] for form in _FORMATS}
    counts = {form: sum(day is not None for day in days) for form, days in readings.items()}
    most = max(counts.values())
    best = [form for form in _FORMATS if counts[form] == most]
    if not most or best[0] == ISO:
        return ISO
    for other in best[1:]:
        for value, one, two in zip(values, readings[best[0]], readings[other], strict=True):
            if one != two:
                raise InputError(
                    "ambiguous_date",
                    "{where}: dates like {value!r} can be {first} or {other}",
                    'say which: --date-format "{first}"',
                    where=where,
                    value=value[:20],
                    first=best[0],
                    other=other,
                )
    return best[0]


def _read(value: str, form: str) -> datetime | None:
    try:
        if form == ISO:
            return datetime.fromisoformat(value[:10]) if value[4:5] == "-" else None
        return datetime.strptime(value, form)
    except ValueError:
        return None
