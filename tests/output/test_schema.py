from __future__ import annotations

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from capexcalc.errors import UsageError
from capexcalc.output import json as output
from capexcalc.output.commands import COMMANDS
from capexcalc.output.jsonl import lines
from capexcalc.output.schema import generated, shipped
from capexcalc.output.wording.documents import WordedDocuments


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(shipped(name)), format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_the_shipped_schemas_are_those_of_the_types():
    for name, text in generated().items():
        assert shipped(name) == text, f"run tools/build_schemas.py: {name}.json is out of date"


@pytest.mark.parametrize("name", [*COMMANDS, "error"])
def test_every_schema_is_a_schema(name):
    Draft202012Validator.check_schema(json.loads(shipped(name)))


@pytest.mark.parametrize("name", list(COMMANDS))
def test_what_is_printed_follows_the_schema(name, results):
    result = results[name]
    validator(name).validate(json.loads(output.document(name, result, ())))


@pytest.mark.parametrize("name", list(COMMANDS))
def test_each_line_follows_the_schema(name, results):
    result = results[name]
    items = result if isinstance(result, tuple) else getattr(result, "documents", (result,))
    line_schema = {**json.loads(shipped(name)), "$ref": "#/$defs/Line"}
    for key in ("type", "properties", "required"):
        del line_schema[key]
    for line in lines(name, items):
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
