"""Write docs/codes.md: every code a script can meet, with its exit code and what it means.

python tools/build_codes.py

The codes are read from the sources, their meanings from tools/codes.toml. Ends with 1, and writes nothing,
where one lacks its meaning or a meaning its code.
"""

from __future__ import annotations

import ast
import csv
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, get_args

from capexcalc.claims.verdicts.facts import ReasonCode
from capexcalc.claims.verdicts.hint import HintCode
from capexcalc.errors import ExitCode

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "capexcalc"
MEANINGS = ROOT / "tools" / "codes.toml"
PAGE = ROOT / "docs" / "codes.md"
REJECTED = ROOT / "rates_cache"

NOTICE = "Notice"
BASE = "CapexcalcError"

# Codes by section, and what the cells before the meaning hold: for an error its exit codes.
Found = Mapping[str, Mapping[str, str]]

HEAD = """\
# Codes

What a script can rely on: a code keeps its meaning, the sentence beside it may be worded better. Made by
`tools/build_codes.py` from the sources.
"""


class Section(NamedTuple):
    """``about`` says where the codes are met, ``column`` what is told of each beside its meaning."""

    title: str
    about: str
    column: str = ""


_ERRORS = """\
`error.code` of `-f json`, `CapexcalcError.code` in Python; `facts` beside it are what its message and hint
are made of, dates, codes and figures that no language changes. In the rows that `batch` writes, those of exit
code 3 and those of a cell (`bad_amount`, `ambiguous_amount`, `currency_conflict`, `bad_date` and so on) stand
in the column `status`, which is `ok` where a row was converted."""
_NOTICES = """\
`warnings[].code`: what must be known about a result that is nevertheless sound. What failed on the way to it,
a server that did not answer while another did, is told here under the code of the error."""
_RULES = """\
The rule that a published rate broke, as `rates update` warns and `rates verify --rejected` lists them. Such a
rate is kept in a file beside the others, and never answered with."""

SECTIONS = {
    "errors": Section("Errors", _ERRORS, "exit code"),
    "notices": Section("Warnings", _NOTICES),
    "reasons": Section("Reasons of verdicts", "`reason_code` of a claim, of which its `reason` is made."),
    "hints": Section("Hints", "`hint.code` of a claim: what would explain a figure that does not hold."),
    "rules": Section("Rates kept aside", _RULES),
}


@dataclass(frozen=True, slots=True)
class Module:
    path: Path
    tree: ast.Module


def main() -> int:
    meanings = tomllib.loads(MEANINGS.read_text("utf-8"))
    found = codes()
    faults = list(differences(found, meanings))
    if faults:
        print(*faults, sep="\n", file=sys.stderr)
        return 1
    PAGE.write_text(page(found, meanings), "utf-8")
    return 0


def codes() -> Found:
    """Every code in the sources, by section."""
    modules = [Module(path, ast.parse(path.read_text("utf-8"))) for path in sorted(SOURCES.rglob("*.py"))]
    exits = _exit_codes(modules)
    errors: dict[str, set[int]] = defaultdict(set)
    notices: set[str] = set()
    for module in modules:
        for call, enclosing in _calls(module.tree):
            name = _called(call)
            if name in exits and call.args:
                for code in _values(call.args[0], enclosing, module, modules):
                    errors[code].add(exits[name])
            elif name == NOTICE and call.args:
                notices.update(_values(call.args[0], enclosing, module, modules))
    return {
        "errors": {code: ", ".join(map(str, sorted(errors[code]))) for code in sorted(errors)},
        "notices": dict.fromkeys(sorted(notices), ""),
        "reasons": dict.fromkeys(get_args(ReasonCode), ""),
        "hints": dict.fromkeys(get_args(HintCode), ""),
        "rules": dict.fromkeys(sorted(_shipped_rules().union(*map(_rules, modules))), ""),
    }


