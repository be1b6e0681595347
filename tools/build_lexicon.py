"""Build src/capexcalc/reading/lexicons/ from Unicode CLDR and the overlays in tools/lexicon/.

    python tools/build_lexicon.py [LANGUAGE ...]

CLDR (through babel and unicode-rbnf) gives currency names and signs, compact-number words, unit and month
names, number words and the currency of each territory; the overlay of a language adds what CLDR lacks and
wins where the two differ. A language is whatever has an overlay; one that is not asked for stays as it was
built last. Every section of an overlay is optional; a word of a phrase that ends in ``*`` stands for any word
that begins so, one that begins with it for any longer one that ends so, and in cues ``a|b`` for either.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from itertools import chain
from pathlib import Path
from typing import Any

from capexcalc.reading.adjacent_currency import codes_of
from capexcalc.reading.language import FALLBACK
from capexcalc.reading.lexicon import WARY
from capexcalc.reading.tokens import fold, key, words
from lexicon_build.cldr import abroad, add_cldr, home, lands, regional_decimals, regions
from lexicon_build.evidence import evidence
from lexicon_build.overlay import (
    OVERLAYS,
    add_endings,
    add_signs,
    add_words,
    parts_of_year,
    pass_on_means,
    read_overlay,
    spelled_out,
)
from lexicon_build.phrases import Phrases
from lexicon_build.sieve import figures, telling_signs, telling_words

_LONG = 6  # letters; shorter words are others in other languages ("grand")
OUT = Path(__file__).parent.parent / "src/capexcalc/reading/lexicons"


def build(language: str, common: dict[str, Any]) -> dict[str, Any]:
    """The lexicon of one language, in the shape reading/lexicon.py documents."""
    overlay = read_overlay(language)
    proclitics = sorted(overlay.get("proclitics", {}).get("words", []), key=len, reverse=True)
    phrases = Phrases(accents=overlay.get("unaccented", True), proclitics=proclitics)
    add_signs(phrases, overlay, common)
    add_words(phrases, overlay, common)
    add_words(phrases, common, common)
    add_cldr(phrases, language, overlay)
    add_endings(phrases, overlay)
    pass_on_means(phrases)
    phrases.inherit_about()
    phrases.inherit_cues()
    for word in overlay.get("drop", {}).get("words", []):  # what all share, but is another word here
        del phrases.meanings[word]
    at_home = set(overlay.get("at_home", {}).get("codes", []))
    elsewhere = abroad(phrases, home(language), at_home)
    return {
        "language": language,
        "home": home(language),
        "decimal": overlay["decimal"],
        "regional_decimal": regional_decimals(language, overlay["decimal"]),
        "regional": {
            region: {word: {**phrases.meanings[word], "currency": codes} for word, codes in words.items()}
            for region, words in overlay.get("regional", {}).items()
        },
        "assumed": {
            word: {**phrases.meanings[word], "scale": int(power), "open": phrases.meanings[word]["scale"]}
            for power, words in overlay.get("assumed_scales", {}).items()
            for word in words
        },
        "abroad": elsewhere,
        "lands": lands(
            phrases, language, set(chain(*elsewhere.values())), common["lands"] | overlay.get("lands", {})
        ),
        "parts_of_year": parts_of_year(phrases, overlay),
        "tails": sorted(phrases.tails),
        "least_alone": overlay.get("least_alone", 0),
        "point_currencies": overlay.get("point_currencies", {}).get("codes", []),
        "both_ways": overlay.get("both_ways", False),
        "ordinal_point": overlay.get("ordinal_point", False),
        "price_sign": overlay.get("price_sign", ""),
        "openers": overlay.get("openers", {}).get("words", []),
        "adjectives_follow": overlay.get("adjectives_follow", False),
        "nouns_capital": overlay.get("nouns_capital", False),
        "year_offset": overlay.get("year_offset", 0),
        "proclitics": proclitics,
        "abbreviations": overlay.get("abbreviations", {}).get("words", []),
        "wholes": overlay.get("wholes", {}),
        "over_time": overlay.get("over_time", {}),
        "closing_words": _words(overlay, "closing", "words"),
        "closing_beginnings": _words(overlay, "closing", "beginnings"),
        "closing_endings": _words(overlay, "closing", "endings"),
        "funds": _words(overlay, "funds", "words"),
        "rates": {kind: sorted(spelled_out(words)) for kind, words in overlay.get("rates", {}).items()},
        "function_words": sorted({key(word) for word in overlay["detect"]["words"]}),
        "wordlike_codes": [*common["wordlike"]["codes"], *overlay.get("wordlike", {}).get("codes", [])],
        "usual_codes": sorted(
            {*common["usual"]["codes"], home(language)} - {*overlay.get("wordlike", {}).get("codes", [])}
        ),
        "telling_words": sorted(set(telling_words(phrases.meanings))),
        "telling_signs": "".join(sorted(telling_signs(phrases.meanings))),
        "figures": "".join(sorted(figures(phrases.meanings))),
        "prefixes": sorted(phrases.prefixes),
        "stems": sorted(phrases.stems),
        "heads": sorted(phrases.heads),
        "starts": dict(sorted(phrases.starts.items())),
        "phrases": {name: dict(sorted(m.items())) for name, m in sorted(phrases.meanings.items())},
    }


def _words(overlay: dict[str, Any], section: str, kind: str) -> list[str]:
    return sorted({key(word) for word in overlay.get(section, {}).get(kind, [])})


def _clues(language: str) -> set[str]:
    """The words that tell a language: its function words, and those that only tell it."""
    told = read_overlay(language)["detect"]
    return {key(word) for word in [*told["words"], *told.get("clues", [])]}


def _shared(common: dict[str, Any]) -> set[str]:
    """The words for money that all languages let pass."""
    sections = ("currencies", "open_currencies", "scales", "small")
    named = {key(word) for section in sections for words in common[section].values() for word in words}
    return {word for word in named if word.isalpha() and word.isascii()}


def _pieces(language: str) -> dict[str, list[str]]:
    """The pieces of words that tell a language, by the mark of their key."""
    told = read_overlay(language)["detect"]
    return {"+": told.get("pieces", []), "~": told.get("endings", []), "=": told.get("letters", [])}


def scales(lexicons: dict[str, dict[str, Any]]) -> dict[str, list[int]]:
    """The long scale words of all languages: "milion" is 10^6 in any, "billion" 10^9 or 10^12."""
    found: dict[str, set[int]] = defaultdict(set)
    unlike = set(read_overlay("common")["scales_abroad"]["words"])
    for lexicon in lexicons.values():
        for name, meanings in lexicon["phrases"].items():
            known = name in unlike or (name.isalpha() and len(name) >= _LONG)
            if known and "scale" in meanings and "currency" not in meanings:
                found[name].add(meanings["scale"])
    return {name: sorted(powers) for name, powers in sorted(found.items())}


def money_words(lexicons: dict[str, dict[str, Any]]) -> dict[str, str]:
    """First words of names for money, each with its languages; not of those that are sure in all: English,
    which is read where nothing tells the language, takes them for money and nothing else."""
    english = lexicons[FALLBACK]
    found: dict[str, set[str]] = defaultdict(set)
    for language, lexicon in lexicons.items():
        for phrase, meanings in (lexicon["phrases"] | lexicon["assumed"]).items():
            known = english["phrases"].get(phrase, {})
            sure = codes_of(known) and WARY.isdisjoint(known) and phrase not in english["wordlike_codes"]
            if codes_of(meanings) and not sure:
                name = fold(phrase).rstrip("*")
                found[words(name, 0, len(name))[0]].add(language)
    return {word: " ".join(sorted(spoken)) for word, spoken in sorted(found.items())}


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


def _built(language: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((OUT / f"{language}.json").read_text("utf-8"))
    return found


def main() -> None:
    common = read_overlay("common")
    known = sorted(path.stem for path in OVERLAYS.glob("*.toml") if path.stem != "common")
    asked = sys.argv[1:] or known
    lexicons = {each: build(each, common) if each in asked else _built(each) for each in known}
    OUT.mkdir(exist_ok=True)
    for language in asked:
        _write(language, lexicons[language])
        print(f"{language}: {len(lexicons[language]['phrases'])} phrases")
    clues = {language: _clues(language) for language in known}
    pieces = {language: _pieces(language) for language in known}
    for name, told in evidence(lexicons, clues, common["letters"], pieces, _shared(common)).items():
        _write(f"evidence-{name}", told)
    _write("scales", scales(lexicons))
    _write("money", money_words(lexicons))
    _write("regions", regions())
    (OUT / "languages.txt").write_text(" ".join(known) + "\n", "utf-8")


if __name__ == "__main__":
    main()
