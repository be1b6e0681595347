"""What stands in a text and is no prose: links, the arguments of a program, formulas. Their figures are no
money."""

from __future__ import annotations

from ..patterns import regex

_MASK = "`"
_LINK = regex(r"(?:https?://|www\.)[\x21-\x7e]*?(?=[.,;:!?)\]}>'\"]*(?:[\s\"'<>()]|[^\x00-\x7f]|\Z))")
_ARGUMENT = regex(r"`\$\d{1,2}`")
_HASH = regex(r"\$\d[a-z]?\$\d+\$")  # of a password, "$2b$12$..."
# Dollar signs around a formula, as TeX and Markdown write them. Pandoc's rule (its manual, "Math"): no blank
# inside the signs, no figure after the second one, so that "$20 and $30" are two prices.
_BETWEEN = regex(r"(?<![A-Za-z0-9\\$])\$\$?(?![\s$])([^$\n]{0,200}[^\s$\\])\$(?!\d)")
_SPACED = regex(r"(?<![A-Za-z0-9\\$])\$ ([^$\n]{0,200}[=<>≤≥^_\\][^$\n]{0,200}) \$(?! ?\d)")
_COMMANDS = regex(r"\\[A-Za-z]+(?:\{[^{}]*\})*|\{[A-Za-z]+\}|\b(?!US|EU|AU|CA|NZ|HK|NT|SG)[A-Z]{2}\b")
_SAID = regex(r"[^\W\d_]{2,}(?![^\W\d_]|[(_^])|[€£¥₩₹]")  # words; "Tr(n)" and "OP_3" are none


def prose(text: str) -> str:
    """``text``, as long as before, without its links ("t.co/6Tk0g8") and the dollar signs of `$1`, of hashes
    and around what can only be a formula: "$n = 17$" has no words in it, and no other money."""
    if "://" in text or "www." in text:
        text = _LINK.sub(lambda link: _MASK * len(link[0]), text)
    if "`$" in text:
        text = _ARGUMENT.sub(lambda span: span[0].replace("$", _MASK), text)
    if "$" in text:
        text = _HASH.sub(lambda hash_: hash_[0].replace("$", _MASK), text)
    return _without_formulas(text) if text.count("$") > 1 else text


def _without_formulas(text: str) -> str:
    parts, at = [], 0
    while (found := _BETWEEN.search(text, at) or _SPACED.search(text, at)) is not None:
        start, end = found.span()
        if _SAID.search(_COMMANDS.sub(" ", found[1])) is None:
            parts += [text[at:start], found[0].replace("$", _MASK)]
            at = end
        else:
            parts.append(text[at : start + 1])
            at = start + 1
    return "".join((*parts, text[at:]))
