"""Parts and their total: "6bn for A and 4bn for B, 10bn in all"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from itertools import pairwise
from operator import attrgetter

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount
from ..claim import Claim
from ..grammar.constructions import MOST, Match, matches
from ..grammar.marks import OF_ONE, Mark, in_one_currency
from ..grammar.sentence import SEMICOLONS, WAYS
from ..grammar.wording import Wording
from ..verdicts.evidence import Grounds
from ..verdicts.facts import Sum
from ..verdicts.finding import Finding, money, rounded, unrounded, words
from ..verdicts.verdict import judge, openly, spare, strictly
from ..verdicts.working import Added
from .balance import balance
from .counted_list import begins_with_total, told_by_number
from .kind import Kind
from .listed_sum import is_excluded, listed_sum
from .other_totals import is_interrupted, is_led, is_of_measure, is_open, is_tail, may_be_other
from .pairs import likely, told
from .parts_reach import adds_up, are_too_much, is_alike, is_exact, reach
from .rest_sum import rest_sum
from .told_total import told_total

_BEFORE = 3  # amounts
_MOVES = frozenset((*WAYS, "idle", "way", "moved"))
_LIST = 3  # parts, at least, of a list that is told to be all
_NEAR = Interval(Decimal("0.4"), Decimal(100))  # of a total to what its parts make, but for a slip


def find(wording: Wording) -> Iterator[Claim]:
    """Each total that a construction binds to the list of its parts, once; not a list so long that more of it
    may have gone before, unless it adds up. Where none does, a list that adds up without words is meant."""
    now = wording.now
    claims = filter(None, (_claim(now, match) for match in matches("sum", now)))
    found: dict[int, Claim] = {}
    for claim in sorted(claims, key=_rank, reverse=True):
        found.setdefault(claim.subject.start, claim)
    right = {
        part.start for each in found.values() if adds_up(each.subject, each.parts) for part in each.parts
    }
    found = {n: each for n, each in found.items() if _rank(each)[0] or right.isdisjoint(_starts(each))}
    if (listed := told_total(now)) is not None:
        found.setdefault(listed[0].start, _of(wording, *listed))
    if not right:
        listed = listed_sum(wording) or rest_sum(wording) or balance(wording)
        found |= {} if listed is None else {listed[0].start: _of(wording, *listed)}
    yield from (each for each in found.values() if len(each.parts) < MOST or all(_rank(each)))


def _starts(claim: Claim) -> Iterator[int]:
    return (part.start for part in claim.parts)


def _of(wording: Wording, total: Amount, *parts: Amount) -> Claim:
    return replace(told(wording, "sum", total, *parts), object=None, parts=parts)


def _claim(wording: Wording, match: Match) -> Claim | None:
    total, addends = match.first("IN_ALL", "TOTAL"), match.all("ADDEND")
    if total is not None and not addends:
        return _of_sentences_before(wording, match, total)
    if total is None:
        totals = [mark for mark in wording.taken_up() if not _is_named_again(wording, mark)]
        claims = [claim for mark in totals if (claim := _listed(wording, match, mark, addends)) is not None]
        exact = next((claim for claim in claims if is_exact(claim.subject, claim.parts)), None)
        sure = [claim for claim in claims if _is_sure(wording, match, claim)]
        alone = len({claim.subject.value for claim in claims}) == 1
        return exact or (sure[0] if sure and alone else None)
    return _listed(wording, match, total, addends)


def _is_named_again(wording: Wording, total: Mark) -> bool:
    """Whether a sentence names the sum again that it may tell the parts of: that is one of those, then."""
    named, whole = (mark.figure for mark in wording.marks), total.figure
    return isinstance(whole, Amount) and any(
        isinstance(each, Amount) and each.is_same_money(whole) for each in named
    )


def _is_sure(wording: Wording, match: Match, claim: Claim) -> bool:
    """Whether parts that do not add up are those of the sum of an earlier sentence: they are told to be
    all of what the text is about."""
    others = [each for each in (*wording.earlier, *wording.sentence.amounts) if each not in claim.parts]
    if any(each.currency == claim.subject.currency and adds_up(each, claim.parts) for each in others):
        return False
    parted = wording.sentence.between(("consists", "split"), match.start, match.end)
    parted = parted or are_too_much(wording, claim.subject, claim.parts)
    return parted and is_alike(claim.subject, claim.parts) and wording.is_first(claim.subject)


def _listed(wording: Wording, match: Match, total: Mark, addends: Sequence[Mark]) -> Claim | None:
    """A list of parts as one of a total."""
    if wording.leaves_out:
        addends = [each for each in addends if not is_excluded(wording, each)]
    if not addends or _lists_no_parts(wording, total, addends) or _is_row(wording, addends):
        return None
    pairs = [in_one_currency(total, part) for part in addends]
    if any(pair is None for pair in pairs):
        return None
    found = [pair for pair in pairs if pair is not None]
    units = [mark.names & OF_ONE for mark in (total, *addends)]
    if any(pair[0] is not found[0][0] for pair in found) or any(each != units[0] for each in units):
        return None
    parts = tuple(part for _, part in found)
    apart = is_led(wording, addends[-1]) and is_led(wording, total)  # "loans total 2bn, deposits total 3bn"
    if (apart or is_of_measure(wording, total)) and not adds_up(found[0][0], parts):
        return None
    if any(part.value >= found[0][0].value for part in parts):
        return None  # "it rose 6bn to 10bn, 4bn in all"
    if total.start > addends[0].start:
        parts = _with_those_before(wording, total, parts)
        counted = told_by_number(wording, total, found[0][0], parts)
        if counted is not None:
            return _of(wording, found[0][0], *counted)
    if len(parts) < 2 or _are_prices(found[0][0], parts):
        return None
    listed = ("consists|part_of", "consists|split|part_of", "consists")
    said = match.first("this|spending|total")
    few = len(parts) < 3 and match.first(*listed) is None and not (said and "total" in said.names)
    loose = match.construction.loose and not are_too_much(wording, found[0][0], parts)
    if loose and (few or not is_exact(found[0][0], parts)):
        return None
    earlier = any("earlier" in each.names for each in addends)  # up from that; or "from the EU 2bn"
    reached = "later" in total.names and any(mark.names & _MOVES for mark in wording.marks)  # "to 61bn"
    interrupted = is_interrupted(wording, total, addends[-1])
    totals = all("sum" in each.names for each in addends)  # "2bn in total pay, 3bn in total sales"
    other = may_be_other(wording, total, addends, parts)
    other = other or wording.sentence.between(("ranked",), total.end, addends[-1].start)  # "followed by 2bn"
    other = other or is_tail(wording, total, parts)
    if (earlier or reached or interrupted or totals or other) and not adds_up(found[0][0], parts):
        return None
    if is_open(wording, match.start, total, addends[-1]) and strictly(found[0][0]).low > reach(parts).high:
        return None
    return _of(wording, found[0][0], *parts)


def _of_sentences_before(wording: Wording, match: Match, total: Mark) -> Claim | None:
    """A total that stands in a sentence of its own after that of its parts: only where all the money of that
    adds up to it, to the figure, or the words say that it is of those and of nothing else."""
    whole, parts = total.figure, wording.listed
    many = len(parts) >= _LIST  # "Its 64m in all, or 16m a year"
    if not isinstance(whole, Amount) or "prior" in total.names or len(parts) < 2:
        return None
    if not (wording.names_one_sum or many):
        return None
    alike = all(part.currency == whole.currency for part in parts)
    if not alike or total.names & OF_ONE:
        return None
    alone = not match.construction.loose or (
        begins_with_total(wording, total) and (wording.numbers_list or _is_called(wording, total))
    )
    told = alone and wording.names_one_sum and _is_of_all(wording, whole, parts)
    return _of(wording, whole, *parts) if told or is_exact(whole, parts) else None


def _is_called(wording: Wording, total: Mark) -> bool:
    """Whether words between "in all" and a total name the sum spoken of: "In all, the package comes to"."""
    return wording.sentence.between(("this", "the_sum", "outlay"), wording.sentence.start, total.start)


def _is_of_all(wording: Wording, whole: Amount, parts: Sequence[Amount]) -> bool:
    """Whether a total that the parts miss can be one of nothing else: the list is long, closed, and has no
    whole of its own, and neither some of its parts nor one more sum of before make that total."""
    if len(parts) < _LIST or wording.goes_beyond or not is_alike(whole, parts):
        return False
    most, bounds = max(part.value for part in parts), {each.bound for each in (whole, *parts)}
    own = any(adds_up(each, [part for part in parts if part is not each]) for each in parts)
    own = own and not (wording.numbers_list or "adds_up" in wording.said_of)
    if own or most >= whole.value or bounds != {"exact"}:
        return False
    others = [each for each in wording.earlier if each not in parts and each.currency == whole.currency]
    with_more = any(adds_up(whole, (*parts, each)) for each in others)
    return not (with_more or any(adds_up(whole, [p for p in parts if p is not each]) for each in parts))


def _is_row(wording: Wording, addends: Sequence[Mark]) -> bool:
    """Whether nothing parts two amounts, as in a table: "road tax 4.5m 4.5m in all 478m 474m"."""
    gaps = (wording.sentence.text[one.end : other.start] for one, other in pairwise(addends))
    return any(not gap.strip() for gap in gaps)


def _lists_no_parts(wording: Wording, total: Mark, addends: Sequence[Mark]) -> bool:
    """Whether amounts are no parts of a total, or it is one end of a range: the two ends of "between 11,000
    and 95,000" or "from 11,000 to 95,000", or what a semicolon parts from it: "a 350bn plan for schools;
    275bn for roads and 30bn for mines"."""
    bounds = [each.figure.bound for each in (total, *addends) if isinstance(each.figure, Amount)]
    ends = "range_low" in bounds or bounds[0] == "range_high"
    ends = ends or any("left" in one.names and "later" in other.names for one, other in pairwise(addends))
    gap = wording.sentence.text[total.end : max(total.end, addends[0].start)]
    return ends or not SEMICOLONS.isdisjoint(gap)


