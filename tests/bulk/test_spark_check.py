"""A corpus checked on Spark: line by line what ``check -f jsonl`` prints, and nothing lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from capexcalc.bulk.spark_corpus import Scan
from capexcalc.bulk.spark_worker import Printer, Rates
from capexcalc.cache.store import shipped_root
from capexcalc.cli.corpus import printed as as_line
from capexcalc.commands.check import check_each
from capexcalc.commands.rates_update import import_rates
from capexcalc.documents.documents import read_documents
from capexcalc.errors import InputError, UsageError
from capexcalc.finance.spending_file import read_spending
from capexcalc.output.json import error
from capexcalc.output.jsonl import lines
from capexcalc.output.wording.documents import worded

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 3)

TEXTS = (
    "BEIJING, Feb 24, 2025 - The plan costs 380 billion yuan (52 billion euros).",
    "Alibaba will spend at least 380 billion yuan, more than in the past ten years combined.",
    "Le plan coûte 50 milliards d'euros sur trois ans, soit 16,7 milliards par an.",
    "三年内投入3800亿元。",
    "No money in this one.",
)

pytestmark = [
    pytest.mark.spark,
    # PySpark's own, about its sockets and the pandas it finds.
    pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::ResourceWarning"),
]

Check = Callable[..., tuple[list[str], Scan]]


@pytest.fixture
def judge():
    prior = read_spending(ROOT / "examples" / "alibaba-capex.csv")
    return partial(check_each, prior=prior, to=("USD",))


@pytest.fixture
def check(spark, judge, tmp_path: Path) -> Check:
    """Check files on Spark: the lines written, file after file, and what came of it."""
    from capexcalc.bulk.spark_corpus import check

    printer = Printer(as_line, partial(error, indent=None))

    def call(*sources: Path, out: str = "out", cache: Path = tmp_path / "no cache", **options):
        rates = Rates(TODAY, **options)
        given = [str(source) for source in sources]
        scan = check(given, str(tmp_path / out), judge=judge, printer=printer, rates=rates, cache=cache)
        parts = sorted((tmp_path / out).glob("part-*.txt"))
        return [each for part in parts for each in part.read_text().splitlines(keepends=True)], scan

    return call


def printed(judge, source: Path, cache: Path) -> list[str]:
    """What ``check -f jsonl`` prints."""
    outcomes = judge(read_documents([str(source)], BytesIO()), book=Rates(TODAY).book(cache))
    return list(lines("check", (worded(outcome.result) for outcome in outcomes)))


def test_it_writes_what_check_prints_to_the_byte(check: Check, judge, tmp_path: Path) -> None:
    source = tmp_path / "a corpus.jsonl"
    with source.open("w", encoding="utf-8", newline="") as file:
        for n in range(400):
            # Some without an id, which are called by their line, and enough blanks to make two splits of it.
            row = {"text": TEXTS[n % len(TEXTS)], **({"id": n, "date": "2025-02-24"} if n % 3 else {})}
            file.write(
                ("\r\n" if n % 7 == 0 else "") + json.dumps(row, ensure_ascii=n % 2 == 0).ljust(20_000)
            )
            file.write("\n")
    written, scan = check(source)
    expected = printed(judge, source, tmp_path)
    assert [a for a, b in zip(written, expected, strict=True) if a != b][:3] == []
    assert len(list((tmp_path / "out").glob("part-*.txt"))) == 2
    assert (scan.documents, scan.refused) == (400, 0)
    assert scan.verdicts["refuted"] == sum('"verdict": "refuted"' in each for each in expected)
    assert {"supported", "refuted"} <= set(scan.verdicts)


def test_what_is_no_document_keeps_its_place_and_says_where_it_stood(check: Check, tmp_path: Path) -> None:
    good = {"id": "same", "text": TEXTS[0]}
    source = tmp_path / "hostile.jsonl"
    source.write_bytes(
        b"\n".join(
            [
                json.dumps(good).encode(),
                b'{"id": "broken", "text": ',
                b"[1, 2]",
                b'{"id": "nul", "text": "a\0b"}',
                b'{"id": "latin", "text": "caf\xe9"}',
                b'{"id": [], "text": "x"}',
                b'{"text": "x", "date": "soon"}',
                b"",
                json.dumps(good).encode(),
                json.dumps({"id": "large", "text": "5bn euros. " + "word " * 2_000_000}).encode(),
                json.dumps({"id": "half \ud800", "text": "a\0 \ud800 5bn euros"}).encode(),
            ]
        )
    )
    written, scan = check(source)
    rows = [json.loads(each) for each in written]
    assert [row.get("error", {}).get("code") or row["id"] for row in rows] == [
        "same", "bad_json", "bad_document", "bad_json", "not_utf8", "bad_document", "bad_date",
        "same", "large", "half \ud800",
    ]  # fmt: skip
    assert rows[4]["error"]["message"] == f"{source}:5: not UTF-8 text"
    assert [len(row["amounts"]) for row in rows[-3:]] == [2, 1, 1]
    assert (scan.documents, scan.refused) == (10, 6)
    assert f"{source}:2: not JSON" in str(scan.example)


def test_a_bug_in_one_document_does_not_end_the_scan(spark, tmp_path: Path) -> None:
    from capexcalc.bulk.spark_corpus import check

    source = tmp_path / "two.jsonl"
    source.write_text('{"id": "a", "text": "x"}\n{"id": "b", "text": "y"}\n')
    printer = Printer(_fails_on_b, partial(error, indent=None))
    scan = check(
        [str(source)],
        str(tmp_path / "out"),
        judge=check_each,
        printer=printer,
        rates=Rates(TODAY),
        cache=tmp_path,
    )
    assert (scan.documents, scan.refused) == (2, 1)
    assert f"{source}:2: a bug in capexcalc" in str(scan.example)


def _fails_on_b(document):
    return str(1 // (document.id != "b"))


def test_a_table_counts_the_verdicts_of_each_document(check: Check, spark, tmp_path: Path) -> None:
    source = tmp_path / "c.jsonl"
    source.write_text(
        json.dumps({"id": "a", "text": TEXTS[0]}) + "\nbroken\n" + json.dumps({"text": "5bn euros"})
    )
    check(source, out="out.parquet")
    rows = sorted(spark.read.parquet(str(tmp_path / "out.parquet")).collect(), key=lambda row: row.id)
    assert [(row.id, row.status, row.refuted) for row in rows] == [
        (f"{source}:2", "bad_json", 0), (f"{source}:3", "ok", 0), ("a", "ok", 1),
    ]  # fmt: skip
    assert json.loads(rows[2].document)["claims"][0]["verdict"] == "refuted"
    assert "no date given" in rows[1].warnings[0]


def test_a_folder_of_files_is_read_with_each_line_named(check: Check, tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / "many").mkdir(exist_ok=True)
        (tmp_path / "many" / name).write_text('{"text": "x"}\n\n{"text": "y"}\n')
    written, _ = check(tmp_path / "many")
    names = sorted(json.loads(each)["id"] for each in written)
    assert names == [f"{tmp_path}/many/{name}.jsonl:{n}" for name in "ab" for n in (1, 3)]


def test_workers_have_the_rates_that_the_user_has(check: Check, tmp_path: Path) -> None:
    desk, source, cache = tmp_path / "desk.csv", tmp_path / "c.jsonl", tmp_path / "cache"
    desk.write_text("date,base,quote,rate\n2025-02-24,EUR,USD,2\n")
    roots = (cache, shipped_root())
    import_rates(desk, "desk", roots, base=None, today=TODAY, accept=True, waiting=lambda message: None)
    source.write_text(json.dumps({"id": "a", "date": "2025-02-24", "text": "$10bn (5bn euros)"}) + "\n")
    assert check(source, cache=cache, source="desk")[1].verdicts == {"supported": 1}
    assert check(source, cache=cache, out="official")[1].verdicts == {"refuted": 1}


def test_nothing_is_overwritten(check: Check, tmp_path: Path) -> None:
    source = tmp_path / "c.jsonl"
    source.write_text('{"text": "x"}\n')
    (tmp_path / "out" / "_temporary").mkdir(parents=True)  # of a job that was killed
    check(source)
    with pytest.raises(InputError) as caught:
        check(source)
    assert caught.value.code == "output_exists"


@pytest.mark.parametrize(
    ("sources", "out", "code"),
    [(["-"], "out", "no_stream"), (["c.jsonl"], "out.csv", "unknown_format")],
)
def test_what_spark_cannot_do_is_told_at_once(check: Check, sources, out: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        check(*sources, out=out)
    assert caught.value.code == code


def test_settings_at_fault_are_told_before_the_work(check: Check, tmp_path: Path) -> None:
    source = tmp_path / "empty.jsonl"
    source.write_text("")
    with pytest.raises(InputError, match="the file is empty"):
        check(source)
    with pytest.raises(InputError, match=r"PATH_NOT_FOUND.*missing\.jsonl"):
        check(tmp_path / "missing.jsonl")
    with pytest.raises(UsageError, match="nowhere"):
        check(source, source="nowhere")
