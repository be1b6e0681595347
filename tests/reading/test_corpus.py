"""Sentences of tests/corpus read as their files say, and every offset cuts the text it claims."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from capexcalc.reading.mentions import Amount, PeriodMention, Rate
from capexcalc.reading.reader import read

CORPUS = Path(__file__).parent.parent / "corpus"
LANGUAGES = sorted(path.stem for path in CORPUS.glob("??.toml"))
CASES = [
    pytest.param(language, sentence, id=f"{language}-{number}")
    for language in LANGUAGES
    for number, sentence in enumerate(
        tomllib.loads((CORPUS / f"{language}.toml").read_text("utf-8"))["sentence"], 1
    )
]


@pytest.mark.parametrize(("language", "sentence"), CASES)
def test_sentence_reads_as_a_careful_reader_would(language: str, sentence: dict[str, Any]) -> None:
    text = sentence["text"]
    reading = read(text, language)
    assert [_amount(a) for a in reading.amounts] == [_wanted(a) for a in sentence.get("amounts", [])]
    assert [_period(p) for p in reading.periods] == sentence.get("periods", [])
    assert [_rate(r) for r in reading.rates] == sentence.get("rates", [])
    for mention in (*reading.amounts, *reading.periods):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_enough_sentences_of_both_kinds(language: str) -> None:
    sentences = [p.values[1] for p in CASES if p.values[0] == language]
    with_money = sum(1 for s in sentences if s.get("amounts"))  # type: ignore[union-attr]  # values are untyped
    assert with_money >= 15
    assert len(sentences) - with_money >= 10


def _amount(amount: Amount) -> tuple[Decimal, str, str]:
    return amount.value, amount.currency, amount.bound


def _rate(rate: Rate) -> str:
    return f"{rate.base or '?'}/{rate.quote or '?'} {rate.value}"


def _wanted(words: str) -> tuple[Decimal, str, str]:
    value, currency, *bound = words.split()
    return Decimal(value), currency, bound[0] if bound else "exact"


def _period(period: PeriodMention) -> str:
    if period.duration is not None:
        place = period.duration.iso()
    else:
        place = f"{period.from_ or ''}..{period.until or ''}"
    return place if period.direction == "none" else f"{place} {period.direction}"
