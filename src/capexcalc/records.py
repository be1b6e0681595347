"""``dataclass(frozen=True, slots=True)`` for less: a start pays for every class that it loads.

The standard library writes and compiles six methods for each, in half a millisecond. Here that is one,
``__init__``, and the others are closures over the names of the fields: a class takes a quarter of the time,
an object of it two thirds. They do what those of the standard library do, which still makes the fields and
the slots.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeVar

T = TypeVar("T")


def _dataclass(
    *, frozen: Literal[True], slots: Literal[True], init: bool = True, eq: bool = True
) -> Callable[[type[T]], type[T]]:
    def made(bare: type[T]) -> type[T]:
        bare.__doc__ = bare.__doc__ or f"{bare.__name__}()"  # else its signature, which is slow to tell
        cls = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(bare)
        fields = dataclasses.fields(cls)  # type: ignore[arg-type]  # a dataclass since the line above
        methods = _methods([field.name for field in fields])
        if not eq:
            del methods["__eq__"], methods["__hash__"]
        if init:
            methods["__init__"] = _initialiser(cls, fields)
        for name, method in methods.items():
            if name not in cls.__dict__:
                method.__qualname__ = f"{cls.__qualname__}.{name}"
                setattr(cls, name, method)
        return cls

    return made


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    dataclass = _dataclass


def _initialiser(cls: type, fields: tuple[Field[Any], ...]) -> Callable[..., None]:
    """``def __init__(self, a, b=_default_b): _set_a(self, a) ...``, with the setters of the slots."""
    known: dict[str, Any] = {"__name__": cls.__module__, "MISSING": MISSING}
    parameters, steps = ["self"], []
    for field in fields:
        name = value = field.name
        known |= {f"_set_{name}": getattr(cls, name).__set__, f"_default_{name}": field.default}
        default = "" if field.default is MISSING else f"_default_{name}"
        made = default
        if field.default_factory is not MISSING:
            known[f"_make_{name}"] = field.default_factory
            default, made = "MISSING", f"_make_{name}()"
            value = f"{made} if {name} is MISSING else {name}"
        if field.init:
            parameters.append(f"{name}={default}" if default else name)
        if field.init or made:  # else __post_init__ sets it
            steps.append(f"_set_{name}(self, {value if field.init else made})")
    if hasattr(cls, "__post_init__"):
        steps.append("self.__post_init__()")
    source = f"def __init__({', '.join(parameters)}):\n " + "\n ".join(steps or ["pass"])
    exec(source, known)
    initialiser: Callable[..., None] = known["__init__"]
    return initialiser


def _methods(names: list[str]) -> dict[str, Any]:
    values: Callable[[Any], Any] = attrgetter(*names or ["__class__"])  # a tuple, or of one field the value

    def equal(self: Any, other: object) -> bool:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    def shown(self: Any) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def assign(self: Any, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def delete(self: Any, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def state(self: Any) -> list[Any]:
        return [getattr(self, name) for name in names]

    def restore(self: Any, state: list[Any]) -> None:
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    return {
        "__eq__": equal, "__hash__": hashed, "__repr__": shown, "__setattr__": assign, "__delattr__": delete,
        "__getstate__": state, "__setstate__": restore,
    }  # fmt: skip
