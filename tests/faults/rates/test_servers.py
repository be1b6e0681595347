"""Servers that fail, lie or attack: the update ends with 4 and says why, rates stay, the next run heals."""

from __future__ import annotations

import gzip
import io
import json
import socket
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from urllib3.util import connection
from werkzeug import Request, Response

PATH = "/service/data/EXR/D.CNY+USD.EUR.SP00.A"
ZIP = "/stats/eurofxref/eurofxref-hist.zip"
HEADER = "CURRENCY,CURRENCY_DENOM,EXR_TYPE,TIME_PERIOD,OBS_VALUE\n"
WHOLE = HEADER + "CNY,EUR,SP00,2026-11-03,8.2402\nUSD,EUR,SP00,2026-11-03,1.1644\n"

BOMB = gzip.compress(bytes(17_000_000), 1)


def truncated(request: Request) -> Response:
    response = Response(WHOLE[:-20])
    response.headers["Content-Length"] = str(len(WHOLE))
    return response


def cut_at_a_digit(request: Request) -> Response:
    return Response(WHOLE[:-3])


def busy(request: Request) -> Response:
    return Response("later", status=429, headers={"Retry-After": "3600"})


def broken(request: Request) -> Response:
    return Response("oops", status=500)


def elsewhere(request: Request) -> Response:
    return Response(status=302, headers={"Location": "http://evil.example/rates.csv"})


def in_circles(request: Request) -> Response:
    return Response(status=302, headers={"Location": PATH})


def web_page(request: Request) -> Response:
    return Response("<!DOCTYPE html><html><body>Just a moment ...</body></html>", content_type="text/html")


def gzip_bomb(request: Request) -> Response:
    return Response(BOMB, headers={"Content-Encoding": "gzip"})


def not_gzip(request: Request) -> Response:
    return Response(WHOLE, headers={"Content-Encoding": "gzip"})


def half_gzip(request: Request) -> Response:
    return Response(gzip.compress(WHOLE.encode())[:-12], headers={"Content-Encoding": "gzip"})


def brotli(request: Request) -> Response:
    return Response(WHOLE, headers={"Content-Encoding": "br"})


def endless(request: Request) -> Response:
    return Response(b"0" * 65_536 for _ in range(400))


def text(content: str | bytes) -> Callable[[Request], Response]:
    return lambda request: Response(content)


