"""The working behind a finding, a line a step."""

from __future__ import annotations

from ...claims.verdicts.working import (
    Added,
    Converted,
    Divided,
    LessOne,
    Multiplied,
    PastPeriod,
    PastTotal,
    Shared,
    Spread,
    Step,
    Subtracted,
    Whole,
)
from ...money.formatting import readable
from ...words import in_words
from . import english
from .figures import decimals, exact, percent
from .rates import conversion_step


def step_line(step: Step) -> str:
    """One line of the working."""
    match step:
        case Converted(amount, converted, quote):
            return conversion_step(amount, converted, quote)
        case Spread(total, months, annual):
            return _step("spread", total=exact(total), months=months, annual=exact(annual))
        case Shared(total, count, unit, share):
            told = {"total": exact(total), "count": readable(count), "share": exact(share)}
            return _step("shared", **told, per=in_words(english.PER[unit]))
        case Added(parts, total):
            return _step("added", parts=" + ".join(map(exact, parts)), total=exact(total))
        case Subtracted(larger, smaller, difference):
            ends = {"larger": exact(larger), "smaller": exact(smaller)}
            return _step("subtracted", **ends, difference=exact(difference))
        case Multiplied(count, each, product):
            return _step("multiplied", count=readable(count), each=exact(each), product=exact(product))
        case Whole(part, share, whole):
            return _step("whole", part=exact(part), share=percent(share, 4), whole=exact(whole))
        case Divided(dividend, divisor, quotient, how):
            said = english.NOTHING if quotient is None else _QUOTIENTS[how](quotient)
            return _step("divided", dividend=exact(dividend), divisor=exact(divisor), quotient=said)
        case LessOne(times, change):
            return _step("less_one", factor=decimals(times, 4), change=percent(change, 4))
        case PastPeriod(label, amount, source, largest):
            name = "largest" if largest else "period"
            return _step(name, label=label, amount=exact(amount), source=source)
        case PastTotal(start, end, total):
            return _step("total", start=start, end=end, total=exact(total))


_QUOTIENTS = {
    "ratio": lambda quotient: decimals(quotient, 3),
    "factor": lambda quotient: decimals(quotient, 4),
    "percentage": lambda quotient: percent(quotient, 4),
}


def _step(name: str, **places: object) -> str:
    return in_words(english.STEPS[name], **places)
