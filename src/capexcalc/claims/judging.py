"""Claims to verdicts: what the rates and the past spending say of what a text says."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from ..errors import CapexcalcError, NoRateError, NotComparableError
from ..money.money import Money
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
_JUDGES = {kind.name: kind.judge for kind in KINDS}


def check_claims(
    text: str, reading: Reading, grounds: Grounds
) -> tuple[tuple[CheckedClaim, ...], tuple[Amount, ...]]:
    """Every claim in a text with its verdict, in text order, and the amounts as they were read for that.

    Rates that the text states are judged first: those that hold are rates its conversions may be made at.
    """
    counts = Counter(a.currency for a in reading.amounts)
    grounds = replace(grounds, named=tuple(code for code, _ in counts.most_common()))
    claims = [claim for claim in extract(text, reading) if not _unread(claim)]
    told = [claim for claim in claims if claim.rate is not None]
    found = {id(claim): _judge(claim, grounds) for claim in told}
    wrong = {claim.subject.id for claim in told if found[id(claim)].verdict == "refuted"}
    grounds = replace(grounds, rates=tuple(rate for rate in reading.rates if rate.id not in wrong))
    lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))] if claims else []
    checked = []
    otherwise: dict[str, Amount] = {}
    for number, claim in enumerate(claims, 1):
        if id(claim) in found:
            finding = found[id(claim)]
        else:
            claim, finding = _best(claim, grounds)
        for amount in finding.read:
            otherwise.setdefault(amount.id, amount)
        sentence, said = words(text[slice(*claim.sentence)]), words(_closed(text, claim.start, claim.end))
        line = bisect_right(lines, claim.start)
        column = claim.start - lines[line - 1] + 1
        checked.append(CheckedClaim(f"c{number}", sentence, said, line, column, claim, finding))
    amounts = tuple(otherwise.get(amount.id, amount) for amount in reading.amounts)
    return tuple(checked), amounts


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
