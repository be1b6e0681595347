"""Conversions whose right answers follow by hand from what the law, the ECB and the NBP published."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from capexcalc.cache.store import Store, shipped_root
from capexcalc.errors import NoRateError
from capexcalc.rates.book import RateBook

# base quote as-of = the published figures that lead from one to the other; observation date, method, source.
TABLE = """
# Published rates of the ECB: units per euro.
CNY EUR 2025-02-24 = 1 / 7.5879                         ; 2025-02-24 inverse ecb
CNY USD 2025-02-24 = 1.0466 / 7.5879                    ; 2025-02-24 cross ecb
EUR CNY 2025-02-24 = 7.5879                             ; 2025-02-24 direct ecb
GBP JPY 2025-02-24 = 156.81 / 0.8283                    ; 2025-02-24 cross ecb
CNY EUR 2025-02-23 = 1 / 7.5933                         ; 2025-02-21 inverse ecb
USD JPY 1999-01-04 = 133.73 / 1.1789                    ; 1999-01-04 cross ecb
USD EUR 2002-02-28 = 1 / 0.8651                         ; 2002-02-28 inverse ecb

# The irrevocable euro rates: to the euro, between two of them, and on to others, always through the euro.
DEM EUR 2010-03-03 = 1 / 1.95583                        ; 2010-03-03 fixed fixed
EUR DEM 2010-03-03 = 1.95583                            ; 2010-03-03 fixed fixed
DEM FRF 2005-05-05 = 6.55957 / 1.95583                  ; 2005-05-05 fixed fixed
ITL ESP 2001-06-30 = 166.386 / 1936.27                  ; 2001-06-30 fixed fixed
BEF LUF 2000-01-01 = 1                                  ; 2000-01-01 fixed fixed
ATS NLG 1999-01-01 = 2.20371 / 13.7603                  ; 1999-01-01 fixed fixed
FIM PTE 2025-02-24 = 200.482 / 5.94573                  ; 2025-02-24 fixed fixed
IEP GRD 2025-02-24 = 340.750 / 0.787564                 ; 2025-02-24 fixed fixed
SIT SKK 2025-02-24 = 30.1260 / 239.640                  ; 2025-02-24 fixed fixed
CYP MTL 2025-02-24 = 0.429300 / 0.585274                ; 2025-02-24 fixed fixed
EEK LVL 2025-02-24 = 0.702804 / 15.6466                 ; 2025-02-24 fixed fixed
LTL HRK 2025-02-24 = 7.53450 / 3.45280                  ; 2025-02-24 fixed fixed
XEU EUR 1999-01-01 = 1                                  ; 1999-01-01 fixed fixed
DEM USD 2010-03-03 = 1.3641 / 1.95583                   ; 2010-03-03 fixed ecb
GBP FRF 2010-03-03 = 6.55957 / 0.9057                   ; 2010-03-03 fixed ecb
CNY ITL 2025-02-24 = 1936.27 / 7.5879                   ; 2025-02-24 fixed ecb
DEM USD 1999-01-04 = 1.1789 / 1.95583                   ; 1999-01-04 fixed ecb

