"""CSV files in other encodings than UTF-8: read, and written in UTF-8, or refused with the line."""

from __future__ import annotations

import gzip
import io

import pytest

pytest.importorskip("duckdb")
from capexcalc.bulk import records
from capexcalc.bulk.duckdb_batch import batch
from capexcalc.bulk.job import Job
from capexcalc.bulk.look import look
from capexcalc.bulk.transcoded import Transcoded
from capexcalc.errors import CapexcalcError

HEAD = "käufer;amount;currency;date\n"
ROW = "Müller & Söhne;€ 1.234,50;EUR;2020-01-06\n"
OPTIONS = {"decimal": ","}


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16", "utf-32", "cp1250"])
@pytest.mark.parametrize("block", [1 << 12, 1 << 20])
def test_a_file_in_a_named_encoding_is_written_in_utf8(job, monkeypatch, encoding, block) -> None:
    monkeypatch.setattr(records, "BLOCK", block)
    text = HEAD + ROW * 2000
    expected, _ = job("utf8.csv", text.encode(), "expected.csv", **OPTIONS)
    out, outcome = job("in.csv", text.encode(encoding), "out.csv", encoding=encoding, **OPTIONS)
    assert out.read_bytes() == expected.read_bytes()
    assert outcome.result.statuses == {"ok": 2000}
    (said,) = [each.message for each in outcome.warnings if each.code == "encoding"]
    assert said.endswith(f"in.csv: read as {encoding}; rows are written in UTF-8")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_file_that_tells_its_encoding_is_read_by_itself_and_said(job, encoding) -> None:
    out, outcome = job("in.csv", (HEAD + ROW * 40).encode(encoding), "out.csv", **OPTIONS)
    assert out.read_text("utf-8").count("Müller & Söhne;€ 1.234,50;EUR;2020-01-06;1234.5;1.0;") == 40
    assert "encoding" in [each.code for each in outcome.warnings]


def test_a_packed_file_is_unpacked_first(job) -> None:
    packed = gzip.compress((HEAD + ROW).encode("cp1252"))
    out, _ = job("in.csv.gz", packed, "out.csv", encoding="cp1252", **OPTIONS)
    assert out.read_text("utf-8").startswith("käufer;")


@pytest.mark.parametrize("encoding", [None, "utf-16", "cp1252"])
def test_standard_input_is_read_alike(book, calendars, tmp_path, encoding) -> None:
    given = io.BytesIO((HEAD + ROW).encode(encoding or "utf-16"))
    out = tmp_path / "out.csv"
    done = Job("-", str(out), ("EUR",), "date", "amount", "currency", encoding=encoding, decimal=",")
    batch(done, book=book, calendars=calendars, stdin=given)
    assert out.read_text("utf-8").splitlines()[1].startswith("Müller & Söhne;€ 1.234,50;EUR;")


# A byte that is nothing in cp1252, half a character, no byte order mark.
@pytest.mark.parametrize(
    ("content", "encoding", "code", "said"),
    [
        ((HEAD + ROW).encode("cp1252") + b"\x81;", "cp1252", "other_encoding", "in.csv:3: not cp1252 text"),
        ((HEAD + ROW * 30_000).encode("cp1252") + b"\x81", "cp1252", "other_encoding", "in.csv:30002: not"),
        ((HEAD + ROW).encode("gb18030", "ignore") + b"\x81", "gb18030", "other_encoding", "in.csv:3: not"),
        ((HEAD + ROW).encode("utf-16") + b"\x00\xdc", None, "not_utf16", "in.csv:3: not UTF-16 text"),
        (
            (HEAD + ROW * 9000).encode("utf-16-le") + b"\x00\xdc",
            "utf-16-le",
            "other_encoding",
            "in.csv:9002:",
        ),
        ((HEAD + ROW).encode("cp1252"), None, "not_utf8", "in.csv:1: not UTF-8 text"),
        ((HEAD + ROW).encode("utf-16"), "utf-8", "not_utf8", "in.csv:1: not UTF-8 text"),
        (b"\xff\xfe\n\0", None, "empty_file", "in.csv: the file is empty"),
        (b"%PDF-1.7\n\x81", "cp437", "binary_file", "PDF"),
    ],
)
def test_what_is_no_such_text_is_named_with_its_line(job, tmp_path, content, encoding, code, said) -> None:
    with pytest.raises(CapexcalcError) as caught:
        job("in.csv", content, "out.csv", encoding=encoding, **OPTIONS)
    assert caught.value.code == code
    assert said in caught.value.message
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("name", ["in.jsonl", "in.json", "in.xlsx", "in.parquet"])
def test_files_that_are_no_csv_are_in_utf8_only(job, name) -> None:
    with pytest.raises(CapexcalcError) as caught:
        job(name, b"{}", "out.csv", encoding="cp1252")
    assert (caught.value.code, int(caught.value.exit_code)) == ("usage", 2)


def test_a_look_reads_the_encoding_and_hands_it_on(book, calendars, tmp_path) -> None:
    (tmp_path / "in.csv").write_bytes((HEAD + ROW * 3).encode("cp1252"))
    first = Job(str(tmp_path / "in.csv"), "", ("EUR",), "", encoding="cp1252")
    outcome = look(first, book=book, calendars=calendars)
    assert outcome.result.look is not None
    assert "--encoding cp1252" in outcome.result.look.command
    assert outcome.result.look.converted[0].amount == "€ 1.234,50"
    assert [each.code for each in outcome.warnings].count("encoding") == 1


def test_half_a_character_is_kept_for_the_piece_that_has_the_rest() -> None:
    text = "é€漢\n" * 5
    stream = io.BytesIO(text.encode("utf-16"))
    pieces = Transcoded(stream, stream.read(3), "utf-16", "in.csv", given=True)
    assert io.BufferedReader(pieces).read().decode() == text
