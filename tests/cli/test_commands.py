from __future__ import annotations

import json
from pathlib import Path

import pytest

ARTICLE = "Alibaba will spend 380 billion yuan ({} billion euros) over three years."
CONVERT = ("convert", "380bn", "CNY", "--to", "EUR", "--on", "2025-02-24")
PRIOR = "period_start,period_end,amount,currency\n2022-04-01,2023-03-31,34352000000,CNY\n"


def test_words_are_joined_and_converted(capexcalc):
    done = capexcalc(*CONVERT, "-f", "json")
    (found,) = json.loads(done.out)["result"]
    assert found["converted"] == {"value": "50079732205.22", "currency": "EUR"}
    assert (found["quote"]["method"], found["quote"]["source"]) == ("inverse", "ecb")
    assert (done.code, done.err) == (0, "")


def test_sunday_uses_friday_and_says_so(capexcalc):
    done = capexcalc("convert", "380bn CNY", "--to", "EUR", "--on", "2025-02-23")
    assert "(ECB, 2025-02-21)" in done.out
    assert done.err.startswith("warning: ")
    assert "2025-02-21" in done.err


def test_quiet_silences_warnings_but_json_keeps_them(capexcalc):
    done = capexcalc("convert", "1 EUR", "--to", "USD", "--on", "2025-02-23", "-q", "-f", "json")
    assert done.err == ""
    assert json.loads(done.out)["warnings"][0]["code"] == "rate_date_differs"


@pytest.mark.parametrize(
    "to", [["--to", "EUR,usd"], ["--to", "EUR", "--to", "USD"], ["--to", " eur , USD ,EUR"]]
)
def test_several_currencies_in_any_spelling(to, capexcalc):
    done = capexcalc("convert", "380bn CNY", *to, "--on", "2025-02-24", "-f", "csv")
    assert [line.split(",")[3] for line in done.out.splitlines()] == ["converted_currency", "EUR", "USD"]


def test_the_words_may_name_what_to_convert_to(capexcalc):
    by_option = capexcalc("convert", "5bn USD", "--to", "EUR", "--on", "2025-02-24")
    assert by_option.code == 0
    assert capexcalc("convert", "5bn", "USD", "to", "euros", "--on", "2025-02-24") == by_option
    assert capexcalc("convert", "5bn USD in yuan", "--to", "EUR", "--on", "2025-02-24") == by_option


def test_an_open_currency_shows_the_three_likeliest(capexcalc):
    done = capexcalc("convert", "5bn crowns", "--to", "EUR", "--on", "2025-02-24", "-f", "csv")
    assert [line.split(",")[1] for line in done.out.splitlines()[1:]] == ["SEK", "NOK", "DKK"]
    assert "taken for SEK, could be NOK, DKK, CZK, ISK" in done.err


def test_a_likely_currency_without_a_rate_makes_way_for_the_next(capexcalc):
    done = capexcalc("convert", "5bn pesos to EUR", "--on", "2025-02-24", "--source", "ecb", "-f", "csv")
    assert [line.split(",")[1] for line in done.out.splitlines()[1:]] == ["MXN", "PHP"]
    done = capexcalc("convert", "5bn dinars to EUR", "--on", "2025-02-24", "--source", "ecb")
    assert (done.code, done.out) == (3, "")


@pytest.mark.parametrize("to", ["XYZ", "eurodollars"])
def test_an_unknown_currency_to_convert_to_is_refused_before_anything_is_judged(to, capexcalc):
    done = capexcalc("check", "-", "--to", to, stdin="no money")
    assert (done.code, done.out) == (3, "")
    assert f"unknown currency: {to.upper()}" in done.err


def test_yesterday_is_a_date(capexcalc):
    done = capexcalc("convert", "5bn USD to EUR", "--on", "yesterday", "-f", "csv")
    assert ",2026-10-31,2026-10-30," in done.out  # a Saturday, and the Friday before


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (["help"], ["--help"]),
        (["help", "check"], ["check", "--help"]),
        (["help", "rates", "show"], ["rates", "show", "--help"]),
        (["-V"], ["--version"]),
        (["version"], ["--version"]),
    ],
)
def test_help_and_version_are_words_too(said, meant, capsys, capexcalc):
    # Typer prints help by itself.
    printed = [(capexcalc(*words), capsys.readouterr()) for words in (said, meant)]
    assert printed[0] == printed[1]
    assert printed[0][0].code == 0
    assert capexcalc("help", "nosuch").code == 2


