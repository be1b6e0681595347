"""Build src/capexcalc/reading/lexicons/ from Unicode CLDR and the overlays in tools/lexicon/.

    python tools/build_lexicon.py [LANGUAGE ...]

CLDR (through babel and unicode-rbnf) gives currency names and signs, compact-number words, unit and month
names, number words and the currency of each territory; the overlay of a language adds what CLDR lacks and
wins where the two differ. A language is whatever has an overlay. Every section of an overlay is optional; a
word of a phrase that ends in ``*`` stands for any word that begins so.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers
from unicode_rbnf import RbnfEngine

from capexcalc.money.currencies import is_currency
from capexcalc.reading.lexicon import Lexicon
from capexcalc.reading.numbers import read_quantity
from capexcalc.reading.phrases import match_phrases
from capexcalc.reading.scripts import script
from capexcalc.reading.tokens import key, spaceless, tokenise

OVERLAYS = Path(__file__).parent / "lexicon"
OUT = Path(__file__).parent.parent / "src/capexcalc/reading/lexicons"
UNITS = {"year": [12, 0], "decade": [120, 0], "century": [1200, 0], "month": [1, 0], "quarter": [3, 0],
         "week": [0, 7], "day": [0, 1]}  # fmt: skip
# Sections whose words all mean the same: section -> kind.
FLAGS = {"alone": "alone", "unit_fillers": "filler", "range": "range", "join": "join", "article": "article",
         "link": "link", "vague": "vague", "whole": "whole", "negative": "negative", "loss": "loss",
         "open_scales": "open", "nothing": "nothing", "ordinal": "vague", "wordlike": "shy",
         "year_words": "year_word", "minor_join": "minor_join", "percent": "percent", "times": "times",
         "percent_before": "percent_before", "times_before": "times_before",
         "parts_of": "parts_of", "point": "point"}  # fmt: skip
# Sections of value -> words: section -> kind, and what the value is.
VALUES = {"scales": ("scale", int), "places": ("place", int), "numbers": ("number", int),
          "plus": ("plus", str), "fractions": ("fraction", str), "direction": ("direction", str),
          "bounds": ("bound", str), "bounds_after": ("bound_after", str),
          "bounds_inner": ("bound_inner", str), "small": ("small", str),
          "plus_before": ("plus_before", str), "proportions": ("proportion", str),
          "multiples": ("multiple", str), "months": ("month", str)}  # fmt: skip
# Sections of value -> words where a word may have several values.
LISTS = {"when": "when", "when_after": "when_after", "cues": "cue"}
COMMON_NUMBERS = {*range(21), *range(30, 100, 10)}
MAJOR = {"USD", "EUR", "GBP", "CNY", "JPY", "KRW", "CHF", "INR", "RUB"}  # currencies every paper names
TELLING = {"scale", "unit", "month", "bound", "cue", "when", "direction"}
SINCE_CLDR = {"BG": "EUR"}  # euro since 2026-01-01
_NUKTA = "\u093c"
_PRECOMPOSED = dict(zip("\u0958\u0959\u095a\u095b\u095c\u095d\u095e", "कखगजडढफ", strict=True))
_RESPELT = (
    {"ʼ": "'"},
    {"ş": "ș", "ţ": "ț"},
    {"ș": "ş", "ț": "ţ"},
    {"أ": "ا", "إ": "ا", "آ": "ا"},
    {"״": '"'},
    {'"': "״"},
    {"׳": "'"},
    {_NUKTA: ""},
    {"ँ": "ं"},
    {plain + _NUKTA: whole for whole, plain in _PRECOMPOSED.items()},
)


class Phrases:
    """Phrases with their meanings; the first to state a kind of meaning for a phrase is kept."""

    def __init__(self, *, accents: bool, proclitics: list[str]) -> None:
        self.accents = accents
        self.proclitics = proclitics
        self.meanings: dict[str, dict[str, Any]] = defaultdict(dict)
        self.starts: dict[str, int] = {}
        self.prefixes: set[str] = set()
        self.stems: set[str] = set()
        self.heads: set[str] = set()

    def add(self, phrase: str, kind: str, value: Any, *, exact: bool = False) -> None:
        for name in self.variants(phrase, exact):
            self._meanings(name).setdefault(kind, value)
            if kind in ("number", "scale", "fraction") and name.isalpha():
                self.heads.add(name[:3])

    def add_to_list(self, phrase: str, kind: str, value: str) -> None:
        for name in self.variants(phrase):
            values = self._meanings(name).setdefault(kind, [])
            if value not in values:
                values.append(value)

    def variants(self, phrase: str, exact: bool = False) -> list[str]:
        """``phrase`` as a key, and as hurried writers or other keyboards spell it."""
        if exact:
            name = " ".join(phrase.split())
            return [name] if name else []
        names = {key(phrase)}
        for table in _RESPELT:
            for name in tuple(names):
                respelt = name
                for old, new in table.items():
                    respelt = respelt.replace(old, new)
                names.add(key(respelt))
        if self.accents:
            names |= {_unaccented(name) for name in names}
        return sorted(names - {""})

    def _meanings(self, name: str) -> dict[str, Any]:
        if name not in self.meanings:
            words = _words(name)
            self.starts[words[0]] = max(self.starts.get(words[0], 0), len(words))
            for word in words:
                if word.endswith("*"):
                    self.stems.add(word)
                    self.heads.add(word.removesuffix("*")[:3])
            self.heads.update((clitic + words[0])[:3] for clitic in self.proclitics)
            for end in range(2, len(words)):
                self.prefixes.add(_prefix(name, end))
        return self.meanings[name]

    def lexicon(self, decimal: str) -> Lexicon:
        """The phrases so far as the reader sees them."""
        return Lexicon(
            "", decimal, self.meanings, self.starts, self.prefixes, self.stems, self.heads,
            tuple(self.proclitics), frozenset(), frozenset(), frozenset(), None,
        )  # fmt: skip


def build(language: str, common: dict[str, Any]) -> dict[str, Any]:
    """The lexicon of one language, in the shape reading/lexicon.py documents."""
    overlay = _overlay(language)
    locale = Locale.parse(language)
    proclitics = sorted(overlay.get("proclitics", {}).get("words", []), key=len, reverse=True)
    phrases = Phrases(accents=overlay.get("unaccented", True), proclitics=proclitics)
    _add_signs(phrases, overlay, common)
    _add_words(phrases, overlay, common)
    _add_words(phrases, common, common)
    _add_currency_names(phrases, locale)
    _add_scales(phrases, locale)
    _add_units(phrases, locale, overlay.get("drop", {}).get("units", []))
    _add_months(phrases, locale)
    _add_number_words(phrases, language, overlay["decimal"])
    _add_endings(phrases, overlay)
    return {
        "language": language,
        "decimal": overlay["decimal"],
        "regional_decimal": _regional_decimals(language, overlay["decimal"]),
        "least_alone": overlay.get("least_alone", 0),
        "point_currencies": overlay.get("point_currencies", {}).get("codes", []),
        "year_offset": overlay.get("year_offset", 0),
        "proclitics": proclitics,
        "abbreviations": overlay.get("abbreviations", {}).get("words", []),
        "function_words": sorted({key(word) for word in overlay["detect"]["words"]}),
        "wordlike_codes": common["wordlike"]["codes"],
        "prefixes": sorted(phrases.prefixes),
        "stems": sorted(phrases.stems),
        "heads": sorted(phrases.heads),
        "starts": dict(sorted(phrases.starts.items())),
        "phrases": {name: dict(sorted(m.items())) for name, m in sorted(phrases.meanings.items())},
    }


def _overlay(language: str) -> dict[str, Any]:
    try:
        return tomllib.loads((OVERLAYS / f"{language}.toml").read_text("utf-8"))
    except tomllib.TOMLDecodeError as fault:
        sys.exit(f"{language}.toml: {fault}")


def _add_signs(phrases: Phrases, overlay: dict[str, Any], common: dict[str, Any]) -> None:
    for sign, codes in (common["signs"] | overlay.get("signs", {})).items():
        phrases.add(sign, "currency", codes, exact=True)
        phrases.add(sign, "prefix", True, exact=True)
    for sign, codes in common["subunit_signs"].items():
        phrases.add(sign, "subunit", codes, exact=True)


def _add_words(phrases: Phrases, overlay: dict[str, Any], common: dict[str, Any]) -> None:
    families = _families(overlay, common)
    for code, words in overlay.get("currencies", {}).items():
        for word in words:
            phrases.add(word, "currency", [code])
    for family, words in overlay.get("open_currencies", {}).items():
        for word in words:
            phrases.add(word, "currency", families[family])
    for worth, words in overlay.get("scaled_currencies", {}).items():
        code, power = worth.split()
        for word in words:
            phrases.add(word, "currency", [code])
            phrases.add(word, "scale", int(power))
    for word in overlay.get("prefixes", {}).get("words", []):
        if is_currency(word.upper()):
            phrases.add(word, "currency", [word.upper()])
        phrases.add(word, "prefix", True)
    for section, kind in (("subunits", "subunit"), ("tenths", "tenth")):
        for family, words in overlay.get(section, {}).items():
            for word in words:
                phrases.add(word, kind, families.get(family) or [family])
    for section, (kind, of) in VALUES.items():
        for value, words in overlay.get(section, {}).items():
            for word in words:
                phrases.add(word, kind, of(value), exact=section == "scales" and word != word.lower())
    for phrase, parts in overlay.get("splits", {}).items():
        phrases.add(phrase, "split", [key(part) for part in parts])
    for unit, words in overlay.get("units", {}).items():
        for word in words:
            phrases.add(word, "unit", UNITS[unit])
    for length, words in overlay.get("spans", {}).items():
        for word in words:
            phrases.add(word, "span", _span(length))
    for section, kind in LISTS.items():
        for value, words in overlay.get(section, {}).items():
            for word in words:
                phrases.add_to_list(word, kind, value)
    for section, kind in FLAGS.items():
        for word in overlay.get(section, {}).get("words", []):
            phrases.add(word, kind, True)
    for name, kind in (("and", "range_and"), ("between", "between"), ("between_after", "between_after")):
        for word in overlay.get("range", {}).get(name, []):
            phrases.add(word, kind, True)


def _families(overlay: dict[str, Any], common: dict[str, Any]) -> dict[str, list[str]]:
    """Names of open currencies -> codes; a family may be given as the sign it shares its codes with."""
    signs = common["signs"] | overlay.get("signs", {})
    given = common["families"] | overlay.get("families", {})
    return {name: signs[codes] if isinstance(codes, str) else codes for name, codes in given.items()}


def _span(length: str) -> list[int]:
    number, unit = re.fullmatch(r"P(\d+)([YMWD])", length).groups()  # type: ignore[union-attr]  # or fail here
    months, days = {"Y": (12, 0), "M": (1, 0), "W": (0, 7), "D": (0, 1)}[unit]
    return [int(number) * months, int(number) * days]


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


def _add_scales(phrases: Phrases, locale: Locale) -> None:
    """Words of the compact patterns: "00 million" at 10^7 says that million is 10^6."""
    for width in ("long", "short"):
        for forms in locale._data["compact_decimal_formats"].get(width, {}).values():
            for magnitude, pattern in forms.items():
                text = pattern.pattern.replace("'", "")
                word = re.sub(r"0+", "", text).strip(" \u00a0\u202f\u200f\u200e")
                power = len(magnitude) - text.count("0")
                if word and power and not re.search(r"\s", word):
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
                    if pattern != forms.get("one" if count != "one" else "other"):
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


def _add_endings(phrases: Phrases, overlay: dict[str, Any]) -> None:
    """Cues that are a case ending of a currency or a scale: Turkish "eurodan" is "from euros"."""
    for cue, endings in overlay.get("endings", {}).items():
        for name, meanings in list(phrases.meanings.items()):
            if {"currency", "scale"} & meanings.keys() and name.endswith(tuple(endings)):
                phrases.add_to_list(name, "cue", cue)


def _reads_as(lexicon: Lexicon, spelled: str, number: int) -> bool:
    items = match_phrases(spelled, lexicon)
    read = read_quantity(spelled, items, 0, lexicon)
    return read is not None and read.value == number and read.next == len(items)


def _words(name: str) -> list[str]:
    words: list[str] = []
    for word, folded, _, _, _ in tokenise(name):
        if word == "*" and words:
            words[-1] += "*"
        else:
            words.append(word if word != folded else folded)
    return words


def _prefix(name: str, count: int) -> str:
    """The first ``count`` tokens of a key, as the reader joins them."""
    words, at = _words(name), 0
    for word in words[:count]:
        at = name.index(word, at) + len(word)
    return name[:at]


def _unaccented(text: str) -> str:
    """``text`` without accents, as hurried writers type it; single letters keep theirs ("à" is not "a")."""
    if not all(char < "\u0250" or char in "țșʼ" for char in text) or len(text) < 3:
        return text
    plain = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(char for char in plain if not unicodedata.combining(char)))


def evidence(lexicons: dict[str, dict[str, Any]], letters: dict[str, str]) -> dict[str, dict[str, str]]:
    """By script: words, with the languages each speaks for.

    They are the function words of the overlays, the meaningful words that no more than two languages have,
    and the letters few write (their key is the letter after a middle dot).
    """
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for language, lexicon in lexicons.items():
        words = set(lexicon["function_words"])
        for name, meanings in lexicon["phrases"].items():
            if (
                (TELLING & meanings.keys() or meanings.get("number") in COMMON_NUMBERS)
                and name.isalpha()
                and ((len(name) > 1 and name.islower()) or spaceless(name[0]))
            ):
                words.add(name)
        for word in sorted(words):
            told = len(word) > 1 or not word.isascii()  # "3y" is no Spanish
            if told and (name := script(word[0])) and len(tokenise(word)) == 1:
                found[name].setdefault(word, []).append(language)
        for letter in letters.get(language, ""):
            if name := script(letter):
                found[name].setdefault("·" + letter, []).append(language)
    return {
        name: {
            word: " ".join(speaks)
            for word, speaks in sorted(words.items())
            if len(speaks) <= 2 or any(word in lexicons[language]["function_words"] for language in speaks)
        }
        for name, words in sorted(found.items())
    }


def _regional_decimals(language: str, usual: str) -> dict[str, str]:
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


def _write(name: str, content: dict[str, Any]) -> None:
    """JSON with one phrase a line, so that a change to a lexicon can be read in a diff."""
    dense = {k: json.dumps(v, ensure_ascii=False, separators=(",", ":")) for k, v in content.items()}
    if "phrases" in content:
        rows = ",\n".join(
            json.dumps(p, ensure_ascii=False) + ":" + json.dumps(m, ensure_ascii=False, separators=(",", ":"))
            for p, m in content["phrases"].items()
        )
        dense["phrases"] = "{\n" + rows + "\n}"
    body = ",\n".join(f"{json.dumps(k)}:{v}" for k, v in dense.items())
    (OUT / f"{name}.json").write_text("{\n" + body + "\n}\n", "utf-8")


def main() -> None:
    common = _overlay("common")
    known = sorted(path.stem for path in OVERLAYS.glob("*.toml") if path.stem != "common")
    lexicons = {language: build(language, common) for language in known}
    OUT.mkdir(exist_ok=True)
    for language in sys.argv[1:] or known:
        _write(language, lexicons[language])
        print(f"{language}: {len(lexicons[language]['phrases'])} phrases")
    for name, words in evidence(lexicons, common["letters"]).items():
        _write(f"evidence-{name}", words)
    _write("regions", regions())
    (OUT / "languages.txt").write_text(" ".join(known) + "\n", "utf-8")


if __name__ == "__main__":
    main()
