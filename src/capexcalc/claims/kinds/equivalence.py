"""Two figures said to be the same money in another currency: "380bn yuan (50bn euros)"."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from ...errors import NoRateError
from ...reading.mentions import Amount, Cue, PeriodMention
from ...reading.said_first import SAID_FIRST
from ..claim import Claim, object_of
from ..grammar.sentence import WAYS, Commitment, Sentence, nearest
from ..grammar.wording import Wording
from ..verdicts.conversion import Bases, Conversion, best_conversion, converted
from ..verdicts.diagnosis import Case, diagnose
from ..verdicts.evidence import Grounds
from ..verdicts.facts import EquivalenceAtRate, EquivalenceUndated
from ..verdicts.finding import Finding, money, rounded, unrounded, words
from ..verdicts.undated import Fitting, fitting_days, missing, of_bygone_money, of_unknown_time
from ..verdicts.working import Converted
from .asides import are_of_other_units, manner, of_then
from .at_stated_rate import at_stated_rate
from .brackets import PARTING
from .equated import are_equated, are_inverse, has_worth, is_clause_of_another, is_difference, moves_on
from .kind import Kind
from .pairs import pair_claim

_PRICE, _NINE = 10_000, 9  # of a thing in a shop: less than that, and its last digit
_CENTS = Decimal("0.99")  # of such a price
_APART = 50_000_000  # times: the dearest unit of money in the cheapest, a thousand times over
_THIS = ("this", "the_sum")
_PAIR = 2  # figures of a sentence that tells the rate
_ARTICLE = 1  # word, or that for a currency
_BESIDE_RATE = 1  # words between "rate" and "today"
_WORDS_BEFORE_CUE = 3  # in a sentence that opens by taking up the sum of an earlier one ("This sum is worth")


def find(wording: Wording) -> Iterator[Claim]:
    """An amount equated with one before it in the sentence, or with the sum the sentence takes up; once in
    each currency: "124bn pesos, about $42m, four times what it had told ($11m)".
    """
    sentence = wording.sentence
    anchor, given, told_again = _taken_up(sentence, wording.commitment), set[str](), False
    outer = anchor
    for term in sentence.terms():
        inside, aside = sentence.in_bracket(term[0].start), tuple[Amount, ...]()
        if anchor and outer and not inside and sentence.in_bracket(anchor[-1].start):
            anchor, aside = outer, anchor  # "$1.5bn (1.5% of a GDP of $100bn), or 1.4bn euros"
        related = bool(anchor) and _related(wording, anchor[-1], term[0]) and term[0].currency not in given
        related = related and not of_then(sentence, anchor[-1], term[-1])
        related = related and not are_of_other_units(sentence, anchor[-1], term[-1])
        found = list(_claims(sentence, anchor, term)) if related else []
        if found:
            told_again, told = True, manner(sentence, anchor[-1], term[-1])
            other = tuple(each for each in aside if each.currency != term[0].currency)
            found = [replace(each, instead=other, **told._asdict()) for each in found]
            if _is_limit(wording, anchor[-1], term[-1]):
                found = [replace(each, loose=True) for each in found]
        yield from (_left_open(claim, wording) if claim.assumed else claim for claim in found)
        given = given | {term[0].currency} if found else set()
        if not found:
            anchor, outer = term, outer if inside else term
    if not told_again:
        yield from _at_stated_rate(wording) if sentence.rates else _at_rate_of_day(wording)


def _at_stated_rate(wording: Wording) -> Iterator[Claim]:
    for one, other, sure in at_stated_rate(wording):
        claims = _claims(wording.sentence, (one,), (other,))
        yield from (replace(claim, assumed=False, loose=not sure) for claim in claims)


def _at_rate_of_day(wording: Wording) -> Iterator[Claim]:
    """The two figures of a sentence that tells today's rate, or its one figure, and the sum it goes on about:
    "At today's exchange rate the port will cost $4bn."; or the one told in a currency that is named before:
    "In dollars that is some 4bn"."""
    sentence = wording.sentence
    amounts = [each for each in sentence.amounts if not wording.unit_of(each)]
    if not (1 <= len(amounts) <= _PAIR) or (len(amounts) == _PAIR and sentence.proportions):
        return  # "at today's rate it costs 3.1bn lira, three fifths of which, 180m euros, is a loan"
    *told, stated = amounts
    if is_difference(sentence, stated):
        return  # "converted, it is 1.5tn yuan more than in China"
    if told and sentence.in_bracket(told[0].start) and not sentence.in_bracket(stated.start):
        return  # "600 reais (111 dollars at today's rate), and may rise to 1,200 reais"
    if any(each.end <= stated.start for each in sentence.proportions):
        return  # "given current exchange rates, we expect a gain of 2%, or $70m"
    at_rate = _tells_rate_of_day(sentence)
    if not (SAID_FIRST in (stated.notes or ()) or at_rate):
        return
    sums = told or [each.amount for each in wording.antecedents]
    subject = next((each for each in sums if each.currency != stated.currency), None)
    if subject is not None:
        for claim in _claims(sentence, (subject,), (stated,)):
            at, loose = "day" if at_rate else claim.at, is_clause_of_another(sentence, stated)
            yield claim if told else _left_open(replace(claim, at=at, loose=loose), wording)


def _tells_rate_of_day(sentence: Sentence) -> bool:
    """Whether a word for an exchange rate stands beside one for today."""
    told = (cue for cue in sentence.cues if cue.kind in ("rate", "of_today"))
    return any(
        one.kind != other.kind and sentence.words(one.end, other.start) <= _BESIDE_RATE
        for one, other in pairwise(told)
    )


def _left_open(claim: Claim, wording: Wording) -> Claim:
    """A claim about an earlier sentence's money, with all that it may be about: "A third, 4bn euros, is for
    roads. That is $4.3bn"."""
    stated = object_of(claim)
    others = (each for each in wording.earlier if each != claim.subject and each.currency != stated.currency)
    return replace(claim, instead=tuple(others))


