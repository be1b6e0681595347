"""What a batch would do, told from some rows of the file in the time it takes to ask."""

from __future__ import annotations

import csv
import json
import shlex
from collections import Counter
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..commands.outcome import Outcome
from ..errors import InputError, Notice
from ..finance.spending_amounts import no_currency
from ..money.currency_cells import unit_of
from ..rates.book import RateBook
from ..rates.calendar_rules import CONVERTED
from ..words import Phrase
from . import engine
from .duckdb_batch import batch
from .guess import Guess, guess
from .job import DEFAULT_MEMORY, Job, Look, LookRow, Refused, Summary, Taken
from .sampled import Sampled, sampled
from .tally import AMOUNTS, DATES, help_for

_SHOWN = 10
_CURRENCIES = 12


def look(job: Job, *, book: RateBook, calendars: Path, memory: str = DEFAULT_MEMORY) -> Outcome[Summary]:
    """The summary of a batch of some rows of the source, with a Look.

    Columns that ``job`` does not name are guessed. Raises InputError (``no_columns``) where that cannot be
    done, and what ``batch`` raises.
    """
    with TemporaryDirectory(prefix="capexcalc-") as folder:
        with engine.connect(memory, Path(folder)) as con:
            given = tuple(name for name in (job.amount, job.text, job.currency, job.date) if name)
            sample = sampled(con, job, given, Path(folder))
        job = job.resolved(list(dict.fromkeys(name for row in sample.rows for name in row)))
        found = _filled(job, guess(sample.rows), sample)
        out = Path(folder) / "converted.jsonl"
        if sample.path.endswith(".csv"):
            out = out.with_suffix(".csv")
        try:
            done = batch(
                replace(found, source=sample.path, out=str(out), delimiter=sample.delimiter, encoding=None),
                book=book,
                calendars=calendars,
                memory=memory,
            )
        except InputError as error:
            raise InputError(error.code, _named(error.said, sample, job), error.advice) from None
        rows = _rows(out, sample.delimiter)
        result = replace(done.result, look=_look(found, sample, rows))
    notices = (Notice(each.code, _named(each.said, sample, job)) for each in done.warnings)
    return Outcome(result, (*sample.notices, *notices))


def _look(job: Job, sample: Sampled, rows: list[dict[str, Any]]) -> Look:
    """What is to be said of the ``rows`` of a sample, as they were written."""
    pairs = list(zip(sample.rows, rows, strict=True))
    column = job.currency if any(job.currency in row for row in sample.rows) else None
    named = Counter(row.get(column, "") for row in sample.rows) if column else Counter()
    codes = Counter({(unit.code if (unit := unit_of(cell)) else cell): 0 for cell in named})
    for cell, count in named.items():
        codes[unit.code if (unit := unit_of(cell)) else cell] += count
    converted = [_row(job, column, given, row) for given, row in pairs if row["status"] in CONVERTED]
    refused: dict[str, Refused] = {}
    for given, row in pairs:
        if (status := row["status"]) in CONVERTED:
            continue
        name = job.date if status in DATES else job.figures if status in AMOUNTS else column or job.figures
        counted = refused[status].rows + 1 if status in refused else 1
        cell = (refused[status].cell if status in refused else "") or given.get(name, "").strip()
        refused[status] = Refused(status, counted, cell, help_for(status, job, empty=not cell))
    taken = [Taken("amount", job.figures, Phrase("words" if job.text else "figures"))]
    if job.currency:
        said = Phrase("column") if column else Phrase("the currency of all rows")
        taken.append(Taken("currency", job.currency, said))
    taken.append(Taken("date", job.date, Phrase("column")))
    return Look(
        columns=tuple(taken),
        currencies=dict(codes.most_common(_CURRENCIES)),
        converted=tuple(islice(converted, _SHOWN)),
        refused=tuple(sorted(refused.values(), key=lambda each: -each.rows)),
        command=_command(job),
    )


def _row(job: Job, column: str | None, given: dict[str, str], row: dict[str, Any]) -> LookRow:
    return LookRow(
        amount=given.get(job.figures, ""),
        currency=given.get(column, "") if column else job.currency or "",
        date=given.get(job.date, ""),
        converted={code: str(row[f"amount_{code.lower()}"]) for code in job.to},
        rate_date=str(row["rate_date"]),
        rate_source=str(row["rate_source"]),
        rate_method=str(row["rate_method"]),
    )


def _filled(job: Job, found: Guess, sample: Sampled) -> Job:
    """The job with guesses where nothing is said."""
    amount, text, currency = job.amount, job.text, job.currency
    if amount is None and text is None:
        text, amount = (found.amount, None) if found.words and currency is None else (None, found.amount)
    if currency is None and text is None:
        currency = found.currency
    date = job.date or found.date
    wanting = [
        name
        for name, value in (("--amount", amount or text), ("--date", date), ("--currency", currency or text))
        if value is None or value == ""
    ]
    if wanting == ["--currency"]:
        raise no_currency(f"{job.source}: {amount!r}", found.candidates)
    if wanting:
        raise InputError(
            "no_columns",
            "{where}: nothing tells {options}",
            "name them; columns: {columns}",
            where=job.source,
            options=", ".join(wanting),
            columns=", ".join(list(dict.fromkeys(name for row in sample.rows for name in row))[:40]),
        )
    return replace(job, amount=amount, text=text, currency=currency, date=date or "")


def _command(job: Job) -> str:
    """What is typed to convert all of it."""
    options = {
        "--out": "converted.csv",
        "--amount": job.amount,
        "--text": job.text,
        "--currency": job.currency,
        "--date": job.date,
        "--to": ",".join(job.to),
        "--decimal": job.decimal,
        "--date-format": job.date_format,
        "--delimiter": job.delimiter,
        "--sheet": job.sheet,
        "--encoding": job.encoding,
        "--lang": job.lang,
    }
    said = [part for name, value in options.items() if value for part in (name, value)]
    return shlex.join(["capexcalc", "batch", job.source, *said])


def _rows(out: Path, delimiter: str | None) -> list[dict[str, Any]]:
    with out.open(encoding="utf-8", newline="") as lines:
        if out.suffix == ".csv":
            return list(csv.DictReader(lines, delimiter=delimiter or ","))
        return [json.loads(line) for line in lines]


def _named(said: Phrase, sample: Sampled, job: Job) -> Phrase:
    """What was said of the sample, said of the file."""
    facts = {
        name: _named(fact, sample, job)
        if isinstance(fact, Phrase)
        else fact.replace(sample.path, job.source)
        if isinstance(fact, str)
        else fact
        for name, fact in said.facts.items()
    }
    return type(said)(said.template, **facts)
