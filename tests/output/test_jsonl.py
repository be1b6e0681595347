from __future__ import annotations

import json
from dataclasses import replace

import pytest

from capexcalc.output.json import to_plain
from capexcalc.output.jsonl import lines


def test_json_lines_name_their_schema_and_hold_one_item_each(conversions):
    printed = list(lines("convert", conversions))
    assert [json.loads(line)["converted"]["currency"] for line in printed] == ["EUR", "USD"]
    assert all(json.loads(line)["schema"] == "capexcalc/convert@1" for line in printed)
    assert all(line.find("\n") == len(line) - 1 for line in printed)


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x7f", "\x9b", "\u202e", "\u2028", "\ud800", "\n"])
def test_no_raw_control_character_leaves_and_the_text_survives(hostile, document):
    text = f"père {hostile} Noël"
    (line,) = lines("check", [replace(document, id=text)])
    assert hostile not in line.removesuffix("\n")
    assert json.loads(line)["id"] == text
    line.encode("utf-8")


def test_ascii_only_output_for_streams_that_carry_no_more(document):
    (line,) = lines("check", [replace(document, id="père 👩")], ascii_only=True)
    assert line.isascii()
    assert json.loads(line)["id"] == "père 👩"


def test_a_long_document_is_printed_in_pieces_of_the_same_line(document):
    many = tuple(replace(document.amounts[0], id=f"a{n}") for n in range(2500))
    long = replace(document, amounts=many, periods=())
    pieces = list(lines("check", [long]))
    assert len(pieces) > 3
    assert "".join(pieces).count("\n") == 1
    assert json.loads("".join(pieces)) == {"schema": "capexcalc/check@1", **to_plain(long)}


@pytest.mark.parametrize("count", [200, 201, 400, 401])
def test_no_piece_is_lost_where_one_ends(document, count):
    many = tuple(replace(document.amounts[0], id=f"a{n}") for n in range(count))
    long = replace(document, amounts=many)
    assert json.loads("".join(lines("check", [long]))) == {"schema": "capexcalc/check@1", **to_plain(long)}
