"""The name of a currency on a command line, read by the same reader that reads articles."""

from __future__ import annotations

from ..errors import UsageError
from ..money.currencies import code_of, is_currency, unknown_currency
from .request import read_request


def read_currency(words: str) -> str:
    """The code of the currency that is named: ``EUR``, "euros", "canadian dollars", "人民币", "€".

    Raises NoRateError (``unknown_currency``), UsageError (``ambiguous_currency``) where several go by that
    name and none of them is meant by most.
    """
    name = " ".join(words.split())
    code = name.upper()
    if is_currency(code):
        return code
    if not name or any(character.isdecimal() for character in name):
        raise unknown_currency(code)
    if found := code_of(name):
        return found
    try:
        amounts = read_request(f"5 {name}").amounts
    except UsageError:
        raise unknown_currency(code) from None
    amount = amounts[0]
    if amount.value != 5 or amount.end - amount.start != len(name) + 2:
        raise unknown_currency(code)  # more than a name, or cents
    if "currency" in (amount.notes or ()):
        few = amount.candidates[:6]
        raise UsageError(
            "ambiguous_currency",
            "{name!r} can be {codes}",
            "name the one you mean by its code: {code}",
            name=name,
            codes=", ".join(few),
            code=few[0],
        )
    return amount.currency
