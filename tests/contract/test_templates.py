"""Every sentence of the program can be put into another language: it stands whole in the sources."""

from __future__ import annotations

import importlib.util
import pickle
import re
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

from capexcalc.errors import CacheError, InputError, NoRateError, Notice
from capexcalc.words import Phrase, phrase, several

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def templates() -> ModuleType:
    spec = importlib.util.spec_from_file_location("templates", ROOT / "tools" / "templates.py")
    assert spec
    assert spec.loader
    module = sys.modules["templates"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_sentence_stands_whole_in_the_sources(templates: ModuleType) -> None:
    sentences, faults = templates.found()
    assert [f"{each.path}:{each.line}: {each.code}" for each in faults] == []
    assert len(sentences) > 500


def test_every_place_of_a_sentence_is_filled_where_it_is_said(templates: ModuleType) -> None:
    sentences, _ = templates.found()
    lacking = [
        f"{each.path}:{each.line}: {templates.places(each.text) - each.given}"
        for each in sentences
        if each.given is not None and not templates.places(each.text) <= each.given
    ]
    assert lacking == []


def test_a_sentence_made_of_pieces_is_found_out(templates: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "odd.py").write_text(
        "class Sorry(Exception):\n    def __init__(self, template: Template, **facts): ...\n"
        'def f(where, more: Template):\n    raise Sorry(f"{where} is odd")\n'
        'def g(where):\n    raise Sorry("odd" + where)\n'
        "def h(more: Template):\n    raise Sorry(more)\n"
    )
    sentences, faults = templates.found(tmp_path)
    assert (len(sentences), [each.line for each in faults]) == (0, [4, 6])


def test_a_fact_is_filled_in_and_never_filled() -> None:
    error = InputError("x", "{where}: {cell} is no amount", "try {cell}", where="a.csv", cell="{where}{0}{")
    assert error.message == "a.csv: {where}{0}{ is no amount"
    assert error.hint == "try {where}{0}{"
    again = CacheError(error.code, error.said, error.advice)
    assert (again.message, again.hint) == (error.message, error.hint)
    assert Notice("y", "{said}: passed over", said=error.said).message == f"{error.message}: passed over"


def test_facts_may_have_any_name() -> None:
    error = InputError("x", "{code} {template} {advice} {self}", code=1, template=2, advice=3, self=4)
    assert error.message == "1 2 3 4"
    assert error.code == "x"


def test_an_error_keeps_what_it_is_made_of() -> None:
    error = NoRateError("too_old", "no rate on {on}", "--max-gap {age}", on=date(2024, 5, 1), age=9)
    assert error.facts == {"on": date(2024, 5, 1), "age": 9}


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_errors_and_notices_travel_between_processes(protocol: int) -> None:
    error = NoRateError(
        "gap", "{a:f} on {on}", "{b}", a=Decimal("1.50"), on=date(2024, 5, 1), b=Phrase("{x}", x="{")
    )
    back = pickle.loads(pickle.dumps(error, protocol))
    assert type(back) is NoRateError
    assert (back.code, back.message, back.hint, back.exit_code) == ("gap", "1.50 on 2024-05-01", "{", 3)
    assert back.facts == error.facts
    notice = Notice("n", "{a:f}", a=Decimal("1.50"))
    assert pickle.loads(pickle.dumps(notice, protocol)) == notice
    assert hash(pickle.loads(pickle.dumps(notice, protocol))) == hash(notice)


def test_a_phrase_does_not_change() -> None:
    said = Phrase("{a}", a=1)
    with pytest.raises(AttributeError, match=re.escape("'template'")):
        said.template = "b"
    assert phrase(said, a=2) is said


def test_items_in_a_row_are_joined_from_the_first_on() -> None:
    assert str(several(["a", "b", "c"])) == "a and b and c"
    assert str(several(["a"])) == "a"
    assert str(several([])) == ""
    assert str(several([1, 2, 3], "{first}; {second}")) == "1; 2; 3"