def differences(found: Found, meanings: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """What lacks a meaning, and what has one and is no code any more."""
    for section in SECTIONS:
        here, told = found[section].keys(), meanings.get(section, {}).keys()
        yield from (f"{section}: {code} has no meaning in {MEANINGS.name}" for code in sorted(here - told))
        yield from (
            f"{section}: {code} is in {MEANINGS.name}, and nowhere else" for code in sorted(told - here)
        )


def page(found: Found, meanings: Mapping[str, Mapping[str, str]]) -> str:
    parts = [HEAD]
    for section, (title, about, column) in SECTIONS.items():
        head = ["code", *([column] if column else []), "meaning"]
        rows = [
            [f"`{code}`", *([cell] if column else []), meanings[section][code]]
            for code, cell in found[section].items()
        ]
        table = [head, ["---"] * len(head), *rows]
        lines = "\n".join(f"| {' | '.join(row)} |" for row in table)
        parts.append(f"## {title}\n\n{about}\n\n{lines}\n")
    return "\n".join(parts)


def _rules(module: Module) -> set[str]:
    """The rules by which a screen keeps rates aside: nothing else in such a file is written like a code."""
    if not module.path.match("feeds/screen_*.py"):
        return set()
    texts = (node.value for node in ast.walk(module.tree) if isinstance(node, ast.Constant))
    return {text for text in texts if isinstance(text, str) and re.fullmatch("[a-z_]{2,}", text)}


def _shipped_rules() -> set[str]:
    """The rules by which the program's makers kept rates out of the cache."""
    lists = REJECTED.glob("*/rejected.csv")
    return {row["reason"] for path in lists for row in csv.DictReader(path.read_text("utf-8").splitlines())}


def _exit_codes(modules: Iterable[Module]) -> dict[str, int]:
    """The name of each class of error, with the exit code it or the nearest class above it sets."""
    classes = {
        node.name: node
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    }

    def exit_of(name: str) -> int | None:
        """None where a class is no error of ours."""
        node = classes.get(name)
        if node is None:
            return None
        above = [found for base in node.bases if (found := exit_of(ast.unparse(base))) is not None]
        if name != BASE and not above:
            return None
        for line in node.body:
            if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "exit_code":
                return int(ExitCode[ast.unparse(line.value).removeprefix("ExitCode.")])
        return above[0]

    return {name: code for name in classes if (code := exit_of(name)) is not None}


def _calls(tree: ast.AST, around: tuple[ast.AST, ...] = ()) -> Iterator[tuple[ast.Call, tuple[ast.AST, ...]]]:
    """Every call, with what it stands in, the outermost first."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            yield node, (*around, node)
        yield from _calls(node, (*around, node))


def _called(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def _values(
    node: ast.expr, around: tuple[ast.AST, ...], module: Module, modules: Iterable[Module]
) -> Iterator[str]:
    """The codes that an expression can be. One that is handed on, ``error.code``, was met where it was made.

    Raises ValueError for an expression it cannot follow.
    """
    match node:
        case ast.Constant(str() as code):
            yield code
        case ast.IfExp(body=one, orelse=other):
            yield from _values(one, around, module, modules)
            yield from _values(other, around, module, modules)
        case ast.Attribute(attr="code") | ast.Starred():
            return
        case ast.JoinedStr(values=[ast.FormattedValue(value=ast.Name() as name), ast.Constant(str() as end)]):
            for code in _named(name.id, around, module, modules):
                yield f"{code}{end}"
        case ast.Name():
            yield from _named(node.id, around, module, modules)
        case _:
            raise ValueError(f"{module.path}:{node.lineno}: no code to be found in {ast.unparse(node)}")


def _named(
    name: str, around: tuple[ast.AST, ...], module: Module, modules: Iterable[Module]
) -> Iterator[str]:
    """The codes a name can stand for: a variable, a parameter, a key of a table that is gone through."""
    functions = [node for node in around if isinstance(node, ast.FunctionDef)]
    for scope in (*reversed(functions), module.tree):
        assigned = [
            node.value
            for node in ast.walk(scope)
            if isinstance(node, ast.Assign) and any(ast.unparse(target) == name for target in node.targets)
        ]
        for value in assigned:
            yield from _values(value, around, module, modules)
        if assigned:
            return
        if isinstance(scope, ast.FunctionDef) and name in (names := [each.arg for each in scope.args.args]):
            for other in modules:
                for call, inside in _calls(other.tree):
                    if _called(call) == scope.name:
                        yield from _values(call.args[names.index(name)], inside, other, modules)
            return
    for comprehension in (each for node in around for each in getattr(node, "generators", ())):
        target, source = ast.unparse(comprehension.target), ast.unparse(comprehension.iter)
        if target.strip("()").split(", ")[0] == name and source.endswith(".items()"):
            table = source.removesuffix(".items()")
            for node in ast.walk(module.tree):
                targets = getattr(node, "targets", None) or [getattr(node, "target", node)]
                if isinstance(node, ast.Assign | ast.AnnAssign) and ast.unparse(targets[0]) == table:
                    assert isinstance(node.value, ast.Dict)
                    yield from (ast.literal_eval(key) for key in node.value.keys if key is not None)
                    return
    raise ValueError(f"{module.path}: what {name} stands for cannot be told")


if __name__ == "__main__":
    sys.exit(main())
