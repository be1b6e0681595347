"""What stands on a page around the findings: headings, controls, and what reads them aloud."""

from __future__ import annotations

from collections.abc import Mapping

from ...words import Template, in_words

NOT_CHECKED: Template = "Not checked"
READS_AS: Template = "Reads as"

# By name, for whoever sets the page.
LABELS: Mapping[str, Template] = {
    "skip": "To the findings",
    "documents": "Documents",
    "findings": "Findings",
    "article": "The text",
    "show": "Show",
    "all": "Everything",
    "claims": "Paragraphs with claims",
    "wrong": "What does not hold",
    "signs": "Signs",
    "not_checked": NOT_CHECKED,
    "working": "Working",
    "warnings": "To be known",
    "unread": "Could not be read",
    "back": "Back to the text",
    "about": "About this page",
    "rates_are": "Rates of exchange are reference rates; each stands with its day and its source.",
}


CLAIM: Template = "{number} {verdict}"
MADE_BY: Template = "Made by {program} {version}, with"


def claim_name(number: int, words: str) -> str:
    """What a claim is called where it is pointed at: "2 refuted"."""
    return in_words(CLAIM, number=number, verdict=words.lower())


def made_by(version: str) -> str:
    return in_words(MADE_BY, program="capexcalc", version=version)
