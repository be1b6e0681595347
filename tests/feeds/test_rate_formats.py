"""Tables of rates as central banks write them are taken as they are, told apart by what stands in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from capexcalc.errors import CapexcalcError
from capexcalc.feeds.rate_file import Sheet, read_rates
from capexcalc.feeds.rate_formats import published_table

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
    "the Bank of England, where lines break off": (
        "DATE,XUDLUSS,XUDLERS\n24 Feb 2025,1.2636,1.2071\n25 Feb 2025,1.2655\n",
        Sheet("GBP", {MONDAY: {"USD": "1.2636", "EUR": "1.2071"}, TUESDAY: {"USD": "1.2655"}}),
    ),
    "nothing but what is needed": (
        "CURRENCY,CURRENCY_DENOM,TIME_PERIOD,OBS_VALUE\nUSD,EUR,2025-02-24,1.0466\n",
        Sheet("EUR", {MONDAY: {"USD": "1.0466"}}),
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
    "the ECB's data portal, by columns": (
        '"DATE","TIME PERIOD","US dollar/Euro (EXR.D.USD.EUR.SP00.A)"\n"2025-02-24","24 Feb 2025","1.0466"\n',
        Sheet("EUR", {MONDAY: {"USD": "1.0466"}}),
    ),
    "the Bundesbank's data": (
        (
            "DATAFLOW;BBK_STD_FREQ;BBK_STD_CURRENCY;BBK_ERX_PARTNER_CURRENCY;TIME_PERIOD;OBS_VALUE;BBK_ID\n"
            "BBK:BBEX3(1.0);D;USD;EUR;2025-02-24;1.0466;BBEX3.D.USD.EUR.BB.AC.000\n"
            "BBK:BBEX3(1.0);D;USD;EUR;2025-02-25;NaN;BBEX3.D.USD.EUR.BB.AC.000\n"
        ),
        Sheet("EUR", {MONDAY: {"USD": "1.0466"}}),
    ),
    "the Federal Reserve's package": (
        (
            '"Series Description","AUSTRALIA -- SPOT EXCHANGE RATE","CHINA -- SPOT EXCHANGE RATE"\n'
            '"Unit:","Currency:_Per_AUD","Currency:_Per_USD"\n"Multiplier:","1","1"\n'
            '"Currency:","USD","CNY"\n"Unique Identifier: ","H10/H10/RXI$US_N.B.AL","H10/H10/RXI_N.B.CH"\n'
            '"Time Period","RXI$US_N.B.AL","RXI_N.B.CH"\n2025-02-24,0.6400,7.2490\n2025-02-25,ND,ND\n'
        ),
        Sheet("USD", {MONDAY: {"AUD": "1.5625", "CNY": "7.2490"}}),
    ),
    "the Bank of Canada with all its series": (
        '"TERMS AND CONDITIONS"\n"https://www.bankofcanada.ca/terms/"\n\n"SERIES"\n"id","label"\n'
        + "".join(f'"FX{n}","USD/CAD"\n' for n in range(60))
        + '\n"OBSERVATIONS"\n"date","FXUSDCAD"\n"2025-02-24","1.4250"\n',
        Sheet("CAD", {MONDAY: {"USD": "0.7017543860"}}),
    ),
    "semicolons and commas": (
        "date;USD;JPY\n2025-02-24;1,0466;156,86\n2025-02-25;N/A;157,05\n",
        Sheet("EUR", {MONDAY: {"USD": "1.0466", "JPY": "156.86"}, TUESDAY: {"JPY": "157.05"}}),
    ),
    "tabs": (
        "date\tbase\tquote\trate\n2025-02-24\tEUR\tUSD\t1,0466\n2025-02-25\tEUR\tUSD\tN/A\n",
        Sheet("EUR", {MONDAY: {"USD": "1.0466"}}),
    ),
}


BOTH = Sheet("EUR", {MONDAY: {"USD": "1.0466", "JPY": "156.86"}, TUESDAY: {"USD": "1.0501"}})

SERIES = """\
      <generic:Series>
        <generic:SeriesKey>
          <generic:Value id="{prefix}FREQ" value="D"/>
          <generic:Value id="{quote}" value="{code}"/>
          <generic:Value id="{base}" value="EUR"/>
        </generic:SeriesKey>
        <generic:Attributes><generic:Value id="DECIMALS" value="4"/></generic:Attributes>
{observations}      </generic:Series>
"""
OBSERVATION = """\
        <generic:Obs>
          <generic:ObsDimension value="{day}"/>
          <generic:ObsValue value="{rate}"/>
          <generic:Attributes><generic:Value id="OBS_STATUS" value="A"/></generic:Attributes>
        </generic:Obs>
