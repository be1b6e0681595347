"""An update in the formats the services document: what is new lands, what was there stays."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from capexcalc.cache.merge import land
from capexcalc.output.schema import shipped as schema
from capexcalc.rates.sources import source_of

MONDAY, TUESDAY = date(2026, 11, 2), date(2026, 11, 3)

FRANKFURTER = {
    "amount": 1.0,
    "base": "EUR",
    "start_date": "2026-10-23",
    "end_date": "2026-11-03",
    "rates": {
        "2026-10-30": {"CNY": 8.0, "USD": 1.162, "XYZ": 5.5},
        "2026-11-02": {"CNY": 8.2301, "USD": 1.1633},
    },
}

TABLE_A = [
    {"table": "A", "no": "211/A", "effectiveDate": "2026-11-02", "rates": [{"code": "USD", "mid": 3.6512}]},
    {"table": "A", "no": "212/A", "effectiveDate": "2026-11-03", "rates": [{"code": "USD", "mid": 3.66}]},
]
TABLE_B = """[{"table":"B","no":"044/B","effectiveDate":"2026-11-03",
"rates":[{"code":"VND","mid":1.38E-4},{"code":"TWD","mid":0.1190}]}]"""


def test_the_data_portal_brings_what_was_published_since(newsroom: Any, portal: Callable[..., None]) -> None:
    before = newsroom.rates()
    portal()
    ended = newsroom.run("rates", "update", "--source", "ecb", "-f", "json")
    assert (ended.code, ended.err) == (0, "")
    result = json.loads(ended.out)
    Draft202012Validator(json.loads(schema("rates-update"))).validate(result)
    assert result["result"]["updated"] == [
        {"source": "ecb", "provider": "ecb", "newest": "2026-11-03", "added": 4, "revised": 0, "rejected": 0}
    ]
    new = {(MONDAY, "CNY"): "8.2301", (MONDAY, "USD"): "1.1633", (TUESDAY, "CNY"): "8.2402"}
    assert newsroom.rates() == before | new | {(TUESDAY, "USD"): "1.1644"}


def test_the_request_is_the_documented_one(newsroom: Any, httpserver: HTTPServer, portal: Any) -> None:
    portal()
    newsroom.run("rates", "update", "--source", "ecb")
    ((request, _),) = httpserver.log
    assert dict(request.args) == {
        "startPeriod": "2026-10-23",
        "endPeriod": "2026-11-04",
        "detail": "dataonly",
        "format": "csvdata",
    }
    assert request.headers["User-Agent"].startswith("capexcalc/")


def test_a_conversion_uses_the_new_rate_and_the_shipped_file_is_untouched(newsroom: Any, portal: Any) -> None:
    portal()
    shipped = (newsroom.shipped / "ecb" / "2026.csv").read_bytes()
    assert newsroom.run("convert", "1 EUR", "--to", "CNY", "--on", "2026-11-03").out.count("2026-10-30")
    newsroom.run("rates", "update", "--source", "ecb")
    assert "8.2402" in newsroom.run("convert", "1 EUR", "--to", "CNY", "--on", "2026-11-03").out
    assert (newsroom.shipped / "ecb" / "2026.csv").read_bytes() == shipped


def test_columns_in_another_order_and_new_ones_are_read_by_name(
    newsroom: Any, httpserver: HTTPServer
) -> None:
    text = (
        "OBS_VALUE,TIME_PERIOD,COLOUR,EXR_TYPE,CURRENCY_DENOM,CURRENCY,FREQ\r\n"
        "8.2402,2026-11-03,blue,SP00,EUR,CNY,D\r\n"
    )
    httpserver.expect_request("/service/data/EXR/D.CNY+USD.EUR.SP00.A").respond_with_data(text)
    assert newsroom.run("rates", "update", "--source", "ecb").code == 0
    assert newsroom.rates()[TUESDAY, "CNY"] == "8.2402"


def test_nothing_published_is_no_failure(newsroom: Any, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/service/data/EXR/D.CNY+USD.EUR.SP00.A").respond_with_data("", status=404)
    assert newsroom.run("rates", "update", "--source", "ecb").code == 0
    assert newsroom.files() == {}


def test_a_server_that_knows_of_nothing_new_for_weeks_is_named(newsroom: Any, httpserver: HTTPServer) -> None:
    newsroom.ship("nbp", "PLN", "date,USD\n2026-10-20,3.65\n")
    for table in "AB":
        path = f"/api/exchangerates/tables/{table}/2026-10-13/2026-11-04/"
        httpserver.expect_request(path).respond_with_data("", status=404)
    ended = newsroom.run("rates", "update", "--source", "nbp")
    assert ended.code == 0
    assert "nbp answers, and has nothing newer than 2026-10-20, 15 days ago" in ended.err


@pytest.mark.parametrize(("day", "missed"), [("2026-10-25", False), ("2026-10-24", True)])
def test_a_source_is_missed_after_ten_days(
    newsroom: Any, httpserver: HTTPServer, day: str, missed: bool
) -> None:
    newsroom.ship("nbp", "PLN", f"date,USD\n{day},3.65\n")
    httpserver.expect_request(re.compile("/api/.*")).respond_with_data("", status=404)
    ended = newsroom.run("rates", "update", "--source", "nbp")
    assert ("has nothing newer" in ended.err) == missed


@pytest.mark.parametrize(
    ("code", "day", "asked"),
    [
        ("ISK", "2025-10-29", True),
        ("ISK", "2025-10-28", False),
        ("HRK", "2026-09-30", True),  # which the law has replaced
        ("HRK", "2026-09-29", False),
    ],
)
def test_a_currency_is_asked_for_until_it_has_had_no_rate_for_a_year(
    newsroom: Any, httpserver: HTTPServer, code: str, day: str, asked: bool
) -> None:
    held = {date.fromisoformat(day): {code: "140"}, date(2026, 10, 30): {"USD": "1.16"}}
    row, roots = source_of("ecb"), (newsroom.root, newsroom.shipped)
    land(held, "ecb", roots, head=row.head | {"origin": "updated"}, today=date(2026, 10, 30), waiting=print)
    httpserver.expect_request(re.compile("/service/.*")).respond_with_data("", status=404)
    httpserver.expect_request(re.compile("/stats/.*")).respond_with_data("", status=404)
    newsroom.run("rates", "update", "--source", "ecb")
    ((request, _),) = httpserver.log
    if asked:
        since = date.fromisoformat(day) - timedelta(days=7)
        assert request.path.endswith("eurofxref-hist.zip") or request.args["startPeriod"] == f"{since}"
    else:
        assert request.args["startPeriod"] == "2026-10-23"
        assert code not in request.path


@pytest.mark.parametrize(("days", "told"), [((7, 14, 21), False), ((6, 13, 20), True)])
def test_a_currency_that_a_weekly_table_lacks_is_named_after_a_week(
    newsroom: Any, httpserver: HTTPServer, days: tuple[int, ...], told: bool
) -> None:
    lines = "".join(f"2026-10-{day:02},0.118,3.65\n" for day in days)
    newsroom.ship("nbp", "PLN", f"date,TWD,USD\n{lines}2026-10-28,,3.65\n")
    httpserver.expect_request(re.compile("/api/.*")).respond_with_data("", status=404)
    ended = newsroom.run("rates", "update", "--source", "nbp")
    assert ("nbp has nothing of TWD up to 2026-10-28" in ended.err) == told


@pytest.mark.parametrize(("before", "told"), [("2026-05-12", False), ("2026-05-11", True)])
def test_what_a_table_left_out_ninety_days_ago_tells_how_often_it_has_a_currency(
    newsroom: Any, httpserver: HTTPServer, before: str, told: bool
) -> None:
    lines = f"{before},0.118,3.65\n2026-08-10,0.118,3.65\n2026-10-28,,3.65\n"
    newsroom.ship("nbp", "PLN", f"date,TWD,USD\n{lines}")
    httpserver.expect_request(re.compile("/api/.*")).respond_with_data("", status=404)
    ended = newsroom.run("rates", "update", "--source", "nbp")
    assert ("nbp has nothing of TWD up to 2026-10-28" in ended.err) == told


def test_a_daily_currency_of_that_bank_is_named_at_once(newsroom: Any, httpserver: HTTPServer) -> None:
    newsroom.ship("nbp", "PLN", "date,EUR,USD\n2026-10-26,4.2,3.6\n2026-10-27,4.2,3.65\n2026-10-29,,3.65\n")
    httpserver.expect_request(re.compile("/api/.*")).respond_with_data("", status=404)
    assert "nbp has nothing of EUR up to" in newsroom.run("rates", "update", "--source", "nbp").err


def test_a_cache_left_alone_for_long_takes_the_whole_history(newsroom: Any, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/stats/eurofxref/eurofxref-hist.zip").respond_with_data(history())
    before = newsroom.rates()
    ended = newsroom.run("rates", "update", "--source", "ecb", "--full")
    assert ended.code == 0
    old = {(date(2025, 12, 31), "USD"): "1.175", (date(2025, 12, 31), "BGN"): "1.9558"}
    assert newsroom.rates() == before | {(TUESDAY, "CNY"): "8.2402", (TUESDAY, "USD"): "1.1644"} | old


def test_a_year_without_news_is_not_written_again(newsroom: Any, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/stats/eurofxref/eurofxref-hist.zip").respond_with_data(history())
    newsroom.run("rates", "update", "--source", "ecb", "--full")
    files = newsroom.files()
    assert sorted(name[:4] for name in files) == ["2025", "2026", "mani"]
    newsroom.run("rates", "update", "--source", "ecb", "--full")
    assert newsroom.files() == files


def test_a_second_update_asks_whether_there_is_anything_new(newsroom: Any, httpserver: HTTPServer) -> None:
    asked: list[str | None] = []

    def answer(request: Request) -> Response:
        asked.append(request.headers.get("If-None-Match"))
        if asked[-1] == '"v1"':
            return Response(status=304)
        text = "CURRENCY,CURRENCY_DENOM,EXR_TYPE,TIME_PERIOD,OBS_VALUE\nCNY,EUR,SP00,2026-11-03,8.2402\n"
        text += "USD,EUR,SP00,2026-11-03,1.1644\n"
        return Response(text, headers={"ETag": '"v1"'})

    httpserver.expect_request("/service/data/EXR/D.CNY+USD.EUR.SP00.A").respond_with_handler(answer)
    for _ in range(3):
        assert newsroom.run("rates", "update", "--source", "ecb").code == 0
        files = newsroom.files()
    # The second run asks from a later day on, which is another question.
    assert asked == [None, None, '"v1"']
    assert newsroom.files() == files
    newsroom.run("rates", "update", "--source", "ecb")
    assert asked[-1] == '"v1"'


def test_frankfurter_fills_in_for_an_ecb_that_fails_and_says_so(
    newsroom: Any, httpserver: HTTPServer
) -> None:
    newsroom.environ["CAPEXCALC_FRANKFURTER_URL"] = httpserver.url_for("")
    newsroom.environ["CAPEXCALC_ECB_URL"] = "http://127.0.0.1:9"
    httpserver.expect_request("/v1/2026-10-23..2026-11-04", query_string="base=EUR").respond_with_json(
        FRANKFURTER
    )
    before = newsroom.rates()
    ended = newsroom.run("rates", "update", "--source", "ecb")
    assert ended.code == 0
    assert "rates of frankfurter fill the gap" in ended.err
    # A rate that is there already is the ECB's own, and stays; a currency the ECB does not quote is left out.
    assert newsroom.rates() == before | {(MONDAY, "CNY"): "8.2301", (MONDAY, "USD"): "1.1633"}


def test_both_tables_of_the_nbp_make_one_day(newsroom: Any, httpserver: HTTPServer) -> None:
    nbp(newsroom)
    httpserver.expect_request("/api/exchangerates/tables/A/2026-10-21/2026-11-04/").respond_with_json(TABLE_A)
    httpserver.expect_request("/api/exchangerates/tables/B/2026-10-21/2026-11-04/").respond_with_data(TABLE_B)
    ended = newsroom.run("rates", "update", "--source", "nbp")
    assert (ended.code, ended.err) == (0, "")
    rates = newsroom.rates("nbp")
    assert rates[TUESDAY, "USD"] == "3.66"
    assert rates[TUESDAY, "VND"] == "0.000138"
    assert rates[TUESDAY, "TWD"] == "0.1190"
    assert rates[date(2026, 10, 28), "USD"] == "3.65"


def test_prices_are_judged_by_their_pegs_the_ecb_and_what_the_cache_held_before(
    newsroom: Any, httpserver: HTTPServer
) -> None:
    header, before = "date,AED,CNY,EUR,GEL,USD", "2026-10-21,0.9939,0.5180,4.2450,1.3300,3.6500"
    newsroom.ship("nbp", "PLN", f"{header}\n{before}\n2026-10-28,,0.5180,4.2340,,3.6500\n")
    tables = [
        {"table": "B", "no": "043/B", "effectiveDate": "2026-10-28", "rates": [
            {"code": "GEL", "mid": 2.66}, {"code": "AED", "mid": 0.9501}]},
        {"table": "B", "no": "044/B", "effectiveDate": "2026-11-02", "rates": [
            {"code": "GEL", "mid": 1.34}, {"code": "AED", "mid": 0.9939}]},
    ]  # fmt: skip
    daily = [
        {"table": "A", "no": "210/A", "effectiveDate": "2026-10-30", "rates": [
            {"code": "EUR", "mid": 4.2413}, {"code": "USD", "mid": 3.65}, {"code": "CNY", "mid": 0.5401}]},
        {"table": "A", "no": "211/A", "effectiveDate": "2026-11-02", "rates": [{"code": "USD", "mid": 3.65}]},
    ]  # fmt: skip
    for name, answer in (("A", daily), ("B", tables)):
        path = re.compile(f"/api/exchangerates/tables/{name}/2026-10-(14|21)/2026-11-04/")
        httpserver.expect_request(path).respond_with_json(answer)
    ended = newsroom.run("rates", "update", "--source", "nbp")
    assert ended.code == 0
    broken = [("AED", "peg_break", "2026-10-28"), ("CNY", "off_ecb", "2026-10-30")]
    broken += [("GEL", "outlier", "2026-10-28")]  # given away by those of the 21st and the 2nd
    for code, rule, day in broken:
        assert any(code in line and f"of {day} rejected ({rule}" in line for line in ended.err.splitlines())
        assert (date.fromisoformat(day), code) not in newsroom.rates("nbp")
    assert {code for day, code in newsroom.rates("nbp") if day == MONDAY} == {"AED", "GEL", "USD"}
    verified = json.loads(newsroom.run("rates", "verify", "-f", "json").out)["result"]["rejected"]
    assert [(each["currency"], each["reason"], each["origin"]) for each in verified] == [
        (code, rule, "updated") for code, rule, _ in sorted(broken, key=lambda each: (each[2], each[0]))
    ]
    assert newsroom.run("rates", "update", "--source", "nbp").err == ""  # what is known is not told again


def test_a_stretch_without_tables_is_none(newsroom: Any, httpserver: HTTPServer) -> None:
    nbp(newsroom)
    httpserver.expect_request("/api/exchangerates/tables/A/2026-10-21/2026-11-04/").respond_with_json(TABLE_A)
    httpserver.expect_request("/api/exchangerates/tables/B/2026-10-21/2026-11-04/").respond_with_data("", 404)
    assert newsroom.run("rates", "update", "--source", "nbp").code == 0
    assert newsroom.rates("nbp")[MONDAY, "USD"] == "3.6512"


def test_a_revised_rate_is_used_and_what_it_was_is_kept(newsroom: Any, portal: Any) -> None:
    portal()
    newsroom.run("rates", "update", "--source", "ecb")
    portal("2026-11-02,8.2301", "2026-11-02,8.2399")
    ended = newsroom.run("rates", "update", "--source", "ecb", "-f", "json")
    assert json.loads(ended.out)["result"]["updated"][0]["revised"] == 1
    assert newsroom.rates()[MONDAY, "CNY"] == "8.2399"
    verified = json.loads(newsroom.run("rates", "verify", "-f", "json").out)["result"]
    assert verified["revisions"] == [
        {
            "source": "ecb",
            "observed": "2026-11-02",
            "currency": "CNY",
            "was": "8.2301",
            "is": "8.2399",
            "noticed": "2026-11-04",
        }
    ]


def test_a_shipped_rate_can_be_revised_too(newsroom: Any, portal: Any) -> None:
    portal("2026-10-30,8.2269", "2026-10-30,8.2270")
    newsroom.run("rates", "update", "--source", "ecb")
    assert newsroom.rates()[date(2026, 10, 30), "CNY"] == "8.2270"
    assert "8.2269" in newsroom.run("rates", "verify").out


def test_the_same_value_in_other_digits_is_no_revision(newsroom: Any, portal: Any) -> None:
    portal()  # writes 1.162 where the shipped file has 1.1620
    newsroom.run("rates", "update", "--source", "ecb")
    assert newsroom.rates()[date(2026, 10, 30), "USD"] == "1.1620"
    assert "0 revised" in newsroom.run("rates", "verify").out


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("0", "zero"),
        ("0.000", "zero"),
        ("-8.24", "not_a_rate"),
        ("82402", "outlier"),
        ('"8,2402"', "not_a_rate"),
    ],
)
def test_a_single_wrong_rate_is_kept_out_named_and_listed(
    newsroom: Any, portal: Any, value: str, rule: str
) -> None:
    portal("8.2402", value)
    ended = newsroom.run("rates", "update", "--source", "ecb")
    assert ended.code == 0
    assert f"line 4: CNY {value.strip(chr(34))!r} of 2026-11-03 rejected ({rule})" in ended.err
    assert (TUESDAY, "CNY") not in newsroom.rates()
    assert newsroom.rates()[TUESDAY, "USD"] == "1.1644"
    assert rule in newsroom.run("rates", "verify").out
    portal()
    newsroom.run("rates", "update", "--source", "ecb")
    assert newsroom.rates()[TUESDAY, "CNY"] == "8.2402"


def test_one_source_that_fails_does_not_stop_the_other(
    newsroom: Any, httpserver: HTTPServer, portal: Any
) -> None:
    nbp(newsroom)
    portal()
    httpserver.expect_request("/api/exchangerates/tables/A/2026-10-21/2026-11-04/").respond_with_data(
        "<html>"
    )
    ended = newsroom.run("rates", "update", "-f", "json")
    assert ended.code == 4
    result = json.loads(ended.out)["result"]
    assert [each["source"] for each in result["updated"]] == ["ecb"]
    assert [(each["source"], each["code"]) for each in result["failed"]] == [("nbp", "bad_answer")]
    assert "nbp is as it was" in ended.err


def test_without_permission_nothing_is_fetched(newsroom: Any, httpserver: HTTPServer) -> None:
    ended = newsroom.run("rates", "update", "--offline", "-f", "json")
    assert ended.code == 4
    assert json.loads(ended.out)["error"]["code"] == "offline"
    assert httpserver.log == []


@pytest.mark.parametrize("url", ["ftp://host", "host", "http://", "https://host/with/path", "http://[::1"])
def test_a_mirror_is_a_scheme_and_a_host(newsroom: Any, url: str) -> None:
    newsroom.environ["CAPEXCALC_ECB_URL"] = url
    ended = newsroom.run("rates", "update", "--source", "ecb")
    assert ended.code == 2
    assert "is not the address of a server" in ended.err


def test_a_source_of_which_nothing_ships_is_fetched_whole(newsroom: Any, httpserver: HTTPServer) -> None:
    shutil.rmtree(newsroom.shipped / "ecb")
    httpserver.expect_request("/stats/eurofxref/eurofxref-hist.zip").respond_with_data(history())
    assert newsroom.run("rates", "update", "--source", "ecb").code == 0
    assert newsroom.rates()[TUESDAY, "CNY"] == "8.2402"
    assert len(newsroom.rates()) == 6
    # What there is of it is damaged by and by, and healed: there is no other copy.
    for path in sorted((newsroom.root / "ecb").iterdir()):
        path.write_bytes(path.read_bytes()[:-4])
        assert newsroom.run("rates", "update", "--source", "ecb", "--full").code == 0, path
        assert len(newsroom.rates()) == 6


def test_a_source_that_is_not_fetched_is_named(newsroom: Any) -> None:
    ended = newsroom.run("rates", "update", "--source", "desk")
    assert ended.code == 2
    assert "ecb, nbp" in ended.err


def history() -> bytes:
    """The ECB's zip: newest first, N/A, and a comma at the end of each line."""
    table = (
        "Date,USD,CNY,BGN,\n"
        "2026-11-03,1.1644,8.2402,N/A,\n"
        "2026-10-30,1.162,8.2269,N/A,\n"
        "2025-12-31,1.175,N/A,1.9558,\n"
    )
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("eurofxref-hist.csv", table)
    return zipped.getvalue()


def nbp(newsroom: Any) -> None:
    """Ship a little of the NBP's tables."""
    newsroom.ship("nbp", "PLN", "date,TWD,USD\n2026-10-28,0.118,3.65\n")
