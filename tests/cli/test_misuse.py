from __future__ import annotations

import json
from pathlib import Path

import pytest

PRIOR = str(Path(__file__).parents[2] / "examples" / "alibaba-capex.csv")
CONVERT = ("convert", "380bn CNY", "--to", "EUR", "--on", "2025-02-24")

BATCH = ("batch", "--engine", "spark", "--text", "price", "--date", "signed", "--to", "EUR")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["convert", "5 EUR"], "no currency to convert to"),
        (["convert", "5 EUR in 2024"], "no currency to convert to"),
        (["convert", "5 EUR", "--to", "kroner"], "'kroner' can be NOK, DKK"),
        (["convert", "5 EUR to pesos"], "'pesos' can be MXN, PHP"),
        (["batch", "in.csv", "--out", "-", "--date", "d"], "Missing option '--to'"),
        (["convert", "--to", "EUR"], "Missing argument 'WORDS...'"),
        (["convert", "5 EUR", "--tp", "USD"], "No such option: --tp (Possible options: --help, --to)"),
        (["convert", "5 EUR", "--to"], "'--to' requires an argument"),
        (["convert", "5 EUR", "--to", ","], "no currency in --to ','"),
        ([*CONVERT, "-f", "xml"], "'xml' is not one of 'table', 'json'"),
        ([*CONVERT, "--max-gap", "-1"], "-1 is not in the range"),
        ([*CONVERT, "--max-gap", "a"], "'a' is not a whole number"),
        ([*CONVERT, "--average", "2024"], "--on and --average exclude each other"),
        ([*CONVERT, "--source", "imf"], "unknown source of rates: imf"),
        (["convert", "5 EUR", "--to", "USD", "--on", "03/04/2025"], "2025-03-04 or 2025-04-03"),
        (["convrt", "5 EUR"], "Did you mean 'convert'?"),
        (["compare", "5bn EUR over 3 years", "--prior", "sec:1577552"], "CAPEXCALC_SEC_EMAIL"),
        (["compare", "5bn EUR over 3 years", "--prior", "sec:../x"], "no CIK number and no ticker"),
        (["compare", "5bn EUR over 3y", "--prior", PRIOR, "--deflator", "DEU"], "--real"),
        (["convert", "Rs 85 lkh", "--to", "EUR"], "'lkh' after 'Rs 85' may be a scale"),
        (["annualise", "$5 zillion over 3 years"], "'zillion' after '$5' may be a scale"),
        (["compare", "€470Thx over 3 years", "--prior", PRIOR], "'Thx' after '€470' may be a scale"),
        (["convert", "12.500 EUR", "--to", "USD"], "'12.500 EUR' can be 12.5 or 12500 EUR"),
        (["annualise", "$341.847 3y"], "'$341.847' can be 341.847 or 341847 USD"),
        (["compare", "341.847 CNY 3y", "--prior", PRIOR], "can be 341.847 or 341847 CNY"),
        (["check", "--tolerance", "2"], "'2' is no tolerance"),
        (["check", "--tolerance", "nan%"], "'nan%' is no tolerance"),
        (["check", "--tolerance", "1e400%"], "'1e400%' is no tolerance"),
        (["check", "--fail-on", "wrong"], "--fail-on 'wrong' is no verdict"),
        (["check", "c.jsonl", "--out", "checked"], "--out and --master go with --engine spark"),
        (["check", "c.jsonl", "--engine", "spark"], "Spark writes into a folder, and none is named"),
        (["check", "c.jsonl", "--engine", "spark", "--out", "o", "-f", "csv"], "Spark writes no csv"),
        (
            ["check", "c.jsonl", "--engine", "spark", "--out", "o", "--lang", "xx"],
            "no lexicon for language 'xx'",
        ),
        (["check", "--engine", "spark", "--out", "o"], "Spark reads files, not standard input"),
        ([*BATCH, "-", "--out", "o.csv"], "Spark reads and writes files and folders, not pipes"),
        ([*BATCH, "in.csv", "--out", "-"], "Spark reads and writes files and folders, not pipes"),
    ],
)
def test_misuse_is_told_in_one_line_with_the_command_that_helps(arguments, said, capexcalc):
    done = capexcalc(*arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    error, hint = done.err.splitlines()
    assert error.startswith("error: ")
    assert hint.startswith("hint: ")


@pytest.mark.parametrize("json_wanted", [["-f", "json"], ["-fjson"], ["--format=json"], ["--format", "json"]])
def test_an_error_is_json_where_json_was_asked_for(json_wanted, capexcalc):
    done = capexcalc("convert", "5 EUR", *json_wanted)
    printed = json.loads(done.out)
    assert printed["schema"] == "capexcalc/error@1"
    assert printed["error"]["code"] == "no_currency"
    assert printed["error"]["message"] in done.err


@pytest.mark.parametrize(
    "other", [["-f", "csv"], ["-f", "json", "-f", "table"], ["--", "-f", "json"], ["-f"]]
)
def test_and_only_there(other, capexcalc):
    assert capexcalc("convert", "5 EUR", *other).out == ""


def test_a_bug_is_one_line_that_asks_to_be_reported(capexcalc, monkeypatch):
    def broken(*args: object, **kwargs: object) -> None:
        raise ZeroDivisionError("of \x1b[31mthe unthinkable")

    monkeypatch.setattr("capexcalc.cli.convert.convert_words", broken)
    done = capexcalc(*CONVERT, "-f", "json")
    assert done.code == 1
    assert "ZeroDivisionError: of \\x1b[31mthe unthinkable" in done.err
    assert "report" in done.err
    assert "Traceback" not in done.err
    assert json.loads(done.out)["error"]["code"] == "bug"
    with pytest.raises(ZeroDivisionError):
        capexcalc(*CONVERT, CAPEXCALC_DEBUG="1")


def test_an_endless_message_is_shortened(capexcalc):
    done = capexcalc("convert", "5 EUR", "--to", "X" * 1_000_000)
    assert len(done.err) < 2000
