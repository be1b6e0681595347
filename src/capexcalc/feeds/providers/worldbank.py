"""The World Bank's Indicators API: figures of every country and year, page by page.

https://datahelpdesk.worldbank.org/knowledgebase/articles/889392: a list of the head of a page and its
records, or a list of one message where something is wrong. Years without a figure are null.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from ...net.errors import bad_answer
from ...net.web import Answer
from ...records import dataclass
from ..fetching import Fetch, read_json
from ..screen_cells import Cell

_INDICATOR = "https://api.worldbank.org/v2/country/all/indicator/{code}?format=json&per_page=5000"
_AVERAGES = "PA.NUS.FCRF"
# The price indices, by our name: the World Bank's code, and what is counted.
INDICES = {
    "worldbank_cpi": ("FP.CPI.TOTL", "consumer prices"),
    "worldbank_gdp": ("NY.GDP.DEFL.ZS", "GDP deflator"),
}
_FIRST = 1960
# Years before the newest one that are fetched again, to notice what was revised.
_OVERLAP = 5
# Some seventeen thousand records are four pages.
_MOST_PAGES = 100


class Record(NamedTuple):
    """A figure as published, and where; ``country`` is ISO 3166-1 alpha-3, or a code for a group of them."""

    where: str
    country: str
    year: str
    value: str


@dataclass(frozen=True, slots=True)
class Published:
    """An indicator as the World Bank names it (``Consumer price index (2010 = 100)``), as of the day it was
    ``updated``; only the records that have a figure."""

    name: str
    updated: date
    records: tuple[Record, ...]

    @property
    def base(self) -> str:
        """The base year in the name, ``2010 = 100``; the name where there is none."""
        found = re.search(r"\(([^()]+)\)$", self.name)
        return (found[1] if found else self.name)[:60]

    def levels(self, countries: Container[str]) -> Iterator[Cell]:
        """The figures of ``countries``, each under the last day of its year."""
        for record in self.records:
            if record.country in countries:
                yield Cell(record.where, f"{record.year}-12-31", record.country, record.value)


def cells(fetch: Fetch, start: date | None, end: date, codes: Mapping[str, str]) -> Iterator[Cell]:
    """Official exchange rates, averages of a year under its last day, units per dollar.

    ``codes`` has the currency of each country whose figures are wanted. Some years before ``start`` are
    fetched again. Raises CacheError (``bad_answer``, ``network_down``, ``server_failed``).
    """
    first = _FIRST if start is None else start.year - _OVERLAP
    found = indicator(fetch, _AVERAGES, (first, end.year))
    for cell in found.levels(codes) if found else ():
        yield cell._replace(currency=codes[cell.currency])


def indicator(
    fetch: Fetch, code: str, years: tuple[int, int] | None = None, *, known: date | None = None
) -> Published | None:
    """All pages of an indicator, of ``years`` (both included) or of all; None if it is as of ``known`` still.

    Raises CacheError: ``network_down``, ``server_failed``, ``bad_answer``, also for pages that are not all of
    one edition.
    """
    # Without validators: what is new is told by the day in the head, and a page alone is no answer.
    fetch = replace(fetch, validators={}, seen={})
    url = _INDICATOR.format(code=code) + (f"&date={years[0]}:{years[1]}" if years else "")
    names: set[str] = set()
    records: list[Record] = []
    first: _Head | None = None
    page, read = 1, 0
    while first is None or page <= first.pages:
        fetch.step(page - 1, first.pages if first else 1)
        answer = fetch.get("worldbank", f"{url}&page={page}")
        head, rows = _page(answer, page)
        if first is None:
            first = head
            if head.updated == known:
                return None
        if head != first:
            raise bad_answer("{url}: another edition than the page before", url=answer.url)
        for row in rows:
            name, record = _record(answer, code, row)
            names.add(name)
            if record:
                records.append(record)
        read += len(rows)
        page += 1
    if read != first.total:
        raise bad_answer(
            "{url}: {read} records on {pages} pages, not {total}",
            url=url,
            read=read,
            pages=first.pages,
            total=first.total,
        )
    if len(names) != 1:
        raise bad_answer("{url}: {count} names for {code}", url=url, count=len(names), code=code)
    return Published(names.pop(), first.updated, tuple(records))


class _Head(NamedTuple):
    pages: int
    total: int
    updated: date


def _page(answer: Answer, page: int) -> tuple[_Head, list[Any]]:
    if answer.status != 200:
        raise bad_answer("{url}: not found", url=answer.url)
    match read_json(answer):
        case [{"message": [{"value": str(said)}, *_]}]:
            raise bad_answer(
                "{url}: the World Bank says: {said}", url=answer.url, said=" ".join(said.split())[:120]
            )
        case [{"page": number, "pages": pages, "total": total, "lastupdated": str(updated)}, list(rows)]:
            try:
                head = _Head(int(pages), int(total), date.fromisoformat(updated))
            except (ValueError, TypeError):
                raise _odd(answer) from None
            if str(number) != str(page) or not 1 <= head.pages <= _MOST_PAGES:
                raise bad_answer(
                    "{url}: page {number} of {pages}, not page {page}",
                    url=answer.url,
                    number=str(number)[:20],
                    pages=head.pages,
                    page=page,
                )
            return head, rows
    raise _odd(answer)


def _record(answer: Answer, code: str, row: object) -> tuple[str, Record | None]:
    """The name the row gives to the indicator, and the figure in it, if there is one."""
    match row:
        case {
            "indicator": {"id": str(id), "value": str(name)},
            "countryiso3code": str(country),
            "date": str(year),
            "value": str() | None as value,
        } if id == code and re.fullmatch(r"\d{4}", year, re.ASCII):
            where = f"{answer.url}, {country[:20]} {year}"
            return name, None if value is None else Record(where, country, year, value)
    raise _odd(answer)


def _odd(answer: Answer) -> Exception:
    return bad_answer("{url}: not the JSON of the World Bank's indicators", url=answer.url)
