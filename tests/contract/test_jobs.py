"""check --jobs: several processes print what one prints, to the byte."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from capexcalc.cli.judging import Bench, judged_at_once
from capexcalc.cli.workers import spread
from capexcalc.commands.check import check_each
from capexcalc.documents.document import Document
from capexcalc.documents.documents import Reading
from capexcalc.errors import BugError

TODAY = date(2026, 11, 1)
Check = Callable[..., subprocess.CompletedProcess[bytes]]
CLAIM = "In 2024 it will spend {n} billion yuan ({m} billion euros) over three years, {k} million a year. "
BROKEN = b'{"text": 5}\n'


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Two files of JSON Lines with others about and between them, some of which cannot be read."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for name, first in (("b.jsonl", 0), ("d.jsonl", 40)):
        with (folder / name).open("wb") as file:
            for n in range(first, first + 40):
                text = CLAIM.format(n=n + 3, m=n // 7 + 1, k=n * 400)
                file.write(json.dumps({"id": f"n{n}", "text": text}).encode() + b"\n")
                file.write(BROKEN if n % 25 == 7 else b"")
    (folder / "a.txt").write_text(CLAIM.format(n=380, m=50, k=5))
    (folder / "c.txt").write_bytes(b"\0\1\2")
    (folder / "e.html").write_text(f"<html><body><p>{CLAIM.format(n=380, m=70, k=5)}</p></body></html>")
    return folder


@pytest.fixture
def check(environment: dict[str, str]) -> Check:
    def check(*arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            ["capexcalc", "check", *arguments],
            env={**environment, "CAPEXCALC_JOBS": "1", **more},
            capture_output=True,
            check=False,
        )

    return check


@pytest.mark.parametrize(
    "options",
    [
        ("-f", "table", "-v", "--explain"),
        ("-f", "json", "--to", "USD"),
        ("-f", "jsonl", "--fail-on", "refuted", "--ui", "ja"),
        ("-f", "csv", "-q"),
        ("-f", "html", "--prior", "examples/alibaba-capex.csv", "--on", "2025-02-24"),
        ("-f", "sarif", "--ui", "fr"),
    ],
    ids=" ".join,
)
def test_several_processes_print_what_one_prints(options, check, archive, project, monkeypatch):
    monkeypatch.chdir(project)
    one, three = (check(str(archive), *options, CAPEXCALC_JOBS=jobs) for jobs in ("1", "3"))
    assert (three.returncode, three.stdout, three.stderr) == (one.returncode, one.stdout, one.stderr)
    assert one.returncode == (10 if "--fail-on" in options else 2)
    assert len(one.stdout) > 5_000


def test_a_stream_that_cannot_carry_every_character_gets_escapes_from_all(check, archive):
    done = [check(str(archive), "-f", "jsonl", "-j", n, PYTHONIOENCODING="ascii") for n in ("1", "2")]
    assert done[0].stdout == done[1].stdout


def test_what_the_cache_has_to_say_is_said_once_and_first(check, archive, environment):
    cache = Path(environment["CAPEXCALC_CACHE_DIR"]) / "ecb"
    cache.mkdir(parents=True)
    (cache / "manifest.json").write_text("damaged")
    one, two = (check(str(archive), "-f", "json", "-j", jobs) for jobs in ("1", "2"))
    assert (two.stdout, two.stderr) == (one.stdout, one.stderr)
    assert one.stderr.count(b"passed over") == 1


def test_standard_input_and_files_that_are_streams_are_read_here(archive, environment):
    lines = b"".join((archive / name).read_bytes() for name in ("b.jsonl", "d.jsonl"))
    shell = 'capexcalc check - /dev/fd/3 /dev/fd/4 -f jsonl -j "$0" 3<a.txt 4<c.txt'
    done = [
        subprocess.run(
            ["sh", "-c", shell, jobs],
            input=lines, cwd=archive, env=environment, capture_output=True, check=False,
        )
        for jobs in ("1", "2")
    ]  # fmt: skip
    assert done[0].stdout == done[1].stdout
    assert b'"id": "/dev/fd/3"' in done[0].stdout
    assert b"/dev/fd/4:1: a binary file" in done[1].stderr


@pytest.mark.parametrize("jobs", ["1", "1024", "auto", "AUTO"])
def test_as_many_processes_as_that(jobs, check, project):
    done = check(str(project / "examples/alibaba-en.txt"), "-f", "jsonl", "-j", jobs)
    assert (done.returncode, done.stdout.count(b"\n")) == (0, 1)


@pytest.mark.parametrize("jobs", ["0", "1025", "-1", "two", "1.5", "", "²", "9" * 5000])
def test_no_number_of_processes(jobs, check, project):
    done = check(str(project / "examples/alibaba-en.txt"), f"--jobs={jobs}")
    assert done.returncode == 2
    assert b"is no number of processes\nhint: from 1 to 1,024, or auto" in done.stderr


def test_a_setting_is_a_number_of_processes_too(check, project, tmp_path, monkeypatch):
    article = str(project / "examples/alibaba-en.txt")
    assert b"error: CAPEXCALC_JOBS: 'many' is no number" in check(article, CAPEXCALC_JOBS="many").stderr
    monkeypatch.chdir(tmp_path)
    (tmp_path / "capexcalc.toml").write_text("jobs = 0\n")
    assert b"capexcalc.toml:1: jobs: '0' is no number" in check(article, CAPEXCALC_JOBS="").stderr
    (tmp_path / "capexcalc.toml").write_text("jobs = 2\n")
    assert check(article, CAPEXCALC_JOBS="").returncode == 0


def test_results_come_in_order_whatever_takes_longest():
    pieces = [1_000_000, 1, 3, 0, 2]
    assert list(spread(pieces, partial(partial, range), 2)) == [n for piece in pieces for n in range(piece)]


def test_no_more_is_taken_in_than_is_worked_on():
    taken: list[int] = []
    pieces = (taken.append(n) or 1 for n in range(100))
    ahead = [len(taken) - given for given, _ in enumerate(spread(pieces, partial(partial, range), 2))]
    assert len(ahead) == 100
    assert 2 <= max(ahead) <= 2 * 4 + 1


def test_what_is_raised_comes_after_what_came_before():
    results = spread([2, "x", 3], partial(partial, range), 2)
    assert [next(results), next(results)] == [0, 1]
    with pytest.raises(TypeError):
        next(results)


def test_what_cannot_even_begin_is_raised():
    with pytest.raises(ValueError, match="invalid literal"):
        list(spread([1, 2], partial(int, "x"), 2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bug_is_told_with_its_place_and_ends_nothing(jobs, tmp_path):
    documents = [Document(f"{n}", "It costs 5 million.") for n in range(100)]
    bench = Bench(_fails_on_7, Reading(), tmp_path, TODAY, "auto", 7)
    outcomes = list(judged_at_once(documents, bench, jobs))
    bugs = [outcome for outcome in outcomes if isinstance(outcome, BugError)]
    assert [outcomes.index(bug) for bug in bugs] == [7]
    assert re.fullmatch(r"7: a bug in capexcalc .* by zero \(.*test_jobs:\d+\)", bugs[0].message)
    assert bugs[0].exit_code == 1
    assert len(outcomes) == 100


def _fails_on_7(documents, **settings):
    (document,) = documents
    assert 1 // (document.id != "7")
    yield from check_each(documents, **settings)
