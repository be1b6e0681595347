"""A verdict as schema.org has it: names and types are those of ClaimReview, Rating and Claim there."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

# https://schema.org/ClaimReview, /Rating, /Claim, /CreativeWork: properties, and what they hold.
SHAPE: dict[str, dict[str, object]] = {
    "ClaimReview": {
        "claimReviewed": str, "reviewBody": str, "reviewRating": "Rating", "itemReviewed": "Claim",
        "url": str, "author": "Organization", "datePublished": str,
    },
    "Rating": {"ratingValue": int, "bestRating": int, "worstRating": int, "alternateName": str},
    "Claim": {"datePublished": str, "appearance": "CreativeWork"},
    "CreativeWork": {"url": str},
}  # fmt: skip


def check_shape(value: dict[str, Any]) -> None:
    known = SHAPE[value["@type"]]
    for name, held in value.items():
        if not name.startswith("@"):
            kind = known[name]
            if isinstance(kind, str):
                assert held["@type"] == kind
                check_shape(held)
            else:
                assert type(held) is kind


def test_one_claim_is_one_review(document, shown):
    (_, refuted, _) = document.claims
    printed = shown("claimreview", "check", iter([replace(document, claims=(refuted,))]))
    review = json.loads(printed)
    assert review.pop("@context") == "https://schema.org"
    check_shape(review)
    assert review["claimReviewed"] == " ".join(refuted.text.split())
    assert review["reviewBody"].startswith(refuted.reason)
    rating = {
        "@type": "Rating",
        "alternateName": "refuted",
        "ratingValue": 1,
        "worstRating": 1,
        "bestRating": 5,
    }
    assert review["reviewRating"] == rating


def test_several_are_a_graph(document, shown):
    found = json.loads(shown("claimreview", "check", iter([document])))
    assert [each["reviewRating"]["alternateName"] for each in found["@graph"]] == [
        "supported",
        "refuted",
        "not enough info",
    ]
    for review in found["@graph"]:
        check_shape(review)
    assert "ratingValue" not in found["@graph"][2]["reviewRating"]
    (wrong,) = (json.loads(shown("claimreview", "check", iter([document]), brief=True)),)
    assert wrong["reviewRating"]["alternateName"] == "refuted"
    assert json.loads(shown("claimreview", "check", iter([])))["@graph"] == []


@pytest.mark.parametrize(
    ("origin", "day"),
    [("metadata", "2025-02-24"), ("text", "2025-02-24"), ("option", None), ("assumed", None)],
)
def test_the_day_of_the_claim_is_that_of_its_document(origin, day, document, shown):
    page = replace(document, id="https://example.org/a", as_of_from=origin, claims=document.claims[1:2])
    item = json.loads(shown("claimreview", "check", iter([page])))["itemReviewed"]
    assert item.get("datePublished") == day
    assert item["appearance"] == {"@type": "CreativeWork", "url": "https://example.org/a"}


def test_no_text_ends_the_script_element_it_is_put_into(document, shown):
    odd = replace(document.claims[1], text="</script><script>alert(1)</script> \x1b[2J")
    printed = shown("claimreview", "check", iter([replace(document, claims=(odd,))]))
    assert not {"<", "\x1b"} & set(printed)
    assert json.loads(printed)["claimReviewed"].startswith("</script>")
