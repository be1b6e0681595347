"""A document from the web, by its address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..errors import CacheError, Notice
from ..records import dataclass

if TYPE_CHECKING:
    from ..net.page import Page


@dataclass(frozen=True, slots=True)
class Access:
    """``offline`` asks no server; ``allow_local`` asks those of this machine and its network too."""

    offline: bool = False
    allow_local: bool = False


def is_url(name: str) -> bool:
    return name[:8].lower().startswith(("http://", "https://"))


def fetch(url: str, access: Access) -> tuple[Page, tuple[Notice, ...]]:
    """The page at ``url``, and the word about it where another site answers: a wall, or a new home.

    Raises what ``fetch_page`` raises, CacheError (``offline``).
    """
    if access.offline:
        raise CacheError(
            "offline",
            "{url}: the network is switched off",
            ("leave --offline and CAPEXCALC_OFFLINE out, or save it from your browser and check the file"),
            url=url,
        )
    from ..net.page import fetch_page  # here: requests takes 100 ms to import

    page = fetch_page(url, allow_local=access.allow_local)
    asked, answers = (_site(each) for each in (url, page.url))
    if asked == answers:
        return page, ()
    return page, (
        Notice("redirected", "{url}: redirected to another site, {answers}", url=url, answers=answers),
    )


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
