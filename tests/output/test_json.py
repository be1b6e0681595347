from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from capexcalc.errors import NoRateError, Notice, UsageError
from capexcalc.money.money import Money
from capexcalc.output.json import document, error, to_plain
from capexcalc.output.languages import voice_of
from capexcalc.words import Named, Phrase, speaking


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


def test_an_error_has_code_message_hint_and_the_facts_they_are_made_of():
    printed = json.loads(error(UsageError("no_amount", "no amount", None)))
    expected = {"code": "no_amount", "message": "no amount", "hint": None, "facts": {}}
    assert printed == {"schema": "capexcalc/error@1", "error": expected}


def test_the_facts_of_an_error_keep_their_types_in_every_language():
    problem = NoRateError(
        "too_old",
        "{where}: {currency} of {on} is {age} days old, of {rates}: {why}",
        "ask for {first}",
        where=Path("a\u202eb.csv"),
        currency=Named("currency", "EUR", "euro"),
        on=date(2025, 2, 24),
        age=9,
        rates=(Decimal("1.10"), Money(Decimal(5), "USD")),
        why=Phrase("{source} has none", source="ecb"),
        first=date(2025, 2, 25),
    )
    for language in (None, "de"):
        with speaking(language and voice_of(language)):
            printed = error(problem)
            assert "\u202e" not in printed
            assert json.loads(printed)["error"]["facts"] == {
                "where": "a\u202eb.csv",
                "currency": "EUR",
                "on": "2025-02-24",
                "age": 9,
                "rates": ["1.10", {"value": "5", "currency": "USD"}],
                "why": "ecb has none",
                "first": "2025-02-25",
            }
