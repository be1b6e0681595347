"""``compare``: the ratios first, then the past periods they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from ...finance.commitment import year_counted
from ...finance.price_index import index_title
from ...money.formatting import day, fixed
from ...money.money import EXACT
from ...words import in_words, labels
from ..commitment import commitment_line, commitment_notes
from ..figures import alone, amount, hundredfold, in_columns, money_scale, signed
from ..page import Note, Notes, Page
from ..prior_chart import prior_chart
from ..prior_notes import growth_note, series_notes, source_notes
from ..rate_notes import rate_notes
from ..sheet import Sheet
from ..wording.labels import RETRIEVED
from .compare_rows import rows as rows

if TYPE_CHECKING:
    from ...commands.annualise import Annualised
    from ...commands.compare import Comparison, Real
    from ...commands.prior import ConvertedPrior, Prior
    from ...finance.comparison import Ratios
    from ...money.money import Money
    from ..answer import Style


def pages(result: Comparison, style: Style) -> Iterable[Page]:
    exact = style.exact
    yield Page(
        [
            commitment_line(result.commitment, exact=exact),
            _nominal_ratios(result, exact=exact),
            *([_real_ratios(result.real, exact=exact)] if result.real else ()),
            _past(result, exact=exact),
            prior_chart(result.prior.periods, _in(result.prior.currency, result.commitment)[1]),
            Notes([*_notes(result, exact=exact)]),
        ]
    )


def _nominal_ratios(result: Comparison, *, exact: bool) -> Sheet:
    """The commitment beside each measure of past spending that is known, in the past series' currency."""
    total, average = _in(result.prior.currency, result.commitment)
    return _ratios(result.prior.currency, total, average, result.prior, result.ratios, exact=exact)


def _real_ratios(real: Real, *, exact: bool) -> Sheet:
    """The same in the prices of one year."""
    title = in_words("{currency} of {year}", currency=real.prior.currency, year=real.base_year)
    return _ratios(title, real.total, real.annual_average, real.prior, real.ratios, exact=exact)


def _ratios(title: str, total: Money, average: Money, prior: Prior, found: Ratios, *, exact: bool) -> Sheet:
    shared = money_scale([total, average, prior.total, prior.mean, prior.last, prior.peak], exact=exact)
    measures = (
        (in_words("Total, to past total"), total, prior.total, found.total_to_prior_total),
        (in_words("A year, to past mean"), average, prior.mean, found.annual_to_mean),
        (
            in_words("A year, to last ({year})", year=prior.last_label),
            average,
            prior.last,
            found.annual_to_last,
        ),
        (
            in_words("A year, to peak ({year})", year=prior.peak_label),
            average,
            prior.peak,
            found.annual_to_peak,
        ),
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
    return Sheet((title, *labels("Commitment", "Past", "Times")), "lrrr", rows)


def _past(result: Comparison, *, exact: bool) -> Sheet:
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
        header.append(in_words("{currency} of {year}", currency=prior.currency, year=real.base_year))
    *periods, total, mean = in_columns([*rows, totals, means], exact=exact)
    return Sheet(
        (*labels("Period", "From", "To"), *header),
        "lll" + "r" * len(header),
        [(p.label, day(p.start), day(p.end), *each) for p, each in zip(prior.periods, periods, strict=True)],
        [
            (in_words("Total"), day(prior.window.start), day(prior.window.end), *total),
            (in_words("Mean"), "", "", *mean),
        ],
    )


def _notes(result: Comparison, *, exact: bool) -> Iterator[Note]:
    """The window of past spending, its growth, its sources, and the commitment in other currencies."""
    prior = result.prior
    yield from series_notes(prior, result.cagr)
    if result.overtakes:
        year, month = result.overtakes.label, result.overtakes.month
        counted = year_counted(year)
        said = (
            in_words(
                "all of the past window in year {n}, month {month} of the commitment", n=counted, month=month
            )
            if counted
            else in_words(
                "all of the past window in {year}, month {month} of the commitment", year=year, month=month
            )
        )
        yield Note(in_words("Overtakes"), said)
    for c in result.commitment.converted:
        shared = money_scale([c.total, c.annual_average], exact=exact)
        said = in_words(
            "{total}, {average} a year",
            total=amount(c.total, shared),
            average=amount(c.annual_average, shared),
        )
        yield Note(in_words("In {currency}", currency=c.currency), said)
    for converted in prior.converted or ():
        yield from _currency_notes(converted, exact=exact)
    if result.real:
        yield from _real_notes(result.real, exact=exact)
    for late in prior.later:
        said = in_words(
            "{year} ({amount}) ends after the date: not counted",
            year=late.label,
            amount=alone(late.amount, exact=exact),
        )
        yield Note(in_words("Too late"), said)
    yield from source_notes(prior, exact=exact)
    yield from commitment_notes(result.commitment)
    quotes = [c.quote for period in prior.periods for c in period.converted or ()]
    quotes += [c.quote for c in (result.real and result.real.converted) or ()]
    yield from rate_notes(quotes)


def _currency_notes(converted: ConvertedPrior, *, exact: bool) -> Iterator[Note]:
    """What the exchange rate did to the past figures, apart from what was spent."""
    shared = money_scale([converted.total, converted.constant_currency], exact=exact)
    times = fixed(converted.total_to_prior_total, 2)
    effect = signed(hundredfold(EXACT.subtract(converted.currency_effect, Decimal(1))))
    said = in_words(
        "{total} at each period's own rate ({times} times); "
        "{constant} at the commitment's: currency effect {effect}",
        total=amount(converted.total, shared),
        times=times,
        constant=amount(converted.constant_currency, shared),
        effect=effect,
    )
    yield Note(in_words("Past in {currency}", currency=converted.currency), said)
    if converted.cagr is not None:
        yield growth_note(in_words("Growth in {currency}", currency=converted.currency), converted.cagr)


def _real_notes(real: Real, *, exact: bool) -> Iterator[Note]:
    prices = in_words(
        "in prices of {year}: {country}, {index}",
        year=real.base_year,
        country=real.country,
        index=index_title(real.index),
    )
    yield Note(in_words("Real"), prices)
    yield Note(in_words("Prices"), in_words(RETRIEVED[real.index_origin], day=real.index_retrieved))
    assumed = in_words(
        "the commitment is in money of {year}; past spending is even within each period",
        year=real.commitment_year,
    )
    yield Note(in_words("Assumes"), assumed)
    if real.cagr is not None:
        yield growth_note(in_words("Real growth"), real.cagr)
    for c in real.converted or ():
        shared = money_scale([c.total, c.prior_total], exact=exact)
        said = in_words(
            "{total}, past total {prior}", total=amount(c.total, shared), prior=amount(c.prior_total, shared)
        )
        yield Note(in_words("Real in {currency}", currency=c.currency), said)


def _in(currency: str, commitment: Annualised) -> tuple[Money, Money]:
    """Total and average year in the past series' currency: their own, or converted to it."""
    for each in commitment.converted:
        if each.currency == currency:
            return each.total, each.annual_average
    return commitment.total, commitment.annual_average
