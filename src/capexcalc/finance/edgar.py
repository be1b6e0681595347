"""Capital expenditure out of SEC EDGAR's companyfacts and companyconcept, one named rule for each trap.

Shape: https://www.sec.gov/search-filings/edgar-application-programming-interfaces
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from ..errors import InputError, NotComparableError, Notice
from ..money.currencies import is_currency
from ..words import Template
from .spending import Report, SpendingPeriod, SpendingSeries, spending_series

# Payments for fixed assets, the usual tag first. Which of them an issuer uses differs, also over the years.
TAGS = (
    "PaymentsToAcquirePropertyPlantAndEquipment",
    "PaymentsToAcquireProductiveAssets",
    "PaymentsToAcquireOtherProductiveAssets",
    "PaymentsToAcquireOtherPropertyPlantAndEquipment",
    "PaymentsForCapitalImprovements",
    "PurchaseOfPropertyPlantAndEquipmentClassifiedAsInvestingActivities",  # IFRS
)
_ANNUAL_FORMS = ("10-K", "10-KT", "20-F", "40-F")
_YEAR = range(350, 381)  # days of a fiscal year, of 52 weeks or 53, with its first and last
# Days by which filings disagree on when one and the same fiscal year began or ended.
_SAME = timedelta(days=7)
_HINT: Template = (
    "see its filings at https://www.sec.gov/edgar/browse/, and write the figures into a CSV file"
)


@dataclass(frozen=True, slots=True)
class _Fact:
    start: date
    end: date
    report: Report


# The annual facts of each concept and currency.
_Annual = Mapping[tuple[str, str], Sequence[_Fact]]


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
    tag, currency = _in_use(annual)
    facts = annual[tag, currency]
    for fact in facts:
        if fact.report.amount < 0:
            raise NotComparableError(
                "negative_amount",
                "{where}: {tag} in {report} is negative, so no payment",
                _HINT,
                where=where,
                tag=tag,
                report=fact.report.accession,
            )
    series = spending_series(currency, [_period(fact, tag, issuer) for fact in _aligned(facts)])
    return replace(series, notices=(*_left_out(annual, series), *series.notices))


def _annual_facts(content: Mapping[str, Any]) -> _Annual:
    annual = {}
    for tag, units in _concepts(content):
        for unit, entries in units.items():
            # Units that are no money (shares, USD/shares, pure) are passed over.
            if is_currency(unit) and (facts := [_fact(entry) for entry in entries if _is_annual(entry)]):
                annual[tag, unit] = facts
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


def _fact(entry: Mapping[str, Any]) -> _Fact:
    amount = Decimal(str(entry["val"]))
    if not amount.is_finite() or abs(amount.adjusted()) > 30:
        raise ValueError(f"val {entry['val']!r}")
    filed = date.fromisoformat(entry["filed"])
    report = Report(amount, filed, str(entry["form"]), str(entry["accn"]))
    return _Fact(date.fromisoformat(entry["start"]), date.fromisoformat(entry["end"]), report)


def _in_use(annual: _Annual) -> tuple[str, str]:
    """The tag and the currency of the issuer's newest figure.

    Where several are as new: the more usual tag, the currency with more years, and then the one that is not
    the US dollar: foreign issuers translate figures into dollars at the closing rate, for convenience only.
    """

    def rank(key: tuple[str, str]) -> tuple[object, ...]:
        tag, currency = key
        newest = max(fact.end for fact in annual[key])
        usual = -TAGS.index(tag) if tag in TAGS else 0
        years = {(fact.start, fact.end) for fact in annual[key]}
        return newest, usual, len(years), currency != "USD", currency

    return max(annual, key=rank)


def _aligned(facts: Sequence[_Fact]) -> Iterator[_Fact]:
    """Facts of one fiscal year under the same two days, those of the latest filing."""
    years: list[_Fact] = []
    for fact in sorted(facts, key=lambda fact: fact.report.filed, reverse=True):
        for year in years:
            if abs(fact.start - year.start) <= _SAME and abs(fact.end - year.end) <= _SAME:
                yield replace(fact, start=year.start, end=year.end)
                break
        else:
            years.append(fact)
            yield fact


def _period(fact: _Fact, tag: str, issuer: str) -> SpendingPeriod:
    report = fact.report
    # A fiscal year of 52 weeks that ends in the first days of January is named after the year before.
    label = f"FY{(fact.end - _SAME).year}"
    where = f"{report.form} {report.accession}"
    source = f"SEC EDGAR, {issuer}, {tag}"
    return SpendingPeriod(fact.start, fact.end, label, report.amount, source, where, tag, (report,))


def _left_out(annual: _Annual, series: SpendingSeries) -> Iterator[Notice]:
    """The years that stand under other tags or in other currencies only: other definitions, not mixed in."""
    known = {period.end for period in series.periods}
    for (tag, currency), facts in annual.items():
        if missing := sorted({fact.end for fact in facts} - known):
            yield Notice(
                "other_definition",
                (
                    "{tag} in {currency} gives years that it alone has, {first} to {last}: not mixed "
                    "with {measure} in {series_currency}"
                ),
                tag=tag,
                currency=currency,
                first=missing[0],
                last=missing[-1],
                measure=series.measure,
                series_currency=series.currency,
            )
