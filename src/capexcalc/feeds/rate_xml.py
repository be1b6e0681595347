"""Rates in SDMX, generic or compact, as three central banks write it, and the ECB's own lists in XML.

https://sdmx.org/standards-2/: a series says once what its observations are of, in elements (generic) or
attributes (compact); an observation is a day and a value.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from ..words import Phrase, Template
from .rate_formats import NOT_A_NUMBER, bad_rates, published_column, value_of

# Dimensions by our names, as the ECB and the Bundesbank call them.
_NAMES = {
    "TIME_PERIOD": "date", "CURRENCY_DENOM": "base", "CURRENCY": "quote", "OBS_VALUE": "rate",
    "BBK_ERX_PARTNER_CURRENCY": "base", "BBK_STD_CURRENCY": "quote",
}  # fmt: skip
PRICES: Template = "line {number}: prices of a currency, not rates per euro"
# Every day, or every day of business; the Federal Reserve has a number for it.
_DAILY = frozenset({"D", "B", "9"})


def is_xml(text: str) -> bool:
    """Whether a file may be XML, as no table of rates is otherwise."""
    return text.lstrip("\ufeff \t\r\n").startswith("<")


def long_columns(names: list[str]) -> list[str] | None:
    """The columns of SDMX in CSV by our names, where they say all that is needed; else None."""
    ours = [_NAMES.get(name, name) for name in names]
    return ours if ours != names and {"date", "base", "quote", "rate"} <= set(ours) else None


def is_turned(base: str, names: Collection[str]) -> bool:
    """Whether rates with these names are the other way round: in marks the Bundesbank's are prices."""
    return "BBK_ERX_PARTNER_CURRENCY" in names and base != "EUR"


def xml_rates(path: Path, text: str) -> list[tuple[int, list[str]]]:
    """Date, base, quote and rate of each observation, as written, with its line.

    Raises InputError (``bad_rates``): what is no XML, has a document type, or no daily rates of a currency.
    """
    return _Rates(path).read(text)


class _Rates:
    """What the parser has told of so far."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._found: list[tuple[int, list[str]]] = []
        self._series: dict[str, str] = {}
        self._observation: dict[str, str] | None = None
        self._line = 1
        self._day = ""  # of the ECB's lists
        self._time: str | None = None
        self._parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        # No table of rates has one; entities that grow without end have.
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype

    def read(self, text: str) -> list[tuple[int, list[str]]]:
        try:
            self._parser.Parse(text, True)
        except expat.ExpatError as fault:
            self._refuse("line {number}: not whole as XML ({reason})", reason=expat.ErrorString(fault.code))
        return self._found

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = _local(tag)
        if name == "Series":
            self._series = dict(attributes)
        elif name == "Obs":
            self._observation, self._line = dict(attributes), self._parser.CurrentLineNumber
        elif name == "Value" and self._observation is None:
            self._series[attributes.get("id", attributes.get("concept", ""))] = attributes.get("value", "")
        elif name == "ObsDimension" and self._observation is not None:
            self._observation["TIME_PERIOD"] = attributes.get("value", "")
        elif name == "ObsValue" and self._observation is not None:
            self._observation["OBS_VALUE"] = attributes.get("value", "")
        elif name == "Time" and self._observation is not None:
            self._time = ""
        elif name == "Cube":
            self._day = attributes.get("time", self._day)
            if "currency" in attributes:
                self._line = self._parser.CurrentLineNumber
                self._add(self._day, "EUR", attributes["currency"], attributes.get("rate", ""))

    def _end(self, tag: str) -> None:
        name = _local(tag)
        if name == "Time" and self._time is not None and self._observation is not None:
            self._observation["TIME_PERIOD"], self._time = self._time.strip(), None
        elif name == "Obs" and self._observation is not None:
            self._observe(self._series | self._observation)
            self._observation = None
        elif name == "Series":
            self._series = {}

    def _characters(self, text: str) -> None:
        if self._time is not None:
            self._time += text

    def _observe(self, told: Mapping[str, str]) -> None:
        often = told.get("FREQ") or told.get("BBK_STD_FREQ") or "D"
        if often not in _DAILY or told.get("EXR_TYPE", "SP00") != "SP00":
            self._refuse("line {number}: no daily rates of a currency")
        if is_turned(told.get("BBK_ERX_PARTNER_CURRENCY", ""), told):
            self._refuse(PRICES)
        rate = told.get("OBS_VALUE", "")
        if rate in NOT_A_NUMBER:
            return
        ours = {_NAMES[name]: value for name, value in told.items() if name in _NAMES}
        column = published_column(told.get("SERIES_NAME", ""))
        if column is not None:
            ours |= {"base": column.base, "quote": column.code}
            rate = value_of(rate, column, comma=False) or rate
        self._add(ours.get("date", ""), ours.get("base", ""), ours.get("quote", ""), rate)

    def _add(self, day: str, base: str, quote: str, rate: str) -> None:
        self._found.append((self._line, [day, base, quote, rate]))

    def _refuse_doctype(self, *_: object) -> NoReturn:
        self._refuse("line {number}: a document type, which no table of rates has")

    def _refuse(self, template: Template, **facts: object) -> NoReturn:
        raise bad_rates(self._path, [Phrase(template, number=self._parser.CurrentLineNumber, **facts)])


def _local(tag: str) -> str:
    return tag.rpartition(" ")[2]
