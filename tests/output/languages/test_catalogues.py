"""Each language says everything: no sentence is missing, lacks a place, or is left in English."""

from __future__ import annotations

import importlib.util
import re
import sys
from datetime import date
from decimal import Decimal
from gettext import GNUTranslations
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from capexcalc.output.languages import LANGUAGES, voice_of
from capexcalc.output.text import turns
from capexcalc.words import Phrase, counted, speaking

ROOT = Path(__file__).parents[3]
HERE = ROOT / "src" / "capexcalc" / "output" / "languages"
OTHERS = sorted(set(LANGUAGES) - {"en"})

# Words that no language but English has, as they stand in its sentences.
ENGLISH = re.compile(r"(?<![\w.{-])(the|and|which|are|there|with|that|cannot|give|these)(?![\w}-])", re.I)
# What is typed stays as it is: commands, options, names of columns, code in an example.
TYPED = re.compile(
    r"--[a-z-]+|capexcalc [a-z ]+|\"[^\"]*\"|'[^']*'|\b[a-z]+_[a-z_]+\b|\{[^{}]*\}|https?://\S+"
)
PLACE = re.compile(r"\{[^{}]*\}")


@pytest.fixture(scope="module")
def templates() -> ModuleType:
    spec = importlib.util.spec_from_file_location("templates", ROOT / "tools" / "templates.py")
    assert spec
    assert spec.loader
    module = sys.modules["templates"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def sentences(templates: ModuleType) -> list[tuple[str, str | None]]:
    found, _ = templates.found()
    return list(dict.fromkeys((each.text, each.many) for each in found if templates.is_language(each.text)))


def catalogue(language: str) -> GNUTranslations:
    with (HERE / f"{language}.mo").open("rb") as file:
        return GNUTranslations(file)


def forms(known: GNUTranslations, one: str, many: str | None) -> list[str]:
    """Every form a sentence takes, by number."""
    if many is None:
        return [known.gettext(one)]
    return list(dict.fromkeys(known.ngettext(one, many, n) for n in (*range(30), 100, 101, 1000, 1_000_000)))


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_translated_with_its_places(
    language: str, sentences: list[tuple[str, str | None]]
) -> None:
    known = catalogue(language)
    entries: dict[Any, str] = known._catalog  # type: ignore[attr-defined]
    for one, many in sentences:
        assert (one if many is None else (one, 0)) in entries, one
        for said in forms(known, one, many):
            wanted, got = placed(many or one), placed(said)
            assert got == wanted or (many and wanted - {"{n}"} <= got <= wanted), (one, said)
            assert said.strip() == said, said


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_is_left(language: str, sentences: list[tuple[str, str | None]]) -> None:
    known = catalogue(language)
    same = []
    for one, many in sentences:
        for said in forms(known, one, many):
            assert not ENGLISH.search(TYPED.sub("", said)), said
            bare = re.sub(r"[^a-zA-Z]+", " ", TYPED.sub("", one)).strip()
            if said == one and len(bare.split()) > 4:
                same.append(one)
    assert same == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_said_with_real_figures(
    language: str, sentences: list[tuple[str, str | None]]
) -> None:
    """Each place takes what a fact of its kind is; nothing is left open, nothing fails."""
    voice = voice_of(language)
    assert voice is not None
    with speaking(voice):
        for one, many in sentences:
            for n in (0, 1, 2, 3, 5, 11, 21, 100, 1000, 1_234_567):
                places = re.findall(r"\{(\w+)(?:!\w)?:?([^{}]*)\}", one)
                facts = {name: fact(spec) for name, spec in places if many is None or name != "n"}
                phrase = counted(one, many, n, **facts) if many else Phrase(one, **facts)
                said = str(phrase)
                assert "{" not in said.replace('{"id"', ""), said
                assert not turns(said), said
                if many is None:
                    break


def placed(text: str) -> set[str]:
    return set(PLACE.findall(text.replace("{{", "").replace("}}", "")))


def fact(spec: str) -> object:
    if spec in ("f", ".1%", ".0f"):
        return Decimal("7.5879")
    if spec in (",", "g"):
        return 1_234_567
    return date(2025, 2, 24)


def test_catalogues_are_compiled_from_what_translators_see() -> None:
    babel = pytest.importorskip("babel.messages.pofile")
    for language in OTHERS:
        with (HERE / f"{language}.po").open("rb") as file:
            written = babel.read_po(file, locale=language)
        known = catalogue(language)
        for message in written:
            if isinstance(message.id, tuple):
                entries: dict[Any, str] = known._catalog  # type: ignore[attr-defined]
                assert [entries[message.id[0], n] for n in range(len(message.string))] == list(message.string)
            elif message.id:
                assert known.gettext(message.id) == message.string, (language, message.id)
