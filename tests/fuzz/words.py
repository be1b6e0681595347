"""Random texts, figures, dates and command lines: what people write, and what nobody should."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache
from random import Random

from capexcalc.money.currencies import all_codes
from capexcalc.reading.lexicon import languages, load_lexicon

Maker = Callable[[Random], str]

DIGITS = (
    "0123456789",
    "٠١٢٣٤٥٦٧٨٩",
    "०१२३४५६७८९",
    "๐๑๒๓๔๕๖๗๘๙",
    "０１２３４５６７８９",
    "〇一二三四五六七八九",
)
_SEPARATORS = (*".,' _", "\u00a0", "\u202f", "\u2009", "٬", "٫", "’", "·", "、", "，", "")
_SIGNS = (*"$€£¥₹₽₩₺฿", "US$", "R$", "kr", "zł", "元", "円", "A$", "C$", "NT$", "﷼")
_BRACKETS = ("()", "[]", "{}", "（）", "【】", "«»", "“”", "<>", ")(", "((", "[[")
_JOINTS = (*" ,.;:-–—/\n", "\r\n", ". ", " (", ") ", ", or ", " / ", "~", "=", " = ", "\t", "\n\n")
_ODD = (
    "\x1b[2J",
    "\x1b]0;title\x07",
    "\x9b31m",
    "\u202e",
    "\u2066",
    "\u200b",
    "\u200f",
    "\ufeff",
    "\x7f",
    "\x85",
    "\u2028",
    "\ud800",
    "\udfff",
    "\x00",
    "[bold red]",
    "[/]",
    "<b>",
    "&euro;",
    "%s%n",
    "{0}",
    "{amount}",
    "=1+1",
    "@SUM(A1)",
    "👩‍👩‍👧",
    "e\u0301\u0301\u0301",
    "ﷺ",
    "İ",
    "ﬀ",
    "|",
    "`",
    "*",
    "_",
    "#",
    "\\",
    '"',
    "'",
    "𝟙𝟚",
    "½",
    "²",
    "Ⅻ",
)
_SENTENCES = (
    "{n} ({n})",
    "It will spend {n}, or {n} a year, over {d} years.",
    "up {d}% to {n} from {n}",
    "a {d}% share of the {n}",
    "{n} for roads and {n} for rail, {n} in all",
    "more than the past {d} years combined",
    "($1 = {d} yuan)",
    "between {n} and {n}",
    "{n}-{n}",
    "from {n} to {n}",
    "as of {t}",
    "LONDON, {t} - {n}",
    "Published: {t}",
)


def anything(rng: Random) -> str:
    """A text of any length, of all there is."""
    pieces = [rng.choice(PIECES)(rng) for _ in range(int(rng.expovariate(0.2)) + 1)]
    text = "".join(piece + rng.choice(_JOINTS) for piece in pieces)
    if rng.random() < 0.02:
        text *= rng.choice((50, 1000))
    return text[:200_000]


def amount(rng: Random) -> str:
    """An amount as somebody might write it: figure, scale, currency, in any order."""
    parts = [figure(rng), *rng.sample([scale(rng), currency(rng)], rng.randint(1, 2))]
    if rng.random() < 0.3:
        rng.shuffle(parts)
    return rng.choice(("", " ", " ", "\u00a0", "-")).join(parts)


def figure(rng: Random) -> str:
    """Digits of one script, or of several, with separators where they belong or do not."""
    digits = rng.choice(DIGITS[:1] * 6 + DIGITS)
    groups = [
        _digits(rng, digits, rng.choice((1, 2, 3, 3, 3, 4))) for _ in range(rng.choice((1, 1, 1, 2, 2, 3, 6)))
    ]
    text = rng.choice(_SEPARATORS).join(groups)
    if rng.random() < 0.3:
        text += rng.choice(".,٫") + _digits(rng, digits, rng.choice((1, 2, 3, 9)))
    match rng.randrange(25):
        case 0:
            text += f"e{rng.randint(-400, 400)}"
        case 1:
            text = rng.choice("-−+±~") + text
        case 2:
            text = _digits(rng, rng.choice(DIGITS), rng.choice((30, 60, 400)))
    return text


def plain_figure(rng: Random) -> str:
    """Digits with at most one point: what every reader takes for the same number."""
    whole = str(rng.randrange(10 ** rng.choice((1, 2, 3, 6, 12))))
    return whole + rng.choice(("", "", f".{rng.randrange(10)}", f".{rng.randrange(100):02}"))


def scale(rng: Random) -> str:
    return _word(rng, "scale")


def currency(rng: Random) -> str:
    return rng.choice((rng.choice(_SIGNS), code(rng), _word(rng, "currency")))


def code(rng: Random) -> str:
    known = rng.choice(("EUR", "USD", "CNY", "JPY", "GBP", "PLN", rng.choice(all_codes())))
    return (
        known if rng.random() < 0.95 else rng.choice(("XXQ", "eur", "", "EU", "€", "EURO", "ЕUR", "\x1b[31m"))
    )


def day(rng: Random) -> str:
    """A date as people write them, or nearly."""
    when = date(1995, 1, 1) + timedelta(days=rng.randrange(12_000))
    return rng.choice(
        (
            f"{when}",
            f"{when}",
            f"{when:%d/%m/%Y}",
            f"{when:%-d %b %Y}",
            f"{when:%B %-d, %Y}",
            f"{when:%Y年%-m月%-d日}",
            "today",
            f"{when:%Y}",
            f"{when:%Y-%m}",
            f"{when:%Y%m%d}",
            f"{when:%Y-%m}-31",
            "0001-01-01",
            "9999-12-31",
            figure(rng),
        )
    )


def span(rng: Random) -> str:
    number = rng.choice((rng.randint(0, 12), rng.randint(0, 10**9)))
    return rng.choice(
        (
            f"{number}y",
            f"{number} months",
            f"P{number}Y",
            f"P{number}M",
            "2025..2027",
            "2024-Q3",
            "P",
            _word(rng, "unit"),
        )
    )


def phrase(rng: Random) -> str:
    """Words of one language's lexicon."""
    phrases = _phrases(rng.choice(languages()))
    return " ".join(rng.choice(phrases) for _ in range(rng.randint(1, 6)))


