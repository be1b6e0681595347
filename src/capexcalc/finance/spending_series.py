"""Periods of past spending, as sources give them, made one series: in order, each counted once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from ..errors import NotComparableError, Notice
from ..words import Phrase, several
from .spending import SpendingPeriod, SpendingSeries


def spending_series(currency: str, periods: Iterable[SpendingPeriod]) -> SpendingSeries:
    """The periods in order of time, whatever order they come in, each counted once.

    The same figure given twice counts once, with a notice; of a restated one the latest filed counts, and
    the first stays with it. Raises NotComparableError ``mixed_measures`` where not all count the same thing,
    ``restated`` where a period has two amounts and nothing says which is newer, ``overlap`` where two
    periods share days, ``no_prior`` where there is none.
    """
    ordered = sorted(periods, key=lambda period: (period.start, period.end, period.where))
    if not ordered:
        raise NotComparableError("no_prior", "no past period is given")
    for one, other in pairwise(ordered):
        if one.measure != other.measure:
            raise NotComparableError(
                "mixed_measures",
                "{newer} counts {measure}, {older} {other}",
                "one series has one definition: keep the rows of one",
                newer=other.named,
                measure=_said(other.measure),
                older=one.named,
                other=_said(one.measure),
            )
    merged = [
        _merged(tuple(same)) for _, same in groupby(ordered, key=lambda period: (period.start, period.end))
    ]
    once = [period for period, _ in merged]
    for one, other in pairwise(once):
        if other.start <= one.end:
            shared = f"{other.start}..{min(one.end, other.end)}"
            raise NotComparableError(
                "overlap",
                "{named} and {other_named} overlap: both cover {shared}",
                "keep periods that follow one another",
                named=one.named,
                other_named=other.named,
                shared=shared,
            )
    notices = [notice for _, notice in merged if notice]
    by_code = {
        code: "; ".join(notice.message for notice in notices if notice.code == code)
        for code in dict.fromkeys(notice.code for notice in notices)
    }
    return SpendingSeries(currency, tuple(once), tuple(Notice(*each) for each in by_code.items()))


def _merged(same: Sequence[SpendingPeriod]) -> tuple[SpendingPeriod, Notice | None]:
    """One period out of all that is given for it, and what must be known of that."""
    if len(same) == 1 and len(same[0].reports) < 2:
        return same[0], None
    if all(period.reports for period in same):
        reports = sorted((r for period in same for r in period.reports), key=lambda r: (r.filed, r.accession))
        first, latest = reports[0], reports[-1]
        newest, *equals = (period for period in same if period.reports[-1].filed == latest.filed)
        if all(period.amount == newest.amount for period in equals):
            kept = replace(newest, reports=(first, latest))
            if first.amount == latest.amount:
                return kept, None
            return kept, Notice(
                "restated",
                "{named} was restated from {first:f} ({first_filed}) to {latest:f} ({filed}), which counts",
                named=kept.named,
                first=first.amount,
                first_filed=first.filed,
                latest=latest.amount,
                filed=latest.filed,
            )
    where = several(period.where for period in same)
    days = f"{same[0].start}..{same[0].end}"
    if len({period.amount for period in same}) > 1:
        raise NotComparableError(
            "restated",
            "{where} give different amounts for {days}",
            "keep one of them (--only TEXT), or say in a column filed on which day each was published",
            where=where,
            days=days,
        )
    return same[0], Notice(
        "duplicate", "{where} give the same figure for {days}: counted once", where=where, days=days
    )


def _said(measure: str) -> str | Phrase:
    return measure or Phrase("what is not said")