# The days of a changeover: the market's rate to the last, the law's from the first.
SIT EUR 2006-12-31 = 1 / 239.64                         ; 2006-12-29 inverse ecb
SIT USD 2006-12-31 = 1.317 / 239.64                     ; 2006-12-29 cross ecb
SIT EUR 2007-01-01 = 1 / 239.640                        ; 2007-01-01 fixed fixed
SIT USD 2007-01-02 = 1.327 / 239.640                    ; 2007-01-02 fixed ecb
SKK USD 2009-01-01 = 1.3917 / 30.1260                   ; 2008-12-31 fixed ecb
EEK USD 2011-01-01 = 1.3362 / 15.6466                   ; 2010-12-31 fixed ecb
LVL USD 2014-01-01 = 1.3791 / 0.702804                  ; 2013-12-31 fixed ecb
LTL CHF 2015-01-01 = 1.2024 / 3.45280                   ; 2014-12-31 fixed ecb
GRD USD 2001-01-02 = 0.9423 / 340.750                   ; 2001-01-02 fixed ecb
HRK EUR 2022-12-31 = 1 / 7.5365                         ; 2022-12-30 inverse ecb
HRK EUR 2023-01-01 = 1 / 7.53450                        ; 2023-01-01 fixed fixed
HRK USD 2023-01-01 = 1.0666 / 7.53450                   ; 2022-12-30 fixed ecb
HRK GBP 2023-01-02 = 0.8863 / 7.53450                   ; 2023-01-02 fixed ecb
BGN EUR 2025-12-31 = 1 / 1.9558                         ; 2025-12-31 inverse ecb
BGN EUR 2026-01-01 = 1 / 1.95583                        ; 2026-01-01 fixed fixed
BGN CHF 2026-01-01 = 0.9314 / 1.95583                   ; 2025-12-31 fixed ecb
BGN GBP 2026-01-02 = 0.8719 / 1.95583                   ; 2026-01-02 fixed ecb

# Redenominations: either name on either side of the day, at the rate of the name then in force.
TRL TRY 2010-05-05 = 1 / 1000000                        ; 2010-05-05 fixed fixed
TRY TRL 2003-05-05 = 1000000                            ; 2003-05-05 fixed fixed
TRL USD 2003-05-05 = 1.1218 / 1715000                   ; 2003-05-05 cross ecb
TRY USD 2003-05-05 = 1000000 * 1.1218 / 1715000         ; 2003-05-05 fixed ecb
TRL EUR 2005-01-01 = 1 / 1836200                        ; 2004-12-31 inverse ecb
TRY EUR 2005-01-02 = 1000000 / 1836200                  ; 2004-12-31 fixed ecb
TRY EUR 2005-01-03 = 1 / 1.815                          ; 2005-01-03 inverse ecb
TRL USD 2005-01-03 = 1.3507 / 1.815 / 1000000           ; 2005-01-03 fixed ecb
ROL EUR 2005-06-30 = 1 / 36030                          ; 2005-06-30 inverse ecb
RON EUR 2005-06-30 = 10000 / 36030                      ; 2005-06-30 fixed ecb
ROL EUR 2005-07-01 = 1 / 3.603 / 10000                  ; 2005-07-01 fixed ecb
RON USD 2005-07-01 = 1.2087 / 3.603                     ; 2005-07-01 cross ecb
TRL ROL 2003-05-05 = 37310 / 1715000                    ; 2003-05-05 cross ecb
BGL EUR 2026-06-01 = 1 / 1000 / 1.95583                 ; 2026-06-01 fixed fixed
SLL EUR 2022-07-03 = 0.000338 / 4.6809                  ; 2022-06-29 cross nbp
SLL EUR 2022-07-06 = 0.3514 / 1000 / 4.7942             ; 2022-07-06 fixed nbp
GHS EUR 2007-06-27 = 0.00030567 * 10000 / 3.8060        ; 2007-06-27 fixed nbp
GHC EUR 2007-07-04 = 2.9770 / 10000 / 3.7609            ; 2007-07-04 fixed nbp
ZMW USD 2012-12-24 = 0.000614 * 1000 / 3.0800           ; 2012-12-24 fixed nbp
BYR USD 2016-07-06 = 2.0094 / 10000 / 4.0225            ; 2016-07-06 fixed nbp
MRU EUR 2017-12-27 = 0.009937 * 10 / 4.1909             ; 2017-12-27 fixed nbp
STD USD 2018-01-03 = 0.1698 / 1000 / 3.4616             ; 2018-01-03 fixed nbp
MZM USD 2006-08-02 = 0.1199 / 1000 / 3.0748             ; 2006-08-02 fixed nbp
VEB USD 2014-12-31 = 0.5573 / 1000 / 3.5072             ; 2014-12-31 fixed nbp

