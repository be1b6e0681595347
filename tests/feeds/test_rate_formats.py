"""Tables of rates as central banks write them are taken as they are, told apart by what stands in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from capexcalc.errors import CapexcalcError
from capexcalc.feeds.rate_file import Sheet, read_rates

MONDAY, TUESDAY = date(2025, 2, 24), date(2025, 2, 25)

FORMS = {
    "the ECB's history": (
        "Date,USD,JPY,CYP,\n2025-02-25,1.0501,157.05,N/A,\n2025-02-24,1.0466,156.86,N/A,\n",
        Sheet(
            "EUR", {MONDAY: {"USD": "1.0466", "JPY": "156.86"}, TUESDAY: {"USD": "1.0501", "JPY": "157.05"}}
        ),
    ),
    "the ECB's data": (
        (
            "KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,TIME_PERIOD,OBS_VALUE\n"
            "EXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,2025-02-24,1.0466\n"
        ),
        Sheet("EUR", {MONDAY: {"USD": "1.0466"}}),
    ),
    "the Bundesbank": (
        (
            '"";BBEX3.D.USD.EUR.BB.AC.000;BBEX3.D.USD.EUR.BB.AC.000_FLAGS\n'
            '"";Euro-Referenzkurs der EZB / 1 EUR = ... USD;\nEinheit;USD;\nStand vom;26.02.2025 16:01:12;\n'
            "2025-02-22;.;Kein Wert vorhanden\n2025-02-24;1,0466;\n"
        ),
        Sheet("EUR", {MONDAY: {"USD": "1.0466"}}),
    ),
    "the Bank of England": (
        "DATE,XUDLUSS,XUDLERS\n24 Feb 2025,1.2636,1.2071\n25 Feb 2025,1.2655,\n",
        Sheet("GBP", {MONDAY: {"USD": "1.2636", "EUR": "1.2071"}, TUESDAY: {"USD": "1.2655"}}),
    ),
    "the Federal Reserve": (
        "observation_date,DEXCHUS,DEXUSEU\n2025-02-24,7.2490,1.0465\n2025-02-25,.,1.0503\n",
        Sheet("USD", {MONDAY: {"CNY": "7.2490", "EUR": "0.9555661730"}, TUESDAY: {"EUR": "0.9521089213"}}),
    ),
    "the Bank of Canada": (
        (
            '"TERMS AND CONDITIONS"\n"https://www.bankofcanada.ca/terms/"\n\n"OBSERVATIONS"\n'
            '"date","FXUSDCAD","FXJPYCAD"\n"2025-02-24","1.4250","0.009500"\n'
        ),
        Sheet("CAD", {MONDAY: {"USD": "0.7017543860", "JPY": "105.2631579"}}),
    ),
    "the archive of the NBP": (
        (
            "data;1USD;100JPY;nr tabeli;pe\u0142ny numer tabeli;\n;dolar;jen;;;\n"
            "20250224;3,9657;2,6483;38;038/A/NBP/2025;\n"
        ),
        Sheet("PLN", {MONDAY: {"USD": "0.2521622917", "JPY": "37.76007250"}}),
    ),
    "semicolons and commas": (
        "date;USD;JPY\n2025-02-24;1,0466;156,86\n2025-02-25;N/A;157,05\n",
        Sheet("EUR", {MONDAY: {"USD": "1.0466", "JPY": "156.86"}, TUESDAY: {"JPY": "157.05"}}),
    ),
    "tabs": (
        "date\tbase\tquote\trate\n2025-02-24\tEUR\tUSD\t1,0466\n",
        Sheet("EUR", {MONDAY: {"USD": "1.0466"}}),
    ),
}


def read(tmp_path: Path, text: str, base: str | None = None) -> Sheet:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    return read_rates(path, base)


@pytest.mark.parametrize(("text", "sheet"), FORMS.values(), ids=FORMS)
def test_a_table_is_known_by_its_content(tmp_path: Path, text: str, sheet: Sheet) -> None:
    base = "EUR" if text.startswith("date;") else None
    assert read(tmp_path, text, base) == sheet


@pytest.mark.parametrize(
    ("text", "base", "said"),
    [
        (FORMS["the ECB's history"][0], "USD", "the rates are per EUR, not USD"),
        (FORMS["the ECB's history"][0].replace("1.0466", "1,0466"), None, "line 3: 6 values in 5 columns"),
        (FORMS["the Bank of England"][0].replace("1.2636", "x"), None, "line 2: 'x' is not a rate"),
        (
            FORMS["the archive of the NBP"][0].replace("3,9657", "0,0000"),
            None,
            "'0,0000' is not a rate",
        ),
        ("observation_date,DEXCHUS\n02/24/2025,7.2\n", None, "no rates below it"),
    ],
)
def test_what_is_wrong_in_it_is_named(tmp_path: Path, text: str, base: str | None, said: str) -> None:
    with pytest.raises(CapexcalcError) as error:
        read(tmp_path, text, base)
    assert said in error.value.message
