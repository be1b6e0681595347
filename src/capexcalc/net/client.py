"""Requests and answers over HTTP: patient with servers that answer, brief with a network that is down.

Everything a server can do wrong ends in a CacheError: ``network_down``, ``server_failed``, ``bad_answer``.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError
from urllib3.response import BaseHTTPResponse
from urllib3.util.retry import Retry

from .. import __version__
from ..errors import CacheError
from .causes import cause
from .errors import bad_answer, network_down, server_failed

# Seconds spent in vain on reaching servers, over all of them: then the network is down.
_CONNECT_TOTAL = 2.0
_CONNECT_EACH = 1.0
# How many silences long a whole run may take.
_RUN = 12


class Client:
    """One patience for all servers: ``timeout`` seconds of silence each, ``run`` times that over them all.

    ``contact`` is an address added to the name the servers know us by; ``limit`` is the most bytes an answer
    may have, packed and unpacked; ``adapter`` makes the connections.
    """

    def __init__(
        self,
        timeout: float,
        *,
        limit: int,
        run: float = _RUN,
        contact: str = "",
        adapter: type[HTTPAdapter] = HTTPAdapter,
    ) -> None:
        self._timeout = timeout
        self._limit = limit
        self._deadline = time.monotonic() + run * timeout
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
            self._session.mount(scheme, adapter(max_retries=_retry(self._deadline)))

    def ask(self, url: str, headers: Mapping[str, str]) -> requests.Response:
        """The answer at ``url``, redirects not followed, of which ``read`` gives the body; to be closed."""
        host = urlsplit(url).netloc
        if self._connecting <= 0:
            raise network_down("{host}: not tried, as no other server could be reached", host=host)
        if time.monotonic() > self._deadline:
            raise server_failed("{host}: not tried, the time is up", host=host)
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
            raise server_failed(
                "{host}: no answer within {seconds:g} seconds", host=host, seconds=self._timeout
            ) from None
        except (requests.exceptions.RequestException, HTTPError, ValueError) as error:
            reason = getattr(error.args[0] if error.args else None, "reason", None)
            if isinstance(reason, NewConnectionError | ConnectTimeoutError):
                self._connecting -= time.monotonic() - begun
                raise network_down(
                    "{host}: cannot be reached ({cause})", host=host, cause=cause(error)
                ) from None
            raise server_failed("{host}: {cause}", host=host, cause=cause(error)) from None
        except CacheError as error:
            raise server_failed("{host}: {message}", host=host, message=error.said) from None

    def read(self, url: str, response: requests.Response) -> bytes:
        """The unpacked body of ``response``, the answer at ``url``."""
        packed = self._body(url, response.raw)
        return _unpacked(url, packed, response.headers.get("Content-Encoding", ""), self._limit)

    def _body(self, url: str, raw: BaseHTTPResponse) -> bytes:
        chunks: list[bytes] = []
        size = 0
        try:
            # One read of the socket at a time: a server that drips must not outlast the deadline.
            while chunk := raw.read1(65_536, decode_content=False):
                chunks.append(chunk)
                size += len(chunk)
                if size > self._limit:
                    raise bad_answer("{url}: more than {limit} bytes", url=url, limit=self._limit)
                if time.monotonic() > self._deadline:
                    raise server_failed("{url}: the answer takes too long", url=url)
        except (HTTPError, OSError) as error:
            raise server_failed(
                "{url}: the answer breaks off after {size} bytes ({cause})",
                url=url,
                size=size,
                cause=cause(error),
            ) from None
        return b"".join(chunks)


def redirect(url: str, response: requests.Response) -> str | None:
    """Where the answer at ``url`` sends us on to, if it does."""
    if response.status_code not in (301, 302, 303, 307, 308):
        return None
    return urljoin(url, response.headers.get("Location", ""))


def refused(url: str, response: requests.Response) -> CacheError:
    """The error for an answer that has not what was asked for."""
    wait = response.headers.get("Retry-After")
    answer = f"{response.status_code} {response.reason or ''}".rstrip()
    if not wait:
        return server_failed("{url}: the server answers {answer}", url=url, answer=answer)
    return server_failed(
        "{url}: the server answers {answer}, and asks to come back in {wait} seconds",
        url=url,
        answer=answer,
        wait=wait[:40],
    )


def _retry(deadline: float) -> Retry:
    """Two more tries for a server that is busy, at the time it names; never past ``deadline``."""

    class WithinDeadline(Retry):
        def sleep(self, response: BaseHTTPResponse | None = None) -> None:
            named = self.get_retry_after(response) if response else None
            if time.monotonic() + (named or self.get_backoff_time()) > deadline:
                if named:
                    raise server_failed("the server asks to come back in {wait:.0f} seconds", wait=named)
                raise server_failed("the server stays busy")
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
        raise bad_answer(
            "{url}: packed as {encoding!r}, which was not asked for", url=url, encoding=encoding[:20]
        )
    unpacking = zlib.decompressobj(wbits=31)
    try:
        plain = unpacking.decompress(body, limit)
    except zlib.error:
        raise bad_answer("{url}: not the gzip it says it is", url=url) from None
    if unpacking.unconsumed_tail:
        raise bad_answer("{url}: more than {limit} bytes when unpacked", url=url, limit=limit)
    if not unpacking.eof:
        raise bad_answer("{url}: the answer breaks off", url=url)
    return plain