# Redenominations that left the code as it was: the unit is that of the day.
VES USD 2021-09-29 = 0.00000096 / 3.9684                ; 2021-09-29 cross nbp
VES USD 2021-10-13 = 0.9538 / 3.9638                    ; 2021-10-13 cross nbp
VEF USD 2019-01-09 = 0.005329 / 100000 / 3.7509         ; 2019-01-09 fixed nbp
VEF USD 2023-01-11 = 0.2325 / 100000000000 / 4.3639     ; 2023-01-11 fixed nbp
VEB USD 2023-01-11 = 0.2325 / 100000000000000 / 4.3639  ; 2023-01-11 fixed nbp
VES VEF 2023-01-11 = 100000000000                       ; 2023-01-11 fixed fixed
SYP EUR 2025-12-31 = 0.000326 / 4.2267                  ; 2025-12-31 cross nbp
SYP EUR 2026-01-07 = 0.031183 / 4.2105                  ; 2026-01-07 cross nbp
ZWR USD 2007-01-10 = 0.011973 * 10000000000 / 2.9943    ; 2007-01-10 fixed nbp
ZWR USD 2005-01-05 = 0.000556 * 10000000000000 / 3.1153 ; 2005-01-05 fixed nbp

# Pegs: before any rate observed, and at once through the anchor.
AED USD 2020-01-31 = 1 / 3.6725                         ; 2020-01-31 peg peg
AED EUR 2020-01-31 = 1 / 3.6725 / 1.1052                ; 2020-01-31 peg ecb
AED EUR 2020-02-02 = 1 / 3.6725 / 1.1052                ; 2020-01-31 peg ecb
SAR CNY 2025-02-24 = 7.5879 / 3.75 / 1.0466             ; 2025-02-24 peg ecb
QAR SAR 2025-02-24 = 3.75 / 3.64                        ; 2025-02-24 peg peg
BHD EUR 2025-02-24 = 1 / 0.376 / 1.0466                 ; 2025-02-24 peg ecb
OMR JOD 2025-02-24 = 0.709 / 0.3845                     ; 2025-02-24 peg peg
XOF EUR 2001-01-01 = 1 / 655.957                        ; 2001-01-01 peg peg
XOF XAF 2001-01-01 = 1                                  ; 2001-01-01 peg peg
XAF USD 2025-02-24 = 1.0466 / 655.957                   ; 2025-02-24 peg ecb
FRF XOF 2010-01-01 = 655.957 / 6.55957                  ; 2010-01-01 peg peg
XPF EUR 2025-02-24 = 0.00838                            ; 2025-02-24 peg peg
XPF USD 2025-02-24 = 0.00838 * 1.0466                   ; 2025-02-24 peg ecb
KMF EUR 2025-02-24 = 1 / 491.96775                      ; 2025-02-24 peg peg
BAM BGN 2026-03-01 = 1                                  ; 2026-03-01 peg peg
CVE EUR 2025-02-24 = 1 / 110.265                        ; 2025-02-24 peg peg
BND EUR 2025-02-24 = 1 / 1.4002                         ; 2025-02-24 peg ecb
MOP EUR 2025-02-24 = 1 / 1.03 / 8.1356                  ; 2025-02-24 peg ecb
NAD EUR 2025-02-24 = 1 / 19.2037                        ; 2025-02-24 peg ecb
LSL SZL 2025-02-24 = 1                                  ; 2025-02-24 peg peg
NPR INR 2025-02-24 = 1 / 1.6                            ; 2025-02-24 peg peg
GIP EUR 2025-02-24 = 1 / 0.8283                         ; 2025-02-24 peg ecb
ANG USD 2025-02-24 = 1 / 1.79                           ; 2025-02-24 peg peg
ANG USD 2025-05-05 = 1 / 1.79                           ; 2025-05-05 peg peg
XCG USD 2025-03-31 = 1 / 1.79                           ; 2025-03-31 peg peg
XCG ANG 2025-05-05 = 1                                  ; 2025-05-05 fixed fixed

