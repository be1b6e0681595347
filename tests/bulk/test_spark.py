"""On Spark as on DuckDB: the same SQL over the same calendar."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from capexcalc.bulk.job import Job
from capexcalc.errors import InputError

pytestmark = [
    pytest.mark.spark,
    # PySpark's own, about its sockets and the pandas it finds.
    pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::ResourceWarning"),
]


@pytest.fixture
def run(spark, book, calendars, tmp_path: Path):
    from capexcalc.bulk.spark import batch

    def call(source: Path, out: str, **options):
        columns = {} if "text" in options else {"amount": "amount", "currency": "currency"}
        job = Job(str(source), str(tmp_path / out), **{"to": ("EUR",), "date": "date", **columns, **options})
        return tmp_path / out, batch(job, book=book, calendars=calendars).result

    return call


def rows_of(folder: Path) -> list[dict[str, str]]:
    rows = []
    for part in sorted(folder.glob("part-*.csv")):
        with part.open(encoding="utf-8", newline="") as lines:
            rows.extend(csv.DictReader(lines))
    return rows


def test_a_hundred_thousand_rows_agree_with_convert(run, random_rows, agrees, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [("n", "amount", "currency", "date"), *((n, *row) for n, row in enumerate(random_rows))]
        )
    folder, summary = run(source, "out.csv")
    rows = rows_of(folder)
    assert summary.rows == len(rows) == len(random_rows)
    differing = [row for row in rows if not agrees(random_rows[int(row["n"])], "EUR", row)]
    assert not differing[:5]


def test_amounts_in_words_and_several_targets(run, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    lines = [("380 milliards de yuans", "24/02/2025"), ("from 1 to 2 bn euros", "24/02/2025"), ("", "x")]
    source.write_text("".join(json.dumps({"price": price, "date": day}) + "\n" for price, day in lines))
    folder, summary = run(source, "out.jsonl", text="price", to=("EUR", "USD"))
    written = [json.loads(line) for part in folder.glob("part-*") for line in part.read_text().splitlines()]
    by_price = {row["price"]: row for row in written}
    assert round(by_price["380 milliards de yuans"]["amount_eur"], 2) == 50079732205.22
    assert by_price["380 milliards de yuans"]["rate_method"] == "inverse;cross"
    assert summary.statuses == {"ok": 1, "several_amounts": 1, "no_amount": 1}


def test_a_ragged_row_ends_the_job_and_commits_nothing(run, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("amount,currency,date\n1,USD,2025-02-24\n1,USD\n")
    with pytest.raises(InputError, match="MALFORMED"):
        run(source, "out.csv")
    assert not (tmp_path / "out.csv" / "_SUCCESS").exists()
