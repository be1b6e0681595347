from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.errors import UsageError
from capexcalc.money.dates import parse_date, parse_period, parse_span, parse_year_end
from capexcalc.money.periods import Period, Span

TODAY = date(2025, 2, 28)


def days(period: Span | Period) -> tuple[str, str]:
    assert isinstance(period, Period)
    return period.start.isoformat(), period.end.isoformat()


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-24",
        "20250224",
        "2025-W09-1",
        "24 Feb 2025",
        "Feb 24, 2025",
        "Monday, 24th of February 2025",
        "2025/02/24",
        "24/02/2025",
        "24.02.2025",
        "2025-02-24T23:30:00-05:00",
        " 2025 Feb 24 ",
    ],
)
def test_a_date_is_read_as_a_person_writes_it(text: str) -> None:
    assert parse_date(text, TODAY) == date(2025, 2, 24)


def test_sixty_characters_are_a_date_and_more_are_none() -> None:
    sixty = f"24{' ' * 45}February 2025"
    assert len(sixty) == 60
    assert parse_date(sixty, TODAY) == date(2025, 2, 24)
    with pytest.raises(UsageError):
        parse_date(sixty.replace(" ", "  ", 1), TODAY)
    assert parse_span(f"1{' ' * 54}month") == parse_span("1 month")
    with pytest.raises(UsageError):
        parse_span(f"1{' ' * 55}month")


def test_a_refusal_quotes_sixty_characters_at_most() -> None:
    for length, quoted in ((60, "x" * 60), (61, "x" * 59 + "…")):
        with pytest.raises(UsageError) as refusal:
            parse_date("x" * length, TODAY)
        assert refusal.value.message == f"'{quoted}' is not a date"


def test_yesterday_is_the_day_before() -> None:
    assert parse_date("Yesterday", date(2025, 3, 1)) == date(2025, 2, 28)


def test_today_is_the_day_the_caller_says_it_is() -> None:
    assert parse_date("Today", TODAY) == TODAY


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("03/04/2025", ["2025-03-04", "2025-04-03"]),
        ("3.4.2025", ["2025-03-04", "2025-04-03"]),
        ("24 Feb 25", ["2024-02-25", "2025-02-24"]),
        ("03/04/05", ["2003-04-05", "2005-03-04", "2005-04-03"]),
    ],
)
def test_a_date_with_two_readings_is_refused_with_both_named(text: str, readings: list[str]) -> None:
    with pytest.raises(UsageError) as refusal:
        parse_date(text, TODAY)
    assert refusal.value.code == "ambiguous_date"
    assert " or ".join(readings) in refusal.value.message


def test_the_same_day_and_month_leave_nothing_to_choose() -> None:
    assert parse_date("04/04/2025", TODAY) == date(2025, 4, 4)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "2025",
        "Feb 2025",
        "24 Feb",
        "24th, 2025",
        "29 Feb",
        "Monday",
        "Monday 2025",
        "Sunday February 2025",
        "Friday February 2025",
        "10:30",
        "2025-02-30",
        "2025-13-05",
        "30/02/2025",
        "0000-01-01",
        "1e400",
        "nan",
        "2025" + "9" * 26 + "h" + "9" * 14 + "Feb/",
        "9" * 5000,
        "24 Feb 2025" + " " * 3 + "x" * 1000,
    ],
)
def test_what_names_no_full_date_is_refused(text: str) -> None:
    with pytest.raises(UsageError) as refusal:
        parse_date(text, TODAY)
    assert refusal.value.code == "bad_date"
    assert len(refusal.value.message) < 120


@given(st.dates())
def test_every_iso_date_reads_back(day: date) -> None:
    assert parse_date(day.isoformat(), TODAY) == day


@given(st.text() | st.text("0123456789-/. :+TZapmfebr", max_size=20))
def test_no_text_breaks_a_parser(text: str) -> None:
    for parse in (lambda t: parse_date(t, TODAY), parse_span, parse_period, parse_year_end):
        message = ""
        try:
            parse(text)
        except UsageError as refusal:
            message = refusal.message
        assert "\n" not in message


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("3y", "P3Y"),
        ("3 years", "P3Y"),
        ("P3Y", "P3Y"),
        ("36m", "P3Y"),
        ("18 months", "P1Y6M"),
        ("P1Y6M", "P1Y6M"),
        ("1y6m", "P1Y6M"),
        ("1 Year 6 Months", "P1Y6M"),
        ("P10D", "P10D"),
        ("1000y", "P1000Y"),
        ("1 day", "P1D"),
    ],
)
def test_a_span_is_read_in_words_and_in_iso_form(text: str, iso: str) -> None:
    span = parse_span(text)
    assert isinstance(span, Span)
    assert span.iso() == iso


def test_a_span_between_dates_keeps_its_place() -> None:
    assert days(parse_span("2025..2027")) == ("2025-01-01", "2027-12-31")
    assert days(parse_span("2025-04-01..2028-03-31")) == ("2025-04-01", "2028-03-31")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "bad_span"),
        ("3", "bad_span"),
        ("P", "bad_span"),
        ("0y", "bad_span"),
        ("-3y", "bad_span"),
        ("1.5y", "bad_span"),
        ("0 days", "bad_span"),
        ("1000y 1d", "bad_span"),
        ("1001y", "bad_span"),
        ("1000..2000", "bad_period"),
        ("1000-07..2000-07", "bad_period"),
        ("9" * 50 + "y", "bad_span"),
        ("9" * 5000 + "y", "bad_span"),
        ("three years", "bad_span"),
        ("..", "bad_period"),
        ("2025..", "bad_period"),
        ("0001..9999", "bad_period"),
        ("2027..2025", "reversed_period"),
    ],
)
def test_an_empty_negative_or_absurd_span_is_refused(text: str, code: str) -> None:
    with pytest.raises(UsageError) as refusal:
        parse_span(text)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-Q3", "2024-07-01", "2024-09-30"),
        ("2024-q4", "2024-10-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2024-04-01..2025-03-31", "2024-04-01", "2025-03-31"),
        ("2024-Q4 .. 2025-Q1", "2024-10-01", "2025-03-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("1000..1999", "1000-01-01", "1999-12-31"),
        ("1000-07..2000-06", "1000-07-01", "2000-06-30"),
    ],
)
def test_a_period_runs_from_its_first_day_to_its_last(text: str, start: str, end: str) -> None:
    assert days(parse_period(text)) == (start, end)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-00", "2024-13", "2024-Q5", "2024-02-00", "2023-02-29", "0000", "٢٠٢٤", "2024/25"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(UsageError) as refusal:
        parse_period(text)
    assert refusal.value.code == "bad_period"


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(0, 300_000))
def test_any_two_days_in_order_make_a_period(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    assert parse_period(f"{start}..{end}") == Period(start, end)


def test_a_year_ends_on_the_last_of_february_in_any_year() -> None:
    assert parse_year_end("02-29") == (2, 29)
    assert parse_year_end("03-31") == (3, 31)
    assert parse_year_end("01-01") == (1, 1)
    assert parse_year_end("12-31") == (12, 31)


@pytest.mark.parametrize(
    "text", ["", "3-31", "31-03", "04-31", "02-30", "13-01", "00-10", "01-00", "2025-03-31"]
)
def test_what_is_no_month_and_day_is_refused(text: str) -> None:
    with pytest.raises(UsageError) as refusal:
        parse_year_end(text)
    assert refusal.value.code == "bad_year_end"
