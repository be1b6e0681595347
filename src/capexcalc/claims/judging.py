"""Claims to verdicts: what the rates and the past spending say of what a text says."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from ..errors import CapexcalcError, NoRateError, NotComparableError
from ..money.money import EXACT, Money
from ..patterns import regex
from ..reading.mentions import Amount, Reading
from ..reading.written_amount import IMPLIED, TWO_SIGNS
from .claim import Claim
from .extract import extract
from .kinds import KINDS
from .kinds.rate import as_it_fits
from .kinds.too_wide import fits_by_width
from .verdicts.alike import is_out, without_alike
from .verdicts.checked_claim import CheckedClaim
from .verdicts.evidence import Grounds
from .verdicts.facts import EquivalenceAtRate
from .verdicts.finding import Finding, money, words
from .verdicts.missing import MissingPast, MissingRate
from .verdicts.official import spared
from .verdicts.other_dollars import open_to_other_dollars
from .verdicts.undated import before_the_record
from .verdicts.verdict import Verdict

_OPENING, _CLOSING = frozenset("(（"), frozenset(")）")
_KINDEST: tuple[Verdict, ...] = ("supported", "close", "not_enough_info", "refuted")
_FAR, _FAR_WORTH, _FAR_ABROAD = Decimal(50), Decimal(500), Decimal(5)  # times as much
_OFF = Decimal(-33), Decimal(50)  # percent that a rate of another day may be off
_TO_COME = Decimal(-80), Decimal(400)  # and one that is told to be none of the day
_FUND, _OWN_DAY = "XDR", Decimal(5)  # percent
_MORE = Decimal(25)  # percent that "more than" a round sum may be more
_CAPPED = Decimal(-50), Decimal(100)  # percent that a bound may lie from what it bounds
_TWICE, _SLIP = Decimal(2), Decimal("0.02")  # of a rate to the market's, and of one to a power of ten of it
_NEAR = Decimal("0.05")  # to a power of ten
_MINUS = "-\N{MINUS SIGN}"
_MILLS, _MILLIARD = frozenset(("TND",)), 10**9  # in whose land large sums are told in thousandths of it
# A sum told to the million by six digits, whose point of thousands may be meant for one of decimals.
_PARTED = regex(r"\D{0,4}\d{1,3}[.,]\d\d[1-9]\s?[^\W\d]{2}")
_JUDGES = {kind.name: kind.judge for kind in KINDS}


def check_claims(
    text: str, reading: Reading, grounds: Grounds
) -> tuple[tuple[CheckedClaim, ...], tuple[Amount, ...]]:
    """Every claim in a text with its verdict, in text order, and the amounts as they were read for that.

    Rates that the text states are judged first: those that hold are rates its conversions may be made at.
    """
    counts = Counter(a.currency for a in reading.amounts)
    grounds = replace(grounds, named=tuple(code for code, _ in counts.most_common()))
    day = None if grounds.assumed else grounds.as_of
    claims = [as_it_fits(claim, grounds) for claim in extract(text, reading, day) if not _unread(claim)]
    told = {claim.subject.id: claim for claim in claims if claim.rate is not None}
    found = {id(claim): _judge(claim, grounds) for claim in claims if claim.rate is not None}
    doubtful = ("refuted",) if grounds.assumed else ("refuted", "not_enough_info")
    wrong = {key for key, claim in told.items() if found[id(claim)].verdict in doubtful}
    rates = (told[rate.id].rate or rate if rate.id in told else rate for rate in reading.rates)
    grounds = replace(grounds, rates=tuple(rate for rate in rates if rate.id not in wrong))
    claims = open_to_other_dollars(claims, reading.amounts, grounds)
    lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))] if claims else []
    checked: list[CheckedClaim] = []
    judged: list[tuple[Claim, Finding]] = []
    otherwise: dict[str, Amount] = {}
    for claim in claims:
        if id(claim) in found:
            finding = found[id(claim)]
        else:
            claim, finding = _best(claim, grounds)
            if grounds.assumed and claim.kind == "equivalence" and finding.verdict == "refuted":
                unknown = before_the_record(text, claim, grounds.book)
                finding = finding if unknown is None else _without(unknown, claim)
        if _is_of_other_money(claim, finding) or _proves_nothing(claim, finding):
            continue
        if not fits_by_width(claim, finding):
            judged.append((claim, finding))
    for claim, finding in without_alike(list(_not_told_otherwise(judged))):
        for amount in (*finding.read, *_reread_in(claim)):
            otherwise.setdefault(amount.id, amount)
        sentence, said = words(text[slice(*claim.sentence)]), words(_closed(text, claim.start, claim.end))
        line = bisect_right(lines, claim.start)
        column = claim.start - lines[line - 1] + 1
        checked.append(CheckedClaim(f"c{len(checked) + 1}", sentence, said, line, column, claim, finding))
    amounts = tuple(otherwise.get(amount.id, amount) for amount in reading.amounts)
    return tuple(checked), amounts


def _not_told_otherwise(judged: Sequence[tuple[Claim, Finding]]) -> Iterator[tuple[Claim, Finding]]:
    """All that was judged, but no conversion that fails of two figures that go together otherwise: "1m yuan a
    year for four years, about $572,000"."""
    right = {_figures_of(claim) for claim, finding in judged if finding.verdict == "supported"}
    for claim, finding in judged:
        fails = claim.kind == "equivalence" and finding.verdict == "refuted"
        if not (fails and _figures_of(claim) in right):
            yield claim, finding


