"""Where a sentence tells a year's money of another time, or of another thing, than the total beside it."""

from __future__ import annotations

from decimal import Decimal
from itertools import takewhile

from ...money.interval import Interval
from ...money.money import EXACT
from ...patterns import regex
from ...reading.mentions import Amount, PeriodMention
from ..claim import YEAR, Claim, length
from ..grammar.constructions import Match
from ..grammar.marks import UNITS, Mark
from ..grammar.sentence import Sentence
from ..grammar.wording import Wording
from .pairs import ONE, Ratio, likely

_AHEAD = 3  # marks from a year's money to the span it is paid for: "a year for two years"
_NEAR = 40  # characters
_FINANCIAL_YEAR = regex(r"20\d\d\s?[/–-]\s?\d\d(?!\d)")
_MOST = 12  # marks before a total, among which other money of the same unit is looked for


def is_of_other_time(wording: Wording, claim: Claim) -> bool:
    """Whether a sum and a year's money in a later sentence are each the most there may be, as two estimates
    are: "It could save as much as 55bn in ten years. Others could save up to 5bn a year"."""
    total, share = claim.subject, claim.object
    bounds = {total.bound, share.bound if share is not None else None}
    return bounds == {"at_most"} and total.end <= wording.sentence.start


def is_paid_for_less(wording: Wording, match: Match, share: Mark) -> bool:
    """Whether a span of its own follows a year's money, and that of its total stands elsewhere: "14.5m over
    five years (3.5m a year for two years and 2.5m a year for three)"."""
    of_total = match.first("SPAN")
    if of_total is None or not isinstance(of_total.figure, PeriodMention):
        return False
    beside = takewhile(lambda mark: not (mark.stops or mark.words), wording.following(share.end, _AHEAD))
    own = next((mark.figure for mark in beside if isinstance(mark.figure, PeriodMention)), None)
    return own is not None and length(own) != length(of_total.figure)


def is_alternative(wording: Wording, match: Match, total: Mark, share: Mark) -> bool:
    """Whether "or" leads up to words that name a year's money, and other money of that unit stands before the
    total: "a premium of $8 a month with a deductible of $2,000, or a premium of $79 a month"."""
    link = match.first("or|equivalence")
    if link is None or "or" not in link.names or not total.end <= link.start < share.start:
        return False
    between = (*wording.beginning(link.end, share.start), share)
    units = share.names & UNITS
    before = wording.preceding(total.start, _MOST)
    return any(mark.words for mark in between) and any(
        "amount" in mark.names and mark.names & UNITS == units for mark in before
    )


def is_other_share(wording: Wording, total: Mark, share: Mark, ratio: Interval | None) -> bool:
    """Whether "or" leads from a month's money to a sum that can hardly be that of all months, and is another
    month's: "1,500 a month for 24 months, or 1,900 if the child is disabled"."""
    one, other = share.figure, total.figure
    if ratio is None or likely(ratio) or not (isinstance(one, Amount) and isinstance(other, Amount)):
        return False
    return wording.sentence.between(("or",), one.end, other.start) and one.currency == other.currency


def is_financial_year(period: PeriodMention) -> bool:
    """Whether what looks like two years is one that a budget is for: "2024/25"."""
    return _FINANCIAL_YEAR.search(period.text) is not None


def is_of_best_time(wording: Wording, match: Match) -> bool:
    """Whether a span is one in which nothing else was so low: "rates are the lowest for 30 years, with
    savings on a loan of 100,000 at 330 a month"."""
    span = match.first("SPAN")
    return span is not None and is_told_of_best(wording.sentence, span.start)


def is_told_of_best(sentence: Sentence, at: int) -> bool:
    """Whether words for the highest or lowest of a time stand right before one that begins at an offset."""
    best = sentence.last(("unmatched",), max(sentence.start, at - _NEAR), at)
    return best is not None and not sentence.words(best.end, at)


def may_touch_more_years(claim: Claim, ratio_of: Ratio) -> bool:
    """Whether a total that misses its span is right for the years which that touches: "600 a year, or 1,200
    over the next 18 months"."""
    months, ratio = claim.months, ratio_of(claim)
    if claim.unit not in (None, "year") or not months or months % YEAR == 0 or ratio is None:
        return False
    years = EXACT.divide(Decimal(months), Decimal(YEAR * (months // YEAR + 1)))
    return not ratio.meets(ONE) and ratio.times(years).meets(Interval(*ONE))
