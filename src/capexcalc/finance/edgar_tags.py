"""The tags under which issuers give their capital expenditure, and what one is worth beside another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from ..errors import Notice
from ..records import dataclass
from .spending import Report, SpendingSeries

# Payments for fixed assets, the usual tag first. Which of them an issuer uses differs, also over the years.
TAGS = (
    "PaymentsToAcquirePropertyPlantAndEquipment",
    "PaymentsToAcquireProductiveAssets",
    "PaymentsToAcquireOtherProductiveAssets",
    "PaymentsToAcquireOtherPropertyPlantAndEquipment",
    "PaymentsForCapitalImprovements",
    "PaymentsToAcquireOilAndGasPropertyAndEquipment",
    "PaymentsToExploreAndDevelopOilAndGasProperties",
    "PaymentsToAcquireOilAndGasProperty",
    "PaymentsToAcquireAndDevelopRealEstate",
    "PaymentsToAcquireCommercialRealEstate",
    "PaymentsToAcquireRealEstate",
    "PaymentsToDevelopRealEstateAssets",
    # IFRS, of which the second counts intangible assets and investment property as well
    "PurchaseOfPropertyPlantAndEquipmentClassifiedAsInvestingActivities",
    "PurchaseOfPropertyPlantAndEquipmentIntangibleAssetsOtherThanGoodwillInvestmentPropertyAndOtherNoncurrentAssets",
    "PurchaseOfInvestmentProperty",
    "PurchaseOfOtherLongtermAssetsClassifiedAsInvestingActivities",
)
# A tag is a part of an issuer's spending where another has so many times as much in every year of both.
_FRAGMENT = 3
# Days by which filings disagree on when one and the same fiscal year began or ended.
SAME = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Fact:
    """What one report says was paid from ``start`` to ``end``."""

    start: date
    end: date
    report: Report


# The annual facts of each concept and currency.
Annual = Mapping[tuple[str, str], Sequence[Fact]]


def in_use(annual: Annual) -> tuple[str, str]:
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


def whole_of(annual: Annual, usual: str, currency: str) -> str:
    """``usual``, or the tag of which it is plainly a part: a builder's equipment beside its buildings."""
    newest = max(_by_year(annual[usual, currency]))
    found = usual
    for (tag, unit), facts in annual.items():
        both = _both(annual[found, currency], facts)
        large = all(0 <= ours.report.amount * _FRAGMENT <= theirs.report.amount for ours, theirs in both)
        if unit == currency and both and large and same_day(max(_by_year(facts)), newest):
            found = tag
    return found


def joined_by(annual: Annual, tag: str, currency: str) -> dict[str, list[Fact]]:
    """The facts of ``tag``, and by other tags of years it lacks, where these agree in every year of both."""
    joined = {tag: list(annual[tag, currency])}
    for other in (other for other, unit in annual if unit == currency and other != tag):
        known = [fact for facts in joined.values() for fact in facts]
        facts = annual[other, currency]
        both = _both(known, facts)
        if both and all(ours.report.amount == theirs.report.amount != 0 for ours, theirs in both):
            ends = _by_year(known)
            if more := [fact for fact in facts if not any(_meets(fact, end) for end in ends)]:
                joined[other] = more
    return joined


def same_day(one: date, other: date) -> bool:
    """Whether filings may mean one and the same day by the two."""
    return abs(one - other) <= SAME


def told_of_fragment(part: str, whole: str) -> Iterator[Notice]:
    """Which tag is not called capital expenditure, and beside what."""
    yield Notice(
        "fragment",
        "{part} is a third of {whole} at most in every year of both: a part of the spending, left out",
        part=part,
        whole=whole,
    )


def told_of_joined(joined: Mapping[str, Sequence[Fact]], tag: str) -> Iterator[Notice]:
    """Which years come by which other tag."""
    for other, facts in joined.items():
        if other != tag:
            ends = sorted(fact.end for fact in facts)
            yield Notice(
                "joined_tags",
                "the years that end from {first} to {last} are by {other}, which agrees with {tag} in every "
                "year of both",
                first=ends[0],
                last=ends[-1],
                other=other,
                tag=tag,
            )


def holes(annual: Annual, currency: str) -> Iterator[Notice]:
    """The years between two others that no tag has in the currency of the series."""
    facts = [fact for (_, unit), facts in annual.items() if unit == currency for fact in facts]
    years = sorted({(fact.start, fact.end) for fact in facts}, key=lambda year: year[1])
    for (_, before), (after, _) in pairwise(years):
        if (after - before).days > SAME.days + 1:
            yield Notice(
                "missing_years",
                "no usual tag has a figure in {currency} for {first} to {last}",
                currency=currency,
                first=before + timedelta(days=1),
                last=after - timedelta(days=1),
            )


def left_out(annual: Annual, series: SpendingSeries) -> Iterator[Notice]:
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


def _both(ours: Sequence[Fact], theirs: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """The latest figures of each year that both have."""
    left, right = _by_year(ours), _by_year(theirs)
    return [(left[one], right[other]) for one in left for other in right if same_day(one, other)]


def _meets(fact: Fact, end: date) -> bool:
    """Whether the year that ends on ``end`` is the fact's, or ends within it."""
    return fact.start <= end and end - SAME <= fact.end


def _by_year(facts: Sequence[Fact]) -> dict[date, Fact]:
    """The latest report of each year, by its last day."""
    return {fact.end: fact for fact in sorted(facts, key=lambda fact: fact.report.filed)}
