"""What each part of a list is called, and which of them the words beside a share name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count, takewhile

from ...patterns import regex
from ...reading.tokens import spaceless
from ..claim import Claim
from ..grammar.sentence import ABOUT, Sentence
from ..grammar.wording import Wording

_WORD = regex(r"[^\W\d_](?:[^\W\d_]|[\u0900-\u0903\u093a-\u094f])*")  # with the vowel signs of Devanagari
_AND = regex(r"[\u05d5\u0648](?=\w{4})")  # Hebrew and Arabic, written as one with the word after it
_PREFIX = regex(r"[\u05d4\u05dc\u05d1](?=\w{3})")
_STOP = regex(r"[,;:()–—،、，；：（）؛]")
_THAI = regex("\\s?[\u0e00-\u0e7f]")
_HEBREW_AND = regex(r"(?<=\s)\u05d5(?=\w{2})")
_SHORT, _ALIKE = 4, 5  # letters of the shortest word that names, and by which one is known in another form
# Characters of the shortest name, and of those that may stand beside one and its share, in scripts without
# blanks: 岸壁, and 岸壁が, 岸壁工事が; of the Thai one, whose vowels and tones are characters of their own.
_RUN, _BESIDE = 2, 2
_THAI_RUN, _THAI_BESIDE = 4, 6
# What a clause begins with that goes on about another part.
_OPENS = regex(r"\s*(?:โดย|ส่วน|ขณะที่|ด้าน|และ|一方で?は?|また|而|그중|또)[、，,]?\s*")
_FAR, _MOST = 80, 40  # characters before a change in which a part is named, and of a name
_LETTERS, _EDGE, _PARTICLES = 3, 2, 2  # letters of a word, words and characters
_MARKS = "、，, "
_VERB = 1  # words of a sentence that need not be those of the name
_MORE = 3  # of those, or characters, that may be there if a share is surely one of the whole
_Units = Sequence[tuple[str, int]]  # words, or characters, with their offsets


def names_of(sentence: Sentence, whole: Claim) -> list[str]:
    """What each part of a list is for: the words around it, as far as to the signs between it and those
    beside it."""
    text, names = sentence.text, []
    for part, (start, end) in zip(whole.parts, _edges(sentence, whole), strict=True):
        names.append(f"{text[start : part.start]} {text[part.end : end]}")
    return names


def _edges(sentence: Sentence, whole: Claim) -> Iterator[tuple[int, int]]:
    """Where what is said of each part begins and ends. What lies between two signs is of neither."""
    text, start = sentence.text, beginning_of(sentence, whole)
    for n, part in enumerate(whole.parts):
        last = n + 1 == len(whole.parts)
        until = min((each.start for each in sentence.amounts if each.start >= part.end), default=sentence.end)
        stops = [(stop.start(), stop.end()) for stop in _STOP.finditer(text, part.end, until)]
        stops += [
            (cue.start, cue.end)
            for cue in sentence.cues
            if cue.kind == "and" and part.end <= cue.start < until
        ]
        joins = _HEBREW_AND.finditer(text, part.end, until)
        stops += [(joint.start(), joint.end()) for joint in joins]
        if _THAI.match(text, part.end):
            stops.append((part.end, part.end))  # a blank parts: ถนน 300 ล้านบาท สะพาน 200 ล้านบาท
        stops.sort()
        end = stops[0][0] if stops else part.end if not last else until
        yield start, end
        start = stops[-1][1] if stops else until


def beginning_of(sentence: Sentence, whole: Claim) -> int:
    """Where the first part is begun to be told of: in scripts without blanks after a sign, or after another
    sum, the rest being of the whole."""
    text, first = sentence.text, whole.parts[0].start
    before = [each.end for each in sentence.amounts if each.end <= first]
    dense = any(map(spaceless, text[sentence.start : first].strip()[-1:]))
    if dense:
        before += [stop.end() for stop in _STOP.finditer(text, sentence.start, first)]
    return max(before, default=sentence.start) if dense else sentence.start


def named_by(
    wording: Wording, start: int, share: tuple[int, int], end: int, names: Sequence[str], *, sure: bool
) -> int | None:
    """Which one of the parts is named between two offsets, of a clause that says little else but what share
    it is: a few words more, if it is ``sure`` that this is one of the whole."""
    sentence, more = wording.sentence, _MORE if sure else 0
    if not any(map(spaceless, sentence.text[start : share[0]].strip()[:1])):
        found = _by_words(wording, start, end, names, more)
        if found is not None:
            return found
    return _bybeginning_of(wording, start, share, names, more)


def part_told(wording: Wording, end: int, names: Sequence[str]) -> tuple[int | None, bool]:
    """Which one of the parts a sentence speaks of before an offset, and whether it begins with its name, or
    that stands right before the offset."""
    sentence = wording.sentence
    said = sentence.text[max(sentence.start, end - _FAR) : end]
    dense = any(map(spaceless, said.strip()[:1]))
    return _told_densely(said, names) if dense else _told_in_words(said, names)


def _told_in_words(said: str, names: Sequence[str]) -> tuple[int | None, bool]:
    words = [form for word in _WORD.findall(said) if len(word) >= _LETTERS for form in _forms(word)]
    told = [[word for word in _WORD.findall(name) if len(word) >= _LETTERS] for name in names]
    stems = [{form for word in each for form in _forms(word)} for each in told]
    found = [n for n, name in enumerate(stems) if not _own(stems, n, name).isdisjoint(words)]
    if len(found) != 1:
        return None, False
    own = _own(stems, found[0], stems[found[0]])
    return found[0], not own.isdisjoint((*words[:_EDGE], *words[-_EDGE:]))


def _forms(word: str) -> Sequence[str]:
    """The stem of a word, and that without what Hebrew writes as one with it: "the", "for", "in"."""
    joined = _PREFIX.match(word)
    return (_stem(word),) if joined is None else (_stem(word), _stem(word[joined.end() :]))


def _told_densely(said: str, names: Sequence[str]) -> tuple[int | None, bool]:
    thai = _THAI.match(said.strip()[:1]) is not None
    least, beside = (_THAI_RUN, _THAI_BESIDE) if thai else (_RUN, _BESIDE)
    runs = [_longest(said, "".join(_characters_of(name))) for name in names]
    longest = max(runs, key=len)
    if len(longest) < least or sum(len(run) == len(longest) for run in runs) != 1:
        return None, False
    clause = _STOP.split(said.rstrip(_MARKS))[-1] if not thai else said
    clauses = [clause, *_STOP.split(said)[:1], *_STOP.split(said)[-2:]]
    sure = any(each.find(longest) in range(beside + 1) or _ends_with(each, longest) for each in clauses)
    return runs.index(longest), sure


def _ends_with(clause: str, name: str) -> bool:
    """Whether nothing but what names money, and a particle, follow a name: 教育費は."""
    at = clause.rfind(name)
    return at >= 0 and len(clause) - at - len(name) <= _PARTICLES


def _characters_of(name: str) -> Iterator[str]:
    return (char for char in name if not (char.isspace() or char.isdecimal()))


def _longest(said: str, name: str) -> str:
    """The longest run of a name that is said."""
    best, name = "", name[:_MOST]
    for start in range(len(name)):
        end = start + len(best) + 1
        while end <= len(name) and name[start:end] in said:
            best, end = name[start:end], end + 1
    return best


def _by_words(wording: Wording, start: int, end: int, names: Sequence[str], more: int) -> int | None:
    words = [
        (word, at) for word, at in _words(wording.sentence.text, start, end) if not _is_told(wording, at)
    ]
    said = [set(_forms(word)) for word, _ in words if len(word) >= _SHORT]
    spoken = set[str]().union(*said)
    stems = [
        {form for word in _WORD.findall(name) if len(word) >= _SHORT for form in _forms(word)}
        for name in names
    ]
    found = [n for n, name in enumerate(stems) if spoken & _own(stems, n, name)]
    if len(found) != 1 or sum(word.isdisjoint(stems[found[0]]) for word in said) > _VERB + more:
        return None
    return found[0]


def _own(stems: Sequence[set[str]], n: int, name: set[str]) -> set[str]:
    """The words of a name that are in no other."""
    return name.difference(*(other for k, other in enumerate(stems) if k != n))


def _stem(word: str) -> str:
    word = word.casefold()
    joined = _AND.match(word)
    return (word if joined is None else word[joined.end() :])[:_ALIKE]


def _bybeginning_of(
    wording: Wording, start: int, share: tuple[int, int], names: Sequence[str], more: int
) -> int | None:
    """The part with whose name a clause begins, after words that only join it to what was said: the longest
    name that fits, if there is but one, and hardly more stands between it and the share."""
    text = wording.sentence.text
    opened = _OPENS.match(text, start, share[0])
    start = start if opened is None else opened.end()
    dense = any(map(spaceless, text[start : share[0]].strip()[:1]))
    units: Callable[[str, int, int], _Units] = _characters if dense else _words
    said, told = units(text, start, share[0]), [units(name, 0, len(name)) for name in names]
    for begun in _begun(wording, said):
        here = said[begun:]
        lengths = [_alike(here, name) for name in told]
        longest = max(lengths)
        if lengths.count(longest) != 1 or not _is_name(here[:longest]):
            continue
        rest = [unit for unit, at in here[longest:] if not _is_told(wording, at)]
        most = _THAI_BESIDE if here and _THAI.match(here[0][0]) else _BESIDE
        if len(rest) <= (most if dense else _VERB) + more:
            return lengths.index(longest)
    return None


def _begun(wording: Wording, said: _Units) -> Iterator[int]:
    """Where a name may begin: with the clause, or after each of the cues that it begins with."""
    yield 0
    for n in range(1, len(said)):
        if not _is_cue(wording, said[n - 1][1]):
            return
        if any(cue.end == said[n][1] or cue.end < said[n][1] for cue in wording.sentence.cues):
            yield n


def _alike(said: _Units, name: _Units) -> int:
    """How many words, or characters, with which a clause begins stand in a name as they do there."""
    best, folded = 0, [unit.casefold() for unit, _ in said]
    for n in range(len(name)):
        pairs = zip(folded, (unit.casefold() for unit, _ in name[n:]), strict=False)
        best = max(best, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)))
    return best


def _is_name(units: _Units) -> bool:
    letters = sum(len(unit) for unit, _ in units)
    if not units or not spaceless(units[0][0][0]):
        return letters >= _SHORT
    return letters >= (_THAI_RUN if _THAI.match(units[0][0]) else _RUN)


def _words(text: str, start: int, end: int) -> _Units:
    return [(word[0], word.start()) for word in _WORD.finditer(text, start, end)]


def _characters(text: str, start: int, end: int) -> _Units:
    return [
        (char, at)
        for char, at in zip(text[start:end], count(start))
        if not (char.isspace() or _STOP.match(char))
    ]


def _is_told(wording: Wording, at: int) -> bool:
    """Whether what stands at an offset is a figure or a cue, and no name."""
    return any(each.start <= at < each.end for each in wording.marks) or _is_cue(wording, at)


def _is_cue(wording: Wording, at: int) -> bool:
    return any(cue.kind not in ABOUT and cue.start <= at < cue.end for cue in wording.sentence.cues)
