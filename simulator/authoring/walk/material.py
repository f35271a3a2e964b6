"""What simulated trainees say: the scenario's own sentences, and a few of the phrase bank, beat by beat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scoring.evidence import Kind
from simulator.authoring.shapes.scenario import ScenarioShape
from simulator.authoring.testing.scenario_tests import opening
from simulator.call import Call, Stage, reply
from simulator.call.rules import listened
from simulator.call.script import Beat
from simulator.call.steering import RANK
from simulator.call.voice import day_of, money, ordinal
from simulator.hearing import PhraseBank
from simulator.text import clean

FROM_BANK = 3
"""Examples of the bank taken for each behaviour that a beat lists."""
BAD_FROM_BANK = 1
"""Examples of every bad or breach behaviour, at every beat: anybody can say these anywhere."""
FILLERS = {
    "en": ("Um.", "Well…", "Okay.", "Hello?", "Let me see.", "I have to look that up."),
    "zh": ("呃……", "嗯。", "那个……", "喂？", "我看一下。", "您稍等。"),
}
_OFFERS = {
    "en": "Could you pay {amount} a month, starting on the {day}?",
    "zh": "每个月{day}号还{amount}，您看行吗？",
}
_RECAPS = {
    "en": "So that's {amount} a month, starting on the {date}. Is that right?",
    "zh": "那我们说好了，{date}开始，每个月还{amount}，对吗？",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One thing that can be said at a beat: where it was found, and what it is heard as.

    `kind` is the worst kind heard in it, None for nothing; `heard` names everything heard; `source` is
    "model", "test", "like", "better", "bank", "offer" or "filler".
    """

    text: str
    source: str
    kind: Kind | None = None
    heard: tuple[str, ...] = ()

    @property
    def faulty(self) -> bool:
        """Whether something bad or a breach is heard in it."""
        return self.kind in (Kind.BAD, Kind.BREACH)


def material(
    stage: Stage, model: ScenarioShape | None, bank: PhraseBank
) -> Mapping[str, tuple[Sentence, ...]]:
    """Return what can be said at each beat of a scenario, each sentence heard there once."""
    said = _said_in_tests(stage, model) if model is not None else {}
    examples = {one.behaviour: one.examples for one in bank.phrases}
    hard = {one.behaviour for one in bank.phrases if one.kind in (Kind.BAD, Kind.BREACH)}
    found: dict[str, tuple[Sentence, ...]] = {}
    for name, beat in stage.script.beats.items():
        texts: dict[str, str] = {}
        for source, lines in _lines(stage, beat, said.get(name, ()), examples, hard):
            for line in lines:
                text = " ".join(clean(line).split())
                if text and not text.startswith(("/", "／")):  # the shell takes those for commands
                    texts.setdefault(text, source)
        found[name] = tuple(_heard(stage, beat, text, source) for text, source in texts.items())
    return found


def _lines(
    stage: Stage,
    beat: Beat,
    tests: Iterable[str],
    examples: Mapping[str, Sequence[str]],
    hard: Iterable[str],
) -> Iterable[tuple[str, Iterable[str]]]:
    script = stage.script
    yield "model", [beat.model] if beat.model else []
    yield "test", tests
    for response in listened(script, beat):
        yield "like", response.like
        yield "better", [response.better] if response.better else []
        for behaviour in response.behaviours:
            yield "bank", examples.get(behaviour, ())[:FROM_BANK]
    if beat.negotiate is not None:
        yield "offer", _offers(stage)
    for behaviour in sorted(hard):
        yield "bank", examples.get(behaviour, ())[:BAD_FROM_BANK]
    yield "filler", FILLERS[script.language]


def _said_in_tests(stage: Stage, model: ScenarioShape) -> Mapping[str, list[str]]:
    """The lines of the file's own tests, each at the beat where it is said."""
    said: dict[str, list[str]] = {}
    for test in model.tests.values():
        call = opening(test, stage)
        for step in test.steps:
            if call.ended:
                break
            said.setdefault(call.state.beat, []).append(step.you)
            call, _ = reply(call, step.you)
    return said


def _heard(stage: Stage, beat: Beat, text: str, source: str) -> Sentence:
    hearing = stage.ear.hear(text, stage.listening(beat), stage.script.setting.date)
    matches = (*hearing.responses, *hearing.behaviours)
    kind = min((match.kind for match in matches), key=lambda one: RANK[one], default=None)
    if kind is None and beat.negotiate is not None and hearing.terms.amounts:
        kind = Kind.OKAY  # an offer and nothing else: the debtor will weigh it
    return Sentence(text, source, kind, tuple(dict.fromkeys(match.name for match in matches)))


def _offers(stage: Stage) -> list[str]:
    """An offer that the household can keep, one a little smaller and one far too large."""
    script = stage.script
    balance, household = script.account.balance, script.household
    fits = household.affordable if household is not None and household.affordable else balance // 6
    day = household.payday if household is not None and household.payday else 5
    amounts = dict.fromkeys((min(balance, fits), min(balance, max(1000, fits * 3 // 4)), balance * 3 // 4))
    return [
        _OFFERS[script.language].format(
            amount=money(
                round(amount / 1000) * 1000 if amount > 10_000 else amount,
                script.account.currency,
                script.language,
            ),
            day=ordinal(day) if script.language == "en" else day,
        )
        for amount in amounts
    ]


def recap(call: Call) -> str:
    """Return the sentence that says the agreed plan back, "" when none was agreed."""
    agreed, script = call.state.agreed, call.stage.script
    if agreed is None or agreed.amount is None or not agreed.dated:
        return ""
    if agreed.first is not None:
        day = day_of(agreed.first, script.setting.date, script.language)
    else:
        day = f"{agreed.day}号" if script.language == "zh" else ordinal(agreed.day or 1)
    amount = money(agreed.amount, script.account.currency, script.language)
    return _RECAPS[script.language].format(amount=amount, date=day)
