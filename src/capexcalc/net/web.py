"""The one way to data services: mirrors, conditional requests, answers that are data and no web page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import requests

from ..errors import UsageError
from ..records import dataclass
from .client import Client, redirect, refused
from .errors import bad_answer

# Bytes of an answer, packed and unpacked. The largest one documented has two million.
_LIMIT = 16_000_000
_REDIRECTS = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """``status`` is 200, 304 (unchanged since the last run) or 404."""

    url: str
    status: int
    body: bytes


class Web:
    """Fetches, with the patience of a Client, ``timeout`` seconds of silence each.

    ``mirrors`` names, by provider, the scheme and host that replace its own; ``contact`` is an address added
    to the name the servers know us by; ``limit`` is the most bytes an answer may have. Raises UsageError
    (``bad_url``).
    """

    def __init__(
        self, timeout: float, mirrors: Mapping[str, str], *, contact: str = "", limit: int = _LIMIT
    ) -> None:
        self._mirrors = {provider: _host(url) for provider, url in mirrors.items()}
        self._client = Client(timeout, limit=limit, contact=contact)

    def get(self, provider: str, url: str, validators: Mapping[str, Any], seen: dict[str, Any]) -> Answer:
        """The answer of ``provider`` at ``url`` (with its own scheme and host).

        ``validators`` of the last run, by URL, make the request conditional; those of the answer are added to
        ``seen``. Raises CacheError.
        """
        url = urlunsplit((*(self._mirrors.get(provider) or urlsplit(url)[:2]), *urlsplit(url)[2:]))
        headers = {
            name: str(validators[url][key])
            for key, name in _CONDITIONS.items()
            if isinstance(validators.get(url), dict) and key in validators[url]
        }
        start = url
        for _ in range(_REDIRECTS + 1):
            with self._client.ask(url, headers) as response:
                target = redirect(url, response)
                if target is None:
                    return self._answer(start, response, validators, seen)
                if urlsplit(target)[:2] != urlsplit(url)[:2]:
                    raise bad_answer(
                        "{url}: redirects to another host, {host}", url=url, host=urlsplit(target).netloc[:80]
                    )
                url = target
        raise bad_answer("{start}: redirects without end", start=start)

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
            raise refused(url, response)
        body = self._client.read(url, response)
        if body.lstrip()[:1] == b"<" and b"<html" in body[:1000].lower():
            raise bad_answer("{url}: a web page instead of data", url=url)
        if not body.strip():
            raise bad_answer("{url}: an empty answer", url=url)
        said = {key: response.headers[name] for key, name in _SAID.items() if name in response.headers}
        if said:
            seen[url] = said
        return Answer(url, status, body)


# Manifest keys, and the headers of request and answer they stand for.
_CONDITIONS = {"etag": "If-None-Match", "last_modified": "If-Modified-Since"}
_SAID = {"etag": "ETag", "last_modified": "Last-Modified"}


def _host(url: str) -> tuple[str, str]:
    """Scheme and host. Raises UsageError (``bad_url``)."""
    try:
        parts = urlsplit(url)
        known = parts.scheme in ("http", "https") and parts.hostname and parts.path in ("", "/")
    except ValueError:
        known = False
    if not known:
        raise UsageError(
            "bad_url",
            "{url!r} is not the address of a server",
            "give scheme and host, as in https://rates.example.org",
            url=url[:80],
        )
    return parts.scheme, parts.netloc
