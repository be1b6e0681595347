"""Build src/capexcalc/reading/lexicons/ from Unicode CLDR and the overlays in tools/lexicon/.

    python tools/build_lexicon.py [LANGUAGE ...]

CLDR (through babel and unicode-rbnf) gives currency names, compact-number words, unit and month names, number
words and signs; the overlay of a language adds what CLDR lacks and wins where the two differ. A language is
whatever has an overlay.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale
from unicode_rbnf import RbnfEngine

from capexcalc.money.currencies import is_currency
from capexcalc.reading.numbers import compose
from capexcalc.reading.tokens import key, tokenise

OVERLAYS = Path(__file__).parent / "lexicon"
OUT = Path(__file__).parent.parent / "src/capexcalc/reading/lexicons"
UNITS = {"year": [12, 0], "decade": [120, 0], "century": [1200, 0], "month": [1, 0], "quarter": [3, 0],
         "week": [0, 7], "day": [0, 1]}  # fmt: skip
# Flags: a list of words under "words" in the section of that name.
FLAGS = {"alone": "alone", "unit_fillers": "filler", "range": "range", "join": "join", "article": "article",
         "link": "link", "percent": "percent", "times": "times"}  # fmt: skip


class Phrases:
    """Phrases with their meanings; the first to state a kind of meaning for a phrase is kept."""

    def __init__(self) -> None:
        self.meanings: dict[str, dict[str, Any]] = defaultdict(dict)

    def add(self, phrase: str, kind: str, value: Any, *, exact: bool = False) -> None:
        name = " ".join(phrase.split()) if exact else key(phrase)
        if not name:
            return
        for variant in {name} if exact else {name, _unaccented(name)}:
            self.meanings[variant].setdefault(kind, value)

    def add_to_list(self, phrase: str, kind: str, value: str) -> None:
        for variant in {key(phrase), _unaccented(key(phrase))}:
            values = self.meanings[variant].setdefault(kind, [])
            if value not in values:
                values.append(value)


def build(language: str, common: dict[str, Any]) -> dict[str, Any]:
    """The lexicon of one language, in the shape reading/lexicon.py documents."""
    overlay = tomllib.loads((OVERLAYS / f"{language}.toml").read_text("utf-8"))
    locale = Locale(language)
    phrases = Phrases()
    _add_overlay(phrases, overlay, common)
    _add_currency_names(phrases, locale)
    _add_scales(phrases, locale)
    _add_units(phrases, locale)
    _add_months(phrases, locale)
    _add_number_words(phrases, language)
    return {
        "language": language,
        "decimal": overlay["decimal"],
        "abbreviations": overlay["abbreviations"]["words"],
        "wordlike_codes": common["wordlike"]["codes"],
        "starts": _starts(phrases.meanings),
        "phrases": {name: dict(sorted(m.items())) for name, m in sorted(phrases.meanings.items())},
    }


def _add_overlay(phrases: Phrases, overlay: dict[str, Any], common: dict[str, Any]) -> None:
    signs = common["signs"] | overlay.get("signs", {})
    families = {name: signs[v] if isinstance(v, str) else v for name, v in overlay["families"].items()}
    families["euro"] = ["EUR"]
    for sign, codes in signs.items():
        phrases.add(sign, "currency", codes, exact=True)
        phrases.add(sign, "prefix", True, exact=True)
    for sign, codes in common["subunit_signs"].items():
        phrases.add(sign, "subunit", codes, exact=True)
    for code, words in overlay["currencies"].items():
        for word in words:
            phrases.add(word, "currency", [code])
    for family, words in overlay["open_currencies"].items():
        for word in words:
            phrases.add(word, "currency", families[family])
    for word in overlay["prefixes"]["words"]:
        if is_currency(word.upper()):
            phrases.add(word, "currency", [word.upper()])
        phrases.add(word, "prefix", True)
    for family, words in overlay["subunits"].items():
        for word in words:
            phrases.add(word, "subunit", families[family])
    for power, words in overlay["scales"].items():
        for word in words:
            phrases.add(word, "scale", int(power))
    for value, words in overlay["numbers"].items():
        for word in words:
            phrases.add(word, "number", int(value))
    for section, kind in (("fractions", "fraction"), ("plus", "plus")):
        for value, words in overlay[section].items():
            for word in words:
                phrases.add(word, kind, value)
    for unit, words in overlay["units"].items():
        for word in words:
            phrases.add(word, "unit", UNITS[unit])
    for section, kind in (("direction", "direction"), ("bounds", "bound"), ("bounds_after", "bound_after")):
        for value, words in overlay[section].items():
            for word in words:
                phrases.add(word, kind, value)
    for section, kind in (("proportions", "proportion"), ("multiples", "multiple")):
        for value, words in overlay.get(section, {}).items():
            for word in words:
                phrases.add(word, kind, value)
    for section in ("when", "cues"):
        for value, words in overlay[section].items():
            for word in words:
                phrases.add_to_list(word, section.removesuffix("s"), value)
    for section, kind in FLAGS.items():
        for word in overlay.get(section, {}).get("words", []):
            phrases.add(word, kind, True)
    for word in overlay["range"]["and"]:
        phrases.add(word, "range_and", True)
    for word in overlay["range"]["between"]:
        phrases.add(word, "between", True)


def _add_currency_names(phrases: Phrases, locale: Locale) -> None:
    plurals = locale._data["currency_names_plural"]
    for code, name in locale.currencies.items():
        if is_currency(code):
            for form in {name, *plurals.get(code, {}).values()}:
                if "(" not in form:
                    phrases.add(form, "currency", [code])


def _add_scales(phrases: Phrases, locale: Locale) -> None:
    """Words of the compact patterns: "00 million" at 10^7 says that million is 10^6."""
    for width in ("long", "short"):
        for forms in locale._data["compact_decimal_formats"][width].values():
            for magnitude, pattern in forms.items():
                text = pattern.pattern.replace("'", "")
                word = re.sub(r"0+", "", text).strip(" \u00a0\u202f")
                power = len(magnitude) - text.count("0")
                if word and power and " " not in word and "\u00a0" not in word:
                    phrases.add(word, "scale", power)


def _add_units(phrases: Phrases, locale: Locale) -> None:
    for unit, length in UNITS.items():
        for width in ("long", "short"):
            for count, pattern in (
                locale._data["unit_patterns"].get(f"duration-{unit}", {}).get(width, {}).items()
            ):
                if count == "per":
                    if unit == "year":
                        phrases.add_to_list(pattern.replace("{0}", ""), "cue", "per_year")
                elif len(word := pattern.replace("{0}", "").strip(" \u00a0\u202f")) > 2:
                    phrases.add(word, "unit", length)


def _add_months(phrases: Phrases, locale: Locale) -> None:
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months.get(context, {}).get(width, {}).items():
                if not name[0].isdigit():
                    phrases.add(name.rstrip("."), "month", number)


def _add_number_words(phrases: Phrases, language: str) -> None:
    """The number words from 0 to 999 that smaller ones do not compose to."""
    engine = RbnfEngine.for_language(language)
    for number in range(1000):
        texts = engine.format_number(number).text_by_ruleset
        for name, text in texts.items():
            spelled = key(text.replace("\u00ad", ""))
            if "ordinal" in name or "year" in name or any(char.isdigit() for char in spelled):
                continue
            for variant in {spelled, _unaccented(spelled)}:
                if not _derivable(phrases, variant, number):
                    phrases.add(variant, "number", number)


def _derivable(phrases: Phrases, spelled: str, number: int) -> bool:
    values, words, i = [], spelled.split(" "), 0
    while i < len(words):
        for j in range(len(words), i, -1):
            meanings = phrases.meanings.get(" ".join(words[i:j]), {})
            if "number" in meanings:
                values.append(meanings["number"])
            elif "join" not in meanings or j > i + 1:
                continue
            i = j
            break
        else:
            return False
    return compose(values) == number


def _starts(meanings: dict[str, Any]) -> dict[str, int]:
    starts: Counter[str] = Counter()
    for name in meanings:
        tokens = tokenise(name)
        first = tokens[0].text
        starts[first] = max(starts[first], len(tokens))
    return dict(sorted(starts.items()))


def _unaccented(text: str) -> str:
    """``text`` without accents, as hurried writers type it; single letters keep theirs ("à" is not "a")."""
    if not all(char < "\u0250" for char in text) or len(text) < 3:
        return text
    plain = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(char for char in plain if not unicodedata.combining(char)))


def evidence(lexicons: dict[str, dict[str, Any]]) -> dict[str, dict[str, int]]:
    """Words that speak for a language: its overlay's function words, and the meaningful ones no other has."""
    found: dict[str, dict[str, int]] = {}
    telling = {"scale", "number", "unit", "currency", "month", "bound", "cue", "when", "direction"}
    for language, lexicon in lexicons.items():
        words = dict.fromkeys(_detect_words(language), 1)
        for name, meanings in lexicon["phrases"].items():
            if " " in name or len(name) < 2 or not telling & meanings.keys() or not name.islower():
                continue
            if not any(name in other["phrases"] for code, other in lexicons.items() if code != language):
                words.setdefault(name, 2)
        found[language] = dict(sorted(words.items()))
    return found


def _detect_words(language: str) -> Iterator[str]:
    for word in tomllib.loads((OVERLAYS / f"{language}.toml").read_text("utf-8"))["detect"]["words"]:
        yield key(word)


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
    common = tomllib.loads((OVERLAYS / "common.toml").read_text("utf-8"))
    known = sorted(path.stem for path in OVERLAYS.glob("*.toml") if path.stem != "common")
    lexicons = {language: build(language, common) for language in known}
    OUT.mkdir(exist_ok=True)
    for language in sys.argv[1:] or known:
        _write(language, lexicons[language])
        print(f"{language}: {len(lexicons[language]['phrases'])} phrases")
    _write("evidence", evidence(lexicons))


if __name__ == "__main__":
    main()
