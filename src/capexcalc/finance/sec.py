"""SEC EDGAR over the network: one issuer's facts, fetched once, kept in the user's cache, read offline after.

https://www.sec.gov/search-filings/edgar-application-programming-interfaces and, for the limits every caller
keeps to, https://www.sec.gov/search-filings/edgar-search-assistance/accessing-edgar-data
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..errors import CacheError, InputError, Notice, UsageError
from ..records import dataclass
from ..words import Phrase, Template
from .edgar import series_of
from .spending import SpendingSeries

_FACTS = "https://data.sec.gov/api/xbrl/companyfacts/CIK{cik:010}.json"
_TICKERS = "https://www.sec.gov/files/company_tickers.json"

# The SEC allows ten requests a second; half of that is polite.
_PAUSE = 0.2
_TIMEOUT = 20.0  # seconds of silence
_LARGEST = 128_000_000  # bytes, unpacked; the largest issuers' facts have some ten million
_KEPT: Template = "what was fetched before is read with --offline"
_BLOCK: Template = "what was fetched before is read with --offline; the SEC lifts a block after ten minutes"


@dataclass(frozen=True, slots=True)
class Access:
    """How EDGAR is reached.

    ``folder``, in the user's folder of rates, keeps its answers, and ``waiting`` is told whom there is to
    wait for before it may be changed. ``email`` is the caller's address, ``mirror`` the scheme and host that
    replace the SEC's own; ``offline`` puts the network out of bounds.
    """

    folder: Path
    today: date
    waiting: Callable[[Phrase], None]
    email: str | None = None
    mirror: str | None = None
    offline: bool = False


def read_issuer(given: str, access: Access, *, fresh: bool = False) -> SpendingSeries:
    """The annual capital expenditure of the issuer with this CIK number or ticker.

    What is in the folder is used whatever its age, with a notice of its day, unless ``fresh``. Raises
    UsageError: ``bad_issuer``, ``unknown_ticker``, ``no_email``, ``bad_url``; InputError ``no_facts``;
    CacheError: ``offline``, ``network_down``, ``server_failed``, ``bad_answer``, ``cache_not_writable``,
    ``cache_locked``; and what series_of raises.
    """
    name = given.strip().upper().removeprefix("CIK")
    if name.isascii() and name.isdigit() and len(name) <= 10:
        cik = int(name)
    elif re.fullmatch(r"[A-Z][A-Z0-9.-]{0,9}", name):
        cik = _cik(name, access, fresh=fresh)
        time.sleep(_PAUSE)
    else:
        raise UsageError(
            "bad_issuer", "{given!r} is no CIK number and no ticker", "give sec:1577552", given=given[:40]
        )
    url = _FACTS.format(cik=cik)
    content, fetched = _get(f"CIK{cik:010}.json", url, access, fresh=fresh)
    if content is None:
        raise InputError(
            "no_facts",
            "EDGAR has no figures for CIK {cik}",
            "funds, and issuers that file no XBRL, have none: write the figures into a CSV file",
            cik=cik,
        )
    if not isinstance(content, dict) or str(content.get("cik", "")).lstrip("0") != str(cik):
        raise _bad_answer(url, "not the facts of this issuer")
    series = series_of(content, f"sec:{cik}")
    if fetched == access.today:
        return series
    return replace(
        series,
        notices=(
            Notice(
                "cached",
                "sec:{cik} as fetched on {fetched}; anew with: capexcalc spending fetch {cik}",
                cik=cik,
                fetched=fetched,
            ),
            *series.notices,
        ),
    )


def _cik(ticker: str, access: Access, *, fresh: bool) -> int:
    content, _ = _get("company_tickers.json", _TICKERS, access, fresh=fresh)
    try:
        for company in content.values():
            # Classes of shares: BRK.B on the exchange is BRK-B at the SEC.
            if company["ticker"] == ticker.replace(".", "-"):
                return int(company["cik_str"])
    except (KeyError, TypeError, ValueError, AttributeError):
        raise _bad_answer(_TICKERS, "not the list of tickers") from None
    raise UsageError(
        "unknown_ticker",
        "no issuer at the SEC has the ticker {ticker}",
        "look up its CIK number at https://www.sec.gov/edgar/searchedgar/companysearch",
        ticker=ticker,
    )


def _get(name: str, url: str, access: Access, *, fresh: bool) -> tuple[Any, date]:
    """The JSON at ``url`` (None: not there) and the day it was fetched, from the folder if it is there."""
    path = access.folder / name
    if not fresh and (kept := _kept(path)):
        body, fetched = kept
        return _parsed(body, url), fetched
    if access.offline:
        raise CacheError(
            "offline",
            "{name} is not in {folder}, and may not be fetched",
            "leave --offline and CAPEXCALC_OFFLINE out once",
            name=name,
            folder=access.folder,
        )
    fetched_body = _fetched(url, access)
    if fetched_body is None:
        return None, access.today
    content = _parsed(fetched_body, url)
    _keep(path, fetched_body, access)
    return content, access.today


def _fetched(url: str, access: Access) -> bytes | None:
    if "@" not in (access.email or ""):
        raise UsageError(
            "no_email",
            "the SEC asks every caller to give an e-mail address, and none is set",
            "CAPEXCALC_SEC_EMAIL=you@example.org capexcalc ...",
        )
    # Here: 100 ms to import, and most of the time the answer is in the folder.
    from ..net.web import Web

    mirrors = {"sec": access.mirror} if access.mirror else {}
    web = Web(_TIMEOUT, mirrors, contact=access.email or "", limit=_LARGEST)
    try:
        answer = web.get("sec", url, {}, {})
    except CacheError as error:
        hint = _KEPT if error.code == "network_down" else _BLOCK
        raise CacheError(error.code, error.said, hint) from None
    return answer.body if answer.status == 200 else None


def _parsed(body: bytes, url: str) -> Any:
    """The JSON with every number as the text it was published in."""
    try:
        return json.loads(body, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError):
        raise _bad_answer(url, "not JSON") from None


def _kept(path: Path) -> tuple[bytes, date] | None:
    """Content and day of a kept answer, None where there is none or it is not as it was written."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        day, checksum = head.decode("ascii").split()
        if sha256(body).hexdigest() == checksum:
            return body, date.fromisoformat(day)
    except (OSError, ValueError):
        pass
    return None


def _keep(path: Path, body: bytes, access: Access) -> None:
    """Put the answer into the folder under the lock: a reader finds the old one, or the new one whole."""
    from ..cache.folder import durable, locked

    content = f"{access.today} {sha256(body).hexdigest()}\n".encode() + body
    with locked(path.parent.parent, access.waiting):
        path.parent.mkdir(exist_ok=True)
        durable(path, content)


def _bad_answer(url: str, template: Template) -> CacheError:
    return CacheError("bad_answer", "{url}: {what}", _BLOCK, url=url, what=Phrase(template))
