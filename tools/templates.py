"""Find the sentences of the program: whatever its sources annotate ``Template``.

An argument for a parameter of that type, the value of a constant or the values of a table of that type. Used
by the tools that make catalogues of them, and by a test that sees to it that each can be translated.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "capexcalc"

Parameters = Mapping[str, Mapping[str, int]]  # by the name of what is called: names and positions


@dataclass(frozen=True, slots=True)
class Sentence:
    """``given`` are the facts that stand beside it, None where they come from elsewhere; ``many`` is said
    instead of any number but one."""

    path: Path
    line: int
    text: str
    given: frozenset[str] | None = None
    many: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where a sentence is wanted, and none can be read."""

    path: Path
    line: int
    code: str


# What is the same in every language: places, commands, names of formats.
_PLACE = re.compile(r"\{[^{}]*\}")
_COMMANDS = (
    "annualise average batch check compare config convert currencies export fetch import rates show spending "
    "status update verify"
).replace(" ", "|")
_COMMAND = re.compile(
    rf"(capexcalc( ({_COMMANDS}))+|\{{command\}} )( ?--[a-z]+( [a-z]+)?)*( > [a-z.]+)?|--engine duckdb"
)
_NAMES = {"PDF", "RTF", "gzip", "Zstandard", "Parquet", "JPEG", "PNG", "OpenDocument"}


def is_language(text: str) -> bool:
    """Whether there is anything to translate."""
    words = _PLACE.sub("", text)
    return bool(re.search('[a-zA-Z“":;,]', words)) and words not in _NAMES and not _COMMAND.fullmatch(text)


def places(text: str) -> set[str]:
    """The names of the places in a template."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def found(root: Path = SOURCES) -> tuple[list[Sentence], list[Fault]]:
    """Every sentence under ``root``, in the order of files and lines."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(root.rglob("*.py"))}
    parameters = _parameters(trees.values())
    makers = _makers(trees.values())
    constants = {
        ast.unparse(node.target): node.value
        for tree in trees.values()
        for node in ast.walk(tree)
        if _is_table(node)
    }
    inner = {
        line
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for line in node.body
    }
    # A field of a class is no name that stands by itself.
    phrases = frozenset(
        ast.unparse(node.target)
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign) and node not in inner and _speaks(node.annotation, "Phrase")
    )
    fields = frozenset(
        ast.unparse(line.target)
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for line in node.body
        if isinstance(line, ast.AnnAssign) and _speaks(line.annotation)
    )
    filled = _filled(trees.values())
    sentences: list[Sentence] = []
    faults: list[Fault] = []
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if _is_table(node):
                sentences.extend(Sentence(path, at.lineno, at.value) for at in _texts(node.value))
            elif isinstance(node, ast.FunctionDef):
                sentences.extend(Sentence(path, at.lineno, at.value) for at in _defaults(node))
        for call, functions in _calls(tree):
            if _called(call) == "counted":
                one, many = (
                    argument.value for argument in call.args[:2] if isinstance(argument, ast.Constant)
                )
                sentences.append(Sentence(path, call.lineno, str(one), _given(call), str(many)))
                continue
            for argument in _arguments(call, parameters):
                reader = _Reader(functions, constants, makers, phrases, fields)
                whole = _called(call) in filled and not isinstance(argument, ast.Subscript)
                given = _given(call) if whole else None
                try:
                    texts = list(reader.texts(argument))
                except ValueError:
                    faults.append(Fault(path, argument.lineno, ast.unparse(argument)))
                    continue
                sentences.extend(Sentence(path, argument.lineno, text, given) for text in texts)
    return sentences, faults


@dataclass(frozen=True, slots=True)
class _Reader:
    functions: tuple[ast.FunctionDef | ast.Lambda, ...]
    constants: Mapping[str, ast.expr | None]
    makers: frozenset[str]
    phrases: frozenset[str]
    fields: frozenset[str]

    def texts(self, node: ast.expr) -> Iterator[str]:
        """The sentences that an expression can be; none for what was met where it was made.

        Raises ValueError for an expression that hides them: an f-string, a sum, a call.
        """
        match node:
            case ast.Constant(str() as text):
                yield text
            case ast.Constant(None) | ast.Attribute(attr="said" | "advice") | ast.Starred():
                return
            case ast.Attribute(attr=name) if name in self.fields:
                return
            case ast.IfExp(body=one, orelse=other):
                yield from self.texts(one)
                yield from self.texts(other)
            case ast.Call(func=function) if ast.unparse(function).rpartition(".")[2] in self.makers:
                return
            case ast.Subscript(value=ast.Name(name) | ast.Attribute(attr=name)) if name in self.constants:
                yield from (text.value for text in _texts(self.constants[name]))
            case ast.Name(name) if name in self.phrases:
                return
            case ast.Name(name):
                yield from self._named(name)
            case ast.Attribute(attr=name) if name in self.constants:
                yield from (text.value for text in _texts(self.constants[name]))
            case _:
                raise ValueError(ast.unparse(node))

    def _named(self, name: str) -> Iterator[str]:
        if name in self.constants:
            yield from (text.value for text in _texts(self.constants[name]))
            return
        for function in reversed(self.functions):
            arguments = function.args
            for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
                if each.arg == name and _speaks(each.annotation):
                    return
            assigned = [
                node.value
                for node in ast.walk(function)
                if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
            ]
            for value in assigned:
                yield from self.texts(value)
            looped = [
                ast.unparse(node.iter)
                for node in ast.walk(function)
                if isinstance(node, ast.comprehension | ast.For)
                and name in ast.unparse(node.target).strip("()").split(", ")
            ]
            if assigned or any(each.partition(".")[0] in self.constants for each in looped):
                return
        raise ValueError(name)


