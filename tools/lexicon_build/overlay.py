"""The sections of an overlay (tools/lexicon/xx.toml) to phrases."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

from capexcalc.money.currencies import is_currency
from capexcalc.reading.tokens import key, spaceless

from .phrases import Phrases

OVERLAYS = Path(__file__).parent.parent / "lexicon"
UNITS = {"year": [12, 0], "decade": [120, 0], "century": [1200, 0], "month": [1, 0], "quarter": [3, 0],
         "week": [0, 7], "day": [0, 1]}  # fmt: skip
# Sections whose words all mean the same: section -> kind.
FLAGS = {"alone": "alone", "dual": "dual", "unit_fillers": "filler", "range": "range", "join": "join",
         "article": "article", "link": "link", "vague": "vague", "whole": "whole", "negative": "negative",
         "loss": "loss",
         "nothing": "nothing", "ordinal": "vague", "wordlike": "shy",
         "year_words": "year_word", "minor_join": "minor_join", "percent": "percent", "times": "times",
         "percent_before": "percent_before", "times_before": "times_before", "parts_of": "parts_of",
         "tenth_parts": "tenth_part",
         "point": "point", "changes": "change", "goods": "goods", "priced": "priced",
         "weighing": "weighing", "slimming": "slimming", "paying": "paying", "lettered": "lettered",
         "homonyms": "homonym", "respectively": "respectively", "nearly": "nearly",
         "costing": "costing", "milestones": "milestone", "counted": "counted", "constant": "constant",
         "money_verbs": "money_verb", "inflected": "inflected", "ages": "aged",
         "published": "published", "one_unit": "one",
         "updated": "updated"}  # fmt: skip
# Sections of value -> words: section -> kind, and what the value is.
VALUES = {"scales": ("scale", int), "places": ("place", int), "numbers": ("number", int),
          "groups": ("group", int), "open_scales": ("open", int),
          "plus": ("plus", str), "fractions": ("fraction", str), "direction": ("direction", str),
          "bounds": ("bound", str), "bounds_after": ("bound_after", str),
          "bounds_inner": ("bound_inner", str), "small": ("small", str),
          "plus_before": ("plus_before", str), "proportions": ("proportion", str),
          "denominators": ("denominator", int),
          "multiples": ("multiple", str), "weights": ("weight", str), "months": ("month", str)}  # fmt: skip
# Sections of value -> words where a word may have several values.
LISTS = {"when": "when", "when_after": "when_after", "cues": "cue"}


def read_overlay(language: str) -> dict[str, Any]:
    """The overlay of a language, or the sections all share ("common")."""
    try:
        return tomllib.loads((OVERLAYS / f"{language}.toml").read_text("utf-8"))
    except tomllib.TOMLDecodeError as fault:
        sys.exit(f"{language}.toml: {fault}")


def add_signs(phrases: Phrases, overlay: dict[str, Any], common: dict[str, Any]) -> None:
    """Currency signs, which may stand before their number unless they are words (元, 円); a language wins
    over what all share."""
    weak = overlay.get("weak_prefixes", {}).get("words", [])
    for sign, codes in (common["signs"] | overlay.get("signs", {})).items():
        phrases.add(sign, "currency", codes, exact=True)
        if not (sign.isalpha() and spaceless(sign[0])):
            phrases.add(sign, "prefix", "priced" if sign in weak else True, exact=True)
    for sign in common["shy_signs"]["words"]:
        phrases.add(sign, "shy", True, exact=True)
    for sign, codes in common["subunit_signs"].items():
        phrases.add(sign, "subunit", codes, exact=True)
        if sign.isalpha():
            phrases.add(sign, "prefix", True, exact=True)


def add_words(phrases: Phrases, overlay: dict[str, Any], common: dict[str, Any]) -> None:
    """The words of every other section, each with the meaning its section gives it."""
    families = _families(overlay, common)
    for code, words in overlay.get("currencies", {}).items():
        for word in words:
            phrases.add(word, "currency", [code])
    for family, words in overlay.get("open_currencies", {}).items():
        for word in words:
            phrases.add(word, "currency", families[family])
            if family in overlay.get("historic", {}):
                phrases.add(word, "once", overlay["historic"][family])
    for worth, words in overlay.get("scaled_currencies", {}).items():
        code, power = worth.split()
        for word in words:
            phrases.add(word, "currency", [code])
            phrases.add(word, "scale", int(power))
            phrases.add(word, "prefix", True)
    for word in overlay.get("prefixes", {}).get("words", []):
        if is_currency(word.upper()):
            phrases.add(word, "currency", [word.upper()])
        phrases.add(word, "prefix", True)
    for word in overlay.get("weak_prefixes", {}).get("words", []):
        phrases.add(word, "prefix", "priced")
    for section, kind in (("subunits", "subunit"), ("tenths", "tenth")):
        for family, words in overlay.get(section, {}).items():
            for word in words:
                phrases.add(word, kind, families.get(family) or [family])
                if family in overlay.get("historic", {}):
                    phrases.add(word, "once", overlay["historic"][family])
    for section, (kind, of) in VALUES.items():
        for value, words in overlay.get(section, {}).items():
            for word in spelled_out(words):
                phrases.add(word, kind, of(value), exact=section == "scales" and word != word.lower())
    for phrase, parts in overlay.get("splits", {}).items():
        phrases.add(phrase, "split", [key(part) for part in parts])
    for unit, words in overlay.get("units", {}).items():
        for word in words:
            phrases.add(word, "unit", UNITS[unit])
    for length, words in overlay.get("spans", {}).items():
        for word in words:
            phrases.add(word, "span", _span(length))
    told = dict(overlay.get("years_told", {}))
    for ending in told.pop("endings", ()):
        for years, stems in told.items():
            for stem in stems:
                phrases.add(stem + ending, "span", _span(f"P{years}Y"))
    for section, kind in LISTS.items():
        for value, words in overlay.get(section, {}).items():
            for word in spelled_out(words):
                phrases.add_to_list(word, kind, value)
    for section, kind in FLAGS.items():
        for word in spelled_out(overlay.get(section, {}).get("words", [])):
            phrases.add(word, kind, True)
    for name in overlay.get("names", {}).get("words", []):  # in their capitals, as names are written
        phrases.add(name, "nothing", True, exact=True)
    for stem in (
        word.removesuffix("*") for word in overlay.get("changes", {}).get("words", []) if "*" in word
    ):
        for word in [name for name in phrases.meanings if name.startswith(stem) and name.isalpha()]:
            phrases.add(word, "change", True)  # the reader finds the word itself before its stem
    for name, kind in (("and", "range_and"), ("between", "between"), ("between_after", "between_after")):
        for word in overlay.get("range", {}).get(name, []):
            phrases.add(word, kind, True)


def add_endings(phrases: Phrases, overlay: dict[str, Any]) -> None:
    """Cues that are a case ending of a currency or a scale: Turkish "eurodan" is "from euros"."""
    for cue, endings in overlay.get("endings", {}).items():
        for name, meanings in list(phrases.meanings.items()):
            if {"currency", "scale"} & meanings.keys() and name.endswith(tuple(endings)):
                phrases.add_to_list(name, "cue", cue)


def pass_on_means(phrases: Phrases) -> None:
    """A longer phrase hides the shorter ones in it: a year's money "gemiddeld per jaar" is an average too."""
    cues = {name: said["cue"] for name, said in phrases.meanings.items() if "cue" in said}
    means = [name for name, kinds in cues.items() if "mean" in kinds]
    for name, kinds in cues.items():
        if "mean" in kinds or not any(kind.startswith("per_") for kind in kinds):
            continue
        if any(mean in name if spaceless(mean[0]) else f" {mean} " in f" {name} " for mean in means):
            phrases.add_to_list(name, "cue", "mean")


