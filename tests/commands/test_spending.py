from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from capexcalc.commands.spending import spending
from capexcalc.errors import UsageError
from capexcalc.finance.spending import Report, SpendingPeriod, SpendingSeries
from capexcalc.finance.spending_series import spending_series
from capexcalc.money.dates import parse_span


def row(year: int, amount: str, months: int = 12) -> SpendingPeriod:
    end = date(year, 12, 31) if months == 12 else date(year, 3, 31)
    return SpendingPeriod(date(year, 1, 1), end, str(year), Decimal(amount), "reports", f"prior.csv:{year}")


def series(*rows: SpendingPeriod) -> SpendingSeries:
    return spending_series("CNY", rows)


def test_growth_is_told_year_by_year_and_over_all() -> None:
    found = spending(series(row(2021, "10"), row(2022, "20"), row(2023, "15"))).result
    assert found.growth == (None, 1, Decimal("-0.25"))
    assert f"{found.cagr:.4f}" == "0.2247"
    assert (found.spent.total.value, found.spent.mean.value) == (45, 15)


def test_growth_is_not_told_across_a_gap_other_lengths_or_from_nothing() -> None:
    gapped = spending(series(row(2020, "10"), row(2022, "20"))).result
    assert gapped.growth == (None, None)
    quarter = spending(series(row(2022, "20"), row(2023, "6", months=3))).result
    assert quarter.growth == (None, None)
    assert spending(series(row(2021, "0"), row(2022, "20"))).result.growth == (None, None)


def test_the_newest_years_can_be_looked_at_alone() -> None:
    found = spending(series(row(2021, "10"), row(2022, "20"), row(2023, "15")), last=parse_span("2y")).result
    assert [p.label for p in found.spent.periods] == ["2022", "2023"]
    with pytest.raises(UsageError):
        spending(series(row(2021, "10")), last=parse_span("2020..2021"))


def test_a_figure_a_thousand_times_smaller_than_another_is_suspected_of_its_unit() -> None:
    outcome = spending(series(row(2021, "15102"), row(2022, "22000000000")))
    (warning,) = outcome.warnings
    assert warning.code == "scale_suspect"
    assert "2021 (prior.csv:2021)" in warning.message


def test_the_document_behind_a_figure_is_named_and_its_first_version_kept() -> None:
    first = Report(Decimal(10), date(2022, 5, 1), "20-F", "0000-22-1")
    latest = Report(Decimal(12), date(2023, 5, 1), "20-F", "0000-23-1")
    told = [replace(row(2021, f"{r.amount}"), reports=(r,)) for r in (first, latest)]
    outcome = spending(series(*told))
    (period,) = outcome.result.spent.periods
    assert (period.form, period.accession, period.filed) == ("20-F", "0000-23-1", date(2023, 5, 1))
    assert period.first_reported is not None
    assert period.first_reported.value == 10
    assert [w.code for w in outcome.warnings] == ["restated"]
