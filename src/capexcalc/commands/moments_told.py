"""When the sentences of a document say that their money changed hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import MINYEAR, date, timedelta
from functools import cache

from ..claims.grammar.rate_words import named
from ..claims.grammar.sentence import Shelf
from ..claims.verdicts.evidence import Moment
from ..money.periods import Period, Span, month_end
from ..patterns import regex
from ..reading.lexicon import Lexicon, load_lexicon
from ..reading.matcher import match_phrases
from ..reading.mentions import Reading
from ..reading.moments import moments, since
from ..reading.sentences import before_sentence, sentences
from ..reading.weekdays import weekdays_named

_YEAR, _WHOLE = timedelta(days=365), [12, 0]  # a unit of twelve months and no days
_LAST = Span(12)  # the longest time that "last" names a point of
_COMPARES = frozenset(("exceeds", "exceeds_after", "below", "combined", "past"))  # with what was before
_TAKES_UP = frozenset(("this", "the_sum", "equivalence"))
_BEFORE = 2  # sentences before one that may date its money
_OPENING = 1000  # characters, in which a text says of which quarter or year it tells the results
_PARAGRAPH = regex(r"\n\s*\n")


def moments_told(text: str, reading: Reading, as_of: date) -> Callable[[tuple[int, int]], tuple[Moment, ...]]:
    """When a sentence says that its money changed hands; if that is no day, then what the two before it in
    its paragraph name, or the day or month of the last one before that, and its own months in their years:
    "The ledger begins on 8 May 2021. In November it lists $80,000". Its amounts are no years."""
    amounts, periods, cues = Shelf(reading.amounts), Shelf(reading.periods), Shelf(reading.cues)
    lexicon = load_lexicon(reading.language)

    @cache
    def told(start: int, end: int) -> tuple[Period, ...]:
        return tuple(read_in(start, end))

    def read_in(start: int, end: int) -> Iterator[Period]:
        words = list(text[start:end])
        for amount in amounts.within(start, end):
            words[amount.start - start : amount.end - start] = " " * (amount.end - amount.start)
        yield from moments("".join(words), lexicon, as_of)
        for period in periods.within(start, end):
            length = period.duration if period.direction == "past" else None
            if length is not None and length.months <= _LAST.months:
                yield since(length, as_of)

    def long_ago(start: int, end: int) -> Iterator[Moment]:
        """The times up to the day that a sentence says its money is of, as "over the past ten years" and "two
        years ago" do, but not "more than in the past ten years"."""
        if any(cue.kind in _COMPARES for cue in cues.within(start, end)):
            return
        for period in periods.within(start, end):
            length = period.duration if period.direction == "past" else None
            if length is not None and length.months > _LAST.months:
                begun = since(length, as_of).start
                yield Moment(Period(begun, as_of), earlier=True)

    @cache
    def reported() -> tuple[Moment, ...]:
        """The last days of the quarters or years whose results a text opens with, at whose rates firms
        convert all that they tell: "results for the third quarter ended September 30, 2019"."""
        return tuple(
            Moment(day, earlier=True)
            for start, end in sentences(text[:_OPENING], lexicon)
            for day in told(start, end)
            if _ends_month(day)
            and (_closes_part(day, told(start, end)) or _tells_year(text[start:end], lexicon))
        )

    @cache
    def told_by(sentence: tuple[int, int]) -> tuple[Moment, ...]:
        return tuple(named_by(sentence))

    def named_by(sentence: tuple[int, int]) -> Iterator[Moment]:
        start, end = sentence
        own = told(start, end)
        yield from map(Moment, own)
        ends = [day.end for day in own if _ends_month(day)]
        yield from (Moment(_year_to(day), earlier=True) for day in ends)
        if any(day < since(_LAST, as_of).start for day in ends) and _tells_year(text[start:end], lexicon):
            yield from (Moment(Period(day, min(day + _YEAR, as_of)), earlier=True) for day in ends)
        for day in weekdays_named(text[start:end], reading.language, as_of):
            yield Moment(Period(day, day), earlier=True)
        if len(own) > 1:  # "from April 2000 to March 2024"
            between = Period(min(each.start for each in own), max(each.end for each in own))
            yield Moment(between, earlier=True)
        yield from long_ago(start, end)
        if any(cue.kind in _TAKES_UP and cue.start == start for cue in cues.within(start, end)):
            yield from long_ago(before_sentence(text, start, lexicon), start)  # "It amounts to"
        dated = any(period.start == period.end for period in own)
        if not dated:
            yield from reported()
            if named("this_year", reading.language, text, start, end):
                yield Moment(Period(date(as_of.year, 1, 1), as_of), earlier=True)
        for n in range(0 if dated else _BEFORE):
            begun = _past_headings(text, before_sentence(text, start, lexicon), start)
            parted = _PARAGRAPH.search(text, begun, sentence[0]) is not None
            for period in told(begun, start):
                if period == Period(date(as_of.year, 1, 1), as_of):
                    continue  # the year that runs says nothing of its days
                if parted and (n or not _is_in_one_month(period)):
                    continue  # nor does a year of the paragraph before
                yield Moment(period, earlier=True)
                for month in own:
                    if _is_in_one_month(month) and period.end.year < month.end.year:
                        year, number = period.end.year, month.start.month
                        yield Moment(Period(date(year, number, 1), month_end(year, number)), earlier=True)
            start = begun

    return told_by


def _is_in_one_month(period: Period) -> bool:
    return (period.start.year, period.start.month) == (period.end.year, period.end.month)


def _ends_month(period: Period) -> bool:
    """Whether a period is the last day of a month, with which a financial year may end."""
    return period.start == period.end == month_end(period.end.year, period.end.month)


def _closes_part(day: Period, told: tuple[Period, ...]) -> bool:
    """Whether a quarter or half of a year is told that ends with a day."""
    return any(each.end == day.end and not _is_in_one_month(each) for each in told)


def _tells_year(sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence has a word for a year, as "a loss for the year to December 31, 1992" does: it was
    told, and converted, some months later."""
    return any(
        item is not None
        and (item.meanings.get("unit") == _WHOLE or "per_year" in item.meanings.get("cue", ()))
        for item in match_phrases(sentence, lexicon)
    )


def _year_to(day: date) -> Period:
    return Period(day.replace(year=max(MINYEAR, day.year - 1), day=1), day)


def _past_headings(text: str, begun: int, end: int) -> int:
    """Where the last paragraph of what stands before a sentence begins, which headings may lead up to."""
    breaks = [match.end() for match in _PARAGRAPH.finditer(text, begun, end)]
    return next((at for at in reversed(breaks) if text[at:end].strip()), begun)
