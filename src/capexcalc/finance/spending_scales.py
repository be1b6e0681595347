"""Scales in the names of columns, as the reader of amounts has them: Mio. €, MSEK, mil. Kč, 億円, R$ mil."""

from __future__ import annotations

import re
from decimal import Decimal

from ..money.currencies import is_currency
from ..patterns import regex
from ..reading.cell_figures import UnclearError, affix

# What may be one, in a text that is worth to be read for it; in a name that is not read, it is asked about.
_WORD = regex(
    r"(?<!\w)(?:mil|mila|mill|mii|miles|millares|milhares|migliaia|milliers|mille|tis|tisíc|tys|tysięcy|tsd|tusen|"
    r"tusind|tuhat|ezer|тыс|тис|хил|хиљ|χιλ|ribu|duizend|mln|mlj|milj|mio|mn|mm|mdp|млн|εκατ|jt|juta|mld|mrd|mlrd|"
    r"mia|md|млрд|δισ|bn|tn|cr|crs|crore|crores|lakhs?|lacs?|miliar|tỷ|triệu|[mtk]kr|लाख|करोड़|ألف|مليون|مليار)(?!\w)"
    r"|(?<!\w)(?:mill?i(?:on|ón|ar)|mill[oó]n|milh[õã]|mil[jy](?:on|oen|ard|ar)|миллион|миллиард|тысяч|tausend)\w*"
    r"|(?<!\w)(?:[mkt](?:usd|eur|gbp|chf|sek|nok|dkk|jpy)|(?:usd|eur|gbp|chf|sek|nok|dkk|jpy)(?:m|k|mn|bn))(?!\w)"
    r"|(?<![\w.,])10* ?(?:k|m|mm|mn|bn|thousand|millions?)(?!\w)"
    r"|(?<!\w)(?<!per )(?:cents?|cts|pence|pennies|centimes?|céntimos?|cêntimos?|centavos?|centesimi)(?!\w)"
    r"|(?<!\w)(?:grosz\w*|haléř\w*|øre|öre|kuruş|paise|копе\w*)(?!\w)"
    r"|[千万萬億亿兆천만억조]|百万|[€$£¥](?:m|k|bn)(?!\w)|'000|[x×] ?1(?![0-9])",
    re.IGNORECASE,
)
_GLUED = regex(
    r"(?<!\w)(?:[MTkK]|MM|Mn|mn|Mio|Mrd|bn|md)(?:(?P<code>[A-Z]{3})(?!\w)|[€$£¥]|(?:kr|Ft|Kč)(?!\w))"
)
_SURE = 3
NAMED = {3: "thousand", 5: "lakh", 6: "m", 7: "crore", 9: "bn", 12: "trillion"}


def may_scale(text: str) -> bool:
    """Whether something in a name may be a scale."""
    text = text.replace("_", " ")
    glued = _GLUED.search(text)
    return bool(_WORD.search(text)) or bool(glued and (not glued["code"] or is_currency(glued["code"])))


def read_scale(phrase: str) -> tuple[str, str] | None:
    """Currency and unit of a phrase that says nothing else; the first is empty if it can be several."""
    phrase = phrase.strip(" .,'’")
    if not phrase or any(map(str.isdigit, phrase)):
        return None
    try:
        found = affix("", f" {phrase}")
    except UnclearError:
        return None
    power = found.factor.adjusted()
    if not found.named and len(phrase) < _SURE:  # a credit, CR, is no crore
        return None
    if power < 2 or found.factor != Decimal(1).scaleb(power):
        return None
    return found.named[0] if len(found.named) == 1 else "", NAMED.get(power, phrase)
