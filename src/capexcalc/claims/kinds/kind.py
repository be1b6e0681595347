"""A kind of claim: how it is found in a sentence, and how it is judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...records import dataclass
from ..claim import Claim, KindName
from ..grammar.wording import Wording
from ..verdicts.evidence import Grounds
from ..verdicts.finding import Finding


@dataclass(frozen=True, slots=True)
class Kind:
    """``find`` gives the claims of a sentence, ``judge`` what each is worth.

    ``find`` is None where another kind's yields them along with its own.
    """

    name: KindName
    find: Callable[[Wording], Iterator[Claim]] | None
    judge: Callable[[Claim, Grounds], Finding]
