"""Whatever a library does with a file, it ends, and the next file is read."""

from __future__ import annotations

import io
import subprocess
import sys
import time

import pytest

from capexcalc.documents import bounded as module
from capexcalc.documents.bounded import MOST_MEMORY, UnfinishedError, bounded

WORK = """
import os, re, sys, time

def length(data):
    print("noise on standard output", flush=True)
    print("noise on standard error", file=sys.stderr, flush=True)
    return {"length": len(data), "said": data[:3].decode()}

def process(data):
    return os.getpid()

def sleep(data):
    time.sleep(float(data))
    return "awake"

def spin(data):
    return bool(re.match(r"(a+)+$", "a" * 40 + "b"))  # hours, and in C

def eat(data):
    return len(bytearray(int(data)))

def fail(data):
    raise ValueError

def crash(data):
    os.abort()
"""


class Interrupted(io.BufferedReader):
    """A pipe, while it is waited for."""

    def readline(self, size=-1):
        raise KeyboardInterrupt


@pytest.fixture
def work(tmp_path, monkeypatch):
    """A module that the process finds as this one does, and a process of its own."""
    (tmp_path / "some_work.py").write_text(WORK)
    monkeypatch.syspath_prepend(tmp_path)
    module._end()
    import some_work

    yield some_work
    module._end()
    sys.modules.pop("some_work")


def test_work_is_done_elsewhere_by_one_process_for_all(work):
    assert bounded(work.length, "€ 5".encode(), 10) == {"length": 5, "said": "€"}
    first = bounded(work.process, b"", 10)
    assert first == bounded(work.process, b"", 10)
    assert first != work.process(b"")
    assert bounded(work.length, b"x" * 5_000_000, 10)["length"] == 5_000_000


def test_what_takes_too_long_is_ended(work):
    assert bounded(work.sleep, b"0.1", 1) == "awake"
    for slow in (work.sleep, work.spin):
        start = time.monotonic()
        with pytest.raises(UnfinishedError):
            bounded(slow, b"60", 1)
        assert 1 <= time.monotonic() - start < 20


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="systems that do not count memory")
def test_what_takes_too_much_is_ended(work):
    assert bounded(work.eat, b"1000000000", 10) == 1_000_000_000
    with pytest.raises(UnfinishedError):
        bounded(work.eat, str(MOST_MEMORY).encode(), 10)


@pytest.mark.parametrize("name", ["fail", "crash"])
def test_what_brings_its_process_down_leaves_the_next_alone(name, work):
    bounded(work.process, b"", 10)
    with pytest.raises(UnfinishedError):
        bounded(getattr(work, name), b"", 10)
    assert bounded(work.length, b"abc", 10) == {"length": 3, "said": "abc"}


def test_a_python_that_cannot_be_started_is_no_end(work, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(UnfinishedError):
        bounded(work.length, b"", 10)


def test_an_interrupted_answer_is_not_given_to_the_next(work, monkeypatch):
    process = module._process()
    assert process.stdout is not None
    process.stdout = Interrupted(process.stdout.detach())
    with pytest.raises(KeyboardInterrupt):
        bounded(work.length, b"abc", 10)
    assert bounded(work.length, b"ab", 10)["length"] == 2


def test_a_module_of_the_working_folder_is_not_taken_for_a_library(tmp_path):
    for name in ("json", "trafilatura", "pypdf", "capexcalc"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'run')!r}, 'w')")
    (tmp_path / "in.html").write_text("<html><p>It costs £5 million.</p></html>")
    command = [sys.executable, "-P", "-m", "capexcalc", "check", "in.html", "-q"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "run").exists()


def test_a_process_has_two_gigabytes(monkeypatch):
    resource = pytest.importorskip("resource")
    asked = []
    monkeypatch.setattr(resource, "setrlimit", lambda *given: asked.append(given))
    module._limit_memory()
    assert asked == [(resource.RLIMIT_AS, (2_000_000_000, 2_000_000_000))]