def _figures_of(claim: Claim) -> frozenset[int]:
    return frozenset(each.start for each in (claim.subject, claim.object) if each is not None)


def _is_of_other_money(claim: Claim, finding: Finding) -> bool:
    """Whether what a sentence gives for an earlier one's money, by the year, or as a worth, is so far off,
    with no slip and no power of ten between them, that it must be another sum's: "The fund gave 10m zloty.
    Converted, they get it for 5,000 hryvnias", "a share bought at 75 cents, worth more than $4,000"."""
    stated, computed = finding.stated, finding.computed
    told, of = claim.object, claim.subject
    earlier = claim.kind == "annual_amount" and of.end <= claim.sentence[0]
    earlier = earlier or (claim.kind == "annual_amount" and told is not None and told.currency != of.currency)
    assumed = claim.kind == "equivalence" and claim.assumed
    if not (earlier or assumed or claim.worth) or finding.verdict != "refuted" or finding.hint:
        return False
    if not isinstance(stated, Money) or not isinstance(computed, Money) or not computed.value:
        return False
    far = _FAR if earlier or assumed else _FAR_WORTH
    if earlier and told is not None and told.currency != of.currency and of.end <= claim.sentence[0]:
        far = _FAR_ABROAD  # what is told in other money, in another sentence, is another thing's
    return is_out(EXACT.divide(stated.value, computed.value), far, _NEAR)


def _proves_nothing(claim: Claim, finding: Finding) -> bool:
    """Whether a claim does not fit whose words leave open that it is none, and a rate not by a factor, or not
    whose money; or one "at the rate of then", if nothing says when that was."""
    if finding.verdict != "refuted":
        return False
    if claim.kind == "rate" and claim.loose:
        low, high = _TO_COME if claim.at == "then" else _OFF
        return isinstance(finding.deviation_percent, Decimal) and low < finding.deviation_percent < high
    if claim.rate is not None and (claim.rate.abroad or (claim.rate.open and _is_far(finding))):
        return True
    if claim.kind == "equivalence" and ((claim.capped and _is_within(claim, finding)) or _is_of_any(claim)):
        return True
    if claim.kind == "equivalence" and (_is_of_fund(claim, finding) or _is_of_exact(claim, finding)):
        return True
    facts = finding.facts
    undated = isinstance(facts, EquivalenceAtRate) and facts.period is None and facts.told is None
    return claim.loose or (claim.at == "then" and undated)


def _is_of_any(claim: Claim) -> bool:
    """Whether a bare dollar sign is of any of many moneys, since dollars are told apart from it: "$43.129
    millones (US$ 71 millones)" may be pesos of seven lands, none of which the words name."""
    return any(
        amount.text.lstrip(_MINUS).startswith("$")
        and amount.currency != "USD"
        and len(amount.candidates) > 1
        and "currency" in (amount.notes or ())
        for amount in (claim.subject, claim.object)
        if amount is not None
    )


def _is_of_exact(claim: Claim, finding: Finding) -> bool:
    """Whether what is told of more than a round sum may be what the exact one makes: "more than £200m
    ($304m)", or what that was rounded down from: "more than $4bn (30bn yuan)"."""
    stated, off = claim.object, finding.deviation_percent
    if stated is None or claim.subject.bound != "at_least" or not isinstance(off, Decimal):
        return False
    digits = [len(each.value.normalize().as_tuple().digits) for each in (claim.subject, stated)]
    few = digits[0] + 1 < digits[1] or digits == [1, 1]
    return stated.bound in ("exact", "about") and few and 0 < off < _MORE


def _is_of_fund(claim: Claim, finding: Finding) -> bool:
    """Whether special drawing rights are told in other money at a rate not far from the day's: the fund
    converts at one of a day of its own."""
    off = finding.deviation_percent
    codes = {each.currency for each in (claim.subject, claim.object) if each is not None}
    return _FUND in codes and isinstance(off, Decimal) and abs(off) < _OWN_DAY


