"""Where sentences end, and where they do not."""

from __future__ import annotations

import pytest

from capexcalc.reading.lexicon import load_lexicon
from capexcalc.reading.reader import read
from capexcalc.reading.sentences import before_sentence, line_width, sentences


def cut(text: str, language: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text, load_lexicon(language), line_width(text))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Umsatz stieg zum 30. Juni um 6 Prozent auf 5 Mrd. Euro."),
        ("de", "Im 2. Halbjahr und im 3. Quartal sank er, am 30. 6. 2025 nicht."),
        ("da", "Den 30. Juni steg salget til 5 mia. kr."),
        ("no", "Den 30. Juni steg salget til 5 mrd. kr."),
        ("fi", "Myynti kasvoi 30. Kesäkuuta 5 milj. euroon."),
        ("cs", "Dne 30. 6. 2025 a ve II. Pololetí vzrostl zisk."),
        ("hu", "A cég 2025. 6. 30. napján fizetett."),
        ("pl", "W II. Kwartale zysk wzrósł."),
        ("en", "It has offices in the U.S. and J. Smith runs it."),
    ],
)
def test_an_ordinal_ends_no_sentence(language: str, text: str) -> None:
    assert cut(text, language) == [text]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("de", "Der Kurs stieg auf 12. Die Bank sagte nichts.", 2),
        ("de", "Es kamen 2024. Juni war schlecht.", 2),  # no day has four figures
        ("en", "Shares rose 30. June was good.", 2),  # an English date has no point
        ("sv", "Kursen steg till 30. Juni var bra.", 2),
        ("de", "Sie zahlte 12,30. Mai war gut.", 2),
        ("de", "Wer kommt? Niemand! Gut.", 3),
        ("he", 'המחיר הוא 420 מיליון ש"ח. מדי שנה ישולם חלק.', 2),  # the mark is inside the word
        ("en", 'It is "J. Smith" who runs it.', 1),
        ("ru", "Выделено 9 млрд. «Этого мало», — сказал он.", 2),
        ("ru", "Выделено 9 млрд. «этих денег мало»", 1),
        ("ru", "На школы пойдёт 9 млрд руб. — это треть.", 1),  # a dash goes on after money
        ("ru", "На школы пойдёт 9 млрд руб.\n— А больницы?", 2),
        ("ru", "Пришли все. — И он?", 2),
    ],
)
def test_a_number_at_its_end_ends_one(language: str, text: str, count: int) -> None:
    assert len(cut(text, language)) == count


HEADED = [
    (
        "fr",
        "Un investissement record pour accélérer",
        "Le groupe mettra 380 milliards de yuans sur trois ans, a-t-il dit.",
    ),
    (
        "en",
        "Ministry doubles its spending",
        "The plan costs 5 billion euros, 2 billion euros more than last year's.",
    ),
    (
        "de",
        "Rekord bei Investitionen",
        "Die Bahn gibt 5 Milliarden Euro aus, 2 Milliarden Euro mehr als im Jahr davor.",
    ),
    ("zh", "公司宣布创纪录投资", "该公司将在三年内投资3800亿元,用于建设新的计算中心和研发中心。"),
]


@pytest.mark.parametrize(("language", "heading", "first"), HEADED)
def test_a_heading_is_a_sentence_of_its_own(language: str, heading: str, first: str) -> None:
    text = f"{heading}\n{first}"
    assert cut(text, language) == [heading, first]
    told = read(text, language)
    doubles = [heading] if told.proportions else []  # it tells something of what follows
    assert [text[a:b] for a, b in told.sentences] == [*doubles, first]


def test_lines_that_were_filled_are_not_cut() -> None:
    lines = [
        "The group said on Monday that it would put five billion euros into a new plant near",
        "Lyon, where it has had its seat since the day on which it was founded by two sons of",
        "Monsieur Dubois, and another two into a port.",
    ]
    assert len(cut("\n".join(lines), "en")) == 1


@pytest.mark.parametrize(("width", "count"), [(31, 1), (40, 2)])
def test_there_was_room_for_a_word_or_there_was_not(width: int, count: int) -> None:
    # "Paris" and the blank before it take 6 of the 80 % of the line that a writer may leave empty
    assert len(cut("Its seat is a town near\nParis " + "x" * (width - 6), "en")) == count


def test_items_of_a_list_are_sentences_of_their_own() -> None:
    text = (
        "What it paid for in the year:\n- 5 million euros for roads and bridges\n- 3 million euros for rail"
    )
    assert len(cut(text, "en")) == 2  # the colon leads on
    assert len(cut("1. five euros for a road\n2. six euros for a rail", "en")) == 2


def test_a_line_that_leads_on_ends_nothing() -> None:
    assert len(cut("Costs,\nMr Ba said, are five million euros for all of the roads here.", "en")) == 1
    assert len(cut("Costs\nof five million euros are told of in all of the papers here.", "en")) == 1


def test_the_sentence_before_is_looked_at_for_400_characters() -> None:
    lexicon = load_lexicon("en")
    assert before_sentence("It rains. It is cold. It snows.", 22, lexicon) == 10
    assert before_sentence(f"{'x' * 500} It snows.", 501, lexicon) == 101
