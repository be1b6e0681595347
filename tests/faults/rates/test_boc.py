"""The Bank of Canada's rates: fetched by name, used by name, and whatever its server does nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from capexcalc.cache.merge import land

GROUP = "/valet/observations/group/FX_RATES_DAILY/json"
FRIDAY, MONDAY, TUESDAY = date(2026, 10, 30), date(2026, 11, 2), date(2026, 11, 3)
# As the Valet API answers: what is said of the group and of its series comes first.
ANSWER = """{
"terms": {"url": "https://www.bankofcanada.ca/terms/"},
"seriesDetail": {"FXUSDCAD": {"label": "USD/CAD", "dimension": {"key": "d", "name": "Date"}}},
"observations": [
{"d": "2026-10-30", "FXCNYCAD": {"v": "0.1970"}, "FXEURCAD": {"v": "1.6207"}, "FXUSDCAD": {"v": "1.3948"}},
{"d": "2026-11-02", "FXCNYCAD": {"v": "0.1972"}, "FXEURCAD": {"v": "1.6230"}, "FXUSDCAD": {"v": "1.3951"}},
{"d": "2026-11-03", "FXEURCAD": {"v": "1.6250"}, "FXIDRCAD": {"v": 8.41E-5}, "FXUSDCAD": {"v": "1.3960"}}
]}"""
USE = ("--source", "boc", "--on", "2026-11-03")

Bank = Callable[..., None]


@pytest.fixture
def bank(newsroom: Any, httpserver: HTTPServer) -> Bank:
    """Let the bank answer, with a part of the text replaced; forget what was arranged before."""
    newsroom.environ["CAPEXCALC_BOC_URL"] = httpserver.url_for("")

    def bank(old: str = "", new: str = "") -> None:
        httpserver.clear()
        text = ANSWER.replace(old, new, 1) if old else ANSWER
        httpserver.expect_request(GROUP).respond_with_data(text, content_type="application/json")

    bank()
    return bank


def update(newsroom: Any, *words: str) -> Any:
    return newsroom.run("rates", "update", "--source", "boc", *words)


def test_nothing_ships_and_the_first_update_fetches_all_there_is(
    newsroom: Any, httpserver: HTTPServer, bank: Bank
) -> None:
    ended = update(newsroom, "-f", "json")
    assert (ended.code, ended.err) == (0, "")
    (updated,) = json.loads(ended.out)["result"]["updated"]
    assert updated == {
        "source": "boc", "provider": "boc", "newest": "2026-11-03", "added": 9, "revised": 0, "rejected": 0
    }  # fmt: skip
    rates = newsroom.rates("boc")
    assert rates[FRIDAY, "CNY"] == "0.1970"
    assert (TUESDAY, "CNY") not in rates
    ((request, _),) = httpserver.log
    assert dict(request.args) == {"start_date": "2017-01-03"}
    assert "boc" in newsroom.run("rates", "status").out
    assert newsroom.run("rates", "verify").code == 0


def test_an_exponent_becomes_plain_digits(newsroom: Any, bank: Bank) -> None:
    update(newsroom)
    assert newsroom.rates("boc")[TUESDAY, "IDR"] == "0.0000841"


def test_a_second_update_asks_from_a_week_before_the_last_rate_of_each_currency(
    newsroom: Any, httpserver: HTTPServer, bank: Bank
) -> None:
    update(newsroom)
    bank('"0.1972"', '"0.1973"')
    ended = update(newsroom, "-f", "json")
    assert json.loads(ended.out)["result"]["updated"][0]["revised"] == 1
    assert [request.args["start_date"] for request, _ in httpserver.log] == ["2026-10-26"]
    assert newsroom.rates("boc")[MONDAY, "CNY"] == "0.1973"


def test_they_are_canadian_dollars_per_unit_of_the_other_currency(newsroom: Any, bank: Bank) -> None:
    update(newsroom)
    ended = newsroom.run("convert", "100 USD", "--to", "CAD,EUR", *USE, "-f", "json")
    assert (ended.code, ended.err) == (0, "")
    canadian, euro = json.loads(ended.out)["result"]
    assert canadian["converted"] == {"value": "139.60", "currency": "CAD"}
    assert (canadian["quote"]["method"], canadian["quote"]["source"]) == ("direct", "boc")
    assert canadian["citation"].endswith(
        "at 1 USD = 1.3960 CAD, the Bank of Canada exchange rate of 2026-11-03."
    )
    assert euro["converted"]["value"] == "85.91"  # 139.60 / 1.6250


def test_a_coarse_rate_is_named_by_the_currency_it_is_the_price_of(newsroom: Any, bank: Bank) -> None:
    bank("8.41E-5", '"0.000084"')
    update(newsroom)
    ended = newsroom.run("convert", "1bn IDR", "--to", "CAD", *USE)
    assert "the rate of IDR has 2 significant digits" in ended.err


def test_a_mean_is_one_of_daily_rates(newsroom: Any, bank: Bank) -> None:
    update(newsroom)
    average = ("convert", "1 USD", "--to", "CAD", "--average", "2026-10-30..2026-11-03", "--source", "boc")
    ended = newsroom.run(*average, "-f", "json")
    assert (
        "the mean of 3 daily Bank of Canada exchange rates" in json.loads(ended.out)["result"][0]["citation"]
    )


def test_nobody_asks_it_who_has_not_named_it(
    newsroom: Any, httpserver: HTTPServer, portal: Any, bank: Bank
) -> None:
    update(newsroom)
    portal()
    newsroom.ship("nbp", "PLN", "date,TWD,USD\n2026-10-28,0.118,3.65\n")
    newsroom.run("rates", "update")
    assert not [request for request, _ in httpserver.log if request.path == GROUP]
    ended = newsroom.run("convert", "100 USD", "--to", "CAD", "--on", "2026-11-03")
    assert (ended.code, "no rates for CAD" in ended.err) == (3, True)


def test_before_it_is_fetched_it_says_how_to(newsroom: Any) -> None:
    ended = newsroom.run("convert", "100 USD", "--to", "CAD", *USE)
    assert ended.code == 4
    assert "no Bank of Canada exchange rates in the cache" in ended.err
    assert "capexcalc rates update --source boc fetches them" in ended.err


def test_a_newsrooms_own_rates_of_that_name_are_never_taken_for_the_banks(newsroom: Any, bank: Bank) -> None:
    (newsroom.shipped.parent / "own.csv").write_text("date,base,quote,rate\n2026-11-03,CAD,USD,0.7163\n")
    ended = newsroom.run("rates", "import", str(newsroom.shipped.parent / "own.csv"), "--source", "boc")
    assert (ended.code, "belongs to the program" in ended.err) == (2, True)
    # As a version that did not know the bank would have taken them.
    roots, head = (newsroom.root, newsroom.shipped), {"id": "boc", "title": "own", "base": "CAD"}
    land({TUESDAY: {"USD": "0.7163"}}, "boc", roots, head=head | {"origin": "imported"}, today=TUESDAY,
         waiting=print)  # fmt: skip
    files = newsroom.files()
    for ended in (newsroom.run("convert", "100 USD", "--to", "CAD", *USE), update(newsroom)):
        assert (ended.code, "imported as boc" in ended.err) == (4, True)
    assert newsroom.files() == files


def test_a_price_far_from_the_ecbs_is_kept_out(newsroom: Any, bank: Bank) -> None:
    bank('"0.1970"', '"0.2100"')  # 7.7176 yuan to the euro, where the ECB has 8.2269
    ended = update(newsroom)
    assert "CNY '0.2100' of 2026-10-30 rejected (off_ecb" in ended.err
    assert (FRIDAY, "CNY") not in newsroom.rates("boc")


def truncated(request: Request) -> Response:
    response = Response(ANSWER[:-40])
    response.headers["Content-Length"] = str(len(ANSWER))
    return response


def text(content: str, status: int = 200) -> Callable[[Request], Response]:
    return lambda request: Response(content, status=status)


def changed(old: str, new: str) -> Callable[[Request], Response]:
    assert old in ANSWER
    return text(ANSWER.replace(old, new, 1))


FAULTS: dict[str, tuple[Callable[[Request], Response], str]] = {
    "not found": (text('{"message": "Group not found", "docs": "..."}', 404), "not found"),
    "broken": (text("oops", 500), "answers 500"),
    "truncated": (truncated, "breaks off"),
    "cut": (text(ANSWER[:-40]), "not the JSON it should be"),
    "web page": (text("<!DOCTYPE html><html><body>Maintenance</body></html>"), "a web page instead of data"),
    "empty": (text(""), "an empty answer"),
    "a list": (text("[]"), "not the JSON of the Bank of Canada's"),
    "null": (text("null"), "not the JSON of the Bank of Canada's"),
    "no observations": (text("{}"), "not the JSON of the Bank of Canada's"),
    "none of them": (text('{"observations": []}'), "without a single rate"),
    "texts for observations": (text('{"observations": ["2026-11-03"]}'), "not the JSON of the Bank"),
    "an observation without a day": (changed('"d": "2026-11-03", ', ""), "not the JSON of the Bank"),
    "a figure without its name": (changed('{"v": "1.3951"}', "1.3951"), "not the JSON of the Bank"),
    "another name for it": (changed('{"v": "1.3951"}', '{"value": "1.3951"}'), "not the JSON of the Bank"),
    "no date": (changed("2026-11-03", "2026-13-03"), "'2026-13-03' is not a date"),
    "a date with a time": (changed("2026-11-03", "2026-11-03T00:00"), "is not a date"),
    "a second rate": (changed("2026-11-03", "2026-11-02"), "a second rate for EUR on 2026-11-02"),
    "a second rate in one day": (changed("FXCNYCAD", "FXUSDCAD"), "not the JSON it should be"),
    "the other way round": (changed("FXUSDCAD\": {\"v", "FXCADUSD\": {\"v"), "'FXCADUSD' is no price"),
    "another series": (changed("FXCNYCAD", "V39079"), "'V39079' is no price of a currency"),
    "a path for a series": (changed("FXCNYCAD", "FX../CAD"), "'FX../CAD' is no price of a currency"),
    "garbage": (text(ANSWER.replace('"v": "', '"v": "x')), "is not a rate (not_a_rate)"),
    "nothing but zeros": (text('{"observations": [{"d": "2026-11-03", "FXUSDCAD": {"v": "0"}}]}'), "(zero)"),
    "tomorrow": (
        text('{"observations": [{"d": "2026-11-05", "FXUSDCAD": {"v": "1.3960"}}]}'),
        "(future)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("held", [False, True], ids=["nothing held", "something held"])
@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_the_bank_does_nothing_is_lost(
    newsroom: Any, httpserver: HTTPServer, bank: Bank, fault: str, held: bool
) -> None:
    answer, said = FAULTS[fault]
    if held:
        assert update(newsroom).code == 0
    files = newsroom.files()
    httpserver.clear()
    httpserver.expect_request(GROUP).respond_with_handler(answer)
    ended = update(newsroom, "--timeout", "0.5", "-f", "json")
    if held and fault == "none of them":  # nothing new
        assert ended.code == 0
    else:
        assert ended.code == 4, ended
        error = json.loads(ended.out)["error"]
        assert said in error["message"]
        assert error["hint"]
        assert len(ended.err.splitlines()) <= 3
    assert newsroom.files() == files
    bank()
    assert update(newsroom).code == 0
    assert len(newsroom.rates("boc")) == 9


def test_a_lone_figure_that_is_no_rate_is_kept_aside(newsroom: Any, bank: Bank) -> None:
    bank('{"v": "0.1972"}', '{"v": "n/a"}')
    ended = update(newsroom)
    assert (ended.code, "CNY 'n/a' of 2026-11-02 rejected (not_a_rate)" in ended.err) == (0, True)
    assert len(newsroom.rates("boc")) == 8


@pytest.mark.parametrize("nothing", ["null", '""'])
def test_an_empty_figure_is_a_day_without_a_rate(newsroom: Any, bank: Bank, nothing: str) -> None:
    bank('{"v": "0.1972"}', f'{{"v": {nothing}}}')
    ended = update(newsroom)
    assert (ended.code, ended.err) == (0, "")
    assert len(newsroom.rates("boc")) == 8
