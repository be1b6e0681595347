"""Pages over real HTTP: whatever a server does ends in an article or in an error that names the address."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from random import Random

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from capexcalc.errors import CacheError, CapexcalcError, ExitCode, InputError
from capexcalc.net import page as module
from capexcalc.net.client import Client
from capexcalc.net.page import Page, fetch_page

ARTICLE = "<!DOCTYPE html><html><body><p>It costs £5 million.</p></body></html>"
HTML = "text/html; charset=utf-8"


@pytest.fixture(scope="module")
def threaded() -> Iterator[HTTPServer]:
    """One that answers the next test while it still drips for the last."""
    with HTTPServer(threaded=True) as server:
        yield server


@pytest.fixture
def httpserver(threaded: HTTPServer) -> HTTPServer:
    threaded.clear()
    return threaded


@pytest.fixture
def fetch(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Page]:
    """The page that ``handler`` answers with, from this machine and with little patience and room."""
    monkeypatch.setattr(module, "LIMIT", 300_000)

    def fetch(handler: Callable[[Request], Response], path: str = "/a", **settings: bool) -> Page:
        httpserver.expect_request(path).respond_with_handler(handler)
        return fetch_page(httpserver.url_for(path), timeout=0.3, **{"allow_local": True, **settings})

    return fetch


def moved(place: str, status: int = 302) -> Callable[[Request], Response]:
    return lambda request: Response(status=status, headers={"Location": place})


def drops(request: Request) -> Response:
    def slowly() -> Iterator[bytes]:
        for _ in range(60):
            time.sleep(0.05)
            yield b"x"

    return Response(slowly(), content_type=HTML)


def silent(request: Request) -> Response:
    time.sleep(0.6)
    return Response(ARTICLE)


def cut_off(request: Request) -> Response:
    response = Response(ARTICLE[:-20])
    response.headers["Content-Length"] = str(len(ARTICLE.encode()))
    return response


def packed(body: bytes, how: str = "gzip") -> Callable[[Request], Response]:
    return lambda request: Response(body, content_type=HTML, headers={"Content-Encoding": how})


def answer(status: int, **headers: str) -> Callable[[Request], Response]:
    return lambda request: Response("sorry", status=status, headers=headers)


FAULTS: dict[str, tuple[Callable[[Request], Response], str, str, ExitCode]] = {
    "no page": (answer(404), "no_page", "has no such page (404)", ExitCode.USAGE),
    "gone": (answer(410), "no_page", "has no such page (410)", ExitCode.USAGE),
    "forbidden": (answer(403), "server_failed", "answers 403 FORBIDDEN", ExitCode.CACHE),
    "a wall": (answer(402), "server_failed", "answers 402", ExitCode.CACHE),
    "broken": (answer(500), "server_failed", "answers 500", ExitCode.CACHE),
    "busy": (answer(429, **{"Retry-After": "3600"}), "server_failed", "come back in 3600", ExitCode.CACHE),
    "nothing new": (answer(304), "server_failed", "answers 304", ExitCode.CACHE),
    "silent": (silent, "server_failed", "no answer within 0.3 seconds", ExitCode.CACHE),
    "dripping": (drops, "server_failed", "takes too long", ExitCode.CACHE),
    "cut off": (cut_off, "server_failed", "breaks off", ExitCode.CACHE),
    "in circles": (moved("/a"), "bad_answer", "redirects without end", ExitCode.CACHE),
    "to a file": (moved("file:///etc/passwd"), "bad_url", "file:///etc/passwd", ExitCode.USAGE),
    "with a password": (moved("http://a:b@x.example/"), "bad_url", "not the address", ExitCode.USAGE),
    "endless": (
        lambda request: Response((b"x" * 50_000 for _ in range(100)), content_type=HTML),
        "bad_answer",
        "more than 300000 bytes",
        ExitCode.CACHE,
    ),
    "gzip bomb": (packed(gzip.compress(bytes(2_000_000))), "bad_answer", "when unpacked", ExitCode.CACHE),
    "not gzip": (packed(ARTICLE.encode()), "bad_answer", "not the gzip", ExitCode.CACHE),
    "zlib": (packed(zlib.compress(ARTICLE.encode())), "bad_answer", "not the gzip", ExitCode.CACHE),
    "half gzip": (packed(gzip.compress(ARTICLE.encode())[:-9]), "bad_answer", "breaks off", ExitCode.CACHE),
    "packed otherwise": (packed(b"x", "br"), "bad_answer", "was not asked for", ExitCode.CACHE),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_a_server_does_is_said_with_its_address(fault, fetch, httpserver):
    handler, code, said, exit_code = FAULTS[fault]
    with pytest.raises(CapexcalcError) as caught:
        fetch(handler)
    assert (caught.value.code, caught.value.exit_code) == (code, exit_code)
    assert said in caught.value.message
    assert caught.value.message.startswith(("http://", "file:"))
    assert "rates" not in (caught.value.hint or "")


def test_a_page_comes_with_what_the_server_says_of_it(fetch, httpserver):
    page = fetch(lambda request: Response(ARTICLE, content_type="Text/HTML; charset=ISO-8859-1"))
    assert page == Page(httpserver.url_for("/a"), "text/html", "iso-8859-1", ARTICLE.encode())
    noise = Random(1).randbytes(30_000)  # which comes again as far behind as gzip looks, nearly
    for number, body in enumerate((ARTICLE.encode(), noise * 2)):
        assert fetch(packed(gzip.compress(body)), f"/packed{number}").body == body


def test_a_page_has_ten_seconds_of_silence_thirty_in_all_and_32_megabytes(monkeypatch):
    made = []

    class Asked(Client):
        def __init__(self, timeout: float, **settings: object) -> None:
            made.append((timeout, settings["run"], settings["limit"]))
            raise CacheError("network_down", "not today")

    monkeypatch.setattr(module, "Client", Asked)
    with pytest.raises(CacheError):
        fetch_page("https://news.example/a")
    assert made == [(10.0, 3, 32_000_000)]


def test_no_type_is_no_type(fetch):
    def bare(request: Request) -> Response:
        response = Response(ARTICLE)
        del response.headers["Content-Type"]
        return response

    assert fetch(bare).media_type == ""


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_page_that_has_moved_is_found(status, fetch, httpserver):
    httpserver.expect_request("/b").respond_with_data(ARTICLE, content_type=HTML)
    assert fetch(moved("/b", status)).url == httpserver.url_for("/b")


@pytest.mark.parametrize(("hops", "found"), [(5, True), (6, False)])
def test_five_redirects_are_followed_and_no_sixth(hops, found, fetch, httpserver):
    for hop in range(1, hops):
        httpserver.expect_request(f"/{hop}").respond_with_data(
            "", status=302, headers={"Location": f"/{hop + 1}"}
        )
    httpserver.expect_request(f"/{hops}").respond_with_data(ARTICLE, content_type=HTML)
    if found:
        assert fetch(moved("/1")).body == ARTICLE.encode()
    else:
        with pytest.raises(CacheError, match="redirects without end"):
            fetch(moved("/1"))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "a.localhost", "2130706433", "0x7f.1", "0", "[::ffff:127.0.0.1]"]
)
def test_this_machine_is_spoken_to_only_if_it_is_meant(host, httpserver):
    httpserver.expect_request("/a").respond_with_data(ARTICLE, content_type=HTML)
    url = f"http://{host}:{httpserver.port}/a"
    with pytest.raises(InputError) as caught:
        fetch_page(url, timeout=1)
    assert (caught.value.code, caught.value.hint) == ("local_address", "if it is meant: --allow-local")
    assert not httpserver.log


@pytest.mark.parametrize(
    "host",
    ["10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "[::1]", "[fe80::1]", "[fd00::1]", "[::]"],
)  # fmt: skip
def test_addresses_of_networks_are_refused_before_anybody_is_asked(host, monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", lambda *to: pytest.fail(f"connects {to}"))
    with pytest.raises(InputError, match="not of the web"):
        fetch_page(f"http://{host}/latest")


def test_a_name_that_leads_to_this_machine_is_found_out(httpserver, monkeypatch):
    """A name may be public when it is looked at, and private when it is spoken to: the connection counts."""
    httpserver.expect_request("/a").respond_with_data(ARTICLE, content_type=HTML)
    look_up = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *more: look_up("127.0.0.1", *more))
    url = f"http://news.example:{httpserver.port}/a"
    with pytest.raises(InputError) as caught:
        fetch_page(url, timeout=1)
    assert caught.value.code == "local_address"
    assert not httpserver.log
    assert fetch_page(url, timeout=1, allow_local=True).body == ARTICLE.encode()


def test_a_public_page_cannot_lead_to_a_private_one(monkeypatch, httpserver):
    """The first server is taken for public; where it leads to is looked at anew."""
    httpserver.expect_request("/a").respond_with_data(
        "", status=302, headers={"Location": "http://192.168.1.1/admin"}
    )
    monkeypatch.setattr(module, "_public", lambda sock, host: sock)
    look_up = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *more: look_up("127.0.0.1", *more))
    with pytest.raises(InputError, match=r"192\.168\.1\.1 is an address of this machine or its network"):
        fetch_page(f"http://news.example:{httpserver.port}/a", timeout=1)


@pytest.mark.parametrize(
    "url", ["ftp://x.example/", "http://", "http://[x/", "http://x.example:0/", "https://u:p@x.example/"]
)
def test_what_is_no_address_of_a_page_is_refused(url):
    with pytest.raises(InputError) as caught:
        fetch_page(url, allow_local=True)
    assert caught.value.code == "bad_url"


def test_a_network_that_is_down_is_said_at_once():
    begun = time.monotonic()
    with pytest.raises(CacheError) as caught:
        fetch_page("http://127.0.0.1:9/a", allow_local=True)
    assert (caught.value.code, caught.value.hint) == (
        "network_down",
        "save it from your browser, and check the file",
    )
    assert caught.value.message.startswith("http://127.0.0.1:9/a: 127.0.0.1:9: cannot be reached")
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (b"HTTP/1.1 302 Found\r\nLocation: http://[x/\r\nContent-Length: 0\r\n\r\n", "invalid"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "breaks off"),
        (b"SSH-2.0-OpenSSH_9\r\n", ""),
        (b"\0" * 100, ""),
        (b"", ""),
    ],
)
def test_what_is_no_http_is_said(sent, said):
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(65_536)
                    connection.sendall(sent)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        with pytest.raises(CacheError) as caught:
            fetch_page(f"http://127.0.0.1:{server.getsockname()[1]}/a", timeout=0.5, allow_local=True)
        assert said in caught.value.message
