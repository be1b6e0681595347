"""The sums that the money of a year or a month may be a share of, and the times they are for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ...patterns import regex
from ...reading.mentions import Amount, PeriodMention
from ..claim import YEAR, Unit, length
from ..grammar.marks import OF_ONE, Mark, in_one_currency
from ..grammar.over_time_words import names_one_year
from ..grammar.sentence import WAYS, Sentence
from ..grammar.wording import COMPARED, LONG, Wording
from ..kinds import shared_out
from ..kinds.listed_sum import LEAST
from ..kinds.other_years import is_financial_year

WAS = frozenset(("earlier", "prior", "basis")) | COMPARED
_LISTED = 6  # sums of a sentence of which one may be all the others together
_NEAR = Decimal("0.02")
_FEW = 3  # sentences, in which the sum that a text begins with is still spoken of
_NO_SUM = WAS | OF_ONE | {"gap", "valued", "yardstick", "peaked", "priced"}
_MOVED = frozenset((*WAYS, "way", "moved", "idle", "exceeds", "exceeds_after", "below", "change"))
_STOP = regex(r"[,;:()–—،、，；：（）؛.。।!?](?!\d)")
_WORD = regex(r"\w+")
_YEAR = regex(r"(?<![\d.,/-])20\d\d(?![\d.,/-]|\s?[–-])")


class Time(NamedTuple):
    """What a sum may be spread over: a span, or one year."""

    period: PeriodMention | None


class Text(NamedTuple):
    """The sentences of a text, what it tells of money, and over what times, and its day."""

    wordings: Sequence[Wording]
    money: Sequence[Amount]
    spans: Sequence[PeriodMention]
    on: date | None
    language: str


def sums_of(text: Text, n: int, mark: Mark) -> Iterator[tuple[int, Mark]]:
    """The sums that a figure of sentence ``n`` can be a share of, the likeliest first, with the place of
    their sentence: the only one of its own; else that of the one before, unless that tells a share, that
    which the text is about, and which it begins with, and the total that the one after tells."""
    if (found := _only(text, n, mark, n)) is not None:
        yield n, found
        for k in (
            at for at in dict.fromkeys((_place_of_main(text, n, LONG), n - 1)) if at is not None and at >= 0
        ):
            if (main := _only(text, k, mark, n)) is not None:
                yield k, main
        return
    places = [n - 1] if n and not _tells_part(text, n - 1) else []
    at = _place_of_main(text, n, LONG)
    places += [*([at] if at is not None else []), *([0] if n in (_FEW, _FEW - 1) else [])]
    for k in dict.fromkeys(places):
        if (found := _only(text, k, mark, n)) is not None:
            yield k, found
    if n + 1 < len(text.wordings):
        found = _only(text, n + 1, mark, n)
        if found is not None and "sum" in found.names:
            yield n + 1, found


def _place_of_main(text: Text, n: int, most: int) -> int | None:
    """The sentence of the sum that the text is about, if that was named at most so many sentences before."""
    about = text.wordings[n].commitment
    if about is None or text.wordings[n].since > most:
        return None
    return next((k for k in range(n) if is_within(text.wordings[k], about.amount)), None)


def _only(text: Text, k: int, mark: Mark, n: int) -> Mark | None:
    """The one sum of a sentence that is none of before, and more than the figure; of several that which the
    text is about, or which is told to be their total."""
    at = text.wordings[k]
    worth = k == n or bool(text.wordings[n].sentence.spans)  # "an order worth 6bn"
    sums = [m for m in at.marks if _is_sum(at, m, mark, worth=worth)]
    totals = [m for m in sums if "sum" in m.names]
    about = at.commitment.amount if at.commitment is not None else None
    main = [m for m in sums if about is not None and _value(m) == (about.value, about.currency)]
    later = [m for m in sums if "later" in m.names]
    wholes = [m for m in sums if not _is_part(at, m, sums)] if len(sums) <= _LISTED else []
    for found in (later, sums, totals, wholes, main):
        if len({_value(m) for m in found}) == 1:
            return found[0]
    return None


def _is_part(wording: Wording, mark: Mark, sums: Sequence[Mark]) -> bool:
    """Whether a sum is the share of another that its sentence tells, or with others makes up the largest."""
    value = _value(mark)[0]
    larger = [_value(each)[0] for each in sums if _value(each)[0] > value]
    shares = [each.value for each in wording.sentence.proportions if each.kind == "share"]
    if any(abs(share * each - value) <= value * _NEAR for share in shares for each in larger):
        return True
    most = max(larger, default=None)
    rest = {_value(each) for each in sums}
    return most is not None and len(rest) > 2 and sum(each for each, _ in rest) == 2 * most


def _tells_part(text: Text, n: int) -> bool:
    """Whether a sentence tells a share, or a part of the sum of an earlier one."""
    names = text.wordings[n].places.keys()
    earlier = any(each.sentence.amounts for each in text.wordings[:n])
    return not names.isdisjoint(("share", "its_share")) or (
        earlier and not names.isdisjoint(("a_part", "of_it"))
    )


def is_within(wording: Wording, figure: Amount | PeriodMention) -> bool:
    return wording.sentence.start <= figure.start < wording.sentence.end


def _is_sum(wording: Wording, mark: Mark, share: Mark, *, worth: bool) -> bool:
    if not isinstance(mark.figure, Amount) or "amount" not in mark.names or mark is share:
        return False
    pair, other = in_one_currency(mark, share), set(_NO_SUM)
    if worth or wording.sentence.spans:
        other -= {"valued", "priced"}  # "roads for 6bn in the next six years"
    if wording.places.keys().isdisjoint(_MOVED):
        other.discard("gap")  # Ukrainian "на" is "by" and "of": "загалом на 6 млрд"
    if "earlier" in wording.places:
        other.discard("compared")  # with that
    if shared_out.unit_of(mark.names) == "year" and "per_year" not in share.names:
        other.discard("per_year")  # a month's share of that
    return mark.names.isdisjoint(other) and pair is not None and pair[0].value > pair[1].value >= LEAST


def _value(mark: Mark) -> tuple[Decimal, str]:
    assert isinstance(mark.figure, Amount)
    return mark.figure.value, mark.figure.currency


def times_of(text: Text, n: int, k: int, unit: Unit) -> Iterator[Time]:
    """What a sum of sentence ``k`` may be spread over by a ``unit``, told of in sentence ``n``: how long
    that says it is, alone; the spans there, then those of its own, and of the sentence between; else the year
    that it is for."""
    if said := [span for span in _lasting(text.wordings[n], unit) if length(span)]:
        yield from map(Time, dict.fromkeys(said))
        return
    first, last = sorted((n, k))
    places = [n, k, *range(first, last + 1)]
    for beside in (dict.fromkeys(places), range(max(0, n - 1), n)):
        spans = [span for each in beside for span in _lasting(text.wordings[each], unit)]
        yield from map(Time, dict.fromkeys(spans))
        yearly = not spans and any(is_for_a_year(text.wordings[each], text) for each in beside)
        if yearly:
            yield Time(None)
        if spans or yearly:
            return
    if len({length(each) for each in text.spans}) == 1:
        yield Time(text.spans[0])  # "The job will run six years. ... In all, 74m are spent. Each year ..."


def _lasting(wording: Wording, unit: Unit) -> Iterator[PeriodMention]:
    """The spans of a sentence, the ones with a length first; "2025-26" is a year of a budget. Of what is told
    by less than the year, some months may be all: "over ten months, 15m a month"."""
    spans = [each for each in wording.sentence.spans if not is_financial_year(each)]
    spans += [] if spans else times_of_months(wording, unit)
    yield from sorted(spans, key=lambda each: not length(each))


def times_of_months(wording: Wording, unit: Unit) -> list[PeriodMention]:
    """The times of some months over which a sentence may tell what is paid by a shorter ``unit``."""
    return [each for each in wording.sentence.periods if unit != "year" and _is_of_months(each)]


def clause_of(sentence: Sentence, mark: Mark, since: int) -> tuple[int, int]:
    """Where the clause of a figure begins, no earlier than at an offset, and where it ends."""
    begun = max((stop.end() for stop in _STOP.finditer(sentence.text, since, mark.start)), default=since)
    stop = _STOP.search(sentence.text, mark.end, sentence.end)
    return begun, stop.start() if stop is not None else sentence.end


def is_main(text: Text, n: int, amount: Amount) -> bool:
    """Whether an amount is the sum that a text is about at its sentence ``n``; or the most it tells."""
    about = text.wordings[n].commitment
    if about is not None:
        return (about.amount.value, about.amount.currency) == (amount.value, amount.currency)
    return all(each.value <= amount.value for each in text.money if each.currency == amount.currency)


def _is_of_months(period: PeriodMention) -> bool:
    lasts = period.duration
    return lasts is not None and not lasts.days and 1 < lasts.months < YEAR and period.direction != "past"


def is_for_a_year(wording: Wording, text: Text) -> bool:
    """Whether a sentence tells of one year alone that is not over: this one, the next, that of a number."""
    sentence, on = wording.sentence, text.on
    if names_one_year(sentence, text.language):
        return True
    if any(is_financial_year(each) for each in sentence.spans):
        return True
    if on is None:
        return False
    years = (each for each in sentence.calendar if length(each) == YEAR)
    if any(each.from_ is not None and each.from_.year >= on.year for each in years):
        return True
    told = (int(each[0]) for each in _YEAR.finditer(sentence.text, *sentence.span))
    return any(on.year <= year <= on.year + 1 for year in told)


def words_of(text: Text, amount: Amount) -> Set[str]:
    """The words of the sentence that names a sum."""
    here = next(
        each.sentence for each in text.wordings if each.sentence.start <= amount.start < each.sentence.end
    )
    return frozenset(word[0].casefold() for word in _WORD.finditer(here.text, here.start, here.end))
