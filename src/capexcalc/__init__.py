"""Check the money in the news.

``import capexcalc`` loads nothing: what it offers comes from ``capexcalc.api`` when it is first asked for.
"""

__version__ = "0.1.0"

__all__ = [
    "CapexcalcError", "Outcome", "Rates", "annualise", "check", "compare", "convert", "open_rates", "to_dict",
]  # fmt: skip

# As type checkers know it, without importing typing.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .api import (
        CapexcalcError,
        Outcome,
        Rates,
        annualise,
        check,
        compare,
        convert,
        open_rates,
        to_dict,
    )


def __getattr__(name: str) -> object:
    if name in __all__:
        from . import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted((*globals(), *__all__))
