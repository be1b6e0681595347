"""What the columns of a file of past spending are: told by their names, or by who asks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from ..errors import InputError, quoted, says_nothing
from ..money.currencies import is_currency
from ..reading.cell_figures import Mark
from ..records import dataclass
from ..words import Phrase, Template

# What is said of tables, and of nothing else.
OF_TABLES = ("amount", "year", "currency", "unit", "negate", "decimal", "year_end", "only")
FORMS: Template = "year,amount or fiscal_year_end,amount or period_start,period_end,amount"

# Columns that are called what they are.
_EXACT = frozenset((
    "period_start", "period_end", "year", "fiscal_year_end", "amount", "currency", "unit", "label",
    "source", "measure", "scale", "filed", "form", "accession", "first_reported", "first_filed", "first_form",
    "first_accession",
))  # fmt: skip
_TIMES = ("year", "fiscal_year_end", "period_start")
# Columns that say when.
TIMES = ("year", "fiscal_year", "fiscal_year_end", "quarter", "half", "month", "period_start")
# What a column of amounts is called, all of its words among these.
_AMOUNT = frozenset((
    "amount", "value", "capex", "capital", "expenditure", "expenditures", "spending", "spend", "spent",
    "outlay", "outlays", "investment", "investments", "purchase", "purchases", "payments", "acquire",
    "acquisition", "property", "plant", "equipment", "ppe", "obs", "of", "to", "and", "in", "for", "on",
    "the", "total", "annual", "reported", "cash",
))  # fmt: skip
_NEEDED = frozenset((
    "amount", "value", "capex", "expenditure", "expenditures", "spending", "spend", "outlay", "outlays",
    "investment", "investments", "ppe", "equipment",
))  # fmt: skip
SCALES = {
    word: unit
    for unit, words in {
        "m": "m mn mio mln mm million millions",
        "bn": "b bn mrd billion billions",
        "thousand": "k tsd thousand thousands 000 000s",
        "trillion": "tn trillion trillions",
        "lakh": "lakh",
        "crore": "crore crores",
    }.items()
    for word in words.split()
}
_SIGNS = {"€": "EUR", "£": "GBP", "us$": "USD", "euro": "EUR", "euros": "EUR", "rmb": "CNY"}


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody says of a file: the columns of amounts and years (or the row of amounts, where years are
    columns), the currency and unit of all, that outflows are negative, the sheet, the decimal mark, on which
    month and day its fiscal years end, what is in a cell of every row that counts, and the encoding."""

    amount: str | None = None
    year: str | None = None
    currency: str | None = None
    unit: str | None = None
    negate: bool = False
    sheet: str | None = None
    decimal: Mark | None = None
    year_end: tuple[int, int] | None = None
    only: tuple[str, ...] = ()
    encoding: str | None = None

    def refuse(self, path: object, *names: str) -> None:
        """Raises UsageError (``usage``) where one of ``names`` is said, which a file of its kind has no use
        for."""
        for name in names:
            if getattr(self, name):
                raise says_nothing(path, name)


