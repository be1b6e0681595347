"""The check command's function: dates, languages, conversions of every figure, notices."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from capexcalc.commands.check import check
from capexcalc.documents.document import Document
from capexcalc.finance.spending import SpendingPeriod
from capexcalc.finance.spending_series import spending_series
from capexcalc.rates.book import RateBook

TEXT = "It will spend 380bn yuan (€50bn) over three years."


def test_every_figure_is_converted_at_the_document_s_date(book: RateBook) -> None:
    checked = check([Document("a", TEXT, date=date(2025, 2, 24))], book=book, to=["USD"]).result.documents[0]
    assert checked.conversions is not None
    assert [(c.amount, c.converted.value) for c in checked.conversions if c.converted] == [
        ("a1", Decimal("52413447725.98")),
        ("a2", Decimal("52330000000.00")),
    ]
    assert {c.quote.observed for c in checked.conversions if c.quote} == {date(2025, 2, 24)}


def test_a_figure_without_a_rate_says_why(book: RateBook) -> None:
    document = Document("a", "It paid BYN 5bn.", date=date(2024, 5, 1))
    (one,) = check([document], book=book, to=["EUR"]).result.documents[0].conversions or ()
    assert one.converted is None
    assert "2024-04-10" in str(one.reason)


def test_a_dateline_dates_the_rates_and_an_option_wins_over_it(book: RateBook) -> None:
    document = Document("a", f"BEIJING, Feb 24, 2025 (Wire) - {TEXT}")
    assert check([document], book=book).result.documents[0].as_of == date(2025, 2, 24)
    assert check([document], book=book, on=date(2025, 3, 3)).result.documents[0].as_of == date(2025, 3, 3)


def test_without_a_date_the_newest_rates_are_used_and_the_warning_names_the_document(book: RateBook) -> None:
    outcome = check([Document("a", TEXT)], book=book)
    assert outcome.result.documents[0].as_of == book.newest()
    assert [w.code for w in outcome.warnings] == ["date_not_given"]
    assert outcome.warnings[0].message.startswith("a: ")


def test_an_older_rate_is_said_aloud(book: RateBook) -> None:
    outcome = check([Document("a", TEXT)], book=book, on=date(2025, 2, 23))
    assert [w.code for w in outcome.warnings] == ["rate_date_differs"]


def test_past_spending_that_had_not_ended_is_named(book: RateBook) -> None:
    late = SpendingPeriod(date(2025, 1, 1), date(2025, 12, 31), "2025", Decimal(5), "reports", "f.csv:2")
    outcome = check(
        [Document("a", TEXT)], book=book, on=date(2025, 2, 24), prior=spending_series("CNY", [late])
    )
    assert [w.code for w in outcome.warnings] == ["later_periods"]
    assert "f.csv:2" in outcome.warnings[0].message


def test_no_verdict_rests_on_a_figure_whose_scale_was_not_read(book: RateBook) -> None:
    said = "It cost Rs 85 {} ($98,000)."
    for scale, claims in (("lakhs", 1), ("lkhs", 0)):
        document = Document("a", said.format(scale), date=date(2025, 2, 24))
        checked = check([document], book=book).result.documents[0]
        assert len(checked.claims) == claims
        assert checked.amounts[0].unread is (claims == 0)
