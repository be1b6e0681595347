"""Which of the currencies a sign or word leaves open is meant, by what the text names and by its date."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date
from functools import lru_cache
from itertools import pairwise
from unicodedata import category

from ..money.currencies import forerunner, used_on
from ..patterns import regex
from .draft import Draft
from .lands import Lands
from .memo import Memo
from .mentions import Amount
from .tokens import fold
from .written_amount import ABROAD

_PLAIN = frozenset(("USD", "GBP"))
_MUCH = 1000  # of money, that nobody tells in cents
# Currencies none of which is worth twenty of another: "40 dollars, or 40 cents each" is no conversion.
_ALIKE, _TIMES = frozenset(("USD", "EUR", "GBP", "CAD", "AUD", "NZD", "SGD", "HKD")), 20
_NEAR = 60  # characters from a sum to the cents that follow it
_NOTED = 12  # characters that "$1.00 = " may take
_NOTE = regex(r"(?<![A-Za-z])\$\s?1(?:\.0+)?\s?[=＝≈]\s?\Z")
_EQUALS = frozenset("=＝≈")
_DOLLAR = "$"
_SIGNS = frozenset("$＄¥￥£￡₨")
_REMEMBERED = 1 << 10  # choices of currencies, each on its day


def settle(
    text: str, drafts: Sequence[Draft], homes: Set[str], lands: Lands, on: date | None = None
) -> list[Draft]:
    """``drafts``, each open sign or word led by the one of its currencies that the text means.

    A currency named outright holds for the bare sign ("¥380bn" beside "renminbi") and for the bare word that
    follows ("36bn kroner" after "Danish kroner"; at home in a word of its own, too, where no amount was in
    that before). Where a sign is told apart ("NT$965bn", "C$5bn") the bare
    one stays what it is, and of two figures side by side it is in another currency: "C$5bn ($4bn)". On a day
    ``on`` when currencies of old circulated, words mean these. Else the land that the text names most says
    whose rupees it means, of the ``lands`` that have them; any that it names may be meant (``abroad``).

    What stays open is noted (``currency``), unless it is taken for what most would: dollars, pounds and the
    ``homes``, the currencies at home where the text is read.
    """
    drafts = [_in_era(text, draft, on) for draft in drafts] if on else drafts
    drafts = _set_apart(text, _of_their_whole(text, drafts))
    outright = [_told(text, draft) for draft in drafts]
    told = {draft.currency[0] for draft, is_told in zip(drafts, outright, strict=True) if is_told}
    apart = {draft.currency[0] for draft in drafts if _is_told_apart(text, draft)}
    named: dict[str, str] = {}  # the currencies named so far in words, the last at the end, and their words
    settled = []
    for draft, is_told in zip(drafts, outright, strict=True):
        if is_told and (abroad := _as_named(draft, named, homes)):
            draft = draft._replace(currency=(abroad, *draft.currency), notes=(*draft.notes, "currency"))
        elif is_told:
            named.pop(draft.currency[0], None)
            named[draft.currency[0]] = fold(draft.noun)
        elif len(draft.currency) > 1:
            if _SIGNS.isdisjoint(text[draft.start : draft.end]):
                options = [code for code, words in named.items() if _is_short_for(draft, code, words)][-1:]
            else:
                options = [code for code in draft.currency if code in told - apart]
            if len(options) == 1:
                draft = draft._replace(currency=tuple(dict.fromkeys((*options, *draft.currency))))
            elif draft.currency[0] not in told | homes | _PLAIN:
                first = draft.currency[0] if draft.currency[0] in draft.once else lands.first(draft.currency)
                codes = tuple(dict.fromkeys((first, *draft.currency)))
                draft = draft._replace(currency=codes, notes=(*draft.notes, "currency"))
        settled.append(_with_abroad(text, draft, homes, lands, told, apart, on))
    return settled


def _with_abroad(
    text: str,
    draft: Draft,
    homes: Set[str],
    lands: Lands,
    told: Set[str],
    apart: Set[str],
    on: date | None,
) -> Draft:
    """An amount in words for money abroad, open to the currencies of the lands that the text names: "pounds"
    in a text about Egypt; and to those of old, and if it is in cents, to those ``told`` elsewhere. So is one
    with a bare dollar sign, but to no dollar that the text tells ``apart`` by its own: in one about Canada
    that writes "C$5bn" it is not Canada's, and where "US$" stands beside it may well be."""
    written, usual = text[draft.start : draft.end], lands.usual(draft.currency)
    signed = not _SIGNS.isdisjoint(written)
    if draft.currency[0] in written or (signed and _DOLLAR not in written):
        return draft
    if draft.currency[0] in homes and not usual:
        others = lands.at_home(fold(draft.noun), draft.currency[0])
    else:
        others = lands.abroad(fold(draft.noun), draft.currency)
    if signed:
        others = tuple(code for code in others if code not in apart)
    if usual:
        named = [code for code in draft.currency if draft.minor and code in told]
        others = (*draft.once, *others, *named)
    if not others:
        return draft
    if on is not None:
        others = tuple(forerunner(code, on) or code for code in others)
    codes = dict.fromkeys((draft.currency[0], *others, *(() if usual else draft.currency)))
    return draft._replace(currency=tuple(codes), notes=(*draft.notes, ABROAD))


def _is_short_for(draft: Draft, code: str, words: str) -> bool:
    """Whether an amount may be in the currency named ``code`` in ``words``: "kroner" for Danish kroner."""
    return code in draft.currency or fold(draft.noun) in words.split()


