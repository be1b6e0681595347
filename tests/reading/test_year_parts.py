"""Quarters and halves of a year, as newsrooms of every language name them."""

from __future__ import annotations

from datetime import date

import pytest

from capexcalc.reading.lexicon import languages, load_lexicon
from capexcalc.reading.moments import moments
from capexcalc.reading.year_parts import year_parts

TODAY = date(2026, 4, 3)
THIRD = [("2025-07-01", "2025-09-30")]  # the last that has begun
FIRST_HALF = [("2026-01-01", "2026-04-03"), ("2025-01-01", "2025-06-30")]  # the one that runs, or the last
# By language: at the end of the third quarter, in the first half.
NAMED = {
    "ar": ("في نهاية الربع الثالث", "في النصف الأول من العام"),
    "cs": ("na konci třetího čtvrtletí", "v prvním pololetí"),
    "da": ("ved udgangen af tredje kvartal", "i første halvår"),
    "de": ("am Ende des dritten Quartals", "im ersten Halbjahr"),
    "el": ("στο τέλος του τρίτου τριμήνου", "στο πρώτο εξάμηνο"),
    "en": ("at the end of the third quarter", "in the first half"),
    "es": ("al cierre del tercer trimestre", "en el primer semestre"),
    "fi": ("kolmannen neljänneksen lopussa", "ensimmäisellä vuosipuoliskolla"),
    "fr": ("à la fin du troisième trimestre", "au premier semestre"),
    "he": ("בסוף הרבעון השלישי", "במחצית הראשונה"),
    "hi": ("तीसरी तिमाही के अंत में", "पहली छमाही में"),
    "hu": ("a harmadik negyedév végén", "az első félévben"),
    "id": ("pada akhir kuartal ketiga", "pada semester pertama"),
    "it": ("alla fine del terzo trimestre", "nel primo semestre"),
    "ja": ("第3四半期末に", "上半期に"),
    "ko": ("3분기 말에", "상반기에"),
    "ms": ("pada akhir suku ketiga", "pada separuh pertama"),
    "nl": ("aan het einde van het derde kwartaal", "in het eerste halfjaar"),
    "no": ("ved utgangen av tredje kvartal", "i første halvår"),
    "pl": ("na koniec trzeciego kwartału", "w pierwszym półroczu"),
    "pt": ("no fim do terceiro trimestre", "no primeiro semestre"),
    "ro": ("la finalul trimestrului al treilea", "în primul semestru"),
    "ru": ("в конце третьего квартала", "в первом полугодии"),
    "sv": ("i slutet av tredje kvartalet", "under första halvåret"),
    "th": ("ณ สิ้นไตรมาส 3", "ในครึ่งปีแรก"),
    "tr": ("üçüncü çeyreğin sonunda", "yılın ilk yarısında"),
    "uk": ("наприкінці третього кварталу", "у першому півріччі"),
    "vi": ("cuối quý III", "trong nửa đầu năm"),
    "zh": ("第三季度末", "上半年"),
}


def named(sentence: str, language: str = "en", today: date = TODAY) -> list[tuple[str, str]]:
    return [(str(p.start), str(p.end)) for p in moments(sentence, load_lexicon(language), today)]


def test_every_language_names_them() -> None:
    assert set(NAMED) == set(languages())


@pytest.mark.parametrize(("language", "quarter"), [(each, q) for each, (q, _) in NAMED.items()])
def test_the_third_quarter_is_the_last_one_begun(language: str, quarter: str) -> None:
    assert named(quarter, language) == THIRD


@pytest.mark.parametrize(("language", "half"), [(each, h) for each, (_, h) in NAMED.items()])
def test_the_first_half_is_the_one_that_runs_or_the_last(language: str, half: str) -> None:
    assert named(half, language) == FIRST_HALF


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "in the third quarter of 2019"),
        ("en", "in Q3 2019"),
        ("en", "in 3Q 2019"),
        ("de", "im 3. Quartal 2019"),
        ("fr", "au 3e trimestre 2019"),
        ("it", "nel III trimestre del 2019"),
        ("pl", "w III kwartale 2019 r."),
        ("ru", "в III квартале 2019 года"),
        ("hu", "2019 harmadik negyedévében"),
        ("zh", "2019年第三季度"),
        ("ja", "2019年第3四半期"),
        ("ko", "2019년 3분기"),
    ],
)
def test_it_is_of_the_year_beside_it(language: str, sentence: str) -> None:
    assert ("2019-07-01", "2019-09-30") in named(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "in the fourth quarter of 2019"), ("fr", "au quatrième trimestre 2019")]
)
def test_the_fourth_is_the_last_of_them(language: str, sentence: str) -> None:
    assert named(sentence, language)[0] == ("2019-10-01", "2019-12-31")


def test_the_quarter_that_begins_today_is_the_last_one_begun() -> None:
    last = ("2025-04-01", "2025-06-30")
    assert named("in the second quarter", today=date(2026, 4, 1)) == [("2026-04-01", "2026-04-01"), last]
    assert named("in the second quarter", today=date(2026, 6, 30)) == [("2026-04-01", "2026-06-30"), last]
    assert named("in the second quarter", today=date(2026, 7, 1)) == [("2026-04-01", "2026-06-30")]
    assert named("in the second quarter", today=date(2026, 3, 31)) == [("2025-04-01", "2025-06-30")]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "a third of the quarter went"),
        ("en", "the third half"),
        ("en", "Vitamin Q5 and 5H"),
        ("en", "the French Quarter, first of all"),
        ("de", "der dritte Quartalsbericht"),
        ("fr", "le troisième trimestriel"),
        ("ru", "третья квартира"),
        ("ja", "四半期ごとに"),
    ],
)
def test_it_is_no_part_of_a_year(language: str, sentence: str) -> None:
    assert named(sentence, language) == []


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("de", ("1. Quartal", "2. Quartal", "3. Quartal", "4. Quartal")),
        ("pl", ("I kwartale", "II kwartale", "III kwartale", "IV kwartale")),
    ],
)
def test_a_quarter_is_counted_in_figures_of_either_kind(language: str, names: tuple[str, ...]) -> None:
    for number, name in enumerate(names):
        (found,) = year_parts(f"{name} 2024", load_lexicon(language), date(2025, 4, 1))
        assert found.start == date(2024, 3 * number + 1, 1)


@pytest.mark.parametrize(("text", "found"), [("רבעוניאב הראשון", True), ("רבעוןאב הראשון", False)])
def test_a_unit_of_six_letters_is_declined_and_one_of_five_is_not(text: str, found: bool) -> None:
    assert bool([*year_parts(text, load_lexicon("he"), date(2025, 4, 1))]) is found
