"""What stands in a text and is no prose: links, the arguments of a program, formulas. Their figures are no
money."""

from __future__ import annotations

import re

from ..patterns import regex

_MASK = "`"
_LINK = regex(r"(?:https?://|www\.)[!#-&*-;=?-~]*")  # as far as a blank, a quotation mark or a bracket
_ENDING = ".,;:!?]}"  # of the sentence around it
_ARGUMENT = regex(r"`\$\d{1,2}`")
_HASH = regex(r"\$\d[a-z]?\$\d+\$")  # of a password, "$2b$12$..."
# Dollar signs around a formula, as TeX and Markdown write them. Pandoc's rule (its manual, "Math"): no blank
# inside the signs, no figure after the second one, so that "$20 and $30" are two prices.
_FORMULA = regex(
    r"(?<![A-Za-z0-9\\$])\$(?:"
    r"\$?(?![\s$])(?P<close>[^$\n]{0,200}[^\s$\\])\$(?!\d)"
    r"| (?P<spaced>[^$\n]{0,200}[=<>≤≥^_\\][^$\n]{0,200}) \$(?! ?\d))"
)
_COMMANDS = regex(r"\\[A-Za-z]+(?:\{[^{}]*\})*|\{[A-Za-z]+\}|\b(?!US|EU|AU|CA|NZ|HK|NT|SG)[A-Z]{2}\b")
_SAID = regex(r"[^\W\d_]{2,}(?![^\W\d_]|[(_^])|[€£¥₩₹]")  # words; "Tr(n)" and "OP_3" are none


def prose(text: str) -> str:
    """``text``, as long as before, without its links ("t.co/6Tk0g8") and the dollar signs of `$1`, of hashes
    and around what can only be a formula: "$n = 17$" has no words in it, and no other money."""
    if "://" in text or "www." in text:
        text = _LINK.sub(_masked, text)
    if "`$" in text:
        text = _ARGUMENT.sub(lambda span: span[0].replace("$", _MASK), text)
    if "$" in text:
        text = _without_formulas(_HASH.sub(lambda hash_: hash_[0].replace("$", _MASK), text))
    return text


def _masked(link: re.Match[str]) -> str:
    address = link[0].rstrip(_ENDING)
    return _MASK * len(address) + link[0][len(address) :]


def _without_formulas(text: str) -> str:
    parts, at = [], 0
    while (found := _FORMULA.search(text, at)) is not None:
        start, end = found.span()
        if _SAID.search(_COMMANDS.sub(" ", found["close"] or found["spaced"])) is None:
            parts += [text[at:start], found[0].replace("$", _MASK)]
            at = end
        else:
            parts.append(text[at : start + 1])
            at = start + 1
    return "".join((*parts, text[at:]))
