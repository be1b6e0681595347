"""A text pasted into a terminal: the program says how it ends, and loses nothing of it."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sysconfig
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PROGRAM = str(Path(sysconfig.get_path("scripts")) / "capexcalc")
TEXT = "Helvin will invest £2.5 billion ($3.1 billion) in the plant."
Terminal = tuple[subprocess.Popen[bytes], int, int]


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Start ``check`` with a terminal for standard input; gives the process, our end and its end."""
    open_: list[int] = []

    def start(*arguments: str) -> Terminal:
        ours, theirs = pty.openpty()
        open_.extend((ours, theirs))
        running = subprocess.Popen(
            [PROGRAM, "check", *arguments, "--on", "2024-05-06", "-f", "json"],
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
        )
        assert running.stderr is not None
        assert running.stderr.readline() == b"paste: the text, then Ctrl-D\n"
        time.sleep(0.1)  # until it listens
        return running, ours, theirs

    yield start
    for each in open_:
        os.close(each)


def write(handle: int, data: bytes) -> None:
    """As a terminal takes it in, and what it shows let go, which would fill it up."""
    while data:
        data = data[os.write(handle, data[:512]) :]
        os.read(handle, 65_536)


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_a_text_can_be_pasted_without_a_name_or_as_a_dash(arguments, terminal):
    running, ours, _ = terminal(*arguments)
    write(ours, TEXT.encode() + b"\n\x04")
    out, _ = running.communicate(timeout=60)
    (document,) = json.loads(out)["result"]["documents"]
    assert [claim["verdict"] for claim in document["claims"]] == ["supported"]
    assert running.returncode == 0


def test_a_paragraph_longer_than_a_terminal_keeps_is_pasted_whole(terminal):
    running, ours, _ = terminal()
    write(ours, b"word " * 4000 + TEXT.encode() + b"\n\x04")
    out, _ = running.communicate(timeout=60)
    (document,) = json.loads(out)["result"]["documents"]
    assert [amount["start"] for amount in document["amounts"]] == [20_019, 20_033]


def test_what_is_taken_back_is_gone(terminal):
    running, ours, _ = terminal()
    write(ours, "5 million€\x7f\x7f\x7fon euros".encode() + b"\x04")
    out, _ = running.communicate(timeout=60)
    (document,) = json.loads(out)["result"]["documents"]
    assert [amount["text"] for amount in document["amounts"]] == ["5 million euros"]


@pytest.mark.parametrize("keys", [b"\x04", b"\n\n\x04"])
def test_nothing_pasted_is_said(keys, terminal):
    running, ours, _ = terminal()
    write(ours, keys)
    _, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (2, b"error: -: the file is empty\n")


def test_the_terminal_is_left_as_it_was_even_by_ctrl_c(terminal):
    for end in ("Ctrl-D", "Ctrl-C"):
        running, ours, theirs = terminal()
        assert not termios.tcgetattr(theirs)[3] & termios.ICANON
        if end == "Ctrl-D":
            write(ours, TEXT.encode() + b"\x04")
        else:
            running.send_signal(signal.SIGINT)
        running.communicate(timeout=60)
        assert running.returncode == (0 if end == "Ctrl-D" else 130)
        assert termios.tcgetattr(theirs)[3] & termios.ICANON
