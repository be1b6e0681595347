"""Verdicts as ClaimReview (schema.org), to be put into the page that tells of them, for search engines.

What only the publisher knows is left to be added: ``url``, ``author`` and ``datePublished`` of the review.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .json import dumps
from .text import visible

if TYPE_CHECKING:
    from .answer import Answer
    from .page import Remark
    from .screen import Screen

# By gravity: from wrong to right; what cannot be judged has a word and no number.
_RATINGS = {3: 1, 2: 4, 0: 5}


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """One object for one claim; several in a graph."""
    reviews = [_review(remark) for remark in answer.remarks() if not remark.unread]
    whole = reviews[0] if len(reviews) == 1 else {"@graph": reviews}
    text = dumps({"@context": "https://schema.org", **whole}, not screen.unicode, 2)
    yield text.replace("<", "\\u003c") + "\n"  # inside the script element of a page


def _review(remark: Remark) -> dict[str, Any]:
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": remark.word}
    if remark.gravity in _RATINGS:
        rating |= {"ratingValue": _RATINGS[remark.gravity], "worstRating": 1, "bestRating": 5}
    return {
        "@type": "ClaimReview",
        "claimReviewed": visible(remark.quoted),
        "reviewBody": visible(remark.message),
        "reviewRating": rating,
        "itemReviewed": {"@type": "Claim", **_claim(remark)},
    }


def _claim(remark: Remark) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if remark.day:
        said["datePublished"] = remark.day.isoformat()
    if remark.file.startswith(("http://", "https://")):
        said["appearance"] = {"@type": "CreativeWork", "url": visible(remark.file)}
    return said
