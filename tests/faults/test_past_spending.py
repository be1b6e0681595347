"""Past spending with a fault: the file and the line are named."""

from __future__ import annotations

import pytest

HEADER = "period_start,period_end,amount,currency\n"
FIRST = "2022-04-01,2023-03-31,34352000000,CNY\n"
WORDS = ("380bn CNY over three years", "--on", "2025-02-24", "--prior", "prior.csv")


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (HEADER + FIRST + "2023-04-01,2024-02-30,1,CNY\n", 2, ["prior.csv:3", "2024-02-30"]),
        (HEADER + FIRST + "2023-01-01,2023-12-31,1,CNY\n", 5, ["prior.csv:3", "overlap"]),
        (HEADER + FIRST + "2023-04-01,2024-03-31,1,EUR\n", 5, ["prior.csv:3", "EUR", "CNY"]),
        ("period_start,amount,currency\n2022-04-01,1,CNY\n", 2, ["prior.csv:1", "period_end"]),
        (HEADER + FIRST + "2023-04-01,2024-03-31,nan,CNY\n", 2, ["prior.csv:3", "nan"]),
        (HEADER + FIRST + "2023-04-01,2024-03-31,1e400,CNY\n", 2, ["prior.csv:3", "1e400"]),
        (HEADER + FIRST + "2023-04-01,2024-03-31\n", 2, ["prior.csv:3"]),
        (HEADER, 2, ["prior.csv"]),
        ("", 2, ["prior.csv"]),
        ("\0\0", 2, ["prior.csv"]),
    ],
)
@pytest.mark.parametrize("command", ["compare", "check"])
def test_the_fault_is_named_with_its_line(content, code, said, command, capexcalc, tmp_path):
    (tmp_path / "prior.csv").write_text(content)
    words = WORDS if command == "compare" else WORDS[1:]
    done = capexcalc(command, *words, stdin=b"It will spend 380 billion yuan.")
    assert (done.returncode, done.stdout) == (code, "")
    assert all(part in done.stderr for part in said), done.stderr


def test_a_folder_and_a_missing_file_are_no_past_spending(capexcalc, tmp_path):
    (tmp_path / "prior.csv").mkdir()
    assert "prior.csv" in capexcalc("compare", *WORDS).stderr
    done = capexcalc("compare", "5bn EUR over 3y", "--prior", "missing.csv", "--on", "2025-02-24")
    assert (done.returncode, "missing.csv" in done.stderr) == (2, True)
