"""The tool that builds the cache, and the cache it built."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from capexcalc.cache.store import shipped_root

SHIPPED = shipped_root() / "ecb"

# The ECB's own layout: newest first, N/A, a comma at the end of each line.
SAMPLE = """\
Date,USD,JPY,BGN,CNY,
2026-01-02,1.1742,184.03,N/A,8.2126,
2025-12-31,1.175,184.09,1.9558,8.2262,
"""


def test_every_shipped_file_has_the_digests_of_the_manifest() -> None:
    files = json.loads((SHIPPED / "manifest.json").read_text())["files"]
    assert sorted(files) == sorted(path.name for path in SHIPPED.glob("*.csv"))
    for name, said in files.items():
        data = (SHIPPED / name).read_bytes()
        assert said == {
            "sha256": hashlib.sha256(data).hexdigest(),
            "crc32": f"{zlib.crc32(data):08x}",
            "bytes": len(data),
        }


def test_the_shipped_manifest_names_source_terms_and_bounds() -> None:
    manifest = json.loads((SHIPPED / "manifest.json").read_text())
    assert manifest["id"] == SHIPPED.name
    assert manifest["url"].startswith("https://www.ecb.europa.eu/")
    assert "attribution" in manifest["terms"]
    assert "2026-10-30" <= manifest["newest"] <= manifest["retrieved"]
    assert manifest["currencies"]["HRK"] == {"first": "2005-04-01", "last": "2022-12-30"}


@pytest.mark.parametrize("name", ["2006.csv", "2025.csv"])
def test_the_tool_reproduces_a_shipped_year_from_the_layout_of_the_ecb(
    tool: ModuleType, tmp_path: Path, name: str
) -> None:
    header, *rows = (SHIPPED / name).read_text().splitlines()
    codes = header.split(",")[1:]
    ecb = [",".join(["Date", *reversed(codes), "XYZ", ""])]
    for row in reversed(rows):
        day, *values = row.split(",")
        ecb.append(",".join([day, *(value or "N/A" for value in reversed(values)), "N/A", ""]))
    tool.build(tool.parse("\n".join(ecb)), tmp_path, date(2026, 10, 30))
    assert (tmp_path / name).read_bytes() == (SHIPPED / name).read_bytes()


def test_a_year_has_the_columns_observed_in_it_and_blanks_for_the_rest(write: Callable[..., Path]) -> None:
    folder = write() / "ecb"
    assert (folder / "2024.csv").read_text() == (
        "date,CNY,ISK,RUB,USD\n2024-12-30,7.9,139.5,100,1.07\n2024-12-31,7.8,,100.5,1.06\n"
    )
    assert (folder / "2025.csv").read_text().splitlines()[:2] == [
        "date,CNY,ISK,MXN,USD",
        "2025-01-02,7.6,,,1.0500",
    ]


def test_the_same_source_gives_the_same_bytes_zipped_or_not(
    tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("eurofxref-hist.csv", SAMPLE)
    (tmp_path / "hist.zip").write_bytes(zipped.getvalue())
    (tmp_path / "hist.csv").write_text(SAMPLE)
    (tmp_path / "zip").mkdir()
    (tmp_path / "zip" / "1998.csv").write_text("left by a former run")
    for kind in ("zip", "csv"):
        argv = [
            "build_ecb.py",
            str(tmp_path / f"hist.{kind}"),
            str(tmp_path / kind),
            "--retrieved",
            "2026-01-02",
        ]
        monkeypatch.setattr("sys.argv", argv)
        tool.main()
        assert "2 observation dates, 2025-12-31 to 2026-01-02" in capsys.readouterr().out
    written = {path.name: path.read_bytes() for path in (tmp_path / "zip").iterdir()}
    assert written == {path.name: path.read_bytes() for path in (tmp_path / "csv").iterdir()}
    assert sorted(written) == ["2025.csv", "2026.csv", "manifest.json"]


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("8.2126", "-8.2126", "line 2: CNY"),
        ("8.2126", "0.000", "line 2: CNY"),
        ("8.2126", "8,2126", "line 2"),
        ("8.2126", "NaN", "line 2: CNY"),
        ("8.2126", "1e9", "line 2: CNY"),
        ("8.2126", "٨", "line 2: CNY"),
        ("8.2262,", "", "line 3"),
        ("2025-12-31", "2025-12-32", "line 3: '2025-12-32'"),
        ("2025-12-31", "2026-01-02", "line 3: 2026-01-02 comes twice"),
        ("Date", "<html>", "not the ECB's history file"),
    ],
)
def test_a_source_that_changed_stops_the_build(tool: ModuleType, old: str, new: str, named: str) -> None:
    with pytest.raises(SystemExit, match=named):
        tool.parse(SAMPLE.replace(old, new))
