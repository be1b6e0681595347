"""The user's folder as it is written: whole or not at all, and never through a link that somebody laid."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path

import filelock
import pytest

from capexcalc.cache.folder import Folder, durable, examine, locked, write
from capexcalc.errors import CacheError
from capexcalc.words import Phrase

DAY = date(2026, 11, 4)
HEAD = {"id": "desk", "title": "desk rates", "base": "EUR"}
YEAR = b"date,CNY\n2026-11-03,8.24\n"

posix = pytest.mark.skipif(os.name != "posix", reason="links and modes are those of POSIX")


def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "desk", dict(HEAD), {2026: YEAR})


def test_what_is_written_is_found_and_nothing_else_is_left(tmp_path: Path) -> None:
    write(folder(tmp_path), today=DAY, fetched={})
    found = examine(tmp_path / "desk")
    assert (found.years, found.damaged, found.rebuilt) == ({2026: YEAR}, [], False)
    assert sorted(path.suffix for path in (tmp_path / "desk").iterdir()) == [".csv", ".json"]


def test_what_a_killed_writer_left_is_gone_with_the_next(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    for name in ("manifest.json.tmp", "manifest.json.0123456789abcdef.tmp", "2025-00000000.csv"):
        (tmp_path / "desk" / name).write_text("left")
    write(folder(tmp_path), today=DAY, fetched={})
    assert len(list((tmp_path / "desk").iterdir())) == 2
    kept = tmp_path / "facts.json"
    (tmp_path / "facts.json.0123456789abcdef.tmp").write_text("left")
    durable(kept, b"{}")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["facts.json"]


@pytest.mark.parametrize(("held", "code"), [(30.0, None), (30.1, "cache_locked")])
def test_whoever_changes_the_rates_is_waited_for_half_a_minute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: float, code: str | None
) -> None:
    """The other one ends after as many seconds as ``held``; nobody waits for real."""

    def acquire(self: object, timeout: float) -> None:
        if timeout < held:
            raise filelock.Timeout("lock")

    monkeypatch.setattr(filelock.FileLock, "acquire", acquire)
    said: list[Phrase] = []
    error = None
    try:
        with locked(tmp_path, said.append):
            pass
    except CacheError as failed:
        error = failed.code
    assert error == code
    assert ["waiting for another process" in str(message) for message in said] == [True]


@posix
def test_a_temporary_file_has_a_name_nobody_can_know(tmp_path: Path, opened: list[str]) -> None:
    for _ in range(2):
        durable(tmp_path / "facts.json", b"{}")
    names = [name for name in opened if name.endswith(".tmp")]
    assert len(set(names)) == 2


@posix
def test_a_link_in_the_place_of_the_lock_or_its_owner_is_not_followed(tmp_path: Path) -> None:
    root, victim = tmp_path / "user", tmp_path / "victim"
    root.mkdir()
    victim.write_text("precious")
    (root / ".lock.owner").symlink_to(victim)
    with locked(root, print):
        assert (root / ".lock.owner").read_text() == f"{os.getpid()}"
        assert not (root / ".lock.owner").is_symlink()
    (root / ".lock").unlink(missing_ok=True)
    (root / ".lock").symlink_to(victim)
    with pytest.raises(CacheError) as error, locked(root, print):
        pass
    assert error.value.code == "cache_not_writable"
    assert victim.read_text() == "precious"


@posix
def test_a_link_in_the_place_of_a_file_is_replaced_and_what_it_led_to_stays(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "manifest.json").symlink_to(victim)
    write(folder(tmp_path), today=DAY, fetched={})
    assert victim.read_text() == "precious"
    assert examine(tmp_path / "desk").years == {2026: YEAR}


@posix
def test_others_may_read_what_the_umask_lets_them(tmp_path: Path) -> None:
    """One folder can serve a newsroom."""
    before = os.umask(0o022)
    try:
        durable(tmp_path / "facts.json", b"{}")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "facts.json").stat().st_mode) == 0o644
