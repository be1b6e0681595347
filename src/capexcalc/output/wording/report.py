"""What stands on a page around the findings: headings, controls, and what reads them aloud."""

from __future__ import annotations

NOT_CHECKED = "Not checked"
READS_AS = "Reads as"

# By name, for whoever sets the page.
LABELS = {
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
    "made_by": "Made by {program} {version}, with",
    "rates_are": "Rates of exchange are reference rates; each stands with its day and its source.",
}


def claim_name(number: int, words: str) -> str:
    """What a claim is called where it is pointed at: "2 refuted"."""
    return f"{number} {words.lower()}"