FAULTS: dict[str, tuple[Callable[[Request], Response], str]] = {
    "truncated": (truncated, "breaks off"),
    "cut at a digit": (cut_at_a_digit, "breaks off"),
    "busy": (busy, "asks to come back in 3600 seconds"),
    "broken": (broken, "answers 500"),
    "another host": (elsewhere, "redirects to another host, evil.example"),
    "in circles": (in_circles, "redirects without end"),
    "web page": (web_page, "a web page instead of data"),
    "gzip bomb": (gzip_bomb, "when unpacked"),
    "not gzip": (not_gzip, "not the gzip"),
    "half gzip": (half_gzip, "breaks off"),
    "brotli": (brotli, "was not asked for"),
    "endless": (endless, "more than 16000000 bytes"),
    "empty": (text(""), "an empty answer"),
    "only a header": (text(HEADER), "no observations"),
    "no text": (text(bytes(range(256)) + b"\n"), "not text"),
    "a quote left open": (text(HEADER + 'CNY,EUR,SP00,2026-11-03,"8.2\n'), "unexpected end"),
    "a rate of 0": (text(HEADER + "CNY,EUR,SP00,2026-11-03,0\n"), "line 2: CNY '0' is not a rate (zero)"),
    "a decimal comma": (text(HEADER + "CNY,EUR,SP00,2026-11-03,8,2402\n"), "line 2: 6 values in 5 columns"),
    "garbage": (text(HEADER + "CNY,EUR,SP00,2026-11-03,abc\n"), "line 2: CNY 'abc' is not a rate"),
    "not a number": (text(HEADER + "CNY,EUR,SP00,2026-11-03,Infinity\n"), "line 2: CNY 'Infinity'"),
    "other digits": (text(HEADER + "CNY,EUR,SP00,2026-11-03,٨.٢\n"), "is not a rate"),
    "no date": (text(HEADER + "CNY,EUR,SP00,soon,8.2402\n"), "line 2: 'soon' is not a date"),
    "tomorrow": (text(HEADER + "CNY,EUR,SP00,2026-11-05,8.2402\n"), "(future)"),
    "no currency": (text(HEADER + "yuan,EUR,SP00,2026-11-03,8.2402\n"), "line 2: 'yuan' is not a currency"),
    "a path for a currency": (text(HEADER + "../,EUR,SP00,2026-11-03,8.2402\n"), "is not a currency"),
    "per dollar": (text(HEADER + "CNY,USD,SP00,2026-11-03,7.1\n"), "line 2: not a euro reference rate"),
    "twice": (text(WHOLE + "CNY,EUR,SP00,2026-11-03,8.3\n"), "line 4: a second rate for CNY"),
    "a column gone": (text(WHOLE.replace("OBS_VALUE", "VALUE")), "line 1: no column OBS_VALUE"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_the_server_does_nothing_is_lost(
    newsroom: Any, httpserver: HTTPServer, portal: Any, fault: str
) -> None:
    answer, said = FAULTS[fault]
    nothing_is_lost(newsroom, httpserver, portal, answer, said)


def test_whoever_keeps_us_waiting_is_left_with_nothing_lost(
    newsroom: Any, httpserver: HTTPServer, portal: Any, slow: Any
) -> None:
    nothing_is_lost(newsroom, httpserver, portal, slow.answer, slow.said, "--timeout", slow.timeout)


def nothing_is_lost(
    newsroom: Any, httpserver: HTTPServer, portal: Any, answer: Any, said: str, *options: str
) -> None:
    httpserver.expect_request(PATH).respond_with_handler(answer)
    before, files = newsroom.rates(), newsroom.files()
    ended = newsroom.run("rates", "update", "--source", "ecb", *options, "-f", "json")
    assert ended.code == 4, ended
    error = json.loads(ended.out)["error"]
    assert said in error["message"]
    assert error["hint"]
    assert "Traceback" not in ended.err
    assert len(ended.err.splitlines()) <= 3
    assert newsroom.rates() == before
    assert newsroom.files() == files
    portal()
    assert newsroom.run("rates", "update", "--source", "ecb").code == 0
    assert len(newsroom.rates()) == len(before) + 4


def zipped(*members: tuple[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


TABLE = "Date,USD,CNY,\n2026-11-03,1.1644,8.2402,\n"
ZIPS = {
    "no zip": (b"PK but no zip", "not a readable zip"),
    "half a zip": (zipped(("eurofxref-hist.csv", TABLE))[:-30], "not a readable zip"),
    "a way out": (zipped(("../../eurofxref-hist.csv", TABLE)), "not eurofxref-hist.csv alone"),
    "a second file": (zipped(("eurofxref-hist.csv", TABLE), ("x", "x")), "not eurofxref-hist.csv alone"),
    "nothing in it": (zipped(), "not eurofxref-hist.csv alone"),
    "a zip bomb": (zipped(("eurofxref-hist.csv", "0" * 20_000_000)), "when unpacked"),
    "a column twice": (zipped(("eurofxref-hist.csv", TABLE.replace("CNY", "USD"))), "not the columns"),
    "a decimal comma": (zipped(("eurofxref-hist.csv", TABLE.replace("8.2", "8,2"))), "line 2: 5 values in 4"),
    "a table without dates": (
        zipped(("eurofxref-hist.csv", TABLE.replace("Date", "Day"))),
        "not the columns",
    ),
}


@pytest.mark.parametrize("fault", ZIPS)
def test_an_archive_is_read_with_care(newsroom: Any, httpserver: HTTPServer, fault: str) -> None:
    body, said = ZIPS[fault]
    httpserver.expect_request(ZIP).respond_with_data(body)
    before = newsroom.rates()
    ended = newsroom.run("rates", "update", "--source", "ecb", "--full")
    assert (ended.code, said in ended.err) == (4, True), ended
    assert newsroom.rates() == before
    assert newsroom.files() == {}
    assert not list(newsroom.root.parent.parent.rglob("eurofxref*"))


@pytest.mark.parametrize(
    "body",
    [
        "[]",
        "null",
        '{"base":"EUR","base":"EUR","amount":1,"rates":{}}',
        '{"base":"EUR"}',
        '{"base":"USD","amount":1,"rates":{}}',
        "{",
        "[" * 100_000,
        "<html>",
    ],
)
def test_the_json_of_a_provider_is_checked(newsroom: Any, httpserver: HTTPServer, body: str) -> None:
    newsroom.environ["CAPEXCALC_FRANKFURTER_URL"] = httpserver.url_for("")
    newsroom.environ["CAPEXCALC_ECB_URL"] = "http://127.0.0.1:9"
    httpserver.expect_request("/v1/2026-10-23..2026-11-04").respond_with_data(body)
    ended = newsroom.run("rates", "update", "--source", "ecb")
    assert ended.code == 4
    assert newsroom.files() == {}


def test_a_busy_server_is_asked_again_at_the_time_it_names(
    newsroom: Any, httpserver: HTTPServer, slept: list[float]
) -> None:
    answers = [Response("busy", status=429, headers={"Retry-After": "3"}), Response(WHOLE)]
    httpserver.expect_request(PATH).respond_with_handler(lambda request: answers.pop(0))
    assert newsroom.run("rates", "update", "--source", "ecb").code == 0
    assert (slept, answers) == ([3], [])


def test_a_redirect_within_the_host_is_followed(newsroom: Any, httpserver: HTTPServer) -> None:
    httpserver.expect_request(PATH).respond_with_data(status=301, headers={"Location": "/moved"})
    httpserver.expect_request("/moved").respond_with_data(WHOLE)
    assert newsroom.run("rates", "update", "--source", "ecb").code == 0


def test_packed_answers_are_unpacked(newsroom: Any, httpserver: HTTPServer) -> None:
    httpserver.expect_request(PATH).respond_with_data(
        gzip.compress(WHOLE.encode()), headers={"Content-Encoding": "gzip"}
    )
    assert newsroom.run("rates", "update", "--source", "ecb").code == 0


def test_with_the_network_down_it_says_so_soon_and_the_cache_still_answers(
    newsroom: Any, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unanswered(address: Any, timeout: float, **_: Any) -> None:
        clock.now += timeout
        raise TimeoutError("timed out")

    monkeypatch.setattr(connection, "create_connection", unanswered)
    for name in ("ECB", "FRANKFURTER", "NBP"):
        newsroom.environ[f"CAPEXCALC_{name}_URL"] = f"http://{name}.example"
    newsroom.ship("nbp", "PLN", "date,TWD,USD\n2026-10-28,0.118,3.65\n")
    ended = newsroom.run("rates", "update")
    assert 1 < clock.now <= 2.1  # seconds in vain, over all servers
    assert ended.code == 4
    assert "cannot be reached" in ended.err
    assert "rates in the cache still serve" in ended.err
    assert newsroom.run("convert", "1 EUR", "--to", "CNY", "--on", "2026-10-30").code == 0


def test_a_host_nobody_knows_is_named_in_few_words(newsroom: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: Any, **__: Any) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    newsroom.environ["CAPEXCALC_ECB_URL"] = "http://rates.example.org"
    ended = newsroom.run("rates", "update", "--source", "ecb", "--timeout", "1")
    assert ended.code == 4
    assert "rates.example.org: cannot be reached (name or service not known)" in ended.err
    assert "known))" not in ended.err


def test_progress_shows_on_a_terminal_only(newsroom: Any, portal: Any) -> None:
    portal()
    assert newsroom.run("rates", "update", "--source", "ecb").err == ""
    assert "ecb [" in newsroom.run("rates", "update", "--source", "ecb", terminal=True).err
