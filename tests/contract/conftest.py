"""The installed program, as a shell would run it."""

from __future__ import annotations

import os
import sysconfig
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder that holds examples/."""
    return Path(__file__).parents[2]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The installed programs first in the path, and no cache of the user's."""
    path = os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])
    return {"PATH": path, "HOME": str(tmp_path), "CAPEXCALC_CACHE_DIR": str(tmp_path / "none")}
