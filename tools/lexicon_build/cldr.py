"""What Unicode CLDR knows, through babel and unicode-rbnf, to phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from typing import Any
from unicodedata import normalize

from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers
from unicode_rbnf import RbnfEngine

from capexcalc.money.currencies import is_currency
from capexcalc.reading.lexicon import Lexicon
from capexcalc.reading.matcher import match_phrases
from capexcalc.reading.quantities import read_quantity
from capexcalc.reading.tokens import key, spaceless

from .overlay import UNITS
from .phrases import Phrases

# Beginnings of lands' names that other words have too: "liberal", "francs", "Australia", "romance".
_OF_OTHERS = ("liber", "líber", "libér", "franc", "franç", "austr", "áustr", "roman", "reuni", "réuni")
# What adjectives of lands end in, so as to agree.
_AGREEING = {"de": r"(?<=isch)e[rs]$", "sv": r"(?<=isk)t$", "ro": r"(?<=[ezn])ă$"}
_ACCENTED = "áàâéèêíîóôúü"
_VOWELS = "aeiouyáàâãäąéèêëęěíìîïıóòôõöőúùûüűýåøæаеиіїйоуыьэюяαάεέηήιίοόυύωώς"
SINCE_CLDR = {"BG": "EUR"}  # euro since 2026-01-01


def add_cldr(phrases: Phrases, language: str, overlay: dict[str, Any]) -> None:
    """Currency names, scales, units, months and number words; what the overlay said of a phrase stays."""
    locale = Locale.parse(language)
    _add_currency_names(phrases, locale)
    _add_scales(phrases, locale, overlay["decimal"])
    _add_units(phrases, locale, overlay.get("drop", {}).get("units", []))
    _add_months(phrases, locale)
    _add_number_words(phrases, language, overlay["decimal"])


def regional_decimals(language: str, usual: str) -> dict[str, str]:
    """The territories that write another decimal sign than most who share the language."""
    found = {}
    for name in locale_identifiers():
        locale = Locale.parse(name)
        if locale.language == language and locale.territory and len(locale.territory) == 2:
            sign = locale.number_symbols["latn"]["decimal"]
            if sign != usual and sign in ".,":
                found[locale.territory] = sign
    return dict(sorted(found.items()))


def regions() -> dict[str, str]:
    """The currency each territory uses today."""
    found = dict(SINCE_CLDR)
    for territory, history in get_global("territory_currencies").items():
        current = [code for code, _, end, tender in history if tender and end is None and is_currency(code)]
        if current and len(territory) == 2:
            found.setdefault(territory, current[0])
    return dict(sorted(found.items()))


def home(language: str) -> str:
    """The currency of the land that most who write ``language`` live in."""
    return regions()[get_global("likely_subtags")[language].rpartition("_")[2]]


def abroad(phrases: Phrases, home: str, shared: Set[str]) -> dict[str, list[str]]:
    """The currencies of today, beside its own, in whose longer names a word for money abroad stands: "won" is
    that of South Korea, and in "North Korean won". A word for money at home means those abroad only that are
    ``shared``: a Russian text about Belarus may tell that land's roubles."""
    today = {code for code, _ in _in_use()}
    money = {name: codes for name, m in phrases.meanings.items() if (codes := m.get("currency"))}
    longer: dict[str, set[str]] = {}
    for name, codes in money.items():
        beginnings = {name[:n] for n in range(2, len(name))} | {name[n:] for n in range(1, len(name) - 1)}
        for word in beginnings if spaceless(name[0]) else set(name.split(" ")) - {name}:
            longer.setdefault(word, set()).update(today.intersection(codes))
    meant = {word: shared if codes[0] == home else today for word, codes in money.items()}
    found = {word: meant[word] & longer.get(word, set()) - set(codes) for word, codes in money.items()}
    return {word: sorted(codes) for word, codes in sorted(found.items()) if codes and len(word) > 1}


def _in_use() -> Iterator[tuple[str, str]]:
    """The currencies that are money today, each with a territory of it."""
    for territory, history in get_global("territory_currencies").items():
        if len(territory) == 2:
            yield from ((code, territory) for code, _, end, tender in history if tender and end is None)


def lands(
    phrases: Phrases, language: str, others: Iterable[str], told: dict[str, list[str]]
) -> dict[str, list[str]]:
    """How the lands are named, and what is theirs, whose currency shares its word with others, as the
    ``others`` do: "czech*"; more names are ``told``."""
    locale = Locale.parse(language)
    meant = (m.get(kind, ()) for m in phrases.meanings.values() for kind in ("currency", "subunit"))
    shared = {code for codes in meant if len(codes) > 1 for code in codes}.union(others)
    found: dict[str, set[str]] = {}
    for code, territory in _in_use():
        if code in shared:
            found.setdefault(code, set()).add(locale.territories.get(territory, ""))
    for code, names in found.items():
        spoken = re.sub(r"-(\w+)$", r" \1", locale.currencies.get(code, "")).split()  # "Neuer Taiwan-Dollar"
        names.add(" ".join(word for word in spoken if "currency" not in phrases.meanings.get(key(word), {})))
    every = {name.casefold() for name in locale.territories.values()}
    stems = {
        code: {_stem(_uninflected(n, language), every) for n in names}.union(told.get(code, ())) - {""}
        for code, names in found.items()
    }
    return {code: sorted(names | set(map(_bare, names))) for code, names in sorted(stems.items())}