@pytest.mark.parametrize("words", [["-5", "EUR"], ["-5 EUR"], ["-€5"], ["−5 EUR"], ["--", "-5", "EUR"]])
def test_a_negative_amount_is_no_option(words, capexcalc):
    done = capexcalc("convert", "--to", "USD", "--on", "2025-02-24", "-f", "csv", *words)
    assert "\n-5,EUR,-5.23,USD" in done.out


def test_an_average_names_its_days(capexcalc):
    done = capexcalc("convert", "1 EUR", "--to", "USD", "--average", "2024-02")
    assert "mean of 21 daily rates, 2024-02-01 to 2024-02-29" in " ".join(done.out.split())


def test_annualize_is_annualise(capexcalc):
    words = ("380bn CNY over three years", "--from", "2025-04-01", "--to", "EUR", "--on", "2025-02-24")
    british, american = capexcalc("annualise", *words), capexcalc("annualize", *words)
    assert british == american
    assert "Average a year            126.67 bn   16.69 bn" in british.out
    assert json.loads(capexcalc("annualize", "--schema").out)["title"] == "capexcalc/annualise@1"


def test_compare_puts_past_spending_beside(capexcalc, tmp_path):
    prior = tmp_path / "prior.csv"
    prior.write_text(PRIOR)
    done = capexcalc(
        "compare", "380bn CNY over 3 years", "--prior", str(prior), "--on", "2025-02-24", "-f", "json"
    )
    assert json.loads(done.out)["result"]["prior"]["total"]["value"] == "34352000000"


def test_check_reads_standard_input_by_default(capexcalc):
    done = capexcalc("check", "--on", "2025-02-24", stdin=ARTICLE.format(50))
    assert "SUPPORTED" in done.out
    assert done == capexcalc("check", "-", "--on", "2025-02-24", stdin=ARTICLE.format(50))


def test_check_prints_a_line_a_document_in_order(capexcalc, tmp_path):
    texts = tmp_path / "texts.jsonl"
    lines = [{"id": f"d{n}", "text": ARTICLE.format(n), "date": "2025-02-24"} for n in (52, 50, 51)]
    texts.write_text("".join(json.dumps(line) + "\n" for line in lines))
    printed = [json.loads(line) for line in capexcalc("check", str(texts), "-f", "jsonl").out.splitlines()]
    assert [line["id"] for line in printed] == ["d52", "d50", "d51"]
    assert {line["schema"] for line in printed} == {"capexcalc/check@1"}


@pytest.mark.parametrize(
    ("euros", "fail_on", "code"),
    [(50, "refuted,close", 0), (52, "refuted", 10), (52, "close,not_enough_info", 0), (51, "close", 10)],
)
def test_fail_on_turns_verdicts_into_an_exit_code(euros, fail_on, code, capexcalc):
    done = capexcalc("check", "--on", "2025-02-24", "--fail-on", fail_on, stdin=ARTICLE.format(euros))
    assert done.code == code
    assert "claim" in done.out


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "markdown", "table"])
def test_fail_on_works_in_every_format(form, capexcalc):
    done = capexcalc(
        "check", "--on", "2025-02-24", "--fail-on", "refuted", "-f", form, stdin=ARTICLE.format(52)
    )
    assert done.code == 10
    assert "refuted" in done.out.lower()


def test_a_wider_tolerance_forgives_more(capexcalc):
    verdicts = [
        json.loads(
            capexcalc(
                "check", "--on", "2025-02-24", "--tolerance", share, "-f", "json", stdin=ARTICLE.format(52)
            ).out
        )["result"]["documents"][0]["claims"][0]["verdict"]
        for share in ("2%", "0.02", "5 %", "0,05")
    ]
    assert verdicts[:2] == ["refuted", "refuted"]
    assert verdicts[2:3] == ["close"]


def test_the_users_cache_lies_over_the_shipped_one(capexcalc, tmp_path):
    done = capexcalc(*CONVERT, CAPEXCALC_CACHE_DIR=str(damaged_cache(tmp_path)))
    assert done.code == 0
    assert "manifest.json: not a manifest as it was written: passed over" in done.err


def damaged_cache(folder: Path) -> Path:
    manifest = folder / "ecb" / "manifest.json"
    manifest.parent.mkdir()
    manifest.write_text("{")
    return folder
