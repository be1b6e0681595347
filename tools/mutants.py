"""Change one number or comparison of the program at a time, and list the changes that no test notices.

``python tools/mutants.py SOURCE... -- TEST...``: files (FILE:LINE for a line) or folders of the package, and
the tests that should notice, those of the room first, for they are tried in this order. What is printed is
a number nobody holds: give it a case just inside and one just outside, or do without it.
``--kinds=larger,smaller,bound,condition`` before the files: which kinds of change, without it all of them.

A change is put into functions that are imported already, in a process of its own that then runs the tests:
nothing is imported or collected again. The test that noticed the last change is tried first on the next.
"""

from __future__ import annotations

import ast
import os
import signal
import sys
import types
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

PACKAGE = Path(__file__).parents[1] / "src"
# A change that makes a program run for ever is noticed too.
_LONGEST = 300  # seconds

_TURNED: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
}

_KINDS = "larger,smaller,bound,condition"


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """Bytes ``start`` to ``end`` of a file, on ``line``, and what comes in their place."""

    line: int
    start: int
    end: int
    new: str
    kind: str


def changes(source: str) -> list[Change]:
    """What may be changed, by its kind:

    * ``larger``, ``smaller``: a number by one, or by half of itself if it is no whole one;
    * ``bound``: ``<`` with its bound, ``<=`` without;
    * ``condition``: one part of an ``and`` or ``or`` left out.

    Not what is no measure of anything: an index, a length in a text that is put together, and 0 and 1 where
    nothing is compared with them.
    """
    tree = ast.parse(source)
    compared, passed_over = set(), set()
    for node in ast.walk(tree):
        match node:
            case ast.Compare():
                compared |= {id(each) for each in (node.left, *node.comparators)}
            case ast.Subscript(slice=inner) | ast.FormattedValue(format_spec=ast.JoinedStr() as inner):
                passed_over |= {id(each) for each in ast.walk(inner)}
    lines = [0]
    for line in source.encode().splitlines(keepends=True):
        lines.append(lines[-1] + len(line))

    def span(node: ast.expr) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return lines[node.lineno - 1] + node.col_offset, lines[node.end_lineno - 1] + node.end_col_offset

    found = set()

    def change(node: ast.expr, kind: str, new: str) -> None:
        found.add(Change(node.lineno, *span(node), new, kind))

    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=int() as number) if not isinstance(number, bool):
                if id(node) not in passed_over and (number not in (0, 1) or id(node) in compared):
                    change(node, "larger", f"{number + 1}")
                    change(node, "smaller", f"({number - 1})")
            case ast.Constant(value=float() as number):
                change(node, "larger", f"{number * 1.5}")
                change(node, "smaller", f"{number / 2}")
            case ast.Call(func=ast.Name("Decimal"), args=[ast.Constant(value=str(text)) as inner]):
                try:
                    change(inner, "larger", f'"{Decimal(text) * Decimal("1.5") or 1}"')
                    change(inner, "smaller", f'"{Decimal(text) / 2 or -1}"')
                except InvalidOperation:
                    continue
            case ast.BoolOp(op=joint, values=parts):
                for i in range(len(parts)):
                    rest = ast.BoolOp(joint, [*parts[:i], *parts[i + 1 :]])
                    change(node, "condition", f"({ast.unparse(rest)})")
            case ast.Compare():
                for left, sign, right in zip(
                    (node.left, *node.comparators), node.ops, node.comparators, strict=False
                ):
                    if type(sign) in _TURNED:
                        old, new = _TURNED[type(sign)]
                        (_, start), (stop, _) = span(left), span(right)
                        place = source.encode().index(old.encode(), start, stop)
                        found.add(Change(left.end_lineno or 0, place, place + len(old), new, "bound"))
    return sorted(found)