@dataclass(frozen=True, slots=True)
class Columns:
    """The place of each role, and what the header says of the ``currency`` and ``unit`` of all amounts.

    ``guessed`` are the columns whose names were read as people mean them, ``about`` those that say what a row
    is about.
    """

    places: Mapping[str, int]
    currency: str = ""
    unit: str = ""
    guessed: tuple[str, ...] = ()
    about: tuple[int, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether amounts and their time are there."""
        timed = {"year", "fiscal_year", "fiscal_year_end", "quarter", "half", "month"} & self.places.keys()
        spanned = {"period_start", "period_end"} <= self.places.keys()
        return "amount" in self.places and bool(timed or spanned)


def normal(name: str) -> str:
    """A column's name in lower case, its words joined by ``_``."""
    split = re.sub(r"(?<=[a-z0-9])(?=[A-Z][a-z])", " ", name)
    return "_".join(split.split()).casefold()


def role_of(name: str) -> str:
    """What a column of this name is, empty if that is not told by the name alone."""
    own = normal(name)
    return own if own in _EXACT else _roles().get(own, "")


@cache
def _called() -> Mapping[str, frozenset[str]]:
    """What people call columns of each role; ``about``: words of the names of those that say what a row is
    about, and where rows differ they do not add up to one series."""
    found: dict[str, frozenset[str]] = {}
    for line in Path(__file__).with_name("column_names.txt").read_text("utf-8").casefold().splitlines():
        role, *names = line.split()
        found[role] = found.get(role, frozenset()).union(names)
    return found


@cache
def _roles() -> Mapping[str, str]:
    return {name: role for role, names in _called().items() if role != "about" for name in names}


def columns_of(header: Sequence[str], choice: Choice, where: str) -> Columns:
    """What each column of ``header`` is.

    Raises InputError: ``repeated_column``, ``no_such_column``, ``several_columns``.
    """
    names = ["_".join(name.split()).casefold() for name in header]
    used = (
        _EXACT
        | _roles().keys()
        | {"_".join(name.split()).casefold() for name in (choice.amount, choice.year) if name}
    )
    if twice := [name for name, count in Counter(names).items() if name in used and count > 1]:
        raise InputError(
            "repeated_column",
            "{where}: column {columns} is there twice",
            where=where,
            columns=", ".join(map(repr, twice)),
        )
    places = {name: place for place, name in enumerate(names) if name in _EXACT}
    for role, chosen in (("amount", choice.amount), ("year", choice.year)):
        if chosen is not None:
            own = "_".join(chosen.split()).casefold()
            if own not in names:
                continue
            if role == "year":
                places = {each: at for each, at in places.items() if each not in _TIMES}
            places[role] = names.index(own)
    guessed = []
    for place, name in enumerate(header):
        called = _roles().get(normal(name))
        if not called or place in places.values() or called in places or _timed(called, places):
            continue
        if called == "month" and (choice.year_end or "fiscal_year" in map(role_of, header)):
            continue  # of which year, nobody can tell
        places[called] = place
        guessed.append(f"{name.strip()!r} as {called}")
    currency = unit = ""
    if "amount" not in places:
        free = [place for place in range(len(header)) if place not in places.values()]
        meant = {place: found for place in free if (found := amount_words(header[place])) is not None}
        # A statement has both what it calls so and what that consists of.
        plain = {place: found for place, found in meant.items() if is_capex(header[place])}
        meant = plain if len(plain) == 1 else meant
        if len(meant) > 1:
            named = ", ".join(repr(header[place].strip()) for place in meant)
            raise InputError(
                "several_columns",
                "{where}: {count} columns may be the amounts: {named}",
                "name one: --amount COL",
                where=where,
                count=len(meant),
                named=named,
            )
        for place, found in meant.items():
            currency, unit = found
            places["amount"] = place
            guessed.append(f"{header[place].strip()!r} as amount")
    else:
        currency, unit = amount_words(header[places["amount"]]) or ("", "")
    about = tuple(
        place
        for place, name in enumerate(header)
        if place not in places.values()
        and normal(name).split("_")[-1:]
        and set(normal(name).split("_")) & _called()["about"]
    )
    return Columns(places, currency, unit, tuple(guessed), about)


def amount_words(name: str) -> tuple[str, str] | None:
    """Currency and unit that the name of a column of amounts holds, each empty if not; None if it is none."""
    words = [word for word in re.split(r"[\s_(),/:.'’-]+", normal(name)) if word]
    currency = unit = sign = ""
    known = False
    for word in words:
        if word in _AMOUNT:
            known = known or word in _NEEDED
        elif word in SCALES:
            unit = SCALES[word]
        elif word in _SIGNS or is_currency(word.upper()):
            currency = _SIGNS.get(word) or word.upper()
        elif (found := re.fullmatch(r"(us\$|[€£$])([a-z0-9]*)", word)) is not None:
            currency = _SIGNS.get(str(found[1]), currency)
            sign = "$" if found[1] == "$" else sign
            if found[2] and found[2] not in SCALES:
                return None
            unit = SCALES.get(found[2], unit)
        else:
            return None
    if sign and not currency:  # which many currencies share: it stays beside the amounts
        unit = f"{sign} {unit}".strip()
    return (currency, unit) if known else None


def is_capex(name: str) -> bool:
    """Whether something is called capital expenditure and nothing else."""
    return normal(name) in ("capex", "capital_expenditure", "capital_expenditures")


def missing(header: Sequence[str], where: str, sheets: Sequence[str] = ()) -> InputError:
    """Of a table in which amounts, or the years of them, are not found."""
    names = [normal(name) for name in header]
    if ("period_start" in names) != ("period_end" in names):
        absent = "period_end" if "period_start" in names else "period_start"
        return InputError(
            "missing_column",
            "{where}: no column {absent}",
            "head them {forms}",
            where=where,
            absent=absent,
            forms=Phrase(FORMS),
        )
    shown = ", ".join(quoted(name.strip()) for name in header[:12] if name.strip()) or "none"
    others: Phrase | str = ""
    if len(sheets) > 1:
        others = Phrase("; sheets: {sheets}: --sheet NAME", sheets=", ".join(map(quoted, sheets)))
    return InputError(
        "missing_column",
        "{where}: no columns of amounts and years among {shown}",
        "name them: --amount COL --year COL; or head them {forms}{others}",
        where=where,
        shown=shown,
        forms=Phrase(FORMS),
        others=others,
    )


def _timed(role: str, places: Mapping[str, int]) -> bool:
    """Whether another column says already when a figure was spent."""
    when = ("year", "fiscal_year_end", "fiscal_year")
    return role in when and any(other in places for other in (*when, "period_start"))