# What the ECB lacks or had not begun: the NBP's zlotys per unit, both sides from the same table.
TWD EUR 2025-02-19 = 0.1215 / 4.1582                    ; 2025-02-19 cross nbp
TWD USD 2025-02-24 = 0.1215 / 3.9875                    ; 2025-02-19 cross nbp
TWD CNY 2025-02-24 = 0.1215 / 0.5472                    ; 2025-02-19 cross nbp
VND KWD 2025-02-20 = 0.00015606 / 12.8976               ; 2025-02-19 cross nbp
NGN EUR 2025-02-25 = 0.002643 / 4.1582                  ; 2025-02-19 cross nbp
EGP USD 2025-02-19 = 0.0785 / 3.9875                    ; 2025-02-19 cross nbp
PKR PLN 2025-02-19 = 0.0143                             ; 2025-02-19 direct nbp
PLN PEN 2025-02-19 = 1 / 1.0814                         ; 2025-02-19 inverse nbp
UAH USD 2025-02-24 = 0.0953 / 3.9734                    ; 2025-02-24 cross nbp
XDR EUR 2025-02-24 = 5.2197 / 4.1609                    ; 2025-02-24 cross nbp
CNY EUR 2000-05-09 = 0.5492 / 4.0600                    ; 2000-05-09 cross nbp
CNY EUR 2001-05-24 = 0.4789 / 3.4755                    ; 2001-05-22 cross nbp
DEM TWD 2000-05-09 = 4.0600 / 0.1484 / 1.95583          ; 2000-05-09 fixed nbp
AED TWD 2020-01-29 = 3.8871 / 0.1292 / 3.6725           ; 2020-01-29 peg nbp
KWD SAR 2014-12-31 = 11.9778 * 3.75 / 3.5072            ; 2014-12-31 peg nbp

