"""Pieces that are worked on at the same time come out in order, and so does what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Barrier, active_count

import pytest

from capexcalc.bulk.ahead import ahead
from capexcalc.errors import InputError


def pieces(count: int, *, broken: bool = False) -> Iterator[int]:
    yield from range(count)
    if broken:
        raise InputError("bad_csv", "the file ends in a cell")


def halved(number: int) -> float:
    if number % 7 == 5:
        raise InputError("bad_csv", "{number} is odd", number=number)
    return number / 2


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5])
def test_what_is_made_comes_in_the_order_of_the_pieces(count: int) -> None:
    assert list(ahead(halved, pieces(count))) == [n / 2 for n in range(count)]


def test_two_pieces_are_worked_on_at_the_same_time() -> None:
    both = Barrier(2, timeout=60)
    assert sorted(ahead(lambda _: both.wait(), pieces(2))) == [0, 1]


def test_a_third_piece_is_read_while_two_are_worked_on_and_no_fourth() -> None:
    left = pieces(5)
    assert next(ahead(halved, left)) == 0
    assert list(left) == [3, 4]


def test_two_threads_work_however_many_pieces_there_are() -> None:
    before = active_count()
    results = ahead(halved, pieces(4))
    assert next(results) == 0
    assert active_count() - before == 2
    assert list(results) == [0.5, 1, 1.5]


@pytest.mark.parametrize(("count", "said"), [(5, "ends in a cell"), (6, "5 is odd"), (20, "5 is odd")])
def test_the_first_fault_is_raised_after_all_that_was_made_before_it(count: int, said: str) -> None:
    results = ahead(halved, pieces(count, broken=True))
    assert [next(results) for _ in range(5)] == [0, 0.5, 1, 1.5, 2]
    with pytest.raises(InputError, match=said):
        next(results)


def test_an_interrupt_while_the_next_is_read_is_raised_at_once() -> None:
    def interrupted() -> Iterator[int]:
        yield 0
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        next(ahead(halved, interrupted()))
