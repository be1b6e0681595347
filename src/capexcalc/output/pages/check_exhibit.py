"""``check`` for formats that show a text whole: its figures and claims in their places, and charts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from ...claims.verdicts.facts import EquivalenceAtRate, ExceedsPriorTotal, RecordYear
from ...money.money import EXACT, Money
from ...words import in_words, labels
from ..chart import Bar, BarChart, Chart
from ..figures import alone, money_scale
from ..page import Article, Figure, Placed, Verdict
from ..rates_chart import rates_around
from ..sheet import Sheet
from ..wording.charts import COMMITTED, COMMITTED_A_YEAR, TOGETHER, spent, spent_a_year
from ..wording.report import NOT_CHECKED, READS_AS
from ..wording.verdicts import VERDICTS

if TYPE_CHECKING:
    from ...commands.exhibit import Exhibit
    from ...finance.spending import SpendingPeriod, SpendingSeries
    from ..wording.claims import WordedClaim
    from ..wording.documents import WordedDocument


def article(
    document: WordedDocument,
    shown: Exhibit,
    claims: Iterable[WordedClaim],
    verdict: Callable[[WordedClaim], Verdict],
) -> Article:
    """The text with each figure, marked by the worst verdict that rests on it, and ``claims``."""
    worst: dict[str, WordedClaim] = {}
    for claim in sorted(document.claims, key=lambda claim: VERDICTS[claim.verdict].gravity):
        for figure in (claim.subject, claim.object, *(claim.parts or ())):
            if figure is not None:
                worst[figure] = claim
    figures = []
    for amount in document.amounts:
        judged = worst.get(amount.id)
        words = in_words(VERDICTS[judged.verdict].label if judged else NOT_CHECKED)
        color = VERDICTS[judged.verdict].color if judged else ""
        figures.append(Figure(*shown.places[amount.id], words, color))
    placed = [
        Placed(*shown.places[claim.id], verdict(claim)._replace(charts=[*_charts(claim, shown)]))
        for claim in claims
    ]
    return Article(shown.text, document.language, figures, placed)


def unchecked(document: WordedDocument, *, exact: bool) -> list[Sheet]:
    """Every figure that was compared with nothing, and what it reads as; no sheet where there is none."""
    ids = frozenset(document.unchecked)
    rows = [
        (" ".join(amount.text.split()), alone(Money(amount.value, amount.currency), exact=exact))
        for amount in document.amounts
        if amount.id in ids
    ]
    return [Sheet(labels(NOT_CHECKED, READS_AS), "lr", rows)] if rows else []


def _charts(claim: WordedClaim, shown: Exhibit) -> Iterator[Chart]:
    for quote in claim.quotes:
        if (series := shown.around(quote)) is not None:
            yield rates_around(series, quote, *_as_rates(claim))
    facts, past = claim.facts, shown.past
    if past is not None and isinstance(facts, ExceedsPriorTotal):
        yield _window(facts, past)
    elif past is not None and isinstance(facts, RecordYear):
        yield _years(facts, past)


def _as_rates(claim: WordedClaim) -> tuple[Decimal | None, tuple[Decimal, Decimal] | None]:
    """The rate that the figures of an equivalence amount to, and the band of the computed one as rates."""
    facts, stated = claim.facts, claim.stated
    if not isinstance(facts, EquivalenceAtRate) or not isinstance(stated, Money) or not facts.subject.value:
        return None, None
    low, high = (EXACT.divide(edge, facts.subject.value) for edge in claim.band or (Decimal(0), Decimal(0)))
    return EXACT.divide(stated.value, facts.subject.value), (low, high) if low < high else None


def _window(facts: ExceedsPriorTotal, past: SpendingSeries) -> BarChart:
    """The periods of the window, all of them together, and the sum that is said to be more."""
    periods = [p for p in past.periods if facts.start <= p.start and p.end <= facts.end]
    sized = [(_named(p), p.amount) for p in periods]
    if len(periods) > 1:
        sized.append((in_words(TOGETHER), facts.total.value))
    sized.append((in_words(COMMITTED), (facts.converted or facts.subject).value))
    title = spent(facts.start, facts.end, past.currency)
    return _bars(title, sized, past.currency)


def _years(facts: RecordYear, past: SpendingSeries) -> BarChart:
    """The single years up to the largest and after it, and the one that is said to be a record."""
    sized = [(_named(p), p.amount) for p in past.single_years]
    sized.append((in_words(COMMITTED_A_YEAR if facts.yearly else COMMITTED), facts.value.value))
    return _bars(spent_a_year(past.currency), sized, past.currency)


def _bars(title: str, sized: list[tuple[str, Decimal]], currency: str) -> BarChart:
    shared = money_scale((Money(value, currency) for _, value in sized), exact=False)
    last = len(sized) - 1
    return BarChart(
        title,
        [Bar(label, value, shared.show(value), strong=n == last) for n, (label, value) in enumerate(sized)],
    )


def _named(period: SpendingPeriod) -> str:
    return period.label or str(period.end)