def _is_within(claim: Claim, finding: Finding) -> bool:
    """Whether a sum lies within what bounds it: "$30,000 (at most 35,000 euros)"."""
    stated, off = claim.object, finding.deviation_percent
    if stated is None or not isinstance(off, Decimal):
        return False
    above, below = 0 < off < _CAPPED[1], _CAPPED[0] < off < 0
    return (stated.bound == "at_most" and above) or (stated.bound == "at_least" and below)


def _is_far(finding: Finding) -> bool:
    """Whether a rate is so far from that of its money, with no power of ten between them, that its word may
    be for the money of another land: "264 dinars" of one that has gone."""
    stated, computed = finding.stated, finding.computed
    if not isinstance(stated, Decimal) or not isinstance(computed, Decimal) or not computed:
        return False
    return is_out(EXACT.divide(stated, computed), _TWICE, _SLIP)


def _reread_in(claim: Claim) -> Iterator[Amount]:
    """The amounts of a claim that were not taken as they are likeliest read."""
    for amount in (claim.subject, claim.object, *claim.parts):
        if amount is not None and amount.readings and amount.value != amount.readings[0]:
            yield amount


def _closed(text: str, start: int, end: int) -> str:
    """The words of a claim, with the bracket that closes behind them."""
    said = text[start:end]
    opened = not set(said).isdisjoint(_OPENING) and set(said).isdisjoint(_CLOSING)
    return said + text[end] if opened and text[end : end + 1] in _CLOSING else said


def _unread(claim: Claim) -> bool:
    """Whether a claim rests on an amount whose scale may not have been read: then it is no claim."""
    return any(amount.unread for amount in (claim.subject, claim.object, *claim.parts) if amount is not None)


def _best(claim: Claim, grounds: Grounds) -> tuple[Claim, Finding]:
    """What holds best of what the words may take up and of what their figures may be; of what holds alike,
    the likeliest, and of what is refuted the nearest. It is refuted where nothing else can be said of any."""
    best = claim, _judge(claim, grounds)
    for each in _otherwise(claim):
        if best[1].verdict == "supported":
            break
        best = min(best, (each, _judge(each, grounds)), key=lambda pair: _rank(pair[1]))
    parted = claim.kind == "equivalence" and claim.object is not None and _PARTED.match(claim.object.text)
    if parted and claim.object is not None and best[1].verdict == "refuted":
        again = replace(claim, object=_a_thousandth(claim.object))
        best = min(best, (again, _judge(again, grounds)), key=lambda pair: pair[1].verdict == "refuted")
    return best


def _rank(finding: Finding) -> tuple[int, Decimal]:
    refuted, off = finding.verdict == "refuted", finding.deviation_percent
    apart = (Decimal("Infinity") if off is None else abs(off)) if refuted else Decimal(0)
    return _KINDEST.index(finding.verdict), apart


def _otherwise(claim: Claim) -> Iterator[Claim]:
    """A claim of other money that it may take up, and with one of its figures read otherwise."""
    for other in claim.instead:
        yield replace(claim, subject=other, instead=())
    for each in _reread(claim.subject):
        yield replace(claim, subject=each)
    if claim.object is not None:
        for each in _reread(claim.object):
            yield replace(claim, object=each)
    if claim.proportion is not None and claim.proportion.other is not None:
        value, unit = claim.proportion.other
        yield replace(claim, proportion=claim.proportion._replace(value=value, unit=unit))
    parts = tuple(next(_reread(part), part) for part in claim.parts)
    if parts != claim.parts:
        yield replace(claim, parts=parts)


def _reread(amount: Amount) -> Iterator[Amount]:
    """An amount in the other values that its writing leaves open ("100.125"), or in its other money."""
    if TWO_SIGNS in (amount.notes or ()):
        yield from (replace(amount, currency=code) for code in amount.candidates if code != amount.currency)
    yield from amount.in_each_reading()[1:]
    if amount.currency in _MILLS and IMPLIED in (amount.notes or ()) and amount.value >= _MILLIARD:
        yield _a_thousandth(amount)  # "300,000 dinars, or 100 milliard a year", which are millimes


def _a_thousandth(amount: Amount) -> Amount:
    return replace(amount, value=amount.value.scaleb(-3), unit=amount.unit.scaleb(-3))


def _judge(claim: Claim, grounds: Grounds) -> Finding:
    try:
        return spared(_JUDGES[claim.kind](claim, grounds))
    except (NoRateError, NotComparableError) as missing:
        return _without(missing, claim)


def _without(missing: CapexcalcError, claim: Claim) -> Finding:
    return Finding("not_enough_info", _missing(missing), _stated(claim))


def _stated(claim: Claim) -> Money | Decimal:
    if claim.rate is not None:
        return claim.rate.value
    return money(claim.object or claim.subject) if claim.proportion is None else claim.proportion.value


def _missing(error: CapexcalcError) -> MissingRate | MissingPast:
    missing = MissingRate if isinstance(error, NoRateError) else MissingPast
    return missing(error.code, error.said, error.advice)
