"""What a server does wrong is said in words, never in the names of classes, and in little room."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from capexcalc.errors import CacheError
from capexcalc.net.web import Web

OK = b"HTTP/1.1 200 OK\r\n"
RESET = b"reset"

Serve = Callable[[bytes], str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """A server that answers whatever it is asked with these bytes, and hangs up; its address."""
    opened: list[socket.socket] = []

    def serve(answer: bytes) -> str:
        listening = socket.create_server(("127.0.0.1", 0))
        opened.append(listening)

        def answering() -> None:
            with suppress(OSError):  # closed
                while True:
                    connection, _ = listening.accept()
                    with connection, suppress(OSError):
                        connection.recv(65_536)
                        if answer == RESET:
                            linger = struct.pack("ii", 1, 0)
                            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                        else:
                            connection.sendall(answer)

        threading.Thread(target=answering, daemon=True).start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}"

    yield serve
    for each in opened:
        each.close()


def failure(address: str, path: str = "/rates") -> CacheError:
    with pytest.raises(CacheError) as caught:
        Web(2, {"ecb": address}).get("ecb", f"https://rates.example.org{path}", {}, {})
    return caught.value


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (OK + b"".join(b"X-%d: 1\r\n" % n for n in range(300)) + b"\r\n", "the answer is not HTTP"),
        (OK + b"X: " + b"a" * 70_000 + b"\r\n\r\n", "the answer is not HTTP"),
        (b"HTTP/1.1 xyz OK\r\n\r\n", "the answer is not HTTP"),
        (b"\0\1\x1b[31m\r\n\r\n", "the answer is not HTTP"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab", "(the server closed the connection)"),
        (
            OK + b"Content-Length: 5000\r\n\r\nxx",
            "breaks off after 2 bytes (the server closed the connection)",
        ),
        (b"", "the server closed the connection without an answer"),
        (RESET, "connection reset by peer"),
    ],
    ids=["headers", "header", "status", "garbage", "chunk", "short", "nothing", "reset"],
)
def test_what_a_server_does_wrong_is_said_in_words(serve: Serve, answer: bytes, said: str) -> None:
    error = failure(serve(answer))
    assert said in error.message
    assert not set("'[]()\x1b\0").difference("()") & set(error.message)
    assert (error.code, len(error.message) < 150) == ("server_failed", True)


def test_a_server_without_a_certificate_is_not_trusted(serve: Serve) -> None:
    address = serve(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    assert "no secure connection comes about" in failure(address.replace("http", "https")).message


@pytest.mark.parametrize("host", ["a" * 70 + ".example", "rates..example"])
def test_a_host_that_cannot_be_is_no_address(host: str) -> None:
    assert "this is no address of a server" in failure(f"http://{host}").message


def test_a_long_address_leaves_room_for_what_is_wrong(serve: Serve) -> None:
    answer = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"
    short = failure(serve(answer), "/" + "x" * 70).message
    assert "x" * 70 + ": the server answers 403 Forbidden" in short
    long = failure(serve(answer), "/" + "USD+" * 100).message
    assert "…: the server answers 403 Forbidden" in long
    assert len(long) < 150
