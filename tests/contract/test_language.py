"""The program answers in the reader's language, and programs get what they always got."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from capexcalc.output.languages import LANGUAGES

ROOT = Path(__file__).parents[2]
ARTICLE = "examples/alibaba-fr.txt"
CHECK = ("check", ARTICLE, "--on", "2025-02-24", "--prior", "examples/alibaba-capex.csv", "--explain")
CONVERT = ("convert", "380bn", "CNY", "--to", "EUR", "--on", "2025-02-23")


def run(environment: dict[str, str], *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "capexcalc", *arguments]
    clean = {name: value for name, value in environment.items() if not name.startswith(("LC_", "LANG"))}
    return subprocess.run(
        command,
        env={**clean, "PYTHONUTF8": "1", **more},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_french_article_is_answered_in_french(environment: dict[str, str]) -> None:
    done = run(environment, "check", ARTICLE, LANG="fr_FR.UTF-8")
    english = run(environment, "check", ARTICLE)
    assert done.returncode == english.returncode == 0
    own = set(re.findall(r"[a-zé]{3,}", (ROOT / ARTICLE).read_text("utf-8").lower()))
    words, said = (set(re.findall(r"[a-zé]{3,}", text.stdout.lower())) for text in (english, done))
    # What both have is the article's, a name, typed (--prior), or a word of both languages.
    assert words & said - own <= {"alibaba", "examples", "txt", "prior", "cny", "date"}
    assert "380 Md CNY" in done.stdout.replace("\u00a0", " ")
    assert "INFORMATIONS INSUFFISANTES" in done.stdout


PAGES = (CHECK, (*CONVERT, "--explain"), ("rates", "status"), ("spending", "show", CHECK[5]))


@pytest.fixture(scope="module")
def in_english() -> list[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": "/nowhere", "CAPEXCALC_CACHE_DIR": "/nowhere"}
    return [run(environment, *arguments, COLUMNS="100").stdout for arguments in PAGES]


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_every_language_sets_every_page(
    environment: dict[str, str], in_english: list[str], language: str
) -> None:
    """No label is cut, no line runs out of the screen that fits into it in English."""
    for arguments, english in zip(PAGES, in_english, strict=True):
        done = run(environment, *arguments, "--ui", language, COLUMNS="100")
        assert done.returncode == 0, done.stderr
        assert not re.search(r"^ +… ", done.stdout, re.M), done.stdout
        assert "{" not in done.stdout
        assert english
        assert done.stdout != english


def test_an_option_wins_over_the_environment_and_stands_anywhere(environment: dict[str, str]) -> None:
    german = run(environment, "--ui", "de", *CONVERT, LANG="fr_FR.UTF-8")
    assert "Betrag" in german.stdout
    assert "Warnung:" in german.stderr
    assert german.stdout == run(environment, *CONVERT, "--ui=de").stdout
    assert german.stdout == run(environment, *CONVERT, CAPEXCALC_UI="de", LANG="fr_FR.UTF-8").stdout
    assert "Amount" in run(environment, *CONVERT, "--ui", "en", CAPEXCALC_UI="de").stdout


def test_an_error_is_told_in_the_language_too(environment: dict[str, str]) -> None:
    done = run(environment, "convert", "5bn", "CNY", "--to", "EURX", LANG="es_ES.UTF-8")
    assert done.returncode == 3
    assert done.stderr.startswith("error: moneda desconocida: EURX")
    unknown = run(environment, *CONVERT, "--ui", "tlh", "-f", "json")
    assert unknown.returncode == 2
    assert json.loads(unknown.stdout)["error"]["code"] == "unknown_ui"


def test_a_program_reads_the_same_whoever_runs_it(environment: dict[str, str]) -> None:
    for form in ("json", "jsonl", "csv"):
        plain = run(environment, *CHECK, "-f", form)
        assert run(environment, *CHECK, "-f", form, LANG="ja_JP.UTF-8").stdout == plain.stdout


def test_reasons_follow_the_language_asked_for_and_codes_do_not(environment: dict[str, str]) -> None:
    english, french = (
        json.loads(run(environment, *CHECK, "-f", "json", "--ui", code).stdout)["result"]["documents"][0]
        for code in ("en", "fr")
    )
    for one, other in zip(english["claims"], french["claims"], strict=True):
        assert one.keys() == other.keys()
        assert one["reason"] != other["reason"]
        for same in ("kind", "verdict", "reason_code", "facts", "quotes", "stated", "computed", "band"):
            assert one[same] == other[same]
    header = run(environment, *CHECK, "-f", "csv", "--ui", "fr").stdout.splitlines()[0]
    assert header == run(environment, *CHECK, "-f", "csv").stdout.splitlines()[0]


def test_a_screen_without_unicode_is_told_in_english_unless_it_asks(environment: dict[str, str]) -> None:
    ascii_only = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LANG": "ja_JP.UTF-8"}
    assert "Amount" in run(environment, *CONVERT, **ascii_only).stdout
    assert "Amount" not in run(environment, *CONVERT, "--ui", "fr", **ascii_only).stdout
