from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from capexcalc.errors import Notice, UsageError
from capexcalc.money.money import Money
from capexcalc.output.json import document, error, lines, to_plain


def test_decimals_are_strings_without_exponent():
    assert to_plain(Decimal("3.80E+11")) == "380000000000"
    assert to_plain(Decimal("1E-9")) == "0.000000001"
    assert to_plain(Decimal("50079732205.20")) == "50079732205.20"


def test_money_is_a_value_and_a_currency():
    assert to_plain(Money(Decimal("3.8E11"), "CNY")) == {"value": "380000000000", "currency": "CNY"}


def test_an_average_has_from_and_to_and_other_quotes_leave_them_out(conversions):
    quote = conversions[0].quote
    assert not {"from", "to", "observations", "from_"} & to_plain(quote).keys()
    average = replace(quote, method="average", legs=(), from_=quote.as_of, to=quote.as_of, observations=1)
    assert (to_plain(average)["from"], to_plain(average)["observations"]) == ("2025-02-24", 1)


def test_what_is_not_known_is_null_and_a_duration_is_iso_8601(document):
    plain = to_plain(document)
    assert plain["periods"][0]["duration"] == "P3Y"
    assert plain["periods"][0]["until"] is None
    assert plain["claims"][2]["stated"] is None


def test_the_envelope_names_schema_version_and_warnings(conversions):
    printed = json.loads(document("convert", conversions, [Notice("code", "message")]))
    assert list(printed) == ["schema", "version", "result", "warnings"]
    assert printed["schema"] == "capexcalc/convert@1"
    assert printed["warnings"] == [{"code": "code", "message": "message"}]


def test_json_lines_name_their_schema_and_hold_one_item_each(conversions):
    printed = list(lines("convert", conversions))
    assert [json.loads(line)["converted"]["currency"] for line in printed] == ["EUR", "USD"]
    assert all(json.loads(line)["schema"] == "capexcalc/convert@1" for line in printed)
    assert all(line.find("\n") == len(line) - 1 for line in printed)


def test_an_error_has_code_message_and_hint():
    printed = json.loads(error(UsageError("no_amount", "no amount", None)))
    expected = {"code": "no_amount", "message": "no amount", "hint": None}
    assert printed == {"schema": "capexcalc/error@1", "error": expected}


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x7f", "\x9b", "\u202e", "\u2028", "\ud800", "\n"])
def test_no_raw_control_character_leaves_and_the_text_survives(hostile, document):
    from capexcalc.output import json as output

    text = f"père {hostile} Noël"
    (line,) = output.lines("check", [replace(document, id=text)])
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
