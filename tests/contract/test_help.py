"""Help that is true: every example in it runs."""

from __future__ import annotations

import json
import re
import subprocess
from importlib import import_module

import pytest

from capexcalc import __version__
from capexcalc.cli.program import COMMANDS
from capexcalc.output.commands import COMMANDS as PRINTED


def _leaves() -> list[str]:
    """Every command that does something; groups have theirs in a package."""
    found = []
    for name in COMMANDS:
        inner = getattr(import_module(f"capexcalc.cli.{name}"), "COMMANDS", ())
        found += [f"{name} {each}" for each in inner] or [name]
    return found


LEAVES = _leaves()
GROUPS = {leaf.partition(" ")[0] for leaf in LEAVES} - set(LEAVES)
# Their examples ask servers that tests do not reach.
ONLINE = {"spending fetch", "rates update"}
# What it writes is for other programs, whose formats these are.
WITHOUT_SCHEMA = {"rates export"}


def shell(command: str, **settings: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=60, **settings)


@pytest.mark.parametrize("command", sorted({"", *GROUPS, *LEAVES} - ONLINE))
def test_each_help_ends_with_two_examples_that_run(command, environment, project):
    page = shell(f"capexcalc {command} --help", env=environment).stdout
    examples = [line.strip() for line in page.partition("Examples:\n")[2].splitlines()]
    assert len(examples) == 2
    for example in examples:
        assert f"capexcalc {command}" in example
        done = shell(example, env=environment, cwd=project)
        assert done.returncode in (0, 10), f"{example}: {done.stderr}"
        assert done.stdout


@pytest.mark.parametrize("command", ["", *LEAVES])
def test_h_is_help_and_nothing_at_all_is_help_too(command, environment):
    page = shell(f"capexcalc {command} --help", env=environment).stdout
    assert shell(f"capexcalc {command} -h", env=environment).stdout == page
    if not command:
        assert shell("capexcalc", env=environment).stdout == page


@pytest.mark.parametrize("command", ["", *LEAVES])
def test_every_option_says_what_it_does(command, environment):
    page = shell(f"capexcalc {command} --help", env={**environment, "COLUMNS": "200"}).stdout
    options = re.findall(r"^ {2}(-.*)$", page.partition("Options:")[2].partition("Examples:")[0], re.M)
    assert options
    assert all(re.search(r"\s{2,}\S", option) or option.endswith(">") for option in options)


def test_version(environment):
    assert shell("capexcalc --version", env=environment).stdout == f"capexcalc {__version__}\n"


def test_every_command_but_an_export_is_in_the_list_of_what_is_printed():
    assert {leaf.replace(" ", "-") for leaf in set(LEAVES) - WITHOUT_SCHEMA} == set(PRINTED)


@pytest.mark.parametrize("command", sorted(set(LEAVES) - WITHOUT_SCHEMA))
def test_schema_prints_the_shipped_file(command, environment):
    printed = json.loads(shell(f"capexcalc {command} --schema", env=environment).stdout)
    assert printed["title"] == f"capexcalc/{command.replace(' ', '-')}@1"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("conv", ["convert"]),
        ("check --fail", ["--fail-on"]),
        ("check --fail-on r", ["refuted"]),
        ("check --fail-on refuted,cl", ["refuted,close"]),
        ("check -f g", ["github"]),
        ("check --lang f", ["fi", "fr"]),
        ("check --encoding cp87", ["cp874"]),
        ("convert 5 --to GB", ["GBP"]),
        ("convert 5 --to EUR,gb", ["EUR,gbp"]),
        ("convert 5 --source n", ["nbp"]),
        ("rates show EUR us", ["usd", "usn"]),
        ("rates currencies EUR GB", ["GBP"]),
    ],
)
def test_the_shell_completes_commands_options_and_values(typed, offered, environment):
    words = ["capexcalc", *typed.split()]
    asked = {"_CAPEXCALC_COMPLETE": "complete_bash", "COMP_CWORD": str(len(words) - 1)}
    done = shell("capexcalc", env={**environment, **asked, "COMP_WORDS": " ".join(words)})
    assert done.stdout.split() == offered
