"""Every worked case of tests/corpus/claims.toml comes out as worked out there."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from capexcalc.finance.spending import SpendingPeriod, SpendingSeries, spending_series

CASES = tomllib.loads((Path(__file__).parent.parent / "corpus" / "claims.toml").read_text("utf-8"))["claim"]
SPENT = {2020: 20, 2021: 30, 2022: 66, 2023: 40, 2024: 44}


@pytest.fixture(scope="module")
def past() -> SpendingSeries:
    return spending_series(
        "CNY",
        [
            SpendingPeriod(date(y, 1, 1), date(y, 12, 31), str(y), Decimal(a) * 10**9, "reports", f"f:{y}")
            for y, a in SPENT.items()
        ],
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}: {case['text'][:40]}")
def test_worked_case(case: dict[str, Any], claims_of, past: SpendingSeries) -> None:
    found = [c for c in claims_of(case["text"], prior=past) if c.kind == case["kind"]]
    assert len(found) == 1, found
    (claim,) = found
    assert (claim.verdict, claim.hint.code if claim.hint else None) == (case["verdict"], case.get("hint")), (
        claim
    )
    assert case.get("says", "") in claim.citation
    assert claim.steps or claim.verdict == "not_enough_info"


def test_every_kind_and_every_hint_has_a_case_in_both_languages() -> None:
    kinds = {case["kind"] for case in CASES}
    assert kinds == {"equivalence", "annual_amount", "exceeds_prior", "record", "change", "share", "sum"}
    hints = {case["hint"] for case in CASES if "hint" in case}
    assert hints == {
        "wrong_scale", "wrong_currency", "other_date", "inverted_rate",
        "annual_for_total", "other_span", "other_definition",
    }  # fmt: skip
