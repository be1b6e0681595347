"""Which of the currencies a sign leaves open is meant, by what else the text names."""

from __future__ import annotations

from collections.abc import Sequence, Set

from .amounts import Draft

_BESIDE = 60  # characters
_PLAIN = frozenset(("USD", "GBP"))
_SIGNS = frozenset("$＄¥￥£￡₨")


def settle(text: str, drafts: Sequence[Draft], homes: Set[str]) -> list[Draft]:
    """``drafts``, open signs led by the one of their currencies that the text names outright.

    "¥380bn" beside "renminbi" elsewhere is yuan. Where a sign is told apart ("NT$965bn", "C$5bn") the bare
    one stays what it is. A bare word stays too: "kr" beside "Swedish kronor" is the other one.

    What stays open is noted (``currency``), unless it is taken for what most would: dollars, pounds and the
    ``homes``, the currencies at home where the text is read.
    """
    named = {
        draft.currency[0]
        for draft in drafts
        if len(draft.currency) == 1 and _SIGNS.isdisjoint(text[draft.start : draft.end])
    }
    settled = []
    for i, draft in enumerate(drafts):
        signed = len(draft.currency) > 1 and not _SIGNS.isdisjoint(text[draft.start : draft.end])
        options = [code for code in draft.currency if code in named] if signed else []
        if (
            len(options) == 1
            and options[0] != draft.currency[0]
            and not _contrasted(text, drafts, i, options[0])
        ):
            others = tuple(code for code in draft.currency if code != options[0])
            draft = draft._replace(currency=(options[0], *others))
        elif len(draft.currency) > 1 and draft.currency[0] not in named | homes | _PLAIN:
            draft = draft._replace(notes=(*draft.notes, "currency"))
        settled.append(draft)
    return settled


def _contrasted(text: str, drafts: Sequence[Draft], i: int, code: str) -> bool:
    """Whether a bracket sets this amount against one that is in ``code`` outright."""
    here = drafts[i]
    for other in (drafts[j] for j in (i - 1, i + 1) if 0 <= j < len(drafts)):
        start, end = min(here.end, other.end), max(here.start, other.start)
        if other.currency == (code,) and end - start <= _BESIDE and "(" in text[start:end]:
            return True
    return False
