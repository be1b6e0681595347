"""What reading costs grows with the text and no faster. Calls are counted, not seconds: no luck."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from capexcalc.claims.claim import Claim
from capexcalc.claims.extract import extract
from capexcalc.documents.documents import read_documents
from capexcalc.output.wording.summary import by_gravity
from capexcalc.reading import reader
from capexcalc.reading.lexicon import load_lexicon
from capexcalc.reading.matcher import match_phrases
from capexcalc.reading.mentions import Reading
from capexcalc.reading.reader import read
from capexcalc.textfile import decode

SIZE, TIMES = 3_000, 4  # characters: less than a block, and as many blocks
REMAINDER = 1_000  # calls; a last block may be too short to sift, and is read whole
REPEATED = {
    "digits": "7",
    "formulas": "$ x = 1 $ and so ",
    "links": "www.... ",
    "grouped digits": "1,234 ",
    "decimals": "1.2",
    "years": "2025 ",
    "brackets": "(",
    "brackets in pairs": "(€5) ",
    "one endless word": "a",
    "one endless numeral": "dreihundert",
    "one endless word without blanks": "年",
    "digit words without blanks": "三",
    "points": ".",
    "points and blanks": ". ",
    "abbreviations": "Mrd. ",
    "line feeds": "x\n ",
    "blank lines": "\n \n",
    "blanks": "  ",
    "numerals": "three hundred ",
    "years in numerals": "three hundred years ",
    "scales": "billion ",
    "signs": "$",
    "amounts": "$1,234 ",
    "ranges": "1-",
    "an amount that goes on": "1 euro and ",
    "prefixes": "וב",
    "cues": "more than the past ",
    "prose": "It would not say how many people it means to hire, nor whether $5bn over 3 years is enough. ",
}

# Of one sentence, each a claim, or all that begins like one and never ends.
CLAIMS = {
    "equivalences": "$5bn (€4bn), ",
    "brackets never closed": "($5bn (€4bn ",
    "rates": "($1 = 7.2 yuan) $5bn (36bn yuan) ",
    "rates for each unit": "145 yen per dollar, 3bn dollars, ",
    "money at a rate stated": "3bn euros, at 1.09 dollars to the euro that is $3.27bn, ",
    "rests": "$6bn goes to roads, the remaining $4bn to rail, ",
    "items of a list": "- roads: $6bn\n- rail: $4bn\nin all $10bn\n",
    "lines of a sentence": "roads, $6bn in all,\n" * 4,
    "what is made a month and a year": "$5,000 a month, thus $60,000 a year, ",
    "changes beside a difference": "it had $8m, so $1m more, a rise of 12%, ",
    "caps": "$30,000 (at most 35,000 euros), ",
    "parts of a whole": "33 million of the 44 million euros, or three quarters, ",
    "prices in two lands": "C$19,500/US$15,000, ",
    "yearly amounts": "$15bn over three years, or $5bn a year, ",
    "money of a year": "$5bn a year, ",
    "comparisons with the past": "$6bn, more than in the past five years combined, ",
    "more than": "more than $5bn, ",
    "records": "a record $6bn, ",
    "changes told both ways": "up $1m, or 12%, to $9m from $8m, ",
    "changes told both ways of one sum": "up $1m (12%) to $9m, ",
    "changes": "sales rose 12% to $2.24bn from $2.00bn, ",
    "ranges": "from $5bn to $6bn, up 20%, ",
    "changes before semicolons": "funds rise by 70%; the old plan had $8bn; ",
    "parts included": "$82m, including 13%, plus ",
    "measures": "12,000 tonnes at $15 per kilo, $180m in all, ",
    "from and to": "from $1bn to ",
    "shares of two": "$8m (60%) and $5m (40%), ",
    "shares": "a quarter of the $40bn, or $10bn, ",
    "parts of what went before": "of which $5bn or 20%, ",
    "sums": "$6bn and $4bn, $10bn in all, ",
    "parts": "$6bn and ",
    "products": "$5 for each of 1,000 workers, $5,000 in all, ",
    "prices of one": "$5bn, or $2 a share, ",
    "valuations": "$3.5m for 25% of the firm, valuing it at $14m, ",
}
CLAIMED = 20  # times


@pytest.mark.parametrize("text", CLAIMS.values(), ids=CLAIMS)
def test_claims_of_one_sentence_cost_the_same_each(text: str) -> None:
    few, many = (text * CLAIMED, text * CLAIMED * TIMES)
    once, often = (calls(partial(_claims, each, read(each, "en"))) for each in (few, many))
    assert often <= TIMES * once * 1.1 + REMAINDER


def test_one_rate_among_many_sums_is_held_against_few() -> None:
    few, many = (
        f"{'5 euros and ' * n}at a rate of 1.09 dollars to the euro that is {'7 dollars and ' * n}more"
        for n in (CLAIMED, CLAIMED * TIMES)
    )
    once, often = (calls(partial(_claims, each, read(each, "en"))) for each in (few, many))
    assert often <= TIMES * once * 1.1 + REMAINDER


def _claims(text: str, reading: Reading) -> list[Claim]:
    return list(extract(text, reading))


@pytest.mark.parametrize("language", [None, "de", "zh"])
@pytest.mark.parametrize("text", REPEATED.values(), ids=REPEATED)
def test_calls_grow_with_the_text_and_no_faster(text: str, language: str | None) -> None:
    once = calls(lambda: read(filled(text, SIZE), language))
    often = calls(lambda: read(filled(text, SIZE * TIMES), language))
    assert often <= TIMES * once * 1.1 + REMAINDER


@pytest.mark.parametrize("text", ["7", "1,234 ", "(", "a", ". ", "three hundred ", "It would not say. "])
def test_memory_does_not_grow_with_text_that_holds_nothing(text: str) -> None:
    once, often = (peak(filled(text, size)) for size in (8 * SIZE, 16 * SIZE * TIMES))
    assert often <= once + 2 * SIZE  # where 56 SIZE more came in: blocks differ in length


def test_claims_are_ranked_without_being_compared() -> None:
    class Claimed:
        def __init__(self, verdict: str) -> None:
            self.verdict = verdict

        def __eq__(self, other: object) -> bool:
            raise AssertionError("as many times as there are pairs")

    kinds = ("close", "supported", "not_enough_info", "refuted")
    found = by_gravity([Claimed(verdict) for verdict in kinds])  # type: ignore[misc]
    assert [[each.verdict for each in part] for part in found] == [
        ["refuted", "close"], ["not_enough_info"], ["supported"],
    ]  # fmt: skip


def test_the_bytes_of_a_file_are_let_go_once_they_are_text(tmp_path: Path) -> None:
    data = b"\n" + b"It would not say. " * 100_000
    path = tmp_path / "long.txt"
    path.write_bytes(data)
    for given, stream in ((str(path), BytesIO()), ("-", BytesIO(data))):
        tracemalloc.start()
        try:
            documents = read_documents([given], stream)
            next(documents)
            assert tracemalloc.get_traced_memory()[0] <= 1.2 * len(data)
        finally:
            tracemalloc.stop()


def test_bytes_become_text_without_another_copy() -> None:
    data = b"\n" + b"It would not say. " * 100_000
    tracemalloc.start()
    try:
        decode("a", data)
        assert tracemalloc.get_traced_memory()[1] <= 1.2 * len(data)
    finally:
        tracemalloc.stop()


HOLDING_NOTHING = {
    "en": "A spokeswoman would not say how many people it means to hire, nor whether chips are on order. ",
    "de": "Eine Sprecherin wollte nicht sagen, wie viele Menschen es einstellen will und welche Chips. ",
    "ja": "同社の広報担当者は、何人を雇うつもりなのか、部品をすでに注文したのかを明らかにしなかった。",
}


@pytest.mark.parametrize("language", HOLDING_NOTHING)
def test_sentences_that_hold_nothing_are_not_taken_apart(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = HOLDING_NOTHING[language] * 10
    read(text, language)  # learns its words
    taken = []
    monkeypatch.setattr(reader, "match_phrases", lambda *found: taken.append(found) or [])
    read(text, language)
    assert taken == []
    read(text + " €5.", language)
    assert len(taken) == 1


def test_a_word_that_means_nothing_calls_no_function() -> None:
    lexicon = load_lexicon("en")
    few, many = ("It costs €5bn, a spokeswoman said" + " nothing whatever" * n for n in (10, 100))
    once, often = (calls(partial(match_phrases, text, lexicon), "call") for text in (few, many))
    assert often == once


def filled(text: str, size: int) -> str:
    return (text * (size // len(text) + 1))[:size]


def calls(work: Callable[[], object], *kinds: str) -> int:
    """How many functions, Python's own among them, ``work`` calls when all it remembers is known; with
    ``kinds`` of events, how many of these there are."""
    work()
    events = 0

    def count(_: object, kind: str, __: object) -> None:
        nonlocal events
        events += not kinds or kind in kinds

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return events


def peak(text: str) -> int:
    """Bytes that reading ``text`` takes at most, besides the text."""
    read(text, "en")
    tracemalloc.start()
    try:
        read(text, "en")
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
