"""The Federal Reserve's daily rates: fetched and used by name; whatever else its server does is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

OUTPUT = "/datadownload/Output.aspx"
# As the Data Download Program lays out its package: five lines about the columns, then their names.
ANSWER = """\
"Series Description","UNITED KINGDOM -- SPOT EXCHANGE RATE","CHINA -- SPOT EXCHANGE RATE","JAPAN -- SPOT"
"Unit:","Currency:_Per_GBP","Currency:_Per_USD","Currency:_Per_USD"
"Multiplier:","1","1","1"
"Currency:","USD","CNY","JPY"
"Unique Identifier: ","H10/H10/RXI$US_N.B.UK","H10/H10/RXI_N.B.CH","H10/H10/RXI_N.B.JA"
"Time Period","RXI$US_N.B.UK","RXI_N.B.CH","RXI_N.B.JA"
2026-10-29,1.3021,7.0820,151.20
2026-10-30,1.3005,7.0800,151.55
2026-11-02,ND,ND,ND
2026-11-03,1.2500,7.0790,151.80
"""
TUESDAY = date(2026, 11, 3)
USE = ("--source", "h10", "--on", "2026-11-03")

Board = Callable[..., None]


@pytest.fixture
def board(newsroom: Any, httpserver: HTTPServer) -> Board:
    """Let the Board answer, with a part of the text replaced; forget what was arranged before."""
    newsroom.environ["CAPEXCALC_H10_URL"] = httpserver.url_for("")

    def board(old: str = "", new: str = "") -> None:
        httpserver.clear()
        assert old in ANSWER
        text = ANSWER.replace(old, new, 1) if old else ANSWER
        httpserver.expect_request(OUTPUT).respond_with_data(text, content_type="text/csv")

    board()
    return board


def update(newsroom: Any, *words: str) -> Any:
    return newsroom.run("rates", "update", "--source", "h10", *words)


def test_the_first_update_asks_for_all_there_is_and_the_next_for_a_week_before(
    newsroom: Any, httpserver: HTTPServer, board: Board
) -> None:
    ended = update(newsroom, "-f", "json")
    assert (ended.code, ended.err) == (0, "")
    (updated,) = json.loads(ended.out)["result"]["updated"]
    assert (updated["source"], updated["added"], updated["newest"]) == ("h10", 9, "2026-11-03")
    update(newsroom)
    first, second = (request.args for request, _ in httpserver.log)
    assert (first["from"], first["to"], first["rel"], first["filetype"]) == (
        "01/04/1971", "11/04/2026", "H10", "csv"
    )  # fmt: skip
    assert second["from"] == "10/27/2026"
    assert newsroom.run("rates", "verify").code == 0


def test_they_are_units_per_dollar_and_pounds_are_turned_round(newsroom: Any, board: Board) -> None:
    update(newsroom)
    assert newsroom.rates("h10")[TUESDAY, "GBP"] == "0.8"
    ended = newsroom.run("convert", "100 GBP", "--to", "USD,CNY", *USE, "-f", "json")
    dollars, yuan = json.loads(ended.out)["result"]
    assert dollars["converted"] == {"value": "125.00", "currency": "USD"}
    assert yuan["converted"]["value"] == "884.88"  # 100 / 0.8 x 7.0790
    assert dollars["citation"].endswith("the Federal Reserve H.10 noon buying rate of 2026-11-03.")


def test_nd_is_a_day_without_a_rate(newsroom: Any, board: Board) -> None:
    update(newsroom)
    on = ("--source", "h10", "--on", "2026-11-02", "-f", "json")
    ended = newsroom.run("convert", "100 USD", "--to", "CNY", *on)
    assert json.loads(ended.out)["result"][0]["quote"]["observed"] == "2026-10-30"


@pytest.mark.parametrize(("rate", "refused"), [("7.504", False), ("7.505", True), ("6.655", True)])
def test_a_rate_at_another_hour_than_the_ecb_s_may_be_six_percent_off(
    newsroom: Any, board: Board, rate: str, refused: bool
) -> None:
    """The ECB has 8.2269 yuan and 1.1620 dollars to the euro on the thirtieth of October: 7.0799."""
    board("7.0800", rate)
    ended = update(newsroom)
    assert (ended.code == 4, "(off_others)" in ended.err) == (refused, refused), ended.err


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("RXI_N.B.CH\",\"RXI_N.B.JA\"\n2026-10-29", "RXI_N.B.XX\",\"RXI_N.B.YY\"\n2026", "is not a date"),
        ("\"Time Period\"", "\"Date\"", "line 1: no column RXI_N.B.CH"),
        ("2026-11-03,1.2500", "2026-11-03", "3 values in 4 columns"),
        ("2026-11-03", "2026-13-03", "'2026-13-03' is not a date"),
        ("2026-11-03,1.2500,7.0790,151.80\n", "2026-11-03,1.2", "the last line breaks off"),
        ("RXI_N.B.CH\",\"RXI_N.B.JA\"\n2026", "RXI_N.B.JA\",\"RXI_N.B.JA\"\n2026", "a second rate for JPY"),
    ],
)  # fmt: skip
def test_another_table_is_refused_and_nothing_lands(
    newsroom: Any, board: Board, old: str, new: str, said: str
) -> None:
    board(old, new)
    ended = update(newsroom)
    assert (ended.code, said in ended.err) == (4, True), ended.err
    assert newsroom.files() == {}


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Response("<!DOCTYPE html><html><body>Oops</body></html>"), "a web page instead of data"),
        (Response("", status=404), "not found"),
        (Response("oops", status=500), "answers 500"),
        (Response(""), "an empty answer"),
    ],
    ids=["page", "gone", "broken", "empty"],
)
def test_a_server_that_fails_is_named(
    newsroom: Any, httpserver: HTTPServer, board: Board, answer: Response, said: str
) -> None:
    update(newsroom)
    before = newsroom.files()
    httpserver.clear()
    httpserver.expect_request(OUTPUT).respond_with_handler(lambda request: answer)
    ended = update(newsroom, "--timeout", "0.5")
    assert (ended.code, said in ended.err) == (4, True), ended.err
    assert newsroom.files() == before


def test_a_figure_that_is_no_rate_is_kept_aside(newsroom: Any, board: Board) -> None:
    board("151.55", "n/k")
    ended = update(newsroom)
    assert (ended.code, "JPY 'n/k' of 2026-10-30 rejected (not_a_rate)" in ended.err) == (0, True)
