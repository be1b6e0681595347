"""Documents in JSON, a line or a list of them."""

from __future__ import annotations

import json
from datetime import date

import pytest

from capexcalc.documents import documents as room
from capexcalc.documents import jsonl
from capexcalc.documents.document import Document, iso_day
from capexcalc.documents.documents import read_documents
from capexcalc.documents.jsonl import parse_line, read_lines, read_values
from capexcalc.errors import CapexcalcError, InputError


def told(given: list[Document | CapexcalcError]) -> list[str]:
    return [each.code if isinstance(each, CapexcalcError) else each.id for each in given]


@pytest.mark.parametrize(
    ("row", "document"),
    [
        ({"text": "x"}, Document("in:1", "x")),
        ({"id": "a", "text": ""}, Document("a", "")),
        ({"id": "", "text": "x", "lang": "", "date": ""}, Document("in:1", "x")),
        ({"id": None, "text": "x", "lang": None, "date": None}, Document("in:1", "x")),
        ({"id": 7, "text": "x"}, Document("7", "x")),
        ({"id": 1.50, "text": "x", "more": [1, {"a": None}]}, Document("1.5", "x")),
        (
            {"text": "x", "lang": "fr", "date": "2024-05-06"},
            Document("in:1", "x", "fr", date(2024, 5, 6), "given"),
        ),
    ],
)
def test_what_is_not_given_is_not_needed(row, document):
    assert parse_line("in:1", json.dumps(row).encode()) == document


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (b'{"text": 5}', "bad_document", '"text"'),
        (b'{"text": 5e3}', "bad_document", '"text"'),
        (b'{"text": null}', "bad_document", '"text"'),
        (b"5", "bad_document", '"text"'),
        (b"NaN", "bad_document", '"text"'),
        (b'{"text": "x", "id": true}', "bad_document", '"id"'),
        (b'{"text": "x", "id": []}', "bad_document", '"id"'),
        (b'{"text": "x", "lang": 5}', "bad_document", '"lang"'),
        (b'{"text": "x", "date": 20240506}', "bad_date", "'20240506'"),
        (b'{"text": "x", "date": [2024]}', "bad_date", "2024"),
        (b'{"text": "x", "date": "2024-05-06x"}', "bad_date", "'2024-05-06x'"),
        (b'{"text": "x", "date": " "}', "bad_date", "' '"),
        (b'{"text": "x"} {"text": "y"}', "bad_json", "Extra data"),
        (b'{"text": "x', "bad_json", "not JSON"),
        (b"[" * 100_000, "bad_json", "nested too deeply"),
        (b'{"text": "\xff"}', "not_utf8", "not UTF-8"),
    ],
)
def test_what_is_no_document_is_said_with_its_place(line, code, said):
    with pytest.raises(InputError) as caught:
        parse_line("in:1", line)
    assert (caught.value.code, caught.value.message.startswith("in:1: ")) == (code, True)
    assert said in caught.value.message


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-06", date(2024, 5, 6)),
        ("20240506", date(2024, 5, 6)),
        ("2024-05-06T23:59:59.999Z", date(2024, 5, 6)),
        ("2024-05-06 23:59:59 +0000", date(2024, 5, 6)),
        ("2024-05-06T23:30:00-05:00", date(2024, 5, 6)),
        ("2024-05-06 10:00 utc", date(2024, 5, 6)),
        ("20240506T100000Z", date(2024, 5, 6)),
        ("2024-05-06T", None),
        ("2024-05-06garbage", None),
        ("2024-13-06", None),
        ("2024-05", None),
        ("24-05-06", None),
        ("", None),
    ],
)
def test_a_day_is_a_date_or_a_moment_of_iso_8601(text, day):
    assert iso_day(text) == day


def test_lines_are_counted_with_the_blank_ones():
    given = list(read_lines("in", [b"\n", b'{"text": "x"}\n', b"  \n", b"{\n", '{"text": "y"}']))
    assert told(given) == ["in:2", "bad_json", "in:5"]
    assert given[1].message.startswith("in:4: ")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('[{"text": "x"}, {"text": "y"}]', ["in:1", "in:1"]),
        ('[\n {"text": "x"},\n\n {"text": "y"}\n]\n', ["in:2", "in:4"]),
        ('{"text": "x"}\n{"text": "y"}', ["in:1", "in:2"]),
        ('{"id": "a",\n "text": "x"}', ["a"]),
        ('[{"text": "x"}, 5, {"id": "c", "text": "y"}]', ["in:1", "bad_document", "c"]),
        ('[{"text": "x"}, {"text": }, {"text": "y"}]', ["in:1", "bad_json"]),
        ('[{"text": "x"}', ["in:1"]),
        ("[]", ["empty_file"]),
        ("  ", ["empty_file"]),
        ("x", ["bad_json"]),
    ],
)
def test_a_list_is_read_as_far_as_it_is_one(text, found):
    assert told(list(read_values("in", text))) == found


def test_a_fault_in_a_list_is_named_with_its_own_line():
    (_, error) = read_values("in", '[{"text": "x"},\n {"id": "b",\n  "text": }]')
    assert isinstance(error, InputError)
    assert error.message.startswith("in:3: ")


def test_no_more_of_a_line_is_held_than_a_file_may_have(monkeypatch, tmp_path):
    for module in (jsonl, room):
        monkeypatch.setattr(module, "LARGEST", 20)
    path = tmp_path / "in.jsonl"
    fits, too_long = b'{"text": "1234567"}', b'{"text": "12345678"}'
    assert len(fits) == 19  # and its line feed
    path.write_bytes(b"\n".join([fits, too_long, too_long * 5, fits]))
    given = list(read_documents([str(path)], None))
    assert told(given) == [f"{path}:1", "file_too_large", "file_too_large", f"{path}:4"]
