"""Capital expenditure out of SEC EDGAR's companyfacts and companyconcept, one named rule for each trap.

Shape: https://www.sec.gov/search-filings/edgar-application-programming-interfaces
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ..errors import InputError, NotComparableError
from ..money.currencies import is_currency
from ..words import Template
from .edgar_tags import (
    SAME,
    TAGS,
    Annual,
    Fact,
    holes,
    in_use,
    joined_by,
    left_out,
    same_day,
    told_of_fragment,
    told_of_joined,
    whole_of,
)
from .spending import Report, SpendingPeriod, SpendingSeries
from .spending_series import spending_series

_ANNUAL_FORMS = ("10-K", "10-KT", "20-F", "40-F")
_YEAR = range(350, 381)  # days of a fiscal year, of 52 weeks or 53, with its first and last
_HINT: Template = (
    "see its filings at https://www.sec.gov/edgar/browse/, and write the figures into a CSV file"
)


def series_of(content: Any, where: str) -> SpendingSeries:
    """The issuer's annual capital expenditure, of the tag and in the currency it reports in by now.

    ``content`` is the parsed JSON, its numbers as text; ``where`` names it. Each period cites form and
    accession number, and keeps the first and the latest figure reported. Raises InputError (``not_edgar``)
    for another shape, NotComparableError: ``no_capex`` where no annual figure is tagged,
    ``negative_amount``, and what spending_series raises.
    """
    try:
        issuer = str(content.get("entityName") or f"CIK {content['cik']}")
        annual = _annual_facts(content)
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation) as fault:
        raise InputError(
            "not_edgar",
            "{where}: not the shape of EDGAR's companyfacts ({kind}: {reason})",
            where=where,
            kind=type(fault).__name__,
            reason=str(fault)[:60],
        ) from None
    if not annual:
        raise NotComparableError(
            "no_capex",
            "{where}: {issuer} has no annual capital expenditure under any of {count} usual tags",
            _HINT,
            where=where,
            issuer=issuer,
            count=len(TAGS),
        )
    usual, currency = in_use(annual)
    tag = whole_of(annual, usual, currency)
    joined = joined_by(annual, tag, currency)
    for fact in (fact for facts in joined.values() for fact in facts):
        if fact.report.amount < 0:
            raise NotComparableError(
                "negative_amount",
                "{where}: {tag} in {report} is negative, so no payment",
                _HINT,
                where=where,
                tag=tag,
                report=fact.report.accession,
            )
    periods = [_period(fact, name, tag, issuer) for name, facts in joined.items() for fact in facts]
    series = spending_series(currency, periods)
    notices = (
        *(told_of_fragment(usual, tag) if usual != tag else ()),
        *told_of_joined(joined, tag),
        *left_out(annual, series),
        *holes(annual, currency),
    )
    return replace(series, notices=(*notices, *series.notices))


def _annual_facts(content: Mapping[str, Any]) -> Annual:
    annual = {}
    for tag, units in _concepts(content):
        for unit, entries in units.items():
            # Units that are no money (shares, USD/shares, pure) are passed over.
            if is_currency(unit) and (facts := [_fact(entry) for entry in entries if _is_annual(entry)]):
                annual[tag, unit] = list(_aligned(facts))
    return annual


def _concepts(content: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each wanted tag with its units; companyconcept has the one it was asked for."""
    if "units" in content:
        yield str(content["tag"]), content["units"]
        return
    for taxonomy in content["facts"].values():
        yield from ((tag, taxonomy[tag]["units"]) for tag in TAGS if tag in taxonomy)


def _is_annual(entry: Mapping[str, Any]) -> bool:
    """By its days and its form: ``fy`` and ``fp`` tell of the filing, not of the figure in it."""
    if "start" not in entry or entry["form"].removesuffix("/A") not in _ANNUAL_FORMS:
        return False
    return (date.fromisoformat(entry["end"]) - date.fromisoformat(entry["start"])).days + 1 in _YEAR


def _fact(entry: Mapping[str, Any]) -> Fact:
    amount = Decimal(str(entry["val"]))
    if not amount.is_finite() or abs(amount.adjusted()) > 30:
        raise ValueError(f"val {entry['val']!r}")
    filed = date.fromisoformat(entry["filed"])
    report = Report(amount, filed, str(entry["form"]), str(entry["accn"]))
    return Fact(date.fromisoformat(entry["start"]), date.fromisoformat(entry["end"]), report)


def _aligned(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Facts of one fiscal year under the same two days, those of the latest filing."""
    years: list[Fact] = []
    for fact in sorted(facts, key=lambda fact: fact.report.filed, reverse=True):
        for year in years:
            if same_day(fact.start, year.start) and same_day(fact.end, year.end):
                yield replace(fact, start=year.start, end=year.end)
                break
        else:
            years.append(fact)
            yield fact


def _period(fact: Fact, tag: str, measure: str, issuer: str) -> SpendingPeriod:
    report = fact.report
    # A fiscal year of 52 weeks that ends in the first days of January is named after the year before.
    label = f"FY{(fact.end - SAME).year}"
    where = f"{report.form} {report.accession}"
    source = f"SEC EDGAR, {issuer}, {tag}"
    return SpendingPeriod(fact.start, fact.end, label, report.amount, source, where, measure, (report,))
