"""What the program takes from the process it runs in."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from capexcalc.cli.context import Outside


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is platformdirs that is asked")
@pytest.mark.parametrize("base", [None, "", "/var/tmp/of mine", "relative/path", " "])
@pytest.mark.parametrize("home", ["/home/reporter", "/home/reporter/", None])
def test_the_cache_folder_is_where_other_programs_have_theirs(
    base: str | None, home: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    environ = {name: value for name, value in (("XDG_CACHE_HOME", base), ("HOME", home)) if value is not None}
    for name in ("XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    outside = Outside(None, None, None, 80, date(2026, 11, 1), environ)
    assert outside.roots[0] == user_cache_path("capexcalc", appauthor=False)


def test_a_folder_that_is_named_is_the_one() -> None:
    environ = {"CAPEXCALC_CACHE_DIR": "here", "XDG_CACHE_HOME": "/there", "HOME": "/home/reporter"}
    assert Outside(None, None, None, 80, date(2026, 11, 1), environ).roots[0] == Path("here")
