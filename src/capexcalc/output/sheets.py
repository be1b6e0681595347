"""Results as rows of readable figures, the same for a terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..money.figures import fixed
from .phrases import amount, money_scale, rate

if TYPE_CHECKING:
    from ..commands.annualise import Annualised
    from ..commands.compare import Comparison
    from ..commands.convert import Conversion
    from ..money.money import Money


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under their headers; ``sides`` has l (text) or r (figure) for each column; ``totals`` close it."""

    header: Sequence[str]
    sides: str
    rows: Sequence[Sequence[str]]
    totals: Sequence[Sequence[str]] = ()


def conversions(result: Iterable[Conversion], *, exact: bool) -> Sheet:
    """One row a conversion; amounts of one currency share a unit."""
    done = tuple(result)
    amounts = _amounts([c.amount for c in done], exact=exact)
    converted = _amounts([c.converted for c in done], exact=exact)
    rates = [rate(c.quote, exact=exact) for c in done]
    rows = list(zip(amounts, converted, rates, strict=True))
    return Sheet(("Amount", "Converted", "Rate"), "rrr", rows)


def schedule(result: Annualised, *, exact: bool) -> Sheet:
    """One row a year and one column a currency, closed by the total and the average year."""
    totals = [result.total, *(c.total for c in result.converted)]
    averages = [result.annual_average, *(c.annual_average for c in result.converted)]
    rows = [[row.amount, *(row.converted or ())] for row in result.schedule]
    *years, total, average = _figures([*rows, totals, averages], exact=exact)
    return Sheet(
        ("Year", "Months", *(m.currency for m in totals)),
        "lr" + "r" * len(totals),
        [(row.label, str(row.months), *figures) for row, figures in zip(result.schedule, years, strict=True)],
        [("Total", str(result.months), *total), ("Average a year", "", *average)],
    )


def ratios(result: Comparison, *, exact: bool) -> Sheet:
    """The commitment beside each measure of past spending that is known, in the past series' currency."""
    prior, found = result.prior, result.ratios
    total, average = _in(prior.currency, result.commitment)
    shared = money_scale([total, average, prior.total, prior.mean, prior.last, prior.peak], exact=exact)
    measures = (
        ("Total, to past total", total, prior.total, found.total_to_prior_total),
        ("A year, to past mean", average, prior.mean, found.annual_to_mean),
        (f"A year, to last ({prior.last_label})", average, prior.last, found.annual_to_last),
        (f"A year, to peak ({prior.peak_label})", average, prior.peak, found.annual_to_peak),
    )
    known = [times for _, _, _, times in measures if times]
    decimals = max([2, *(1 - times.adjusted() for times in known)])
    rows = [
        (
            what,
            shared.show(new.value),
            shared.show(old.value),
            "" if times is None else fixed(times, decimals),
        )
        for what, new, old, times in measures
        if old is not None
    ]
    return Sheet((prior.currency, "Commitment", "Past", "Times"), "lrrr", rows)


def past(result: Comparison, *, exact: bool) -> Sheet:
    """The past periods the ratios rest on, one column a currency, closed by their total and mean."""
    prior = result.prior
    converted = prior.converted or ()
    rows = [[p.amount, *(c.amount for c in p.converted or ())] for p in prior.periods]
    totals = [prior.total, *(c.total for c in converted)]
    means = [prior.mean, *(c.mean for c in converted)]
    *periods, total, mean = _figures([*rows, totals, means], exact=exact)
    return Sheet(
        ("Period", "From", "To", *(m.currency for m in totals)),
        "lll" + "r" * len(totals),
        [
            (p.label, str(p.start), str(p.end), *figures)
            for p, figures in zip(prior.periods, periods, strict=True)
        ],
        [
            ("Total", str(prior.window.start), str(prior.window.end), *total),
            ("Mean", "", "", *mean),
        ],
    )


def _in(currency: str, commitment: Annualised) -> tuple[Money, Money]:
    """Total and average year in the past series' currency: their own, or converted to it."""
    for each in commitment.converted:
        if each.currency == currency:
            return each.total, each.annual_average
    return commitment.total, commitment.annual_average


def _amounts(moneys: Sequence[Money], *, exact: bool) -> list[str]:
    scales = {
        code: money_scale((m for m in moneys if m.currency == code), exact=exact)
        for code in {m.currency for m in moneys}
    }
    return [amount(m, scales[m.currency]) for m in moneys]


def _figures(rows: Sequence[Sequence[Money]], *, exact: bool) -> list[tuple[str, ...]]:
    """The amounts as figures, each column in a unit of its own."""
    columns = []
    for column in zip(*rows, strict=True):
        shared = money_scale(column, exact=exact)
        columns.append([shared.show(money.value) for money in column])
    return list(zip(*columns, strict=True))
