"""The one way to the web: each limit of its patience, size and politeness, just inside and just outside.

No test waits: the clock is one of our own, and moves when somebody sleeps on it.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
import requests
import urllib3.util.retry
from pytest_httpserver import HTTPServer
from urllib3.exceptions import MaxRetryError, NewConnectionError
from werkzeug import Request, Response

from capexcalc.errors import CacheError
from capexcalc.net import causes
from capexcalc.net import client as module
from capexcalc.net.web import Answer, Web

URL = "https://rates.example.org/rates"


@dataclass
class Clock:
    now: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    time = monotonic


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(module, "time", clock)
    monkeypatch.setattr(urllib3.util.retry, "time", clock)
    return clock


@pytest.fixture
def deaf(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> list[tuple[float, float]]:
    """A network in which every connection fails after as long as it may take; the timeouts asked for."""
    asked: list[tuple[float, float]] = []

    def get(*_: Any, timeout: tuple[float, float], **__: Any) -> None:
        asked.append(timeout)
        clock.now += timeout[0]
        reason = NewConnectionError(None, "refused")  # type: ignore[arg-type]  # nothing asks it
        raise requests.exceptions.ConnectionError(MaxRetryError(None, "", reason))  # type: ignore[arg-type]  # same

    monkeypatch.setattr(requests.Session, "get", get)
    return asked


def fetched(web: Web, path: str = "/rates") -> Answer:
    return web.get("ecb", f"https://ecb.example.org{path}", {}, {})


def web_to(server: HTTPServer, timeout: float = 5, **settings: Any) -> Web:
    return Web(timeout, {"ecb": server.url_for("")}, **settings)


def failure(web: Web, url: str = URL) -> tuple[str, str]:
    with pytest.raises(CacheError) as error:
        web.get("ecb", url, {}, {})
    return error.value.code, error.value.message


def test_two_seconds_are_spent_in_vain_on_a_network_that_is_down_and_one_on_a_server(
    deaf: list[tuple[float, float]],
) -> None:
    web = Web(5, {})
    assert [failure(web)[0] for _ in range(2)] == ["network_down", "network_down"]
    code, message = failure(web)
    assert (code, "not tried" in message) == ("network_down", True)
    assert deaf == [(1.0, 5), (1.0, 5)]


def test_what_is_left_of_the_two_seconds_is_tried(deaf: list[tuple[float, float]]) -> None:
    web = Web(0.75, {})
    assert ["not tried" in failure(web)[1] for _ in range(4)] == [False, False, False, True]
    assert deaf == [(0.75, 0.75), (0.75, 0.75), (0.5, 0.75)]


def test_a_run_has_twelve_times_the_patience_of_one_answer(httpserver: HTTPServer, clock: Clock) -> None:
    httpserver.expect_request("/rates").respond_with_data("1")
    web = web_to(httpserver, timeout=5)
    clock.now += 60
    assert fetched(web).body == b"1"
    clock.now += 0.1
    with pytest.raises(CacheError, match="the time is up"):
        fetched(web)


def test_an_answer_that_drips_past_the_end_of_the_run_is_left(
    httpserver: HTTPServer, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    httpserver.expect_request("/rates").respond_with_data("12")
    read1 = urllib3.response.HTTPResponse.read1
    wait = 60.0

    def slow(self: Any, *_: Any, **settings: Any) -> bytes:
        clock.now += wait
        return bytes(read1(self, 1, **settings))

    monkeypatch.setattr(urllib3.response.HTTPResponse, "read1", slow)
    with pytest.raises(CacheError, match="takes too long"):
        fetched(web_to(httpserver, timeout=5))
    wait = 20.0  # three reads: two bytes, and the end
    assert fetched(web_to(httpserver, timeout=5)).body == b"12"


def in_turn(server: HTTPServer, *statuses: int, **headers: str) -> list[int]:
    """Let the server answer with each status in turn, then with 200; those it has given."""
    given: list[int] = []

    def answer(request: Request) -> Response:
        given.append(statuses[len(given)] if len(given) < len(statuses) else 200)
        return Response("1", status=given[-1], headers=headers if given[-1] != 200 else {})

    server.expect_request("/rates").respond_with_handler(answer)
    return given


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_twice_more(httpserver: HTTPServer, clock: Clock, status: int) -> None:
    given = in_turn(httpserver, status, status)
    assert fetched(web_to(httpserver)).status == 200
    assert given == [status, status, 200]
    assert clock.slept == [0.4]  # at once, and then after a while
    httpserver.clear()
    given = in_turn(httpserver, status, status, status)
    with pytest.raises(CacheError, match=f"answers {status}") as error:
        fetched(web_to(httpserver))
    assert (error.value.code, len(given)) == ("server_failed", 3)


@pytest.mark.parametrize("status", [400, 403, 501])
def test_a_server_that_refuses_is_not_asked_again(httpserver: HTTPServer, clock: Clock, status: int) -> None:
    given = in_turn(httpserver, status)
    with pytest.raises(CacheError, match=f"answers {status}"):
        fetched(web_to(httpserver))
    assert given == [status]


def test_a_server_that_names_a_time_is_waited_for_in_the_run(httpserver: HTTPServer, clock: Clock) -> None:
    in_turn(httpserver, 503, **{"Retry-After": "60"})
    assert fetched(web_to(httpserver, timeout=5)).status == 200
    assert clock.slept == [60]
    httpserver.clear()
    in_turn(httpserver, 503, **{"Retry-After": "61"})
    with pytest.raises(CacheError, match="asks to come back in 61 seconds"):
        fetched(web_to(httpserver, timeout=5))
    assert clock.slept == [60]


def test_three_redirects_are_followed_and_no_fourth(httpserver: HTTPServer) -> None:
    for number in range(5):
        httpserver.expect_request(f"/{number}").respond_with_data(
            status=302, headers={"Location": f"/{number + 1}"}
        )
    httpserver.expect_request("/5").respond_with_data("1")
    assert fetched(web_to(httpserver), "/2").body == b"1"
    with pytest.raises(CacheError, match="redirects without end"):
        fetched(web_to(httpserver), "/1")


@pytest.mark.parametrize("status", [303, 305, 403, 405])
def test_only_304_is_nothing_new_and_404_no_such_rates(httpserver: HTTPServer, status: int) -> None:
    """Whatever was kept from the day before."""
    for path, answer in (("/same", 304), ("/none", 404), ("/odd", status)):
        httpserver.expect_request(path).respond_with_data("", answer)
    web = web_to(httpserver)

    def asked(path: str) -> tuple[int, bytes]:
        url = httpserver.url_for(path)
        answer = web.get("ecb", url, {url: {"etag": '"v1"'}}, {})
        return answer.status, answer.body

    assert asked("/same") == (304, b"")
    assert asked("/none") == (404, b"")
    with pytest.raises(CacheError):
        asked("/odd")


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
@pytest.mark.parametrize(("limit", "settings"), [(16_000_000, {}), (100, {"limit": 100})])
def test_an_answer_is_as_long_as_allowed_and_not_a_byte_longer(
    httpserver: HTTPServer, packed: bool, limit: int, settings: dict[str, int]
) -> None:
    pack: Callable[[bytes], bytes] = (lambda body: gzip.compress(body, 1)) if packed else bytes
    headers = {"Content-Encoding": "gzip"} if packed else {}
    httpserver.expect_request("/most").respond_with_data(pack(b"1" * limit), headers=headers)
    httpserver.expect_request("/more").respond_with_data(pack(b"1" * (limit + 1)), headers=headers)
    assert len(fetched(web_to(httpserver, **settings), "/most").body) == limit
    with pytest.raises(CacheError, match=f"more than {limit} bytes"):
        fetched(web_to(httpserver, **settings), "/more")


def test_a_web_page_is_told_by_its_first_thousand_bytes(httpserver: HTTPServer) -> None:
    for path, at in (("/page", 995), ("/table", 996)):
        httpserver.expect_request(path).respond_with_data("<!--".ljust(at) + "<html>")
    with pytest.raises(CacheError, match="a web page instead of data"):
        fetched(web_to(httpserver), "/page")
    assert fetched(web_to(httpserver), "/table").status == 200


def test_the_cause_of_a_failure_is_the_innermost_however_deep_it_lies() -> None:
    error: BaseException = OSError(111, "Connection refused")
    for _ in range(9):
        error = ValueError(error)
    assert f"{causes.cause(error)}" == "connection refused"
