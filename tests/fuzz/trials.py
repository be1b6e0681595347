"""What is tried on the program, and what must hold of it: one function a kind of input, seeded."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import pages
import servers
import tables
import words
from program import FaultError, run, valid, valid_line
from pytest_httpserver import HTTPServer

import build_ecb
from capexcalc.cache.store import Store, shipped_root
from capexcalc.commands import workspace
from capexcalc.errors import ExitCode

FORMATS = ("table", "json", "jsonl", "csv", "markdown", "html")
# What would run, or ask somebody for something.
_ACTIVE = re.compile(r"<(script|img|iframe|object|embed|link|base|form|audio|video|a href=\"(?!#))")


@dataclass(frozen=True, slots=True)
class Place:
    """``folder`` is a trial's own; ``cache``, the user's folder of rates, and ``server`` are for all."""

    folder: Path
    cache: Path
    server: HTTPServer


Trial = Callable[[Random, Place], None]


def command_line(rng: Random, place: Place) -> None:
    """Any command with options of its own, and now and then another's."""
    name = rng.choice((*_OPTIONS,))
    given = list(_WORDS.get(name, lambda rng: [])(rng))
    others = sorted({option for options in _OPTIONS.values() for option in options})
    for option in rng.sample(_OPTIONS[name], rng.randint(0, len(_OPTIONS[name]))):
        option = option if rng.random() < 0.97 else rng.choice(others)
        value = _VALUES.get(option)
        given += [option] if value is None else [option, value(rng)]
    form = rng.choice(FORMATS)
    given += ["-f", form]
    if rng.random() < 0.1:
        rng.shuffle(given)
    stdin = words.anything(rng).encode("utf-8", "replace")
    ended = run(*name.split(), *map(_argument, given), cache=place.cache, stdin=stdin)
    if form == "json" and not {"--schema", "--"} & {*given}:
        valid(ended, name.replace(" ", "-"))


def text(rng: Random, place: Place) -> None:
    """A text in every format: what they print of it agrees, and offsets point at what they say."""
    content = rng.choice((words.anything, _article))(rng)
    options = ["--on", "2025-02-24"] if rng.random() < 0.7 else []
    if rng.random() < 0.3:
        options += ["--lang", words.language(rng)]
    if rng.random() < 0.3:
        options += ["--prior", str(tables.prior(rng, place.folder))]
    path = place.folder / rng.choice(("text.txt", "text.txt", "\x1b[31mred", "\u202etxt", "[b]", "a\nb"))
    path.write_bytes(content.encode("utf-8", rng.choice(("replace", "surrogatepass"))))
    ended = {form: run("check", str(path), *options, "-f", form, cache=place.cache) for form in FORMATS}
    whole, page = ended["json"], ended["html"]
    page.expect(not _ACTIVE.search(page.out), "a page that runs or fetches something")
    if len({each.code for each in ended.values()}) > 1:
        raise FaultError("\n".join(["formats end with other codes", *map(str, ended.values())]))
    printed = valid(whole, "check")
    if whole.code:
        return
    (document,) = printed["result"]["documents"]
    (line,) = ended["jsonl"].out.splitlines()
    whole.expect(valid_line(line, "check") == {"schema": "capexcalc/check@1", **document}, "another line")
    with suppress(UnicodeDecodeError):  # half a character: read in an encoding that only check has guessed
        read = path.read_bytes().decode("utf-8-sig")
        for found in (*document["amounts"], *document["periods"]):
            said = unescape(read[found["start"] : found["end"]])  # "&euro;5" is told as €5
            whole.expect(said == found["text"], f"no such text: {found}")
    rows = list(csv.reader(io.StringIO(ended["csv"].out)))
    whole.expect(len({len(row) for row in rows}) == 1, "rows of other lengths")
    whole.expect(len(rows) - 1 == len(document["claims"]), "not a row a claim")


def documents(rng: Random, place: Place) -> None:
    """Documents in, objects out, each under its name and in order."""
    given = []
    for number in range(rng.randint(1, 8)):
        row: dict[str, Any] = {"id": f"d{number}", "text": words.anything(rng)[:3000]}
        if rng.random() < 0.3:
            row["lang"] = rng.choice(("en", "fr", "zh", "de"))
        if rng.random() < 0.5:
            row["date"] = f"{date(2000 + rng.randrange(27), rng.randint(1, 10), rng.randint(1, 28))}"
        given.append(row)
    lines = "\n".join(json.dumps(row, ensure_ascii=rng.random() < 0.5) for row in given)
    content = lines.encode("utf-8", "surrogatepass" if lines.isascii() else "replace")
    ended = run("check", "-", "-f", "jsonl", cache=place.cache, stdin=content)
    printed = [valid_line(line, "check") for line in ended.out.splitlines()]
    ended.expect(ended.code == 0, "documents that are sound are refused")
    ended.expect([each["id"] for each in printed] == [row["id"] for row in given], "documents lost")


