"""One stream of words for both languages: English words, Chinese characters, numbers, signs between."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from simulator.hearing.data import table
from simulator.hearing.stems import stem

_WORD = re.compile(
    r"(?P<dotted>(?<![a-z0-9])[a-z](?:(?P<glue>[ .\-*_·,/|~]{1,2})[a-z](?![a-z0-9']))"
    r"(?:(?P=glue)[a-z](?![a-z0-9']))*)"
    r"|(?P<number>\d+(?:[.,:/\-]\d+)*(?:[a-z]+|%)?)"
    r"|(?P<word>[a-zà-öø-ÿ]+(?:\d+[a-z0-9]*|(?:'[a-z]+)*))"
    r"|(?P<han>[\u3400-\u9fff])"
)
_SOFT = frozenset(',、:-()"~')
_PARTS = frozenset(",、:")
HARD = frozenset(".!?;\n")
_ENGLISH = table("english.toml")
_OPENS: dict[str, tuple[str, ...]] = {word: tuple(said.split()) for word, said in _ENGLISH["opens"].items()}
_TURNS = frozenset(_OPENS) | {"ill", "yr", "its"}  # words that may stand for others
_AFTER_IS = frozenset(_ENGLISH["after"]["is"].split())
_SICK = frozenset(_ENGLISH["ill"]["sick"].split())
_STOPS = frozenset(_ENGLISH["stops"]["words"].split())
_ENDINGS = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would"}
_PER = frozenset(["a", "per", "each", "every", "last", "next", "this", "one", "half"])
_IT_IS = frozenset(
    [
        "a",
        "an",
        "the",
        "not",
        "ok",
        "okay",
        "fine",
        "hard",
        "tough",
        "been",
        "your",
        "our",
        "my",
        "just",
        "so",
        "very",
        "really",
        "all",
        "alright",
        "gone",
        "going",
        "gonna",
        "none",
        "now",
        "only",
        "like",
        "too",
        "no",
        "time",
        "important",
        "possible",
        "understandable",
        "completely",
        "about",
        "called",
        "good",
        "bad",
    ]
)


@dataclass(slots=True)
class Speech:
    """A reply as words. Word i is `words[i]` (stem `stems[i]`), clean text from `starts[i]` to `ends[i]`.

    `signs[i]` are the signs before word i (one more than words: those at the end); `sentences[i]` numbers
    the sentence; `han[i]` tells a Chinese character; `costs[i]` is what the words before i cost as a gap
    (an English word 2, a Chinese character 1, a turning word 0). `typed` holds the characters that repair
    changed: both readings are searched.
    """

    words: list[str]
    stems: list[str]
    starts: list[int]
    ends: list[int]
    signs: list[str]
    sentences: list[int]
    han: list[bool]
    costs: list[int]
    typed: dict[int, str] = field(default_factory=dict)

    def changed(self, changes: list[tuple[int, int, tuple[str, ...]]]) -> Speech:
        """Return the words with some put in the place of others, in order: (from word, to word, words).

        No words at all: the word before takes in what stood there.
        """
        out = Speech([], [], [], [], [], [], [], [0])
        at = 0
        for start, end, words in changes:
            self._copy(out, at, start)
            if not words and out.words:
                out.ends[-1] = self.ends[end - 1]
            same = len(words) == end - start
            for number, word in enumerate(words):
                first, last = (start + number, start + number) if same else (start, end - 1)
                han = "\u3400" <= word[0] <= "\u9fff"
                if same and han and self.han[first] and self.words[first] != word:
                    out.typed[len(out.words)] = self.typed.get(first, self.stems[first])
                out.words.append(word)
                out.stems.append(word if han else stem(word))
                out.starts.append(self.starts[first])
                out.ends.append(self.ends[last])
                out.signs.append(self.signs[first] if same or number == 0 else "")
                out.sentences.append(self.sentences[first])
                out.han.append(han)
                out.costs.append(out.costs[-1] + _cost(word, han))
            at = end
        self._copy(out, at, len(self.words))
        out.signs.append(self.signs[-1])
        return out

    def _copy(self, out: Speech, start: int, end: int) -> None:
        shift = len(out.words) - start
        out.typed.update((at + shift, char) for at, char in self.typed.items() if start <= at < end)
        out.words += self.words[start:end]
        out.stems += self.stems[start:end]
        out.starts += self.starts[start:end]
        out.ends += self.ends[start:end]
        out.signs += self.signs[start:end]
        out.sentences += self.sentences[start:end]
        out.han += self.han[start:end]
        for at in range(start, end):
            out.costs.append(out.costs[-1] + _cost(self.words[at], self.han[at]))


def _cost(word: str, han: bool) -> int:
    """Return what a word costs in a gap: nothing if it only turns the next ("will not hesitate to")."""
    return 1 if han else 0 if word in ("not", "hesitate") else 2


def opened(word: str, before: str, after: str) -> tuple[str, ...]:
    """Return what a word stands for: "won't" is "will not", "boss's" is "boss", "that's" is "that is"."""
    if word in _OPENS:
        return _OPENS[word]
    if "'" in word:
        return _apostrophe(word, after)
    if word == "ill" and before not in _SICK and after not in ("", "health", "people", "child", "relative"):
        return ("i", "will")
    if word == "yr" and not (before[-1:].isdigit() or before in _PER):
        return ("your",)
    if word == "its" and after in _IT_IS:
        return ("it", "is")
    return (word,)


def _apostrophe(word: str, after: str) -> tuple[str, ...]:
    if word.endswith("n't"):
        return (*opened(word[:-3], "", ""), "not")
    for ending, verb in _ENDINGS.items():
        if word.endswith(ending):
            said = "had" if verb == "would" and after == "better" else verb
            return (*_apostrophe(word[: -len(ending)], ""), said)
    if word.endswith("'s"):
        head = word[:-2]
        if head in _AFTER_IS:
            return (head, "has" if after in ("been", "got") else "is")
        return (head,) if head else ()
    return tuple(part for part in word.split("'") if part)[:3]


def tokenise(text: str, known: Callable[[str], bool] = lambda word: False) -> Speech:
    """Cut a clean text into words; `known` tells which words single letters may be joined to ("s u e")."""
    raw: list[tuple[str, int, int]] = []
    for found in _WORD.finditer(text):
        if found.lastgroup is None or found["dotted"] is None:
            raw.append((found[0], found.start(), found.end()))
        else:
            raw.extend(_letters(found[0], found.start(), known))
    return _stream(text, raw)


def _letters(run: str, start: int, known: Callable[[str], bool]) -> list[tuple[str, int, int]]:
    """Join spelled-out words in a run of single letters; letters that spell nothing stay letters."""
    letters = [(char, start + index) for index, char in enumerate(run) if char.isalpha()]
    if len(letters) == 2 and "." in run:
        return [(letters[0][0] + letters[1][0], start, start + len(run))]
    out: list[tuple[str, int, int]] = []
    index = 0
    while index < len(letters):
        for size in range(min(14, len(letters) - index), 2, -1):
            word = "".join(char for char, _ in letters[index : index + size])
            if known(word):
                out.append((word, letters[index][1], letters[index + size - 1][1] + 1))
                index += size
                break
        else:
            out.append((letters[index][0], letters[index][1], letters[index][1] + 1))
            index += 1
    return out


def _stream(text: str, raw: list[tuple[str, int, int]]) -> Speech:
    said = Speech([], [], [], [], [], [], [], [0])
    words, stems, before, costs = said.words, said.stems, said.signs, said.costs
    sentence, end, last, paid = 0, 0, len(raw) - 1, 0
    for index, (word, start, stop) in enumerate(raw):
        signs = text[end:start].strip(" \t") if start > end else ""
        if signs and words and ends_sentence(signs, text[raw[index - 1][1] : end]):
            sentence += 1
        end = stop
        chinese = "\u3400" <= word[0] <= "\u9fff"
        if chinese or (word not in _TURNS and "'" not in word):
            parts: tuple[str, ...] = (word,)
        else:
            after = raw[index + 1][0] if index < last else ""
            parts = opened(word, raw[index - 1][0] if index and not signs else "", after)
        for part in parts:
            words.append(part)
            stems.append(part if chinese else stem(part))
            said.starts.append(start)
            said.ends.append(stop)
            before.append(signs)
            said.sentences.append(sentence)
            said.han.append(chinese)
            paid += 1 if chinese else _cost(part, False)
            costs.append(paid)
            signs = ""
    before.append(text[end:].strip(" \t"))
    return said


def ends_sentence(signs: str, before: str) -> bool:
    """Tell whether the signs after a word end a sentence: not after "Mr." or "p.m.", not three dots."""
    if HARD.isdisjoint(signs):
        return False
    if signs == "." and (before in _STOPS or (before[:1].isalpha() and "." in before)):
        return False
    return not (signs.startswith("..") and set(signs) <= {".", " "})


def soft(signs: str) -> bool:
    """Tell whether signs hold a comma, a colon, a bracket, a quote or a dash."""
    return not _SOFT.isdisjoint(signs) or "…" in signs or ".." in signs


def parted(signs: str) -> bool:
    """Tell whether signs part what stands before them from what follows, as no quote or dash does."""
    return bool(signs) and (not _PARTS.isdisjoint(signs) or "…" in signs or ".." in signs)
