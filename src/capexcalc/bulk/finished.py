"""Rows in plain writing, finished as lines while they are read.

They are most of all rows. What is said of a row here is what ``sql.py`` says, which converts all others: one
currency has one answer on one day, and that is written out once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from threading import Lock
from typing import Any, NamedTuple

from ..money.currency_cells import parts as parts_of
from ..rates.calendar_rules import CONVERTED
from .affixes import Affixes
from .amounts import FigureReader
from .arrays import array, numbers, taken, texts, valid
from .dates import DayReader, Days
from .day_rates import NEVER
from .job import BAD_AMOUNT, BAD_DATE, CURRENCY_CONFLICT, UNKNOWN_CURRENCY
from .lookup import Lookup, Units
from .plain_cells import CONFLICT, NONE, OTHER, READ, figures, printed
from .plain_days import days, layout_of
from .sql import Reading
from .tally import Tally, at_fault

_EPOCH = date(1970, 1, 1).toordinal()
# What is before, the engine reads: it decides only time.
_FIRST = date(1000, 1, 1).toordinal() - _EPOCH
# So many at a time, some 10 MB, found by currency and span of days, so many of these at a time, 25 MB.
_REMEMBERED, _SPANS, _DAYS = 1 << 17, 1 << 12, 1 << 9
# What else a row can be called, and their places in this list; first, of what there is in place of an amount.
_FAULTS = (BAD_AMOUNT, CURRENCY_CONFLICT, BAD_DATE, "future_date", UNKNOWN_CURRENCY)
_, _, _UNDATED, _FUTURE, _UNKNOWN = range(5)
# What there can be on a day: an amount, none, or one in another currency.
_CASES = 3
_SPAN = _CASES * _DAYS


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


class Answers(NamedTuple):
    """What has been answered so far: the rate, the line from there on, and which of all statuses it has."""

    rates: Any
    tails: Any
    statuses: Any


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
        self._delimiter, self._columns = texts([delimiter])[0], columns
        self._constant: Any = None if reading.currency is None else texts([reading.currency])
        self._units, self._rates = Units(), lookup.days[0]
        self._parts = numpy.array(sorted({1, *(each.parts for each in parts_of().values())}), "i4")
        self._today = today.toordinal() - _EPOCH
        # A place for each day; one for none, and one for days to come.
        self._undated = self._today - _FIRST + 1
        self._spans = (self._undated + 2) // _DAYS + 1
        self._answered = len(lookup.answers[0])
        meanings = [*lookup.answers[0], *((fault, None, None) for fault in _FAULTS)]
        self._meanings = [texts(column) for column in zip(*meanings, strict=True)]
        self._lock = Lock()
        self._rows: Any  # by unit and span, that in the table
        self._known: Any
        self._table: Any
        self._found: Answers
        self._forget()

    def __call__(self, batch: Any) -> Finished:
        """The rows of a ``batch`` of Arrow, whose first column is whole records."""
        import numpy
        from pyarrow import int32

        amount, currency, day = (name and batch[name] for name in self._columns)
        found_ = figures(amount, self._mark)
        asked, dated = self._read_days(day)
        place = numpy.where(asked > self._today, self._undated + 1, asked - _FIRST)
        place = numpy.where(dated == NONE, self._undated, place)
        with self._lock:
            unit, parts = self._units.of(self._constant if currency is None else currency)
        if currency is None:
            unit = numpy.repeat(unit, len(batch))
        values, figure = self._affixes(found_, unit)
        plain = (figure != OTHER) & (dated != OTHER) & (place >= 0)
        if parts.max(initial=1) > 1:
            unit = unit + (self._units.none + 1) * numpy.searchsorted(self._parts, parts)
        case = (figure == NONE) + 2 * (figure == CONFLICT)
        with self._lock:
            slots = self._slots(unit, numpy.where(plain, _CASES * place + case, -1))
            found = self._found
        plain = slots > 0
        tails = found.tails.take(array(int32(), slots.astype("i4"), plain))
        amounts = printed(numpy.where(plain, values * found.rates[slots], numpy.nan))
        lines = _joined([batch[0], amounts, tails], self._delimiter)
        others = taken(batch, numpy.flatnonzero(~plain))
        return Finished(lines, ~plain, others, self._tally(batch, found.statuses[slots], plain))

    def _slots(self, unit: Any, what: Any) -> Any:
        """The places among answers, for ``what`` there is of a ``unit``: the place of a day, times the cases
        there are, and which of those it is; -1 for none. The first place is of what is not finished."""
        import numpy

        finished, what = what >= 0, numpy.maximum(what, 0)
        spans = unit * self._spans + what // _SPAN
        row = self._rows[spans]
        if (row < 0).any():
            new = _once(spans[row < 0])
            if len(self._known) and len(self._known) + len(new) > _SPANS:
                self._forget()
                return self._slots(unit, numpy.where(finished, what, -1))
            self._rows[new] = numpy.arange(len(new)) + len(self._known)
            self._known = numpy.append(self._known, new)
            self._table = numpy.append(self._table, numpy.full(len(new) * _SPAN, -1, "i4"))
            row = self._rows[spans]
        keys = row * _SPAN + what % _SPAN
        slots = numpy.where(finished, self._table[keys], 0)
        if (slots < 0).any():
            new = _once(keys[slots < 0])
            if len(self._found.rates) > 1 and len(self._found.rates) + len(new) > _REMEMBERED:
                self._forget()
                return self._slots(unit, numpy.where(finished, what, -1))
            self._table[new] = len(self._found.rates) + numpy.arange(len(new))
            span = self._known[new // _SPAN]
            self._answer(span // self._spans, span % self._spans * _SPAN + new % _SPAN)
            slots = numpy.where(finished, self._table[keys], 0)
        return slots

    def _answer(self, unit: Any, what: Any) -> None:
        """Add the answers for ``what`` there is of a ``unit``."""
        import numpy
        from pyarrow import compute, concat_arrays, date32, string

        place, case = what // _CASES, what % _CASES
        dated = place < self._undated
        day = numpy.where(dated, place + _FIRST, NEVER).astype("i4")
        divided, unit = unit // (self._units.none + 1), unit % (self._units.none + 1)
        rate, observed, answer = self._rates.at(unit, self._parts[divided], day)
        fault = numpy.where(dated, _UNKNOWN, numpy.where(place == self._undated, _UNDATED, _FUTURE))
        means = numpy.where(answer[2], answer[1], self._answered + fault)
        statuses = numpy.where(case > 0, self._answered + case - 1, means)
        rates = numpy.where(rate[2], rate[1], numpy.nan)
        # A rate that needs no observation is of the day asked.
        rate_day = array(date32(), numpy.where(observed[2], observed[1], day), rate[2])
        status, source, method = (
            taken(column, which)
            for column, which in zip(self._meanings, (statuses, means, means), strict=True)
        )
        cells = [printed(rates), compute.cast(rate_day, string()), source, method, status]
        tails = _joined(cells, self._delimiter)
        known = self._found
        self._found = Answers(
            numpy.append(known.rates, rates),
            concat_arrays([known.tails, tails]),
            numpy.append(known.statuses, statuses),
        )

    def _forget(self) -> None:
        import numpy

        units = len(self._parts) * (self._units.none + 1)
        self._rows = numpy.full(units * self._spans, -1, "i4")
        self._known = numpy.zeros(0, "i4")
        self._table = numpy.zeros(0, "i4")
        # The first is of rows that are not finished.
        self._found = Answers(numpy.zeros(1), texts([""]), numpy.zeros(1, "i4"))

    def _tally(self, batch: Any, statuses: Any, plain: Any) -> Tally:
        """Of rows of ``batch`` that are ``plain``, by the numbers of their ``statuses``."""
        import numpy

        tally = Tally()
        names = self._meanings[0].to_pylist()
        counts = numpy.bincount(statuses[plain], minlength=len(names)).tolist()
        for number, (name, count) in enumerate(zip(names, counts, strict=True)):
            if not count:
                continue
            tally.statuses[name] += count
            if name not in CONVERTED:
                column = getattr(self._columns, at_fault(name))
                row = int(numpy.argmax(plain & (statuses == number)))
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
        from pyarrow import compute

        first, last, refusal = read_each(cells)
        one = valid(first) & (numbers(first, "i4") == numbers(last, "i4"))
        none = ~valid(first) & (
            ~valid(refusal) | valid(compute.index_in(refusal, value_set=texts([BAD_DATE])))
        )
        return numbers(first, "i4"), numpy.where(one, READ, numpy.where(none, NONE, OTHER))

    return read


def _joined(cells: Sequence[Any], delimiter: Any) -> Any:
    """Lines of cells, which may be null."""
    from pyarrow import compute

    return compute.binary_join_element_wise(*cells, delimiter, null_handling="replace", null_replacement="")


def _once(numbers_: Any) -> Any:
    """Numbers in order, each once: what NumPy has for that loads a third of NumPy."""
    import numpy

    each = numpy.sort(numbers_)
    return each[numpy.append(True, each[1:] != each[:-1])]
