"""Where the user's own files are: rates that were fetched, settings."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal


def user_folder(kind: Literal["cache", "config"], environ: Mapping[str, str]) -> Path:
    """The user's folder of this program, which may not be there.

    On Linux a variable names it (XDG Base Directory Specification), or the home folder does. What knows other
    systems, and users without a home, is asked there alone: to import it takes a twentieth of a start.
    """
    if sys.platform == "linux":
        for variable, below in ((f"XDG_{kind.upper()}_HOME", ""), ("HOME", f".{kind}")):
            if (base := environ.get(variable, "")).startswith("/"):
                return Path(base, below, "capexcalc")
    from platformdirs import user_cache_path, user_config_path

    return (user_cache_path if kind == "cache" else user_config_path)("capexcalc", appauthor=False)
