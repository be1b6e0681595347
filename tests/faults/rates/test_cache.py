"""The user's folder under attack: killed writers, races, full disks, flipped bytes, read-only folders."""

from __future__ import annotations

import dataclasses
import json
import os
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

# Land two rates of one day after the other: a writer without the network, so that thousands fit in a test.
WRITER = """
import os, random, signal, sys
from datetime import date, timedelta
from pathlib import Path
import filelock  # what is imported late would be imported in every child
from capexcalc.errors import CacheError
from capexcalc.cache.merge import land
from capexcalc.cache.store import Store

ROOTS = (Path(sys.argv[1]), Path(sys.argv[2]))
HEAD = {"id": "ecb", "title": "ecb reference rates", "base": "EUR"}
MONDAY = date(2026, 11, 2)

def put(number):
    rates = {"CNY": f"8.{number + 1000}", "USD": f"1.{number + 1000}"}
    land({MONDAY + timedelta(days=number): rates}, "ecb", ROOTS, head=HEAD,
         today=date(2026, 11, 4), waiting=lambda message: None)

def held():
    notices = []
    store = Store(ROOTS, notices=notices)
    manifest = store.manifest("ecb")
    days = set()
    for year in manifest.files:
        for day, values in store.year("ecb", year).rows(["CNY", "USD"], date.min, date.max):
            assert values is not None, day
            days.add((day, *values))
    assert not notices, notices
    return days

def child(work):
    pid = os.fork()
    if pid:
        return pid
    try:
        work()
        os._exit(0)
    except BaseException as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\\n")
        os._exit(1)
"""

KILLED_AT_EACH_STEP = """
def killed_at(step):
    def work():
        left = step
        def count(event, args):
            nonlocal left
            if event in ("open", "os.rename", "os.remove", "os.mkdir"):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
        sys.addaudithook(count)
        put(1)
    return work

known, step, killed = held(), 0, 0
while True:
    step += 1
    _, status = os.waitpid(child(killed_at(step)), 0)
    now = held()
    assert known <= now, (step, known - now)
    known = now
    if os.waitstatus_to_exitcode(status) == 0:
        break
    killed += 1
put(2)
assert len(held()) >= len(known) + 1
assert not list(ROOTS[0].rglob("*.tmp"))
print(killed)
"""

KILLED_AT_ANY_CALL = """
def counting(reach):
    calls = 0
    def count(*event):
        nonlocal calls
        calls += 1
        reach(calls)
    sys.setprofile(count)

def calls_of(number):
    calls = []
    counting(calls.append)
    put(number)
    sys.setprofile(None)
    return len(calls)

def killed_at(last, number):
    def work():
        counting(lambda call: os.kill(os.getpid(), signal.SIGKILL) if call == last else None)
        put(number)
    return work

put(0)
calls = calls_of(1)
known = held()
random.seed(7)
killed = 0
for number in range(2, 200):
    _, status = os.waitpid(child(killed_at(random.randrange(calls), number)), 0)
    killed += os.waitstatus_to_exitcode(status) != 0
    now = held()
    assert known <= now, (number, known - now)
    known = now
put(200)
assert len(held()) == len(known) + 1
print(killed)
"""

SIXTEEN_AND_SIXTEEN = """
def write_all(writer):
    def work():
        for number in range(writer * 4, writer * 4 + 4):
            put(number)
    return work

def read_on():
    known = held()
    while len(known) < 3 + 16 * 4:
        now = held()
        assert known <= now, known - now
        known = now

pids = [child(work) for writer in range(16) for work in (read_on, write_all(writer))]
statuses = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids]
assert statuses == [0] * 32, statuses
assert len(held()) == 3 + 16 * 4
print(len(statuses))
"""


# Before each change the disk is filled up to so many pages, and freed after it.
FULL_DISK = """
import errno, shutil

def refused(number):
    try:
        put(number)
    except CacheError as error:
        assert error.code == "cache_not_writable", error.code
        assert "no space left" in error.message, error.message
        return True
    return False

put(0)
filler, refusals = ROOTS[0] / "filler", 0
for number in range(1, 90):
    known = held()
    with filler.open("wb", buffering=0) as file:
        while True:
            try:
                file.write(bytes(4096))
            except OSError as error:
                assert error.errno == errno.ENOSPC
                break
        file.truncate(max(0, file.tell() - 4096 * (number % 3)))
    failed = refused(number)
    refusals += failed
    now = held()
    assert now == known if failed else known < now
    filler.unlink()
    put(number)
    assert len(held()) == 3 + number + 1
    assert not list(ROOTS[0].rglob("*.tmp"))
print(refusals)
"""

