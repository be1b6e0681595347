"""``capexcalc check --engine spark``."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from functools import partial

from ..bulk.spark_corpus import check
from ..bulk.spark_worker import Judge, Printer, Rates
from ..commands.check import CheckedDocument
from ..errors import UsageError
from ..output.formats import TextFormat
from ..output.json import error
from ..output.jsonl import line
from ..output.languages import voice_of
from ..output.wording.documents import worded
from ..output.wording.verdicts import VERDICTS
from ..words import Phrase, several, speaking, voice
from .context import Outside


def scan(
    outside: Outside,
    files: list[str],
    out: str | None,
    judge: Judge,
    form: TextFormat,
    *,
    master: str | None,
    max_gap: int,
    source: str,
    quiet: bool,
) -> set[str]:
    """Judge the documents of ``files`` into the folder ``out``, and say what came of it; the verdicts met."""
    if out is None:
        raise UsageError("no_output", "Spark writes into a folder, and none is named", "--out FOLDER")
    if form not in ("table", "jsonl"):
        raise UsageError(
            "usage", "Spark writes no {form}", "leave -f out: --out FOLDER, --out NAME.parquet", form=form
        )
    language = voice()
    spoken = partial(_spoken, language.code if language else "en")
    done = check(
        files,
        out,
        judge=judge,
        printer=Printer(printed, partial(error, indent=None), spoken),
        rates=Rates(outside.today, max_gap, source),
        cache=outside.roots[0],
        master=master,
    )
    if not quiet:
        if done.warned:
            outside.say(
                "warning",
                Phrase("{n:,} documents have warnings (the column warnings of Parquet)", n=done.warned),
            )
        if done.refused:
            said = Phrase(
                "{n:,} errors stand in place of documents, such as: {example}",
                n=done.refused,
                example=done.example,
            )
            outside.say("warning", said)
        outside.say(
            "documents", Phrase("{n:,}, with {claims}", n=done.documents, claims=_told(done.verdicts))
        )
    return set(done.verdicts)


def printed(document: CheckedDocument) -> str:
    """A document as ``check -f jsonl`` prints it."""
    return line("check", worded(document)).removesuffix("\n")


def _spoken(language: str) -> AbstractContextManager[None]:
    return speaking(voice_of(language))


def _told(verdicts: Mapping[str, int]) -> Phrase:
    claims = sum(verdicts.values())
    met = several(
        (
            Phrase("{n:,} {verdict}", n=verdicts[verdict], verdict=Phrase(shown.word))
            for verdict, shown in VERDICTS.items()
            if verdict in verdicts
        ),
        "{first}, {second}",
    )
    return Phrase("{n:,} claims: {verdicts}" if met else "{n:,} claims", n=claims, verdicts=met)