def files(rng: Random, place: Place) -> None:
    """Files of all kinds: each is a document, or named in an error, and the others are read all the same."""
    given = [str(pages.written(rng, place.folder, number)) for number in range(rng.randint(1, 4))]
    options = ["--lang", words.language(rng)] if rng.random() < 0.2 else ["--on", "2025-02-24"]
    ended = run("check", *given, *options, "-f", "jsonl", cache=place.cache)
    printed = [valid_line(line, "check") for line in ended.out.splitlines()]
    if "no lexicon for language" not in ended.err:
        read = {each["id"].partition(":")[0] for each in printed if "id" in each}
        lost = [path for path in given if path not in read and f"error: {path}" not in ended.err]
        ended.expect(not lost, f"files lost: {lost}")


def past_spending(rng: Random, place: Place) -> None:
    """A table of past spending, whole or not, in the commands that read one."""
    path = str(tables.prior(rng, place.folder))
    form = rng.choice(FORMATS)
    if rng.random() < 0.5:
        name, given = "spending-show", ["spending", "show", path]
    else:
        name, given = "compare", ["compare", "380bn CNY over 3y", "--prior", path, "--on", "2025-02-24"]
    if rng.random() < 0.3:
        given += ["--last", words.span(rng)]
    ended = run(*map(_argument, given), "-f", form, cache=place.cache)
    if form == "json":
        valid(ended, name)


def rows(rng: Random, place: Place) -> None:
    """Rows in, rows out, every cell as it was; or an error, and no file under the name."""
    given = tables.contracts(rng)
    delimiter = rng.choice(",;\t|")
    content = tables.delimited(given, delimiter).encode()
    spoilt = rng.random() < 0.2
    source = tables.packed(rng, place.folder / "in.csv", tables.damaged(rng, content) if spoilt else content)
    out = place.folder / "out.csv"
    columns = ("--text", "price") if rng.random() < 0.3 else ("--amount", "amount", "--currency", "currency")
    # Told what nothing tells, or two cells tell differently, it refuses no row for that.
    told = rng.random() < 0.5 or len(given) < 3
    options = ["--delimiter", delimiter, "--decimal", "."] if told else []
    ended = run(
        *("batch", str(source), "--out", str(out), *columns, "--date", "date", "--to", "EUR", *options),
        *("--date-format", "%Y-%m-%d"),
        cache=place.cache,
    )
    if ended.code:
        ended.expect(not out.exists(), "an error, and a file all the same")
        ended.expect(spoilt or not options, "rows that are sound are refused")
        return
    if spoilt or not options:
        return  # what the rows are, is for the program to find out
    with out.open(encoding="utf-8", newline="") as file:
        found = list(csv.reader(file, delimiter=delimiter))
    ended.expect([row[: len(given[0])] for row in found] == given, "cells changed, or rows lost")
    ended.expect(all(row[-1] for row in found), "a row without a status")


def own_rates(rng: Random, place: Place) -> None:
    """Rates of one's own are taken in whole or not at all."""
    path, cache = tables.rates(rng, place.folder), place.folder / "cache"
    given = ("rates", "import", str(path), "--source", "desk", "--base", "EUR")
    ended = run(*given, "-f", "json", cache=cache)
    valid(ended, "rates-import")
    ended.expect((cache / "desk").exists() == (ended.code == 0), "taken in in part")
    if not ended.code:
        words_ = ("convert", "5 EUR", "--to", "CNY", "--source", "desk", "--on", "2025-01-02", "-f", "json")
        valid(run(*words_, cache=cache), "convert")


def services(rng: Random, place: Place) -> None:
    """Whatever servers answer, every rate there was is still there, and the files are sound."""
    world = servers.Services(servers.walk(rng, 8), rng=rng, chance=0.6)
    cache, shipped = place.folder / "cache", place.folder / "shipped"
    environ = servers.serve(place.server, world)
    with newsroom(shipped):
        for _ in range(rng.randint(1, 3)):
            before, files = observations(cache, shipped), _contents(cache)
            source = rng.choice(("ecb", "ecb", "nbp", "worldbank", "prices", "sec"))
            if source == "sec":
                name, given = "spending-fetch", ["spending", "fetch", rng.choice(("1577552", "BABA"))]
            else:
                name, given = "rates-update", ["rates", "update", "--source", source]
                given += ["--full"] if rng.random() < 0.3 else []
            ended = run(*given, "-f", "json", cache=cache, environ=environ)
            valid(ended, name)
            if ended.code == ExitCode.CACHE and source in ("ecb", "nbp", "prices"):
                ended.expect(_contents(cache) == files, "an update that failed, and changed files")
            lost = before.keys() - observations(cache, shipped).keys() - _rejected(cache)
            ended.expect(not lost, f"rates lost: {lost}")
            verified = run("rates", "verify", cache=cache)
            verified.expect(verified.code == 0, f"an update left damage: {ended}")


