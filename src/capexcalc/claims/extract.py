"""What a text says its figures are to each other, found from the mentions and the cues between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ..reading.mentions import Amount, Cue, PeriodMention, Reading

Kind = Literal["equivalence", "annual_amount", "exceeds_prior"]

_PUNCTUATION = " \t\n\u00a0\u2009\u202f,;:/=~≈()[]{}«»\"'’“”-–—."
_DASHES = ("-", "–", "—", "/", "=", "≈", "~")
_WORDS_BEFORE_BRACKET = 12  # between an amount and the bracket that holds its equivalent
_WORDS_BEFORE_CUE = 3  # in a sentence that opens by taking up the sum of an earlier one ("This sum is worth")


@dataclass(frozen=True, slots=True)
class Claim:
    """``subject`` is what the claim is about, ``object`` the amount it states; the offsets are the claim's.

    ``assumed`` is set where the sentence names no amount and the document's commitment was taken.
    """

    kind: Kind
    start: int
    end: int
    subject: Amount
    object: Amount | None
    period: PeriodMention | None
    sentence: tuple[int, int]
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    start: int
    end: int
    amounts: tuple[Amount, ...]
    periods: tuple[PeriodMention, ...]
    cues: tuple[Cue, ...]

    def cue(self, kind: str, start: int, end: int) -> Cue | None:
        """The last cue of a kind within the offsets."""
        inside = [c for c in self.cues if c.kind == kind and start <= c.start and c.end <= end]
        return inside[-1] if inside else None

    def per_year(self, amount: Amount) -> Cue | None:
        """The "a year" that directly follows an amount."""
        for cue in self.cues:
            if cue.kind == "per_year" and 0 <= cue.start - amount.end <= 2:
                return cue
        return None

    def spans(self) -> list[PeriodMention]:
        """Periods a commitment can run over, which past ones are not."""
        return [p for p in self.periods if _length(p) and p.direction != "past"]


def extract(text: str, reading: Reading) -> list[Claim]:
    """The claims of a text in the order they begin."""
    sentences = [_sentence(text, reading, start, end) for start, end in reading.sentences]
    commitment = _commitment(sentences)
    claims: list[Claim] = []
    for sentence in sentences:
        claims.extend(_stated(sentence, commitment))
        claims.extend(_exceeding(sentence, commitment))
    return sorted(claims, key=lambda c: (c.start, c.end))


def _sentence(text: str, reading: Reading, start: int, end: int) -> _Sentence:
    return _Sentence(
        text,
        start,
        end,
        tuple(a for a in reading.amounts if start <= a.start < end),
        tuple(p for p in reading.periods if start <= p.start < end),
        tuple(c for c in reading.cues if start <= c.start < end),
    )


def _commitment(sentences: Sequence[_Sentence]) -> tuple[Amount, PeriodMention | None] | None:
    """The document's commitment: the first amount that carries a span, else the one most repeated."""
    for sentence in sentences:
        totals = [a for a in sentence.amounts if not sentence.per_year(a)]
        if totals and sentence.spans():
            return totals[0], sentence.spans()[0]
    totals = [a for s in sentences for a in s.amounts if not s.per_year(a)]
    if not totals:
        return None
    counts = Counter((a.value, a.currency) for a in totals)
    return max(totals, key=lambda a: counts[a.value, a.currency]), None


def _stated(sentence: _Sentence, commitment: tuple[Amount, PeriodMention | None] | None) -> Iterator[Claim]:
    """Equivalences and annual amounts: an amount equated with one before it in the sentence."""
    anchor = _taken_up(sentence, commitment)
    for term in _terms(sentence.amounts):
        related = anchor if anchor and _equated(sentence, anchor[-1], term[0]) else ()
        yearly = sentence.per_year(term[0]) if len(term) == 1 else None
        if related and yearly and not sentence.per_year(related[0]):
            subject, period = _total(sentence, term[0], commitment)
            yield _claim("annual_amount", sentence, subject, term[0], yearly.end, period)
        elif related and len(related) == len(term):
            for one, other in zip(related, term, strict=True):
                if one.currency != other.currency and one.currency not in other.candidates:
                    yield _claim("equivalence", sentence, one, other, other.end)
        if not related or yearly:
            anchor = term


def _claim(
    kind: Kind,
    sentence: _Sentence,
    subject: Amount,
    stated: Amount,
    end: int,
    period: PeriodMention | None = None,
) -> Claim:
    """A claim that begins with its subject or, where that stands in another sentence, with its own."""
    inside = sentence.start <= subject.start < sentence.end
    start = subject.start if inside else sentence.start
    return Claim(kind, start, end, subject, stated, period, (sentence.start, sentence.end), not inside)


