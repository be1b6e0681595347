"""One broken file, given to every command that reads text: the same code, the same words, the same hint."""

from __future__ import annotations

import json
import subprocess

import pytest

ROWS = "amount,currency,date\n1,EUR,2025-02-24\n"
EURO = ROWS + "200 € million,EUR,2025-02-24\n"
ARTICLE = b"It will spend 380 billion yuan."

COMMANDS = {
    "check": ("check", "{}", "--on", "2025-02-24"),
    "check --prior": ("check", "-", "--on", "2025-02-24", "--prior", "{}"),
    "compare --prior": ("compare", "9bn EUR over 3y", "--on", "2025-02-24", "--prior", "{}"),
    "spending show": ("spending", "show", "{}"),
    "rates import": ("rates", "import", "{}", "--source", "desk", "--base", "EUR"),
    "batch": (
        *("batch", "{}", "--out", "out.csv", "--to", "USD"),
        *("--amount", "amount", "--currency", "currency", "--date", "date"),
    ),
}  # fmt: skip
TO_TEXT = "save it as text or CSV, in UTF-8, where it was made"

FAULTS = {
    "empty": (b"", "empty_file", "in.csv: the file is empty", None),
    "blank": (b" \r\n\n\t\n", "empty_file", "in.csv: the file is empty", None),
    "a mark alone": (b"\xef\xbb\xbf\n", "empty_file", "in.csv: the file is empty", None),
    "NUL": (b"amount,\0\x01date\n", "binary_file", "in.csv:1: a binary file, not text", TO_TEXT),
    "PDF": (b"%PDF-1.7\n1 0 obj", "binary_file", "in.csv: a binary file (PDF), not text", TO_TEXT),
    "JPEG": (b"\xff\xd8\xff\xe0\x00\x10", "binary_file", "in.csv: a binary file (JPEG), not text", TO_TEXT),
    "gzip": (b"\x1f\x8b\x08\0", "binary_file", "in.csv: a binary file (gzip), not text", TO_TEXT),
    "cp1252": (EURO.encode("cp1252"), "not_utf8", "in.csv:3: not UTF-8 text", "cp1252"),
    "first line": ("montant,€\n".encode("cp1252"), "not_utf8", "in.csv:1: not UTF-8 text", "cp1252"),
}


# What check has readers of its own for.
READ_BY_CHECK = {"PDF", "cp1252", "first line"}


def told(done: subprocess.CompletedProcess[str]) -> tuple[str, str, str | None]:
    printed = json.loads(done.stdout)
    error = printed.get("error") or printed["result"]["errors"][0]
    return error["code"], error["message"], error["hint"]


def words(command: str, name: str = "in.csv") -> list[str]:
    return [*(word.format(name) for word in COMMANDS[command]), "-f", "json"]


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        (command, fault)
        for command in COMMANDS
        for fault in FAULTS
        if command != "check" or fault not in READ_BY_CHECK
    ],
)
def test_one_fault_is_told_in_one_way(fault, command, capexcalc, tmp_path):
    content, code, message, hint = FAULTS[fault]
    (tmp_path / "in.csv").write_bytes(content)
    done = capexcalc(*words(command), stdin=ARTICLE)
    assert done.returncode == 2
    found = told(done)
    assert found[:2] == (code, message)
    assert found[2] == hint or (hint is not None and hint in found[2])
    assert len(done.stderr.splitlines()) <= 3


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("name", "said", "hint"),
    [
        ("missing.csv", "no such file or directory", None),
        ("folder.csv", "is a directory", "name a file in it"),
        ("circle.csv", "too many levels of symbolic links", None),
        ("file.txt/below.csv", "not a directory", None),
        ("long" * 100 + ".csv", "file name too long", None),
    ],
)
def test_what_cannot_be_opened_is_told_in_one_way(name, said, hint, command, capexcalc, tmp_path):
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "circle.csv").symlink_to("circle.csv")
    (tmp_path / "file.txt").write_text("x")
    done = capexcalc(*words(command, name), stdin=ARTICLE)
    assert done.returncode == 2
    if (command, name) == ("check", "folder.csv"):
        assert told(done)[0] == "no_documents"
        return
    assert told(done) == ("unreadable_file", f"{name}: {said}", hint)


@pytest.mark.parametrize("name", ["in.jsonl", "in.parquet"])
@pytest.mark.parametrize("made", [False, True])
def test_engines_tell_of_other_formats_in_the_same_way(name, made, capexcalc, tmp_path):
    if made:
        (tmp_path / name).mkdir()
    done = capexcalc(*words("batch", name))
    reason = "is a directory" if made else "no such file or directory"
    assert told(done)[:2] == ("unreadable_file", f"{name}: {reason}")


