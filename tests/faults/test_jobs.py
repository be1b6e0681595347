"""check --jobs: what happens to the processes, and what becomes of them."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import signal
import subprocess
import sysconfig
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

from capexcalc.cli.workers import LostError, spread

PROGRAM = str(Path(sysconfig.get_path("scripts")) / "capexcalc")
TEXT = "It will spend 380 billion yuan (50 billion euros) over three years. " + "So it is said. " * 100
# As much as a process is handed at once.
PIECE = (json.dumps({"text": TEXT}) + "\n") * 32
PATIENCE = 60


class Running:
    """``check - -j 2`` that has judged something and waits for more; standard error is a terminal."""

    def __init__(self, folder: Path) -> None:
        self.terminal, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [PROGRAM, "check", "-", "-j", "2", "-f", "jsonl", "--on", "2025-02-24"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=theirs,
            cwd=folder,
            env={"PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "xterm", "COLUMNS": "80"},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(2, termios.TIOCSCTTY, 0),
        )
        os.close(theirs)
        self.printed: list[bytes] = []
        self._reader = Thread(target=self._read)
        self._reader.start()
        self.feed(8)
        wait_for(lambda: len(self.printed) >= 32)
        self.children = children(self.process.pid)

    def feed(self, pieces: int) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(PIECE.encode() * pieces)
        self.process.stdin.flush()

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()

    def ended(self) -> tuple[int, str]:
        """The exit code, and what was said; all that it has started must be gone."""
        code = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        said = b""
        with suppress(OSError):  # nobody has it open any more
            while True:
                said += os.read(self.terminal, 65_536)
        wait_for(lambda: not any(map(is_alive, self.children)))
        return code, said.decode()

    def _read(self) -> None:
        assert self.process.stdout is not None
        self.printed.extend(iter(self.process.stdout.readline, b""))


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    made = Running(tmp_path)
    yield made
    made.process.kill()
    with suppress(BrokenPipeError):
        made.close()
    made.ended()
    assert made.process.stdout is not None
    made.process.stdout.close()
    os.close(made.terminal)


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def workers(running: Running) -> list[int]:
    return [pid for pid in running.children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_for(true: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_ctrl_c_ends_them_all_quietly(running):
    assert json.loads(running.printed[0])["claims"]
    assert len(workers(running)) == 2
    os.write(running.terminal, b"\x03")
    code, said = running.ended()
    assert code == 130
    assert "Traceback" not in said
    assert "rror" not in said


def test_a_bar_counts_where_somebody_watches(running):
    running.close()
    code, said = running.ended()
    assert code == 0
    assert "/s" in said


def test_a_killed_process_is_an_error_that_says_where(running):
    os.kill(workers(running)[0], signal.SIGKILL)
    with suppress(BrokenPipeError):  # it may have found out before it has read all
        running.feed(3)
        running.close()
    code, said = running.ended()
    assert code == 2
    assert "error: -:" in said
    assert "the process that judged it, or what follows it, was ended from outside" in said
    assert "Traceback" not in said


def test_none_is_left_where_the_program_is_killed(running):
    running.process.kill()
    assert running.ended()[0] == -signal.SIGKILL


def test_a_closed_pipe_ends_them_all_quietly(tmp_path):
    (tmp_path / "in.jsonl").write_text(PIECE * 12)
    running = subprocess.Popen(
        [PROGRAM, "check", str(tmp_path / "in.jsonl"), "-j", "2", "-f", "jsonl", "--on", "2025-02-24"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout is not None
    assert running.stderr is not None
    assert running.stdout.readline()
    running.stdout.close()
    assert (running.stderr.read(), running.wait(PATIENCE)) == (b"", 0)
    running.stderr.close()


def test_no_file_of_the_working_folder_is_run(tmp_path):
    for name in ("selectors", "socket", "queue", "pickle", "tempfile", "struct", "signal", "multiprocessing"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'run')!r}, 'w')\n")
    (tmp_path / "in.jsonl").write_text(PIECE * 3)
    done = subprocess.run(
        [PROGRAM, "check", "in.jsonl", "-j", "2", "-f", "jsonl", "--on", "2025-02-24"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout.count(b"\n"), done.stderr) == (0, 96, b"")
    assert not (tmp_path / "run").exists()


def test_a_process_that_ends_by_itself_is_lost_with_its_piece():
    with pytest.raises(LostError) as told:
        list(spread([3, 0, 1], partial(partial, os._exit), 2))
    assert told.value.piece == 3


@pytest.mark.parametrize("pages", [1, 40])
def test_pages_are_read_where_they_are_judged(pages, tmp_path):
    for n in range(pages):
        (tmp_path / f"{n:02}.html").write_text(f"<html><body><p>{TEXT}{n}</p></body></html>")
    done = [
        subprocess.run(
            [PROGRAM, "check", str(tmp_path), "-j", jobs, "-f", "jsonl", "--on", "2025-02-24"],
            capture_output=True,
            check=True,
        ).stdout
        for jobs in ("1", "2")
    ]
    assert done[0] == done[1]
    assert done[0].count(b"\n") == pages
