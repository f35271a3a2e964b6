"""Days in Chinese: 15号, 下周五, 三天内, 月底; and vague ones."""

from __future__ import annotations

from simulator.hearing.calendar_words import (
    HAN_DAY,
    after,
    ahead,
    coming,
    next_weekday,
    on,
    plain,
    weekday,
    yearly,
)
from simulator.hearing.deadlines import add
from simulator.hearing.numbers import HAN
from simulator.hearing.reading import Reading
from simulator.hearing.rule import Rule

_NH = rf"(\d{{1,3}}|{HAN}|半)"
_HAN_DATE = Rule(
    rf"(?:(?<![百千万\d])(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?|(下下个?月|下个?月|这个?月|本月|次月|当月))(?:份的?|的)?(?:{HAN_DAY}|(初|月初)|(月?底|月?末|最后一天))(?:[(]?(?:周|星期)[一二三四五六日天][)]?)?"
)
_HAN_MONTH = Rule(
    r"月底|月末|(月初)|(年底|年末|年终)|(?:这个?|本)(?:周|星期|礼拜)(?:底|末(?!休|加))(?=前|之前)"
)
_HAN_IN = Rule(
    rf"(?:最迟|未来|接下来)?{_NH}(天|日|个工作日|个?星期|个?礼拜|周|个?半?月|个月|年)(?:之后|以后|后|过后|之内|以内|内)|(?:未来|接下来)(?:这)?{_NH}(天|周)"
)
_HOURS = Rule(r"(24|48|72|二十四|四十八|七十二)个?(?:小时|钟头)(?:之|以)?内", "内")
_HAN_NEAR = {"大后天": 3, "后天": 2, "后日": 2, "明天": 1, "明日": 1, "明早": 1, "明晚": 1, "明儿": 1, "今天": 0, "今日": 0, "今晚": 0, "今儿": 0, "当天": 0, "今早": 0}  # fmt: skip
_HAN_DAYS = Rule(
    r"大后[天日儿]|后[天日](?!内)|明[天日早晚儿](?:个|[早晚]上?|上午|下午)?|今[天日晚儿早](?:个|[早晚]上?|上午|下午|之内|内)?(?!年)|(?<=[款金内在])当天"
)
_HAN_ON = Rule(
    r"(上上个?|上个?|下下个?|下个?|这个?|本)?(?:周|星期|礼拜)([一二三四五六日天])(?![个次十百千]|到周)"
)
_HAN_ALONE = Rule(
    rf"(?<![\d月a-z])(?<!第){HAN_DAY}(?:[(]?(?:周|星期)[一二三四五六日天][)]?)?(?!楼|线|院|公馆|员工|子|常|后再议)"
)
_HAN_VAGUE = Rule(
    r"(?:下下|下|这|本)个?(?:周末|星期末|礼拜末)|周末|(?:下下|下|这|本)个?(?:周|星期|礼拜)(?:内|里|之内)?|(?:下下个?|下个?|这个?|本)月(?:内|里|之内|中旬?|上旬|下旬)?|过(?:一?阵子?|一?段时间|一?段日子|些天|些日子|几天|两天|几日|些时候)|这(?:几天|两天|阵子|段时间)|(?<!第)(?:几天|几周|几个月)(?:之?后|以后|之?内|以内)|隔一?个?(?:周|星期|礼拜)(?=再|之?后|以后)|改天|过后再|回头|(?<![百千万\d])(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?(?:上旬|中旬|下旬|中)?(?!\d|[一二三四五六七八九十]|供|租|薪|结|息|费|光|子|亮)|月中旬?|中旬|下旬|上旬|年前|年后|近(?:几|两)天|(?:未来|接下来)(?:几|两)天|近期|不久|尽早"
)


def read_han(reading: Reading) -> None:
    """Take the days of Chinese words, the most specific first."""
    today = reading.today
    for found in reading.take(_HAN_DATE):
        day = 1 if found[4] else 31 if found[5] else plain(found[3])
        if found[1]:
            add(reading, found, yearly(today, plain(found[1]), day))
        else:
            months = 2 if found[2].startswith("下下") else found[2][0] in "下次"
            add(reading, found, on(today.year, today.month + months, day))
    for found in reading.take(_HAN_MONTH):
        value = (
            on(today.year, 12, 31)
            if found[2]
            else coming(today, 1)
            if found[1]
            else on(today.year, today.month, 31)
        )
        if found[0][0] in "这本":
            value = next_weekday(today, 6, 0)
        add(reading, found, value)
    for found in reading.take(_HAN_IN):
        figure, unit = found[1] or found[3], found[2] or found[4]
        if len(figure) == 2 and not figure.isdigit() and "十" not in figure:
            value = None  # 两三天: no calendar could take it
        elif figure == "半":
            value = on(today.year, today.month + 6, today.day) if unit == "年" else after(today, 15)
        elif "半" in unit:
            value = after(today, 45) if plain(figure) == 1 else None
        else:
            value = ahead(today, plain(figure), unit)
        add(reading, found, value, found[0].endswith("内"))
    for found in reading.take(_HOURS):
        add(reading, found, after(today, plain(found[1]) // 24), True)
    for found in reading.take(_HAN_DAYS):
        add(
            reading,
            found,
            after(
                today,
                next(
                    days
                    for name, days in _HAN_NEAR.items()
                    if found[0].startswith(name[:2]) or found[0].startswith(name)
                ),
            ),
            found[0].endswith("内"),
        )
    for found in reading.take(_HAN_ON):
        weeks = (
            2
            if (found[1] or "").startswith("下下")
            else 1
            if (found[1] or "").startswith("下")
            else -found[1].count("上")
            if found[1] and "上" in found[1]
            else 0
            if found[1]
            else None
        )
        add(reading, found, next_weekday(today, weekday(found[2]), weeks))
    for found in reading.take(_HAN_ALONE):
        add(reading, found, coming(today, plain(found[1])))


def read_vague_han(reading: Reading) -> None:
    """Take the times that no calendar could take."""
    for found in reading.take(_HAN_VAGUE):
        add(reading, found, None)
