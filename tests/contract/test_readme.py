"""Every block of the README does what the README says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.S | re.M)
SCRIPTS = Path(sys.executable).parent


def blocks(kind: str) -> list[str]:
    return [body for name, body in BLOCKS if name == kind]


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    """An empty home, this environment's commands, a window of 80 columns."""
    paths = f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"
    return os.environ | {"HOME": str(tmp_path), "PATH": paths, "COLUMNS": "80", "NO_COLOR": "1"}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder to write into with the examples in it."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


@pytest.mark.parametrize("block", blocks("console"))
def test_a_command_prints_what_stands_below_it(block: str, checkout: Path, settings: dict[str, str]) -> None:
    first, _, printed = block.partition("\n")
    done = subprocess.run(
        first.removeprefix("$ "),
        shell=True,
        cwd=checkout,
        env=settings,
        capture_output=True,
        text=True,
        check=True,
    )
    assert [line.rstrip() for line in done.stdout.splitlines()] == printed.splitlines()


def test_the_shell_script_runs(checkout: Path, settings: dict[str, str]) -> None:
    if shutil.which("jq") is None:
        pytest.skip("no jq on this machine, which the script needs")
    (script,) = [body for body in blocks("sh") if "jq" in body]
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script], cwd=checkout, env=settings, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Refuted: 380 bn CNY was 50.08 bn EUR")


def test_the_page_to_send_is_written(checkout: Path, settings: dict[str, str]) -> None:
    (command,) = [body for body in blocks("sh") if "-f html" in body]
    subprocess.run(command, shell=True, cwd=checkout, env=settings, check=True)
    assert "All 3 claims hold" in (checkout / "checked.html").read_text("utf-8")


def test_pipx_installs_a_command_that_works(tmp_path: Path, settings: dict[str, str]) -> None:
    (command,) = [body for body in blocks("sh") if "pipx" in body]
    settings |= {"PIPX_HOME": str(tmp_path / "pipx"), "PIPX_BIN_DIR": str(tmp_path / "bin")}
    subprocess.run(command, shell=True, cwd=ROOT, env=settings, check=True, capture_output=True)
    done = subprocess.run(
        [
            tmp_path / "bin" / "capexcalc",
            "convert",
            "1 EUR",
            "--to",
            "CNY",
            "--on",
            "2025-02-24",
            "-f",
            "csv",
        ],
        cwd=tmp_path,
        env=settings,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "7.5879" in done.stdout


def test_the_notebook_cell_runs(checkout: Path, settings: dict[str, str]) -> None:
    (cell,) = blocks("ipython")
    check = "import json; print(json.loads(answer.nlstr)['result'][0]['converted']['value'])"
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "IPython",
            "--quick",
            "--no-banner",
            "--colors=NoColor",
            "-c",
            f"{cell}\n{check}",
        ],
        cwd=checkout,
        env=settings,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "50079732205.22"


def test_the_file_of_contracts_is_converted(checkout: Path, settings: dict[str, str]) -> None:
    pytest.importorskip("duckdb", reason="batch needs the bulk extra")
    (command,) = [body for body in blocks("sh") if "capexcalc batch" in body]
    subprocess.run(command, shell=True, cwd=checkout, env=settings, check=True)
    assert "79647054.23" in (checkout / "converted.csv").read_text("utf-8")


RECIPES = [code for code in blocks("python") if "calendar.parquet" in code]


@pytest.mark.parametrize("code", [code for code in blocks("python") if code not in RECIPES])
def test_an_example_in_python_runs(code: str, checkout: Path, settings: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=checkout, env=settings, capture_output=True, text=True, check=True
    )
    assert done.stdout == "50079732205.22 52413447725.98\n"


@pytest.fixture(scope="module")
def calendar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that the README's own command exports."""
    pytest.importorskip("duckdb", reason="the calendar needs the bulk extra")
    (command,) = [body for body in blocks("sh") if "--calendar" in body]
    folder = tmp_path_factory.mktemp("calendar")
    paths = f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"HOME": str(folder), "PATH": paths}
    subprocess.run(command, shell=True, cwd=folder, env=environment, check=True)
    return folder / "calendar.parquet"


@pytest.mark.parametrize("code", RECIPES)
def test_a_recipe_finds_what_convert_finds(
    code: str, calendar: Path, checkout: Path, settings: dict[str, str]
) -> None:
    modules = re.findall(r"^import (\w+)", code, re.M)
    for module in (*modules, *(["pyarrow"] if "pandas" in modules else [])):
        pytest.importorskip(module, reason=f"the recipe needs {module}")
    (checkout / "calendar.parquet").symlink_to(calendar)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=checkout, env=settings, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    # The transformers of Guangdong Grid: 612 m yuan on a Sunday.
    assert "79647054.23" in done.stdout
    assert "2023-06-09" in done.stdout
