"""What docs/editors.md offers works: patterns find their places, the hook and the action run."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "editors.md").read_text("utf-8")
BAD = "They spend 380bn yuan (50bn euros).\n\nOr: 380bn yuan (70bn euros).\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "the articles"
    folder.mkdir()
    (folder / "bad one.md").write_text("---\ndate: 2025-02-24\n---\n" + BAD)
    (folder / "good.txt").write_text("BEIJING, Feb 24, 2025 - They spend 380bn yuan (50bn euros).")
    (folder / "old.docx").write_bytes(b"PK\x03\x04")
    return folder


def test_the_pattern_for_vs_code_finds_each_place(articles, environment):
    (settings,) = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", PAGE, re.S)]
    (task,) = settings["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    command = [task["command"], *(word.replace("${file}", ".") for word in task["args"])]
    done = subprocess.run(command, cwd=articles, env=environment, capture_output=True, text=True)
    found = [re.match(pattern["regexp"], line) for line in done.stdout.splitlines()]
    assert all(found)
    places = [(m[pattern["file"]], m[pattern["line"]], m[pattern["column"]]) for m in found if m]
    assert places == [("bad one.md", "6", "5"), ("old.docx", "1", "1")]


def test_a_pattern_of_vim_is_the_form_that_is_printed():
    assert r"set errorformat=%f:%l:%c:\ %m" in PAGE
    assert r"capexcalc\ check\ -q\ -f\ line" in PAGE


def test_the_hook_stops_a_commit_of_what_is_refuted(articles, environment):
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert (hook["id"], hook["language"]) == ("capexcalc", "python")
    arguments = yaml.safe_load(re.findall(r"```yaml\n(repos:.*?)```", PAGE, re.S)[0])["repos"][0]["hooks"][0]
    assert arguments["id"] == hook["id"]
    command = [*hook["entry"].split(), *arguments["args"]]
    run = {"cwd": articles, "env": environment, "capture_output": True, "text": True}
    done = subprocess.run([*command, "bad one.md", "good.txt"], **run)
    assert done.returncode == 10
    assert done.stdout.startswith("bad one.md:6:5: refuted: ")
    assert subprocess.run([*command, "good.txt"], **run).returncode == 0


@pytest.mark.parametrize(("fail_on", "code"), [("refuted", 10), ("none", 2)])
def test_the_action_checks_and_marks(fail_on, code, articles, environment, tmp_path):
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    assert set(action["inputs"]) == {"paths", "fail-on", "arguments"}
    *_, install, check = action["runs"]["steps"]
    assert '"$GITHUB_ACTION_PATH[documents]"' in install["run"]
    programs = tmp_path / "capexcalc" / "bin"
    programs.mkdir(parents=True)
    program = shutil.which("capexcalc", path=environment["PATH"])
    assert program is not None
    (programs / "capexcalc").symlink_to(program)
    given = {"paths": "good.txt . $(touch", "fail-on": fail_on, "arguments": "-q --on 2025-02-24"}
    settings = {
        name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")]
        for name, value in check["env"].items()
    }
    settings |= {**environment, "RUNNER_TEMP": str(tmp_path)}
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", check["run"]],
        cwd=articles,
        env=settings,
        capture_output=True,
        text=True,
    )
    assert done.returncode == code, done.stderr
    assert "::error file=bad one.md,line=6,col=5,title=refuted::" in done.stdout
    assert "::error file=old.docx,line=1,col=1,title=error::" in done.stdout
    assert "::error file=$(touch,line=1" in done.stdout
