"""A log that code scanning takes: the official schema, as types made from it, has nothing to say."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log

from capexcalc.errors import InputError
from capexcalc.output.sarif import _uri


@pytest.fixture
def run(shown: Callable[..., str]) -> Callable[..., dict[str, Any]]:
    """The one run of the log that is printed of ``documents``."""

    def run(*documents: object, **style: bool) -> dict[str, Any]:
        log = json.loads(shown("sarif", "check", iter(documents), **style))
        Log.model_validate(log)
        assert log["version"] == "2.1.0"
        (one,) = log["runs"]
        return one

    return run


def test_each_claim_that_does_not_hold_is_a_result_at_its_place(document, run):
    found = run(document)
    refuted, unknown = found["results"]
    assert (refuted["kind"], refuted["level"], refuted["ruleId"]) == ("fail", "error", "equivalence")
    assert refuted["message"]["text"].startswith("refuted: ")
    (place,) = refuted["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "article.txt"},
        "region": {"startLine": 1, "startColumn": 11},
    }
    assert (unknown["kind"], unknown["level"]) == ("open", "none")
    assert found["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    assert found["columnKind"] == "unicodeCodePoints"
    assert {"equivalence", "rate", "sum"} <= {rule["id"] for rule in found["tool"]["driver"]["rules"]}


def test_quiet_leaves_out_what_cannot_be_judged(document, run):
    assert [each["kind"] for each in run(document, brief=True)["results"]] == ["fail"]


def test_what_could_not_be_read_is_told_among_the_notifications(document, run):
    one, other = (
        InputError("bad_json", "{where}: not JSON", "mend it", where=where)
        for where in ("in.jsonl:7", "a: b/in.jsonl:8")
    )
    found = run(document, one, document, other)
    (done,) = found["invocations"]
    assert not done["executionSuccessful"]
    first, second = done["toolExecutionNotifications"]
    assert (first["descriptor"], first["level"]) == ({"id": "bad_json"}, "error")
    assert first["message"] == {"text": "not JSON; mend it"}
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "in.jsonl"},
        "region": {"startLine": 7, "startColumn": 1},
    }
    assert second["message"] == first["message"]
    assert second["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a%3A%20b/in.jsonl"},
        "region": {"startLine": 8, "startColumn": 1},
    }
    assert len(found["results"]) == 4


def test_nothing_found_is_a_log_too(run):
    assert run()["results"] == []


def test_a_hostile_name_and_reason_stay_what_they_are(document, shown):
    claim = replace(document.claims[1], reason='"}], "runs": [] \x1b[2J \u202e')
    printed = shown("sarif", "check", [replace(document, id='a"b\x1b\udcff.txt', claims=(claim,))])
    (run,) = json.loads(printed)["runs"]
    (result,) = run["results"]
    assert "\\x1b[2J" in result["message"]["text"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%22b%1B%FF.txt"
    assert not {"\x1b", "\u202e"} & set(printed)


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("articles/one two.md", "articles/one%20two.md"),
        ("a:b.txt", "a%3Ab.txt"),  # no scheme
        ("/tmp/é.txt", "file:///tmp/%C3%A9.txt"),
        ("https://example.org/a?b=1&c=%20#d", "https://example.org/a?b=1&c=%20#d"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("-", "-"),
    ],
)
def test_files_are_named_as_references(file, uri):
    assert _uri(file) == uri


@pytest.mark.parametrize(
    "change",
    [{"level": "bad"}, {"message": {}}, {"kind": "no"}, {"locations": [{"region": {}}]}, {"more": 1}],
)
def test_the_schema_would_find_a_fault(change, shown, document):
    log = json.loads(shown("sarif", "check", [document]))
    result = log["runs"][0]["results"][0] | change
    log["runs"][0]["results"][0] = {key: value for key, value in result.items() if value != {}}
    with pytest.raises(ValidationError):
        Log.model_validate(log)
