"""What the shell is offered after an option, loaded when it asks."""

from collections.abc import Iterable


def codes(incomplete: str) -> list[tuple[str, str]]:
    """Currencies in use with their names, in the case that is typed; of a list after a comma the last."""
    from ..money.currencies import in_use, name

    before, typed = _last(incomplete)
    named = {code.lower() if typed.islower() else code: name(code) for code in in_use()}
    return [(before + code, named[code]) for code in _beginning(named, typed)]


def verdicts(incomplete: str) -> list[str]:
    """Verdicts to fail on; of a list after a comma the last."""
    from ..output.wording.verdicts import FAILING

    before, typed = _last(incomplete)
    return [before + each for each in _beginning(FAILING, typed)]


def sources(incomplete: str) -> list[str]:
    """Sources of dated rates."""
    from ..rates.sources import SOURCES

    return _beginning(("auto", *(row.id for row in SOURCES if row.dated)), incomplete)


def languages(incomplete: str) -> list[str]:
    """Languages that are read."""
    from ..reading.lexicon import languages

    return _beginning(languages(), incomplete)


def encodings(incomplete: str) -> list[str]:
    """Encodings that texts are still saved in."""
    from ..documents.plain import CODE_PAGES

    return _beginning(("utf-8", "utf-16", *CODE_PAGES), incomplete)


def _last(incomplete: str) -> tuple[str, str]:
    """The names before the last comma, with it, and what is typed after it."""
    before, comma, typed = incomplete.rpartition(",")
    return before + comma, typed


def _beginning(names: Iterable[str], typed: str) -> list[str]:
    return [name for name in names if name.startswith(typed)]