@contextmanager
def newsroom(folder: Path) -> Iterator[None]:
    """Let ``folder`` be what comes with the program: a few days of two currencies at the ECB and the NBP."""
    for source, base in (("ecb", "EUR"), ("nbp", "PLN")):
        about = build_ecb.ABOUT | {"id": source, "base": base}
        build_ecb.build(servers.walk(Random(1), 5), folder / source, date(2026, 10, 30), about)
    for annual in ("worldbank", "prices"):
        (folder / annual).symlink_to(shipped_root() / annual)
    with patch.object(workspace, "shipped_root", lambda: folder):
        yield


def observations(*roots: Path) -> dict[tuple[str, date, str], str]:
    """Every rate of the ECB and the NBP that a reader finds in the folders."""
    store = Store(roots)
    found = {}
    for source in ("ecb", "nbp"):
        manifest = store.manifest(source)
        for year in manifest.files:
            for code in manifest.spans:
                for day, values in store.year(source, year).rows([code], date.min, date.max):
                    if values is not None:
                        found[source, day, code] = f"{values[0]:f}"
    return found


def _rejected(cache: Path) -> set[tuple[str, date, str]]:
    found = set()
    for path in cache.glob("*/rejected-*.csv"):
        for row in csv.DictReader(path.read_text().splitlines()):
            found.add((path.parent.name, date.fromisoformat(row["date"]), row["currency"]))
    return found


def _contents(cache: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes()
        for path in cache.rglob("*")
        if path.is_file() and not path.name.startswith(".lock")
    }


def _article(rng: Random) -> str:
    sentences = [words.sentence(rng) for _ in range(rng.randint(1, 12))]
    return rng.choice((" ", "\n", "\n\n")).join(sentences)


def _argument(word: str) -> str:
    """``word`` as a command line can hold it: no NUL, and what is no UTF-8 as Python has it there."""
    return word.replace("\0", "").encode("utf-8", "surrogatepass").decode("utf-8", "surrogateescape")


def _choice(*values: str) -> words.Maker:
    return lambda rng: rng.choice(values) if rng.random() < 0.95 else words.odd(rng)


_VALUES: dict[str, words.Maker] = {
    "--to": words.code,
    "--on": words.day,
    "--from": words.day,
    "--average": words.span,
    "--over": words.span,
    "--last": words.span,
    "--lang": words.language,
    "--source": _choice("auto", "ecb", "nbp", "worldbank", "desk", "prices"),
    "--max-gap": _choice("0", "7", "36600", "36601", "-1", "x"),
    "--phasing": _choice(
        "even", "ramp:20%", "ramp:-99%", "ramp:1e9%", "30,40,30", "100", "0,0", "-5,105", "ramp:"
    ),
    "--year-end": _choice("03-31", "02-29", "02-30", "12-31", "6-30", "00-00"),
    "--real": _choice("2020", "1800", "9999", "x"),
    "--deflator": _choice("CHN", "DEU", "USA", "XXX", "chn"),
    "--tolerance": _choice("2%", "0", "100%", "1e-9", "nan", "200%", "-1%"),
    "--fail-on": _choice("refuted", "close,refuted", "not_enough_info", "supported", ","),
    "--prior": _choice("examples/alibaba-capex.csv", "missing.csv", ".", "sec:1577552", "sec:", "/dev/null"),
    "--base": words.code,
}
_COMMON = ("--source", "--offline", "-q", "--schema")
_READING = ("--on", "--lang", "--max-gap", *_COMMON)
_OPTIONS: dict[str, tuple[str, ...]] = {
    "convert": ("--to", "--average", "--partial", "--explain", "--exact", *_READING),
    "annualise": ("--over", "--from", "--phasing", "--year-end", "--to", "--exact", *_READING),
    "compare": ("--prior", "--over", "--last", "--to", "--real", "--deflator", "--exact", *_READING),
    "check": ("--prior", "--tolerance", "--fail-on", "--to", "--explain", "--exact", *_READING),
    "rates show": ("--from", "--exact", *_COMMON),
    "rates average": ("--partial", "--max-gap", "--exact", *_COMMON),
    "rates currencies": ("-q", "--schema"),
    "rates status": ("-q",),
    "spending show": ("--last", "--exact", "-q"),
}


def _written(rng: Random) -> list[str]:
    return [rng.choice((words.amount, words.amount, words.sentence, words.anything))(rng)]


_WORDS: dict[str, Callable[[Random], list[str]]] = {
    "convert": lambda rng: [*_written(rng), "--to", words.code(rng)],
    "annualise": lambda rng: [*_written(rng), "--over", words.span(rng)],
    "compare": lambda rng: [*_written(rng), "--prior", "examples/alibaba-capex.csv"],
    "check": lambda rng: [],
    "rates show": lambda rng: [words.code(rng), words.code(rng), "--from", "2026-01-01"],
    "rates average": lambda rng: [words.code(rng), words.code(rng), words.span(rng)],
    "rates currencies": lambda rng: [words.code(rng) for _ in range(rng.randint(0, 3))],
    "rates status": lambda rng: [],
    "spending show": lambda rng: [_VALUES["--prior"](rng)],
}
