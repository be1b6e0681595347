"""``compare`` for spreadsheets: one figure a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..sheet import Row, Rows, money_cells

if TYPE_CHECKING:
    from ...commands.annualise import Annualised
    from ...commands.compare import Comparison, Real
    from ...commands.prior import ConvertedPrior, PriorPeriod


def rows(result: Comparison) -> Rows:
    """The commitment, the past periods, what these add up to, and the ratios."""
    return Rows(["figure", "label", "start", "end", "value", "unit"], [_figures(result)])


def _figures(result: Comparison) -> Iterator[Row]:
    prior, ratios, window = result.prior, result.ratios, result.prior.window
    yield from _commitment(result.commitment)
    yield from _periods("prior_period", prior.periods)
    yield from _periods("later_period", prior.later)
    yield ("prior_total", "", window.start, window.end, *money_cells(prior.total))
    yield ("prior_mean", "", window.start, window.end, *money_cells(prior.mean))
    yield ("prior_last", prior.last_label, None, None, *money_cells(prior.last))
    yield ("prior_peak", prior.peak_label, None, None, *money_cells(prior.peak))
    yield ("total_to_prior_total", "", None, None, ratios.total_to_prior_total, "times")
    yield ("annual_to_mean", "", None, None, ratios.annual_to_mean, "times")
    yield ("annual_to_last", prior.last_label, None, None, ratios.annual_to_last, "times")
    yield ("annual_to_peak", prior.peak_label, None, None, ratios.annual_to_peak, "times")
    yield ("cagr", "", window.start, window.end, result.cagr, "a year")
    if result.overtakes:
        yield ("overtaken_in_month", result.overtakes.label, None, None, result.overtakes.month, "")
    for converted in prior.converted or ():
        yield from _converted(converted, result)
    if result.real:
        yield from _real(result.real)


def _commitment(now: Annualised) -> Iterator[Row]:
    yield ("commitment_total", "", now.start, now.end, *money_cells(now.total))
    yield ("commitment_annual_average", "", now.start, now.end, *money_cells(now.annual_average))
    for c in now.converted:
        yield ("commitment_total", "", now.start, now.end, *money_cells(c.total))
    for c in now.converted:
        yield ("commitment_annual_average", "", now.start, now.end, *money_cells(c.annual_average))


def _converted(c: ConvertedPrior, result: Comparison) -> Iterator[Row]:
    window = result.prior.window
    yield ("prior_total", "own rates", window.start, window.end, *money_cells(c.total))
    yield ("prior_total", "one rate", window.start, window.end, *money_cells(c.constant_currency))
    yield ("total_to_prior_total", c.currency, None, None, c.total_to_prior_total, "times")
    yield ("currency_effect", c.currency, None, None, c.currency_effect, "times")


def _real(real: Real) -> Iterator[Row]:
    prior, ratios, year = real.prior, real.ratios, f"prices of {real.base_year}"
    window = prior.window
    yield ("real_commitment_total", year, None, None, *money_cells(real.total))
    yield ("real_commitment_annual_average", year, None, None, *money_cells(real.annual_average))
    yield from _periods("real_prior_period", prior.periods)
    yield ("real_prior_total", year, window.start, window.end, *money_cells(prior.total))
    yield ("real_prior_mean", year, window.start, window.end, *money_cells(prior.mean))
    yield ("real_total_to_prior_total", year, None, None, ratios.total_to_prior_total, "times")
    yield ("real_annual_to_mean", year, None, None, ratios.annual_to_mean, "times")
    yield ("real_annual_to_last", year, None, None, ratios.annual_to_last, "times")
    yield ("real_annual_to_peak", year, None, None, ratios.annual_to_peak, "times")
    yield ("real_cagr", year, window.start, window.end, real.cagr, "a year")


def _periods(figure: str, periods: Iterable[PriorPeriod]) -> Iterator[Row]:
    return ((figure, p.label, p.start, p.end, *money_cells(p.amount)) for p in periods)
