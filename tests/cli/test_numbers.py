"""The numbers that decide on the command line: one case just inside, one just outside each."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from capexcalc.cli import workers
from capexcalc.cli.bar import bar, counting
from capexcalc.cli.check import _expected
from capexcalc.cli.context import Outside
from capexcalc.cli.judging import _pieces, judged_at_once
from capexcalc.cli.options import processes
from capexcalc.cli.rates import update
from capexcalc.cli.rates.progress import Progress
from capexcalc.cli.settings import Settings
from capexcalc.commands.outcome import Outcome
from capexcalc.commands.rates_update import Updates
from capexcalc.documents.document import Document
from capexcalc.documents.documents import File
from capexcalc.errors import InputError, UsageError


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def outside() -> Outside:
    """One whose standard error is a terminal."""
    return Outside(None, io.StringIO(), Terminal(), 80, date(2026, 11, 1), {})


@pytest.mark.parametrize(("about", "barred"), [(19, False), (20, True), (None, True)])
def test_nobody_needs_a_bar_for_less_than_twenty_documents(
    about: int | None, barred: bool, outside: Outside
) -> None:
    items = iter([1, 2])
    with counting(outside, items, lambda: about, quiet=False) as (_, passing):
        assert (passing is not items) == barred


@pytest.mark.parametrize(("share", "shown"), [(0.5, " 50%"), (1, "100%")])
def test_a_bar_is_full_where_all_is_done(share: float, shown: str, outside: Outside, tmp_path: Path) -> None:
    with bar(outside, str(tmp_path / "table.xlsx"), quiet=False) as advance:
        assert advance is not None
        advance(share)
    assert shown in outside.stderr.getvalue()  # type: ignore[union-attr]  # a Terminal


@pytest.mark.parametrize(("jobs", "expected"), [(1, 1), (2, None)])
def test_a_pipe_is_one_document_unless_several_processes_are_to_read_it(
    jobs: int, expected: int | None
) -> None:
    assert _expected(["-"], (), jobs) == expected


@pytest.mark.parametrize(("done", "shown"), [(9, "#" * 9 + "." * 11), (10, "#" * 10 + "." * 10)])
def test_a_line_of_progress_has_twenty_cells(done: int, shown: str, outside: Outside) -> None:
    Progress(outside).step("ecb", done, 20)
    assert f"[{shown}]" in outside.stderr.getvalue()  # type: ignore[union-attr]  # a Terminal


@pytest.mark.parametrize(("gap", "code"), [("36600", 0), ("36601", 2)])
def test_a_rate_may_be_a_century_old(gap: str, code: int, capexcalc) -> None:
    assert capexcalc("convert", "5bn USD", "--to", "EUR", "--on", "2025-02-24", "--max-gap", gap).code == code


@pytest.mark.parametrize(("gap", "code"), [("0", 0), ("36600", 0), ("36601", 2)])
def test_a_gap_that_was_set_is_from_nothing_to_a_century(gap: str, code: int, capexcalc) -> None:
    assert capexcalc("config", "show", CAPEXCALC_MAX_GAP=gap).code == code


@pytest.mark.parametrize(("gap", "good"), [(-1, False), (0, True)])
def test_a_gap_in_a_file_is_no_less_than_nothing(gap: int, good: bool, tmp_path: Path) -> None:
    (tmp_path / "capexcalc.toml").write_text(f"max-gap = {gap}\n")
    (tmp_path / ".git").mkdir()
    settings = Settings({}, tmp_path)
    if good:
        assert settings.get("max-gap") == gap
    else:
        with pytest.raises(UsageError, match="-1 is not from 0 to 36,600 days"):
            settings.get("max-gap")


@pytest.mark.parametrize("count", [1, 2])
def test_one_text_that_cannot_be_read_is_an_error_and_several_are_told_one_by_one(
    count: int, capexcalc, tmp_path: Path
) -> None:
    told = json.loads(
        capexcalc("check", *(str(tmp_path / f"{n}.txt") for n in range(count)), "-f", "json").out
    )
    assert ("error" in told) is (count == 1)
    assert len(told.get("result", told).get("errors", ())) == (count if count > 1 else 0)


@pytest.mark.parametrize(("given", "days"), [("000000007", 7), ("0000000007", None)])
def test_a_number_of_the_environment_has_nine_digits_at_most(given: str, days: int | None, capexcalc) -> None:
    ended = capexcalc("config", "show", "-f", "csv", CAPEXCALC_MAX_GAP=given)
    if days is None:
        assert ended.code == 2
    else:
        assert f"max-gap,{days}," in ended.out


@pytest.mark.parametrize("given", ["1", "1024", "00001"])
def test_up_to_1024_processes_may_be_asked_for(given: str) -> None:
    assert processes(given) == int(given)


@pytest.mark.parametrize("given", ["0", "1025", "000001"])
def test_no_more_and_no_fewer_processes_than_that(given: str) -> None:
    with pytest.raises(UsageError, match="no number of processes"):
        processes(given)


@pytest.mark.parametrize(("more", "read"), [(0, True), (1, False)])
def test_a_file_of_settings_has_a_million_bytes_at_most(more: int, read: bool, tmp_path: Path) -> None:
    setting = "max-gap = 5\n"
    (tmp_path / "capexcalc.toml").write_text(setting + "#" * (1_000_000 - len(setting) + more))
    (tmp_path / ".git").mkdir()
    settings = Settings({}, tmp_path)
    if read:
        assert settings.get("max-gap") == 5
    else:
        with pytest.raises(InputError, match="larger than 1 MB"):
            settings.get("max-gap")


def test_a_server_may_keep_silent_for_five_seconds(monkeypatch: pytest.MonkeyPatch, capexcalc) -> None:
    asked: list[float] = []

    def updated(wanted: object, context: Any, **_: object) -> Outcome[Updates]:
        asked.append(context.timeout)
        return Outcome(Updates((), ()))

    monkeypatch.setattr(update, "update_rates", updated)
    assert capexcalc("rates", "update").code == 0
    assert asked == [5]


@pytest.mark.parametrize(("seconds", "code"), [("0.09", 2), ("0.1", 0), ("600", 0), ("601", 2)])
def test_a_server_is_waited_for_a_tenth_of_a_second_to_ten_minutes(
    seconds: str, code: int, monkeypatch: pytest.MonkeyPatch, capexcalc
) -> None:
    monkeypatch.setattr(update, "update_rates", lambda *_, **__: Outcome(Updates((), ())))
    assert capexcalc("rates", "update", "--timeout", seconds).code == code


def text(length: int) -> Document:
    return Document("a", "x" * length)


@pytest.mark.parametrize(
    ("given", "pieces"),
    [
        ([text(1)] * 32, [32]),
        ([text(1)] * 33, [32, 1]),
        ([text(79_999), text(1), text(1)], [2, 1]),
        ([text(80_000), text(1)], [1, 1]),
        ([text(79_999), text(0), text(1)], [3]),
        ([File("a")] * 16, [16]),
        ([File("a")] * 17, [16, 1]),
        ([text(4_999), *[File("a")] * 16], [17]),
        ([text(5_000), *[File("a")] * 16], [16, 1]),
    ],
)
def test_a_piece_of_work_is_of_80_000_characters_or_32_documents(given: list[Any], pieces: list[int]) -> None:
    assert [len(piece) for piece in _pieces(given)] == pieces


@pytest.mark.parametrize(("documents", "spread"), [(32, False), (33, True)])
def test_one_piece_of_work_is_done_here(
    documents: int, spread: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def spread_out(pieces: Any, bench: object, jobs: int) -> Iterator[int]:
        asked.append(jobs)
        yield from map(len, pieces)

    monkeypatch.setattr(workers, "spread", spread_out)
    bench: Any = lambda: lambda piece: [len(piece)]  # noqa: E731  # what a Bench makes
    assert sum(judged_at_once([text(1)] * documents, bench, 2)) == documents  # type: ignore[misc]
    assert asked == [2] * spread


@pytest.mark.parametrize(("jobs", "asked"), [("1", []), ("2", [2]), ("3", [3])])
def test_more_than_one_process_is_asked_for(
    jobs: str, asked: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capexcalc
) -> None:
    given: list[int] = []

    def spread_out(pieces: Any, bench: Any, jobs: int) -> Iterator[Any]:
        given.append(jobs)
        work = bench()
        for piece in pieces:
            yield from work(piece)

    monkeypatch.setattr(workers, "spread", spread_out)
    files = [tmp_path / f"{n}.txt" for n in range(17)]  # more than one piece
    for file in files:
        file.write_text("Nothing.")
    assert capexcalc("check", *map(str, files), "--jobs", jobs).code == 0
    assert given == asked


@dataclass
class Hand:
    """A process, and the line to it, that answers when it is told to."""

    ends_after: float = 0
    killed: bool = False
    waited: float = 0
    sent: list[Any] = field(default_factory=list)

    @property
    def exitcode(self) -> int | None:
        return 0 if self.killed or self.waited >= self.ends_after else None

    def send(self, piece: Any) -> None:
        self.sent.append(piece)

    def recv(self) -> tuple[list[Any], None]:
        return [self.sent.pop(0)], None

    def join(self, seconds: float = 0) -> None:
        self.waited += seconds

    def kill(self) -> None:
        self.killed = True

    def close(self) -> None: ...


def worker(hand: Hand) -> Any:
    return workers._Worker(hand, hand)  # type: ignore[arg-type, var-annotated]  # a Hand is both


def test_a_process_has_two_pieces_and_four_for_each_are_held_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes, the first of which never answers."""
    crew: list[Hand] = []
    waits = iter(range(20))
    pieces = iter(range(100))

    def hire(_: object) -> Any:
        crew.append(Hand())
        return worker(crew[-1])

    def wait(lines: list[Hand]) -> list[Hand]:
        next(waits)
        return [hand for hand in lines if hand is not crew[0]]

    monkeypatch.setattr(workers, "_hired", hire)
    monkeypatch.setattr(workers, "wait", wait)
    with pytest.raises(RuntimeError):  # nothing comes while the first piece is at work
        next(workers.spread(pieces, None, 2))  # type: ignore[arg-type, type-var]  # nobody sets up a Hand
    assert crew[0].sent == [0, 2]
    assert next(pieces) == 8


@pytest.mark.parametrize(("seconds", "killed"), [(2, False), (2.1, True)])
def test_a_process_has_two_seconds_to_end(seconds: float, killed: bool) -> None:
    hand = Hand(seconds)
    workers._dismiss([worker(hand)])
    assert hand.killed == killed
