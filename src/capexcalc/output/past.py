"""Past spending, and a commitment beside it, as rows and sentences for a terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from ..money.formatting import DISPLAY, fixed, percent, significant
from ..money.money import EXACT
from .phrases import Note, amount, annualised_notes, money_scale, rates
from .sheets import Sheet, in_columns

if TYPE_CHECKING:
    from ..commands.annualise import Annualised
    from ..commands.compare import Comparison, Real, RealConversion
    from ..commands.prior import ConvertedPrior, Prior, PriorPeriod, Window
    from ..commands.spending import Spending
    from ..finance.comparison import Ratios
    from ..money.money import Money

_BAR = 20  # characters of the longest bar


def ratios(result: Comparison, *, exact: bool) -> Sheet:
    """The commitment beside each measure of past spending that is known, in the past series' currency."""
    total, average = _in(result.prior.currency, result.commitment)
    return _ratios(result.prior.currency, total, average, result.prior, result.ratios, exact=exact)


def real_ratios(real: Real, *, exact: bool) -> Sheet:
    """The same in the prices of one year."""
    title = f"{real.prior.currency} of {real.base_year}"
    return _ratios(title, real.total, real.annual_average, real.prior, real.ratios, exact=exact)


def past(result: Comparison, *, exact: bool) -> Sheet:
    """The past periods the ratios rest on, one column a currency, closed by their total and mean."""
    prior, real = result.prior, result.real
    converted = prior.converted or ()
    rows = [[p.amount, *(c.amount for c in p.converted or ())] for p in prior.periods]
    totals = [prior.total, *(c.total for c in converted)]
    means = [prior.mean, *(c.mean for c in converted)]
    header = [m.currency for m in totals]
    if real:
        rows = [[*row, p.amount] for row, p in zip(rows, real.prior.periods, strict=True)]
        totals, means = [*totals, real.prior.total], [*means, real.prior.mean]
        header.append(f"{prior.currency} of {real.base_year}")
    *periods, total, mean = in_columns([*rows, totals, means], exact=exact)
    return Sheet(
        ("Period", "From", "To", *header),
        "lll" + "r" * len(header),
        [(p.label, str(p.start), str(p.end), *each) for p, each in zip(prior.periods, periods, strict=True)],
        [
            ("Total", str(prior.window.start), str(prior.window.end), *total),
            ("Mean", "", "", *mean),
        ],
    )


def spending(result: Spending, *, exact: bool, bar: str = "") -> Sheet:
    """One row a period with its change on the one before; ``bar`` draws each as a bar of that character."""
    spent = result.spent
    each = in_columns([[p.amount] for p in spent.periods] + [[spent.total], [spent.mean]], exact=exact)
    *periods, (total,), (mean,) = each
    changes = ["" if change is None else _signed(change) for change in result.growth]
    rows = [
        (p.label, str(p.start), str(p.end), figure, change)
        for p, (figure,), change in zip(spent.periods, periods, changes, strict=True)
    ]
    header = ("Period", "From", "To", spent.currency, "Change")
    totals = [
        ("Total", str(spent.window.start), str(spent.window.end), total, ""),
        ("Mean", "", "", mean, ""),
    ]
    if not bar:
        return Sheet(header, "lllrr", rows, totals)
    bars = _bars(spent.periods, bar)
    return Sheet(
        (*header, "A year"),
        "lllrrl",
        [(*row, drawn) for row, drawn in zip(rows, bars, strict=True)],
        [(*row, "") for row in totals],
    )


def spending_notes(result: Spending, *, exact: bool) -> list[Note]:
    """Length and growth of the series, what it counts, its source, and the document behind each figure."""
    notes = [*_series_notes(result.spent, result.cagr), ("Source", result.spent.source)]
    return [*notes, *_filings(result.spent, exact=exact)]


def comparison_notes(result: Comparison, *, exact: bool) -> list[Note]:
    """The window of past spending, its growth, its sources, and the commitment in other currencies."""
    prior = result.prior
    notes = _series_notes(prior, result.cagr)
    if result.overtakes:
        year, month = result.overtakes.label, result.overtakes.month
        notes.append(("Overtakes", f"all of the past window in {year}, month {month} of the commitment"))
    for c in result.commitment.converted:
        shared = money_scale([c.total, c.annual_average], exact=exact)
        notes.append(
            (f"In {c.currency}", f"{amount(c.total, shared)}, {amount(c.annual_average, shared)} a year")
        )
    for converted in prior.converted or ():
        notes.extend(_currency_notes(converted, exact=exact))
    if result.real:
        notes.extend(_real_notes(result.real, exact=exact))
    for late in prior.later:
        shared = money_scale([late.amount], exact=exact)
        notes.append(
            ("Too late", f"{late.label} ({amount(late.amount, shared)}) ends after the date: not counted")
        )
    quotes = [c.quote for period in prior.periods for c in period.converted or ()]
    quotes += [c.quote for c in (result.real and result.real.converted) or ()]
    notes.append(("Source", prior.source))
    notes += _filings(prior, exact=exact)
    return [*notes, *annualised_notes(result.commitment), *rates(quotes)]


