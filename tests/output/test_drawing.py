from __future__ import annotations

from decimal import Decimal

from capexcalc.output.drawing import bars, sparkline


def figures(*values: float) -> list[Decimal]:
    return [Decimal(str(value)) for value in values]


def test_a_chart_runs_from_the_lowest_to_the_highest():
    assert sparkline(figures(1, 2, 3, 4, 5, 6, 7, 8)) == "▁▂▃▄▅▆▇█"
    assert sparkline(figures(7.5, 7.5)) == "▁▁"


def test_a_chart_of_many_is_sixty_wide():
    assert len(sparkline(figures(*range(60)))) == 60
    assert len(sparkline(figures(*range(61)))) == 60


def test_a_bar_is_as_long_as_its_part_of_the_longest():
    assert bars(figures(1, 0.5, 0.249, 0), 8, unicode=True) == ["████████", "████", "█▉", ""]
    assert bars(figures(0.0156, 0.0157), 8, unicode=True) == ["", "▏"]
    assert bars(figures(1, 0.249), 8, unicode=False) == ["########", "#"]
    assert bars(figures(1), 3, unicode=False) == ["###"]
