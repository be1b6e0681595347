"""Records do what frozen, slotted dataclasses of the standard library do: each law is asked of both."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from pathlib import Path
from typing import Any

import pytest

import capexcalc
from capexcalc import records
from capexcalc.money.money import Money


def classes(dataclass: Callable[..., Any]) -> dict[str, type[Any]]:
    """One of each kind there is."""

    @dataclass(frozen=True, slots=True)
    class Three:
        """With defaults."""

        a: int
        b: str = "b"
        c: list[int] = field(default_factory=list, metadata={"name": "sea"})

        def twice(self) -> int:
            return 2 * self.a

    @dataclass(frozen=True, slots=True)
    class One:
        a: tuple[int, ...]

    @dataclass(frozen=True, slots=True)
    class Empty:
        pass

    @dataclass(frozen=True, slots=True)
    class Made:
        a: int
        double: int = field(init=False)
        five: int = field(init=False, default=5)
        six: list[int] = field(init=False, default_factory=lambda: [6])

        def __post_init__(self) -> None:
            object.__setattr__(self, "double", 2 * self.a)

    @dataclass(frozen=True, slots=True, init=False)
    class Own:
        a: int

        def __init__(self, text: str) -> None:
            object.__setattr__(self, "a", int(text))

        def __repr__(self) -> str:
            return f"<{self.a}>"

    @dataclass(frozen=True, slots=True, eq=False)
    class Same:
        a: int

    return {each.__name__: each for each in (Three, One, Empty, Made, Own, Same)}


OURS, THEIRS = classes(records.dataclass), classes(dataclasses.dataclass)
CALLS = [
    ("Three", (1,), {}), ("Three", (1, "x"), {}), ("Three", (), {"b": "x", "a": 2, "c": [3]}),
    ("One", ((1, 2),), {}), ("Empty", (), {}), ("Made", (4,), {}), ("Own", ("7",), {}), ("Same", (1,), {}),
]  # fmt: skip
calls = pytest.mark.parametrize(("name", "given", "named"), CALLS)


def members(made: Any) -> dict[str, Any]:
    return {each.name: getattr(made, each.name) for each in dataclasses.fields(made)}


@calls
def test_one_is_made_and_shown_alike(name, given, named):
    ours, theirs = OURS[name](*given, **named), THEIRS[name](*given, **named)
    assert members(ours) == members(theirs)
    assert repr(ours) == repr(theirs)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert not hasattr(ours, "__dict__")


@calls
def test_two_are_equal_and_found_alike(name, given, named):
    def told(kind: type[Any]) -> tuple[bool, bool, bool]:
        first, second = kind(*given, **named), kind(*given, **named)
        return first == second, first == first, first == "x"

    assert told(OURS[name]) == told(THEIRS[name])
    assert OURS[name](*given, **named) != THEIRS[name](*given, **named)


def test_equal_ones_are_one_key_and_others_are_others():
    one = OURS["One"]
    assert {one((1,)): "x"}[one((1,))] == "x"
    assert len({one((1,)), one((2,)), one((1,))}) == 2
    same = OURS["Same"]
    assert len({same(1), same(1)}) == 2
    with pytest.raises(TypeError):
        hash(OURS["Three"](1))  # which holds a list


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), ((1, 2, 3, 4), {}), ((1,), {"d": 1}), ((1,), {"a": 1})]
)
def test_what_is_wrong_is_refused_in_the_same_words(given, named):
    def refusal(kind: type[Any]) -> str:
        with pytest.raises(TypeError) as refused:
            kind(*given, **named)
        return str(refused.value)

    assert refusal(OURS["Three"]) == refusal(THEIRS["Three"])


@pytest.mark.parametrize("name", ["a", "other"])
@pytest.mark.parametrize("change", [lambda made, name: setattr(made, name, 1), delattr])
def test_nothing_is_changed(name, change):
    made = OURS["Three"](1)
    with pytest.raises(FrozenInstanceError, match=name):
        change(made, name)
    assert made.a == 1


def test_lists_that_are_made_are_not_shared():
    three = OURS["Three"]
    assert three(1).c is not three(1).c


@pytest.mark.parametrize("kind", list(OURS))
def test_what_is_known_of_the_class_is_the_same(kind):
    ours, theirs = OURS[kind], THEIRS[kind]
    assert ours.__match_args__ == theirs.__match_args__
    assert ours.__slots__ == theirs.__slots__
    assert ours.__annotations__ == theirs.__annotations__
    assert list(inspect.signature(ours).parameters) == list(inspect.signature(theirs).parameters)
    fields = [[(f.name, f.init, f.metadata) for f in dataclasses.fields(each)] for each in (ours, theirs)]
    assert fields[0] == fields[1]


def test_a_copy_with_something_replaced_is_another():
    three = OURS["Three"](1, c=[2])
    assert members(dataclasses.replace(three, b="y")) == {"a": 1, "b": "y", "c": [2]}
    assert three.b == "b"
    with pytest.raises(TypeError):
        dataclasses.replace(three, d=1)
    with pytest.raises(ValueError, match="double"):
        dataclasses.replace(OURS["Made"](1), double=1)


def test_it_is_taken_apart():
    match Money(1, "EUR"):
        case Money(value, currency):
            assert (value, currency) == (1, "EUR")


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_goes_to_another_process(protocol):
    money = Money(1, "EUR")
    assert pickle.loads(pickle.dumps(money, protocol)) == money
    assert copy.copy(money) == copy.deepcopy(money) == money


@pytest.mark.parametrize("options", [{}, {"frozen": True}, {"frozen": True, "slots": True, "order": True}])
def test_other_kinds_are_left_to_the_standard_library(options):
    with pytest.raises(TypeError):
        records.dataclass(**options)


def test_every_room_a_start_goes_through_makes_its_frozen_classes_so():
    package = Path(capexcalc.__file__).parent
    for path in package.rglob("*.py"):
        text = path.read_text("utf-8")
        # Whoever comes to bulk waits for engines.
        if "@dataclass(frozen=True, slots=True" in text and path.parent.name != "bulk":
            assert "records import dataclass\n" in text, path
