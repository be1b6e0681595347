"""A headless Chromium, and the pages of a few articles; without either, these tests say so and are left out.

``make test-browser`` installs what drives the browser; the browser itself comes with the machine (Debian's
package ``chromium``), or from ``playwright install chromium``.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from capexcalc.cli.context import Outside
from capexcalc.cli.program import run

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

Open = Callable[..., Any]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    driver = pytest.importorskip("playwright.sync_api", reason="no browser driver here: make test-browser")
    path = next(filter(None, map(which, BROWSERS)), None)
    with driver.sync_playwright() as playwright:
        try:
            # As root, as in a container, Chromium starts without its sandbox or not at all.
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        except driver.Error as error:
            pytest.skip(f"no browser here: {str(error).splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """The file that a command prints with ``-f html``, at the rates of 2025-02-24."""
    folder = tmp_path_factory.mktemp("pages")
    made: dict[tuple[str, ...], Path] = {}

    def printed(*arguments: str) -> Path:
        if arguments not in made:
            out = io.StringIO()
            outside = Outside(
                stdin=io.BytesIO(),
                stdout=out,
                stderr=io.StringIO(),
                width=80,
                today=date(2026, 11, 1),
                environ={"CAPEXCALC_CACHE_DIR": str(folder / "no cache")},
            )
            assert run((*arguments, "-f", "html"), outside) == 0
            made[arguments] = folder / f"{len(made)}.html"
            made[arguments].write_text(out.getvalue(), "utf-8")
        return made[arguments]

    return printed


@pytest.fixture
def opened(chromium: Any) -> Iterator[Open]:
    """A page in a window of that many pixels; whatever it asks for but itself, and whatever it complains of,
    fails the test."""
    contexts: list[Any] = []
    heard: list[str] = []

    def opened(file: Path, width: int = 800, scheme: str = "light") -> Any:
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: heard.append(request.url))
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("dialog", lambda dialog: heard.append(dialog.message))
        page.goto(file.as_uri())
        assert heard.pop(0) == file.as_uri()
        return page

    yield opened
    for context in contexts:
        context.close()
    assert heard == []