def _taken_up(
    sentence: _Sentence, commitment: tuple[Amount, PeriodMention | None] | None
) -> tuple[Amount, ...]:
    """The commitment, where a sentence opens with a word for it: "That works out at 127bn a year"."""
    if commitment is None or not sentence.amounts or commitment[0].end > sentence.start:
        return ()
    first = sentence.amounts[0]
    cue = sentence.cue("equivalence", sentence.start, first.start)
    if cue is None or _residue(sentence, cue.end, first.start).strip(_PUNCTUATION):
        return ()
    opening = sentence.text[sentence.start : cue.start].split()
    return (commitment[0],) if len(opening) <= _WORDS_BEFORE_CUE else ()


def _terms(amounts: Sequence[Amount]) -> Iterator[tuple[Amount, ...]]:
    """Amounts one by one, the two ends of a range together."""
    i = 0
    while i < len(amounts):
        width = 2 if amounts[i].bound == "range_low" and i + 1 < len(amounts) else 1
        yield tuple(amounts[i : i + width])
        i += width


def _equated(sentence: _Sentence, one: Amount, other: Amount) -> bool:
    """Whether the words between two amounts say that they are the same money."""
    if one.end > other.start or one.end < sentence.start:
        return True  # taken up from an earlier sentence
    cue = sentence.cue("equivalence", one.end, other.start) or sentence.cue("or", one.end, other.start)
    if cue is not None and not _residue(sentence, cue.end, other.start).strip(_PUNCTUATION):
        return True
    between = _residue(sentence, one.end, other.start)
    before, bracket, after = between.rpartition("(")
    if bracket:  # "€4bn on research ($4.4bn)"; and the second of "(€4bn; £3bn)", whose bracket is still open
        return (
            not after.strip(_PUNCTUATION)
            and ")" not in after
            and len(before.split()) <= _WORDS_BEFORE_BRACKET
        )
    bare = between.strip()
    if _in_bracket(sentence, other.start):
        return not between.strip(_PUNCTUATION)
    return bare in _DASHES or (bare == "," and other.bound == "about")  # "15 trillion yen, about $100bn"


def _in_bracket(sentence: _Sentence, at: int) -> bool:
    before = sentence.text[sentence.start : at]
    return before.count("(") > before.count(")")


def _residue(sentence: _Sentence, start: int, end: int) -> str:
    """What is left between two offsets when cues, periods and other amounts are taken out."""
    left, at = [], start
    parts: tuple[Cue | PeriodMention | Amount, ...] = (*sentence.cues, *sentence.periods, *sentence.amounts)
    for part in sorted((p for p in parts if start <= p.start and p.end <= end), key=lambda p: p.start):
        if part.start >= at:
            left.append(sentence.text[at : part.start])
        at = max(at, part.end)
    return " ".join((*left, sentence.text[at:end]))


def _total(
    sentence: _Sentence, yearly: Amount, commitment: tuple[Amount, PeriodMention | None] | None
) -> tuple[Amount, PeriodMention | None]:
    """The total an annual amount is a part of, and its span: the sentence's own, else the commitment's."""
    earlier = [a for a in sentence.amounts if a.start < yearly.start and not sentence.per_year(a)]
    same = [a for a in earlier if a.currency == yearly.currency] or earlier
    spans = sentence.spans()
    if spans:
        return same[0], spans[0]
    if commitment is not None and commitment[1] is not None:
        return next((a for a in same if a.value == commitment[0].value), commitment[0]), commitment[1]
    return same[0], None


def _exceeding(
    sentence: _Sentence, commitment: tuple[Amount, PeriodMention | None] | None
) -> Iterator[Claim]:
    """Sums said to exceed what was spent in a past stretch of years."""
    for period in sentence.periods:
        if period.direction != "past" or not _length(period):
            continue
        cue = sentence.cue("exceeds", sentence.start, period.start)
        if cue is None or any(0 <= a.start - cue.end <= 2 for a in sentence.amounts):
            continue
        totals = [a for a in sentence.amounts if a.end <= cue.start and not sentence.per_year(a)]
        span = (sentence.start, sentence.end)
        if totals:
            yield Claim("exceeds_prior", totals[0].start, period.end, totals[0], None, period, span)
        elif commitment is not None:
            yield Claim(
                "exceeds_prior", cue.start, period.end, commitment[0], None, period, span, assumed=True
            )
        return


def _length(period: PeriodMention) -> int:
    """Whole months a period runs; 0 where it does not say."""
    if period.duration is not None:
        return period.duration.months
    if period.from_ is not None and period.until is not None:
        return 12 * (period.until.year - period.from_.year + 1)
    return 0


def months(period: PeriodMention | None) -> int:
    """Whole months of the span a claim rests on; 0 where there is none."""
    return _length(period) if period is not None else 0
