"""The wheel by itself, far from the source tree, converts with the rates it carries."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--quiet",
        "-w",
        str(out),
    ]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_carries_rates_lexicons_schemas_templates_and_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in (
        "rates_cache/ecb/2025.csv",
        "rates_cache/ecb/manifest.json",
        "reading/lexicons/fr.json",
        "py.typed",
        "output/templates/page.html.jinja",
        "output/templates/parts.html.jinja",
        "output/templates/page.css",
    ):
        assert f"capexcalc/{name}" in names
    assert any(name.startswith("capexcalc/output/schemas/") for name in names)
    pages = {name.rpartition("/")[2] for name in names if "/data/share/man/man1/" in name}
    assert pages == {path.name for path in (ROOT / "man").iterdir()}


def test_installed_alone_it_converts(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "env"
    venv.create(home, with_pip=False)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
    zipfile.ZipFile(wheel).extractall(site)
    # The libraries it needs are those of this environment; a .pth found in there is not followed, so an
    # editable capexcalc cannot stand in for the wheel's.
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    python = home / "bin" / "python"
    run = {"cwd": tmp_path, "capture_output": True, "text": True, "check": True}
    where = subprocess.run([python, "-c", "import capexcalc; print(capexcalc.__file__)"], env={}, **run)
    assert str(home) in where.stdout
    words = ["convert", "380bn", "CNY", "--to", "EUR", "--on", "2025-02-24", "-f", "json"]
    done = subprocess.run([python, "-m", "capexcalc", *words], env={"HOME": str(tmp_path)}, **run)
    assert json.loads(done.stdout)["result"][0]["converted"]["value"] == "50079732205.22"
    words = ["check", "-", "--on", "2025-02-24", "-f", "html"]
    given = {"env": {"HOME": str(tmp_path)}, "input": "It costs 380bn yuan (52bn euros).", **run}
    page = subprocess.run([python, "-m", "capexcalc", *words], **given).stdout
    assert "1 refuted" in page