# Before the euro: crosses inside the NBP's tables, in zlotys of the time.
DEM USD 1990-04-30 = 5597.00 / 9500.00                  ; 1990-04-30 cross nbp
ITL GBP 1990-05-04 = 7.6300 / 15543.00                  ; 1990-04-30 cross nbp
XEU USD 1998-12-31 = 4.0925 / 3.5040                    ; 1998-12-31 cross nbp
ITL DEM 1998-12-31 = 0.002112 / 2.0915                  ; 1998-12-31 cross nbp
EUR USD 1999-01-02 = 4.0925 / 3.5025                    ; 1999-01-01 cross nbp
DEM USD 1999-01-02 = 4.0925 / 3.5025 / 1.95583          ; 1999-01-01 fixed nbp
USD PLZ 1994-12-30 = 24372                              ; 1994-12-30 direct nbp
USD PLN 1994-12-30 = 24372 / 10000                      ; 1994-12-30 fixed nbp
"""


def rows() -> Iterator[tuple[str, str, date, Fraction, date, str, str]]:
    for line in TABLE.splitlines():
        if line and not line.startswith("#"):
            left, _, right = line.partition(" = ")
            figures, _, said = right.partition(";")
            base, quote, on = left.split()
            observed, method, source = said.split()
            yield base, quote, day(on), worked_out(figures), day(observed), method, source


def day(text: str) -> date:
    return date.fromisoformat(text)


def worked_out(figures: str) -> Fraction:
    """``1 / 3.6725 * 2``, from left to right, in fractions."""
    first, *rest = figures.split()
    value = Fraction(first)
    for sign, figure in zip(rest[::2], rest[1::2], strict=True):
        value = value * Fraction(figure) if sign == "*" else value / Fraction(figure)
    return value


@pytest.mark.parametrize(("base", "quote", "on", "right", "observed", "method", "source"), list(rows()))
def test_the_answer_is_the_one_worked_out_by_hand(
    shipped: RateBook,
    base: str,
    quote: str,
    on: date,
    right: Fraction,
    observed: date,
    method: str,
    source: str,
) -> None:
    found = shipped.quote(base, quote, on)
    assert abs(Fraction(found.rate) / right - 1) < Fraction(1, 10**26)
    assert (found.observed, found.method, found.source) == (observed, method, source)
    back = shipped.quote(quote, base, on)
    assert abs(Fraction(back.rate) * right - 1) < Fraction(1, 10**26)


def test_the_table_is_as_long_as_it_claims() -> None:
    assert len({row[:3] for row in rows()}) >= 80


def test_no_cross_ever_takes_two_sources_or_two_dates(shipped: RateBook) -> None:
    for base, quote, on, *_ in rows():
        legs = [leg for leg in shipped.quote(base, quote, on).legs if not leg.authority]
        assert len({(leg.source, leg.observed) for leg in legs}) <= 1


@pytest.mark.parametrize(
    ("base", "quote", "on", "code", "named"),
    [
        ("EUR", "USD", "1998-12-31", "before_first", ["EUR", "1999-01-01", "NBP"]),
        ("VES", "USD", "2014-12-31", "before_first", ["VES", "2018-08-20", "Banco Central de Venezuela"]),
        ("XCG", "USD", "2025-03-30", "before_first", ["XCG", "2025-03-31"]),
        ("TWD", "USD", "1995-06-01", "before_first", ["TWD", "1998-12-22", "{TWD}", "NBP"]),
        ("TWD", "EUR", "1995-06-01", "before_first", ["EUR", "1999-01-01", "{EUR}", "NBP"]),
        ("DEM", "USD", "1983-12-31", "before_first", ["1984-01-02", "NBP"]),
        ("TWD", "USD", "2002-01-10", "gap", ["2001-12-18", "2002-01-15", "NBP"]),
        ("UAH", "EUR", "2022-12-01", "gap", ["2022-08-12", "2023-04-04", "NBP"]),
        ("KWD", "USD", "1995-01-01", "gap", ["KWD", "1998-12-22", "NBP"]),
        ("ZWL", "USD", "2024-06-05", "gap", ["2024-04-03", "NBP"]),
        ("VES", "USD", "2021-10-03", "redenominated", ["1000000 VES", "2021-10-01", "2021-09-29", "NBP"]),
        ("SYP", "EUR", "2026-01-01", "redenominated", ["100 SYP", "2026-01-01", "2025-12-31", "NBP"]),
        ("CNY", "EUR", "2026-11-02", "future_date", ["2026-11-02", "2026-11-01"]),
        ("DEM", "EUR", "2026-11-02", "future_date", ["2026-11-02", "2026-11-01"]),
        ("CSK", "EUR", "1990-06-01", "no_rates_for", ["CSK", "ECB", "NBP"]),
        ("CNX", "EUR", "2025-02-24", "unknown_currency", ["CNX"]),
        ("RUR", "USD", "1996-01-01", "no_rates_for", ["RUR"]),
    ],
)
def test_where_there_is_no_rate_the_bounds_or_the_nearest_dates_are_named(
    shipped: RateBook,
    lasts: Callable[[str], dict[str, date]],
    base: str,
    quote: str,
    on: str,
    code: str,
    named: list[str],
) -> None:
    bounds = [name.format(**lasts("nbp")) for name in named]
    for pair in ((base, quote), (quote, base)):
        with pytest.raises(NoRateError) as error:
            shipped.quote(*pair, day(on))
        assert error.value.code == code
        assert [name for name in bounds if name not in error.value.message] == []
        assert error.value.hint
        assert "\n" not in error.value.message


def test_a_weekly_rate_of_which_there_is_no_newer_one_is_too_old_after_a_week(
    lasts: Callable[[str], dict[str, date]],
) -> None:
    last = lasts("nbp")["TWD"]
    book = RateBook(Store([shipped_root()]), today=last + timedelta(days=11))
    assert book.quote("TWD", "EUR", last + timedelta(days=7)).observed == last
    with pytest.raises(NoRateError) as error:
        book.quote("TWD", "EUR", book.today)
    assert error.value.code == "too_old"
    assert [name for name in (str(last), "11 days") if name not in error.value.message] == []


def test_legs_of_different_dates_are_never_joined(shipped: RateBook) -> None:
    # The taka was taken fortnightly then, the dollar daily: on the 15th both have a rate, but not of one day.
    found = shipped.quote("BDT", "USD", date(2002, 5, 15))
    assert {leg.observed for leg in found.legs} == {date(2002, 5, 7)}


@pytest.mark.parametrize(("gap", "on", "found"), [
    (7, "2002-05-20", True),  # 13 days after the table of 7 May
    (6, "2002-05-19", True),
    (6, "2002-05-20", False),
    (7, "2005-02-22", True),  # weekly since 2004: 6 days after
    (5, "2005-02-22", False),
])  # fmt: skip
def test_a_rate_of_a_fortnightly_table_serves_for_twice_as_long(gap: int, on: str, found: bool) -> None:
    book = RateBook(Store([shipped_root()]), today=date(2026, 11, 1), max_gap=gap)
    if found:
        assert book.quote("TWD", "USD", day(on)).rate > 0
        return
    with pytest.raises(NoRateError) as error:
        book.quote("TWD", "USD", day(on))
    assert error.value.code == "gap"


def test_a_rate_that_the_ecb_stopped_publishing_is_the_nbps_and_says_so(
    shipped: RateBook, nbp: RateBook, ecb: RateBook
) -> None:
    on = date(2024, 5, 30)
    found = shipped.quote("RUB", "EUR", on)
    assert found.convert(Decimal("4.2529")) == Decimal("0.0440")
    assert (found.observed, found.source) == (date(2024, 5, 29), "nbp")
    assert [leg.instead_of for leg in found.legs] == ["ecb", None]
    assert [leg.instead_of for leg in nbp.quote("RUB", "EUR", on).legs] == [None, None]
    with pytest.raises(NoRateError) as error:
        ecb.quote("RUB", "EUR", on)
    assert (error.value.code, "2022-03-01" in error.value.message) == ("after_last", True)


@pytest.mark.parametrize(
    ("code", "on", "source"),
    [
        ("RUB", "2022-03-01", "ecb"),
        ("RUB", "2022-03-02", "nbp"),
        ("ISK", "2008-12-09", "ecb"),
        ("ISK", "2008-12-10", "nbp"),
        ("ISK", "2018-01-31", "nbp"),
        ("ISK", "2018-02-01", "ecb"),
        ("BGN", "2026-06-01", "fixed"),
    ],
)
def test_each_day_takes_the_most_trusted_source_that_was_publishing_then(
    shipped: RateBook, code: str, on: str, source: str
) -> None:
    assert shipped.quote(code, "EUR", day(on)).source == source
    for other in ("USD", "CHF") if code != "BGN" else ():
        assert shipped.quote(other, code, day(on)).source == source


def test_a_source_asked_for_is_the_only_one_but_the_law_still_holds(nbp: RateBook, ecb: RateBook) -> None:
    on = date(2020, 1, 29)
    assert {leg.source for leg in nbp.quote("AED", "EUR", on).legs} == {"nbp"}
    assert {leg.source for leg in nbp.quote("DEM", "EUR", on).legs} == {"fixed"}
    with pytest.raises(NoRateError) as error:
        ecb.quote("AED", "EUR", on)
    assert error.value.code == "no_rates_for"


def test_weekly_rates_say_that_they_are(shipped: RateBook) -> None:
    def said(base: str, on: str) -> dict[str, str | None]:
        return {leg.base: leg.frequency for leg in shipped.quote(base, "EUR", day(on)).legs}

    assert said("TWD", "2025-02-24") == {"TWD": "weekly", "EUR": None}
    assert said("TWD", "2000-05-09") == {"TWD": "fortnightly", "EUR": None}
    assert said("UAH", "2025-02-24") == {"UAH": None, "EUR": None}
    assert said("TWD", "2024-01-03") == {"TWD": "weekly", "EUR": None}  # its week began in the year before


def test_facts_name_their_authority_and_their_day(shipped: RateBook) -> None:
    (law,) = shipped.quote("HRK", "EUR", date(2024, 5, 5)).legs
    assert (law.authority, law.observed) == ("Council Regulation (EU) 2022/1208", date(2023, 1, 1))
    (peg,) = shipped.quote("AED", "USD", date(2024, 5, 5)).legs
    assert (peg.authority, peg.observed) == ("Central Bank of the UAE", date(1997, 11, 2))
