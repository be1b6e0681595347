"""The language that pages are written in, and which way languages run."""

from __future__ import annotations

from ...words import voice

# Languages written from right to left (Unicode CLDR, characterOrder), by their ISO 639 codes.
_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "mzn", "ps", "sd", "syr", "ug", "ur", "yi"}


def ui() -> str:
    """The language of labels and sentences, as HTML has it; a text that was checked has its own."""
    language = voice()
    return "en" if language is None else language.code.replace("_", "-")


def direction(language: str) -> str:
    """``rtl`` or ``ltr``, as HTML has it."""
    return "rtl" if language.replace("_", "-").partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"
