"""What is packed reads as what it was made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from capexcalc import packed
from capexcalc.packed import PIECE, Mapped, Packed, each, kept
from capexcalc.packing import pack, unpack
from capexcalc.words import Phrase

LENGTHS = (0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 3)


@pytest.mark.parametrize("length", LENGTHS)
def test_a_packed_sequence_reads_as_a_tuple_of_the_same(length: int) -> None:
    items = tuple(map(str, range(length)))
    found = Packed(items)
    assert (len(found), tuple(found), bool(found)) == (length, items, bool(items))
    for place in {0, 1, PIECE - 1, PIECE, length // 2, length - 1, -1, -length} & set(range(-length, length)):
        assert found[place] == items[place]
    for stretch in (slice(PIECE - 2, PIECE + 2), slice(-3, None), slice(None, None, PIECE - 1), slice(5, 2)):
        assert found[stretch] == items[stretch]
    for outside in (length, -length - 1):
        with pytest.raises(IndexError):
            found[outside]


def test_items_may_come_one_by_one_or_all_at_once() -> None:
    found: Packed[int] = Packed()
    for n in range(PIECE + 1):
        found.extend((n,))
    found.extend(range(PIECE + 1, 3 * PIECE))
    assert list(found) == list(range(3 * PIECE))


def test_few_items_are_kept_as_a_tuple() -> None:
    for few in (iter(range(PIECE - 1)), Packed(range(PIECE - 1))):
        assert kept(few) == tuple(range(PIECE - 1))
    many = Packed(range(PIECE))
    assert kept(many) is many
    assert type(kept(iter(range(PIECE)))) is Packed
    assert list(kept(iter(range(PIECE)))) == list(range(PIECE))


def test_what_is_made_of_many_items_is_made_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "PIECE", 4)
    made: list[int] = []

    def double(n: int) -> int:
        made.append(n)
        return 2 * n

    assert each(double, (1, 2)) == (2, 4)
    made.clear()
    found = each(double, kept(range(10)))
    assert type(found) is Mapped
    assert (len(found), made) == (10, [])
    assert (found[3], found[-1], found[3:6]) == (6, 18, (6, 8, 10))
    assert list(found) == list(range(0, 20, 2))


@dataclass(frozen=True, slots=True)
class One:
    only: object


@dataclass(frozen=True, slots=True)
class Several:
    first: One
    day: date
    size: Decimal | None = None


def test_what_is_packed_comes_back_equal() -> None:
    items = [
        Several(One(Phrase("{n} of it", n=Decimal("1.50"))), date(2025, 2, 24), Decimal("1E+3")),
        Several(One((One(None), "é\ud800")), date.min),
        One(()),
    ]
    found = unpack(pack(items))
    assert found == items
    assert str(found[0].size) == "1E+3"  # not only equal: written alike
