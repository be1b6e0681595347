"""Row by row, a batch means what ``convert`` means: the same refusals, dates, sources and amounts."""

from __future__ import annotations

import csv
import io
from collections import Counter


def test_a_hundred_thousand_rows_agree_with_convert(convert, random_rows, agrees) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([("amount", "currency", "date"), *random_rows])
    rows, summary = convert(text.getvalue(), to=("USD",))
    assert [(row["amount"], row["currency"], row["date"]) for row in rows] == random_rows
    differing = [
        (given, row) for given, row in zip(random_rows, rows, strict=True) if not agrees(given, "USD", row)
    ]
    assert not differing[:5]
    assert summary.statuses == Counter(row["status"] for row in rows)
    assert len(summary.statuses) > 10
