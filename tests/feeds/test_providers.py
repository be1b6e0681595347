"""What each service is asked for: from which day, how much at once, and how large an answer may be."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.errors import CacheError
from capexcalc.feeds.fetching import Fetch, read_table, stretches
from capexcalc.feeds.providers import bis, bis_months, boc, ecb, frankfurter, h10, nbp, worldbank
from capexcalc.net.web import Answer
from capexcalc.words import Phrase

END = date(2026, 11, 4)


@dataclass
class Service:
    """Answers every request with what ``answer`` makes of its URL, and remembers it."""

    answer: Callable[[str], bytes | None]
    asked: list[str] = field(default_factory=list)

    def get(self, provider: str, url: str, validators: Any, seen: Any) -> Answer:
        self.asked.append(url)
        body = self.answer(url)
        return Answer(url, 404, b"") if body is None else Answer(url, 200, body)


def asked(cells: Callable[..., Any], days: int | None, answer: bytes | None = None) -> list[str]:
    """What a service is asked for where so many days are wanted."""
    service = Service(lambda url: answer)
    start = None if days is None else END - timedelta(days=days)
    list(cells(Fetch(service, lambda done, of: None), start, END, {"CNY": "CNY"}))  # type: ignore[arg-type]  # a stand-in
    return service.asked


def zipped(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("eurofxref-hist.csv", content)
    return buffer.getvalue()


HISTORY = b"Date,CNY,\n2026-11-03,8.2402,\n"


def test_the_ecbs_portal_has_ninety_days_and_its_history_the_rest() -> None:
    (url,) = asked(ecb.cells, 90)
    assert "startPeriod=2026-08-06&endPeriod=2026-11-04" in url
    for days in (91, None):
        (url,) = asked(ecb.cells, days, zipped(HISTORY))
        assert url.endswith("eurofxref-hist.zip")


def test_the_ecbs_history_may_have_sixteen_million_bytes() -> None:
    for more, said in ((0, "field larger than field limit"), (1, "more than 16000000 bytes when unpacked")):
        whole = b"Date,CNY,".ljust(15_999_999 + more) + b"\n"
        with pytest.raises(CacheError, match=said):
            asked(ecb.cells, None, zipped(whole))


def test_frankfurter_is_asked_for_ninety_days_at_once() -> None:
    assert [url.partition("?")[0].rpartition("/")[2] for url in asked(frankfurter.cells, 89)] == [
        "2026-08-07..2026-11-04"
    ]
    assert [url.partition("?")[0].rpartition("/")[2] for url in asked(frankfurter.cells, 90)] == [
        "2026-08-06..2026-11-03",
        "2026-11-04..2026-11-04",
    ]
    assert "/1999-01-04..1999-04-03?" in asked(frankfurter.cells, None)[0]


def test_the_nbp_is_asked_for_ninety_three_days_at_once_of_each_table() -> None:
    assert len(asked(nbp.cells, 92)) == 2
    assert len(asked(nbp.cells, 93)) == 4
    assert asked(nbp.cells, None)[0].endswith("/A/2002-01-02/2002-04-04/?format=json")


def test_the_bank_of_canada_is_asked_for_no_day_before_its_first() -> None:
    nothing = b'{"observations": []}'
    assert asked(boc.cells, 10, nothing)[0].endswith("?start_date=2026-10-25")
    for days in (None, 20_000):
        assert asked(boc.cells, days, nothing)[0].endswith("?start_date=2017-01-03")


def test_the_bis_is_asked_for_two_years_of_days_or_ten_of_months_at_once() -> None:
    def spans(cells: Callable[..., Any], days: int | None) -> list[str]:
        return [re.sub(r".*Period=(.*)&endPeriod=(.*)&.*", r"\1..\2", url) for url in asked(cells, days)]

    assert spans(bis.cells, 729) == ["2024-11-05..2026-11-04"]
    assert spans(bis.cells, 730) == ["2024-11-04..2026-11-03", "2026-11-04..2026-11-04"]
    assert spans(bis.cells, None)[0] == "1957-01-01..1958-12-31"
    assert len(spans(bis.cells, None)) == 35
    assert spans(bis_months.cells, 3651) == ["2016-11..2026-11"]
    assert spans(bis_months.cells, None)[:2] == ["1957-01..1966-12", "1967-01..1976-12"]


def test_the_federal_reserve_is_asked_for_no_day_before_its_first() -> None:
    nothing = b'"Time Period","RXI_N.B.CH"\n2026-11-03,ND\n'
    assert "&from=10/25/2026&to=11/04/2026&" in asked(h10.cells, 10, nothing)[0]
    for days in (None, 25_000):
        assert "&from=01/04/1971&" in asked(h10.cells, days, nothing)[0]


def page(pages: int) -> bytes:
    head = {"page": 1, "pages": pages, "per_page": 1, "total": pages, "lastupdated": "2026-10-07"}
    row = {
        "indicator": {"id": "PA.NUS.FCRF", "value": "rate"},
        "countryiso3code": "CHN",
        "date": "2025",
        "value": 7.1,
    }
    return json.dumps([head, [row]]).encode()


def test_the_world_bank_is_asked_for_the_five_years_before_the_newest_as_well() -> None:
    assert "&date=2021:2026&page=1" in asked(worldbank.cells, 10, page(1))[0]
    assert "&date=1960:2026&page=1" in asked(worldbank.cells, None, page(1))[0]


def test_the_world_bank_may_have_a_hundred_pages() -> None:
    def paged(pages: int) -> Service:
        def answer(url: str) -> bytes:
            content = json.loads(page(pages))
            content[0]["page"] = int(url.rpartition("=")[2])
            return json.dumps(content).encode()

        return Service(answer)

    fetch = Fetch(paged(100), lambda done, of: None)  # type: ignore[arg-type]  # a stand-in
    found = worldbank.indicator(fetch, "PA.NUS.FCRF")
    assert found is not None
    assert len(found.records) == 100
    fetch = Fetch(paged(101), lambda done, of: None)  # type: ignore[arg-type]  # a stand-in
    with pytest.raises(CacheError, match="page 1 of 101"):
        worldbank.indicator(fetch, "PA.NUS.FCRF")
    with pytest.raises(CacheError, match="page 1 of 0"):
        asked(worldbank.cells, None, page(0))


@given(st.dates(date(1999, 1, 1), END), st.integers(0, 2000), st.integers(1, 400))
def test_stretches_hold_every_day_once_and_none_is_too_long(start: date, days: int, most: int) -> None:
    end = start + timedelta(days=days)
    found = list(stretches(start, end, most))
    assert (found[0][0], found[-1][1]) == (start, end)
    assert all((last - first).days < most for first, last in found)
    for (_, last), (following, _) in pairwise(found):
        assert following == last + timedelta(days=1)


SERIES = "FREQ,REF_AREA,CURRENCY,COLLECTION,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nD,GB,GBP,A,2026-11-03,0.77,0\n"
EXCHANGE = "CURRENCY,CURRENCY_DENOM,EXR_TYPE,TIME_PERIOD,OBS_VALUE\nCNY,EUR,SP00,2026-11-03,8.2\n"
BOARD = '"Time Period","RXI_N.B.CH"\n2026-11-03,7.1\n'
TABLES = '[{"no": "213/A/NBP/2026", "effectiveDate": "2026-11-03", "rates": [{"code": "USD", "mid": 3.6}]}]'


@pytest.mark.parametrize(
    ("cells", "days", "answer", "place"),
    [
        (ecb.cells, 10, EXCHANGE.encode(), "EXR, line 2"),
        (ecb.cells, None, zipped(HISTORY), "eurofxref-hist.csv, line 2"),
        (bis.cells, 10, SERIES.encode(), "WS_XRU, D, line 2"),
        (h10.cells, 10, BOARD.encode(), "H.10, line 2"),
        (nbp.cells, 10, TABLES.encode(), "/?format=json, table 213/A/NBP/2026"),
    ],
)
def test_the_place_of_a_rate_can_be_said_in_any_language(
    cells: Callable[..., Any], days: int | None, answer: bytes, place: str
) -> None:
    fetch = Fetch(Service(lambda url: answer), lambda done, of: None)  # type: ignore[arg-type]  # a stand-in
    start = None if days is None else END - timedelta(days=days)
    where = next(iter(cells(fetch, start, END, {"CNY": "CNY"}))).where
    assert isinstance(where, Phrase)
    assert str(where).endswith(place)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("1,2\n", None),
        ("\n1,2\n", None),  # a line with nothing in it is none
        ("1,2\n1\n", "t, line 3: 1 values in 2 columns"),
        ("1,2,\n", "t, line 2: 3 values in 2 columns"),
    ],
)
def test_a_row_has_as_many_values_as_the_header(rows: str, said: str | None) -> None:
    header, lines = read_table("t", b"a,b\n" + rows.encode())
    if said is None:
        assert [(header, row) for _, row in lines] == [(["a", "b"], ["1", "2"])]
    else:
        with pytest.raises(CacheError, match=said):
            list(lines)


def test_a_table_without_a_row_has_no_observations() -> None:
    with pytest.raises(CacheError, match="t: no observations"):
        read_table("t", b"a,b\n")


@pytest.mark.parametrize(
    ("series", "values"),
    [
        ("GB,GBP,A,2026-11-03,1E29", [f"1{'0' * 29}"]),
        ("GB,GBP,A,2026-11-03,1E30", ["1E30"]),  # which is no rate, and is not written out
        ("GB,GBP,A,2026-11-03,0.7700", ["0.7700"]),  # as published, where nothing was multiplied
        ("TR,TRY,A,1994-04-05,0.318", ["318000"]),
        ("TR,TRY,A,1994-04-05,0.3180", ["318000"]),
        ("TR,TRY,A,1994-04-05,0.31", []),  # of old liras, of which two digits tell nothing
    ],
)
def test_the_bis_has_figures_that_tell_something_and_are_rates(series: str, values: list[str]) -> None:
    answer = f"{SERIES.partition(chr(10))[0]}\nD,{series},0\n".encode()
    fetch = Fetch(Service(lambda url: answer), lambda done, of: None)  # type: ignore[arg-type]  # a stand-in
    assert [cell.value for cell in bis.cells(fetch, END, END, ())] == values


@pytest.mark.parametrize(
    ("series", "currency"),
    [
        ("DE,EUR,A,1998-12-31", "DEM"),
        ("DE,EUR,A,1999-01-01", None),  # from its first day on the euro is that of the euro area
        ("XM,EUR,A,1999-01-01", "EUR"),
        ("FR,FRF,A,1998-12-31", "FRF"),
        ("FR,FRF,A,1999-01-01", None),
        ("TR,TRY,A,2004-12-31", "TRL"),
        ("TR,TRY,A,2005-01-01", "TRY"),
        ("MR,MRO,A,2017-12-31", "MRO"),
        ("MR,MRO,A,2018-01-01", None),
        ("SY,SYP,A,2025-12-31", None),  # two units under one code: nobody knows which is meant
        ("SY,SYP,A,2026-01-01", "SYP"),
    ],
)
def test_the_bis_has_each_currency_up_to_the_last_day_of_the_law(series: str, currency: str | None) -> None:
    answer = f"{SERIES.partition(chr(10))[0]}\nD,{series},1.2345,0\n".encode()
    fetch = Fetch(Service(lambda url: answer), lambda done, of: None)  # type: ignore[arg-type]  # a stand-in
    assert [cell.currency for cell in bis.cells(fetch, END, END, ())] == ([currency] if currency else [])


def test_a_history_of_the_ecb_that_is_not_there_is_an_error_and_a_month_is_not() -> None:
    with pytest.raises(CacheError, match=r"eurofxref-hist\.zip: not found"):
        asked(ecb.cells, None)
    assert len(asked(ecb.cells, 10)) == 1


@pytest.mark.parametrize(
    ("base", "amount", "taken"),
    [("EUR", 1, True), ("EUR", 1.0, True), ("EUR", 2, False), ("EUR", 0, False), ("USD", 1, False)],
)
def test_frankfurters_rates_are_units_per_one_euro(base: str, amount: float, taken: bool) -> None:
    told = {"base": base, "amount": amount, "rates": {"2026-11-03": {"CNY": 8.2, "USD": 1.16}}}
    fetch = Fetch(Service(lambda url: json.dumps(told).encode()), lambda done, of: None)  # type: ignore[arg-type]  # a stand-in
    if taken:
        found = [(cell.currency, cell.value) for cell in frankfurter.cells(fetch, END, END, ("CNY",))]
        assert found == [("CNY", "8.2")]
    else:
        with pytest.raises(CacheError, match="not units per euro"):
            list(frankfurter.cells(fetch, END, END, ("CNY",)))
