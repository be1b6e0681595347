"""Claims to verdicts: what the rates and the past spending say of what a text says."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from ..errors import CapexcalcError, NoRateError, NotComparableError
from ..money.money import Money
from ..packed import Packed, kept
from ..patterns import regex
from ..reading.mentions import Amount, Reading
from .checked_claim import CheckedClaim
from .claim import Claim
from .evidence import Grounds
from .extract import extract
from .finding import Finding, money, words
from .kinds import KINDS
from .missing import MissingPast, MissingRate
from .official import spared
from .verdict import VERDICTS

_CLOSING = frozenset(")）")
_LINE_FEED = regex(r"\n")
_JUDGES = {kind.name: kind.judge for kind in KINDS}


def check_claims(
    text: str, reading: Reading, grounds: Grounds
) -> tuple[Sequence[CheckedClaim], Sequence[Amount]]:
    """Every claim in a text with its verdict, in text order, and the amounts as they were read for that.

    Rates that the text states are judged first: those that hold are rates its conversions may be made at.
    """
    counts = Counter(a.currency for a in reading.amounts)
    grounds = replace(grounds, named=tuple(code for code, _ in counts.most_common()))
    claims: Iterable[Claim] = (claim for claim in extract(text, reading) if not _unread(claim))
    told: dict[int, Claim] = {}
    if reading.rates:
        claims = Packed(claims)
        told = {n: claim for n, claim in enumerate(claims) if claim.rate is not None}
    found = {n: _judge(claim, grounds) for n, claim in told.items()}
    wrong = {claim.subject.id for n, claim in told.items() if found[n].verdict == "refuted"}
    grounds = replace(grounds, rates=tuple(rate for rate in reading.rates if rate.id not in wrong))
    otherwise: dict[str, Amount] = {}
    checked = kept(_checked(text, claims, found, grounds, otherwise))
    if not otherwise:
        return checked, reading.amounts
    return checked, kept(otherwise.get(amount.id, amount) for amount in reading.amounts)


def _checked(
    text: str,
    claims: Iterable[Claim],
    found: Mapping[int, Finding],
    grounds: Grounds,
    otherwise: dict[str, Amount],
) -> Iterator[CheckedClaim]:
    """Each claim with its verdict, of some already ``found``; ``otherwise`` learns how amounts were read."""
    lines = array("q")
    for number, claim in enumerate(claims):
        if number in found:
            finding = found[number]
        else:
            claim, finding = _best(claim, grounds)
        for amount in finding.read:
            otherwise.setdefault(amount.id, amount)
        sentence, said = words(text[slice(*claim.sentence)]), words(_closed(text, claim.start, claim.end))
        lines = lines or _lines(text)
        line = bisect_right(lines, claim.start)
        column = claim.start - lines[line - 1] + 1
        yield CheckedClaim(f"c{number + 1}", sentence, said, line, column, claim, finding)


def _lines(text: str) -> array[int]:
    """Where each line begins: a long text has too many of them to keep them as objects."""
    return array("q", chain((0,), (found.end() for found in _LINE_FEED.finditer(text))))


def _closed(text: str, start: int, end: int) -> str:
    """The words of a claim, with the bracket that closes behind them."""
    said = text[start:end]
    return said + text[end] if text[end : end + 1] in _CLOSING and not set(said) & _CLOSING else said


def _unread(claim: Claim) -> bool:
    """Whether a claim rests on an amount whose scale may not have been read: then it is no claim."""
    return any(amount.unread for amount in (claim.subject, claim.object, *claim.parts) if amount is not None)


def _best(claim: Claim, grounds: Grounds) -> tuple[Claim, Finding]:
    """What holds best of what the words may take up; of what holds alike, the likeliest."""
    read = [replace(claim, subject=each, instead=()) for each in (claim.subject, *claim.instead)]
    judged = ((each, _judge(each, grounds)) for each in read)
    return min(judged, key=lambda pair: VERDICTS.index(pair[1].verdict))


def _judge(claim: Claim, grounds: Grounds) -> Finding:
    try:
        return spared(_JUDGES[claim.kind](claim, grounds))
    except (NoRateError, NotComparableError) as missing:
        return Finding("not_enough_info", _missing(missing), _stated(claim))


def _stated(claim: Claim) -> Money | Decimal:
    if claim.rate is not None:
        return claim.rate.value
    return money(claim.object or claim.subject) if claim.proportion is None else claim.proportion.value


def _missing(error: CapexcalcError) -> MissingRate | MissingPast:
    missing = MissingRate if isinstance(error, NoRateError) else MissingPast
    return missing(error.code, error.said, error.advice)
