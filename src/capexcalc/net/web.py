"""One polite way to the web: patient with servers that answer, brief with a network that is down.

Everything a server can do wrong ends in a CacheError: ``network_down``, ``server_failed``, ``bad_answer``.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit, urlunsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError
from urllib3.response import BaseHTTPResponse
from urllib3.util.retry import Retry

from .. import __version__
from ..errors import CacheError, UsageError
from .errors import bad_answer, network_down, server_failed

# Seconds spent in vain on reaching servers, over all of them: then the network is down.
_CONNECT_TOTAL = 2.0
_CONNECT_EACH = 1.0
# Bytes of an answer, packed and unpacked. The largest one documented has two million.
_LIMIT = 16_000_000
_REDIRECTS = 3
# How many silences long a whole run may take.
_RUN = 12


@dataclass(frozen=True, slots=True)
class Answer:
    """``status`` is 200, 304 (unchanged since the last run) or 404."""

    url: str
    status: int
    body: bytes


class Web:
    """Fetches, with one patience for all servers: ``timeout`` seconds of silence each, twelve times that over
    the whole run.

    ``mirrors`` names, by provider, the scheme and host that replace its own; ``contact`` is an address added
    to the name the servers know us by; ``limit`` is the most bytes an answer may have. Raises UsageError
    (``bad_url``).
    """

    def __init__(
        self, timeout: float, mirrors: Mapping[str, str], *, contact: str = "", limit: int = _LIMIT
    ) -> None:
        self._timeout = timeout
        self._limit = limit
        self._mirrors = {provider: _host(url) for provider, url in mirrors.items()}
        self._deadline = time.monotonic() + _RUN * timeout
        self._connecting = _CONNECT_TOTAL
        self._session = requests.Session()
        self._session.headers.update(
            {
                "User-Agent": f"capexcalc/{__version__} {contact}".rstrip(),
                "Accept-Encoding": "gzip",
                "Accept": "*/*",
            }
        )
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=_retry(self._deadline)))

    def get(self, provider: str, url: str, validators: Mapping[str, Any], seen: dict[str, Any]) -> Answer:
        """The answer of ``provider`` at ``url`` (with its own scheme and host).

        ``validators`` of the last run, by URL, make the request conditional; those of the answer are added to
        ``seen``.
        """
        url = urlunsplit((*(self._mirrors.get(provider) or urlsplit(url)[:2]), *urlsplit(url)[2:]))
        headers = {
            name: str(validators[url][key])
            for key, name in _CONDITIONS.items()
            if isinstance(validators.get(url), dict) and key in validators[url]
        }
        start = url
        for _ in range(_REDIRECTS + 1):
            with self._request(url, headers) as response:
                target = urljoin(url, response.headers.get("Location", ""))
                if response.status_code in (301, 302, 303, 307, 308):
                    if urlsplit(target)[:2] != urlsplit(url)[:2]:
                        raise bad_answer(f"{url}: redirects to another host, {urlsplit(target).netloc[:80]}")
                    url = target
                    continue
                return self._answer(start, response, validators, seen)
        raise bad_answer(f"{start}: redirects without end")

    def _request(self, url: str, headers: Mapping[str, str]) -> requests.Response:
        host = urlsplit(url).netloc
        if self._connecting <= 0:
            raise network_down(f"{host}: not tried, as no other server could be reached")
        if time.monotonic() > self._deadline:
            raise server_failed(f"{host}: not tried, the time is up")
        begun = time.monotonic()
        try:
            return self._session.get(
                url,
                headers=dict(headers),
                stream=True,
                allow_redirects=False,
                timeout=(min(_CONNECT_EACH, self._connecting, self._timeout), self._timeout),
            )
        except requests.exceptions.ReadTimeout:
            raise server_failed(f"{host}: no answer within {self._timeout:g} seconds") from None
        except (requests.exceptions.RequestException, HTTPError, ValueError) as error:
            reason = getattr(error.args[0] if error.args else None, "reason", None)
            if isinstance(reason, NewConnectionError | ConnectTimeoutError):
                self._connecting -= time.monotonic() - begun
                raise network_down(f"{host}: cannot be reached ({_cause(error)})") from None
            raise server_failed(f"{host}: {_cause(error)}") from None
        except CacheError as error:
            raise server_failed(f"{host}: {error.message}") from None

    def _answer(
        self, url: str, response: requests.Response, validators: Mapping[str, Any], seen: dict[str, Any]
    ) -> Answer:
        status = response.status_code
        if status == 304 and url in validators:
            seen[url] = validators[url]
            return Answer(url, status, b"")
        if status == 404:
            return Answer(url, status, b"")
        if status != 200:
            wait = response.headers.get("Retry-After")
            later = f", and asks to come back in {wait[:40]} seconds" if wait else ""
            raise server_failed(
                f"{url}: the server answers {status} {response.reason or ''}".rstrip() + later
            )
        packed = self._body(url, response.raw)
        body = _unpacked(url, packed, response.headers.get("Content-Encoding", ""), self._limit)
        if body.lstrip()[:1] == b"<" and b"<html" in body[:1000].lower():
            raise bad_answer(f"{url}: a web page instead of data")
        if not body.strip():
            raise bad_answer(f"{url}: an empty answer")
        said = {key: response.headers[name] for key, name in _SAID.items() if name in response.headers}
        if said:
            seen[url] = said
        return Answer(url, status, body)

    def _body(self, url: str, raw: BaseHTTPResponse) -> bytes:
        chunks: list[bytes] = []
        size = 0
        try:
            # One read of the socket at a time: a server that drips must not outlast the deadline.
            while chunk := raw.read1(65_536, decode_content=False):
                chunks.append(chunk)
                size += len(chunk)
                if size > self._limit:
                    raise bad_answer(f"{url}: more than {self._limit} bytes")
                if time.monotonic() > self._deadline:
                    raise server_failed(f"{url}: the answer takes too long")
        except (HTTPError, OSError) as error:
            raise server_failed(
                f"{url}: the answer breaks off after {size} bytes ({_cause(error)})"
            ) from None
        return b"".join(chunks)


# Manifest keys, and the headers of request and answer they stand for.
_CONDITIONS = {"etag": "If-None-Match", "last_modified": "If-Modified-Since"}
_SAID = {"etag": "ETag", "last_modified": "Last-Modified"}


def _retry(deadline: float) -> Retry:
    """Two more tries for a server that is busy, at the time it names; never past ``deadline``."""

    class WithinDeadline(Retry):
        def sleep(self, response: BaseHTTPResponse | None = None) -> None:
            named = self.get_retry_after(response) if response else None
            if time.monotonic() + (named or self.get_backoff_time()) > deadline:
                wait = f"asks to come back in {named:.0f} seconds" if named else "stays busy"
                raise server_failed(f"the server {wait}")
            super().sleep(response)

    return WithinDeadline(
        total=2,
        connect=0,
        read=False,
        redirect=False,
        backoff_factor=0.2,
        status_forcelist=(429, 500, 502, 503, 504),
        allowed_methods=("GET",),
        raise_on_status=False,
    )


def _unpacked(url: str, body: bytes, encoding: str, limit: int) -> bytes:
    if encoding.lower() in ("", "identity"):
        return body
    if encoding.lower() not in ("gzip", "x-gzip"):
        raise bad_answer(f"{url}: packed as {encoding[:20]!r}, which was not asked for")
    unpacking = zlib.decompressobj(wbits=31)
    try:
        plain = unpacking.decompress(body, limit)
    except zlib.error:
        raise bad_answer(f"{url}: not the gzip it says it is") from None
    if unpacking.unconsumed_tail:
        raise bad_answer(f"{url}: more than {limit} bytes when unpacked")
    if not unpacking.eof:
        raise bad_answer(f"{url}: the answer breaks off")
    return plain


def _host(url: str) -> tuple[str, str]:
    """Scheme and host. Raises UsageError (``bad_url``)."""
    try:
        parts = urlsplit(url)
        known = parts.scheme in ("http", "https") and parts.hostname and parts.path in ("", "/")
    except ValueError:
        known = False
    if not known:
        hint = "give scheme and host, as in https://rates.example.org"
        raise UsageError("bad_url", f"{url[:80]!r} is not the address of a server", hint)
    return parts.scheme, parts.netloc


def _cause(error: BaseException) -> str:
    """The innermost reason, which says most in fewest words."""
    reason: Any = error
    inner: Any = error
    while isinstance(inner, BaseException):
        reason = inner
        inner = getattr(reason, "reason", None) or (reason.args[0] if reason.args else None)
    # Without the class before the colon and the number in brackets.
    last = str(reason).rpartition(": ")[2].rpartition("] ")[2]
    last = last if "(" in last else last.rstrip(")")
    said = getattr(reason, "strerror", None) or last or type(reason).__name__
    return " ".join(str(said).split())[:120].lower()