def sentence(rng: Random) -> str:
    text = rng.choice(_SENTENCES)
    while "{" in text:
        for mark, make in (("{n}", amount), ("{d}", figure), ("{t}", day)):
            text = text.replace(mark, make(rng).replace("{", ""), 1)
    return text


def odd(rng: Random) -> str:
    return rng.choice(_ODD)


def bracketed(rng: Random) -> str:
    opening, closing = rng.choice(_BRACKETS)
    return opening + rng.choice((amount, figure, phrase, odd))(rng) + closing


def characters(rng: Random) -> str:
    """Characters from anywhere in Unicode."""
    planes = ((0, 0x250), (0, 0xD7FF), (0x600, 0x6FF), (0x3000, 0x9FFF), (0xE000, 0x10FFFF))
    return "".join(chr(rng.randint(*rng.choice(planes))) for _ in range(rng.randint(1, 12)))


def language(rng: Random) -> str:
    return rng.choice((*languages(), "en-AU", "es-MX", "de_CH", "xx", "EN"))


PIECES: Sequence[Maker] = (
    amount,
    amount,
    sentence,
    sentence,
    phrase,
    figure,
    day,
    span,
    bracketed,
    odd,
    characters,
)


def _word(rng: Random, kind: str) -> str:
    """A word that means a ``kind`` of thing in some language."""
    return rng.choice(_phrases(rng.choice(languages()), kind))


@cache
def _phrases(language: str, kind: str = "") -> Sequence[str]:
    phrases = load_lexicon(language).phrases
    return [key for key, meanings in phrases.items() if not kind or kind in meanings]


def _digits(rng: Random, digits: str, count: int) -> str:
    return "".join(rng.choice(digits) for _ in range(count))
