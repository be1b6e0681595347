"""Words that begin like one for a rise or a fall and are another: they tell of no change."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read

WAYS = {"increase", "decrease"}


@pytest.mark.parametrize(
    ("language", "other", "change"),
    [
        ("cs", "rostliny", "rostly"),
        ("cs", "stoupenců", "stoupl"),
        ("cs", "posílá", "posílil"),
        ("de", "kürzlich", "kürzte"),
        ("de", "wachsam", "wachsen"),
        ("es", "amplia", "amplió"),
        ("es", "disparos", "disparó"),
        ("es", "mermelada", "mermado"),
        ("fi", "kasvatuksen", "kasvattanut"),
        ("fi", "kasvojen", "kasvoi"),
        ("fi", "laskutti", "laskenut"),
        ("fr", "accrochés", "accroissement"),
        ("fr", "grossiers", "grossi"),
        ("hu", "emellett", "emelkedett"),
        ("hu", "visszavágón", "visszavágta"),
        ("it", "potenziale", "potenziamento"),
        ("it", "rinchiuso", "rincaro"),
        ("no", "auksjonen", "auka"),
        ("pl", "taniec", "tanieje"),
        ("pl", "wyższej szkoły", "wyższej kwoty"),
        ("pt", "cortina", "cortes"),
        ("pt", "desabafou", "desabou"),
        ("pt", "retrato", "retração"),
        ("ro", "contracte", "se contractă"),
        ("ru", "возрасте", "возрастет"),
        ("ru", "недостаточно", "недостача"),
        ("ru", "добавил, что", "добавил рынку"),
        ("sv", "höjdpunkten", "höjda"),
        ("tr", "işten çıkarıldı", "liraya çıkarıldı"),
        ("uk", "знизу", "знизили"),
    ],
)
def test_they_are_no_change(language: str, other: str, change: str) -> None:
    found = [{cue.kind for cue in read(f"5 EUR {words}", language).cues} & WAYS for words in (other, change)]
    assert [len(kinds) for kinds in found] == [0, 1]
