"""The user's folders are those that platformdirs knows, whoever is asked."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest

from capexcalc.folders import user_folder

VARIABLES = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems are not asked in any other way")
@pytest.mark.parametrize(
    "environ",
    [
        {"HOME": "/home/a"},
        {"HOME": "/home/a/"},
        {"HOME": "/"},
        {"HOME": "/home/a", "XDG_CACHE_HOME": "/fast/b", "XDG_CONFIG_HOME": "/etc/b/"},
        {"HOME": "/home/a", "XDG_CACHE_HOME": "", "XDG_CONFIG_HOME": " "},
        {"HOME": "/home/a", "XDG_CACHE_HOME": "not/absolute", "XDG_CONFIG_HOME": "~/c"},
        {"HOME": "", "XDG_CACHE_HOME": "/fast/b"},
        {"HOME": "relative"},
        {"XDG_CONFIG_HOME": "/etc/b"},
        {},
    ],
    ids=str,
)
def test_a_folder_is_where_the_specification_says(environ, monkeypatch):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    told = user_folder("cache", environ), user_folder("config", environ)
    known = platformdirs.user_cache_path, platformdirs.user_config_path
    assert told == tuple(Path(path("capexcalc", appauthor=False)) for path in known)
