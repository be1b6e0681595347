"""What is known of signs and codes beside a figure is what the reader of amounts says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from capexcalc.bulk import signs
from capexcalc.bulk.signs import named
from capexcalc.money.currencies import all_codes
from capexcalc.reading.cell_figures import UnclearError, affix

SIGNS = [line.split(",")[0] for line in Path(signs.__file__).with_suffix(".csv").read_text().splitlines()[1:]]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_of_the_table_is_as_the_reader_has_it(sign: str) -> None:
    for before, after in ((sign, ""), (f"{sign} ", ""), ("", sign), ("", f" {sign}")):
        assert named(before, after) == read(before, after)


def test_a_code_is_as_the_reader_has_it() -> None:
    for code in all_codes():
        assert named(f"{code} ", "") == read(f"{code} ", "") == (code,)
        assert named("", code) == read("", code) == (code,)


@pytest.mark.parametrize(
    ("before", "after"),
    [("", ""), ("$", " CAD"), ("-$", ""), ("($", ")"), ("usd ", ""), ("", "m"), ("XXQ ", ""), ("Lei ", "")],
)
def test_anything_else_is_left_to_the_reader(before: str, after: str) -> None:
    assert named(before, after) == ()


def read(before: str, after: str) -> tuple[str, ...]:
    try:
        found = affix(before, after)
    except UnclearError:
        return ()
    assert found.factor == 1
    return found.named
