"""The state that made words a breach, in words: a clause for "said when …", in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.conditions import Condition, Test, true_row
from scoring.standing import Standing, shown

FACTS: Mapping[str, tuple[str, str]] = {
    "verified": ("identity had been verified", "身份已核实"),
    "not verified": ("identity was not verified yet", "尚未核实身份"),
    "debtor": ("the debtor was on the line", "接电话的是本人"),
    "not debtor": ("somebody else was on the line", "接电话的不是本人"),
    "relative": ("a relative was on the line", "接电话的是亲属"),
    "colleague": ("a colleague was on the line", "接电话的是同事"),
    "wrong_person": ("a wrong person was on the line", "接电话的人打错了"),
    "child": ("a child was on the line", "接电话的是孩子"),
    "third_party": ("somebody else than the debtor was on the line", "接电话的是第三人"),
    "not third_party": ("the debtor was on the line", "接电话的是本人"),
    "not_the_debtor": ("they had said that they are not the debtor", "对方已说明自己不是债务人"),
    "disputed": ("the debt was disputed", "对方已提出异议"),
    "already_paid": ("they had said that it is paid", "对方已说明款项已还"),
    "represented": ("they had said that a lawyer acts for them", "对方已说明委托了律师"),
    "has_adviser": ("they had said that a debt adviser helps them", "对方已说明有债务顾问协助"),
    "bankrupt": ("they had said that they are bankrupt", "对方已说明破产"),
    "breathing_space": ("breathing space was in force", "债务宽限期已生效"),
    "deceased": ("the debtor was said to have died", "已被告知债务人去世"),
    "minor": ("a minor was concerned", "涉及未成年人"),
    "no_capacity": ("they may not be able to decide for themselves", "对方可能没有相应行为能力"),
    "vulnerable": ("a vulnerability had been disclosed", "对方已透露自己处境脆弱"),
    "ill": ("an illness had been disclosed", "对方已说明患病"),
    "hardship": ("hardship had been disclosed", "对方已说明生活困难"),
    "in_crisis": ("they had spoken of ending their life", "对方已流露轻生念头"),
    "asked_to_stop": ("they had asked not to be called", "对方已要求停止致电"),
    "wrote_to_stop": ("they had asked in writing that contact stop", "对方已书面要求停止联系"),
    "bad_time": ("they had said that it is a bad time", "对方已说明此刻不便"),
    "at_work": ("they were at work", "对方正在上班"),
    "no_calls_at_work": ("they may not take calls at work", "对方单位不许接私人电话"),
    "being_recorded": ("they were recording the call", "对方正在录音"),
    "time_barred": ("the debt was too old to be sued for", "债务已过诉讼时效"),
    "refuses_barred": ("they had refused because the debt is too old", "对方已以时效为由拒绝"),
    "spouse": ("the spouse was on the line", "接电话的是配偶"),
    "executor": ("the executor was on the line", "接电话的是遗产管理人"),
    "guarantor": ("a guarantor was on the line", "接电话的是担保人"),
    "joint_debt": ("the debt was owed jointly", "这是共同债务"),
    "asked_who": ("they had asked who was calling", "对方已问过来电者是谁"),
    "asked_for_breakdown": ("they had asked for a breakdown", "对方已要求说明明细"),
    "complained": ("they had complained", "对方已提出投诉"),
    "usury": ("they had said that the terms are unlawful", "对方已反映利率或砍头息问题"),
    "sold": ("the debt had been sold", "债权已转让"),
    "voicemail": ("this was a voicemail", "这是语音留言"),
    "bot": ("this was an automated voice", "这是智能语音"),
    "spanish": ("the call was in another language", "通话用的是另一种语言"),
    "abusive": ("they had been abusive", "对方先出言不逊"),
    "offered": ("they had made an offer", "对方已提出还款方案"),
    "no_automation": ("they had refused automated calls", "对方已拒绝自动呼叫"),
    "pickup": ("the call had only begun", "通话刚刚开始"),
    "plan_agreed": ("a plan had been agreed", "已达成还款方案"),
    "not plan_agreed": ("no plan had been agreed", "尚未达成还款方案"),
    "agreed_time": ("they had agreed to this hour", "对方同意过这个时间"),
    "not agreed_time": ("they had not agreed to this hour", "对方没有同意过这个时间"),
}
"""What a fact, or its opposite, is in a clause: (English, Chinese)."""
_COUNTS: Mapping[str, tuple[str, str]] = {
    "attempts_today": ("there had been {n} attempts that day", "当天已拨打 {n} 次"),
    "connected_today": ("they had been spoken to {n} times that day", "当天已接通 {n} 次"),
    "calls_in_7_days": ("there had been {n} calls in seven days", "七天内已拨打 {n} 次"),
    "days_since_talk": ("the last conversation was {n} days ago", "距上次通话仅 {n} 天"),
    "days_overdue": ("it was {n} days overdue", "已逾期 {n} 天"),
}
_TEXTS: Mapping[str, tuple[str, str]] = {
    "product": ("the product is {n}", "产品为 {n}"),
    "role": ("the caller is {n}", "催收方身份为 {n}"),
    "region": ("the debtor lives in {n}", "对方所在地为 {n}"),
    "channel": ("the channel is {n}", "渠道为 {n}"),
    "answered_by": ("{n} was on the line", "接听人为 {n}"),
}
_QUIET = frozenset(["in_language", "role", "product", "region", "channel"])
"""What says where a rule applies rather than what made the words wrong: told only when nothing else is."""


def reason(
    condition: Condition, standing: Standing, facts: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    """Return, by language, what made `condition` so; empty for one that always holds.

    `facts` are the book's own facts in words.
    """
    row = true_row(condition, standing)
    told = [test for test in row if not _quiet(test)] or list(row)
    words = {
        language: [said for test in told if (said := _clause(test, standing, facts, place))]
        for place, language in enumerate(("en", "zh"))
    }
    joined = {"en": " and ".join(words["en"]), "zh": "，".join(words["zh"])}
    return {language: text for language, text in joined.items() if text}


def _quiet(test: Test) -> bool:
    return test.name in _QUIET or (test.negated and test.name == "third_party")


def _clause(test: Test, standing: Standing, facts: Mapping[str, Mapping[str, str]], place: int) -> str:
    if test.sign == "to":
        if standing.minute is None:
            return ""
        now = shown(standing.minute)
        return (f"it was {now} for the debtor", f"当地时间为 {now}")[place]
    if test.sign:
        table = _TEXTS if test.sign == "is" else _COUNTS
        value = standing.text(test.name) if test.sign == "is" else standing.number(test.name)
        return table[test.name][place].format(n=value) if value not in (None, "") else ""
    own = facts.get(test.name, {}).get(("en", "zh")[place], "")
    if own:
        return own if not test.negated else (f"it was not so that {own}", f"并非{own}")[place]
    said = FACTS.get(f"not {test.name}" if test.negated else test.name)
    return said[place] if said else ""
