"""Files as they come: whatever is in them, either every row comes out or an error says where."""

from __future__ import annotations

import gzip
import io
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import pytest

from capexcalc.bulk import engine
from capexcalc.bulk.duckdb_batch import batch
from capexcalc.bulk.job import Job
from capexcalc.errors import CacheError, InputError, UsageError

HEAD = "amount,currency,date\n"
GOOD = "1,USD,2025-02-24\n"


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (HEAD + GOOD + "1,USD\n" + GOOD, "bad_csv", ":3: 2 cells where the header has 3"),
        (HEAD + "1,USD,2025-02-24,more\n", "bad_csv", ":2: 4 cells where the header has 3"),
        (HEAD + GOOD + '1,"USD,2025-02-24\n', "bad_csv", ":3: a quotation mark that is not closed"),
        (HEAD + '1,"US\nD",2025-02-24\n\r\n1,USD\n', "bad_csv", ":5: 2 cells where the header has 3"),
        ("\n\r\n" + HEAD + GOOD + "\n1,USD\n", "bad_csv", ":6: 2 cells where the header has 3"),
        (HEAD + GOOD * 100_000 + "1\n", "bad_csv", ":100002: 1 cell where the header has 3"),
        ('amount,currency,"date\n' + GOOD, "bad_csv", ":1: a quotation mark that is not closed"),
        ("x" * (1 << 21), "line_too_long", ":1: a row longer than 1 MiB"),
        ("", "empty_file", "the file is empty"),
        ("\ufeff\r\n\n", "empty_file", "the file is empty"),
        ("amount,currency,day\n" + GOOD, "no_such_column", "no column 'date'"),
        (
            "amount,amount,currency,date\n1,2,USD,2025-02-24\n",
            "duplicate_column",
            "2 columns are called 'amount'",
        ),
        (
            "amount,currency,date,rate_date\n1,USD,2025-02-24,x\n",
            "column_exists",
            "a column rate_date already",
        ),
        ((HEAD + GOOD + "1,café,2025-02-24\n").encode("latin-1"), "not_utf8", ":3: not UTF-8"),
        ((HEAD + GOOD * 100_000 + "1,é,\n").encode("latin-1"), "not_utf8", ":100002: not UTF-8"),
    ],
)
def test_what_is_no_table_is_named_with_its_line(convert, tmp_path: Path, text, code: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        convert(text)
    assert caught.value.code == code
    assert said in caught.value.message
    assert not (tmp_path / "out.csv").exists()
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize(
    ("line", "code"),
    [("{bad}", "bad_json"), ('{"a": 1} {}', "bad_json"), ("[1]", ""), ("3", ""), ('"{"', "")],
)
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_line_that_is_no_object_is_named(job, line: str, code: str, pack) -> None:
    good = '{"amount": 1, "currency": "USD", "date": "2025-02-24"}\n'
    text = pack((good + "\n\n" + good * 30_000 + line + "\n" + good).encode())
    name = "in.jsonl" if pack is bytes else "in.jsonl.gz"
    with pytest.raises(InputError, match=f"{name}:30004: not a JSON object") as caught:
        job(name, text, "out.jsonl")
    assert caught.value.code == "bad_json"
    with pytest.raises(InputError) as caught:
        job(name, text, "out.csv")
    assert caught.value.code == (code or "no_such_column")


def test_a_header_alone_gives_a_header(convert, tmp_path: Path) -> None:
    rows, summary = convert(HEAD)
    assert rows == []
    assert summary.rows == 0
    assert (tmp_path / "out.csv").read_text().startswith("amount,currency,date,amount_eur")


def test_columns_of_one_name_and_of_none_pass_through(convert, tmp_path: Path) -> None:
    convert(",x,X,x,amount,currency,date\n1,2,3,4,5,USD,2025-02-24\n")
    header, row = (tmp_path / "out.csv").read_text().splitlines()
    assert header.startswith(",x,X,x,amount,currency,date,amount_eur,")
    assert row.startswith("1,2,3,4,5,USD,2025-02-24,4.77")


def test_formulas_and_nuls_are_cells_like_any_other(convert) -> None:
    rows, _ = convert("amount,currency,date,note\n=2+3,USD,2025-02-24,=cmd\n1,USD,2025-02-24,a\0b\n")
    assert [(row["status"], row["note"]) for row in rows] == [("bad_amount", "=cmd"), ("ok", "a\0b")]


def test_a_cell_of_ten_megabytes_comes_out_whole(convert, tmp_path: Path) -> None:
    cell = "x" * 10_000_000
    (tmp_path / "out.csv").unlink(missing_ok=True)
    _, summary = convert(f"amount,currency,date,note\n1,USD,2025-02-24,{cell}\n", to=("EUR",), read=False)
    assert summary.rows == 1
    assert cell in (tmp_path / "out.csv").read_text()


def test_rows_before_a_cell_of_ten_megabytes_are_written_once(book, calendars, tmp_path: Path) -> None:
    given, out = tmp_path / "in.csv", io.BytesIO()
    row, long = GOOD.strip() + ",\n", f"1,USD,,{'x' * 10_000_000}\n"
    given.write_text(HEAD.strip() + ",note\n" + row * 300_000 + long + row)
    job = Job(str(given), "-", ("EUR",), "date", amount="amount", currency="currency")
    summary = batch(job, book=book, calendars=calendars, stdout=out).result
    assert summary.rows == 300_002
    assert out.getvalue().count(b"\n") == 300_003


@pytest.mark.parametrize("text", ["x" * (1 << 26), "x" * (1 << 26) + "\n", '"' + GOOD * (1 << 22)])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_row_without_measure_is_refused_and_not_left_out(job, text: str, pack) -> None:
    content = pack(f"{HEAD.strip()},note\n1,USD,2025-02-24,\n1,USD,2025-02-24,{text}".encode())
    with pytest.raises(InputError) as caught:
        job("in.csv" if pack is bytes else "in.csv.gz", content, "out.csv")
    assert caught.value.code == "line_too_long"
    assert ":3: a row longer than 32 MiB" in caught.value.message
    assert caught.value.hint == ("is a quotation mark not closed?" if text.startswith('"') else None)


def test_what_is_cut_off_or_not_packed_is_told(job) -> None:
    packed = gzip.compress((HEAD + GOOD * 100_000).encode(), mtime=0)
    for content in (packed[:-20], packed[:40], b"plain text"):
        with pytest.raises(InputError) as caught:
            job("in.csv.gz", content, "out.csv")
        assert caught.value.code == "unreadable_file"


def test_amounts_beyond_any_money_stay_out_of_infinity(convert) -> None:
    rows, _ = convert(HEAD + "1e308,USD,2025-02-24\n-inf,USD,2025-02-24\n1e199,IDR,2025-02-24\n")
    assert [row["status"] for row in rows] == ["bad_amount", "bad_amount", "ok"]


def test_memory_is_what_it_is_told(convert) -> None:
    with pytest.raises(CacheError) as caught:
        convert(HEAD + "1e0,USD,2025-02-24\n" * 10_000, memory="1MB")
    assert caught.value.code == "out_of_memory"
    with pytest.raises(UsageError):
        convert(HEAD + GOOD, memory="lots")


@pytest.fixture
def command(tmp_path: Path, calendars: Path):
    """A ``capexcalc batch`` of a file with columns amount, currency and date, as a process."""

    def start(source: str, out: str, *more: str, **settings) -> subprocess.Popen[bytes]:
        columns = ["--amount", "amount", "--currency", "currency", "--date", "date", "--to", "EUR"]
        return subprocess.Popen(
            [sys.executable, "-m", "capexcalc", "batch", source, "--out", out, *columns, *more],
            env={**os.environ, "CAPEXCALC_CACHE_DIR": str(calendars)},
            stderr=subprocess.PIPE,
            **settings,
        )

    return start


@pytest.fixture(
    params=[GOOD * 8, GOOD * 7 + "1e0,USD,2025-02-24\n"], ids=["plain rows", "for the engine, too"]
)
def large(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file that takes a second or so."""
    path = tmp_path / "large.csv"
    path.write_text(HEAD.strip() + ",note\n" + request.param.replace("\n", f",{'x' * 90}\n") * 50_000)
    return path


def test_a_pipe_in_and_a_pipe_out(command) -> None:
    running = command("-", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    out, said = running.communicate((HEAD + GOOD * 100_000 + "x,USD,2025-02-24\n").encode(), timeout=60)
    assert running.returncode == 0
    assert out.count(b"\n") == 100_002
    assert said == b"rows: 100,001: 100,000 ok, 1 bad_amount\n"


def test_strict_is_an_exit_code_and_loses_nothing(command, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text(HEAD + GOOD + "1,XXQ,2025-02-24\n")
    running = command(str(source), str(tmp_path / "out.csv"), "--strict")
    _, said = running.communicate(timeout=60)
    assert running.returncode == 3
    assert b"1 of 2 rows have no conversion" in said
    assert len((tmp_path / "out.csv").read_text().splitlines()) == 3


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_what_is_cut_short_leaves_no_file_under_the_name(command, large: Path, number: int) -> None:
    out = large.with_name("out.csv")
    out.write_text("what was there before")
    running = command(str(large), str(out))
    while not list(large.parent.glob(".out.csv.*")) and running.poll() is None:
        time.sleep(0.002)
    running.send_signal(number)
    _, said = running.communicate(timeout=60)
    assert running.returncode == (130 if number == signal.SIGINT else -signal.SIGKILL), said
    assert out.read_text() == "what was there before"
    if number == signal.SIGINT:
        assert not list(large.parent.glob(".out.csv.*"))


@pytest.mark.parametrize("row", [GOOD, '{"amount": 1, "currency": "USD", "date": "2025-02-24"}\n'])
def test_ctrl_c_ends_the_wait_for_more_of_a_pipe(command, row: str) -> None:
    running = command("-", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    head = HEAD if row == GOOD else ""
    running.stdin.write((head + row * 100_000).encode())
    running.stdin.flush()
    time.sleep(0.5)  # it may have begun, or wait already
    running.send_signal(signal.SIGINT)
    assert running.wait(timeout=60) == 130
    running.communicate()


def test_an_interrupt_while_work_begins_leaves_the_engine_to_be_closed(monkeypatch, tmp_path: Path) -> None:
    start = Thread.start

    def interrupted(thread: Thread) -> None:
        start(thread)
        raise KeyboardInterrupt

    monkeypatch.setattr(Thread, "start", interrupted)
    endless = "SELECT sum(a.range * b.range) FROM range(1000000) AS a, range(1000000) AS b"
    with pytest.raises(KeyboardInterrupt), engine.connect("256MB", tmp_path) as con:
        engine.run(con, lambda: con.execute(endless), None)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_said_in_one_line(command, large: Path) -> None:
    full = large.with_name("full.csv")
    full.symlink_to("/dev/full")
    running = command(str(large), str(full))
    _, said = running.communicate(timeout=60)
    assert running.returncode == 4
    assert b"no space left on device" in said
    with Path("/dev/full").open("wb") as stdout:
        running = command(str(large), "-", stdout=stdout)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 4
    assert b"Traceback" not in said


def test_a_file_that_may_not_grow_on_is_not_there_at_all(command, large: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20 << 20, 20 << 20))

    out = large.with_name("out.csv")
    running = command(str(large), str(out), preexec_fn=limit)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 4
    assert said.startswith(f"error: cannot write {out}: ".encode())
    assert list(large.parent.iterdir()) == [large]


def test_all_rows_come_out_of_a_pipe_that_is_read_late(command, large: Path) -> None:
    running = command(str(large), "-", "-q", stdout=subprocess.PIPE)
    time.sleep(1)  # the pipe is full by then
    out, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (0, b"")
    given = large.read_bytes().splitlines()[1:]
    assert [line[: len(row)] for line, row in zip(out.splitlines()[1:], given, strict=True)] == given


def test_a_reader_that_has_had_enough_ends_it_quietly(command, large: Path) -> None:
    running = command(str(large), "-", "-q", stdout=subprocess.PIPE)
    assert running.stdout is not None
    running.stdout.readline()
    running.stdout.close()
    running.stdout = None
    _, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (0, b"")


@pytest.mark.parametrize("more", [0, 1])
def test_a_row_has_thirty_two_mebibytes_at_most(job, more: int) -> None:
    # With the line break before it.
    row = b"5,2020-01-06,"
    text = b"amount,date,note\n" + row + b"x" * ((1 << 25) - len(row) - 1 + more) + b"\n" + row + b"y\n"
    if not more:
        assert job("in.csv", text, "out.csv", currency="CHF")[1].result.statuses["ok"] == 2
    else:
        with pytest.raises(InputError) as caught:
            job("in.csv", text, "out.csv", currency="CHF")
        assert caught.value.code == "line_too_long"