def _is_limit(wording: Wording, one: Amount, other: Amount) -> bool:
    """Whether the second is the most that there may be, and the first what is due each day or month:
    "$310,000 a day, or up to 125m euros"."""
    return other.bound == "at_most" and bool(wording.unit_of(one)) and not wording.unit_of(other)


def _related(wording: Wording, one: Amount, other: Amount) -> bool:
    if wording.unit_of(one) != wording.unit_of(other) and wording.unit_of(other):
        return False  # "£5bn, or $65 a share"
    return are_equated(wording.sentence, one, other)


def _claims(sentence: Sentence, related: tuple[Amount, ...], term: tuple[Amount, ...]) -> Iterator[Claim]:
    """What a term says of the one it is equated with.

    Two figures side by side that differ are not in one currency: the bare dollar of "C$2.65bn ($1.93bn)" is
    the American one.
    """
    if len(related) == len(term):
        for one, other in map(_of_one_sign, related, term):
            differ = one.currency not in other.candidates or one.value != other.value
            of_one_kind = differ and not are_inverse(one, other) and not _are_prices(sentence, one, other)
            of_one_kind = of_one_kind and not _are_apart(sentence, one, other)
            if one.currency != other.currency and of_one_kind:
                beside = nearest(sentence.spans, min(one.start, other.start), max(one.end, other.end))
                yield pair_claim("equivalence", sentence, one, other, beside or _dated(sentence, one))


def _of_one_sign(one: Amount, other: Amount) -> tuple[Amount, Amount]:
    """Two figures without their signs where only one has any: "a negative 40m euro ($55m) impact"."""
    if (one.value < 0) == (other.value < 0):
        return one, other
    return replace(one, value=abs(one.value)), replace(other, value=abs(other.value))


