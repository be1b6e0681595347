"""The two lists, of commands and of formats, are complete, and neither side knows the other."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import get_args

import pytest

from capexcalc.output.commands import COMMANDS
from capexcalc.output.formats import Format, TextFormat
from capexcalc.output.pages import maker
from capexcalc.output.screen import Screen

PAGES = [command for command, printed in COMMANDS.items() if printed.page]
FORMATS = get_args(Format)
TEXT_FORMATS = get_args(TextFormat)
MODULES = """
import importlib, json, sys
from capexcalc.output import answer, formats
importlib.import_module(sys.argv[1])
print(json.dumps([name for name in sys.modules if name.startswith("capexcalc.")]))
"""


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("command", PAGES)
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_prints_what_every_command_finds(form, command, encoding, results, shown):
    result = results[command]
    if command == "check" and form != "json":
        result = iter(result.documents)
    text = shown(form, command, result, Screen(80, encoding=encoding))
    assert text.endswith("\n")
    assert "\x1b" not in text


@pytest.mark.parametrize("command", PAGES)
def test_every_row_has_a_cell_under_each_header(command, results):
    result = getattr(results[command], "documents", results[command])
    rows = maker(command).rows(result)
    printed = [row for block in rows.blocks for row in block]
    assert printed
    assert {len(row) for row in printed} == {len(rows.header)}


@pytest.mark.parametrize("form", sorted({*TEXT_FORMATS} - {*FORMATS}))
def test_every_format_of_a_text_has_a_line_where_something_does_not_hold(form, results, shown):
    text = shown(form, "check", iter(results["check"].documents))
    assert "refuted" in text
    assert text.endswith("\n")


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_a_format_knows_no_command(form):
    done = subprocess.run(
        [sys.executable, "-c", MODULES, f"capexcalc.output.{form}"],
        capture_output=True,
        text=True,
        check=True,
    )
    rooms = ("commands", "claims", "finance", "rates", "reading", "feeds", "output.pages")
    known = tuple(f"capexcalc.{room}" for room in rooms)
    assert not [name for name in json.loads(done.stdout) if name.startswith(known)]
