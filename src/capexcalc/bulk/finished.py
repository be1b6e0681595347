"""Rows in plain writing, finished as lines while they are read.

They are most of all rows. What is said of a row here is what ``sql.py`` says, which converts all others.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from ..rates.calendar_rules import CONVERTED
from .affixes import Affixes
from .amounts import FigureReader
from .arrays import array, numbers, taken, texts, valid
from .arrow import call
from .dates import DayReader, Days
from .day_rates import NEVER
from .job import BAD_AMOUNT, BAD_DATE, CURRENCY_CONFLICT, UNKNOWN_CURRENCY
from .lookup import Lookup, Units
from .plain_cells import CONFLICT, NONE, OTHER, READ, figures
from .plain_days import days, layout_of
from .printed import EPOCH, FIRST, DayTexts, number_texts
from .sql import Reading
from .tally import Tally, at_fault

# What a row is called without an answer, and their places in this list.
_FAULTS = (BAD_DATE, "future_date", UNKNOWN_CURRENCY)
_UNDATED, _FUTURE, _UNKNOWN = range(3)
# What it is called whatever its answer: an amount, none, or one in another currency.
_CASES = (None, BAD_AMOUNT, CURRENCY_CONFLICT)


class Columns(NamedTuple):
    """The columns of a batch with the cells that are read; of a currency of all rows there is none."""

    amount: str
    currency: str | None
    date: str


class Finished(NamedTuple):
    """The lines of rows, but ``where`` others are, a batch for the engine; and a tally of those finished."""

    lines: Any
    where: Any
    others: Any
    tally: Tally


class Finisher:
    """What finishes rows of ``columns``, for ``lookup`` with one target; ``delimiter`` stands between cells.

    Several threads may call it.
    """

    def __init__(
        self, lookup: Lookup, reading: Reading, today: date, delimiter: str, columns: Columns
    ) -> None:
        import numpy

        self._read_days, self._mark = _reader(reading.days), reading.mark
        self._affixes = Affixes(FigureReader(reading.mark))
        self._columns = columns
        self._constant: Any = None if reading.currency is None else texts([reading.currency])
        self._units, self._rates = Units(), lookup.days[0]
        self._today, self._dated = numpy.int32(today.toordinal() - EPOCH), DayTexts(today, delimiter)
        self._answered = len(lookup.answers[0])
        meanings = [*lookup.answers[0], *((fault, None, None) for fault in _FAULTS)]
        # Of each meaning, and each case of it.
        self._statuses = [case or status for status, _, _ in meanings for case in _CASES]
        sources = [("", source or "", method or "") for _, source, method in meanings for _ in _CASES]
        tails = zip(sources, self._statuses, strict=True)
        self._tails = texts([delimiter.join((*source, status)) for source, status in tails])
        self._delimiter = delimiter.encode()

    def __call__(self, batch: Any) -> Finished:
        """The rows of a ``batch`` of Arrow, whose first column is whole records."""
        import numpy
        from pyarrow import int32

        amount, currency, day = (name and batch[name] for name in self._columns)
        found = figures(amount, self._mark)
        asked, dated = self._read_days(day)
        unit, parts = self._units.of(self._constant if currency is None else currency)
        if currency is None:
            unit, parts = numpy.repeat(unit, len(batch)), numpy.repeat(parts, len(batch))
        values, figure = self._affixes(found, unit)
        plain = (figure != OTHER) & (dated != OTHER)
        day = numpy.where((dated == READ) & (asked <= self._today), asked, numpy.int32(NEVER))
        rates, observed, answer = self._rates.found(unit, parts, day)
        unanswered = answer == NEVER
        if unanswered.any():
            why = numpy.where(dated == READ, numpy.where(day == NEVER, _FUTURE, _UNKNOWN), _UNDATED)
            answer = numpy.where(unanswered, self._answered + why, answer).astype("i4")
        said = answer * len(_CASES)
        if figure.any():
            said += (figure == NONE) + numpy.int8(2) * (figure == CONFLICT)
        # A rate that needs no observation is of the day asked.
        rate_day = numpy.where(observed == NEVER, day, observed)
        if (none := numpy.isnan(rates)).any():
            rate_day[none] = NEVER
        lines = _joined(
            batch[0],
            number_texts([values * rates, rates], self._delimiter),
            self._dated(rate_day),
            call("take", self._tails, array(int32(), said, numpy.ones(len(said), bool))),
        )
        others = taken(batch, numpy.flatnonzero(~plain))
        return Finished(lines, ~plain, others, self._tally(batch, said, plain))

    def _tally(self, batch: Any, said: Any, plain: Any) -> Tally:
        """Of rows of ``batch`` that are ``plain``, by the places of their statuses."""
        import numpy

        tally = Tally()
        counts = numpy.bincount(said[plain], minlength=len(self._statuses)).tolist()
        for place, (name, count) in enumerate(zip(self._statuses, counts, strict=True)):
            if not count:
                continue
            tally.statuses[name] += count
            if name not in CONVERTED and not tally.cells.get(name):
                column = getattr(self._columns, at_fault(name))
                rows = plain & (said == place)
                if column:
                    filled = numbers(call("binary_length", batch[column]), "i4") > 0
                    rows = rows & filled if (rows & filled).any() else rows
                row = int(numpy.argmax(rows))
                tally.cells[name] = (batch[column][row] if column else self._constant[0]).as_py()
        return tally


def finishable(days_: Days) -> bool:
    """Whether dates of a column are read here."""
    return not days_.form or layout_of(days_.form) is not None


def _reader(days_: Days) -> Callable[[Any], tuple[Any, Any]]:
    """What reads dates, as ``plain_days.days`` does."""
    if days_.form:
        return partial(days, form=days_.form)
    read_each = DayReader(days_)

    def read(cells: Any) -> tuple[Any, Any]:
        import numpy

        first, last, refusal = read_each(cells)
        one = valid(first) & (numbers(first, "i4") == numbers(last, "i4")) & (numbers(first, "i4") >= FIRST)
        none = ~valid(first) & (
            ~valid(refusal) | valid(call("index_in", refusal, value_set=texts([BAD_DATE])))
        )
        return numbers(first, "i4"), numpy.where(one, READ, numpy.where(none, NONE, OTHER))

    return read


def _joined(*cells: Any) -> Any:
    """Texts one after the other, row by row."""
    return call("binary_join_element_wise", *cells, texts([""])[0])
