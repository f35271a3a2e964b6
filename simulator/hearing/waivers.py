"""What a reply gives up: "10 % off", 减免一成, 打八折, or interest and fees eased without a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from simulator.hearing.hearing import Sum
from simulator.hearing.numbers import number
from simulator.hearing.rule import Rule

_BEFORE = Rule(
    r"(?:\b(?:knock(?:ed|ing)?|(?:take|took|shaved?|cut|lop|slice|chop|wiped?|write)(?= off|.{0,24}\bby\b)|forgive|waive|waiving|reduce|lower|discount|deduct|cancel)(?: (?:off|it|that|the|this|you|your|balance|debt|by|another|about|up to|around|a further|further|remaining|rest|bill|total|amount|account|what you owe|interest|fees?|late|charges?|of))* ?|\b(?:discount|reduction|rebate|waiver|allowance) of (?:up to )?|(?:减免|减掉|减去|减少|减|免掉|免去|免除|免|优惠|砍|砍掉|直接砍|少收|便宜|抹掉|抹去|让利|(?<!至)(?<!最)少还|扣掉|折让)(?:掉|去|了|您|你|个|它|到|最多|约|大概|利息|本金|罚息|违约金|滞纳金|手续费)*)$"
)
_AFTER = Rule(
    r"^ ?(?:[a-z]+ )?(?:off\b|discount|reduction|rebate|less\b|waived|write-?off|knocked off|worth of (?:interest|fees|charges))|^ of (?:the |your )?(?:debt|balance|amount|total) (?:written|knocked|taken|wiped) off|^ (?:of (?:the |your )?(?:interest|fees|charges|late fees)|(?:late |admin |collection )?(?:fee|charge|interest)s?\b)(?=[^.?!]*\b(?:waive|drop|remove|cancel|knock|wipe|gone|off|freeze|forget)\b)|^(?:的)?(?:优惠|减免|折扣|折让)|^(?:的)?(?:我?给您|我?给你|我?帮您|就|都|也)*(?:抹|免|减|不要)(?:了|掉|去|的)|^(?:的)?(?:罚息|违约金|利息|滞纳金|手续费|零头)[^,.]{0,8}(?:免|减|抹|不收|不要)"
)
_FOLD = Rule(
    r"打个?([一二三四五六七八九\d](?:[.点]?[一二三四五六七八九\d])?)折|([一二三四五六七八九](?:[一二三四五六七八九])?|\d(?:\.\d)?)折(?:结清|优惠|还清|处理)"
)
_COST = r"(?:interest|fees?|charges?|penalt(?:y|ies)|late fees?)"
_EASES = Rule(
    rf"\b(?:waive|waiving|waived|freeze|freezing|frozen|froze|stopped|dropped|removed|suspended|paused|reduced|lowered|held|scrapped|lifted|cancelled|wiped|wrote off|hold|holding|stop|stopping|drop|dropping|remove|removing|suspend|pause|pausing|cut|reduce|reducing|lower|take off|write off|wipe|cancel|knock off|lift|scrap|put a stop to|put a hold on|halt)\b[^.?!;]{{0,24}}?\b{_COST}\b|\b{_COST}\b[^.?!;]{{0,24}}\b(?:waived|frozen|stopped|dropped|removed|suspended|paused|reduced|lowered|lifted|off|on hold|held|cancelled|wiped|stops?|pause)\b|\bno (?:more |further |extra |additional )?{_COST}\b|\b{_COST}[- ]free\b|\bwithout (?:any )?(?:more |further |extra )?{_COST}\b"
    r"|(?:减免|免掉|免去|免除|免收|免|停掉|停了|停|减少|减掉|减|冻结|暂停|不收|不计|少收|降低|不算|不再收|抹掉|取消)[^,.!?;]{0,6}?(?:利息|罚息|违约金|滞纳金|手续费|费用|息费|费)|(?:利息|罚息|违约金|滞纳金|手续费|息费|费用)[^,.!?;]{0,10}?(?:减|免|停|冻结|不收|不算|抹|取消|降|不要)|停息|免息|减息"
)
_NOT = Rule(
    r"\b(?:can't|cannot|can not|won't|couldn't|not able to|unable to|don't|will not)\b[^.?!]{0,20}$|(?:不能|没法|无法|不会|没办法|不可能|没有|不给|减不了|免不了)[^,.?!]{0,6}$"
)


@dataclass(frozen=True, slots=True)
class Given:
    """What is given up: a share of the balance in thousandths, an amount in minor units, easing without a figure."""

    waive: int | None = None
    amount: int | None = None
    eases: bool = False


def is_waived(one: Sum, text: str) -> bool:
    """Return whether a sum is what is given up, not what is paid."""
    if one.whole or "borrow" in text[max(0, one.span.start - 20) : one.span.start]:
        return False
    before, behind = (
        text[max(0, one.span.start - 48) : one.span.start],
        text[one.span.end : one.span.end + 40],
    )
    return bool(_BEFORE.search(before)) or bool(_AFTER.match(behind))


def read_given(waived: list[Sum], text: str) -> Given:
    """Return what a stretch of text gives up; `waived` are the sums in it for which `is_waived` holds."""
    share = next((one.share for one in waived if one.share is not None), None)
    amount = next((one.amount for one in waived if one.amount is not None), None)
    found = _FOLD.search(text)
    if found and re.search("(?:利息|罚息|违约金|滞纳金|手续费)[^,.]{0,4}$", text[: found.start()]):
        return Given(share, amount, True)
    if found and share is None:
        said = (found[1] or found[2]).replace("点", "")
        figures = [str(number(char)) if not char.isdigit() else char for char in said if char != "."]
        share = 1000 - int("".join(figures)[:2].ljust(2, "0")) * 10
    eased = _EASES.search(text)
    eases = eased is not None and share is None and amount is None and not _NOT.search(text[: eased.start()])
    return Given(share, amount, eases)
