from __future__ import annotations

import json


def test_a_code_in_any_case_tells_what_is_known(capexcalc):
    done = capexcalc("rates", "currencies", "dem")
    assert (done.code, done.err) == (0, "")
    text = " ".join(done.out.split())
    assert "German Mark" in text
    assert "1 EUR = 1.95583 DEM (fixed: Council Regulation (EC) No 2866/98, since 1999-01-01)" in text


def test_json_names_the_successor_and_csv_lists_every_source(capexcalc):
    (kuna,) = json.loads(capexcalc("rates", "currencies", "HRK", "-f", "json").out)["result"]
    assert kuna["successor"] == "EUR"
    assert kuna["euro_rate"]["rate"] == "7.53450"
    lines = capexcalc("rates", "currencies", "HRK", "-f", "csv").out.splitlines()
    assert [line.split(",")[4] for line in lines] == ["source", "ecb", "nbp", "worldbank", "fixed"]


def test_no_currency_is_exit_3(capexcalc):
    done = capexcalc("rates", "currencies", "CNX")
    assert done.code == 3
    assert "did you mean CNY?" in done.err


def test_every_format_prints_all_currencies(capexcalc):
    for form in ("table", "markdown", "jsonl", "csv"):
        done = capexcalc("rates", "currencies", "-f", form)
        assert done.code == 0
        assert len(done.out.splitlines()) > 200


def test_a_conversion_by_law_and_by_peg_says_so(capexcalc):
    done = capexcalc("convert", "100m DEM", "--to", "USD,AED", "--on", "2025-02-24")
    text = " ".join(done.out.split())
    assert "1 EUR = 1.95583 DEM (fixed: Council Regulation (EC) No 2866/98, since 1999-01-01)" in text
    assert "1 USD = 3.6725 AED (peg: Central Bank of the UAE, since 1997-11-02)" in text
    assert done.code == 0


def test_a_redenomination_and_a_weekly_rate_are_warned_of(capexcalc):
    assert (
        "warning: TRL became TRY on 2005-01-01"
        in capexcalc("convert", "5bn TRL", "--to", "EUR", "--on", "2010-05-05").err
    )
    done = capexcalc("convert", "5bn TWD", "--to", "EUR", "--on", "2025-02-24", "-f", "json")
    assert [each["code"] for each in json.loads(done.out)["warnings"]] == [
        "rate_date_differs",
        "infrequent_rate",
    ]
    assert json.loads(done.out)["result"][0]["quote"]["legs"][0]["frequency"] == "weekly"
