"""The languages of the output: a catalogue of sentences each, and how it writes figures, dates and money.

``xx.po`` holds the sentences, ``xx.mo`` is made of it by ``tools/build_words.py``, and ``xx.json`` of Unicode
CLDR by ``tools/build_figures.py``. Nothing of it is loaded for English.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ...errors import UsageError
from ...words import Voice

# By code: what each calls itself.
LANGUAGES = {
    "en": "English",
    "fr": "français",
    "de": "Deutsch",
    "es": "español",
    "it": "italiano",
    "pt": "português",
    "nl": "Nederlands",
    "pl": "polski",
    "ru": "русский",
    "tr": "Türkçe",
    "ar": "العربية",
    "hi": "हिन्दी",
    "zh_Hans": "简体中文",
    "zh_Hant": "繁體中文",
    "ja": "日本語",
    "ko": "한국어",
    "id": "Indonesia",
    "vi": "Tiếng Việt",
}

# Where Chinese is written in the long characters.
_LONG = {"hant", "tw", "hk", "mo"}


def asked(code: str) -> str:
    """The language that ``code`` names: ``fr``, ``fr-CA``, ``zh_TW``. Raises UsageError ``unknown_ui``."""
    if (found := known(code)) is None:
        raise UsageError(
            "unknown_ui",
            "nothing is said in {language!r}",
            "known: {languages}",
            language=code[:20],
            languages=", ".join(LANGUAGES),
        )
    return found


def known(code: str) -> str | None:
    """The language of a code or of a locale (``fr_FR.UTF-8@euro``), None where it is none of them."""
    language, *rest = code.partition(".")[0].partition("@")[0].replace("-", "_").lower().split("_")
    if language == "zh":
        return "zh_Hant" if _LONG.intersection(rest) else "zh_Hans"
    return language if language in LANGUAGES else None


def of_locale(environ: Mapping[str, str]) -> str | None:
    """The language of the messages in this environment; None where nothing, or no language, is set."""
    name = next((environ[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(key)), "")
    return known(name)


@cache
def voice_of(language: str) -> Voice | None:
    """What speaks a language, None of English."""
    if language == "en":
        return None
    from .voice import Spoken

    return Spoken(language)
