"""The pages of docs/ say what the program does: examples print what they say, links lead somewhere."""

from __future__ import annotations

import ast
import csv
import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from capexcalc.claims.kinds import KINDS
from capexcalc.output.wording.verdicts import VERDICTS

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
EVERY_PAGE = [*sorted(ROOT.glob("*.md")), *PAGES]
# What happened is told with the names things had then.
OF_NOW = [page for page in EVERY_PAGE if page.name != "CHANGELOG.md"]

PYTHON = re.compile(r"^```python\n(.*?)^```", re.S | re.M)
BLOCK = re.compile(r"^```.*?^```", re.S | re.M)
LINK = re.compile(r"\]\(([^()\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.M)
CODE = re.compile(r"`([^`\n]+)`")
# A path: folders and a file, or a folder with its slash. `xx`, NAME and the like stand for any name.
PATH = re.compile(r"[\w.*-]+(/[\w.*-]+)*(/|\.(py|md|toml|json|csv|txt))")
ANY_NAME = re.compile(r"(?<![A-Za-z])(xx|NAME)(?![A-Za-z])")
# Files that users have, or make.
OF_USERS = frozenset(("capexcalc.toml", ".vscode/tasks.json"))
# What a page names in a file: `rates/book.py: RateBook`.
DEFINED = re.compile(r"([\w./-]+\.py): (\w+)")
# Where a path in the text may begin: the checkout, or one of its trees.
BEGINNINGS = ("", "src/capexcalc", "tests", "docs")


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


def tool(name: str) -> ModuleType:
    """One of tools/, which no package holds."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # where dataclasses look for the types of their fields
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_examples_print_what_stands_below_them(page, monkeypatch, environment):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    text = page.read_text("utf-8")
    assert tool("fill_readme").filled(text) == text


@pytest.mark.parametrize("notebook", sorted((ROOT / "docs").rglob("*.ipynb")), ids=named)
def test_a_notebook_runs_and_prints_what_stands_in_it(notebook, monkeypatch, environment):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    text = notebook.read_text("utf-8")
    assert '"output_type": "stream"' in text
    assert tool("fill_readme").executed(text) == text


def test_the_examples_in_python_are_rightly_typed(tmp_path):
    code = "\n".join(PYTHON.findall((ROOT / "docs" / "python.md").read_text("utf-8")))
    assert code.count("capexcalc.") > 5
    (tmp_path / "page.py").write_text(code, "utf-8")
    # pandas has no types of its own.
    options = ["--strict", "--disable-error-code", "import-untyped", "--cache-dir", str(tmp_path / "cache")]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, "page.py"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_every_code_stands_on_its_page_with_its_meaning():
    """After a change: write the meaning into tools/codes.toml, and run tools/build_codes.py."""
    codes = tool("build_codes")
    meanings = codes.tomllib.loads(codes.MEANINGS.read_text("utf-8"))
    found = codes.codes()
    assert list(codes.differences(found, meanings)) == []
    assert codes.page(found, meanings) == codes.PAGE.read_text("utf-8")


def test_every_rule_that_kept_a_shipped_rate_aside_stands_on_the_page_of_codes():
    rules = tool("build_codes").codes()["rules"]
    for path in (ROOT / "rates_cache").glob("*/rejected.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            assert {row["reason"] for row in csv.DictReader(file)} <= set(rules)


def test_the_page_of_codes_knows_what_is_missing_and_what_is_stale():
    found = {"errors": {"gone": "3", "new": "2"}, "notices": {}, "reasons": {}, "hints": {}, "rules": {}}
    meanings = {"errors": {"gone": "It went.", "old": "It was."}}
    assert [fault.split()[1] for fault in tool("build_codes").differences(found, meanings)] == ["new", "old"]


def test_the_reference_of_the_command_line_is_its_help():
    """After a change: run tools/build_cli.py."""
    reference = tool("build_cli")
    assert reference.page() == reference.PAGE.read_text("utf-8")


def test_nothing_tells_to_install_a_name_that_anybody_may_take():
    """The program is on no index; a clone, or what pipx has, is meant wherever something is installed."""
    places = [*EVERY_PAGE, *(ROOT / "src").rglob("*.py"), ROOT / "action.yml", *(ROOT / "man").iterdir()]
    told = re.compile(r"\b(pipx? install|uv (?:add|tool install|pip install)|uvx)\b[^`\n]*?['\" ]capexcalc\b")
    found = [named(path) for path in places if told.search(path.read_text("utf-8"))]
    assert found == []
    assert told.search("run pip install 'capexcalc[bulk]'")
    assert told.search("pipx install --force capexcalc")


def test_the_manual_is_the_help(monkeypatch):
    """After a change: run tools/build_man.py."""
    monkeypatch.syspath_prepend(ROOT / "tools")
    manual = tool("build_man")
    assert manual.pages() == {path.name: path.read_text("utf-8") for path in manual.FOLDER.iterdir()}


@pytest.mark.parametrize("page", sorted((ROOT / "man").iterdir()), ids=named)
def test_a_page_of_the_manual_is_sound(page):
    """As groff would have it: requests it knows, and a backslash for nothing but a font or a dash."""
    text = page.read_text("utf-8")
    requests = set(re.findall(r"^[.'](\S+)", text, re.M))
    assert {"TH", "SH"} <= requests <= {"TH", "SH", "PP", "TP", "nf", "fi"}
    assert set(re.findall(r"\\(f[BR]|.)", text)) <= {"fB", "fR", "-", "e", "&"}
    sections = re.findall(r"^\.SH (.+)$", text, re.M)
    assert sections[:3] == ["NAME", "SYNOPSIS", "DESCRIPTION"]
    assert {"OPTIONS", "EXAMPLES", "EXIT STATUS", "SEE ALSO"} <= set(sections)


def test_the_road_leads_through_every_room():
    road = (ROOT / "docs" / "road.md").read_text("utf-8")
    rooms = {path.parent.name for path in (ROOT / "src" / "capexcalc").glob("*/__init__.py")}
    assert set(re.findall(r"^\| `(\w+)/` \|", road, re.M)) == rooms


def test_the_page_of_verdicts_tells_of_every_kind_and_every_verdict():
    page = (ROOT / "docs" / "verdicts.md").read_text("utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.M)) == {kind.name for kind in KINDS}
    told = set(re.findall(r"^\| \*\*([\w ]+)\*\* \|", page, re.M))
    assert told == {shown.label.lower() for shown in VERDICTS.values()}


def test_every_decision_is_in_the_list_of_them():
    folder = ROOT / "docs" / "decisions"
    listed = set(LINK.findall((folder / "README.md").read_text("utf-8")))
    assert listed == {path.name for path in folder.glob("*.md")} - {"README.md"}


@pytest.mark.parametrize("page", EVERY_PAGE, ids=named)
def test_every_link_leads_to_a_file_and_a_heading_of_it(page):
    for link in LINK.findall(BLOCK.sub("", page.read_text("utf-8"))):
        if "://" in link or link.startswith("mailto:"):
            continue
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), f"{named(page)} links to {link}"
        if anchor:
            assert anchor in {slug(each) for each in HEADING.findall(target.read_text("utf-8"))}, link


@pytest.mark.parametrize("page", OF_NOW, ids=named)
def test_every_path_a_page_names_is_there(page):
    for path in paths(page.read_text("utf-8")):
        pattern = ANY_NAME.sub("*", path).rstrip("/")
        assert any(any((ROOT / place).glob(pattern)) for place in BEGINNINGS), f"{named(page)}: {path}"


@pytest.mark.parametrize("page", OF_NOW, ids=named)
def test_everything_a_page_names_in_a_file_is_defined_there(page):
    for code in CODE.findall(BLOCK.sub("", page.read_text("utf-8"))):
        if match := DEFINED.fullmatch(code):
            path, name = match.groups()
            assert name in defined(ROOT / "src" / "capexcalc" / path), code


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("`rates/book.py` answers", ["rates/book.py"]),
        ("one `claims/kinds/NAME.py` a kind", ["claims/kinds/NAME.py"]),
        ("the folder `feeds/`, not the word `feeds`", ["feeds/"]),
        ("`-f json/csv` and `1/2`", []),
        ("```sh\ncat `no/such.py`\n```\n", []),
    ],
)
def test_a_path_is_told_from_other_code(text, found):
    assert list(paths(text)) == found


def paths(text: str) -> Iterator[str]:
    for code in CODE.findall(BLOCK.sub("", text)):
        if PATH.fullmatch(code) and code not in OF_USERS:
            yield code


def defined(path: Path) -> set[str]:
    """What a module calls functions, classes and tables of its own."""
    body = ast.parse(path.read_text("utf-8")).body
    targets = [target for node in body if isinstance(node, ast.Assign) for target in node.targets]
    targets += [node.target for node in body if isinstance(node, ast.AnnAssign)]
    named = {node.name for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    return named | {target.id for target in targets if isinstance(target, ast.Name)}


def slug(heading: str) -> str:
    """A heading's anchor, as GitHub makes it."""
    kept = "".join(char for char in heading.lower() if char.isalnum() or char in " -_")
    return kept.replace(" ", "-")
