"""What is taken for granted on the command line, and how far it reaches."""

from __future__ import annotations

import io
import json
import os
from datetime import date
from decimal import Decimal

import pytest

from capexcalc.cli.context import Outside
from capexcalc.commands.values import share
from capexcalc.errors import UsageError


def test_a_rate_is_carried_for_a_week_and_no_longer(capexcalc):
    words = ("convert", "1000 ISK", "--to", "EUR", "--source", "ecb", "-f", "json")  # none after 2008-12-09
    ended = capexcalc(*words, "--on", "2008-12-16")
    assert json.loads(ended.out)["result"][0]["quote"]["observed"] == "2008-12-09"
    assert capexcalc(*words, "--on", "2008-12-17").code == 3


def test_a_series_goes_back_thirty_days(capexcalc):
    shown = capexcalc("rates", "show", "EUR", "CNY", "--to", "2025-02-28", "-f", "csv").out
    assert shown.splitlines()[1].startswith("2025-01-29")  # the 28th was a working day too


def test_a_series_can_be_of_one_day(capexcalc):
    day = ("--from", "2025-02-24", "--to", "2025-02-24")
    assert "7.5879" in capexcalc("rates", "show", "EUR", "CNY", *day).out


@pytest.mark.parametrize(("given", "tolerance"), [("0", "0"), ("0%", "0"), ("100%", "1"), ("1", "1")])
def test_a_tolerance_lies_between_nothing_and_all(given: str, tolerance: str) -> None:
    assert share(given) == Decimal(tolerance)
    for beyond in ("-0.01%", "100.01%", "1.01"):
        with pytest.raises(UsageError):
            share(beyond)


@pytest.mark.parametrize(("length", "shown"), [(500, "x" * 500), (501, "x" * 499 + "…")])
def test_a_message_has_five_hundred_characters_at_most(length: int, shown: str) -> None:
    err = io.StringIO()
    Outside(None, None, err, 80, date(2026, 11, 1), {}).say("note", "x" * length)
    assert err.getvalue() == f"note: {shown}\n"


@pytest.mark.parametrize(("columns", "width"), [("39", 40), ("40", 40), ("41", 41), ("", 80)])
def test_a_page_is_as_wide_as_the_window_but_no_narrower_than_forty_columns(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    def no_terminal(_: int) -> os.terminal_size:
        raise OSError

    monkeypatch.setattr(os, "get_terminal_size", no_terminal)
    monkeypatch.setenv("COLUMNS", columns)
    assert Outside.of_process().width == width
