"""Servers that publish other rates than before, in every way thought of here: nothing of it lands unseen."""

from __future__ import annotations

import csv
import io
import random
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from capexcalc.cache.store import Store, shipped_root
from capexcalc.cache.year_file import history_of
from capexcalc.feeds.screen_batch import doubts
from capexcalc.rates.sources import source_of

Rates = dict[date, dict[str, str]]
Fault = Callable[[Rates], None]

REAL: Rates = history_of((shipped_root() / "ecb" / "2025.csv").read_bytes())
DAYS = sorted(REAL)
# The program ships with what there was up to a Friday; since then three weeks have gone by.
CUT, TODAY = date(2025, 8, 29), date(2025, 9, 19)
OLD = [day for day in DAYS if date(2025, 6, 1) <= day <= CUT]
NEW = [day for day in DAYS if CUT < day <= TODAY]


def table(rates: Rates) -> str:
    codes = sorted({code for found in rates.values() for code in found})
    lines = [",".join(["date", *codes])]
    lines += [",".join([f"{day}", *(rates[day].get(code, "") for code in codes)]) for day in sorted(rates)]
    return "\n".join(lines) + "\n"


@pytest.fixture
def desk(newsroom: Any, httpserver: HTTPServer) -> Desk:
    """A newsroom whose program ships with real rates, and a server that publishes ``desk.published``."""
    shutil.rmtree(newsroom.shipped / "ecb")
    newsroom.ship("ecb", "EUR", table({day: REAL[day] for day in OLD}))
    polish = history_of((shipped_root() / "nbp" / "2025.csv").read_bytes())
    newsroom.ship("nbp", "PLN", table({day: polish[day] for day in sorted(polish) if OLD[0] <= day <= TODAY}))
    return Desk(newsroom, httpserver)


class Desk:
    def __init__(self, newsroom: Any, httpserver: HTTPServer) -> None:
        self.newsroom = newsroom
        self.published: Rates = {day: dict(REAL[day]) for day in DAYS if OLD[0] <= day <= TODAY}
        self.lacking: set[str] = set()
        httpserver.expect_request(re.compile("/service/data/EXR/.*")).respond_with_handler(self._answer)

    def _answer(self, request: Request) -> Response:
        codes = set(request.path.split(".")[1].split("+")) - self.lacking
        start, end = (date.fromisoformat(request.args[name]) for name in ("startPeriod", "endPeriod"))
        out = io.StringIO()
        lines = csv.writer(out)
        lines.writerow(("CURRENCY", "CURRENCY_DENOM", "EXR_TYPE", "TIME_PERIOD", "OBS_VALUE"))
        for day, rates in sorted(self.published.items()):
            for code, rate in sorted(rates.items()):
                if start <= day <= end and (code in codes or code == "ZZZ"):
                    lines.writerow((code, "EUR", "SP00", day, rate))
        return Response(out.getvalue())

    def update(self, *words: str, today: date = TODAY) -> Any:
        return self.newsroom.run("rates", "update", "--source", "ecb", *words, today=today)


def times(code: str, factor: str, days: list[date] = NEW) -> Fault:
    def fault(rates: Rates) -> None:
        for day in days:
            rates[day][code] = f"{Decimal(rates[day][code]) * Decimal(factor):.6g}"

    return fault


def each(factor: str) -> Fault:
    def fault(rates: Rates) -> None:
        for day in NEW:
            for code in rates[day]:
                rates[day][code] = f"{Decimal(rates[day][code]) * Decimal(factor):f}"[:10]

    return fault


def swap(one: str, other: str, days: list[date] = NEW) -> Fault:
    def fault(rates: Rates) -> None:
        for day in days:
            rates[day][one], rates[day][other] = rates[day][other], rates[day][one]

    return fault


def invert(code: str) -> Fault:
    def fault(rates: Rates) -> None:
        for day in NEW:
            rates[day][code] = f"{1 / Decimal(rates[day][code]):.6f}"

    return fault


def late(by: int) -> Fault:
    """Every day stamped with a later one of business."""

    def fault(rates: Rates) -> None:
        days = sorted(rates)
        moved = {later: dict(rates[day]) for day, later in zip(days, days[by:], strict=False)}
        rates.clear()
        rates |= moved

    return fault


def stamped(by: int) -> Fault:
    """Every day stamped with the one after it in the calendar, a Saturday among them."""

    def fault(rates: Rates) -> None:
        moved = {day + timedelta(days=by): found for day, found in rates.items()}
        rates.clear()
        rates |= moved

    return fault