"""


def generic(**names: str) -> str:
    dollars = [("2025-02-24", "1.0466"), ("2025-02-25", "1.0501")]
    yen = [("2025-02-24", "156.86"), ("2025-02-25", "NaN")]
    series = "".join(
        SERIES.format(
            code=code,
            observations="".join(OBSERVATION.format(day=day, rate=rate) for day, rate in rates),
            **names,
        )
        for code, rates in (("USD", dollars), ("JPY", yen))
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<message:GenericData xmlns:message="urn:m" '
        f'xmlns:generic="urn:g">\n  <message:DataSet>\n{series}  </message:DataSet>\n</message:GenericData>\n'
    )


XML = {
    "the ECB's data, generic": (generic(prefix="", quote="CURRENCY", base="CURRENCY_DENOM"), BOTH),
    "the Bundesbank's, generic": (
        generic(prefix="BBK_STD_", quote="BBK_STD_CURRENCY", base="BBK_ERX_PARTNER_CURRENCY"),
        BOTH,
    ),
    "the ECB's data, compact": (
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n<CompactData xmlns="urn:m">\n<DataSet xmlns="urn:d">\n'
            '<Series FREQ="D" CURRENCY="USD" CURRENCY_DENOM="EUR" EXR_TYPE="SP00" EXR_SUFFIX="A">\n'
            '<Obs TIME_PERIOD="2025-02-24" OBS_VALUE="1.0466" OBS_STATUS="A"/>\n'
            '<Obs TIME_PERIOD="2025-02-25" OBS_VALUE="1.0501" OBS_STATUS="A"/></Series>\n'
            '<Series FREQ="D" CURRENCY="JPY" CURRENCY_DENOM="EUR" EXR_TYPE="SP00" EXR_SUFFIX="A">\n'
            '<Obs TIME_PERIOD="2025-02-24" OBS_VALUE="156.86"/><Obs TIME_PERIOD="2025-02-25"/></Series>\n'
            "</DataSet></CompactData>\n"
        ),
        BOTH,
    ),
    "generic, of the second edition": (
        (
            '<GenericData xmlns:g="urn:g"><DataSet><g:Series><g:SeriesKey>'
            '<g:Value concept="CURRENCY" value="USD"/><g:Value concept="CURRENCY_DENOM" value="EUR"/>'
            "</g:SeriesKey><g:Obs><g:Time>2025-02-24</g:Time><g:ObsValue value='1.0466'/></g:Obs>"
            "</g:Series></DataSet></GenericData>"
        ),
        Sheet("EUR", {MONDAY: {"USD": "1.0466"}}),
    ),
    "the Federal Reserve's, compact": (
        (
            '<message:MessageGroup xmlns:frb="urn:f" xmlns:message="urn:m"><frb:DataSet>'
            '<kf:Series xmlns:kf="urn:k" CURRENCY="NA" FREQ="9" FX="CNY" SERIES_NAME="RXI_N.B.CH" '
            'UNIT="Currency:_Per_USD" UNIT_MULT="1">'
            '<frb:Obs OBS_STATUS="A" OBS_VALUE="7.2490" TIME_PERIOD="2025-02-24"/></kf:Series>'
            '<kf:Series xmlns:kf="urn:k" FREQ="9" FX="USD" SERIES_NAME="RXI$US_N.B.EU">'
            '<frb:Obs OBS_VALUE="1.0465" TIME_PERIOD="2025-02-24"/></kf:Series>'
            "</frb:DataSet></message:MessageGroup>"
        ),
        Sheet("USD", {MONDAY: {"CNY": "7.2490", "EUR": "0.9555661730"}}),
    ),
    "the ECB's list": (
        (
            '<gesmes:Envelope xmlns:gesmes="urn:g" xmlns="urn:e"><gesmes:subject>Reference rates'
            "</gesmes:subject><Cube><Cube time='2025-02-25'><Cube currency='USD' rate='1.0501'/></Cube>"
            "<Cube time='2025-02-24'><Cube currency='USD' rate='1.0466'/><Cube currency='JPY' rate='156.86'/>"
            "</Cube></Cube></gesmes:Envelope>"
        ),
        BOTH,
    ),
}
FORMS |= XML


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


def test_the_archive_of_the_nbp_is_read_in_its_own_encoding(tmp_path: Path) -> None:
    text, sheet = FORMS["the archive of the NBP"]
    path = tmp_path / "archiwum_tab_a_2025.csv"
    path.write_bytes(text.encode("cp1250"))
    assert read_rates(path, None) == sheet


GENERIC = XML["the ECB's data, generic"][0]
COMPACT = XML["the ECB's data, compact"][0]
BOMB = "<!DOCTYPE lolz [<!ENTITY lol 'lol'><!ENTITY lol2 '&lol;&lol;&lol;&lol;&lol;'>]>"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GENERIC[:-30], "line 40: not whole as XML (unclosed token)"),
        (GENERIC[:-23], "not whole as XML (no element found)"),
        (GENERIC.replace("1.0501", "1,0501"), "line 16: '1,0501' is not a rate"),
        (GENERIC.replace("2025-02-25", "2025-02", 1), "line 16: '2025-02' is not a date"),
        (GENERIC.replace("2025-02-25", "2025-02-24", 1), "line 16: a second rate for USD on 2025-02-24"),
        (GENERIC.replace('FREQ" value="D"', 'FREQ" value="M"', 1), "no daily rates of a currency"),
        (GENERIC.replace('"EUR"', '"USD"', 1), "are not two currencies"),
        (GENERIC.replace("CURRENCY_DENOM", "OTHER"), "'' and 'USD' are not two currencies"),
        (GENERIC.replace("?>", "?>" + BOMB), "line 1: a document type, which no table of rates has"),
        (COMPACT.replace("SP00", "ERC0", 1), "no daily rates of a currency"),
        ("<html><body>Sign in</body></html>", "no rates below it"),
        ("<" * 5, "line 1: not whole as XML"),
        ("<a>" * 100_000, "not whole as XML"),
        (
            XML["the Bundesbank's, generic"][0].replace('"EUR"', '"DEM"'),
            "prices of a currency, not rates per euro",
        ),
        (
            FORMS["the Bundesbank's data"][0].replace(";EUR;", ";DEM;"),
            "line 1: prices of a currency, not rates per euro",
        ),
    ],
    ids=range(15),
)
def test_what_is_wrong_in_xml_is_named_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(CapexcalcError) as error:
        read(tmp_path, text)
    assert (error.value.code, said in error.value.message) == ("bad_rates", True), error.value.message


@pytest.mark.parametrize(("above", "found"), [(99, True), (100, False)])
def test_the_head_of_a_table_stands_in_the_first_hundred_lines(above: int, found: bool) -> None:
    rows = [["terms"]] * above + [["Date", "FXUSDCAD"], ["2025-02-24", "1.4242"]]
    assert (published_table(list(enumerate(rows))) is not None) == found
