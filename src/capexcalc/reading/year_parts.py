"""Quarters and halves of a year: "the third quarter of 2024", "im ersten Halbjahr", 第三季度, "Q3"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from ..money.periods import Period, month_end
from .lexicon import Lexicon
from .tokens import fold, spaceless

_PARTS = {"quarter": 4, "half": 2}  # of a year
_SHORT = re.compile(r"(?<!\w)(?:([qt])([1-4])|([1-4])([qt])|([hs])([12])|([12])([hs]))(?!\w)")
_NUMERAL = r"[1-4](?:[.ºª°]|-?[^\W\d_]{1,2})?|(?:iv|i{1,3})\.?"
_NUMBERS = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_BETWEEN = r"[\s\-]?(?:al |ke-?|ที่\s?)?"  # "trimestrul al treilea", "kuartal ke-3", ไตรมาสที่ 3
_STEM = r"[^\W\d_]{0,8}"  # what "*" stands for
_ENDING, _LONG = r"[^\W\d_]{0,3}", 6  # of a unit as it is declined, if that is so long: "Quartals"
_PREFIX = r"[^\W\d_]{0,3}"  # written glued to a word: الربع
_YEAR_AFTER = re.compile(r"\W{0,3}(?:[^\W\d_]{1,4}\W)?((?:19|20)\d\d)(?!\d)")
_YEAR_BEFORE = re.compile(r"(?<!\d)((?:19|20)\d\d)\W?[^\W\d_]?\W?$")
_ORDINAL = 24  # characters beside a part: an ordinal has fewer
_ORDINALS = ("1", "2", "3", "4", "other")  # the last is one that tells of no quarter which it is
_NEAR = 7  # characters before a part that its year takes, and what stands between


def year_parts(sentence: str, lexicon: Lexicon, today: date) -> Iterator[Period]:
    """The quarters and halves that a sentence names: of the year beside them, else the last begun by
    ``today``, and the one before while that runs."""
    text = fold(sentence)
    for kind, number, start, end in _found(text, lexicon):
        if number > _PARTS[kind]:
            continue  # "the third half"
        months = 12 // _PARTS[kind]
        first = (number - 1) * months + 1
        named = _YEAR_AFTER.match(text, end) or _YEAR_BEFORE.search(text, max(0, start - _NEAR), start)
        latest = today.year if date(today.year, first, 1) <= today else today.year - 1
        last = first + months - 1
        runs = not named and month_end(latest, last) >= today
        for year in (int(named[1]),) if named else (latest, latest - 1) if runs else (latest,):
            yield Period(date(year, first, 1), month_end(year, last))


def names_part(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the word for a fraction at ``start`` is a quarter of a year, by what stands beside it: "toisen
    neljänneksen voitto", "edellisen neljänneksen voitto"."""
    before, word = fold(text[max(0, start - _ORDINAL) : start]), fold(text[start:end])
    near = before + word + fold(text[end : end + _ORDINAL])
    at, stop = len(before), len(before) + len(word)
    return any(kind == "quarter" and a <= at and stop <= b for kind, _, a, b in _found(near, lexicon))


def _found(text: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int, int]]:
    """Each part with its number and its place."""
    for match in _SHORT.finditer(text):
        letter, number = sorted(filter(None, match.groups()), reverse=True)
        yield "quarter" if letter in "qt" else "half", int(number), *match.span()
    for kind in _PARTS:
        pattern, ordinals = _patterns(lexicon, kind)
        for match in pattern.finditer(text) if pattern else ():
            said = (match["before"] or match["after"]).strip()
            number = next((n for n, ordinal in ordinals if ordinal.fullmatch(said)), None) or _NUMBERS.get(
                re.sub(r"[^1-4iv].*", "", said), 0
            )
            if number:
                yield kind, number, *match.span()


@cache
def _patterns(
    lexicon: Lexicon, kind: str
) -> tuple[re.Pattern[str] | None, tuple[tuple[int, re.Pattern[str]], ...]]:
    """What a part of a year looks like in a language, its ordinal before or after it, and each ordinal."""
    parts = lexicon.parts_of_year
    if not parts.get(kind):
        return None, ()
    ordinals = tuple(
        (n, re.compile(_any_of(parts[key]))) for n, key in enumerate(_ORDINALS, 1) if key in parts
    )
    apart = not spaceless(parts[kind][0][0])
    left, right = (r"(?<!\w)", r"(?!\w)") if apart else ("", "")
    glued = _PREFIX if lexicon.proclitics else ""
    ordinal = "|".join((*(pattern.pattern for _, pattern in ordinals), _NUMERAL))
    noun = f"{glued}(?:{_any_of(parts[kind], declined=apart)})"
    return (
        re.compile(
            f"{left}(?P<before>{ordinal}){right}{_BETWEEN}{left}{noun}{right}"
            f"|{left}{noun}{right}{_BETWEEN}{left}(?P<after>{ordinal}){right}"
        ),
        ordinals,
    )


def _any_of(words: Iterable[str], *, declined: bool = False) -> str:
    """One of several words, the longest first, each with any ending if it is a stem."""
    forms = (re.escape(fold(word.removesuffix("*"))) + _ending(word, declined) for word in words)
    return "|".join(sorted(forms, key=len, reverse=True))


def _ending(word: str, declined: bool) -> str:
    if word.endswith("*"):
        return _STEM
    return _ENDING if declined and len(word) >= _LONG and word.isalpha() else ""
