"""What is shown beside a document: its text, the places in it, the rates of the days around."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.commands.check import check_each
from capexcalc.documents.document import Document
from capexcalc.documents.places import Place
from capexcalc.output.json import to_plain
from capexcalc.output.wording.documents import worded

DAY = date(2025, 2, 24)


@pytest.fixture
def shown(shipped):
    def shown(text, on=DAY, **given):
        (outcome,) = check_each([Document("a", text, **given)], book=shipped, on=on, exhibits=True)
        return outcome.result

    return shown


def test_places_are_those_of_the_text_that_is_shown(shown):
    text = "It costs 380 billion yuan (52 billion euros)."
    plain = shown(text).exhibit
    made = shown(
        text, places=(Place(0, 1000, 0),)
    )  # as of a page, in whose source the text stands further down
    assert made.amounts[0].start == 1009
    assert made.exhibit.places == plain.places
    start, end = made.exhibit.places["a2"]
    assert made.exhibit.text[start:end] == "52 billion euros"


def test_the_rates_of_six_weeks_before_and_two_after_are_shown(shown):
    found = shown("It costs 380 billion yuan (52 billion euros).")
    (quote,) = found.claims[0].finding.quotes
    around = found.exhibit.around(quote)
    assert (around.from_, around.to) == (date(2025, 1, 10), date(2025, 3, 11))
    assert [each.rate for each in around.rates if each.observed == DAY] == [quote.rate]


def test_rates_of_days_to_come_are_not_there_yet(shown, shipped):
    found = shown("It costs 380 billion yuan (52 billion euros).", on=date(2026, 10, 30))
    (quote,) = found.claims[0].finding.quotes
    assert found.exhibit.around(quote).rates[-1].observed == date(2026, 10, 30)


def test_a_rate_fixed_by_law_has_no_days_around_it(shown):
    found = shown("It cost 2 million German marks (1.02 million euros).")
    (quote,) = found.claims[0].finding.quotes
    assert quote.method == "fixed"
    assert found.exhibit.around(quote) is None


def test_equal_quotes_share_their_series(shown):
    found = shown("One costs 7.6bn yuan (1bn euros). Another costs 76bn yuan (10bn euros).")
    assert len(found.claims) == 2
    assert len(found.exhibit.rates) == 1


def test_nothing_is_gathered_unasked_and_no_json_has_it(shipped, shown):
    document = Document("a", "It costs 380 billion yuan (52 billion euros).")
    (outcome,) = check_each([document], book=shipped, on=DAY)
    assert outcome.result.exhibit is None
    assert to_plain(worded(outcome.result)) == to_plain(worded(shown(document.text)))