@pytest.mark.parametrize("command", ["check", "batch"])
@pytest.mark.parametrize(
    ("content", "code", "where"),
    [
        (b"", "empty_file", "in.jsonl:"),
        (b"\n \n", "empty_file", "in.jsonl:"),
        (b'{"text": "a", "date": "2025-02-24"}\n{"text": "\x80"}\n', "not_utf8", "in.jsonl:2:"),
        (b"\x89PNG\r\n\x1a\n", "binary_file", "in.jsonl: a binary file (PNG)"),
    ],
)
def test_lines_of_json_have_the_same_faults(content, code, where, command, capexcalc, tmp_path):
    (tmp_path / "in.jsonl").write_bytes(content)
    done = capexcalc(*words(command, "in.jsonl"))
    assert done.returncode == 2
    found = told(done)
    assert found[0] == code
    assert found[1].startswith(where)


@pytest.mark.parametrize("command", [command for command in COMMANDS if command != "batch"])
def test_a_file_too_large_to_be_held_is_refused(command, capexcalc, tmp_path):
    with (tmp_path / "in.csv").open("wb") as file:
        file.truncate(64_000_001)
    done = capexcalc(*words(command), stdin=ARTICLE)
    assert done.returncode == 2
    assert told(done) == ("file_too_large", "in.csv: larger than 64 MB", "split it")


@pytest.mark.parametrize("command", ["check --prior", "compare --prior", "spending show", "rates import"])
def test_a_quotation_mark_left_open_is_found_in_every_table(command, capexcalc, tmp_path):
    (tmp_path / "in.csv").write_text('date,USD\n2025-02-24,1.04\n2025-02-25,"1.05\n')
    if command != "rates import":
        (tmp_path / "in.csv").write_text('year,amount\n2023,1 EUR\n2024,"1 EUR\n')
    done = capexcalc(*words(command), stdin=ARTICLE)
    assert told(done) == ("bad_csv", "in.csv:3: a quotation mark that is not closed", None)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_unicode_as_spreadsheets_save_it_is_read_by_all_who_hold_a_file(encoding, capexcalc, tmp_path):
    (tmp_path / "in.csv").write_bytes("year,amount,label\n2024,5bn EUR,année\n".encode(encoding))
    done = capexcalc(*words("spending show"))
    assert done.returncode == 0
    assert json.loads(done.stdout)["result"]["spent"]["periods"][0]["label"] == "année"
    (tmp_path / "in.csv").write_bytes("date,USD\n2025-02-24,1.0466\n".encode(encoding))
    assert capexcalc(*words("rates import")).returncode == 0
    (tmp_path / "in.csv").write_bytes("Sie kostet 5 Mrd. € (5,2 Mrd. $).".encode(encoding))
    (document,) = json.loads(capexcalc(*words("check")).stdout)["result"]["documents"]
    assert [amount["currency"] for amount in document["amounts"]] == ["EUR", "USD"]


def test_the_hint_of_batch_reads_the_file(capexcalc, tmp_path):
    (tmp_path / "in.csv").write_bytes(EURO.encode("cp1252"))
    hint = told(capexcalc(*words("batch")))[2]
    option = hint[hint.index("--encoding") :].partition(" (")[0]
    assert capexcalc(*words("batch"), *option.split()).returncode == 0
    assert (tmp_path / "out.csv").read_text("utf-8").startswith(EURO.splitlines()[0])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_batch_reads_unicode_as_spreadsheets_save_it(encoding, capexcalc, tmp_path):
    (tmp_path / "in.csv").write_bytes(EURO.encode(encoding))
    done = capexcalc(*words("batch"))
    assert done.returncode == 0
    assert [each["code"] for each in json.loads(done.stdout)["warnings"]] == ["encoding"]
    assert (tmp_path / "out.csv").read_text("utf-8").startswith(EURO.splitlines()[0])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_the_hint_for_lines_of_json_mends_the_file(encoding, capexcalc, tmp_path):
    lines = '{"amount": 5, "currency": "EUR", "date": "2025-02-24"}\n'
    (tmp_path / "in.jsonl").write_bytes(lines.encode(encoding))
    hint = told(capexcalc(*words("batch", "in.jsonl")))[2]
    command = hint[hint.index("iconv") :].partition(" (")[0]
    mended = subprocess.run([*command.split(), "in.jsonl"], cwd=tmp_path, capture_output=True, check=True)
    assert mended.stdout.decode().removeprefix("\ufeff") == lines


def test_a_damaged_utf16_is_named_with_its_line(capexcalc, tmp_path):
    (tmp_path / "in.txt").write_bytes(b"\xff\xfe" + "ok\n".encode("utf-16-le") + b"\x00\xdc\x41\x00")
    assert told(capexcalc(*words("check", "in.txt")))[:2] == (
        "not_utf16",
        "in.txt:2: not UTF-16 text, as which the file begins",
    )