class Loop:
    """Runs the tests once for each change instead of once; ``survivors`` counts what they did not notice."""

    def __init__(self, files: dict[Path, set[int]], kinds: list[str]) -> None:
        self._files = files  # with the lines wanted; none: all
        self._kinds = kinds
        self.tried = self.survivors = 0

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = list(session.items)
        assert not self._noticed(session, items, lambda: None), "the tests fail as it is"
        for path, lines in self._files.items():
            module = import_module(".".join(path.relative_to(PACKAGE).with_suffix("").parts))
            source = path.read_bytes()
            again = self._noticed(session, items, lambda m=module, s=source: graft(m, s))
            if again:
                print(f"{path}: cannot be put anew into what is imported: {again}", flush=True)
                continue
            for each in changes(source.decode()):
                if each.kind not in self._kinds or (lines and each.line not in lines):
                    continue
                changed = source[: each.start] + each.new.encode() + source[each.end :]
                noticed = self._noticed(session, items, lambda m=module, s=changed: graft(m, s))
                self.tried += 1
                if not noticed:
                    self.survivors += 1
                    line = source.decode().splitlines()[each.line - 1].strip()
                    old = " ".join(source[each.start : each.end].decode().split())
                    print(f"{path}:{each.line}: {old} -> {each.new}: {line}", flush=True)
        return True

    def _noticed(self, session: pytest.Session, items: list[pytest.Item], prepare: Callable[[], None]) -> str:
        """The first test that fails after ``prepare``, put first among ``items``; "" if none does."""
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            signal.alarm(_LONGEST)
            os.write(writing, _first_failure(session, items, prepare).encode())
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            said = pipe.read()
        _, status = os.waitpid(child, 0)
        failed = next((item for item in items if item.nodeid == said), None)
        if failed:
            items.remove(failed)
            items.insert(0, failed)
        return said or ("a crash" if status else "")


def _first_failure(session: pytest.Session, items: list[pytest.Item], prepare: Callable[[], None]) -> str:
    class Failed:
        name = ""

        def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
            if report.failed:
                self.name = self.name or report.nodeid

    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    try:
        prepare()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    failed = Failed()
    session.config.pluginmanager.register(failed)
    for item, following in zip(items, [*items[1:], None], strict=True):
        session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if failed.name:
            break
    return failed.name


def graft(module: types.ModuleType, source: bytes) -> None:
    """Put what ``source`` defines into ``module``, and into whoever has imported it from there."""
    fresh = types.ModuleType(module.__name__)
    fresh.__dict__.update({key: module.__dict__[key] for key in ("__file__", "__package__", "__spec__")})
    exec(compile(source, str(module.__file__), "exec"), fresh.__dict__)
    others = [each.__dict__ for name, each in sys.modules.items() if name.startswith("capexcalc") and each]
    for name, new in list(vars(fresh).items()):
        old = module.__dict__.get(name)
        imported = isinstance(new, type | types.FunctionType) and new.__module__ != module.__name__
        if imported or name.startswith("__"):
            continue
        if _graft(old, new):
            fresh.__dict__[name] = old  # for new functions that are held in data
            continue
        for names in others:
            if name in names and names[name] is old:
                names[name] = new


def _graft(old: Any, new: Any) -> bool:
    """Make the function or class ``old`` do as ``new`` does; False for what is neither."""
    if isinstance(old, type):
        for name, inner in vars(new).items():
            _graft(vars(old).get(name), inner)
        return True
    for inner in ("__wrapped__", "__func__", "func", "fget"):
        if hasattr(old, inner) and hasattr(new, inner):
            getattr(old, "cache_clear", lambda: None)()
            return _graft(getattr(old, inner), getattr(new, inner))
    if not isinstance(old, types.FunctionType):
        return False
    if len(old.__code__.co_freevars) == len(new.__code__.co_freevars):
        old.__code__, old.__defaults__, old.__kwdefaults__ = (
            new.__code__,
            new.__defaults__,
            new.__kwdefaults__,
        )
    return True


def python_files(given: list[str]) -> dict[Path, set[int]]:
    files: dict[Path, set[int]] = {}
    for each in given:
        name, _, line = each.partition(":")
        path = Path(name).resolve()
        for file in sorted(path.rglob("*.py")) if path.is_dir() else (path,):
            files.setdefault(file, set()).update([int(line)] if line else [])
    return files


def main() -> None:
    place = sys.argv.index("--")
    sources, kinds = sys.argv[1:place], _KINDS
    if sources[0].startswith("--kinds="):
        kinds = sources.pop(0).partition("=")[2]
    loop = Loop(python_files(sources), kinds.split(","))
    with TemporaryDirectory(prefix="mutants-") as folder:  # one for all changes: pytest keeps one of each
        options = ["-q", "--no-header", "-p", "no:cacheprovider", "-s", f"--basetemp={folder}/tests"]
        pytest.main([*options, *sys.argv[place + 1 :]], plugins=[loop])
    print(f"{loop.tried} changes, of which {loop.survivors} are noticed by no test")


if __name__ == "__main__":
    main()
