"""The words of a command line, read by the same reader that reads articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ..errors import UsageError
from ..money.currencies import is_currency, unknown_currency
from ..patterns import regex
from ..words import Template
from .digits import lone_mark
from .items import meanings_at
from .language import likeliest
from .lexicon import Lexicon, load_lexicon
from .matcher import match_phrases
from .mentions import Amount, Reading
from .reader import read
from .request import Request
from .written_amount import CUT

# A currency with the scale behind it, as accounts and tables have it: "10 $m", "Rm 10", "10 EUR k".
_SCALED = r"(?P<sign>(?:[A-Z]{1,3})?[$€£¥₹]|R|(?P<code>[A-Z]{3})) ?(?P<scale>k|m|mn|bn|tn)"
_FIGURE = r"(?P<figure>[0-9][0-9.,]*)"
_TABLED = tuple(regex(form) for form in (rf"{_FIGURE} ?{_SCALED}", rf"{_SCALED} {_FIGURE}"))
# What is glued to a figure from the left, and makes another one of it: 1.5e+10, =2+3, -.5.
_GLUED = regex(r"\S*(?:\d[eE]?[+*/^_.,]|[^\W\d_]\+|(?<![^\W\d_])[.,])\Z")
_SHOWN = 60  # characters of the words repeated in an error
_LONGEST = 10_000
# The letters before a sign, the figures after the one that went with it, a word.
_LEFT = regex(r"(?:US|A|AU|C|CA|HK|MX|NT|NZ|R|S)?[\d.,]*\s*([^\W\d_]*)")
_WRITE: Template = "write a number and a currency: 380bn CNY, 'US$1.2bn', \"50 milliards d'euros\""
_EATEN: Template = (
    "a shell takes $5 for a variable: put it in single quotes, '$5bn'; else write a number and a currency"
)
_STRAY: Template = "{number!r} stands beside {text!r}, and is no part of it"
_WHOLE: Template = 'write the scale another way, or the number in full: "8.5 million", "8,500,000"'


def read_typed(words: str, lang: str | None, on: date | None) -> Request:
    """What ``read_request`` reads, by the reader."""
    if len(words) > _LONGEST:
        raise UsageError(
            "too_long",
            "{count} characters are no amount",
            "to read a text use: capexcalc check",
            count=len(words),
        )
    words = _as_in_texts(words)
    reading = read(words, lang, on)
    if not lang and not reading.amounts:
        from .other_languages import read_in_others  # here: all lexicons are a lot to read

        reading = read_in_others(words, on) or reading
    amounts, language = reading.amounts, reading.language
    one = len(amounts) == 1 or [amount.bound for amount in amounts] == ["range_low", "range_high"]
    if not one:
        for code in _unknown_codes(words, load_lexicon(language)):
            raise unknown_currency(code)
    if not amounts:
        raise UsageError(
            "no_amount",
            "no amount of money in {words!r}",
            _EATEN if _may_be_eaten(words, load_lexicon(language)) else _WRITE,
            words=_short(words),
        )
    if not one:
        found = ", ".join(f"{_short(a.text)} ({a.currency})" for a in amounts[:5])
        raise UsageError(
            "several_amounts",
            "{count} amounts where one is wanted: {found}",
            "give them one by one",
            count=len(amounts),
            found=found,
        )
    _refuse_unread(words, amounts)
    _refuse_stray(words, reading)
    if lang:
        decimal = load_lexicon(lang).decimal
        amounts = tuple(_by_decimal_sign(amount, decimal) for amount in amounts)
    elif likeliest(words) is None:
        _refuse_ambiguous(amounts)
    per_year = any(cue.kind == "per_year" and cue.start >= amounts[0].end for cue in reading.cues)
    return Request(words, amounts, reading.periods[0] if reading.periods else None, per_year)


def _as_in_texts(words: str) -> str:
    """The words, the scale moved from behind the currency to the figure: "$10m"."""
    for form in _TABLED:
        if (found := form.fullmatch(words.strip())) and (not found["code"] or is_currency(found["code"])):
            sign = found["sign"]
            return f"{sign}{' ' * sign.isalpha()}{found['figure']}{found['scale']}"
    return words


def _refuse_unread(words: str, amounts: tuple[Amount, ...]) -> None:
    for amount in amounts:
        if CUT in (amount.notes or ()):
            number = _short(words[: amount.start].split()[-1].rstrip(","))
            raise UsageError("stray_number", _STRAY, _WRITE, number=number, text=_short(amount.text))
        if amount.unread:
            after = words[amount.end :].strip()  # of "900 to 1 billion" all that may tell its scale
            unit = _short(after if amount.bound == "range_low" else (after or amount.text).split()[0])
            raise UsageError(
                "unread_unit",
                "{unit!r} after {text!r} may be a scale, and is not known",
                _WHOLE,
                unit=unit,
                text=_short(amount.text),
            )


def _refuse_stray(words: str, reading: Reading) -> None:
    beside = words[: reading.amounts[0].start], words[reading.amounts[-1].end :]
    if not "".join(beside).strip():
        return
    from .stray import stray_number  # most who ask type an amount and nothing else

    glued = _GLUED.search(beside[0][-_SHOWN:])
    number = glued[0] if glued else stray_number(words, reading, load_lexicon(reading.language))
    if number is not None:
        (amount, *_) = reading.amounts
        raise UsageError(
            "stray_number",
            _STRAY,
            _WRITE,
            number=_short(number),
            text=_short(amount.text),
        )


def _by_decimal_sign(amount: Amount, decimal: str) -> Amount:
    """The reading of an amount in which its one separator is what it is in the language."""
    if amount.readings is None or not (mark := lone_mark(amount.text)):
        return amount
    value = (min if mark == decimal else max)(amount.readings, key=abs)
    unit = amount.unit * value / amount.value if amount.value else amount.unit
    return replace(amount, value=value, unit=unit, readings=None)


def _refuse_ambiguous(amounts: tuple[Amount, ...]) -> None:
    """Refuse "12.500 EUR" where nothing tells the language: a computed figure, or thousands of Berlin's; and
    "US$ 500 mil".

    A comma is taken to part thousands ("12,500 EUR"), for nobody types thousandths of money with one, and a
    scale may well have thousandths ("1.234 million").
    """
    for amount in amounts:
        point = lone_mark(amount.text) == "." and amount.unit < 1
        if amount.readings and (point or "scale" in (amount.notes or ())):
            low, high = sorted(amount.readings, key=abs)
            raise UsageError(
                "ambiguous_amount",
                "{text!r} can be {low:f} or {high:f} {currency}",
                "say which with --lang: en reads {low:f}, de {high:f}" if point else _WHOLE,
                text=_short(amount.text),
                low=low,
                high=high,
                currency=amount.currency,
            )


def _may_be_eaten(words: str, lexicon: Lexicon) -> bool:
    """Whether this is what a shell leaves of "$5", "$5bn", "US$1.2bn" or "$12 million"."""
    found = _LEFT.fullmatch(words.strip())
    return found is not None and (not found[1] or "scale" in lexicon.phrases.get(found[1].casefold(), {}))


def _unknown_codes(words: str, lexicon: Lexicon) -> Iterator[str]:
    """Codes beside a number that are no currency."""
    items = match_phrases(words, lexicon)
    for i in range(len(items)):
        code = meanings_at(items, i).get("code")
        beside = meanings_at(items, i - 1).keys() | meanings_at(items, i + 1).keys()
        if code and not is_currency(code) and beside & {"digits", "number", "scale"}:
            yield code


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
