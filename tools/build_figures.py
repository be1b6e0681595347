"""Write src/capexcalc/output/languages/xx.json: how each language writes figures, money and dates.

python tools/build_figures.py

From Unicode CLDR, as Babel has it. Digits are the European ones everywhere, as newsrooms use them on the web.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

from babel import Locale
from babel.core import get_global

from capexcalc.output.languages import LANGUAGES

ROOT = Path(__file__).parent.parent
OUT = ROOT / "src" / "capexcalc" / "output" / "languages"
COUNTRIES = ROOT / "rates_cache" / "prices" / "countries.csv"
CODES = ROOT / "src" / "capexcalc" / "money" / "currencies.csv"

# Languages whose short units are no words of the news, and take the long ones.
LONG = {"hi", "id", "vi"}
# Names of currencies instead of signs: what is written behind a figure with 億.
NAMES = {"zh_Hans", "zh_Hant", "ja", "ko"}
# What newsrooms call them, where CLDR is more careful than anybody who writes.
CALLED = {
    "de": {"CNY": "Yuan"},
    "pl": {"CNY": "juanów"},
    "ru": {"CNY": "юаней"},
    "tr": {"CNY": "yuan"},
    "ar": {"CNY": "يوان"},
    "id": {"CNY": "yuan"},
    # What stands before a figure is a sign or a code.
    "it": {"CNY": "CNY"},
    "nl": {"CNY": "CNY", "JPY": "JPY"},
    "pt": {"CNY": "CNY", "JPY": "JPY"},
    "ja": {"CNY": "人民元", "JPY": "円", "GBP": "英ポンド"},
    "ko": {"CNY": "위안", "JPY": "엔", "USD": "달러", "KRW": "원", "GBP": "파운드"},
    "hi": {"INR": "रुपये", "USD": "डॉलर", "EUR": "यूरो", "GBP": "पाउंड", "CNY": "युआन", "JPY": "येन", "KRW": "वॉन"},
    "vi": {"VND": "đồng", "EUR": "euro", "GBP": "bảng Anh", "CNY": "nhân dân tệ", "JPY": "yên", "KRW": "won"},
}
# Codes rather than signs for all others: a billion dollars is 1 tỷ USD.
BY_CODE = {"vi"}
# Units that CLDR has and the news passes over: it counts on in the one below, 380 अरब.
SELDOM = {"hi": {"खरब"}}
# 1234, but 12 345: CLDR's minimumGroupingDigits, which Babel leaves out, and before 億 the news: 3800億.
LEAST = {"es": 2, "pl": 2, "zh_Hans": 2, "zh_Hant": 2, "ja": 2, "ko": 2}
# How the first of a month is written, which CLDR leaves out.
FIRST_DAY = {"fr": "1er", "it": "1º", "pt": "1º"}
# How a date stands in a sentence, where the long form of CLDR does not.
IN_TEXT = {"vi": "d/M/y"}
# Where the sign of a currency stands before the figure, but not before one with a unit in the news.
BEHIND = {"tr", "hi", "id"}
FIRST_UNIT = 6  # no unit below a million, as in English


def main() -> None:
    with CODES.open(encoding="utf-8", newline="") as file:
        codes = sorted({row["code"] for row in csv.DictReader(file)})
    for code in LANGUAGES:
        if code != "en":
            text = json.dumps(_writing(code, codes), ensure_ascii=False, indent=1, sort_keys=True)
            (OUT / f"{code}.json").write_text(text + "\n", "utf-8")


def _writing(code: str, codes: list[str]) -> dict[str, object]:
    locale = Locale.parse(code)
    symbols = locale.number_symbols["latn"]
    sizes = locale.decimal_formats[None].grouping
    width = "long" if code in LONG else "short"
    names = {each: locale.currencies[each] for each in codes if each in locale.currencies}
    signs = names if code in NAMES else {} if code in BY_CODE else _signs(locale, codes)
    return {
        "right_to_left": locale.character_order == "right-to-left",
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        "sizes": list(sizes),
        "least": LEAST.get(code, 1),
        "percent": re.sub("[#,0]+", "{figure}", locale.percent_formats[None].pattern),
        "units": [unit for unit in _units(locale, width) if str(unit[2]).strip() not in SELDOM.get(code, ())],
        "money": _money(code, locale),
        "long_date": _date(IN_TEXT.get(code) or locale.date_formats["long"].pattern),
        "short_date": _padded(_date(str(locale.datetime_skeletons["yMd"].pattern))),
        "first_day": FIRST_DAY.get(code, "1"),
        "months": [locale.months["format"]["wide"][n] for n in range(1, 13)],
        "short_months": [locale.months["format"]["abbreviated"][n] for n in range(1, 13)],
        "signs": {**signs, **CALLED.get(code, {})},
        "currency": names,
        "country": _countries(locale),
    }


def _units(locale: Locale, width: str) -> list[list[object]]:
    """From which power of ten on each unit is used, its own power, and its name; the largest first."""
    found: dict[tuple[int, str], int] = {}
    for size, pattern in locale.compact_decimal_formats[width]["other"].items():
        most = len(str(size)) - 1
        digits, name = re.findall(r"^(0+)(.*)", _plain(pattern.pattern).strip())[0]
        if name:
            key = (most - len(digits) + 1, name.replace(" ", "\u00a0"))
            found[key] = min(found.get(key, most), most)
    kept = [[max(least, FIRST_UNIT), power, name] for (power, name), least in found.items() if power >= 4]
    tops = sorted(kept, key=lambda unit: -int(str(unit[1])))
    # A thousand of a million is told as such by no other unit: Spanish has none for the thousand million.
    return [unit for unit in tops if int(str(unit[1])) < 15 and "mil\u00a0M" not in str(unit[2])]


def _money(code: str, locale: Locale) -> str:
    if code in NAMES:
        return "{figure}{unit}\u00a0{currency}" if code == "ko" else "{figure}{unit}{currency}"
    pattern = _plain(locale.currency_formats["standard"].pattern.partition(";")[0]).replace("\u200f", "")
    if code in BEHIND or not pattern.startswith("¤"):
        return "{figure}{unit}\u00a0{currency}"
    return "{currency}\u00a0{figure}{unit}"


def _signs(locale: Locale, codes: list[str]) -> dict[str, str]:
    """The sign of each currency that has one that no other has in this language."""
    signs = {code: locale.currency_symbols.get(code, code) for code in codes}
    signs = {
        code: sign.replace(" ", "\u00a0").strip("\u200f") for code, sign in signs.items() if sign != code
    }
    taken = list(signs.values())
    return {code: sign for code, sign in signs.items() if taken.count(sign) == 1}


def _countries(locale: Locale) -> dict[str, str]:
    """What countries with a price index are called, by their codes of three letters."""
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        codes = [row[0] for row in csv.reader(file)][1:]
    aliases = get_global("territory_aliases")
    short = {code: aliases.get(code, [""])[0] for code in codes}
    return {code: locale.territories[two] for code, two in short.items() if two in locale.territories}


def _date(pattern: str) -> str:
    """A pattern of CLDR as a template."""
    parts = re.findall(r"'([^']*)'|(y+|M+|d+)|(.)", pattern)
    fields = {"d": "{d}", "dd": "{dd}", "M": "{m}", "MM": "{mm}", "MMM": "{short}", "MMMM": "{month}"}
    text = (quoted or (fields.get(field, "{y}") if field else other) for quoted, field, other in parts)
    return "".join(text).replace("\u200f", "").replace(" ", "\u00a0")


def _padded(pattern: str) -> str:
    """A date of figures alone, with two for each day and month, so that columns stand straight."""
    return pattern.replace("{d}", "{dd}").replace("{m}", "{mm}")


def _plain(pattern: str) -> str:
    return pattern.replace("'.'", ".").replace("'", "")


if __name__ == "__main__":
    main()
