"""What is found in the pieces of a long text stands where it does in the whole."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from capexcalc.cache.store import Store, shipped_root
from capexcalc.commands.check import check_each
from capexcalc.documents import pieces
from capexcalc.documents.document import Document
from capexcalc.output import csv as csv_output
from capexcalc.output.answer import Answer
from capexcalc.output.json import to_plain
from capexcalc.output.jsonl import lines
from capexcalc.output.screen import Screen
from capexcalc.output.wording.documents import WordedDocument, worded
from capexcalc.rates.book import RateBook

BOOK = RateBook(Store([shipped_root()]), today=date(2026, 11, 1))
MAY = date(2024, 5, 6)
ONE = "It will spend $108m (100m euros) by 2030, and 30% of it, 32.4m, on roads. ($1 = 0.9280 euros)\n\n"
TEXT = f"BERLIN, May 6, 2024 (Wire) - So it was said.\n\n{ONE * 30}"


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "LONGEST", 1_000)


def found(text: str = TEXT, *, whole: bool = False, on: date | None = None) -> list[WordedDocument]:
    given = [Document("archive.txt", text)]
    outcomes = check_each(given, book=BOOK, on=on, to=("GBP",), whole=whole)
    return [worded(outcome.result) for outcome in outcomes]


def test_offsets_lines_and_names_are_those_of_the_whole() -> None:
    parts = found()
    assert [part.more for part in parts] == [True] * (len(parts) - 1) + [False]
    assert len(parts) > 3
    amounts = [each for part in parts for each in part.amounts]
    claims = [each for part in parts for each in part.claims]
    assert [each.id for each in amounts] == [f"a{n}" for n in range(1, len(amounts) + 1)]
    assert [each.id for each in claims] == [f"c{n}" for n in range(1, len(claims) + 1)]
    assert all(TEXT[each.start : each.end] == each.text for each in amounts)
    named = {each.id: each.text for each in amounts}
    places = TEXT.split("\n")
    for claim in claims:
        assert places[claim.line - 1][claim.column - 1 :].startswith(claim.said.split()[0])
        if claim.kind == "equivalence":
            assert (named[claim.subject], named[claim.object or ""]) == ("$108m", "100m euros")
    rates = [claim.subject for claim in claims if claim.kind == "rate"]
    assert len(rates) == len(set(rates)) == 30
    assert [(part.as_of, part.as_of_from) for part in parts] == [(MAY, "text")] * len(parts)


def test_columns_are_those_of_the_whole_in_a_line_that_is_cut() -> None:
    line = "It will spend $108m (100m euros) by 2030, and 30% of it, 32.4m, on roads. " * 10
    text = f"{line}\n{line}"
    claims = [claim for part in found(text, on=MAY) for claim in part.claims]
    assert {claim.line for claim in claims} == {1, 2}
    assert all(text.split("\n")[each.line - 1].startswith(each.said, each.column - 1) for each in claims)


def test_a_line_of_json_is_the_same_whether_it_comes_in_pieces_or_whole() -> None:
    (whole,) = found(whole=True)
    assert not whole.more
    (line,) = "".join(lines("check", found())).splitlines()
    assert line == "".join(lines("check", [whole])).rstrip("\n")
    assert json.loads(line)["claims"] == to_plain(whole.claims)


def test_where_no_file_can_be_made_they_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = "".join(lines("check", found()))

    def none(*_: object, **__: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr("tempfile.TemporaryFile", none)
    assert "".join(lines("check", found())) == printed


def test_a_piece_in_which_nothing_is_found_leaves_no_gap() -> None:
    text = f"{'Nothing is said here. ' * 99}\n\n{ONE}{'Nor here. ' * 150}\n\n{ONE}"
    (line,) = "".join(lines("check", found(text, on=MAY))).splitlines()
    assert [each["id"] for each in json.loads(line)["claims"]] == [f"c{n}" for n in range(1, 7)]


def test_what_comes_after_it_is_another_line() -> None:
    documents = [*found(), *found(ONE, on=MAY)]
    assert [len(json.loads(line)["amounts"]) for line in "".join(lines("check", documents)).splitlines()] == [
        90,
        3,
    ]


def test_a_table_goes_on_from_piece_to_piece() -> None:
    printed = "".join(csv_output.render(Answer("check", found()), Screen(80, False, "utf-8")))
    assert [row["claim"] for row in csv.DictReader(io.StringIO(printed))] == [f"c{n}" for n in range(1, 91)]


def test_a_warning_is_given_once() -> None:
    outcomes = list(check_each([Document("a", ONE * 30)], book=BOOK, whole=False))
    codes = [notice.code for outcome in outcomes for notice in outcome.warnings]
    assert len(outcomes) > 3
    assert codes.count("as_of_assumed") <= 1
    assert len(codes) == len(set(codes))
