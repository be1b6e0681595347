"""Where a text says its own date, and where it only seems to."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.documents.publication_date import Publication, publication_date
from capexcalc.documents.written_days import days_of
from capexcalc.reading.lexicon import load_lexicon
from capexcalc.reading.matcher import match_phrases

TODAY = date(2026, 11, 1)
DAY = date(2024, 5, 6)
BODY = "Helvin will invest 2.5 billion pounds (3.1 billion dollars)."


def published(text: str, language: str = "en", today: date = TODAY) -> Publication | None:
    return publication_date(text, load_lexicon(language), today)


def day_of(text: str, language: str = "en") -> date | None:
    found = published(text, language)
    return found and found.day


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "BRUSSELS, May 6, 2024 (Wire) - Shares rose."),
        ("en", "WASHINGTON, May. 6, 2024 (Wire) - Shares rose."),
        ("en", "LONDON 6 May 2024 (Wire) — Shares rose."),
        ("en", "Published: 6 May 2024, 10:05"),
        ("en", "Published 6 May 2024"),
        ("en", "Posted on Monday, 6 May 2024 at 10:05 am"),
        ("en", "By Dana Rook | Updated: 6 May 2024"),
        ("en", "MAY 6, 2024 9:14 AM EDT"),
        ("en", "Monday 6 May 2024"),
        ("en", "Monday, May 6, 2024"),
        ("en", "6 May 24"),
        ("en", "By Dana Rook, 6 May 2024"),
        ("en", "Business · 6 May 2024 · 4 min read"),
        ("en", "2024-05-06T10:05:00Z"),
        ("de", "BERLIN, 6. Mai 2024 (Agentur) - Aktien stiegen."),
        ("de", "Berlin, 06.05.2024"),
        ("de", "Stand: 6. Mai 2024, 10:05 Uhr"),
        ("de", "Veröffentlicht am 06.05.2024 um 10:05 Uhr"),
        ("fr", "Publié le 06/05/2024 à 10h05"),
        ("fr", "Paris, 6 mai 2024"),
        ("fr", "Paris, le 6 mai 2024 – Le groupe investira."),
        ("fr", "Mis à jour le 6 mai 2024 à 18:20"),
        ("es", "Publicado el 6 de mayo de 2024"),
        ("es", "MADRID, 6 de mayo de 2024 (Agencia) - Las acciones subieron."),
        ("it", "Aggiornato il 6 maggio 2024"),
        ("pt", "Publicado em 06/05/2024 às 10h05"),
        ("nl", "Gepubliceerd op 6 mei 2024"),
        ("sv", "Publicerad 6 maj 2024"),
        ("da", "Opdateret 6. maj 2024"),
        ("pl", "Opublikowano: 6 maja 2024"),
        ("cs", "Publikováno 6. května 2024"),
        ("hu", "Budapest, 2024. május 6."),
        ("fi", "HELSINKI 6.5.2024"),
        ("ro", "Publicat: 6 mai 2024"),
        ("ru", "Опубликовано 6 мая 2024"),
        ("ru", "МОСКВА, 6 мая 2024 (Агентство) - Акции выросли."),
        ("uk", "Оновлено: 6 травня 2024, 10:05"),
        ("tr", "Güncelleme: 6 Mayıs 2024"),
        ("el", "Δημοσιεύτηκε: 6 Μαΐου 2024"),
        ("vi", "Hà Nội, 6/5/2024"),
        ("id", "Diterbitkan 6 Mei 2024"),
        ("ar", "نشر في 6 مايو 2024"),
        ("he", "פורסם ב-6 במאי 2024"),
        ("hi", "प्रकाशित: 6 मई 2024"),
        ("th", "เผยแพร่ 6 พฤษภาคม 2024"),
        ("th", "เผยแพร่ 6 พฤษภาคม 2567"),
        ("th", "6 พ.ค. 67"),
        ("th", "เผยแพร่เมื่อ 06/05/2567"),
        ("ar", "الرياض، 6 مايو 2024"),
        ("ar", "الرياض، 6 مايو 2024 (الوكالة) - قال الوزير."),
        ("hi", "मुंबई, 6 मई 2024"),
        ("zh", "杭州，2024年5月6日"),
        ("ja", "東京、2024年5月6日"),
        ("ko", "서울, 2024년 5월 6일"),
        ("he", "ירושלים, 6 במאי 2024"),
        ("th", "กรุงเทพฯ, 6 พฤษภาคม 2024"),
        ("en", "London, Monday, 6 May 2024"),
        ("zh", "发布时间：2024年5月6日"),
        ("zh", "2024-05-06 10:05"),
        ("ja", "【北京=2024年5月6日】"),
        ("ja", "2024年5月6日 10時05分 公開"),
        ("ko", "2024년 5월 6일"),
        ("ko", "입력 2024-05-06 10:05"),
    ],
)
def test_a_date_is_read_as_its_language_writes_it(language: str, line: str) -> None:
    assert published(f"{line}\n\n{BODY}", language) == Publication(DAY)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "REDCAR, May 6 (Wire) - Helvin will invest."),
        ("en", "LONDON, 6 May (Wire) — Helvin will invest."),
        ("de", "BERLIN, 6. Mai (Agentur) - Helvin investiert."),
        ("es", "MADRID, 6 de mayo (Agencia) - Helvin invertirá."),
        ("fr", "PARIS, 6 mai (Agence) - Helvin va investir."),
        ("ru", "МОСКВА, 6 мая (Агентство) - Акции выросли."),
        ("zh", "新华社北京5月6日电 公司将投资。"),
    ],
)
def test_a_dateline_without_a_year_is_the_latest_such_day(language: str, line: str) -> None:
    assert published(line, language) == Publication(date(2026, 5, 6), yearless=True)
    assert publication_date(line, load_lexicon(language), date(2026, 5, 5)) == Publication(
        date(2025, 5, 6), yearless=True
    )
    assert publication_date(line, load_lexicon(language), date(2026, 5, 6)) == Publication(
        date(2026, 5, 6), yearless=True
    )


@pytest.mark.parametrize(
    "line",
    [
        "Dana Rook (born 4 March 1971)",
        "The site on 3 February 2019. Photo: Ann Example",
        "Ministers set 1 October 2027 deadline",
        "Results to 31 December 2023",
        "A report published on 3 February 2019 said that it would cost more.",
        "She joined on 3 February 2019 and left",
        "They met again on a Sunday, 3 February 2019.",
        "Copyright 2019",
        "17 June - 2 July 2017",
        "17-20 June 2017",
        "The winner plays in the cup in Russia, 17 June - 2 July 2017.",
        "2 July 2017 – 6 July 2017",
        f"It was founded on 24 February 2005 in a garage, and {'has grown, ' * 9}",
    ],
)
def test_a_birthday_a_caption_or_a_deadline_is_no_day_of_publication(line: str) -> None:
    assert published(f"{line}\n\n{BODY}") is None
    assert published(f"{line}\n\nPublished 6 May 2024\n{BODY}") == Publication(DAY)


def test_a_day_to_come_is_no_day_of_publication() -> None:
    assert published(f"1 October 2027\n\nPublished 6 May 2024\n{BODY}") == Publication(DAY)
    assert published("2026-11-02\n\n" + BODY) is None
    assert day_of("2026-11-01\n\n" + BODY) == TODAY
    assert day_of(f"{BODY} (Updated 1 November 2026, 9:14)") == TODAY
    assert day_of(f"{BODY} (Updated 2 November 2026, 9:14)") is None


def test_a_published_line_stands_under_a_long_menu() -> None:
    menu = "\n".join(["Home", "News", "Business", "Sport", "Weather", "Sign in", "More", "Search"] * 4)
    assert day_of(f"{menu}\nPublished 6 May 2024\n{BODY}") == DAY
    assert day_of(f"{menu}\n6 May 2024\n{BODY}") is None  # a date by itself so far down may be anything


def test_a_published_line_may_close_the_text() -> None:
    assert day_of(f"{BODY}\n\n{'More was said. ' * 400}\n\nLast updated: 6 May 2024") == DAY


PROSE = {
    "en": ("The plan costs five billion.", "(Updated 6 May 2024, 9:14 GMT)"),
    "fr": ("Le plan coûte cinq milliards.", "Publié le 6 mai 2024."),
    "de": ("Der Plan kostet fünf Milliarden.", "Stand: 6. Mai 2024, 9:14 Uhr"),
    "zh": ("该计划耗资五十亿。", "发布时间：2024年5月6日"),
    "es": ("El plan cuesta cinco millones.", "Actualizado el 6 de mayo de 2024"),
    "ja": ("計画は五十億円。", "更新：2024年5月6日"),
}


@pytest.mark.parametrize("sentences", [1, 40])
@pytest.mark.parametrize("language", PROSE)
def test_a_sentence_of_prose_may_be_nothing_but_a_word_of_publication(language: str, sentences: int) -> None:
    prose, note = PROSE[language]
    assert day_of(" ".join([prose] * sentences + [note]), language) == date(2024, 5, 6)
    assert day_of(" ".join([note.rstrip(".") + ".", prose]), language) == date(2024, 5, 6)


@pytest.mark.parametrize(
    "text",
    [
        "The plan costs five billion. Published on 6 May 2024, the report says so.",
        "The plan costs five billion. The list was published on 6 May 2024.",
        "The plan costs five billion. A report updated 6 May 2024 says so.",
        "The plan costs five billion. It opens on 6 May 2024.",
    ],
)
def test_what_a_sentence_of_prose_says_else_is_no_day_of_publication(text: str) -> None:
    assert day_of(text) is None


def test_published_wins_over_a_dateline_and_this_over_a_date_alone() -> None:
    text = "3 May 2024\nPARIS, May 5, 2024 (Wire) - Shares rose.\nPublished 6 May 2024"
    assert day_of(text) == DAY
    assert day_of(text.rpartition("\n")[0]) == date(2024, 5, 5)


@pytest.mark.parametrize(("second", "rival"), [("9 May 2024", None), ("10 May 2024", date(2024, 5, 10))])
def test_two_days_that_compete_are_both_named(second: str, rival: date | None) -> None:
    assert published(f"Published 6 May 2024\nUpdated {second}\n{BODY}") == Publication(DAY, rival=rival)


def test_a_september_is_also_written_sept() -> None:
    assert day_of("BONN, Sept. 20, 2024 (Wire) - Rates fell.") == date(2024, 9, 20)


@pytest.mark.parametrize(
    "line", ["03/04/2025", "2025 at 10:05", "13/13/2025", "1.234.567", "31.02.2025", "3 hours ago", "May 6"]
)
def test_what_may_be_two_dates_or_none_is_no_date(line: str) -> None:
    assert published(f"{line}\n\nA sentence.") is None


def test_the_29th_of_february_may_be_years_ago() -> None:
    assert published("ROME, Feb 29 (Wire) - Rates fell.") == Publication(date(2024, 2, 29), yearless=True)


LINE = "Published 6 May 2024"


TAIL = "x" * 6000 + "\n"  # where only words for it tell


def lines(count: int) -> str:
    return "Menu\n" * count


@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        (lines(39) + LINE, lines(40) + LINE),
        ("x" * 3979 + f"\n{LINE}\n" + "x" * 2000, "x" * 3980 + f"\n{LINE}\n" + "x" * 2000),
        (f"{TAIL}{LINE}\n" + lines(4), f"{TAIL}{LINE}\n" + lines(5)),
        (f"{TAIL}{LINE}\n" + "x" * 979, f"{TAIL}{LINE}\n" + "x" * 980),
        (lines(14) + "6 May 2024", lines(15) + "6 May 2024"),
        ("x" * 787 + " - 6 May 2024", "x" * 788 + " - 6 May 2024"),
        (TAIL + "x" * 128 + " | Updated: 6 May 2024", TAIL + "x" * 129 + " | Updated: 6 May 2024"),
        ("L" * 58 + ", 6 May 2024 (Wire) - Shares", "L" * 59 + ", 6 May 2024 (Wire) - Shares"),
        ("A" + "a" * 48 + " 6 May 2024", "A" + "a" * 49 + " 6 May 2024"),
        ("Published xxxxxxxxxx 6 May 2024", "Published xxxxxxxxxxx 6 May 2024"),
        ("Rio Grande 6 May 2024 (Wire) - Shares", "Rio Grande Sul 6 May 2024 (Wire) - Shares"),
        ("New York 6 May 2024", "New York City 6 May 2024"),
        (
            f"Shares rose. ({'x' * 38} | Updated: 6 May 2024)",
            f"Shares rose. ({'x' * 39} | Updated: 6 May 2024)",
        ),
    ],
    ids=[
        "forty lines are the head",
        "four thousand characters are the head",
        "five lines are the tail",
        "a thousand characters are the tail",
        "a day by itself stands among the first fifteen lines",
        "a line of more than eight hundred characters is prose",
        "a line of more than a hundred and fifty is no list of parts",
        "a wire takes sixty characters for the place",
        "a line of a place and a day has sixty characters",
        "a word for being published stands within twelve characters of the day",
        "a place before a wire has two words",
        "a place before a day has two words",
        "a note among other sentences has sixty characters",
    ],
)
def test_where_a_day_of_publication_may_stand(inside: str, outside: str) -> None:
    assert (day_of(inside), day_of(outside)) == (DAY, None)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "LONDON, May 6 (Wire) - Shares rose."),
        ("en", "LONDON, May. 6 (Wire) - Shares rose."),
        ("en", "LONDON, 6 May (Wire) - Shares rose."),
        ("de", "BERLIN, 6. Mai (Agentur) - Aktien stiegen."),
        ("es", "MADRID, 6 de mayo (Agencia) - Las acciones subieron."),
    ],
)
def test_a_day_and_a_month_stand_within_four_characters_of_each_other(language: str, line: str) -> None:
    assert day_of(line, language) == date(2026, 5, 6)
    assert day_of(line.replace(" de ", "  de "), language) == (
        date(2026, 5, 6) if " de " not in line else None
    )


def test_a_year_of_two_figures_ends_the_date() -> None:
    assert day_of("LONDON, 6 May 24: Shares rose.") == DAY


def test_the_29th_of_february_may_be_eight_years_ago() -> None:
    found = published("LONDON, Feb 29 (Wire) - Shares rose.", today=date(2104, 2, 28))
    assert found == Publication(date(2096, 2, 29), yearless=True)


@pytest.mark.parametrize(("number", "found"), [("06", date(2026, 5, 6)), ("006", None)])
def test_a_day_without_a_year_has_two_figures(number: str, found: date | None) -> None:
    assert day_of(f"LONDON, {number} May (Wire) - Shares rose.") == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("New York 6 May 2024", True),
        ("New York City 6 May 2024", False),  # three words are no place before a date
        ("New york 6 May 2024 (Wire) — Shares rose.", True),
        ("New york city 6 May 2024 (Wire) — Shares rose.", False),
        ("06 May 24", True),
        ("006 May 24", False),
        ("6 May  24", True),
        ("6 May   24", False),  # a year of two digits stands within two characters
        ("6 May 024", False),
    ],
)
def test_a_place_has_two_words_at_most_and_a_short_date_two_digits_at_its_ends(
    line: str, found: bool
) -> None:
    assert day_of(f"{line}\n\n{BODY}") == (DAY if found else None)


@pytest.mark.parametrize("line", ["06/05/2024 07/05/2024", "06/05/2024 7 mai 2024", "6 mai 2024 07/05/2024"])
def test_of_two_days_side_by_side_both_are_read(line: str) -> None:
    lexicon = load_lexicon("fr")
    found = days_of(line, match_phrases(line, lexicon), lexicon, TODAY)
    assert [each.day for each in found] == [date(2024, 5, 6), date(2024, 5, 7)]