def spelled_out(words: Iterable[str]) -> Iterator[str]:
    """Each phrase that one with alternatives stands for: "last|old plan|budget" for four, and so where no
    blank parts them "{前|旧}{計画|予算}"."""
    for word in words:
        braced = [part.split("|") for part in re.split("[{}]+", word)] if "{" in word else [[word]]
        for phrase in map("".join, product(*braced)):
            yield from map(" ".join, product(*(part.split("|") for part in phrase.split(" "))))


def parts_of_year(phrases: Phrases, overlay: dict[str, Any]) -> dict[str, list[str]]:
    """The words for a quarter, which are those of the unit, for a half, and for the first to the fourth."""
    quarters = [
        name for name, meanings in phrases.meanings.items() if meanings.get("unit") == UNITS["quarter"]
    ]
    parts = overlay.get("parts_of_year", {})
    return {**parts, "quarter": sorted({*quarters, *parts.get("quarter", ())})}


def _families(overlay: dict[str, Any], common: dict[str, Any]) -> dict[str, list[str]]:
    """Names of open currencies -> codes; a family may be given as the sign it shares its codes with."""
    signs = common["signs"] | overlay.get("signs", {})
    given = common["families"] | overlay.get("families", {})
    return {name: signs[codes] if isinstance(codes, str) else codes for name, codes in given.items()}


def _span(length: str) -> list[int]:
    number, unit = re.fullmatch(r"P(\d+)([YMWD])", length).groups()  # type: ignore[union-attr]  # or fail here
    months, days = {"Y": (12, 0), "M": (1, 0), "W": (0, 7), "D": (0, 1)}[unit]
    return [int(number) * months, int(number) * days]
