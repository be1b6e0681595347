"""Results as rows of readable figures, the same for a terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..money.money import Money
from .phrases import BOUNDS, amount, money_scale, rate

if TYPE_CHECKING:
    from ..commands.annualise import Annualised
    from .wording.documents import WordedDocument
    from .wording.rates import WordedConversion


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under their headers; ``sides`` has l (text) or r (figure) for each column; ``totals`` close it."""

    header: Sequence[str]
    sides: str
    rows: Sequence[Sequence[str]]
    totals: Sequence[Sequence[str]] = ()


def conversions(result: Iterable[WordedConversion], *, exact: bool) -> Sheet:
    """One row a conversion; amounts of one currency share a unit."""
    done = tuple(result)
    amounts = _amounts([c.amount for c in done], exact=exact)
    converted = _amounts([c.converted for c in done], exact=exact)
    rates = [rate(c.quote, exact=exact) for c in done]
    rows = list(zip(amounts, converted, rates, strict=True))
    return Sheet(("Amount", "Converted", "Rate"), "rrr", rows)


def amounts_found(document: WordedDocument, *, exact: bool) -> Sheet:
    """Every amount of a document as it is written and as it is read, with its conversions."""
    targets = list(dict.fromkeys(c.currency for c in document.conversions or ()))
    shown = {
        (c.amount, c.currency): "no rate" if c.converted is None else _alone(c.converted, exact=exact)
        for c in document.conversions or ()
    }
    rows = [
        (
            " ".join(a.text.split()),
            BOUNDS[a.bound],
            _alone(Money(a.value, a.currency), exact=exact),
            *(shown[a.id, code] for code in targets),
        )
        for a in document.amounts
    ]
    return Sheet(("Figure", "", "Reads as", *targets), "llr" + "r" * len(targets), rows)


def _alone(money: Money, *, exact: bool) -> str:
    return amount(money, money_scale([money], exact=exact))


def schedule(result: Annualised, *, exact: bool) -> Sheet:
    """One row a year and one column a currency, closed by the total and the average year."""
    totals = [result.total, *(c.total for c in result.converted)]
    averages = [result.annual_average, *(c.annual_average for c in result.converted)]
    rows = [[row.amount, *(row.converted or ())] for row in result.schedule]
    *years, total, average = in_columns([*rows, totals, averages], exact=exact)
    return Sheet(
        ("Year", "Months", *(m.currency for m in totals)),
        "lr" + "r" * len(totals),
        [(row.label, str(row.months), *figures) for row, figures in zip(result.schedule, years, strict=True)],
        [("Total", str(result.months), *total), ("Average a year", "", *average)],
    )


def _amounts(moneys: Sequence[Money], *, exact: bool) -> list[str]:
    scales = {
        code: money_scale((m for m in moneys if m.currency == code), exact=exact)
        for code in {m.currency for m in moneys}
    }
    return [amount(m, scales[m.currency]) for m in moneys]


def in_columns(rows: Sequence[Sequence[Money]], *, exact: bool) -> list[tuple[str, ...]]:
    """The amounts as figures, each column in a unit of its own."""
    columns = []
    for column in zip(*rows, strict=True):
        shared = money_scale(column, exact=exact)
        columns.append([shared.show(money.value) for money in column])
    return list(zip(*columns, strict=True))
