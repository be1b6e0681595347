from __future__ import annotations

import json
from pathlib import Path

import pytest

ALIBABA = str(Path(__file__).parents[2] / "examples" / "alibaba-capex.csv")
YEARS = "year,amount,currency\n2019,20bn,USD\n2020,22bn,USD\n2021,25bn,USD\n"


@pytest.fixture
def years(tmp_path):
    file = tmp_path / "years.csv"
    file.write_text(YEARS)
    return str(file)


def test_spending_shows_its_periods_and_growth(capexcalc, years):
    done = capexcalc("spending", "show", years)
    assert done.code == 0
    assert "past spending grew by 11.80% a year (CAGR)" in done.out
    assert "█" in done.out


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "markdown"])
def test_spending_prints_in_every_format(form, capexcalc, years):
    done = capexcalc("spending", "show", years, "-f", form, "--last", "2y")
    assert done.code == 0
    assert "2020" in done.out
    assert "2019" not in done.out


def test_spending_names_its_schema(capexcalc, years):
    printed = json.loads(capexcalc("spending", "show", years, "-f", "json").out)
    assert printed["schema"] == "capexcalc/spending-show@1"
    assert printed["result"]["spent"]["total"] == {"value": "67000000000", "currency": "USD"}
    assert json.loads(capexcalc("spending", "fetch", "--schema").out)["title"] == "capexcalc/spending-fetch@1"


def test_what_spending_prints_as_csv_it_reads_again(capexcalc, years, tmp_path):
    printed = capexcalc("spending", "show", years, "-f", "csv").out
    (tmp_path / "again.csv").write_text(printed)
    again = capexcalc("spending", "show", str(tmp_path / "again.csv"), "-f", "csv")
    assert again.out == printed


def test_an_issuers_figures_come_back_from_csv_with_both_documents_of_each(capexcalc, tmp_path):
    figure = {"start": "2021-04-01", "end": "2022-03-31", "form": "20-F"}
    first = {**figure, "val": 50_000_000_000, "accn": "0000950170-22-000001", "filed": "2022-07-26"}
    latest = {**figure, "val": 53_324_000_000, "accn": "0000950170-23-000002", "filed": "2023-07-21"}
    units = {"PaymentsToAcquirePropertyPlantAndEquipment": {"units": {"CNY": [first, latest]}}}
    (tmp_path / "facts.json").write_text(json.dumps({"entityName": "Example", "facts": {"us-gaap": units}}))
    fetched = capexcalc("spending", "show", str(tmp_path / "facts.json"), "-f", "csv")
    (tmp_path / "kept.csv").write_text(fetched.out)
    kept = str(tmp_path / "kept.csv")
    assert capexcalc("spending", "show", kept, "-f", "csv").out == fetched.out
    shown = capexcalc("spending", "show", kept)
    document = "20-F 0000950170-23-000002, filed 2023-07-21"
    words = " ".join(shown.out.split())
    assert (
        f"{document}; first reported as 50.00 bn CNY (20-F 0000950170-22-000001, filed 2022-07-26)" in words
    )
    assert "was restated from 50000000000 (2022-07-26) to 53324000000 (2023-07-21), which counts" in shown.err
    compared = capexcalc("compare", "380bn CNY over 3y", "--prior", kept, "--on", "2024-02-24")
    assert document in compared.out
    (period,) = json.loads(
        capexcalc("compare", "380bn CNY over 3y", "--prior", kept, "--on", "2024-02-24", "-f", "json").out
    )["result"]["prior"]["periods"]
    assert (period["accession"], period["first_accession"]) == (
        "0000950170-23-000002",
        "0000950170-22-000001",
    )


def test_real_terms_stand_beside_nominal_ones(capexcalc, years):
    done = capexcalc(
        "compare",
        "90bn USD over 3 years",
        "--prior",
        years,
        "--on",
        "2022-02-24",
        "--real",
        "2022",
        "-f",
        "json",
    )
    real = json.loads(done.out)["result"]["real"]
    # 20 bn at 292.655 / 255.657, 22 at 292.655 / 258.811, 25 at 292.655 / 270.97 (BLS CPI-U), each to the
    # cent: 22,894,346,722.37 and 24,876,879,267.11 and 27,000,682,732.41.
    assert real["prior"]["total"]["value"] == "74771908721.89"
    assert real["total"]["value"] == "90000000000.00"
    assert (real["base_year"], real["country"]) == (2022, "USA")


def test_a_deflator_alone_deflates_nothing(capexcalc, years):
    done = capexcalc("compare", "90bn USD over 3y", "--prior", years, "--deflator", "gdp")
    assert (done.code, "--real" in done.err) == (2, True)


def test_prices_that_end_before_the_day_are_refused_with_their_years(capexcalc):
    words = ("compare", "380bn CNY over 3y", "--prior", ALIBABA, "--on", "2025-02-24")
    done = capexcalc(*words, "--real", "2016", "--deflator", "VEN")  # whose index was given up
    assert (done.code, "runs from 2008 to 2016" in done.err) == (3, True)


def test_the_sec_is_not_asked_without_an_address_nor_offline(capexcalc):
    done = capexcalc("spending", "fetch", "1577552")
    assert (done.code, "CAPEXCALC_SEC_EMAIL" in done.err) == (2, True)
    done = capexcalc("spending", "show", "sec:1577552", "--offline", CAPEXCALC_SEC_EMAIL="desk@example.org")
    assert (done.code, "not in" in done.err) == (4, True)


def test_a_mirror_that_is_down_is_a_failure_of_the_network(capexcalc):
    settings = {"CAPEXCALC_SEC_EMAIL": "desk@example.org", "CAPEXCALC_SEC_URL": "http://127.0.0.1:9"}
    done = capexcalc("compare", "5bn USD over 3y", "--prior", "sec:1577552", **settings)
    assert (done.code, "cannot be reached" in done.err) == (4, True)
    assert len(done.err.splitlines()) == 2


@pytest.mark.parametrize("option", [["--amount", "Capex"], ["--encoding", "cp1252"], ["--negate"]])
def test_nothing_is_to_be_said_of_what_an_issuer_reports(option, capexcalc, tmp_path):
    facts = {"cik": 1, "units": {"USD": []}}
    (tmp_path / "facts.json").write_text(json.dumps(facts))
    done = capexcalc("spending", "show", "sec:1577552", *option, "--offline")
    assert (done.code, f"{option[0]} says nothing of a file of this kind" in done.err) == (2, True)
    done = capexcalc("spending", "show", str(tmp_path / "facts.json"), *option)
    assert ("says nothing" in done.err) is (option[0] != "--encoding")


@pytest.mark.parametrize("command", [("spending", "show"), ("compare", "5bn CZK over 3y", "--prior")])
def test_a_table_in_another_encoding_is_read_once_that_is_named(command, capexcalc, tmp_path):
    (tmp_path / "prior.csv").write_bytes("Rok,Výše,měna\n2021,20bn,CZK\n2022,22bn,CZK\n".encode("cp1250"))
    file = (str(tmp_path / "prior.csv"), "--amount", "Výše")
    done = capexcalc(*command, *file)
    assert (done.code, "--encoding cp1252" in done.err) == (2, True)
    done = capexcalc(*command, *file, "--encoding", "latin0")
    assert (done.code, "no encoding is called 'latin0'" in done.err) == (2, True)
    assert capexcalc(*command, *file, "--encoding", "cp1250", "-q").code == 0