def _as_named(draft: Draft, named: dict[str, str], homes: Set[str]) -> str | None:
    """The currency abroad last ``named`` that an amount is in, whose bare word would be one at home: "kronor"
    in Swedish after "danska kronor", unless it is the same sum again or one at home was named before."""
    if draft.restates or not named or draft.currency[0] not in homes or draft.currency[0] in named:
        return None
    code, words = next(reversed(named.items()))
    noun = fold(draft.noun)
    return code if noun != words and noun in words.split() else None


def of_another_time(amounts: Sequence[Amount], on: date) -> bool:
    """Whether ``amounts`` read without a date may mean other currencies on the day ``on``."""
    codes = {code for amount in amounts for code in amount.candidates}
    return any(used_on(code, on) != used_on(code, date.max) for code in codes)


def _told(text: str, draft: Draft) -> bool:
    """Whether an amount names its currency outright, in words."""
    return len(draft.currency) == 1 and _SIGNS.isdisjoint(text[draft.start : draft.end])


def _is_told_apart(text: str, draft: Draft) -> bool:
    """Whether an amount says that the bare sign is of another currency: "C$5bn", "($1 = 1.05 Canadian
    dollars)"."""
    if len(draft.currency) > 1:
        return False
    signed = not _SIGNS.isdisjoint(text[draft.start : draft.end])
    return signed or _NOTE.search(text, max(0, draft.start - _NOTED), draft.start) is not None


def _of_their_whole(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts``, cents led by the money just before that they are hundredths of: "147m dollars, or 8 cents a
    share"."""
    whole = list(drafts)
    for i, (one, draft) in enumerate(pairwise(drafts), 1):
        code = one.currency[0]
        if _are_cents_of_more(text, draft, one) and draft.start - one.end <= _NEAR:
            codes = (code, *(each for each in draft.currency if each != code))
            whole[i] = draft._replace(currency=codes) if code in draft.currency else draft
    return whole


def _are_cents_of_more(text: str, draft: Draft, one: Draft) -> bool:
    """Whether an amount in cents cannot be another told again: "147m dollars, or 8 cents", "40 euros, so 40
    cents each", but neither "C$1.06, or 79 cents" nor "C$44.20 (33 cents)", a slip."""
    if not draft.minor or one.minor:
        return False
    alike = one.currency[0] in _ALIKE.intersection(draft.currency) and "(" not in text[one.end : draft.start]
    return one.value >= _MUCH or (alike and one.value >= _TIMES * draft.value)


def _set_apart(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts`` without the currencies that a figure beside them, for the same sum, rules out; the same
    figure is in the same. The two of a rate ("$1 = 1.156 francs") say nothing of a sum before them."""
    apart = list(drafts)
    if not any(draft.restates for draft in drafts):
        return apart  # most texts go no further
    main = 0
    for i, draft in enumerate(apart):
        if _is_of_rate(text, draft):
            continue
        if not draft.restates:
            main = i
        elif draft.value == apart[main].value:
            apart[main], apart[i] = _in_one(apart[main], draft)
        elif draft.value != apart[main].value and not _are_cents_of_more(text, draft, apart[main]):
            one = apart[main]
            apart[i] = _without(draft, one.currency)
            if fold(one.noun) not in fold(draft.noun).split():  # "5 pounds or 7 Egyptian pounds"
                apart[main] = _without(one, draft.currency)
    return apart


def _in_one(one: Draft, other: Draft) -> tuple[Draft, Draft]:
    """One figure told twice in the currencies that both tellings leave open: "$85,000 (eighty-five thousand
    pesos)"."""
    fewer, more = sorted((one.currency, other.currency), key=len)
    shared = tuple(code for code in fewer if code in more)
    return (one._replace(currency=shared), other._replace(currency=shared)) if shared else (one, other)


def _is_of_rate(text: str, draft: Draft) -> bool:
    """Whether a sign of equality stands beside an amount of one, or before another."""
    after = text[draft.end : draft.end + _NOTED].lstrip()
    before = text[max(0, draft.start - _NOTED) : draft.start].rstrip()
    return (draft.value == 1 and after[:1] in _EQUALS) or before[-1:] in _EQUALS


def _without(draft: Draft, other: tuple[str, ...]) -> Draft:
    """``draft`` without the one currency of ``other``, if it has a choice."""
    left = tuple(code for code in draft.currency if other != (code,))
    return draft._replace(currency=left) if left else draft


def _in_era(text: str, draft: Draft, on: date) -> Draft:
    """``draft`` led by the currency of its time; codes and signs stay what they are."""
    codes = _on_day(draft.currency, draft.once, on)
    if codes == draft.currency:
        return draft
    written = text[draft.start : draft.end]
    if draft.currency[0] in written or any(map(_is_sign.__getitem__, written)):
        return draft
    return draft._replace(currency=codes)


@lru_cache(_REMEMBERED)
def _on_day(codes: tuple[str, ...], once: tuple[str, ...], on: date) -> tuple[str, ...]:
    """``codes``, those of ``once`` that circulated on a day first, each by what went before it then."""
    then = [code for code in once if used_on(code, on)]
    return tuple(dict.fromkeys((*then, *(forerunner(code, on) or code for code in codes))))


def _is_of_money(char: str) -> bool:
    return category(char) == "Sc"


_is_sign = Memo(_is_of_money)