def put(code: str, rate: str, days: list[date] = NEW) -> Fault:
    def fault(rates: Rates) -> None:
        for day in days:
            rates[day][code] = rate

    return fault


def extra(day: date) -> Fault:
    def fault(rates: Rates) -> None:
        rates[day] = dict(rates[NEW[-1]])

    return fault


def lacking(*codes: str) -> Fault:
    def fault(rates: Rates) -> None:
        for day in NEW:
            for code in codes:
                rates[day].pop(code, None)

    return fault


def of(day: date) -> Fault:
    """The figures of another year."""

    def fault(rates: Rates) -> None:
        for each in NEW:
            rates[each] = dict(rates[OLD[0]])
            rates[each]["USD"] = f"{Decimal(rates[OLD[0]]['USD']) * Decimal('0.97'):.4f}"

    return fault


HELD = OLD[-4:]  # of the week that is fetched again

FAULTS: dict[str, tuple[Fault, str]] = {
    "dollar times ten": (times("USD", "10"), "lasting_step"),
    "dollar times three": (times("USD", "3"), "lasting_step"),
    "dollar a tenth": (times("USD", "0.1"), "lasting_step"),
    "dollar ten percent up": (times("USD", "1.1"), "lasting_step"),
    "dollar five percent up": (times("USD", "1.05"), "off_others"),
    "dollar one percent up": (times("USD", "1.01"), "off_others"),
    "yen times a hundred": (times("JPY", "100"), "lasting_step"),
    "yen by the hundred": (times("JPY", "0.01"), "lasting_step"),
    "rupiah by the thousand": (times("IDR", "0.001"), "lasting_step"),
    "lira forty percent down": (times("TRY", "1.4"), "lasting_step"),
    "all ten percent up": (each("1.1"), "lasting_step"),
    "all three percent down": (each("0.97"), "off_others"),
    "all one percent up": (each("1.01"), "off_others"),
    "dollar and pound swapped": (swap("USD", "GBP"), "lasting_step"),
    "dollar and franc swapped": (swap("USD", "CHF"), "lasting_step"),
    "yuan and krona swapped": (swap("CNY", "DKK"), "lasting_step"),
    "singapore and canada swapped": (swap("SGD", "CAD"), "swapped"),
    "krona and krone swapped": (swap("SEK", "NOK"), "swapped"),
    "hong kong and baht swapped": (swap("HKD", "THB"), "lasting_step"),
    "pound turned round": (invert("GBP"), "lasting_step"),
    "dollar turned round": (invert("USD"), "lasting_step"),
    "yuan turned round": (invert("CNY"), "lasting_step"),
    "a day late": (late(1), "shifted"),
    "two days late": (late(2), "revision"),
    "a calendar day late": (stamped(1), "weekend"),
    "a sunday": (extra(date(2025, 9, 14)), "weekend"),
    "a saturday": (extra(date(2025, 9, 13)), "weekend"),
    "last week's dollar times one and a half": (times("USD", "1.5", HELD), "revision"),
    "last week's pound one percent up": (times("GBP", "1.01", HELD), "revision"),
    "last week's yen half a percent up and a bit": (times("JPY", "1.0051", HELD), "revision"),
    "three thousand digits": (put("USD", "1." + "1" * 3000), "too_many_digits"),
    "thirteen digits": (put("USD", "1.170000000001"), "too_many_digits"),
    "no currency": (put("ZZZ", "5.5"), "unknown_code"),
    "cut after a few": (lacking(*sorted(REAL[NEW[0]])[3:]), "cut_short"),
    "cut in the middle": (lacking(*sorted(REAL[NEW[0]])[14:]), "cut_short"),
    "the figures of another month": (of(OLD[0]), "off_others"),
}  # fmt: skip


def test_what_is_right_lands_without_a_word(desk: Any) -> None:
    ended = desk.update()
    assert (ended.code, ended.err) == (0, "")
    assert {day for day, _ in desk.newsroom.rates()} == {*OLD, *NEW}


