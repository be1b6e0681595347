"""The fuzz itself: what it tries holds on a few seeds, and what it is there to find it finds."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from pytest_httpserver import HTTPServer

FOLDER = Path(__file__).parent


@pytest.fixture
def fuzz(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """tests/fuzz/__main__.py, whose neighbours it finds beside it."""
    monkeypatch.syspath_prepend(FOLDER)
    spec = importlib.util.spec_from_file_location("fuzz_main", FOLDER / "__main__.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def tried(fuzz: ModuleType, httpserver: HTTPServer, tmp_path: Path) -> Callable[..., set[str]]:
    """What the numbers from 1 on find, if only the trial of this name is made."""

    def tried(name: str, numbers: int) -> set[str]:
        fuzz.TRIALS = tuple(each for each in fuzz.TRIALS if each[0].__name__ == name)
        found = (fuzz.attempt(number, tmp_path / "cache", httpserver) for number in range(1, numbers + 1))
        return {problem for _, problem in found if problem}

    return tried


NAMES = (
    "command_line",
    "text",
    "documents",
    "files",
    "past_spending",
    "rows",
    "own_rates",
    "services",
    "ten_times_the_amount",
    "convert_and_batch_agree",
    "an_update_in_two_parts_equals_one",
    "the_years_add_up",
)


def test_every_trial_is_tried_here(fuzz: ModuleType) -> None:
    assert tuple(trial.__name__ for trial, _ in fuzz.TRIALS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_few_of_each_find_nothing(tried: Callable[..., set[str]], name: str) -> None:
    assert tried(name, 3) == set()


def raises(*_: object, **__: object) -> object:
    raise ZeroDivisionError


# What stands in for what, in which trial that is found, and what is said of it.
PLANTED = {
    "a bug": ("capexcalc.commands.check.read", raises, "documents", "ZeroDivisionError"),
    "an escape": ("capexcalc.output.text.visible", lambda text: f"\x1b[2J{text}", "command_line", "steers"),
    "a lost document": ("capexcalc.cli.check.read_documents", lambda *_: (), "documents", "documents lost"),
    "a sum too large": (
        "capexcalc.commands.convert.round_to_minor",
        lambda value, code: value + 1,
        "ten_times_the_amount",
        "not ten times",
    ),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_what_is_broken_is_found(
    tried: Callable[..., set[str]], monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    place, broken, trial, said = PLANTED[fault]
    monkeypatch.setattr(place, broken)
    assert any(said in problem for problem in tried(trial, 20))
