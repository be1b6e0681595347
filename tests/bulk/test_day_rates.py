"""A calendar as one array: the same as it is made and as it is kept, and made again where it is not whole."""

from __future__ import annotations

from pathlib import Path

import pytest

duckdb = pytest.importorskip("duckdb")
numpy = pytest.importorskip("numpy")

from capexcalc.bulk import day_rates  # noqa: E402
from capexcalc.bulk.calendar import CalendarTable  # noqa: E402
from capexcalc.bulk.day_rates import NEVER, DayRates  # noqa: E402
from capexcalc.money.currencies import all_codes  # noqa: E402

EVERY = numpy.arange(len(all_codes()) + 1)


@pytest.fixture
def answers(book, calendars: Path, tmp_path: Path):
    """What is answered for every currency, and for none, on some days, after a ``change`` of the file."""

    def ask(change=lambda kept: None):
        with duckdb.connect() as con:
            table = CalendarTable(con, book, calendars).file("EUR")
            path = tmp_path / table.name
            path.write_bytes(table.read_bytes())
            change(path.with_suffix(".days"))
            rates = DayRates(con, path)
            found = []
            for day in (-40_000, 0, 10_000, 16_000, 20_000, 40_000, NEVER):
                asked = rates.at(EVERY, numpy.ones(len(EVERY), "i4"), numpy.full(len(EVERY), day))
                found += [numpy.where(there, values, -1).tolist() for _, values, there in asked]
            return found, path.with_suffix(".days")

    return ask


def empty(kept: Path) -> None:
    kept.write_bytes(b"")


def cut(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes()[:-16])


def longer(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes() + b"\0" * 16)


def few(kept: Path) -> None:
    kept.write_bytes(b"[]")


def spans_alone(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes()[: 8 * len(EVERY)])


def nonsense(kept: Path) -> None:
    kept.write_bytes(b"\xff" * 1_000_000)


@pytest.mark.parametrize("change", [Path.unlink, empty, few, cut, longer, spans_alone, nonsense])
def test_a_file_that_is_not_whole_is_made_again(answers, change) -> None:
    first, kept = answers()
    whole = kept.read_bytes()
    assert answers()[0] == first
    assert answers(change)[0] == first
    assert kept.read_bytes() == whole
    assert {rate[-1] for rate in first[::3]} == {-1}  # of no currency
    assert sum(rate > 0 for rate in first[0]) < sum(rate > 0 for rate in first[12]) > 100


def test_what_is_kept_is_not_made_again(answers, monkeypatch) -> None:
    first, _ = answers()

    def made(*_) -> None:
        raise AssertionError

    monkeypatch.setattr(day_rates, "_read", made)
    assert answers()[0] == first


def test_where_it_cannot_be_kept_it_is_made_each_time(answers, monkeypatch) -> None:
    first, kept = answers()

    def full(path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(day_rates, "landing", full)
    assert answers(Path.unlink)[0] == first
    assert not kept.exists()
