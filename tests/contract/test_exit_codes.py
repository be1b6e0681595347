"""Every row of the exit-code table, through the real process."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest

from capexcalc.errors import ExitCode

CONVERT = "capexcalc convert 380bn CNY --to EUR --on 2025-02-24"
ARTICLE = "380 billion yuan (52 billion euros)"
PRIOR = """period_start,period_end,amount,currency
2022-01-01,2022-12-31,1,CNY
2022-06-01,2023-05-31,1,CNY
"""


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (CONVERT, ExitCode.DONE),
        ("capexcalc convert", ExitCode.USAGE),
        ("capexcalc check missing.txt", ExitCode.USAGE),
        ("capexcalc convert 5 EUR --to BYN --on 2024-06-03", ExitCode.NO_RATE),
        (f"CAPEXCALC_CACHE_DIR=damaged {CONVERT}", ExitCode.DONE),
        ("capexcalc rates update --offline", ExitCode.CACHE),
        (f"{CONVERT} > /dev/full", ExitCode.CACHE),
        (f"{CONVERT} -f json > /dev/full", ExitCode.CACHE),
        ("capexcalc --help > /dev/full", ExitCode.CACHE),
        (f"{CONVERT} >&-", ExitCode.CACHE),
        (f"{CONVERT} 2>&- <&-", ExitCode.DONE),
        ("capexcalc compare 9bn CNY --over 3y --prior prior.csv --on 2025-02-24", ExitCode.NOT_COMPARABLE),
        (f"echo '{ARTICLE}' | capexcalc check --on 2025-02-24 --fail-on refuted", ExitCode.VERDICT),
        (f"echo '{ARTICLE}' | capexcalc check --on 2025-02-24", ExitCode.DONE),
    ],
)
def test_the_code_says_what_happened(command, code, environment, tmp_path):
    (tmp_path / "prior.csv").write_text(PRIOR)
    (tmp_path / "damaged" / "ecb").mkdir(parents=True)
    (tmp_path / "damaged" / "ecb" / "manifest.json").write_text("[]")
    done = shell(command, environment, tmp_path)
    assert done.returncode == code, done.stderr
    assert len(done.stderr.splitlines()) <= 3
    assert "Exception ignored" not in done.stderr


@pytest.mark.parametrize(
    ("command", "code"), [(CONVERT, 0), (f"{CONVERT} -f json", 0), ("capexcalc convert -f json", 2)]
)
def test_a_closed_pipe_ends_quietly(command, code, environment, tmp_path):
    done = shell(f"(sleep 0.2; {command}; echo code $? >&2) | exec 0<&-", environment, tmp_path)
    assert "Exception ignored" not in done.stderr
    assert done.stderr.splitlines()[-1] == f"code {code}"
    assert len(done.stderr.splitlines()) == (1 if code == 0 else 3)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("capexcalc check missing.txt", 2),
        ("capexcalc convert 5 EUR --to USD --on 2025-02-23", 0),  # a Sunday, of which a warning tells
        ("capexcalc nosuch", 2),
    ],
)
def test_nobody_left_to_hear_an_error_changes_no_code(command, code, environment, tmp_path):
    said = tmp_path / "said"
    shell(f"({{ sleep 0.2; {command}; echo $? > {said}; }} 2>&1) | exec 0<&-", environment, tmp_path)
    assert said.read_text() == f"{code}\n"


def test_a_reader_that_leaves_early_ends_a_long_run(environment, tmp_path):
    line = '{"id": "d", "text": "380 billion yuan", "date": "2025-02-24"}\n'
    (tmp_path / "many.jsonl").write_text(line * 500)
    done = shell("capexcalc check many.jsonl -f jsonl | head -1", environment, tmp_path)
    assert (len(done.stdout.splitlines()), done.stderr) == (1, "")
    done = shell("capexcalc --help | head -1", environment, tmp_path)
    assert (len(done.stdout.splitlines()), done.stderr) == (1, "")


def test_ctrl_c_ends_quietly_with_130(environment, tmp_path):
    text = tmp_path / "first.txt"
    text.write_text(ARTICLE)
    command = ["capexcalc", "check", str(text), "-", "--on", "2025-02-24", "-f", "jsonl"]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(command, env=environment, **pipes) as running:
        assert running.stdout.readline()  # the first text is done: now it waits for the second
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=30)
    assert (running.returncode, err) == (ExitCode.INTERRUPTED, b"")


def shell(command: str, environment: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", command], env=environment, cwd=folder, capture_output=True, text=True, timeout=60
    )
