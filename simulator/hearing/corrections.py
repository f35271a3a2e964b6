"""What a speaker takes back: "500, no, make that 350", "not 500, 300", 不对，是三百五."""

from __future__ import annotations

from typing import TypeVar

from simulator.hearing.hearing import Sum, When
from simulator.hearing.reading import Counted, Reading
from simulator.hearing.rule import Rule

_MARK = Rule(
    r"\bno(?:,| wait| sorry|\.|…| -| hang on| make| hold on| actually| scratch)|\bsorry(?: i| -|,|:|\.| make| that| it|…| not)|\bsorry (?=[$£€\d])|\bmake that\b|\bi mean(?:t)?\b|\bor rather\b|\brather\b(?! than)|\bscratch that|\bcorrection\b|\bwait,|\bwait\b|\bi (?:misread|misheard|miscounted|mistyped|misquoted|misspoke|got (?:that|it) wrong|mixed (?:it|that|them|those) up|was wrong|read (?:it|that) wrong)|\btypo\b|\bwrong (?:figure|number|amount|date|day)\b|\bmy error\b|\bthat's wrong\b|\bmy mistake|\bmy bad|\bi tell a lie|\bi misspoke|\bstrike that|\bshould (?:be|say|read)|\bactually,? (?:make|let's (?:say|make|do)|it's|no|that's)|\bactually,? (?:just |only |say |more like |rather )?(?=[$£€\d]|a hundred|a grand|half|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fif|four|six|seven|eigh|nine|thir|twen|for)[a-z]*\b)|\b(?:um|uh|er|erm|hmm)\b,? ?(?:no|not|make)\b|(?<!\bor)(?<!\band), (?:er|erm|uh)\b,? (?=the \d|[$£€\d])|\bwell,? make it\b|\bhang on\b|\boops\b|\bforget that\b|\bnope\b|\blet me (?:correct|rephrase|start again)|\bon second thoughts?\b|\bmake it (?=[$£€\d]) ?(?=\S+ (?:instead|rather))"
    r"|不对|哦不|噢不|不不|啊不|不,|不是,|说错了?|口误|我是说|更正|纠正|改成|改为|讲错|搞错|记错|打错|看错|算错|念错|报错|看岔|写错|应该是|错了|不好意思[,.]?(?:是|应该)|等等|等一下|(?:^|[,. ])不(?= ?[,.、])|算了,|(?:哦|噢|喔|哎|诶|啊)[,.]?(?:应该)?是|(?:呃|额|嗯|那个)[,.…]+(?=是?[\d一二两三四五六七八九十百千半])"
)
_NOT_BEFORE = Rule(
    r"(?:\bnot(?: the| a| for)? ?|(?<![是您你])不是(?:每个月|说|要您?还?|还)?|不要您?还?|别还)$"
)
_INSTEAD_OF = Rule(r"\b(?:instead of|rather than|in place of)(?: the| a)? ?$")
_RATHER = Rule(r"\b(?:rather|better)\b[^.?!]*\bthan(?: a| the)? $")
_TAIL = Rule(r"(?:,|-| )(?:and )?not(?: the| a)? $|(?:,|而)(?:可)?不是$")
_NEW = Rule(r"\b(?:and|then|plus|with|followed|rest|remainder)\b|剩|其余|余款|然后|接着|再(?![说见看])")
_Found = TypeVar("_Found", Sum, When, Counted)


def take_back(reading: Reading) -> None:
    """Drop what was corrected: of two values of one kind with a correction between, the first."""
    if len(reading.sums) + len(reading.times) + len(reading.counts) < 2:
        return
    text = reading.whole
    if not (
        _MARK.search(text)
        or "not" in text
        or "instead" in text
        or "rather" in text
        or "别还" in text
        or "不是" in text
        or "不要" in text
    ):
        return
    reading.sums = _standing(reading, sorted(reading.sums, key=_start))
    reading.times = _standing(reading, sorted(reading.times, key=_start))
    reading.counts = _standing(reading, sorted(reading.counts, key=_start))


def corrects(sentence: str) -> bool:
    """Return whether a sentence begins by taking something back."""
    return bool(_MARK.search(sentence[:14]))


def _start(one: Sum | When | Counted) -> int:
    return one.span.start


def _standing(reading: Reading, found: list[_Found]) -> list[_Found]:
    text, kept, sums = reading.whole, list[_Found](), reading.sums
    for index, one in enumerate(found):
        before = text[max(0, one.span.start - 16) : one.span.start]
        following = found[index + 1] if index + 1 < len(found) else None
        between = text[one.span.end : following.span.start] if following else ""
        corrected = (
            following is not None
            and len(between) <= 48
            and _is_correction(text, one.span.end, following.span.start)
            and not (
                _differ(one, following)
                and any(one.span.start < each.span.start < following.span.start for each in sums)
            )
        )
        instead = bool(_NOT_BEFORE.search(before)) and (
            (following is not None and len(between) < 30 and not _NOT_BEFORE.search(between))
            or bool(_TAIL.search(before) and kept)
        )
        if not (
            corrected
            or instead
            or (
                len(found) > 1
                and (
                    _INSTEAD_OF.search(before)
                    or _RATHER.search(text[max(0, one.span.start - 60) : one.span.start])
                )
            )
        ):
            kept.append(one)
    return kept


def _differ(one: Sum | When | Counted, other: Sum | When | Counted) -> bool:
    """Return whether of two times one is a date and the other a frequency."""
    return isinstance(one, When) and isinstance(other, When) and (one.every is None) != (other.every is None)


def _is_correction(text: str, start: int, end: int) -> bool:
    """Return whether what stands between two values takes the first back for the second, not to add it."""
    ends = [found.end() for found in _MARK.finditer(text, start) if found.end() <= end]
    after = text[ends[-1] : end] if ends else ""
    return bool(ends) and len(after) <= 26 and "?" not in after and not _NEW.search(after)