def _ratios(title: str, total: Money, average: Money, prior: Prior, found: Ratios, *, exact: bool) -> Sheet:
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
    return Sheet((title, "Commitment", "Past", "Times"), "lrrr", rows)


def _series_notes(prior: Prior, cagr: Decimal | None) -> list[Note]:
    window = prior.window
    years = "1 year" if window.years == 1 else f"{significant(window.years, 3)} years"
    notes = [("Window", f"{_window(window)}, {years}")]
    if cagr is not None:
        notes.append(("Growth", f"past spending {_growth(cagr)} a year (CAGR)"))
    if prior.measure:
        notes.append(("Counts", prior.measure))
    return notes


def _currency_notes(converted: ConvertedPrior, *, exact: bool) -> Iterator[Note]:
    """What the exchange rate did to the past figures, apart from what was spent."""
    shared = money_scale([converted.total, converted.constant_currency], exact=exact)
    times = f"{fixed(converted.total_to_prior_total, 2)} times"
    effect = _signed(EXACT.subtract(converted.currency_effect, Decimal(1)))
    said = (
        f"{amount(converted.total, shared)} at each period's own rate ({times}); "
        f"{amount(converted.constant_currency, shared)} at the commitment's: currency effect {effect}"
    )
    yield (f"Past in {converted.currency}", said)
    if converted.cagr is not None:
        yield (f"Growth in {converted.currency}", f"past spending {_growth(converted.cagr)} a year (CAGR)")


def _real_notes(real: Real, *, exact: bool) -> Iterator[Note]:
    yield ("Real", f"in prices of {real.base_year}: {real.country}, {real.index}")
    yield ("Prices", f"retrieved {real.index_retrieved}, {real.index_origin}")
    money = f"the commitment is in money of {real.commitment_year}"
    yield ("Assumes", f"{money}; past spending is even within each period")
    if real.cagr is not None:
        yield ("Real growth", f"past spending {_growth(real.cagr)} a year (CAGR)")
    for c in real.converted or ():
        yield (f"Real in {c.currency}", _real_conversion(c, exact=exact))


def _real_conversion(c: RealConversion, *, exact: bool) -> str:
    shared = money_scale([c.total, c.prior_total], exact=exact)
    return f"{amount(c.total, shared)}, past total {amount(c.prior_total, shared)}"


def _filings(prior: Prior, *, exact: bool) -> list[Note]:
    """The document behind each figure that is known."""
    return [(period.label, _filing(period, exact=exact)) for period in prior.periods if period.filed]


def _filing(period: PriorPeriod, *, exact: bool) -> str:
    said = _document(period.form, period.accession, period.filed)
    if period.first_reported is None:
        return said
    shared = money_scale([period.first_reported, period.amount], exact=exact)
    first = _document(period.first_form, period.first_accession, period.first_filed)
    return f"{said}; first reported as {amount(period.first_reported, shared)} ({first})"


def _document(form: str | None, accession: str | None, filed: date | None) -> str:
    named = " ".join(part for part in (form, accession) if part)
    return f"{named}, filed {filed}" if named else f"filed {filed}"


def _bars(periods: Sequence[PriorPeriod], bar: str) -> list[str]:
    """Each period's spending a year as a bar: a longer period is not drawn larger for being longer."""
    sizes = [EXACT.divide(p.amount.value, Decimal((p.end - p.start).days + 1)) for p in periods]
    longest = max(sizes) or Decimal(1)
    return [bar * int(EXACT.divide(EXACT.multiply(size, Decimal(_BAR)), longest)) for size in sizes]


def _in(currency: str, commitment: Annualised) -> tuple[Money, Money]:
    """Total and average year in the past series' currency: their own, or converted to it."""
    for each in commitment.converted:
        if each.currency == currency:
            return each.total, each.annual_average
    return commitment.total, commitment.annual_average


def _growth(cagr: Decimal) -> str:
    return f"{'grew' if cagr >= 0 else 'fell'} by {percent(cagr.scaleb(2, DISPLAY).copy_abs())}"


def _signed(change: Decimal) -> str:
    return f"{'+' if change > 0 else ''}{percent(change.scaleb(2, DISPLAY))}"


def _window(window: Window) -> str:
    return f"{window.start} to {window.end}"
