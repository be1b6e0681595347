"""Whatever is given to check as a text."""

from __future__ import annotations

import json

import pytest

ON = ("--on", "2025-02-24")
CLAIM = "They will spend 380 billion yuan (50 billion euros) over three years."


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("photo.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "binary"),
        ("damaged.txt", "380 milliards d'euros, a confirmé le siège\n".encode() + b"\xe9", ":2: not UTF-8"),
        ("bad.jsonl", b'{"id": "a", "text": "x"}\n{"id": \n', ":2"),
        ("list.jsonl", b"[1, 2]\n", ":1"),
        ("date.jsonl", b'{"id": "a", "text": "x", "date": "03/04/2025"}\n', ":1"),
        ("number.jsonl", b'{"id": "a", "text": 5}\n', ":1"),
        ("deep.jsonl", b"[" * 100_000 + b"\n", ":1"),
    ],
)
def test_a_file_that_is_no_text_is_named(name, content, said, capexcalc, tmp_path):
    (tmp_path / name).write_bytes(content)
    done = capexcalc("check", name, *ON)
    assert done.returncode == 2
    assert name in done.stderr
    assert said in done.stderr
    assert len(done.stderr.splitlines()) <= 3


@pytest.mark.parametrize("name", ["missing.txt", ".", "missing.jsonl", "a" * 5000])
def test_a_file_that_cannot_be_read_is_named(name, capexcalc):
    done = capexcalc("check", name, *ON)
    assert (done.returncode, done.stdout) == (2, "")
    assert name[:50] in done.stderr


def test_a_line_of_a_megabyte_is_read(capexcalc, tmp_path):
    (tmp_path / "long.txt").write_text("word " * 200_000 + CLAIM)
    done = capexcalc("check", "long.txt", *ON, "--lang", "en")
    assert done.returncode == 0
    assert "SUPPORTED" in done.stdout


def test_markup_and_escapes_in_an_article_are_shown_harmless(capexcalc, tmp_path):
    text = CLAIM.replace("50", "70").replace(
        "They", "[bold red]They[/] \x1b[2J\x1b]0;owned\x07 \u202e :bomb:"
    )
    (tmp_path / "odd.txt").write_text(text)
    for form in ("table", "markdown", "csv", "json", "jsonl"):
        done = capexcalc("check", "odd.txt", *ON, "-f", form)
        assert done.returncode == 0
        assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout + done.stderr)
    assert "[bold red]They[/] \\x1b[2J" in capexcalc("check", "odd.txt", *ON, COLUMNS="140").stdout


def test_an_escape_in_a_file_name_or_a_message_is_harmless(capexcalc):
    done = capexcalc("check", "\x1b[31mred\x1b[0m.txt", *ON)
    assert "\x1b" not in done.stderr
    done = capexcalc("convert", "5 EUR", "--to", "\x1b[31mUSD", *ON)
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_a_stream_of_any_encoding_takes_the_result(encoding, capexcalc):
    text = "Le groupe 阿里巴巴 dépensera 380 milliards de yuans (soit 50 milliards d'euros)."
    for form in ("table", "markdown", "csv"):
        done = capexcalc("check", *ON, "-v", "-f", form, stdin=text.encode(), PYTHONIOENCODING=encoding)
        assert "50000000000" in done.stdout or "50 bn EUR" in done.stdout
        assert form != "csv" or "阿里巴巴" in done.stdout
    done = capexcalc("check", *ON, "-f", "json", stdin=text.encode(), PYTHONIOENCODING=encoding)
    (document,) = json.loads(done.stdout)["result"]["documents"]
    assert "阿里巴巴" in document["claims"][0]["text"]


def test_the_c_locale_prints_as_any_other(capexcalc):
    assert "50.08" in capexcalc("convert", "380bn CNY", "--to", "EUR", *ON, LC_ALL="C").stdout


@pytest.mark.parametrize(
    "text",
    [
        "LONDON, 1998-03-01 - From 0001-01-01 on it paid BRL 353 million ($900 million).",
        "The hotels had a loss of 1.04 billion pounds ($1.84 billion) for the year to December 31, 0001.",
    ],
)
def test_the_first_year_of_the_calendar_may_be_named(text, capexcalc):
    done = capexcalc("check", "-", *ON, "-f", "line", stdin=text.encode())
    assert (done.returncode, "bug" in done.stderr) == (0, False), done.stderr
