"""What mkdocs does not do by itself: pages from the root of the checkout, and notebooks as pages.

A hook of mkdocs.yml. Links are those of the checkout, so that they work there as well.
"""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parent.parent
# Pages of the root, by what they are called on the site; README.md there is the first one.
PAGES = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
    "CHANGELOG.md": "changelog.md",
}
LINK = re.compile(r"\]\((?!\w+:|#)([^()\s#]+)")
FENCED = re.compile(r"(^```.*?^```$)", re.S | re.M)


def on_files(files: Files, config: Any) -> Files:
    """The pages of docs/, with those of the root for the list of pages there, and notebooks."""
    listed = files.get_file_from_path("README.md")
    assert listed is not None
    files.remove(listed)
    for name, called in PAGES.items():
        content = _linked((ROOT / name).read_text("utf-8"), name)
        files.append(File.generated(config, called, content=content))
    for notebook in [file for file in files if file.src_uri.endswith(".ipynb")]:
        files.remove(notebook)
        text = Path(str(notebook.abs_src_path)).read_text("utf-8")
        called = notebook.src_uri.removesuffix(".ipynb") + ".md"
        files.append(File.generated(config, called, content=page_of(text)))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """Links that leave docs/ lead to the pages made of what they point at."""
    generated = page.file.src_uri in {*PAGES.values()}
    return markdown if generated else _linked(markdown, f"docs/{page.file.src_uri}")


def page_of(notebook: str) -> str:
    """The cells of a notebook one below the other, each with what it prints."""
    parts = []
    for cell in json.loads(notebook)["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            parts.append(source)
            continue
        parts.append(f"```python\n{source}\n```")
        parts += [f"```text\n{''.join(each['text'])}```" for each in cell["outputs"]]
    return "\n\n".join(parts) + "\n"


def _linked(text: str, name: str) -> str:
    """``text`` of the file ``name`` of the checkout, with links as the site has them; code stays as it is."""
    pieces = FENCED.split(text)
    return "".join(piece if n % 2 else LINK.sub(_moved(name), piece) for n, piece in enumerate(pieces))


def _moved(name: str) -> Any:
    here = posixpath.dirname(_called(name))

    def moved(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), match[1]))
        return f"]({posixpath.relpath(_called(target), here or '.')}"

    return moved


def _called(name: str) -> str:
    """Where the site has a file of the checkout."""
    return PAGES.get(name, name.removeprefix("docs/"))