def _uninflected(name: str, language: str) -> str:
    """A name without the ending that agrees with its unit of money: of "Libanesisches Pfund" what its land's
    people and their pounds share."""
    return re.sub(_AGREEING[language], "", name) if language in _AGREEING else name


def _bare(name: str) -> str:
    """A name without the accent of its first letter, which a capital often lacks: "Egypte"."""
    return normalize("NFD", name[0])[0] + name[1:] if name[0] in _ACCENTED else name


def _stem(name: str, every: set[str]) -> str:
    """How a name begins, starred: without the vowels at its end, which inflection changes. A short name, or
    one that others begin with, stays whole, and one that says too little is none."""
    name = name.casefold()
    if not name or spaceless(name[0]):
        return name and name + "*"
    shortest = 5 if name.isascii() or name[0] < "\u0250" else 4  # letters
    stems = (_without_vowels(name, cut) for cut in (2, 1, 0))
    stem = next((stem for stem in stems if len(stem) >= shortest and stem not in _OF_OTHERS), "")
    alone = stem and not any(
        other.startswith(name) and not other.startswith(name + " ") for other in every - {name}
    )
    return stem + "*" if alone else name if len(name) >= shortest - 1 else ""


def _without_vowels(name: str, most: int) -> str:
    return name[: len(name) - most] + name[len(name) - most :].rstrip(_VOWELS)


def _add_currency_names(phrases: Phrases, locale: Locale) -> None:
    plurals = locale._data["currency_names_plural"]
    for code, name in locale.currencies.items():
        if is_currency(code):
            for form in {name, *plurals.get(code, {}).values()}:
                if "(" not in form and not _ambiguous_name(form):
                    for spelled in _without_blanks(form):
                        phrases.add(spelled, "currency", [code])
    for code, sign in locale.currency_symbols.items():
        if is_currency(code) and sign != code and (len(sign) > 1 or not sign.isalpha()):
            phrases.add(sign, "currency", [code], exact=sign != sign.lower())


def _without_blanks(name: str) -> set[str]:
    """A name in a script that needs no blanks also as papers write it."""
    return {name, name.replace(" ", ""), name.replace(" ", "・")} if spaceless(name[0]) else {name}


def _ambiguous_name(form: str) -> bool:
    """Whether a name of one word is the name of several currencies, which the overlay puts in order."""
    return form.lower() in {"peso", "dollar", "franc", "pound"}


def _add_scales(phrases: Phrases, locale: Locale, decimal: str) -> None:
    """Words of the compact patterns that the reader does not make out from smaller ones: "00 million" at 10^7
    says that million is 10^6."""
    for width in ("long", "short"):
        for forms in locale._data["compact_decimal_formats"].get(width, {}).values():
            for magnitude, pattern in forms.items():
                text = pattern.pattern.replace("'", "")
                word = re.sub(r"0+", "", text).strip(" \u00a0\u202f\u200f\u200e")
                power = len(magnitude) - text.count("0")
                known = (
                    word and spaceless(word[0]) and _reads_as(phrases.lexicon(decimal), f"1{word}", 10**power)
                )
                if word and power and not known and not re.search(r"\s", word):
                    phrases.add(word, "scale", power, exact=len(word) <= 2 and word != word.lower())


def _add_units(phrases: Phrases, locale: Locale, dropped: list[str]) -> None:
    for unit, length in UNITS.items():
        for width in ("long", "short"):
            forms = locale._data["unit_patterns"].get(f"duration-{unit}", {}).get(width, {})
            for count, pattern in forms.items():
                word = pattern.replace("{0}", "").strip(" \u00a0\u202f\u200f")
                if word in dropped:
                    continue
                if count == "per":
                    if unit == "year":
                        phrases.add_to_list(word, "cue", "per_year")
                elif "{0}" not in pattern and count == "two":
                    phrases.add(word, "span", [2 * n for n in length])
                elif len(word) > 2 or (word and spaceless(word[0])):
                    phrases.add(word, "unit", length)
                    if forms.get("one" if count != "one" else "other") not in (None, pattern):
                        phrases.add(word, "one" if count == "one" else "many", True)


def _add_months(phrases: Phrases, locale: Locale) -> None:
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months.get(context, {}).get(width, {}).items():
                if not name[0].isdigit():
                    phrases.add(name.rstrip("."), "month", number)


def _add_number_words(phrases: Phrases, language: str, decimal: str) -> None:
    """The number words from 0 to 999 that the reader does not make out from smaller ones."""
    engine = RbnfEngine.for_language(language)
    for number in range(1000):
        for name, text in engine.format_number(number).text_by_ruleset.items():
            spelled = text.translate({0xAD: None, 0x200B: None})
            if re.search("ordinal|year|days", name) or any(char.isdigit() for char in spelled):
                continue
            for variant in phrases.variants(spelled):
                if not _reads_as(phrases.lexicon(decimal), variant, number):
                    phrases.add(variant, "number", number)


def _reads_as(lexicon: Lexicon, spelled: str, number: int) -> bool:
    items = match_phrases(spelled, lexicon)
    read = read_quantity(spelled, items, 0, lexicon)
    return read is not None and read.value == number and read.next == len(items)
