"""Rows finished while they are read, beside the same rows converted by the engine."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("duckdb")
from tests.bulk.conftest import TODAY

from capexcalc.bulk import duckdb_batch, engine, finished, lookup, records
from capexcalc.errors import InputError
from capexcalc.money.currencies import all_codes

HEAD = "amount,currency,date,note\n"
# Each beside its siblings just inside and just outside of what is finished.
AMOUNTS = ("5", "-5", "5.50", "1,234.5", "-1,234.5", "0", "1e3", "", "n/a", "$5", "(5)", "0.00001", "9" * 25,
           "9" * 26, "9" * 31, "inf", " 7", "€5", "US$ 1,234.5", "-$5", "5 Mio.", "5 widgets", ".5", "-.5",
           "5\0", "1.5\u00a0€")  # fmt: skip
CURRENCIES = ("USD", "EUR", "GBp", "XXQ", "", "ADP", "usd", "US Dollar")
NOTES = ("", '"a, b"', '"a\nb"', "é")
DATES = ("2020-01-05", "2020-02-30", "1979-12-31", "1000-01-01", "0999-12-31", "1980-01-01",
         "1999-01-01", "1999-01-04", str(TODAY), "2020-01-05T10:00:00Z", "0000-00-00",
         "2026-11-04", "9999-12-31", "soon", "", "epoch", "today", "2020-01-05 10:00")  # fmt: skip


@pytest.fixture
def both(job, monkeypatch):
    """What comes of a file in both ways: bytes, summary, words; and how many rows were finished."""

    def call(text: str, **options):
        counted = []
        call_ = finished.Finisher.__call__

        def counting(self, batch):
            done = call_(self, batch)
            counted.append(done.tally.statuses.total())
            return done

        results = []
        with monkeypatch.context() as patch:
            patch.setattr(finished.Finisher, "__call__", counting)
            for way in (finished.finishable, lambda _: False):
                patch.setattr(duckdb_batch, "finishable", way)
                out, outcome = job("in.csv", text.encode(), "out.csv", **options)
                summary = outcome.result
                # Which of the cells at fault is shown, or none as it is empty, does not matter.
                said = [re.sub(", such as '.*?'(?=: )", "", notice.message) for notice in outcome.warnings]
                results.append((out.read_bytes(), sorted(summary.statuses.items()), said))
        assert results[0] == results[1]
        return sum(counted), results[0]

    return call


@pytest.mark.parametrize("block", [1 << 13, 1 << 20])
@pytest.mark.parametrize("options", [{}, {"to": ("GBP",)}, {"to": ("AED",)}, {"currency": "USD"}])
def test_both_ways_give_the_same_lines(both, monkeypatch, block, options) -> None:
    monkeypatch.setattr(records, "BLOCK", block)
    chance = random.Random(7)
    rows = [
        (
            f'"{amount}"' if "," in amount else amount,
            currency,
            day,
            chance.choice(["", '"a, b"', '"a\nb"', "é"]),
        )
        for amount in AMOUNTS
        for currency in CURRENCIES
        for day in DATES
    ]
    chance.shuffle(rows)
    del rows[1200:]
    count, (written, *_) = both(HEAD + "".join(map(",".join, ([*row[:3], row[3] + "\n"] for row in rows))),
                                decimal=".", **options)  # fmt: skip
    assert 100 < count < len(rows)
    assert written.count(b",ok\n") > 50


# What people write, and what only looks like it.
digits = st.from_regex(r"-?[0-9]{1,4}([.,][0-9]{1,4}){0,3}", fullmatch=True)
amounts = st.one_of(
    digits,
    st.builds(
        "{}{}{}".format,
        st.text("$€kmEUR (.-+\0\u00a0", max_size=5),
        digits,
        st.text("€$mbn USD).-", max_size=5),
    ),
    st.text("0123456789.,-+eE_ $()\u0665\0n", max_size=34),
)
days = st.dates().map(str)
times = st.from_regex(r"[ T][0-9]{2}:[0-6][0-9](:[0-6][0-9](\.[0-9]{0,7})?)?(Z|\+0[01]:?00)?", fullmatch=True)
dates = st.one_of(days, st.builds("{}{}".format, days, st.text("0 Tx", max_size=2)),
                  st.builds("{}{}".format, days, times),
                  st.from_regex(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", fullmatch=True),
                  st.text("0123456789-/ TZepochinfy", max_size=12))  # fmt: skip
rows = st.tuples(amounts, st.sampled_from(CURRENCIES), dates, st.sampled_from(NOTES))


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some=st.lists(rows, min_size=1, max_size=300), mark=st.sampled_from([".", ","]))
def test_both_ways_read_whatever_is_written_alike(both, some, mark) -> None:
    lines = (f'"{amount}",{currency},{day},{note}\n' for amount, currency, day, note in some)
    both(HEAD + "".join(lines), decimal=mark, date_format="%Y-%m-%d")


@pytest.mark.parametrize(
    "dates", [("05/01/2020", "31/12/2019", "31/02/2020"),
              ("2020", "2019-05", "2020-01-05", "2020-01-05 10:00"),
              ("5 March 2020", "2020-03-05", "March 5, 2020", "5 Mars 2020")]
)  # fmt: skip
@pytest.mark.parametrize("cells", [("1.234,5", "12,5", "7"), ("1,234.5", "12.5", "7"), ("7", "8", "9")])
def test_both_ways_read_the_marks_and_dates_of_a_column(both, dates, cells) -> None:
    rows = [f"{cell};USD;{day};x\n" for cell in (*cells, "n/a") for day in (*dates, "soon")]
    count, _ = both(HEAD.replace(",", ";") + "".join(rows))
    assert count >= len(rows) // 3


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_both_ways_keep_line_breaks_and_marks(both, start, end) -> None:
    lines = (end or "\n").join([HEAD.strip(), "5,USD,2020-01-05,x", "n/a,USD,2020-01-05,y"]) + end
    count, (written, *_) = both(start + lines)
    assert count == 2
    assert written.count((end or "\n").encode()) == 3


def test_all_rows_of_plain_cells_are_finished_and_no_others(both) -> None:
    plain = ["5,USD,2020-01-05,x\n", "n/a,USD,2020-01-05,x\n", "5,XXQ,2020-01-05,x\n", "5,USD,soon,x\n",
             "5,USD,2030-01-01,x\n", "5,ADP,2020-01-05,x\n", "5,USD,1980-01-01,x\n"]  # fmt: skip
    plain += ["$5,USD,2020-01-05,x\n", "€5,USD,2020-01-05,x\n", "(5),USD,2020-01-05,x\n"]
    plain += ["5,USD,1000-01-01,x\n", "5,GBp,2020-01-05,x\n", "5,USD,2020-02-30,x\n"]
    plain += ["5,USD,2020-01-05T10:00:00Z,x\n", "5,USD,2020-02-30 10:00,x\n"]
    others = ["5,USD,0999-12-31,x\n", "1e5,USD,2020-01-05,x\n", "1 000,USD,2020-01-05,x\n"]
    others += ["5,USD,2020-1-05,x\n", "5,USD,2020-01-05 24:00,x\n"]
    assert both(HEAD + "".join(plain + others), date_format="%Y-%m-%d")[0] == len(plain)


def test_the_engine_is_opened_for_other_rows_alone(job, monkeypatch) -> None:
    opened = []
    connect = engine.connect
    plain = HEAD + "5,USD,2020-01-05,x\nn/a,USD,2020-01-05,x\n5,XXQ,soon,x\n"
    job("in.csv", plain.encode(), "out.csv")  # the calendar is there from now on
    monkeypatch.setattr(engine, "connect", lambda *given: opened.append(given) or connect(*given))
    job("in.csv", plain.encode(), "out.csv")
    assert not opened
    out, _ = job("in.csv", f"{plain}1e3,USD,2020-01-05,x\n".encode(), "out.csv")
    assert len(opened) == 1
    assert len(out.read_text().splitlines()) == 5


@pytest.mark.parametrize("most", [3, 4096])
def test_rows_of_every_currency_by_turns_are_finished(both, monkeypatch, most) -> None:
    monkeypatch.setattr(lookup, "_KNOWN", most)
    monkeypatch.setattr(records, "BLOCK", 1 << 10)
    codes = (*all_codes(), "US Dollar", "GBp", "XXQ", "RMB", "")
    rows = [f"{n},{codes[n * 7 % len(codes)]},20{n % 19 + 5:02}-01-0{n % 9 + 1},x\n" for n in range(900)]
    assert both(HEAD + "".join(rows))[0] == len(rows)


def test_of_two_faults_the_first_in_the_file_is_named(job, monkeypatch) -> None:
    monkeypatch.setattr(records, "BLOCK", 1 << 10)
    rows = ["5,USD,2020-01-05,x\n"] * 2000
    rows[1200] = "5,USD\n"
    text = HEAD + "".join(rows) + '5,USD,2020-01-05,"x'
    with pytest.raises(InputError, match=r"in\.csv:1202.*2 cells"):
        job("in.csv", text.encode(), "out.csv")


@pytest.mark.parametrize("cell", ["", '""'])
def test_the_cell_at_fault_that_is_told_is_no_empty_one(job, cell) -> None:
    _, outcome = job("in.csv", f"{HEAD}{cell},USD,2020-01-05,\nx,USD,2020-01-05,\n".encode(), "out.csv")
    assert "such as 'x'" in outcome.warnings[-1].message


@pytest.mark.parametrize(("day", "count"), [("1000-01-01", 2), ("0999-12-31", 1)])
def test_days_in_several_formats_are_finished_from_the_year_1000_on(both, day, count) -> None:
    assert both(f"{HEAD}5,USD,5 March 2020,x\n5,USD,{day},x\n")[0] == count
