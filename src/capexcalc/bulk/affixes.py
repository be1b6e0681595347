"""What stands about the figures of a column: signs, scales and currencies, of which there are few."""

from __future__ import annotations

from typing import Any

from ..money.currencies import all_codes
from .amounts import FigureReader
from .arrays import numbers
from .arrow import call
from .job import AMBIGUOUS_AMOUNT, BAD_AMOUNT, CURRENCY_CONFLICT
from .plain_cells import CONFLICT, NONE, OTHER, READ, Figures

_KINDS = {None: READ, BAD_AMOUNT: NONE, AMBIGUOUS_AMOUNT: OTHER, CURRENCY_CONFLICT: CONFLICT}
# Different ones in a piece of a column; cells with others are read one by one.
_DIFFERENT = 1024


class Affixes:
    """What figures come to with what stands about them, as a FigureReader has it. Several threads may call
    it."""

    def __init__(self, reader: FigureReader) -> None:
        self._one = reader.one
        self._codes = [*all_codes(), None]

    def __call__(self, found: Figures, unit: Any) -> tuple[Any, Any]:
        """Values and kinds of what was ``found`` in rows with currencies, places among all codes."""
        import numpy

        if found.beside is None:
            return found.values, found.kinds
        each = call("dictionary_encode", found.beside)
        texts = each.dictionary.to_pylist()[:_DIFFERENT]
        which = numpy.minimum(numbers(each.indices, "i4"), len(texts))
        pairs = which * len(self._codes) + unit.take(found.about)
        there = numpy.zeros(len(self._codes) * (len(texts) + 1), bool)
        there[pairs] = True
        factors = numpy.full(len(there), numpy.nan)
        kinds = numpy.full(len(there), OTHER, "i1")
        for pair in numpy.flatnonzero(there).tolist():
            text, code = divmod(pair, len(self._codes))
            if text < len(texts) and ".1" not in texts[text]:  # which is a number to engines, and none here
                factors[pair], refusal = self._one(texts[text], self._codes[code])
                kinds[pair] = _KINDS[refusal]
        values = found.values.copy()
        values[found.about] *= factors.take(pairs)
        own = found.kinds.take(found.about)
        found.kinds[found.about] = numpy.where(own == READ, kinds.take(pairs), own)
        return values, found.kinds