def _speaks(annotation: ast.expr | None, word: str = "Template") -> bool:
    return annotation is not None and any(
        isinstance(node, ast.Name) and node.id == word for node in ast.walk(annotation)
    )


def _is_table(node: ast.AST) -> bool:
    return isinstance(node, ast.AnnAssign) and node.value is not None and _speaks(node.annotation)


def _texts(node: ast.expr | None) -> Iterator[ast.Constant]:
    """The texts of a constant or a table: of a mapping its values."""
    match node:
        case ast.Constant(str()):
            yield node
        case ast.Dict(values=values):
            for value in values:
                yield from _texts(value)
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            for part in parts:
                yield from _texts(part)
        case ast.IfExp(body=one, orelse=other):
            yield from _texts(one)
            yield from _texts(other)


def _parameters(trees: Iterable[ast.Module]) -> Parameters:
    """What takes sentences: functions by their parameters, classes by those of __init__ or their fields."""
    classes = {node.name: node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}

    def of_class(name: str) -> Mapping[str, int]:
        node = classes.get(name)
        if node is None:
            return {}
        for line in node.body:
            if isinstance(line, ast.FunctionDef) and line.name == "__init__":
                return _of_function(line, skip=1)
        fields = [line for line in node.body if isinstance(line, ast.AnnAssign)]
        own = {ast.unparse(f.target): i for i, f in enumerate(fields) if _speaks(f.annotation)}
        return own or next((of for base in node.bases if (of := of_class(ast.unparse(base)))), {})

    wanted = {name: of_class(name) for name in classes}
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name != "__init__":
                method = bool(node.args.args and node.args.args[0].arg == "self")
                wanted.setdefault(node.name, {})
                wanted[node.name] = {**wanted[node.name], **_of_function(node, skip=int(method))}
    return {name: of for name, of in wanted.items() if of}


def _of_function(node: ast.FunctionDef, *, skip: int) -> Mapping[str, int]:
    arguments = [*node.args.posonlyargs, *node.args.args][skip:]
    wanted = {each.arg: place for place, each in enumerate(arguments) if _speaks(each.annotation)}
    rest = node.args.vararg
    return {**wanted, f"*{rest.arg}": len(arguments)} if rest and _speaks(rest.annotation) else wanted


def _makers(trees: Iterable[ast.Module]) -> frozenset[str]:
    """The functions that give a Phrase."""
    return frozenset(
        node.name
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and _speaks(node.returns, "Phrase")
    ) | {"Phrase"}


def _defaults(node: ast.FunctionDef) -> Iterator[ast.Constant]:
    """The sentences that parameters are where nothing is given for them."""
    arguments = [*node.args.posonlyargs, *node.args.args]
    defaults = node.args.defaults
    for argument, default in zip(arguments[len(arguments) - len(defaults) :], defaults, strict=True):
        if _speaks(argument.annotation):
            yield from _texts(default)


def _filled(trees: Iterable[ast.Module]) -> frozenset[str]:
    """The functions and classes that take facts beside a sentence, and the classes that inherit it."""
    nodes = [node for tree in trees for node in ast.walk(tree)]
    filled = {node.name for node in nodes if isinstance(node, ast.FunctionDef) and node.args.kwarg}
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    filled |= {node.name for node in classes for line in node.body if _fills(line)}
    return frozenset(filled | {node.name for node in classes if filled & set(map(ast.unparse, node.bases))})


def _fills(line: ast.stmt) -> bool:
    return isinstance(line, ast.FunctionDef) and line.name == "__init__" and line.args.kwarg is not None


def _called(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def _calls(
    tree: ast.AST, around: tuple[ast.FunctionDef | ast.Lambda, ...] = ()
) -> Iterator[tuple[ast.Call, tuple[ast.FunctionDef | ast.Lambda, ...]]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            yield node, around
        inner = (*around, node) if isinstance(node, ast.FunctionDef | ast.Lambda) else around
        yield from _calls(node, inner)


def _arguments(call: ast.Call, parameters: Parameters) -> Iterator[ast.expr]:
    wanted = parameters.get(_called(call), {})
    if any(isinstance(argument, ast.Starred) for argument in call.args):
        return
    for name, place in wanted.items():
        if name.startswith("*"):
            yield from call.args[place:]
        elif place < len(call.args):
            yield call.args[place]
        yield from (keyword.value for keyword in call.keywords if keyword.arg == name)


def _given(call: ast.Call) -> frozenset[str] | None:
    if any(keyword.arg is None for keyword in call.keywords):
        return None
    counts = {"n"} if _called(call) == "counted" else set()
    return frozenset(counts.union(keyword.arg for keyword in call.keywords if keyword.arg))
