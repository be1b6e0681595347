"""``make docs`` makes a site of docs/ and the pages beside it, whole, with a search, that fetches nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RESOURCE = re.compile(
    r'<(?:script|img|iframe|link rel="(?:stylesheet|preconnect)")[^>]*(?:src|href)="(https?:[^"]+)"'
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("material", reason="the site is made with the group docs: make docs")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_page_is_on_the_site(site):
    """Strictly: a link that leads nowhere, or a page that no list names, ends the build."""
    made = {str(path.relative_to(site).with_suffix("")) for path in site.rglob("*.html")}
    docs = {path.relative_to(ROOT / "docs").with_suffix("") for path in (ROOT / "docs").rglob("*.md")}
    wanted = {str(path.parent / "index" if path.name == "README" else path) for path in docs}
    assert wanted | {"notebook", "contributing", "security", "changelog"} <= made
    assert "52 billion euros" in (site / "index.html").read_text("utf-8")
    assert "ten times too large" in (site / "verdicts.html").read_text("utf-8")
    assert "it should read 50 bn EUR" in (site / "notebook.html").read_text("utf-8")


def test_the_search_knows_the_words_of_every_page(site):
    index = (site / "search" / "search_index.json").read_text("utf-8")
    for words in ("redenomination", "Datasette", "no_font", "charity"):
        assert words in index


def test_no_page_fetches_anything(site):
    for page in site.rglob("*.html"):
        assert RESOURCE.findall(page.read_text("utf-8")) == [], page
