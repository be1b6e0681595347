"""An exchange rate that the text states itself: "$1 = 7.2420 yuan"."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal

from ...errors import NoRateError
from ...money.interval import Interval
from ...money.money import EXACT
from ...patterns import regex
from ...reading.mentions import Amount, Cue, Rate
from ...reading.rate_pairs import is_pair
from ..claim import Claim
from ..grammar.sentence import WAYS, Sentence
from ..grammar.wording import Wording
from ..verdicts.conversion import Basis
from ..verdicts.evidence import Grounds
from ..verdicts.facts import RateAtMarket
from ..verdicts.finding import Finding, words
from ..verdicts.other_dollars import BARE_DOLLARS
from ..verdicts.verdict import VERDICTS, Verdict, coarsely, deviation
from .kind import Kind

TOLERANCE = Decimal("0.01")  # beyond the band: a rate is told to four digits or so, and is no rounding

_FAR = 10  # times as much as what it moves by, a rate is at least
_ROW = regex(r"(?<![\d./-])(\d{1,4})[./-](\d{1,2})[./-](\d{2,4})(?![./-]?\d)")
_YEAR = regex(r"(?<![\d.,])(?:19|20)\d\d(?![.,]?\d)")
_COARSE = Decimal("0.05")  # by which a rate in round figures may be off that is told with "about"
_BARE, _USUAL = regex(r"(?<![A-Z])\$"), "USD"
_NEAR = 40  # characters around a rate in which a word for a forecast or another time speaks of it


def find(wording: Wording) -> Iterator[Claim]:
    """Each rate that names its two currencies, and is neither an earlier one ("from 32.59 to 32.85 baht a
    dollar", "at the rate of that time") nor a forecast."""
    sentence = wording.sentence
    for rate in sentence.rates:
        if rate.base is not None and rate.quote is not None and not _of_another_day(sentence, rate):
            subject = _units(rate, rate.quote)
            told = Claim("rate", rate.start, rate.end, subject, None, None, sentence.span, rate=rate)
            # One told by codes may be the mean of a year.
            supposed = sentence.between(("assumed",), sentence.start, rate.start)
            loose = supposed or _is_extreme(sentence, rate) or is_pair(rate) or _is_of_row(wording, rate)
            loose = loose or _is_to_come(wording)
            yield replace(told, loose=loose)


def _of_another_day(sentence: Sentence, rate: Rate) -> bool:
    begin = max(sentence.start, rate.start - _NEAR)
    moved = sentence.last(("from", "old"), begin, rate.start)
    if moved is not None and sentence.empty(moved.end, rate.start) and not _is_beside_rate(sentence, moved):
        return True
    change = sentence.last(WAYS, begin, rate.start)
    if change is not None and sentence.empty(change.end, rate.start) and _is_change(sentence, rate):
        return True
    if change is not None and sentence.leads("by", change.end, rate.start):
        return True  # "down by 10 kopecks to the dollar"
    return (
        sentence.last(
            ("yardstick", "of_then", "assumed", "parity"), begin, min(sentence.end, rate.end + _NEAR)
        )
        is not None
    )


def _is_change(sentence: Sentence, rate: Rate) -> bool:
    """Whether a rate beside a word for a change is what another of its money moved by, and far less: "at
    23,455 dong/USD, down 15 dong/USD"."""
    told = [(each.quote, each.value) for each in sentence.rates]
    told += [(each.currency, each.value) for each in sentence.amounts]
    return any(code == rate.quote and value > _FAR * rate.value for code, value in told)


def _is_beside_rate(sentence: Sentence, cue: Cue) -> bool:
    """Whether a cue leads to a word for a rate, or means "of" and stands right after one: "przy kursie", "zum
    Kurs von"."""
    text, begin = sentence.text, max(sentence.start, cue.start - _NEAR)
    after = sentence.last(("rate",), cue.end, cue.end + _NEAR)
    if after is not None and not text[cue.end : after.start].strip():
        return True
    before = sentence.last(("rate",), begin, cue.start)
    of = sentence.last(("of",), cue.start, cue.start + 1)
    return of is not None and before is not None and not text[before.end : cue.start].strip()


def _is_extreme(sentence: Sentence, rate: Rate) -> bool:
    """Whether a rate is one that the market passed, touched or came near for a moment, or may."""
    begin, end = max(sentence.start, rate.start - _NEAR), min(sentence.end, rate.end + _NEAR)
    return sentence.last(("reached",), begin, end) is not None


def _is_of_row(wording: Wording, rate: Rate) -> bool:
    """Whether a date in digits leads up to a rate, as in the rows of a table, and is not the text's day."""
    rows = list(_ROW.finditer(wording.sentence.text, wording.sentence.start, rate.start))
    if not rows or wording.day is None:
        return False
    day, figures = wording.day, {int(each) for each in rows[-1].group(1, 2, 3)}
    return figures not in ({day.year, day.month, day.day}, {day.year % 100, day.month, day.day})


def _is_to_come(wording: Wording) -> bool:
    """Whether a sentence speaks of a year after the day of the text, of which nobody knows the rate: "for the
    end of 2021 it stayed at 5.20 reais per dollar", in 2020."""
    day, sentence = wording.day, wording.sentence
    years = _YEAR.finditer(sentence.text, *sentence.span) if day is not None else ()
    return any(day is not None and int(each[0]) > day.year for each in years)


def as_it_fits(claim: Claim, grounds: Grounds) -> Claim:
    """A claim of a rate whose point may be one of decimals or of thousands, read as it fits: "1 euro = 4.243
    zł" in Polish, too."""
    rate = claim.rate
    if rate is None or rate.factor is None or rate.quote is None:
        return claim
    value, unit = (EXACT.multiply(each, rate.factor) for each in (rate.value, rate.unit))
    other = rate._replace(value=value, unit=unit, factor=None)
    again = replace(claim, subject=_units(other, rate.quote), rate=other)
    with suppress(NoRateError):
        first, second = (judge_rate(each, grounds) for each in (claim, again))
        return again if _rank(second) < _rank(first) else claim
    return claim


def _rank(finding: Finding) -> tuple[int, Decimal]:
    off = finding.deviation_percent
    return VERDICTS.index(finding.verdict), abs(off) if isinstance(off, Decimal) else Decimal("Infinity")


def judge_rate(claim: Claim, grounds: Grounds) -> Finding:
    """The rate as written against the market's of the day, or of the time its sentence names."""
    rate = claim.rate
    assert rate is not None
    assert rate.base is not None
    written = Interval.around(rate.value, rate.unit)
    bases = (
        basis
        for base in (rate.base, rate.otherwise)
        if base is not None
        for basis in grounds.bases(claim.sentence)(base, claim.subject.currency)
    )
    judged = ((_verdict(rate, written, basis), basis) for basis in bases)
    verdict, (_, band, quote, *_) = min(judged, key=lambda pair: VERDICTS.index(pair[0]))
    of_no_day = grounds.assumed and verdict != "supported"
    if of_no_day or (verdict == "refuted" and _is_of_other_dollar(rate, written, grounds)):
        verdict = "not_enough_info"  # it may be that of its day
    return Finding(
        verdict,
        RateAtMarket(quote.base, quote.quote, quote.rate, words(rate.text)),
        rate.value,
        quote.rate,
        written,
        deviation(rate.value, quote.rate),
        quotes=(quote,),
        band=band,
    )


def _is_of_other_dollar(rate: Rate, written: Interval, grounds: Grounds) -> bool:
    """Whether a rate of the bare dollar, far from that of the American one, is that of another land's:
    "($1 = RMB5.3)" of a paper of Singapore."""
    if _USUAL not in (rate.base, rate.quote) or written.low <= 0 or _BARE.search(rate.text) is None:
        return False
    for code in BARE_DOLLARS:
        base, quote = (code if each == _USUAL else each for each in (rate.base, rate.quote))
        if base is None or quote is None or base == quote:
            continue
        with suppress(NoRateError):
            band = grounds.book.band(base, quote, grounds.as_of)
            if written.meets(_around(band, TOLERANCE)):
                return True
    return False


def _verdict(rate: Rate, written: Interval, basis: Basis) -> Verdict:
    """On a day between whose fixings the market ran far, it may have gone a third of that further."""
    band = basis.band
    if written.meets(band):
        return "supported"
    ran = EXACT.divide(band.high - band.low, 3 * band.low) if basis.kind == "reference" else TOLERANCE
    if written.meets(_around(band, max(TOLERANCE, ran))):
        return "close"
    coarse = coarsely(_units(rate, rate.quote or "")).meets(band) if rate.about else False
    return "close" if coarse and written.meets(_around(band, _COARSE)) else "refuted"


def _around(band: Interval, by: Decimal) -> Interval:
    return Interval(EXACT.multiply(band.low, 1 - by), EXACT.multiply(band.high, 1 + by))


KIND = Kind("rate", find, judge_rate)


def _units(rate: Rate, currency: str) -> Amount:
    """What one unit of the base is said to be worth."""
    return Amount(
        rate.id, rate.start, rate.end, rate.text, rate.value, currency, (currency,), "exact", rate.unit
    )
