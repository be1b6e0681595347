"""``import capexcalc``: the commands as functions, with the meaning they have on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from inspect import signature
from pathlib import Path

import openpyxl
import pytest

import capexcalc
from capexcalc.api import Rates
from capexcalc.cli.context import Outside
from capexcalc.cli.program import run

ARTICLE = "The plan costs 380 billion yuan (52 billion euros)."
PRIOR = "examples/alibaba-capex.csv"
PROJECT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CAPEXCALC_CACHE_DIR", str(tmp_path / "no cache"))
    monkeypatch.setenv("CAPEXCALC_OFFLINE", "1")
    monkeypatch.chdir(PROJECT)


@pytest.fixture
def rates() -> Rates:
    return capexcalc.open_rates(today="2026-11-01")


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    """What the command line prints for the same question."""
    assert run([*arguments, "-f", "json", "-q"], Outside.of_process()) == 0
    answer = json.loads(capsys.readouterr().out)
    return {name: answer[name] for name in ("result", "warnings")}


def test_a_conversion_is_that_of_the_command_line(capsys):
    done = capexcalc.convert("380bn CNY", to=["EUR", "USD"], on=date(2025, 2, 23))
    expected = printed(capsys, "convert", "380bn CNY", "--to", "EUR,USD", "--on", "2025-02-23")
    assert capexcalc.to_dict(done) == expected


def test_a_schedule_is_that_of_the_command_line(capsys):
    words = "380bn CNY over three years"
    done = capexcalc.annualise(
        words, start="2025-04-01", year_end="03-31", phasing="ramp:20%", to="EUR", on="2025-02-24"
    )
    options = ["--from", "2025-04-01", "--year-end", "03-31", "--phasing", "ramp:20%", "--to", "EUR"]
    expected = printed(capsys, "annualise", words, *options, "--on", "2025-02-24")
    assert capexcalc.to_dict(done) == expected


def test_a_comparison_is_that_of_the_command_line(capsys):
    words = "380bn CNY over three years"
    done = capexcalc.compare(words, prior=Path(PRIOR), on="2025-02-24", to="EUR", last="10y")
    options = ["--prior", PRIOR, "--on", "2025-02-24", "--to", "EUR", "--last", "10y"]
    assert capexcalc.to_dict(done) == printed(capsys, "compare", words, *options)


def test_a_comparison_in_the_prices_of_a_year_is_that_of_the_command_line(capsys, tmp_path):
    words, prior = "9bn USD over three years", tmp_path / "spent.csv"
    prior.write_text("year,amount,currency\n2018,2bn,USD\n2019,2.5bn,USD\n2020,1bn,USD\n")
    done = capexcalc.compare(words, prior=prior, on="2021-06-30", real=2020, deflator="USA:gdp")
    options = ["--prior", str(prior), "--on", "2021-06-30", "--real", "2020", "--deflator", "USA:gdp"]
    assert done.result.real is not None
    assert capexcalc.to_dict(done) == printed(capsys, "compare", words, *options)


def test_what_a_table_does_not_say_is_said_as_on_the_command_line(capsys, tmp_path):
    table = tmp_path / "flows.csv"
    table.write_text("J;Montant;Note\n2022/23;-1.250,5;a\n2023/24;-1.300,0;a\n", "utf-8")
    words = "5bn EUR over three years"
    said = {
        "amount": "Montant",
        "year": "J",
        "currency": "EUR",
        "unit": "m",
        "decimal": ",",
        "year_end": "03-31",
    }
    options = [part for name, value in said.items() for part in (f"--{name.replace('_', '-')}", value)]
    done = capexcalc.compare(words, table, on="2024-06-30", negate=True, **said)
    assert [period.amount.value for period in done.result.prior.periods] == [1_250_500_000, 1_300_000_000]
    assert str(done.result.prior.periods[-1].end) == "2024-03-31"
    printed_too = printed(
        capsys, "compare", words, "--prior", str(table), "--on", "2024-06-30", "--negate", *options
    )
    assert capexcalc.to_dict(done) == printed_too


def test_the_sheet_of_a_workbook_is_an_argument(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["year", "amount", "currency"])
    book.active.append([2022, 1, "EUR"])
    other = book.create_sheet("Capex")
    other.append(["year", "amount", "currency"])
    other.append([2022, 7, "EUR"])
    book.save(tmp_path / "book.xlsx")
    done = capexcalc.compare("5bn EUR over 3 years", tmp_path / "book.xlsx", on="2024-06-30", sheet="Capex")
    assert done.result.prior.total.value == 7


def test_a_checked_file_is_that_of_the_command_line(capsys):
    done = capexcalc.check(Path("examples/alibaba-en.txt"), prior=PRIOR, to="EUR")
    expected = printed(capsys, "check", "examples/alibaba-en.txt", "--prior", PRIOR, "--to", "EUR")
    told = capexcalc.to_dict(done)
    assert {"documents": [told["result"]]} == expected["result"]
    assert told["warnings"] == expected["warnings"]


def test_a_text_is_checked_under_the_name_it_is_given():
    done = capexcalc.check(ARTICLE, id="front page")
    assert done.result.id == "front page"
    (notice,) = [notice for notice in done.warnings if notice.code == "date_not_given"]
    assert notice.message.startswith("front page: ")


def test_a_verdict_carries_its_reason_and_its_working():
    (claim,) = capexcalc.check(ARTICLE, on="2025-02-24").result.claims
    assert (claim.verdict, claim.reason_code) == ("refuted", "equivalence_at_rate")
    assert claim.citation.startswith("Refuted: 380 bn CNY was 50.08 bn EUR")
    assert claim.hint is not None
    assert claim.hint.code == "wrong_currency"


def test_a_tolerance_is_read_as_on_the_command_line():
    (claim,) = capexcalc.check(ARTICLE, on="2025-02-24", tolerance="4 %").result.claims
    assert claim.verdict == "close"


@pytest.mark.parametrize(
    "day", ["2025-02-24", "24 Feb 2025", date(2025, 2, 24), datetime(2025, 2, 24, 23, 59)]
)
def test_a_day_is_a_date_or_text_or_a_moment_of_it(day, rates):
    (found,) = capexcalc.convert("380bn CNY", "EUR", day, rates=rates).result
    assert found.quote.as_of == date(2025, 2, 24)
    assert found.converted.value == Decimal("50079732205.22")


def test_results_cannot_be_changed(rates):
    done = capexcalc.convert("1 USD", "EUR", "2025-02-24", rates=rates)
    with pytest.raises(FrozenInstanceError):
        done.result[0].converted.value = Decimal(0)  # what must not work


def test_no_day_after_today_is_answered():
    early = capexcalc.open_rates(today=date(2025, 2, 1))
    with pytest.raises(capexcalc.CapexcalcError, match="2025-02-24") as refused:
        capexcalc.convert("1 USD", "EUR", "2025-02-24", rates=early)
    assert refused.value.code == "future_date"


def test_rates_are_of_the_source_and_the_age_asked_for():
    (warsaw,) = capexcalc.convert(
        "1 USD", "EUR", "2025-02-24", rates=capexcalc.open_rates(source="nbp")
    ).result
    assert warsaw.quote.source == "nbp"
    fresh = capexcalc.open_rates(max_gap=1)
    assert capexcalc.convert("1 USD", "EUR", "2025-02-22", rates=fresh).result
    with pytest.raises(capexcalc.CapexcalcError) as refused:
        capexcalc.convert("1 USD", "EUR", "2025-02-23", rates=fresh)
    assert refused.value.exit_code == 3


@pytest.mark.parametrize(("day", "answered"), [("2008-12-16", True), ("2008-12-17", False)])
def test_a_rate_is_seven_days_old_at_most_unless_said_otherwise(day: str, answered: bool) -> None:
    ecb = capexcalc.open_rates(source="ecb")  # which had no króna from 2008-12-10 to 2018
    if answered:
        assert capexcalc.convert("1 EUR", "ISK", day, rates=ecb).result
    else:
        with pytest.raises(capexcalc.CapexcalcError) as refused:
            capexcalc.convert("1 EUR", "ISK", day, rates=ecb)
        assert refused.value.exit_code == 3


def test_a_rate_may_be_a_hundred_years_old() -> None:
    assert capexcalc.open_rates(max_gap=36_600)


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda: capexcalc.convert("much", "EUR"), "no_amount"),
        (lambda: capexcalc.convert("5 EUR", []), "no_currency"),
        (lambda: capexcalc.convert("5 EUR", ""), "no_currency"),
        (lambda: capexcalc.convert("5 EUR", "USD", "03/04/2025"), "ambiguous_date"),
        (lambda: capexcalc.convert("5 EUR", "USD", "2025-02-24", average="2024"), "on_and_average"),
        (
            lambda: capexcalc.convert("5 EUR", "USD", rates=capexcalc.open_rates(source="me")),
            "unknown_source",
        ),
        (lambda: capexcalc.open_rates(max_gap=-1), "bad_gap"),
        (lambda: capexcalc.open_rates(max_gap=36_601), "bad_gap"),
        (lambda: capexcalc.annualise("5bn EUR"), "no_span"),
        (lambda: capexcalc.compare("5bn EUR over 3 years", "no.csv"), "unreadable_file"),
        (lambda: capexcalc.compare("5bn EUR over 3 years", PRIOR, decimal="'"), "bad_decimal_mark"),
        (lambda: capexcalc.compare("5bn EUR over 3 years", PRIOR, year_end="13-31"), "bad_year_end"),
        (lambda: capexcalc.compare("5bn EUR over 3 years", "sec:1577552"), "offline"),
        (lambda: capexcalc.compare("5bn EUR over 3 years", PRIOR, deflator="DEU"), "no_base_year"),
        (lambda: capexcalc.check(ARTICLE, tolerance="2"), "bad_tolerance"),
        (lambda: capexcalc.check(Path("no.txt")), "unreadable_file"),
    ],
)
def test_what_cannot_be_answered_is_an_error_with_a_code(ask: Callable[[], object], code: str) -> None:
    with pytest.raises(capexcalc.CapexcalcError) as refused:
        ask()
    assert refused.value.code == code
    assert refused.value.message


def test_a_file_of_several_documents_is_not_one(tmp_path):
    line = '{"text": "380 billion yuan (52 billion euros)", "date": "2025-02-24"}\n'
    (tmp_path / "one.jsonl").write_text(line)
    assert capexcalc.check(tmp_path / "one.jsonl").result.as_of == date(2025, 2, 24)
    (tmp_path / "two.jsonl").write_text(line * 2)
    with pytest.raises(capexcalc.CapexcalcError) as refused:
        capexcalc.check(tmp_path / "two.jsonl")
    assert refused.value.code == "several_documents"


def test_a_page_is_read_as_the_command_reads_it(tmp_path):
    page = tmp_path / "page.html"
    page.write_bytes("<html><p>It costs 5&nbsp;billion yen (£2.5 million).</p></html>".encode("cp1252"))
    done = capexcalc.check(page, on="2025-02-24", encoding="cp1252")
    assert [amount.text for amount in done.result.amounts] == ["5 billion yen", "£2.5 million"]
    with pytest.raises(capexcalc.CapexcalcError) as refused:
        capexcalc.check(page, encoding="no such")
    assert refused.value.exit_code == 2


def test_what_the_cache_has_to_say_is_said_once(monkeypatch, tmp_path):
    (tmp_path / "damaged" / "ecb").mkdir(parents=True)
    (tmp_path / "damaged" / "ecb" / "manifest.json").write_text("[]")
    monkeypatch.setenv("CAPEXCALC_CACHE_DIR", str(tmp_path / "damaged"))
    rates = capexcalc.open_rates()
    first, second = (capexcalc.convert("1 USD", "EUR", "2025-02-24", rates=rates) for _ in range(2))
    assert [notice.code for notice in first.warnings] == ["cache_damaged"]
    assert second.warnings == ()


@pytest.mark.parametrize(("setting", "offline"), [("1", True), ("true", True), ("0", False), ("", False)])
def test_the_network_is_off_where_the_settings_say_so(monkeypatch, setting, offline):
    """Without an address the SEC is not asked at all: that it would have been tells the two apart."""
    monkeypatch.setenv("CAPEXCALC_OFFLINE", setting)
    monkeypatch.delenv("CAPEXCALC_SEC_EMAIL", raising=False)
    with pytest.raises(capexcalc.CapexcalcError) as refused:
        capexcalc.compare("5bn EUR over 3 years", "sec:1577552")
    assert refused.value.code == ("offline" if offline else "no_email")


# What concerns streams, whole archives and how results are printed.
OF_THE_SHELL = {
    "ctx", "form", "chart", "exact", "explain", "figures", "quiet", "schema",
    "offline", "fail_on", "engine", "out", "master", "glob", "allow_local", "jobs",
}  # fmt: skip
# What open_rates is told.
OF_THE_RATES = {"source", "max_gap"}


@pytest.mark.parametrize("command", ["convert", "annualise", "compare", "check"])
def test_every_option_of_a_command_is_an_argument_of_its_function(command):
    named = signature(getattr(import_module(f"capexcalc.cli.{command}"), command)).parameters
    options = {name.removeprefix("csv_") for name in named}  # it is no setting, unlike that of texts
    arguments = set(signature(getattr(capexcalc, command)).parameters)
    assert options - OF_THE_SHELL - OF_THE_RATES - {"files"} == arguments - {
        "rates",
        "text",
        "id",
    }
    assert set(signature(capexcalc.open_rates).parameters) >= OF_THE_RATES


def test_past_spending_is_read_in_the_encoding_that_is_named(tmp_path):
    (tmp_path / "prior.csv").write_bytes("Rok,Výše,měna\n2021,20bn,CZK\n".encode("cp1250"))
    told = {"prior": tmp_path / "prior.csv", "amount": "Výše", "on": "2024-05-06"}
    done = capexcalc.compare("50bn CZK over 2 years", **told, encoding="windows-1250")
    assert str(done.result.ratios.total_to_prior_total) == "2.5"
    with pytest.raises(capexcalc.CapexcalcError) as refused:
        capexcalc.compare("50bn CZK over 2 years", **told, encoding="latin0")
    assert refused.value.code == "bad_encoding"


def test_a_name_that_is_not_there_is_no_attribute():
    with pytest.raises(AttributeError, match="capexcalc"):
        _ = capexcalc.revert  # which is not there
    assert {"convert", "annualise", "compare", "check", "open_rates"} <= set(dir(capexcalc))