# Every call that opens a file to write, syncs or renames one fails in its turn, as on a full disk.
FAILING_AT_EACH_STEP = """
import errno

def failing_at(step):
    def work():
        left = step
        def count(event="fsync", args=()):
            nonlocal left
            if event in ("fsync", "os.rename") or event == "open" and args[2] & os.O_CREAT:
                left -= 1
                if left == 0:
                    raise OSError(errno.ENOSPC, "No space left on device", str(ROOTS[0]))
        real = os.fsync
        os.fsync = lambda handle: (count(), real(handle))
        sys.addaudithook(count)
        try:
            put(step)
        except CacheError as error:
            assert error.code == "cache_not_writable", error.code
            assert "no space left" in error.message, error.message
            os._exit(4)
    return work

known, step, refusals = held(), 0, 0
while True:
    step += 1
    _, status = os.waitpid(child(failing_at(step)), 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, 4), (step, code)
    now = held()
    assert known <= now, (step, known - now)
    known = now
    if code == 0:
        break
    refusals += 1
for number in range(1, step + 1):
    put(number)
assert len(held()) == 3 + step
assert not list(ROOTS[0].rglob("*.tmp"))
print(refusals)
"""


def script(newsroom: Any, body: str, *before: str) -> int:
    """Run the writer's ``body`` in a process without threads, which may fork; gives the number it prints."""
    done = subprocess.run(
        [*before, sys.executable, "-c", WRITER + body, str(newsroom.root), str(newsroom.shipped)],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return int(done.stdout)


def test_a_writer_can_be_killed_before_every_step_it_takes(newsroom: Any) -> None:
    assert script(newsroom, KILLED_AT_EACH_STEP) >= 10


def test_a_writer_can_be_killed_at_any_call(newsroom: Any) -> None:
    assert script(newsroom, KILLED_AT_ANY_CALL) >= 150


def test_a_disk_that_is_full_costs_the_update_and_nothing_else(newsroom: Any) -> None:
    newsroom.root.mkdir()
    mount = f"mount -t tmpfs -o size=64k tmpfs {shlex.quote(str(newsroom.root))}"
    unshared = ("unshare", "--map-root-user", "--mount", "sh", "-c")
    if not shutil.which("unshare") or subprocess.run([*unshared, mount], capture_output=True).returncode:
        pytest.skip("nobody here may mount a file system of their own")
    assert script(newsroom, FULL_DISK, *unshared, f'{mount} && exec "$@"', "sh") >= 50


def test_a_writer_survives_a_failure_of_every_step_it_takes(newsroom: Any) -> None:
    assert script(newsroom, FAILING_AT_EACH_STEP) >= 8


def test_sixteen_writers_and_sixteen_readers_agree(newsroom: Any) -> None:
    assert script(newsroom, SIXTEEN_AND_SIXTEEN) == 32
    assert newsroom.run("rates", "verify").code == 0


def test_whoever_waits_says_for_whom_and_gives_up(
    newsroom: Any, portal: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    portal()
    monkeypatch.setattr("capexcalc.cache.folder._PATIENCE", 0.2)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(newsroom.root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    with holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        holder.stdout.readline()
        before = newsroom.rates()
        ended = newsroom.run("rates", "update", "--source", "ecb")
        assert ended.code == 4
        assert f"note: waiting for process {holder.pid}" in ended.err
        assert f"process {holder.pid} has been changing the rates for 0.2 seconds" in ended.err
        assert newsroom.rates() == before
        holder.stdin.close()
    assert newsroom.run("rates", "update", "--source", "ecb").code == 0


HOLDER = """
import sys
from pathlib import Path
from capexcalc.cache.folder import locked
with locked(Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize("limit", [0, 10, 60, 100, 200, 400, 600])
def test_a_full_disk_leaves_everything_as_it_was(newsroom: Any, portal: Any, limit: int) -> None:
    portal("2026-11-03", "2026-11-02")
    portal("8.2402", "8.24")
    newsroom.run("rates", "update", "--source", "ecb")
    before = newsroom.rates()
    portal()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        ended = newsroom.run("rates", "update", "--source", "ecb")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert ended.code == 4
    assert "file too large" in ended.err
    assert newsroom.rates() == before
    assert newsroom.run("rates", "verify").code == 0
    assert newsroom.run("rates", "update", "--source", "ecb").code == 0
    assert "8.2402" in newsroom.rates().values()


def updated(newsroom: Any, portal: Any) -> dict[str, Path]:
    """A folder with a file of each kind: a year, revisions, rejected rates, and the manifest."""
    portal("1.1644", "0")
    newsroom.run("rates", "update", "--source", "ecb")
    portal("8.2301", "8.2302")
    newsroom.run("rates", "update", "--source", "ecb")
    folder = newsroom.root / "ecb"
    return {path.name.partition("-")[0].removesuffix(".json"): path for path in folder.iterdir()}


@pytest.mark.parametrize("kind", ["2026", "manifest", "revisions", "rejected"])
def test_a_flipped_byte_costs_nothing_but_freshness(newsroom: Any, portal: Any, kind: str) -> None:
    path = updated(newsroom, portal)[kind]
    before = newsroom.rates()
    whole = path.read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // 50)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        ended = newsroom.run("convert", "1 EUR", "--to", "CNY", "--on", "2026-10-30", "-f", "json")
        assert ended.code == 0
        assert json.loads(ended.out)["result"][0]["converted"]["value"] == "8.23"
        verified = newsroom.run("rates", "verify")
        assert (verified.code, path.name in verified.out) == (4, True)
    path.write_bytes(b"{" + whole[1:] if kind == "2026" else whole[:-9])
    assert newsroom.run("rates", "verify").code == 4
    assert "damaged" in newsroom.run("rates", "status").err
    portal("8.2301", "8.2302", history=True)
    assert newsroom.run("rates", "update", "--source", "ecb").code == 0
    assert newsroom.run("rates", "verify").code == 0
    assert before.items() <= newsroom.rates().items()


def test_damage_is_told_where_the_shipped_rate_is_used_instead(newsroom: Any, portal: Any) -> None:
    path = updated(newsroom, portal)["2026"]
    path.write_bytes(path.read_bytes()[:-5])
    ended = newsroom.run("convert", "1 EUR", "--to", "CNY", "--on", "2026-11-03", "-f", "json")
    assert ended.code == 0
    warnings = json.loads(ended.out)["warnings"]
    assert [each["code"] for each in warnings] == ["cache_damaged", "rate_date_differs"]
    assert path.name in ended.err
    assert json.loads(ended.out)["result"][0]["quote"]["observed"] == "2026-10-30"
    assert newsroom.run("convert", "1 EUR", "--to", "CNY", "--on", "2026-11-03", "-q").err == ""


def test_damage_in_what_came_with_the_program_stops_an_update(newsroom: Any, portal: Any) -> None:
    path = newsroom.shipped / "ecb" / "2026.csv"
    path.write_text(path.read_text().replace("8.21", "8.12"))
    portal()
    ended = newsroom.run("rates", "update", "--source", "ecb")
    assert ended.code == 4
    assert str(path) in ended.err
    assert "reinstall" in ended.err
    assert newsroom.run("rates", "verify").code == 4


def test_a_lost_manifest_is_made_again_from_the_files(newsroom: Any, portal: Any) -> None:
    path = updated(newsroom, portal)["manifest"]
    before = newsroom.rates()
    path.unlink()
    portal("2026-11-0", "2026-10-2")
    newsroom.run("rates", "update", "--source", "ecb")
    assert before.items() <= newsroom.rates().items()


def test_a_folder_nobody_may_write_serves_and_says_so(newsroom: Any, portal: Any) -> None:
    updated(newsroom, portal)
    with tempfile.TemporaryDirectory() as name:  # not below the test's own, which only its owner may enter
        there = Path(name)
        there.chmod(0o755)
        public = dataclasses.replace(newsroom, root=there / "user", shipped=there / "shipped")
        shutil.copytree(newsroom.root, public.root)
        shutil.copytree(newsroom.shipped, public.shipped)
        files = public.files()
        for path in (public.root, *public.root.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        assert script(public, WRITE_IN_VAIN) > 0
        assert public.files() == files
        for path in (public.root, public.root / "ecb"):
            path.chmod(0o755)


# Root may write everywhere, and so becomes nobody first.
WRITE_IN_VAIN = """
if os.getuid() == 0:
    os.setuid(65534)
known = held()
try:
    put(5)
except CacheError as error:
    assert error.code == "cache_not_writable", error.code
    assert "permission denied" in error.message, error.message
    print(len(held()))
"""
