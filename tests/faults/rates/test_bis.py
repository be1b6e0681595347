"""The BIS's rates of days and of months: each in the currency of its day, by the ratio of the law."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from capexcalc.feeds.providers import bis

DAILY = "/api/v2/data/dataflow/BIS/WS_XRU/1.0/D...A"
MONTHLY = "/api/v2/data/dataflow/BIS/WS_XRU/1.0/M...A"
HEAD = (
    "FREQ,REF_AREA,CURRENCY,COLLECTION,UNIT_MULT,DECIMALS,AVAILABILITY,TITLE,TIME_PERIOD,OBS_VALUE,"
    "OBS_STATUS,OBS_PRE_BREAK,OBS_CONF\n"
)
DAYS = """\
D GB GBP 2026-10-30 0.769
D GB GBP 2026-10-31 NaN
D GB GBP 2026-11-02 0.77
D XM EUR 2026-10-30 0.8606
D XM EUR 2026-11-02 0.861
D DE EUR 1985-06-14 1.5660
D DE EUR 2026-10-30 0.8606
D TR TRY 1994-04-05 0.0318
D TR TRY 2026-11-02 42.5
D RU RUB 1998-08-17 6.43
D RU RUB 1997-08-18 5.8215
D TH THB 1997-07-02 28.8
"""
MONTHS = """\
M XM EUR 2026-09 0.851
M AR ARS 1989-07 0.0650
M AR ARS 1992-02 0.9905
M PL PLN 1985-06 0.0150
M SL SLL 2017-12 7.53696
M MR MRO 2024-08 396
M DE EUR 1975-06 1.19670
M GW XOF 1990-01 10
M WA XOF 1990-01 287.5
M US USD 1990-01 1
M QQ QQQ 1990-01 3
M JP JPY 2026-09 148.123456789012
"""

Bank = Callable[..., None]


def table(lines: str) -> str:
    out = HEAD
    for line in lines.splitlines():
        often, area, code, period, value = line.split(" ")
        out += f'{often},{area},{code},A,0,6,A,"{area}, {code}",{period},{value},A,,F\n'
    return out


@pytest.fixture
def bank(newsroom: Any, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Bank:
    """Let the BIS answer what it is asked for, with a part of the text replaced; in few pieces."""
    monkeypatch.setattr(bis, "_DAYS", 5000)
    newsroom.environ["CAPEXCALC_BIS_URL"] = httpserver.url_for("")

    def bank(old: str = "", new: str = "") -> None:
        httpserver.clear()

        def answer(lines: str) -> Callable[[Request], Response]:
            def respond(request: Request) -> Response:
                start, end = request.args["startPeriod"], request.args["endPeriod"]
                asked = [line for line in lines.splitlines() if start <= line.split(" ")[3] <= end]
                text = table("\n".join(asked))
                return Response(text.replace(old, new, 1)) if asked else Response("", status=404)

            return respond

        httpserver.expect_request(DAILY).respond_with_handler(answer(DAYS))
        httpserver.expect_request(MONTHLY).respond_with_handler(answer(MONTHS))

    bank()
    return bank


def update(newsroom: Any, *words: str) -> Any:
    return newsroom.run("rates", "update", "--source", "bis", *words)


def test_days_and_months_come_together_and_later_what_is_new(
    newsroom: Any, httpserver: HTTPServer, bank: Bank
) -> None:
    ended = update(newsroom, "-f", "json")
    assert ended.code == 0, ended.err
    days, months = json.loads(ended.out)["result"]["updated"]
    assert (days["source"], days["added"], days["newest"]) == ("bis", 10, "2026-11-02")
    assert (months["source"], months["newest"]) == ("bis_months", "2026-09-30")
    asked = [request.args for request, _ in httpserver.log if request.path == DAILY]
    assert (asked[0]["startPeriod"], asked[0]["format"]) == ("1957-01-01", "csv")
    httpserver.clear_log()
    assert update(newsroom).code == 0
    asked = [(request.path[-5], request.args["startPeriod"]) for request, _ in httpserver.log]
    assert asked == [("D", "2026-10-26"), ("M", "2026-09")]
    assert newsroom.run("rates", "verify").code == 0


def test_each_figure_stands_in_the_currency_of_its_day(newsroom: Any, bank: Bank) -> None:
    update(newsroom)
    days, months = newsroom.rates("bis"), newsroom.rates("bis_months")
    assert days[date(1994, 4, 5), "TRL"] == "31800"  # a million to one new lira
    assert days[date(1985, 6, 14), "DEM"] == "3.06282978"  # times 1.95583
    assert (days[date(1997, 8, 18), "RUR"], days[date(1998, 8, 17), "RUB"]) == ("5821.5", "6.43")
    assert {code for day, code in days if day == date(2026, 10, 30)} == {"EUR", "GBP"}
    assert months[date(1985, 6, 30), "PLZ"] == "150"
    assert months[date(2017, 12, 31), "SLL"] == "7536.96"  # restated under the old code
    assert months[date(1990, 1, 31), "XOF"] == "287.5"
    assert months[date(2026, 9, 30), "JPY"] == "148.1234568"
    known = {code for _, code in months}
    assert not known & {"MRO", "MRU", "USD", "QQQ"}  # ended, or no currency of this table
    # Pesos of 1989 were australes; nothing says how many.
    assert [day for day, code in months if code == "ARS"] == [date(1992, 2, 29)]


def test_crises_and_the_time_before_other_rates_are_answered_by_name(newsroom: Any, bank: Bank) -> None:
    update(newsroom)
    for words, day, said in [
        ("1bn TRL", "1994-04-05", "1 USD = 31800 TRL"),
        ("1bn THB", "1997-07-02", "1 USD = 28.8 THB"),
        ("1bn DEM", "1985-06-15", "1 USD = 3.06282978 DEM"),
    ]:
        ended = newsroom.run("convert", words, "--to", "USD", "--on", day, "--source", "bis")
        assert (ended.code, said in ended.out) == (0, True), (ended.out, ended.err)


def test_averages_of_months_answer_by_themselves_where_no_better_ones_are(newsroom: Any, bank: Bank) -> None:
    update(newsroom)
    ended = newsroom.run("convert", "1bn DEM", "--to", "USD", "--average", "1975-06", "-f", "json")
    assert ended.code == 0, ended.err
    quote = json.loads(ended.out)["result"][0]["quote"]
    assert (quote["source"], quote["method"]) == ("bis_months", "average")
    assert quote["legs"][0]["rate"] == "2.340541761"  # 1.19670 x 1.95583


def test_before_it_is_fetched_it_says_how_to(newsroom: Any) -> None:
    ended = newsroom.run("convert", "100 USD", "--to", "THB", "--source", "bis", "--on", "1997-07-02")
    assert ended.code == 4
    assert "capexcalc rates update --source bis fetches them" in ended.err


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("OBS_VALUE", "VALUE", "line 1: no column OBS_VALUE"),
        ("D,GB,GBP,A,0", "M,GB,GBP,A,0", "not the averages that were asked for (M, A, 0)"),
        ("D,GB,GBP,A,0", "D,GB,GBP,E,0", "not the averages that were asked for (D, E, 0)"),
        ("D,GB,GBP,A,0", "D,GB,GBP,A,3", "not the averages that were asked for (D, A, 3)"),
        ("2026-10-30,0.769", "2026-10-32,0.769", "'2026-10-32' is not a date"),
        ("2026-10-30,0.769,A", "2026-10-30,0.769", "values in 13 columns"),
        ("2026-11-02,0.77,A,,F\n", "2026-10-30,0.77,A,,F\n", "a second rate for GBP on 2026-10-30"),
        ("2026-10-30,0.8606", "2026-10-30,0.9700", "(off_others)"),
    ],
)
def test_another_answer_is_refused_and_nothing_lands(
    newsroom: Any, bank: Bank, old: str, new: str, said: str
) -> None:
    bank(old, new)
    ended = update(newsroom)
    assert (ended.code, said in ended.err) == (4, True), ended.err
    assert not (newsroom.root / "bis").exists()


@pytest.mark.parametrize(("rate", "refused"), [("0.96", False), ("0.97", True)])
def test_rates_of_many_banks_may_be_twelve_percent_off(
    newsroom: Any, bank: Bank, rate: str, refused: bool
) -> None:
    """The ECB has 1.1620 dollars to the euro: 0.86059."""
    bank("2026-10-30,0.8606", f"2026-10-30,{rate}")
    assert (update(newsroom).code == 4) == refused


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Response("<!DOCTYPE html><html><body>Oops</body></html>"), "a web page instead of data"),
        (Response("oops", status=500), "answers 500"),
        (Response(table(DAYS)[:-9]), "the last line breaks off"),
        (Response("", status=404), "without a single rate"),
    ],
    ids=["page", "broken", "cut", "nothing"],
)
def test_a_server_that_fails_is_named(
    newsroom: Any, httpserver: HTTPServer, bank: Bank, answer: Response, said: str
) -> None:
    httpserver.clear()
    httpserver.expect_request(DAILY).respond_with_handler(lambda request: answer)
    httpserver.expect_request(MONTHLY).respond_with_data("", status=404)
    ended = update(newsroom, "--timeout", "0.5")
    assert (ended.code, said in ended.err) == (4, True), ended.err
    assert newsroom.files() == {}


def test_a_level_that_is_another_is_refused_when_rates_are_held(
    newsroom: Any, httpserver: HTTPServer, bank: Bank
) -> None:
    update(newsroom)
    before = newsroom.files()
    httpserver.clear()
    later = DAYS + "D TR TRY 2026-11-03 425\nD TR TRY 2026-11-04 426\n"
    httpserver.expect_request(DAILY).respond_with_data(table(later))
    httpserver.expect_request(MONTHLY).respond_with_data("", status=404)
    ended = update(newsroom)
    assert "TRY 425 of 2026-11-03 (lasting_step)" in ended.err
    assert newsroom.files() == before


@pytest.mark.parametrize(("average", "refused"), [("165.7", False), ("165.9", True)])
def test_averages_of_months_are_held_against_those_of_the_federal_reserve(
    newsroom: Any, bank: Bank, average: str, refused: bool
) -> None:
    newsroom.ship("fed", "USD", "date,JPY\n2026-08-31,147\n2026-09-30,148\n")
    bank("2026-09,148.123456789012", f"2026-09,{average}")
    ended = update(newsroom)
    assert (ended.code == 4, f"JPY {average} of 2026-09-30 (off_others)" in ended.err) == (refused, refused)
    assert (newsroom.root / "bis").exists()
    assert (newsroom.root / "bis_months").exists() != refused


def test_a_month_that_few_have_told_of_yet_is_no_cut_answer(
    newsroom: Any, httpserver: HTTPServer, bank: Bank
) -> None:
    many = "".join(f"M {code[:2]} {code} 2026-08 {rate}\n" for code, rate in RATES.items())
    httpserver.clear()
    httpserver.expect_request(DAILY).respond_with_data(table(DAYS))
    httpserver.expect_request(MONTHLY).respond_with_data(table(many))
    assert update(newsroom).code == 0
    httpserver.clear()
    httpserver.expect_request(DAILY).respond_with_data(table(DAYS))
    httpserver.expect_request(MONTHLY).respond_with_data(table(many + "M JP JPY 2026-09 149\n"))
    ended = update(newsroom)
    assert (ended.code, ended.err) == (0, "")
    assert newsroom.rates("bis_months")[date(2026, 9, 30), "JPY"] == "149"


RATES = {"JPY": "148", "TRY": "42", "THB": "32", "GBP": "0.77", "CHF": "0.8", "SEK": "9.4", "NOK": "10"}