@pytest.mark.parametrize(("fault", "rule"), FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_refused_by_name_and_nothing_lands(desk: Any, fault: Fault, rule: str) -> None:
    before = desk.newsroom.rates()
    fault(desk.published)
    ended = desk.update()
    assert ended.code == 4
    assert "nothing was taken" in ended.err
    assert "rates update --source ecb --accept" in ended.err
    assert (desk.newsroom.rates(), desk.newsroom.files()) == (before, {})
    accepted = desk.update("--accept")
    assert "doubtful" not in accepted.out
    assert f"({rule})" in ended.err or f"({rule})" in accepted.err


# What a newsroom may mean, for its rates are its own: it is told of them.
TOLD = {
    "dollar five percent up", "dollar one percent up", "all one percent up", "all three percent down",
    "a calendar day late", "a sunday", "a saturday", "last week's pound one percent up",
    "last week's yen half a percent up and a bit",
    "no currency", "cut after a few", "cut in the middle", "the figures of another month",
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "fault"), [(name, fault) for name, (fault, _) in FAULTS.items()], ids=FAULTS
)
def test_the_same_in_a_file_of_one_s_own_is_refused_or_told(
    desk: Any, tmp_path: Any, name: str, fault: Fault
) -> None:
    file = tmp_path / "desk.csv"
    words = ("rates", "import", str(file), "--source", "desk", "--base", "EUR")
    if name.startswith("last week's"):  # which was right before
        file.write_text(table({day: REAL[day] for day in OLD[-6:]}))
        assert desk.newsroom.run(*words, today=TODAY).err == ""
    fault(desk.published)
    file.write_text(table({day: rates for day, rates in desk.published.items() if day > OLD[-6]}))
    ended = desk.newsroom.run(*words, today=TODAY)
    if name in TOLD and ended.code == 0:
        assert "accepted" in ended.err
        return
    assert ended.code == 2, ended.err
    if name != "no currency":
        assert desk.newsroom.run(*words, "--accept", today=TODAY).code == 0


@pytest.mark.parametrize(
    ("line", "rule", "said"),
    [
        ("2025-08-27,EUR,CNY,0.1203", "turned_round", "is it turned round?"),
        ("2025-08-27,EUR,USD,0.8600", "turned_round", "is it turned round?"),
        ("2025-08-27,EUR,JPY,1.7158", "per_hundred", "is it for a hundred?"),
        ("2025-08-27,EUR,JPY,0.5828", "per_hundred", "is it for a hundred?"),
        ("2025-08-27,EUR,CNY,83.042", "power_of_ten", "it is 10 times that"),
        ("2025-08-27,EUR,CNY,0.0083", "power_of_ten", "it is 0.001 times that"),
        ("2025-08-27,EUR,CNY,9.5", "off_market", "the ECB has 8.3"),
        ("2027-02-24,EUR,CNY,8.3", "future", "today is 2025-09-19"),
        ("9999-12-31,EUR,CNY,8.3", "future", "today is 2025-09-19"),
        ("2025-08-27,EUR,CNY,8.3000000000001", "too_many_digits", "12 digits"),
    ],
)
def test_a_slip_of_the_hand_is_named_with_the_rate_of_the_day(
    desk: Any, tmp_path: Any, line: str, rule: str, said: str
) -> None:
    file = tmp_path / "desk.csv"
    file.write_text(f"date,base,quote,rate\n2025-08-26,EUR,GBP,0.87\n{line}\n")
    ended = desk.newsroom.run("rates", "import", str(file), "--source", "desk", today=TODAY)
    assert (ended.code, f"({rule})" in ended.err, said in ended.err) == (2, True, True), ended.err
    assert not (desk.newsroom.root / "desk").exists()


@pytest.mark.parametrize(
    ("rate", "refused"), [("9.13", False), ("9.14", True), ("7.473", False), ("7.472", True)]
)
def test_rates_of_one_s_own_are_within_a_tenth_of_the_market_s(
    desk: Any, tmp_path: Any, rate: str, refused: bool
) -> None:
    file = tmp_path / "desk.csv"
    file.write_text(f"date,base,quote,rate\n2025-08-27,EUR,CNY,{rate}\n")  # the ECB: 8.3027
    ended = desk.newsroom.run("rates", "import", str(file), "--source", "desk", today=TODAY)
    assert (ended.code == 2) == refused


def test_after_a_look_what_is_doubtful_can_be_accepted(desk: Any) -> None:
    times("USD", "1.1")(desk.published)
    ended = desk.update("--accept")
    assert ended.code == 0
    assert "lasting_step" in ended.err
    assert ": accepted" in ended.err
    assert desk.newsroom.rates()[NEW[0], "USD"] == desk.published[NEW[0]]["USD"]


