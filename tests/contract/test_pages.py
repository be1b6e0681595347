"""The pages of docs/ say what the program does: their examples print what stands below them."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
PYTHON = re.compile(r"^```python\n(.*?)^```", re.S | re.M)


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """tools/fill_readme.py, which no package holds."""
    spec = importlib.util.spec_from_file_location("fill_readme", ROOT / "tools" / "fill_readme.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_examples_print_what_stands_below_them(page, tool, monkeypatch, environment):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    text = page.read_text("utf-8")
    assert tool.filled(text) == text


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