def _with_those_before(wording: Wording, total: Mark, parts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Parts that do not add up, with those before that something stands between, if they do so then: "6bn for
    buses (40% of it), 5bn for trams and 4bn for trains, 15bn in all"."""
    before = [mark for mark in wording.marks if mark.start < parts[0].start and "given" in mark.names]
    before = [mark for mark in before if mark.names.isdisjoint(OF_ONE)]
    more = parts
    for mark in reversed(before[-_BEFORE:]):
        pair = in_one_currency(total, mark)
        if pair is None or adds_up(pair[0], more):
            break
        more = (pair[1], *more)
        if adds_up(pair[0], more):
            return more
    if before:
        return parts  # some of a list add up with no sum of another sentence
    return next(_with_those_of_others(wording, in_one_currency(total, total), parts), parts)


def _with_those_of_others(
    wording: Wording, total: tuple[Amount, Amount] | None, parts: tuple[Amount, ...]
) -> Iterator[tuple[Amount, ...]]:
    """Parts that add up with one of the sentences before, or with the last few of those: "It pays 10m in
    bonuses. Another 6m goes into training and 4m into safety, 20m in all"."""
    if total is None or adds_up(total[0], parts):
        return
    known = sorted(wording.earlier, key=attrgetter("start"))
    before = [each for each in known if each.currency == total[0].currency]
    for n in range(len(before) - 1, max(-1, len(before) - 1 - MOST), -1):
        for more in (before[n : n + 1], before[n:]):
            swamped = any(part.unit > reach(parts).high for part in more)  # "4m" with prices of 40 and 41
            if adds_up(total[0], (*more, *parts)) and not (swamped or is_exact(total[0], more)):
                yield (*more, *parts)  # not 20,000 with the 6m of "6m in all"


def _are_prices(total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether a total is so many times what its parts make that these are prices of one of many, and no word
    of a number, as "million", can have been mistaken: "at 40.25 and 41.10, 122,000 in all"."""
    ratio = strictly(total).over(reach(parts))
    return not (ratio.meets(_NEAR) or (likely(ratio) and total.unit > 1))


def _rank(claim: Claim) -> tuple[bool, int]:
    """Of two lists of parts, the one that adds up is meant, else the longer."""
    return adds_up(claim.subject, claim.parts), len(claim.parts)


def judge_sum(claim: Claim, grounds: Grounds) -> Finding:
    """What the parts add up to, their rounding with them, against the total stated."""
    stated = claim.subject
    computed, band = reduce(EXACT.add, (part.value for part in claim.parts)), reach(claim.parts)
    found = judge(stated, computed, grounds.tolerance, band)
    if (ends := openly(*claim.parts)) is not None:
        found = spare(found, reduce(Interval.plus, ends))
    rounding = found.verdict == "supported" and not strictly(stated).meets(Interval(computed, computed))
    parts, total = tuple(map(money, claim.parts)), unrounded(computed, stated.currency)
    return Finding(
        found.verdict,
        Sum(parts, total, rounding, words(stated.text)),
        money(stated),
        rounded(computed, stated.currency),
        found.interval,
        found.deviation_percent,
        steps=(Added(parts, total),),
        band=band,
    )


KIND = Kind("sum", find, judge_sum)
