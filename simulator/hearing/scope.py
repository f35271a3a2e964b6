"""Scope: what a word of the reply stands under: a negation, somebody else's mouth, a question, a quote.

The marks are data (scope_en.toml, scope_zh.toml); a match is judged by what its own words stand under.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.hearing.clauses import negation
from simulator.hearing.marks import scan, trees
from simulator.hearing.matcher import Range
from simulator.hearing.quotes import quoted
from simulator.hearing.tokens import Speech, soft

_CORES = frozenset(["not", "no", "never", "nor", "不", "没", "别", "未", "勿", "无"])
_NOES = frozenset(
    """no|never|not ever|of course not|absolutely not|not at all|certainly not|not a chance|no way
不|不 会|没 有|不 会 的|不 可 能|不 可 能 的|没 有 的 事|没 有|当 然 不|没 这 回 事""".replace(
        "\n", "|"
    ).split("|")
)
_SUBJECTS = frozenset(["i", "we", "he", "she", "they", "我", "咱"])
_MODALS = frozenset(["can", "could", "will", "would", "may", "might", "be", "is", "are", "was", "were"])
"""Behind these "still" begins no new clause: "they told you we could still sue"."""
_FUTURE = frozenset(
    [
        "will",
        "shall",
        "must",
        "have",
        "am",
        "are",
        "need",
        "going",
        "会",
        "要",
        "就",
        "将",
        "必",
        "马",
        "直",
        "只",
        "得",
        "现",
        "也",
    ]
)


@dataclass(slots=True)
class Scope:
    """The scope of every word of one reply; ask `judge` about a match."""

    said: Speech
    negators: list[tuple[Range, ...]]  # of word i: the negators it stands under
    conditional: list[bool]  # of word i: in an if-clause
    borrowed: list[tuple[Range, str] | None]  # of word i: the attribution or question it stands under
    quotes: list[tuple[int, int]]
    after: dict[int, tuple[int, str]]

    def judge(self, parts: tuple[Range, ...], borrowable: bool) -> tuple[str, Range] | None:
        """Return why a match does not count and the words that say so, or None when it stands.

        `borrowable`: what others said, asked or wrote is no act of the speaker (bad and breach).
        """
        said = self.said
        if self.quotes and self._quoted(parts, borrowable):
            return "quoted", parts[0]
        if borrowable:
            for start, _ in parts:
                held = self.borrowed[start]
                if held and not all(any(a <= word < b for a, b in parts) for word in range(*held[0])):
                    return held[1], held[0]
        main = [start for start, _ in parts if not self.conditional[start]] or [start for start, _ in parts]
        over = [[one for one in self.negators[start] if not _owned(said, one, parts)] for start in main]
        last = over[-1]
        for free in over:
            # an even number turns back: "I cannot promise we will not …"
            if len(free) % 2 and not (len(last) % 2 == 0 and len(last) > 1 and set(free) < set(last)):
                return "negated", free[-1]
        return self._afterwards(parts) or (self._answered(parts) if borrowable else None)

    def _answered(self, parts: tuple[Range, ...]) -> tuple[str, Range] | None:
        """Look for the own no to a question: "Will we sue you? No." (not "You want us to? No?")."""
        said, last = self.said, parts[-1][1] - 1
        end = last + 1
        while end < len(said.stems) and said.sentences[end] == said.sentences[last]:
            end += 1
        if end >= len(said.stems) or "?" not in said.signs[end]:
            return None
        asked = said.stems[parts[0][0] - 6 if parts[0][0] > 6 else 0 : end]
        if "want" in asked or "想" in asked:
            return None
        for size in (4, 3, 2, 1):
            after = said.signs[end + size] if end + size < len(said.signs) else ""
            if " ".join(said.words[end : end + size]) in _NOES and after and "?" not in after:
                return "negated", (end, end + size)
        return None

    def _quoted(self, parts: tuple[Range, ...], partly: bool) -> bool:
        """Tell whether a match stands in a quote; a word or two in quotes is only stressed."""
        places = [(self.said.starts[start], self.said.ends[end - 1]) for start, end in parts]
        for first, last in self.quotes:
            inside = [first <= start and end <= last for start, end in places]
            long = sum(first <= start < last for start in self.said.starts) >= 3
            if (all(inside) and (partly or long)) or (partly and long and any(inside)):
                return True
        return False

    def _denies(self, index: int, end: int) -> bool:
        """Tell whether the mark behind a match denies it: anywhere close, or only right behind it (不了)."""
        if any(start < index < stop and label == "looks" for start, (stop, label) in self.after.items()):
            return False
        label = self.after[index][1]
        return label == "after" or (label == "after_now" and index == end)

    def _afterwards(self, parts: tuple[Range, ...]) -> tuple[str, Range] | None:
        """Look for a denial behind the match: "suing you is not something we do"."""
        said, end = self.said, parts[-1][1]
        if said.stems[parts[0][0]] in ("i", "we", "you"):
            return None
        for index in range(end, min(end + 8, len(said.stems))):
            if said.sentences[index] != said.sentences[end - 1] or said.costs[index] - said.costs[end] > 8:
                return None
            if index in self.after and self._denies(index, end):
                return "negated", (index, self.after[index][0])
            if said.stems[index] in _SUBJECTS or (soft(said.signs[index]) and not said.han[index]):
                return None
        return None


def _owned(said: Speech, negator: Range, parts: tuple[Range, ...]) -> bool:
    """Tell whether the match holds the negating word itself: its negation is part of what was said."""
    start, end = negator
    core = next((index for index in range(start, end) if said.stems[index] in _CORES), start)
    return any(first <= core < last for first, last in parts)


def scope(said: Speech, text: str) -> Scope:
    """Read the scope of every word of a reply."""
    negators, conditional = negation(said)
    quotes = quoted(text) if '"' in text or "'" in text else []
    return Scope(
        said, negators, conditional, _attribution(said), quotes, scan(trees()["after"], said, overlap=True)
    )


def _attribution(said: Speech) -> list[tuple[Range, str] | None]:
    marks = scan(trees()["attribution"], said)
    contrast = scan(trees()["contrast"], said)
    held: tuple[Range, str] | None = None
    out: list[tuple[Range, str] | None] = []
    for index, word in enumerate(said.stems):
        turns = index in contrast and not (word == "still" and said.stems[index - 1] in _MODALS)
        if held and (said.sentences[index] != said.sentences[index - 1] or turns):
            held = None
        if (
            held
            and index > held[0][1]
            and (said.signs[index] or said.stems[index - 1] in ("and", "so", "or"))
        ):
            after = said.stems[index + 1 : index + 4]
            first = word in ("i", "we", "我", "咱") and not _FUTURE.isdisjoint(after[:3])
            onward = said.han[index] and soft(said.signs[index]) and word in "那这我你您现今马赶快再如要不"
            if first or onward:
                held = None
        mark = marks.get(index)
        if mark and mark[1] != "own" and not (_thanked(said, index, mark[0]) or _dared(said, index, mark[0])):
            held = ((index, mark[0]), "asked" if mark[1] == "asked" else "attributed")
        out.append(held)
    return out


def _thanked(said: Speech, start: int, end: int) -> bool:
    """Tell whether the listener's telling is only named, not told: "I appreciate you telling me, and …"."""
    return (
        said.words[start] == "you"
        and said.words[start + 1].endswith("ing")
        and (start == 0 or said.words[start - 1] not in ("are", "were", "be", "been"))
    )


def _dared(said: Speech, start: int, end: int) -> bool:
    """Tell whether the listener is only dared to speak: 你说，你是不是老赖."""
    return said.stems[start:end] in (["你", "说"], ["您", "说"]) and soft(said.signs[end])
