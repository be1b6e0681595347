"""Build src/capexcalc/money/currencies.csv from the Unicode CLDR data that Babel carries.

Run it after a Babel release: ``python tools/build_currencies.py``. The same Babel gives the same bytes.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from babel import Locale
from babel.core import get_global

TABLE = Path(__file__).parents[1] / "src/capexcalc/money/currencies.csv"

# CLDR has codes that ISO 4217 never assigned: they are in neither its list one (current) nor list three
# (historic, as published 2018-08-20). People who type one of them mean another code, CNX and CNH mean CNY.
# fmt: off
NOT_ISO = {
    "ARL", "ARM", "BAN", "BGM", "BGO", "BOL", "BRZ", "CLE", "CNH", "CNX",
    "KRH", "KRO", "MAF", "MCF", "MDC", "MKN", "MVP", "VNN", "YUR",
}
# fmt: on

# Codes of ISO 4217 in which nobody states an amount of money: metals, the code for tests, "no currency".
NOT_MONEY = {"XAG", "XAU", "XPD", "XPT", "XTS", "XXX"}

# Decimal places by ISO 4217 (list one), where CLDR has those of its cash, of which little is in use.
ISO_UNITS = {
    "AFN": 2, "ALL": 2, "COP": 2, "HUF": 2, "IDR": 2, "IQD": 3, "IRR": 2, "KPW": 2, "LAK": 2, "LBP": 2,
    "MGA": 2, "MMK": 2, "RSD": 2, "SOS": 2, "SYP": 2, "YER": 2,
}  # fmt: skip

# Last days of legal tender that CLDR does not know yet.
LAST_DAY = {
    # The euro from 2026-01-01 (Council Regulation (EU) 2025/1408), beside the lev until the end of January
    # (Bulgarian News Agency, 2026-01-01).
    "BGN": date(2026, 1, 31),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", nargs="?", type=Path, default=TABLE)
    out: Path = parser.parse_args().out
    text = table()
    out.write_text(text, encoding="utf-8", newline="\n")
    print(f"{out}: {text.count(chr(10)) - 1} currencies")


def table() -> str:
    """The table as text: one line per code, sorted. No field holds a comma: the reader splits at them."""
    names = Locale("en").currencies
    fractions = get_global("currency_fractions")
    tender = tender_days()
    lines = ["code,name,minor_units,first_day,last_day"]
    for code in sorted(names.keys() - NOT_ISO - NOT_MONEY):
        digits = ISO_UNITS.get(code, fractions.get(code, fractions["DEFAULT"])[0])
        first, last = tender.get(code, (None, None))
        fields = [code, names[code], str(digits), day(first), day(LAST_DAY.get(code, last))]
        if any("," in field for field in fields):
            raise SystemExit(f"{code}: a comma in {fields}")
        lines.append(",".join(fields))
    return "\n".join(lines) + "\n"


def tender_days() -> dict[str, tuple[date | None, date | None]]:
    """First and last day each code was used in any territory; no last day while one still uses it."""
    uses: dict[str, list[tuple[date | None, date | None]]] = {}
    for territory in get_global("territory_currencies").values():
        for code, start, end, _is_tender in territory:
            uses.setdefault(code, []).append((start and date(*start), end and date(*end)))
    days = {}
    for code, spans in uses.items():
        ends = [end for _, end in spans if end]
        first = min((start for start, _ in spans if start), default=None)
        days[code] = (first, max(ends) if len(ends) == len(spans) else None)
    return days


def day(value: date | None) -> str:
    return value.isoformat() if value else ""


if __name__ == "__main__":
    main()
