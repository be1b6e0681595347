"""The words of one language, as tools/build_lexicon.py generates them from CLDR and a reviewed overlay."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import Any

from ..errors import UsageError
from ..records import dataclass

Meanings = Mapping[str, Any]

_FOLDER = Path(__file__).parent / "lexicons"
# What tells that a word is another as well.
WARY = frozenset(("shy", "homonym"))


@dataclass(frozen=True, slots=True, eq=False)  # one object a language, so it can be a key
class Lexicon:
    """``phrases`` maps a key (see tokens.py) to what it can mean; ``starts`` gives for a phrase's first token
    the number of tokens in the longest phrase that begins so, ``prefixes`` holds the longer beginnings.

    Meanings, by kind: ``scale`` (power of ten; ``alone`` if it is a number by itself, ``dual`` if it is two
    of it, ``open`` is the power it has elsewhere), ``number``, ``group`` (of so many each: a dozen),
    ``place`` (power of ten that multiplies one digit: Chinese "hundred"), ``fraction`` (before a scale),
    ``plus`` (after a number: "and a half"), ``plus_before`` (the like before it), ``point`` (a decimal sign
    in words), ``vague`` ("several");
    ``currency`` (ISO 4217 codes, likeliest first; ``once`` those that lead on days when they circulated,
    ``prefix`` if it may precede its number, ``shy`` if it is also another word, ``homonym`` if so in the
    singular only), ``subunit`` and ``tenth`` (codes of which it is a hundredth or a tenth), ``small`` (a
    part, after its whole only);
    ``unit`` (months, days; ``one`` or ``many`` if its form says so), ``span`` (the same with no number:
    "fortnight"), ``whole``, ``filler``, ``direction``, ``when``, ``when_after``, ``year_word``, ``month``
    (1 to 12); ``bound``, ``bound_after``, ``bound_inner``, ``nearly`` (a bound that says but a little
    less or more), ``negative``, ``loss``, ``range``, ``range_and``,
    ``between``, ``between_after``, ``join``, ``article``, ``link``, ``change`` (a verb that makes of two
    amounts a change, not a range), ``weight`` (a currency that also weighs: ``linked`` if a link
    joins it to what is weighed, else ``bare``), ``goods`` (what is sold by weight), ``priced`` (what a
    "20-pound" may stand before as its price), ``weighing``, ``respectively``, ``counted``
    (people, shares: in millions as money is), ``money_verb`` (what money does: "goes", "comes"),
    ``inflected`` (a scale in a form that what it counts never follows), ``constant`` (before a year of
    prices: "in 2016 dollars"), ``proportion``, ``multiple``,
    ``percent``, ``percent_before``, ``times``, ``times_before``, ``parts_of`` (between a whole and its parts:
    4分の1), ``tenth_part`` (3割), ``denominator`` ("tenths"), ``cue`` (names of cues), ``split`` (the words
    it really is), ``nothing``.

    ``stems`` are the words of phrases with a star at their end, ``tails`` those with one before them,
    ``proclitics`` prefixes written glued to a word, ``heads`` the first letters of every word that may begin
    with a stem or a prefix or be a compound numeral. ``home`` is the currency of the land most who write so
    live in, ``local`` that of the region asked for; below ``least_alone`` a bare number word is no number
    beside a currency; ``year_offset`` turns a year of the language's own era into one of ours;
    ``point_currencies`` are those of the lands that write a decimal point though most who share the language
    do not, ``both_ways`` says that its press writes either sign; ``price_sign`` may part the hundredths of
    a price (Swedish "3:75");
    ``ordinal_point`` says that a point makes ordinals ("30. Juni");
    ``openers`` are words that begin a sentence after a mere blank, where a language has no mark for its end;
    ``adjectives_follow`` says that an adjective stands after its noun, ``nouns_capital`` that a noun has a
    capital letter; ``lands`` are the names, starred if only their beginnings, of the lands that use a
    currency which shares its word with others, ``abroad`` more currencies that a word for money may mean
    where a text names their lands; ``parts_of_year`` are the words for a ``quarter``, a ``half``
    and, from ``1`` to ``4``, which of them it is; ``telling_words`` and ``telling_signs`` are one word, or
    one sign written without blanks, of each phrase that may be part of an amount or a period though none of
    its words is that alone, ``figures`` the signs of the numbers under ten; ``wholes`` are nouns for what a
    share may be one of, by kind, starred where more letters may follow or come before; ``over_time`` are
    words that tell that a sum is ``paid`` out, or is for ``one_year``, ``rates`` those that an exchange rate
    is told with that is none of the day (see claims/kinds/untimely.py), starred likewise;
    ``closing_words`` are those after which a number that leaves its currency out counts nothing, as it does
    after the ``function_words``, ``closing_beginnings`` a small word written as one with the next,
    ``closing_endings`` those of verbs, as no noun ends that is counted; ``funds`` are nouns for nothing but
    money.
    """

    language: str
    decimal: str
    phrases: Mapping[str, Meanings]
    starts: Mapping[str, int]
    prefixes: Set[str]
    stems: Set[str]
    heads: Set[str]
    proclitics: tuple[str, ...]
    abbreviations: frozenset[str]
    function_words: frozenset[str]
    wordlike_codes: frozenset[str]
    usual_codes: frozenset[str]
    telling_words: frozenset[str] = frozenset()
    telling_signs: frozenset[str] = frozenset()
    figures: str = ""
    home: str | None = None
    local: str | None = None
    least_alone: int = 0
    year_offset: int = 0
    point_currencies: frozenset[str] = frozenset()
    both_ways: bool = False
    price_sign: str = ""
    ordinal_point: bool = False
    openers: tuple[str, ...] = ()
    adjectives_follow: bool = False
    nouns_capital: bool = False
    lands: Mapping[str, Sequence[str]] = field(default_factory=dict)
    parts_of_year: Mapping[str, Sequence[str]] = field(default_factory=dict)
    tails: Set[str] = frozenset()
    abroad: Mapping[str, Sequence[str]] = field(default_factory=dict)
    wholes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    over_time: Mapping[str, Sequence[str]] = field(default_factory=dict)
    closing_words: frozenset[str] = frozenset()
    closing_beginnings: tuple[str, ...] = ()
    closing_endings: tuple[str, ...] = ()
    funds: frozenset[str] = frozenset()
    rates: Mapping[str, Sequence[str]] = field(default_factory=dict)


@cache
def load_lexicon(language: str, *, assumed: bool = False, bold: bool = False) -> Lexicon:
    """The lexicon of an ISO 639 code; a region after it ("en-AU", "es-MX") says whose money an open sign is
    likely to be, and which decimal sign its newspapers use, a script ("zh-Hant") whose a bare 元 may be.
    Where the language is only ``assumed``, a word may mean what it does in others. A ``bold`` one is for
    words among which money must be: none of its own is wary ("won", "TOP"). Raises UsageError."""
    code, *parts = language.replace("_", "-").split("-")
    code = code.lower()
    if code not in languages():
        raise UsageError(
            "unknown_language",
            "no lexicon for language {language!r}",
            "known: {languages}",
            language=language,
            languages=", ".join(languages()),
        )
    region = next((part.upper() for part in parts if len(part) == 2), "".join(parts).upper())
    data = _read(code)
    local = _read("regions").get(region) if region else None
    more = data["regional"].get(region, {}) | (data["assumed"] if assumed else {})
    phrases = data["phrases"] | more if more else data["phrases"]
    if bold:
        phrases = {name: _bold(meanings) for name, meanings in phrases.items()}
    return Lexicon(
        data["language"],
        data["regional_decimal"].get(region, data["decimal"]),
        phrases,
        data["starts"],
        frozenset(data["prefixes"]),
        frozenset(data["stems"]),
        frozenset(data["heads"]),
        tuple(data["proclitics"]),
        frozenset(data["abbreviations"]),
        frozenset(data["function_words"]),
        frozenset() if bold else frozenset(data["wordlike_codes"]),
        frozenset(data["usual_codes"]),
        frozenset(data["telling_words"]),
        frozenset(data["telling_signs"]),
        data["figures"],
        data["home"],
        local,
        data["least_alone"],
        data["year_offset"],
        frozenset(data["point_currencies"]),
        data["both_ways"],
        data["price_sign"],
        data["ordinal_point"],
        tuple(data["openers"]),
        data["adjectives_follow"],
        data["nouns_capital"],
        data["lands"],
        data["parts_of_year"],
        frozenset(data["tails"]),
        data["abroad"],
        data["wholes"],
        data["over_time"],
        frozenset(data["closing_words"]),
        tuple(data["closing_beginnings"]),
        tuple(data["closing_endings"]),
        frozenset(data["funds"]),
        data["rates"],
    )


@cache
def languages() -> tuple[str, ...]:
    """The languages there is a lexicon for."""
    return tuple((_FOLDER / "languages.txt").read_text("utf-8").split())


@cache
def evidence(script: str) -> Mapping[str, str]:
    """The words that speak for languages written in ``script``, each with those it speaks for."""
    name = f"evidence-{script}"
    return _read(name) if (_FOLDER / f"{name}.json").is_file() else {}


@cache
def foreign_scales() -> Mapping[str, list[int]]:
    """The long scale words of all languages, each with the powers of ten it stands for."""
    scales: Mapping[str, list[int]] = _read("scales")
    return scales


@cache
def money_words() -> Mapping[str, str]:
    """The first words of names for money that are not sure in all languages, each with the languages that
    have one: "kr" is of "da fi no sv"."""
    known: Mapping[str, str] = _read("money")
    return known


def _bold(meanings: Meanings) -> Meanings:
    return {kind: told for kind, told in meanings.items() if kind not in WARY}


@cache
def _read(name: str) -> Any:
    return json.loads((_FOLDER / f"{name}.json").read_bytes())
