"""Negation, clause by clause: what each word stands under, and where an if-clause begins and ends.

One pass over the words. A negator reaches over what follows it until its clause ends: at a contrast, at a
new subject (unless a verb of saying or wanting carries it on), at a comma that begins no list.
"""

from __future__ import annotations

from simulator.hearing.marks import scan, trees
from simulator.hearing.matcher import Range
from simulator.hearing.tokens import Speech, soft

_SUBJECTS = frozenset(["i", "we", "he", "she", "they", "我", "咱"])
_OBJECT_OR_SUBJECT = frozenset(["you", "it", "that", "this", "there"])
_AUX = frozenset(
    [
        "will",
        "would",
        "shall",
        "can",
        "could",
        "may",
        "might",
        "must",
        "do",
        "does",
        "did",
        "is",
        "are",
        "am",
        "was",
        "were",
        "have",
        "has",
        "had",
        "should",
        "'d",
    ]
)
_VERBY = _AUX | frozenset(
    ["need", "got", "get", "just", "better", "ought", "always", "never", "also", "owe", "know"]
)
_JOINS = frozenset(["or", "nor", "and", "neither", "ever", "let", "或", "和", "及", "甚", "还", "并"])
_AFTER_YOU = frozenset(["会", "将", "就", "必", "得", "今", "明", "马", "等", "赶", "要"])
_NOT_SUBJECT = frozenset(
    [
        "跟",
        "和",
        "对",
        "给",
        "让",
        "逼",
        "怪",
        "找",
        "是",
        "由",
        "帮",
        "向",
        "被",
        "于",
        "为",
        "请",
        "欠",
        "还",
        "问",
        "求",
        "骂",
        "说",
        "求",
        "陪",
        "离",
        "靠",
        "像",
        "比",
        "你",
        "您",
    ]
)
_REACH = 26  # how much a negation can carry, in gap costs: thirteen English words


def negation(said: Speech) -> tuple[list[tuple[Range, ...]], list[bool]]:
    found = trees()
    marks = scan(found["negation"], said)
    raising, contrast = scan(found["raising"], said, True), scan(found["contrast"], said)
    condition = scan(found["condition"], said)
    stems, signs = said.stems, said.signs
    active: tuple[Range, ...] = ()
    raised, inside, bridged, subject = False, False, False, -1
    negators: list[tuple[Range, ...]] = []
    conditional: list[bool] = []
    because = False  # 不会因为您没还就起诉: what is between denies nothing, and 就 ends nothing
    covered = 0  # words before this one belong to a negation entry
    for index in range(len(stems)):
        if index and said.sentences[index] != said.sentences[index - 1]:
            active, inside = (), False
        elif index and signs[index] and soft(signs[index]):
            bridged = bool(active) and _carries(said, index, active)
            if inside or not bridged:
                active, inside = (), False
        if active and said.costs[index] - said.costs[active[-1][1]] > _REACH:
            active = ()
        if index >= covered:
            if index in condition and not (active and active[-1][1] == index):
                active, inside, subject = (), True, -1
            elif index in contrast and index not in marks and not (stems[index] == "就" and because):
                active, inside = (), False
            if _subject(said, index):
                if inside and subject < 0:
                    subject = index
                elif inside or (
                    active
                    and not (raised and not bridged and stems[index - 1] not in ("and", "so"))
                    and not _inverted(said, index, active)
                ):
                    active, inside = (), False
            elif inside and stems[index] in ("will", "shall") and 0 <= subject < index - 2:
                active, inside = (), False  # "if I don't get it the police will …"
        mark = marks.get(index)
        if because and (not active or stems[index] == "就"):
            because = False
        if mark and not because and _negates(said, index, mark[1]):
            if active and (signs[index] or _joined(stems[max(active[-1][1], index - 3) : index + 1])):
                active = ()
            if not active:
                raised, bridged = False, False
            active = (*active, (index, mark[0]))
            because = stems[mark[0] - 2 : mark[0]] == ["因", "为"]
        if mark:
            covered = max(covered, mark[0])
        if index in raising:
            raised = True
        negators.append(active)
        conditional.append(inside)
    return negators, conditional


def _joined(between: list[str]) -> bool:
    """Tell whether a second negator only repeats the first: "can't and won't", "…, nor will we"."""
    return between[-1] == "nor" or not _JOINS.isdisjoint(between[:-1])


def _negates(said: Speech, index: int, label: str) -> bool:
    if label == "blaming":  # 不是我想起诉你，是你逼我的
        end = next(
            (
                at
                for at in range(index, len(said.stems))
                if said.signs[at + 1] and "," not in said.signs[at + 1]
            ),
            len(said.stems) - 1,
        )
        rest = "".join(said.stems[index + 3 : end + 1])
        return not any(blame in rest for blame in ("是你", "是您", "逼"))
    return label == "negator" and not _answer(said, index) and not _either(said, index)


def _either(said: Speech, index: int) -> bool:
    """Tell whether this is the middle of a Chinese either-or question: 能不能, 有没有."""
    stems = said.stems
    return (
        0 < index < len(stems) - 1 and stems[index] in ("不", "没") and stems[index - 1] == stems[index + 1]
    )


def _answer(said: Speech, index: int) -> bool:
    """Tell whether "no" only answers: "No, you pay today"."""
    following = said.signs[index + 1]
    return said.stems[index] in ("no", "不") and bool(following) and (index == 0 or bool(said.signs[index]))


def _carries(said: Speech, index: int, active: tuple[Range, ...]) -> bool:
    """Tell whether a negation goes on over the comma before this word."""
    signs, stems, end = said.signs[index], said.stems, active[-1][1]
    if "、" in signs or stems[index] in _JOINS:
        return True
    if said.han[index]:
        return False
    if index == end or (index == end + 1 and stems[end] in _JOINS):
        return True  # "do not, …", "never ever, …"
    if ":" in signs:
        return False
    opener = next((at for at in range(end, min(end + 2, index)) if soft(said.signs[at])), None)
    if opener is not None:
        return True  # "do not, under any circumstances, …"
    for at in range(index, min(index + 9, len(stems))):
        if (
            said.sentences[at] != said.sentences[index]
            or _subject(said, at)
            or stems[at] in ("but", "if", "so")
        ):
            return False
        if stems[at] in ("or", "nor") and at > index:
            return True  # "sue you, call your boss or come round"
    return False


def _subject(said: Speech, index: int) -> bool:
    """Tell whether a new subject begins here, after which a clause has its own verb."""
    stems = said.stems
    word, before = stems[index], stems[index - 1] if index else ""
    after = stems[index + 1] if index + 1 < len(stems) else ""
    if said.han[index]:
        if word in "你您":
            return after in _AFTER_YOU and before not in _NOT_SUBJECT
        return word in _SUBJECTS and before not in _NOT_SUBJECT
    if before in _AUX and word in ("i", "we", "you", "he", "she", "they", "it"):
        return False
    if word in _SUBJECTS:
        return True
    return (
        word in _OBJECT_OR_SUBJECT
        and after in _VERBY
        and before not in ("of", "to", "with", "for", "at", "on")
    )


def _inverted(said: Speech, index: int, active: tuple[Range, ...]) -> bool:
    return index > 0 and said.stems[index - 1] in _AUX and active[-1][1] >= index - 1
