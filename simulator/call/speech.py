"""What the debtor says in answer, and which provocation comes with it."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.evidence import Heard, Kind
from scoring.plan import Offer
from simulator.call.call import Call, State
from simulator.call.means import said_to_be_left
from simulator.call.script import Bargain, Line, Response, Tactic
from simulator.call.voice import chance, day_of, defaults, money, ordinal, pick, variant
from simulator.call.weighing import Verdict


def reaction(call: Call, state: State, turn: int, steering: Response | Heard | Verdict | None) -> str:
    """Return the debtor's answer to what steered, "" when the next beat's own line is answer enough.

    `state` is the call after the reply: the mood has moved already.
    """
    band, seed = state.mood.band, call.seed
    if isinstance(steering, Response):
        words = variant(steering.says, band, seed, turn, "reaction")
        if words or steering.goto:
            return words
        return _reacts(call, turn, steering.kind, steering.behaviours)
    if isinstance(steering, Verdict):
        spare = defaults()[call.stage.script.language]
        if steering.name == "differs":
            return str(spare["differs"])
        if steering.name == "later" and bargain_for(call, steering) is None:
            return str(spare["later"])
        bargain = bargain_for(call, steering)
        return variant(bargain.says, band, seed, turn, "bargain") if bargain else ""
    if isinstance(steering, Heard):
        return _reacts(call, turn, steering.kind, steering.behaviours)
    return ""


def not_understood(call: Call, state: State, turn: int, near: bool) -> str:
    """Return what the debtor says to a reply in which nothing was heard: the next line of `otherwise`,
    or a question what was meant when something came near."""
    persona = call.stage.script.persona
    spare = defaults()[persona.language]
    if near and state.misses == 1:
        return pick(persona.asks_meaning or spare["asks_meaning"], call.seed, turn, "meaning", state.said)
    lines = call.beat.otherwise or persona.otherwise or tuple(spare["otherwise"])
    return lines[(state.misses - 1) % len(lines)]


def bargain_for(call: Call, verdict: Verdict) -> Bargain | None:
    """Return the beat's entry for a verdict on an offer."""
    return call.beat.negotiate.entry(verdict.name) if call.beat.negotiate is not None else None


def left(call: Call) -> int:
    """Return what the debtor now says is left of a month, in minor units."""
    return said_to_be_left(call.stage.script, call.beat.negotiate, call.state.mood, len(call.turns) + 1)


def tactic(call: Call, state: State, turn: int) -> tuple[Tactic, str] | None:
    """Return the provocation that this person plays now, with its line, if the mood and the dice say so."""
    if state.ended:
        return None
    for each in call.stage.script.persona.tactics:
        if state.tactics.count(each.kind) >= each.at_most or not state.mood.holds(each.when, turn):
            continue
        if chance(call.seed, turn, f"tactic {each.kind}").random() < each.chance:
            used = state.tactics.count(each.kind)
            line = (
                each.lines[used] if used < len(each.lines) else pick(each.lines, call.seed, turn, each.kind)
            )
            return each, line
    return None


def places(call: Call, offer: Offer | None) -> Mapping[str, str]:
    """Return what stands for `{amount}`, `{date}`, `{affordable}` … in a line."""
    script = call.stage.script
    account, language = script.account, script.language

    def said(amount: int) -> str:
        return money(amount, account.currency, language)

    values = {
        "balance": said(account.balance),
        "name": script.persona.name,
        "creditor": account.creditor,
        "collector": account.collector,
    }
    household = script.household
    if household is not None:
        debts = sum(debt.amount for debt in household.debts)
        sums = {
            "affordable": left(call),
            "income": household.income,
            "essentials": household.essentials,
            "spare": household.affordable,
            "debts": debts,
            "at_hand": household.at_hand or 0,
        }
        values |= {name: said(amount) for name, amount in sums.items()}
        if household.payday is not None:
            values["payday"] = str(household.payday)
    if offer is not None:
        amount = offer.down if offer.amount is None and offer.down else offer.amount
        if offer.rest and offer.amount is None and not offer.down:
            amount = account.balance
        if amount is not None:
            values["amount"] = said(amount)
        first, day = (offer.down_on, None) if offer.down else (offer.first, offer.day)
        if first is not None:
            values["date"] = day_of(first, script.setting.date, language)
        elif day is not None:
            values["date"] = f"{day}号" if language == "zh" else ordinal(day)
    return values


def _reacts(call: Call, turn: int, kind: Kind, behaviours: tuple[str, ...]) -> str:
    persona = call.stage.script.persona
    spare = defaults()[persona.language]
    for name in (*behaviours, kind.value):
        if persona.reacts.get(name):
            return pick(persona.reacts[name], call.seed, turn, "reacts", call.state.said)
    spoken = spare["breach" if kind is Kind.BREACH else "bad" if kind is Kind.BAD else "acknowledged"]
    return pick(spoken, call.seed, turn, "reacts", call.state.said)


def spoken(line: Line, call: Call, state: State, turn: int) -> str:
    """Return the words of a beat's or ending's line in the mood of `state`."""
    return variant(line, state.mood.band, call.seed, turn, "line")
