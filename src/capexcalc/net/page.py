"""A page of the web as anybody may see it: from public servers alone, and kept nowhere."""

from __future__ import annotations

import socket
from email.message import Message
from ipaddress import IPv6Address, ip_address
from typing import Any
from urllib.parse import urlsplit

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from ..errors import CacheError, InputError
from ..records import dataclass
from ..words import Template
from .client import Client, redirect, refused
from .errors import bad_answer

# Seconds of silence, and how many such the whole page may take.
TIMEOUT = 10.0
_RUN = 3
# Bytes of a page, packed and unpacked; an annual report in PDF has some ten million.
LIMIT = 32_000_000
_REDIRECTS = 5
_GONE = (404, 410)
_SAVE: Template = "save it from your browser, and check the file"


@dataclass(frozen=True, slots=True)
class Page:
    """``url`` is where it stood in the end; ``media_type`` (in lower case) and ``charset`` are what the
    server says of ``body``, empty where it says nothing."""

    url: str
    media_type: str
    charset: str
    body: bytes


def fetch_page(url: str, *, timeout: float = TIMEOUT, allow_local: bool = False) -> Page:
    """The page at ``url``, over at most five redirects.

    Unless ``allow_local``, no server is spoken to whose address is not public: a link could lead to what
    only this machine or its network may see. Raises InputError: ``bad_url``, ``local_address``, ``no_page``;
    CacheError: ``network_down``, ``server_failed``, ``bad_answer``.
    """
    client = Client(timeout, run=_RUN, limit=LIMIT, adapter=HTTPAdapter if allow_local else _PublicAdapter)
    try:
        return _fetched(client, url, allow_local=allow_local)
    except CacheError as error:
        if error.message.startswith("http"):
            raise CacheError(error.code, error.said, _SAVE) from None
        raise CacheError(error.code, "{url}: {problem}", _SAVE, url=url, problem=error.said) from None


def _fetched(client: Client, start: str, *, allow_local: bool) -> Page:
    url = start
    for _ in range(_REDIRECTS + 1):
        _refuse_odd(url, allow_local=allow_local)
        with client.ask(url, {}) as response:
            target = redirect(url, response)
            if target is not None:
                url = target
                continue
            if response.status_code in _GONE:
                raise InputError(
                    "no_page",
                    "{url}: the server has no such page ({status})",
                    url=url,
                    status=response.status_code,
                )
            if response.status_code != 200:
                raise refused(url, response)
            said = Message()
            said["Content-Type"] = response.headers.get("Content-Type", "")
            media_type = said.get_content_type() if said["Content-Type"] else ""
            return Page(url, media_type, said.get_content_charset(""), client.read(url, response))
    raise bad_answer("{start}: redirects without end", start=start)


def _refuse_odd(url: str, *, allow_local: bool) -> None:
    """What must not even be looked up. Behind a proxy, this is all that can be known of an address."""
    try:
        parts = urlsplit(url)
        host, known = parts.hostname or "", parts.scheme in ("http", "https") and parts.port != 0
    except ValueError:
        host, known = "", False
    if not (host and known) or parts.username is not None:
        raise InputError(
            "bad_url",
            "{url}: not the address of a page",
            "give it as https://example.org/article, without a name and password",
            url=url[:200],
        )
    if not allow_local and (host == "localhost" or host.endswith(".localhost") or not _is_public(host)):
        raise _local(url, host)


def _is_public(host: str) -> bool:
    """Whether ``host`` is a public address, or a name, which may have any."""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return True
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return address.is_global and not address.is_multicast


def _local(url: str, address: str) -> InputError:
    return InputError(
        "local_address",
        "{url}: {address} is an address of this machine or its network, not of the web",
        "if it is meant: --allow-local",
        url=url,
        address=address,
    )


def _public(sock: socket.socket, host: str) -> socket.socket:
    """A connection just made, if it leads to a public address: a name says nothing until it is looked up."""
    address = str(sock.getpeername()[0])
    if _is_public(address):
        return sock
    sock.close()
    raise _local(host, address)


class _PublicConnection(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _public(super()._new_conn(), self.host)


class _PublicTlsConnection(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _public(super()._new_conn(), self.host)


class _PublicPool(HTTPConnectionPool):
    ConnectionCls = _PublicConnection


class _PublicTlsPool(HTTPSConnectionPool):
    ConnectionCls = _PublicTlsConnection


class _PublicAdapter(HTTPAdapter):
    """Makes connections to public addresses only; to a proxy, if there is one, wherever it is."""

    def init_poolmanager(self, *sizes: Any, **settings: Any) -> None:
        super().init_poolmanager(*sizes, **settings)
        self.poolmanager.pool_classes_by_scheme = {"http": _PublicPool, "https": _PublicTlsPool}
