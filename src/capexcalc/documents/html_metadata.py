"""When a page was published and in which language, as it tells machines: JSON-LD, metadata, <time>, address.

The day of publication wins over that of the last change, whose figures nobody converted anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple

from ..errors import UsageError
from ..money.dates import parse_date
from ..patterns import regex
from .document import iso_day
from .html_tags import Tag

# Names of metadata, surest first; those after the bar tell of a change.
_PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time",
    "datepublished", "date_published", "date-published", "published", "published_at", "published_time",
    "publish_date", "publish-date", "publishdate", "publication_date", "publication-date", "pubdate",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cre-publication-date", "bt:pubdate",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date", "dc.date.created",
    "citation_publication_date", "date", "article.published", "rnews:datepublished", "datecreated",
)  # fmt: skip
_CHANGED = (
    "article:modified_time", "og:updated_time", "datemodified", "date_modified", "last-modified",
    "dcterms.modified", "dc.date.modified", "revised",
)  # fmt: skip
_NAMED_BY = ("property", "itemprop", "name", "http-equiv")
_ARTICLE_TYPES = ("Article", "Posting", "Report")
# A page has one description of itself, and may have one of everything it leads to.
_MOST_DESCRIBED = 2000
_IN_ADDRESS = regex(
    r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2]|[a-z]{3})[/-](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)", re.I
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 - read as one line
_LANGUAGE = regex(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*")
# What servers write that do not know the day.
_EPOCH = date(1970, 1, 2)


class Metadata(NamedTuple):
    """What is known is not None; ``language`` may have a region: "en-GB"."""

    day: date | None
    language: str | None


def metadata(
    parts: Sequence[Tag | str], article: Iterable[Tag | str], address: str, today: date | None
) -> Metadata:
    """What the parts of a page, and those of its article, say of it; a day after ``today`` is none."""
    named, described, language = _head(parts)
    published = (named[name] for name in _PUBLISHED if name in named)
    changed = (named[name] for name in _CHANGED if name in named)
    told = [
        *_of_descriptions(described, "datePublished"),
        *published,
        *_times(article),
        *_of_descriptions(described, "dateCreated"),
        *_of_address(named.get("canonical") or named.get("og:url") or address),
        *_of_descriptions(described, "dateModified"),
        *changed,
    ]
    days = (day for text in told if (day := _day(text)) and _EPOCH < day <= (today or date.max))
    spoken = language or named.get("content-language") or named.get("og:locale")
    spoken = spoken or next(_of_descriptions(described, "inLanguage"), None) or ""
    known = _LANGUAGE.fullmatch(spoken.strip())
    return Metadata(next(days, None), known[0].replace("_", "-") if known else None)


def _head(parts: Sequence[Tag | str]) -> tuple[dict[str, str], list[Any], str | None]:
    """Metadata by name, the first of each; the descriptions in JSON-LD; the language of the whole."""
    named: dict[str, str] = {}
    described: list[Any] = []
    language = None
    for part, following in zip(parts, [*parts[1:], ""], strict=True):
        if isinstance(part, str) or part.ends or not part.within:
            continue
        if part.name == "script":
            if "ld+json" in part.within and isinstance(following, str):
                described += _json(following)
            continue
        if part.name not in ("html", "meta", "link", "abbr") and "itemprop" not in part.within:
            continue
        said = part.attributes()
        if part.name == "html":
            language = language or said.get("lang") or said.get("xml:lang")
        elif part.name == "link" and said.get("rel") == "canonical":
            named.setdefault("canonical", said.get("href", ""))
        name = next(
            (said[key] for key in ("property", "itemprop", "name", "http-equiv") if said.get(key)), ""
        )
        value = said.get("content") or said.get("datetime") or ""
        if value:
            named.setdefault(name.lower(), value)
    return named, described, language


def _json(text: str) -> list[Any]:
    try:
        return [json.loads(text.strip().removeprefix("<!--").removesuffix("-->"))]
    except (ValueError, RecursionError):
        return []


def _of_descriptions(described: Iterable[Any], key: str) -> Iterator[str]:
    """The values under ``key``, of articles before those of anything else, outer ones first."""
    found: list[tuple[bool, str]] = []
    level, seen = list(described), 0
    while level and seen < _MOST_DESCRIBED:
        each = level.pop(0)
        seen += 1
        if isinstance(each, list):
            level += each[:_MOST_DESCRIBED]
        elif isinstance(each, dict):
            value, kind = each.get(key), str(each.get("@type"))
            if isinstance(value, str):
                found.append((not any(word in kind for word in _ARTICLE_TYPES), value))
            level += [inner for inner in each.values() if isinstance(inner, dict | list)]
    return (value for _, value in sorted(found, key=lambda each: each[0]))


def _times(parts: Iterable[Tag | str]) -> Iterator[str]:
    """<time> elements of the article: those that say they are its day, then the first."""
    times = [
        part.attributes() for part in parts if isinstance(part, Tag) and part.name == "time" and not part.ends
    ]
    dated = [said for said in times if said.get("datetime")]
    sure = [each for each in dated if "pubdate" in each or "publish" in each.get("class", "").lower()]
    return (said["datetime"] for said in (*sure, *dated[:1]))


def _of_address(address: str) -> Iterator[str]:
    for year, month, day in _IN_ADDRESS.findall(address):
        number = _MONTHS.index(month.lower()) + 1 if month.lower() in _MONTHS else month
        if str(number).isdigit():
            yield f"{year}-{int(number):02}-{int(day):02}"


def _day(text: str) -> date | None:
    text = text.strip()[:60]
    if day := iso_day(text) or iso_day(text[:10].replace("/", "-")):
        return day
    try:
        return parsedate_to_datetime(text).date()
    except ValueError:
        pass
    try:
        return parse_date(text, date.max)
    except UsageError:
        return None
