from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from jsonschema import Draft202012Validator

from capexcalc.bulk.job import Summary
from capexcalc.cache.store import Store, shipped_root
from capexcalc.commands.currencies import currencies
from capexcalc.commands.rates import Observed, RejectedRate, Revision, Series, SourceStatus, Verified
from capexcalc.commands.rates_update import Failed, Imported, Updates
from capexcalc.errors import UsageError
from capexcalc.feeds.run import Updated
from capexcalc.feeds.verify import Damage
from capexcalc.money.periods import Period
from capexcalc.output import json as output
from capexcalc.output.schema import RESULTS, generated, shipped
from capexcalc.output.wording.documents import WordedDocuments
from capexcalc.rates.book import RateBook


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(shipped(name)), format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_the_shipped_schemas_are_those_of_the_types():
    for name, text in generated().items():
        assert shipped(name) == text, f"run tools/build_schemas.py: {name}.json is out of date"


@pytest.mark.parametrize("name", [*RESULTS, "error"])
def test_every_schema_is_a_schema(name):
    Draft202012Validator.check_schema(json.loads(shipped(name)))


@pytest.mark.parametrize("name", list(RESULTS))
def test_what_is_printed_follows_the_schema(name, request):
    result = printed_results(request)[name]
    validator(name).validate(json.loads(output.document(name, result, ())))


@pytest.mark.parametrize("name", list(RESULTS))
def test_each_line_follows_the_schema(name, request):
    result = printed_results(request)[name]
    items = result if isinstance(result, tuple) else getattr(result, "documents", (result,))
    line_schema = {**json.loads(shipped(name)), "$ref": "#/$defs/Line"}
    for key in ("type", "properties", "required"):
        del line_schema[key]
    for line in output.lines(name, items):
        Draft202012Validator(line_schema).validate(json.loads(line))


def test_an_error_follows_its_schema():
    validator("error").validate(json.loads(output.error(UsageError("code", "message", "hint"))))


def test_a_wrong_type_does_not_pass(conversions):
    printed = json.loads(output.document("convert", conversions, ()))
    printed["result"][0]["converted"]["value"] = 50079732205.22
    assert not validator("convert").is_valid(printed)


def test_a_verdict_that_is_none_does_not_pass(document):
    odd = replace(document, claims=(replace(document.claims[0], verdict="maybe"),))
    assert not validator("check").is_valid(json.loads(output.document("check", WordedDocuments((odd,)), ())))


def printed_results(request: pytest.FixtureRequest) -> dict[str, object]:
    return {
        "convert": request.getfixturevalue("conversions"),
        "annualise": request.getfixturevalue("annualised"),
        "compare": request.getfixturevalue("comparison"),
        "check": WordedDocuments((request.getfixturevalue("document"),)),
        "spending-show": request.getfixturevalue("spending"),
        "spending-fetch": request.getfixturevalue("spending"),
        "batch": Summary(3, {"ok": 2, "gap": 1}, "%Y-%m-%d", ";", "d3107dc2-20261107-7"),
        **rates_results(),
    }


def rates_results() -> dict[str, object]:
    day, rate = date(2025, 2, 24), Decimal("7.5879")
    book = RateBook(Store([shipped_root()]), today=date(2026, 11, 1))
    year = Period(date(2024, 1, 1), date(2024, 12, 31))
    return {
        "rates-status": (
            SourceStatus("ecb", "shipped", "ECB rates", day, day, 0, 1, 1, 0),
            SourceStatus("mine", "imported", "", None, None, None, 0, 0, 1),
        ),
        "rates-verify": Verified(
            3,
            (Damage("2025.csv", 2, "rate"),),
            (Revision("ecb", day, "CNY", rate, rate, day),),
            (RejectedRate("nbp", "shipped", day, "KWD", "0.0000", "zero", "a currency has a price"),),
        ),
        "rates-update": Updates(
            (Updated("ecb", "frankfurter", day, 12, 1, 0),), (Failed("nbp", "network_failed", "no answer"),)
        ),
        "rates-import": Imported("mine", "EUR", day, day, 1, 0),
        "rates-show": Series("EUR", "CNY", day, day, "ecb", (Observed(day, rate),)),
        "rates-average": (book.average("CNY", "EUR", year), book.average("AED", "EUR", year)),
        "rates-currencies": currencies(["DEM", "AED", "TRY", "ANG"], book=book).result,
    }
