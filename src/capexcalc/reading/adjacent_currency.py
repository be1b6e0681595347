"""The currencies that stand beside a number, before it or after it, and the smaller units that follow."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ..money.currencies import is_currency
from ..patterns import regex
from .figures import past_dash
from .items import BLANKS, Items, item_at, meanings_at, near
from .letters import letter_after
from .lexicon import Lexicon, Meanings
from .lookalikes import (
    HYPHENS,
    PRICED,
    begins_name,
    code_after,
    code_before,
    has_clitic,
    in_syllable,
    is_adjective,
    is_blank,
    names_model,
    of_unknown_land,
    priced_after,
)
from .number_part import NUMBER_BEGINNINGS
from .number_words import Quantity
from .quantities import read_quantity
from .tokens import spaceless
from .two_signs import are_two_signs, money_of_both, opens_another
from .unread import may_be_scale
from .weights import weighs
from .written_amount import TWO_SIGNS

LARGEST = Decimal(10) ** 24  # more than all the money there is, in any currency
_MINUS = "-\u2212\u2013\uff0d"
_MINOR_BEGINNINGS = NUMBER_BEGINNINGS | {"join", "minor_join"}
_ONE, _TENTH, _HUNDREDTH = Decimal(1), Decimal("0.1"), Decimal("0.01")
_YEAR = regex(r"(?:(?<![\d.,])(?:19|20)\d\d(?:[-\u2013/]\d\d)?|\d/\d\d/\d\d)\Z")
_LONGEST_YEAR = 7  # characters, "2011-12": of more only the last are looked at
_DAYS = ("日", "月", "號", "号")
_ENDS = ".,;:!?)]…。，；！？）"


class Currency(NamedTuple):
    """What stands beside a number; ``worth`` is 1, less for a subunit, more for a conto of escudos."""

    codes: tuple[str, ...]
    worth: Decimal
    item: int
    start: int
    end: int


class Number(NamedTuple):
    """A quantity with the currencies that stand before and after it; ``smaller`` are its subunits."""

    quantity: Quantity
    prefix: Currency | None
    suffix: Currency | None
    next: int
    end: int
    smaller: Decimal = Decimal(0)
    notes: tuple[str, ...] = ()

    @property
    def currency(self) -> Currency | None:
        return self.prefix or self.suffix

    @property
    def start(self) -> int:
        return self.prefix.start if self.prefix else self.quantity.start

    def passes_unread(self, items: Items) -> bool:
        """Whether an unread unit stands between it and its currency: "1tn wonia"."""
        apart = self.suffix is not None and self.suffix.item > self.quantity.next
        return apart and "unread" in meanings_at(items, self.quantity.next)

    def first(self, i: int) -> int:
        """Its first item, where its quantity begins at item ``i``."""
        return self.prefix.item if self.prefix else i


def surround(text: str, items: Items, i: int, quantity: Quantity, claimed: int, lexicon: Lexicon) -> Number:
    """The number at item ``i`` with its currencies; items up to ``claimed`` belong to another amount."""
    quantity = past_dash(text, items, quantity)
    prefix = _prefix(text, items, i, quantity, lexicon) if i - 1 > claimed else None
    suffix = _suffix(text, items, i, quantity, lexicon)
    if suffix and prefix and meanings_at(items, prefix.item).get("prefix") == PRICED:
        prefix = None  # "kostet der Euro 1,18 Dollar"
    if suffix and prefix and suffix.worth == 1 and set(suffix.codes).isdisjoint(prefix.codes):
        told = money_of_both(text, items, prefix, suffix, quantity)
        prefix = prefix._replace(codes=told) if told else prefix
        suffix = suffix._replace(codes=told) if told else None  # "$5 €6": that is of the next number
    if suffix and opens_another(text, items, suffix):
        apart = text[quantity.end : suffix.start] and text[suffix.end].isdecimal()
        in_words = not text[quantity.start].isdecimal()
        dated = _YEAR.search(text, max(0, quantity.end - _LONGEST_YEAR), quantity.end)
        if prefix or apart or in_words or dated or suffix.item > quantity.next:
            # "$ 20 $ 37", "ein €400-Millionen-Paket", "two $ 600 cheques", "in 2007 Rp 9.100",
            # "the year to June 30 of $5bn", "14/03/11 R$ 29,31"
            suffix = None
    if suffix is None:
        number = Number(quantity, prefix, None, quantity.next, quantity.end)
    else:
        nxt, end = max(quantity.next, suffix.item + 1), max(quantity.end, suffix.end)
        scale = meanings_at(items, nxt).get("scale")
        in_figures = text[quantity.start].isdecimal()
        if (
            scale
            and in_figures
            and not quantity.scale
            and prefix is None
            and not spaceless(text[end - 1])  # "250달러만" is only 250
            and near(text, end, item_at(items, nxt).start)
            and (suffix.worth >= 1 or len(item_at(items, nxt).text) > 1)  # no "20sen M"
        ):
            factor = Decimal(10) ** scale  # "75 USD million"
            quantity = quantity._replace(
                value=quantity.value * factor, unit=quantity.unit * factor, scale=scale
            )
            end, nxt = item_at(items, nxt).end, nxt + 1
        both = prefix is not None and are_two_signs(prefix.codes)
        number = Number(quantity, prefix, suffix, nxt, end, notes=(TWO_SIGNS,) if both else ())
    return _with_smaller(text, items, number, lexicon)


def codes_of(meanings: Meanings) -> tuple[str, ...]:
    code = meanings.get("code")
    if code is not None:
        return (code,) if is_currency(code) else ()
    return tuple(meanings.get("currency", ()))


def _prefix(text: str, items: Items, i: int, quantity: Quantity, lexicon: Lexicon) -> Currency | None:
    j = i - 1
    if "range" in meanings_at(items, j) and item_at(items, j).text in _MINUS:
        j -= 1  # "€-5"
    meanings = meanings_at(items, j)
    codes, worth = codes_of(meanings), _ONE
    if not codes and "prefix" in meanings:
        codes, worth = tuple(meanings.get("subunit", ())), _HUNDREDTH  # "GBX 1,250"
    if not codes or not ("prefix" in meanings or "code" in meanings):
        return None
    item = item_at(items, j)
    gap = text[item.end : quantity.start]
    if len(gap) > 2 or gap.strip(BLANKS + _MINUS):
        return None
    if names_model(text, item, gap, quantity) or "percent" in meanings_at(items, quantity.next):
        return None  # "deposits earn EUR 3.25%"
    if spaceless(item.text[0]) and text[quantity.end : quantity.end + 1] in _DAYS:
        return None  # 美元27日
    if of_unknown_land(text, items, j) or not code_before(text, item, quantity, lexicon):
        return None
    if item.text.islower() and "unit" in meanings_at(items, quantity.next):
        return None  # "deposito rupiah 12 bulan"
    told = meanings_at(items, j - 1).get("code")
    if told in codes and near(text, item_at(items, j - 1).end, item.start):
        return Currency((told,), worth, j - 1, item_at(items, j - 1).start, item.end)  # "AUD $45"
    if "scale" in meanings and not quantity.scale:  # "T€ 320"
        return Currency(codes, Decimal(10) ** meanings["scale"], j, item.start, item.end)
    scale = meanings_at(items, j - 1).get("scale")
    glued = item.text.isalpha() and item.end == quantity.start  # "MILS3", a share
    if scale and item_at(items, j - 1).end == item.start and not quantity.scale and glued:
        return None
    if scale and item_at(items, j - 1).end == item.start and not quantity.scale:  # "MUSD 60", "M€ 320"
        return Currency(codes, Decimal(10) ** scale, j - 1, item_at(items, j - 1).start, item.end)
    return Currency(codes, worth, j, item.start, item.end)


def _suffix(text: str, items: Items, i: int, quantity: Quantity, lexicon: Lexicon) -> Currency | None:
    j, last = quantity.next, meanings_at(items, quantity.next - 1)
    inner = meanings_at(items, j)
    if ("link" in inner or "bound_inner" in inner) and "currency" not in inner:
        j += 1
    elif may_be_scale(text, items, j, quantity.end):
        j, quantity = j + 1, quantity._replace(scale=1)  # "1tn wonia"
    meanings = meanings_at(items, j)
    found = _unit_of_money(text, items, i, j, quantity, lexicon) if meanings else None
    if found is None and "scale" in last and "currency" in last:  # "50 mkr"
        item = item_at(items, quantity.next - 1)
        return Currency(tuple(last["currency"]), _ONE, quantity.next - 1, item.start, item.end)
    return found


def _unit_of_money(
    text: str, items: Items, i: int, j: int, quantity: Quantity, lexicon: Lexicon
) -> Currency | None:
    item, meanings = item_at(items, j), meanings_at(items, j)
    between = "" if j == quantity.next else item_at(items, j - 1).text
    if (
        not is_blank(text[quantity.end : item.start], between)
        or has_clitic(item, lexicon)
        or in_syllable(text, item)
    ):
        return None
    if not quantity.scale:
        for kind, worth in (("tenth", _TENTH), ("subunit", _HUNDREDTH)):
            if kind in meanings:
                apart = not lexicon.adjectives_follow or text[quantity.end : quantity.end + 1] not in HYPHENS
                stands = (
                    apart  # Romance languages join no "1980-ban", which is Hungarian
                    and letter_after(text, items, i, j, quantity, lexicon)
                    and not ("weight" in meanings and weighs(text, items, i, j, quantity, lexicon))
                )
                return Currency(tuple(meanings[kind]), worth, j, item.start, item.end) if stands else None
        if "shy" in meanings and not priced_after(text, items, j, quantity, lexicon):
            return None
    if "milestone" in meanings and "priced" not in meanings_at(items, j + 1):
        return None  # "the 1 million mark", but "a 1 million mark fine"
    codes = codes_of(meanings)
    if j > quantity.next and is_adjective(text, item.end):
        return None
    if not codes or begins_name(text, item, quantity) or not code_after(text, items, j, quantity, lexicon):
        return None
    if "weight" in meanings and weighs(text, items, i, j, quantity, lexicon):
        return None
    worth = Decimal(10) ** meanings.get("scale", 0)  # "milhões de contos", each a thousand escudos
    return Currency(codes, worth, j, item.start, item.end)


def _with_smaller(text: str, items: Items, number: Number, lexicon: Lexicon) -> Number:
    """ "5 dollars 40 cents" is one amount, and so is "zwei Euro fünfzig" where nothing follows."""
    if _MINOR_BEGINNINGS.isdisjoint(meanings_at(items, number.next)):
        return number  # as most are
    own = number.suffix or number.prefix
    worth = own.worth if own else _HUNDREDTH
    whole = number.quantity.value.to_integral_value() == number.quantity.value  # % fails for 10^30
    while own and _HUNDREDTH < worth <= 1 and whole:
        if number.quantity.scale and text[number.quantity.start].isdecimal():
            break
        joined = not meanings_at(items, number.next).keys().isdisjoint(("join", "minor_join"))
        k = number.next + joined
        minor = read_quantity(text, items, k, lexicon)
        if minor is None or minor.scale or not 0 < minor.value < 100 or minor.value % 1:
            break
        if minor.start - number.end > (6 if joined else 1):
            break
        alike = text[minor.start].isdecimal() or not text[number.quantity.start].isdecimal()  # no "$5 twelve"
        unit = _smaller_unit(text, items, minor, own)
        if unit is not None:
            each = "each" in meanings_at(items, unit.item + 1).get("cue", ())
            if unit.worth >= worth or (number.quantity.scale and (each or text[minor.start].isdecimal())):
                break
            smaller, nxt, end, notes = minor.value * unit.worth, unit.item + 1, unit.end, number.notes
            worth = unit.worth
        elif number.quantity.scale or spaceless(text[number.end - 1]):
            break  # 3,000 บาท 13. and a name: the next of a list
        elif (number.suffix or not joined) and minor.value >= 10 and alike and _closes(text, minor.end):
            smaller, nxt, end, notes = minor.value * _HUNDREDTH, minor.next, minor.end, ("minor_unit",)
            worth = _HUNDREDTH
        else:
            break
        number = number._replace(smaller=number.smaller + smaller, next=nxt, end=end, notes=notes)
    return number


def _smaller_unit(text: str, items: Items, minor: Quantity, own: Currency) -> Currency | None:
    j = minor.next
    if "link" in meanings_at(items, j) and "currency" not in meanings_at(items, j):
        j += 1  # "23 de cenți"
    meanings = meanings_at(items, j)
    if not meanings or not is_blank(
        text[minor.end : item_at(items, j).start], "" if j == minor.next else item_at(items, j - 1).text
    ):
        return None
    item = item_at(items, j)
    worth = meanings.get("small") or (
        "0.1" if "tenth" in meanings else "0.01" if "subunit" in meanings else None
    )
    if worth is not None:
        return Currency(own.codes, Decimal(worth), j, item.start, item.end)
    return Currency(own.codes, _ONE, j, item.start, item.end) if "currency" in meanings else None


def _closes(text: str, end: int) -> bool:
    """Whether a clause or the text ends here."""
    return (not text[end : end + 1].strip() and not text[end : end + 2].strip()) or (
        text[end] in _ENDS and not text[end + 1 : end + 2].isdecimal()
    )
