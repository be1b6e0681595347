from __future__ import annotations

import pytest

from capexcalc.output.text import shortened, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x9b31m", "\\x9b31m"),
        ("bell\x07", "bell\\x07"),
        ("safe\u202egnp.exe", "safe\\u202egnp.exe"),
        ("a\u2066b", "a\\u2066b"),
        ("half a pair \ud800", "half a pair \\ud800"),
        ("nul\0", "nul\\x00"),
    ],
)
def test_what_could_steer_a_terminal_is_shown_instead(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["père Noël", "3800亿元", "١٢٣", "می‌خواهم", "👩‍🔬", "[bold]not markup[/]"])
def test_writing_of_all_scripts_stays_as_it_is(text):
    assert visible(text) == text


def test_lines_and_runs_of_blanks_become_one_blank():
    assert visible(" 380\u202fmilliards\r\n\tde  yuans ") == "380 milliards de yuans"


def test_a_shortened_text_says_so():
    assert shortened("abcdef", 4) == "abc…"
    assert shortened("abcd", 4) == "abcd"
