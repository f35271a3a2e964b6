"""Where a reply names a person, for `{name}` in patterns ("is this Karen Doyle?", 您是王丽吗)."""

from __future__ import annotations

from simulator.hearing.calendar_words import MONTHS, WEEKDAYS
from simulator.hearing.matcher import Range
from simulator.hearing.normalise import Clean
from simulator.hearing.tokens import Speech, parted

_TITLES = frozenset(["mr", "mrs", "ms", "miss", "dr", "mister", "sir", "madam"])
_CALLED = frozenset(["先生", "女士", "小姐", "太太", "老师", "师傅"])
_NEVER = frozenset(["i", *WEEKDAYS, *MONTHS, "christmas", "easter", "english", "american", "british"])
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)


def find_names(clean: Clean, said: Speech, known: frozenset[str]) -> list[Range]:
    """Return where names stand: `known` words, capitalised words in mid-sentence, 王先生."""
    found: list[Range] = []
    count, shouted, index = len(said.words), clean.typed.isupper(), 0
    while index < count:
        end = index
        if said.han[index]:
            end = _chinese(said, index, known)
        else:
            while end < count and end - index < 3 and not (end > index and _ends(said, end)):
                if not _english(clean, said, end, known, shouted):
                    break
                end += 1
        if end > index:
            found.append((index, end))
        index = max(end, index + 1)
    return found


def _ends(said: Speech, index: int) -> bool:
    return said.sentences[index] != said.sentences[index - 1] or parted(said.signs[index])


def _english(clean: Clean, said: Speech, index: int, known: frozenset[str], shouted: bool) -> bool:
    word = said.words[index]
    if said.han[index] or not word.isalpha() or word in _NEVER:
        return False
    if word in known:
        return True
    if index == 0 or said.sentences[index] != said.sentences[index - 1]:
        return word in _TITLES
    return word in _TITLES or (not shouted and clean.typed[clean.at[said.starts[index]]].isupper())


def _chinese(said: Speech, index: int, known: frozenset[str]) -> int:
    """Return the end of a name that begins here, or `index`."""
    end = index
    while end < len(said.words) and end - index < 4 and said.words[end] in known and said.han[end]:
        end += 1
    if end - index > 1:
        return end
    if said.words[index] in _SURNAMES:
        for title in range(index + 1, min(index + 4, len(said.words) - 1)):
            if said.words[title] + said.words[title + 1] in _CALLED:
                return title + 2
    return index