@pytest.mark.parametrize(("factor", "refused"), [("1.0049", False), ("1.0051", True)])
def test_a_correction_of_half_a_percent_is_none_that_needs_a_look(
    desk: Any, factor: str, refused: bool
) -> None:
    day = HELD[-2]
    desk.published[day]["JPY"] = f"{Decimal(REAL[day]['JPY']) * Decimal(factor):.4f}"
    assert (desk.update().code == 4) == refused


def test_a_currency_that_has_made_such_steps_before_may_make_another(desk: Any) -> None:
    days = [date(2025, 9, day) for day in (1, 2, 3, 4, 5)]
    held = {day: {"TRY": rate} for day, rate in zip(days, ("40", "40", "46", "46"), strict=False)}
    row, store = source_of("boc"), Store([desk.newsroom.shipped])
    for rate, doubted in (("56.0", False), ("57", True)):  # 15 % was seen: one and a half times that
        found = doubts({days[4]: {"TRY": rate}}, held, row, store)
        assert ("lasting_step" in {each.rule for each in found}) == doubted


def test_a_step_that_another_source_has_seen_too_is_the_market_s(tmp_path: Any) -> None:
    """The franc let go on the fifteenth of January 2015: 17 % in a day."""
    year = history_of((shipped_root() / "ecb" / "2015.csv").read_bytes())
    held = {day: rates for day, rates in year.items() if day < date(2015, 1, 15)}
    fresh = {day: rates for day, rates in year.items() if date(2015, 1, 15) <= day < date(2015, 1, 24)}

    def steps(store: Store) -> list[tuple[str, date]]:
        found = doubts(fresh, held, source_of("ecb"), store)
        return [(each.code, each.day) for each in found if each.rule == "lasting_step"]

    assert steps(Store([shipped_root()])) == []
    assert steps(Store([tmp_path])) == [("CHF", date(2015, 1, 15))]


def test_a_past_that_comes_in_for_the_first_time_is_judged_by_other_sources_alone(tmp_path: Any) -> None:
    """It has crises of its own, and a fault in some year or other is found among 120 days of a currency."""
    past: Rates = {}
    for year in range(2012, 2016):
        past |= history_of((shipped_root() / "ecb" / f"{year}.csv").read_bytes())
    row = source_of("ecb")
    assert doubts(past, {}, row, Store([tmp_path])) == []
    assert doubts(past, {}, row, Store([shipped_root()])) == []
    wrong = {day: rates | ({"USD": rates["GBP"]} if day.year == 2013 else {}) for day, rates in past.items()}
    assert {each.rule for each in doubts(wrong, {}, row, Store([shipped_root()]))} == {"off_others"}


@pytest.mark.parametrize("seed", range(4))
def test_an_update_in_parts_gives_what_one_gives(desk: Any, seed: int) -> None:
    """Also where an answer lacks a currency, which the next then has."""
    chance = random.Random(seed)
    for day in sorted(chance.sample(NEW[:-1], 3)):
        desk.lacking = {chance.choice(sorted(REAL[day]))}
        desk.update(today=day + timedelta(days=chance.choice((0, 1, 2))))
    desk.lacking = set()
    assert desk.update().code == 0
    assert desk.newsroom.rates() == {
        (day, code): rate for day in (*OLD, *NEW) for code, rate in REAL[day].items()
    }


def test_a_currency_that_an_answer_lacks_is_named_and_comes_with_the_next(desk: Any) -> None:
    desk.lacking = {"USD"}
    ended = desk.update()
    assert (ended.code, "ecb has nothing of USD up to 2025-09-19" in ended.err) == (0, True)
    assert (NEW[0], "USD") not in desk.newsroom.rates()
    desk.lacking = set()
    assert desk.update().err == ""
    assert desk.newsroom.rates()[NEW[0], "USD"] == REAL[NEW[0]]["USD"]


def test_a_clock_set_back_costs_nothing(desk: Any, httpserver: HTTPServer) -> None:
    desk.update()
    before = desk.newsroom.rates()
    codes = sorted(REAL[NEW[0]])
    lines = [f"Date,{','.join(codes)},"]
    lines += [f"{day},{','.join(rates[code] for code in codes)}," for day, rates in desk.published.items()]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("eurofxref-hist.csv", "\n".join([*lines, ""]))
    httpserver.expect_request("/stats/eurofxref/eurofxref-hist.zip").respond_with_data(packed.getvalue())
    ended = desk.update("--full", today=NEW[3])
    assert (ended.code, "rejected (future)" in ended.err) == (0, True)
    assert desk.newsroom.rates() == before
    assert desk.update("--full").code == 0
    assert desk.newsroom.rates() == before
