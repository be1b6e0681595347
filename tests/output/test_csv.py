from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " ="])
def test_a_text_never_runs_as_a_formula(start, document, shown):
    odd = replace(document, id=f'{start}HYPERLINK("http://example.org")')
    first = next(csv.DictReader(io.StringIO(shown("csv", "check", [odd]))))
    assert first["document"].startswith("'")


def test_a_negative_number_stays_a_number(comparison, shown):
    text = shown("csv", "compare", comparison)
    assert "-0.3022" in text
    assert "'-0.3022" not in text


def test_a_text_stays_on_its_line(document, shown):
    text = shown("csv", "check", [document])
    assert len(text.splitlines()) == 1 + len(document.claims)