def _are_apart(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether one figure is the price of a share and the other that of a company, since more than any rate
    and any slip by a thousand parts them: "294 pence, or about $2.1bn". A bracket says the same once more."""
    low, high = sorted((abs(one.value), abs(other.value)))
    return high > _APART * low and not sentence.in_bracket(other.start)


def _are_prices(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether two figures are what one thing costs in two lands, where prices end in nines or are the same:
    "$149 (£99)", "£10 or €10 off"; of those that a stroke parts, one, and one in cents: "$15/£13.49", "£16.99
    or $20"."""
    priced = all(each.unit <= 1 and each.value < _PRICE for each in (one, other))
    nines = [each.value.as_tuple().digits[-1] == _NINE for each in (one, other)]
    parted = sentence.text[one.end : other.start].strip() == "/"
    cents = any(each.unit < 1 and each.value % 1 == _CENTS for each in (one, other))
    return priced and (all(nines) or (parted and any(nines)) or cents or one.value == other.value)


def judge_equivalence(claim: Claim, grounds: Grounds) -> Finding:
    """The subject against the figure the text gives for it, at the rates it may have been converted at.

    Flows of the past are converted at the rate of their time (IAS 21.22), which a sentence may name. Where
    nobody knows the day of the text, a figure that fits any day on record is not accused.
    """
    bases = grounds.bases(claim.sentence, claim.at)
    sure = not grounds.assumed
    best = best_conversion(claim.subject, object_of(claim), bases, grounds.tolerance, abroad=sure)
    subject, stated, basis, found = best.subject, best.stated, best.basis, best.found
    if grounds.assumed and found.verdict != "supported":
        fitting = fitting_days(claim.subject, object_of(claim), grounds.book, grounds.tolerance)
        if fitting is not None:
            return _undated(best, fitting, bases, grounds.tolerance)
        if unknown := missing(claim.subject, object_of(claim), grounds.book):
            raise unknown
    accused = found.verdict == "refuted"
    if accused and (unknown := _of_unknown_rate(claim, best, grounds)):
        raise unknown
    hint = None
    if found.verdict in ("refuted", "close") and best.computed:
        case = Case(
            subject, stated, best.computed, grounds.as_of, grounds.tolerance, grounds.named, claim.months,
            accused=accused, dated=not grounds.assumed,
        )  # fmt: skip
        hint = diagnose(case, grounds.book)
    converted = rounded(best.computed, stated.currency)
    return Finding(
        found.verdict,
        EquivalenceAtRate(
            money(subject),
            unrounded(best.computed, stated.currency),
            words(stated.text),
            currency_taken=_taken(claim, best),
            period=basis.period,
            told=words(basis.told.text) if basis.told else None,
        ),
        money(stated),
        converted,
        found.interval,
        found.deviation_percent,
        hint,
        (basis.quote,),
        (Converted(money(subject), converted, basis.quote),) if basis.told is None else (),
        band=best.band,
        read=tuple(each for each in (subject, stated) if each not in (claim.subject, claim.object)),
    )


KIND = Kind("equivalence", find, judge_equivalence)


def _of_unknown_rate(claim: Claim, best: Conversion, grounds: Grounds) -> NoRateError | None:
    return of_unknown_time(claim, grounds) or of_bygone_money(claim, best.computed, grounds)


def _undated(best: Conversion, fitting: Fitting, bases: Bases, tolerance: Decimal) -> Finding:
    one, other, days = fitting
    if (one.currency, other.currency) != (best.subject.currency, best.stated.currency):
        with suppress(NoRateError):  # of old money, that has none today
            best = converted(one, other, next(bases(one.currency, other.currency)), tolerance)
    (start, end), stated = days[0], best.stated
    return Finding(
        "not_enough_info",
        EquivalenceUndated(money(best.subject), words(stated.text), start, end, len(days)),
        money(stated),
        rounded(best.computed, stated.currency),
        best.found.interval,
        best.found.deviation_percent,
        None,
        (best.basis.quote,),
        band=best.band,
    )


def _taken(claim: Claim, best: Conversion) -> str | None:
    """The currency that was taken because it fits, where that is not the likeliest."""
    taken = (
        now.currency
        for now, likely in ((best.subject, claim.subject), (best.stated, object_of(claim)))
        if now.currency != likely.currency
    )
    return next(taken, None)


def _taken_up(sentence: Sentence, commitment: Commitment | None) -> tuple[Amount, ...]:
    """The commitment, where a sentence opens with a word for it: "That works out at 127bn a year"."""
    if commitment is None or not sentence.amounts or commitment.amount.end > sentence.start:
        return ()
    cue = sentence.leads("equivalence", sentence.start, sentence.amounts[0].start)
    if _opens_converted(sentence):
        return (commitment.amount,)
    if cue is None:
        return ()
    begun = _past_rate(sentence, cue)
    opening = sentence.text[begun : cue.start]
    parted = any(char in PARTING for char in opening)  # "The bones, worth $2,500, are"
    parted = parted and not _names_sum(sentence, cue)
    moved = moves_on(sentence, commitment.amount, cue, sentence.amounts[0])
    worth = has_worth(sentence, cue)  # "The stake is worth 3bn", "Shares worth 3bn"
    named = sentence.words(begun, cue.start)
    other = named and not sentence.between(_THIS, begun, cue.start)  # "Freight alone works out at"
    few = len(opening.split()) <= _WORDS_BEFORE_CUE and not (worth and named) and not other
    far = not named and _is_far(sentence, commitment.amount)
    return (commitment.amount,) if few and not (parted or moved or far) else ()


def _is_far(sentence: Sentence, amount: Amount) -> bool:
    """Whether a whole sentence stands between one and the sum it would take up without a word for that: "That
    is 37m euros for growers. There is insurance, too. That is a billion zloty"."""
    between = sentence.between_it_and(amount.end)
    told = any(any(map(str.isdecimal, each)) for each in between)
    return bool(between) and not told and not sentence.between(("the_sum",), *sentence.span)


def _opens_converted(sentence: Sentence) -> bool:
    """Whether a sentence opens with a word that equates, and goes on to its figure with a word for the sum
    and little else: "Converted, the whole plan is worth some $60m"."""
    stated = sentence.amounts[0]
    first = next((each for each in sentence.cues if each.kind == "equivalence"), None)
    if first is None or sentence.words(sentence.start, first.end) or has_worth(sentence, first):
        return False
    named = sentence.between(_THIS, first.end, stated.start)
    other = sentence.between(("and", "contrast", "each", "part_of", *WAYS), first.end, stated.start)
    few = sentence.words(first.end, stated.start) <= _WORDS_BEFORE_CUE
    stops = any(char in PARTING for char in sentence.text[first.end : stated.start].removeprefix(","))
    return named and few and not other and not stops


def _past_rate(sentence: Sentence, cue: Cue) -> int:
    """Where a sentence begins, or its clause after one that names the rate: "At today's rate, this is"."""
    comma = sentence.text.rfind(",", sentence.start, cue.start)
    led = comma > 0 and sentence.between(("rate", "equivalence"), sentence.start, comma)
    return comma + 1 if led and sentence.words(sentence.start, comma) <= _ARTICLE else sentence.start


def _names_sum(sentence: Sentence, cue: Cue) -> bool:
    """Whether a sentence begins with a word for the sum before it, and a comma follows that at once: "Dana
    sebesar itu, yang setara dengan", but not "This port, equal to"."""
    taken = sentence.last(_THIS, sentence.start, cue.start)
    return taken is not None and not sentence.words(taken.end, cue.start)


def _dated(sentence: Sentence, amount: Amount) -> PeriodMention | None:
    """The calendar period nearest to an amount: "in 2019 it paid $5bn"."""
    return nearest(sentence.calendar, amount.start, amount.end)
