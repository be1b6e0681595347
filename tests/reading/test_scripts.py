"""Which script a letter is of: the first and the last of each stretch, and what stands beside them."""

from __future__ import annotations

import unicodedata

import pytest

from capexcalc.reading.scripts import script

# What stands beside many of these is no character yet: whose that would be is all one.
ENDS = {
    "latin": ("A", "z", "\u036f", "\u1e00", "\u1eff", "\uff21", "\uff5a"),
    "greek": ("\u0370", "\u03ff", "\u1f00", "\u1ffe"),
    "cyrillic": ("\u0400", "\u052f"),
    "hebrew": ("\u0591", "\u05f4", "\ufb1d", "\ufb4f"),
    "arabic": ("\u0600", "\u06ff", "\ufb50", "\ufdff", "\ufe70", "\ufefc"),
    "devanagari": ("\u0900", "\u097f"),
    "thai": ("\u0e01", "\u0e5b"),
    "hangul": ("\u1100", "\u11ff", "\uac00", "\ud7a3"),
    "han": ("\u3005", "\u3007", "\u3400", "\u9fff", "\uf900", "\ufad9"),
    "kana": ("\u3041", "\u30ff", "\uff66", "\uff9f"),
}
# Before and behind a stretch: signs, and letters of scripts in which no lexicon is.
NONE = (
    "\x00@\u0531\u058f\u0700\u08ff\u0980\u0e81\u10ff\u1200\u1dff\u2000\u3004\u3008\u303f\u3105\u33ff"
    "\ua000\ud7b0\uf8ff\ufb00\ufe00\ufeff\uff20\uff5b\uff65\uffa0"
)


@pytest.mark.parametrize(("name", "letters"), ENDS.items())
def test_a_script_reaches_from_its_first_letter_to_its_last(name: str, letters: tuple[str, ...]) -> None:
    assert {script(letter) for letter in letters} == {name}


@pytest.mark.parametrize("char", NONE, ids=lambda char: unicodedata.name(char, "none"))
def test_what_stands_beside_a_script_is_none_of_it(char: str) -> None:
    assert script(char) is None
