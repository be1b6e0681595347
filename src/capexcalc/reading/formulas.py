"""Dollar signs around a formula, as TeX and Markdown write mathematics: "$n = 17$" is no 17 dollars."""

from __future__ import annotations

from ..patterns import regex

# Pandoc's rule (its manual, "Math"): no blank inside the signs, no figure after the second one, so that "$20
# and $30" are two prices.
_BETWEEN = regex(r"(?<![A-Za-z0-9\\$])\$\$?(?![\s$])([^$\n]{0,200}[^\s$\\])\$(?!\d)")
_COMMANDS = regex(r"\\[A-Za-z]+(?:\{[^{}]*\})*")
_SAID = regex(r"[^\W\d_]{2,}(?!\()|[€£¥₩₹]")  # words; "f(2,1)" and "Tr(n)" are none
_MASK = "`"


def without_formulas(text: str) -> str:
    """``text``, as long as before, without the dollar signs around what can only be a formula: there are no
    words in it, and no other money."""
    if text.count("$") < 2:
        return text
    parts, at = [], 0
    while (found := _BETWEEN.search(text, at)) is not None:
        start, end = found.span()
        if _SAID.search(_COMMANDS.sub(" ", found[1])) is None:
            parts += [text[at:start], found[0].replace("$", _MASK)]
            at = end
        else:
            parts.append(text[at : start + 1])
            at = start + 1
    return "".join((*parts, text[at:]))
