"""A bench for rules: replies heard and judged in a given state, without a scenario around them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from scoring.duties import judged
from scoring.evidence import Turn
from scoring.plan import Authority
from scoring.rulebook import Breach, Rulebook
from simulator.authoring.testing.states import TODAY, Desk, firms_of
from simulator.call import start
from simulator.call.call import Call, Stage
from simulator.call.legal import LawEar
from simulator.call.saying import Line
from simulator.call.script import Account, Beat, Ending, Persona, Script, Setting
from simulator.call.standing import after_reply
from simulator.call.understanding import understand

if TYPE_CHECKING:
    from simulator.authoring.shared import Shared

CURRENCIES = {"cn": "CNY", "us": "USD", "uk": "GBP"}


@dataclass(frozen=True, slots=True)
class Step:
    """One reply, the debtor's line before it, and what comes out after it."""

    you: str
    context: str = ""
    then: tuple[str, ...] = ()


@dataclass(slots=True)
class Bench:
    """Judges replies by one rulebook in one language."""

    shared: Shared
    book: Rulebook
    language: str
    _law: dict[tuple[str, str], LawEar] = field(default_factory=dict, repr=False)
    _stages: list[Stage] = field(default_factory=list, repr=False)

    def judge(self, desk: Desk, steps: Iterable[Step], ended: bool = False) -> tuple[Breach, ...]:
        """Return every breach of a call made of some replies, sure or possible."""
        return judged(self.book, tuple(self.turns(desk, steps)), ended)

    def turns(self, desk: Desk, steps: Iterable[Step]) -> Iterable[Turn]:
        """Yield the replies as scoring sees them."""
        call, law = self._call(desk), self._heard_by(desk)
        standing = desk.standing
        for number, step in enumerate(steps, 1):
            call = replace(call, state=replace(call.state, said=step.context))
            said = understand(call, step.you)
            turn = Turn(
                number=number,
                beat="",
                says=step.context,
                reply=step.you,
                heard=said.heard,
                possibly=said.near,
                offer=said.offer,
                law=law.said(step.you, said.hearing, standing, TODAY),
            )
            yield turn
            standing = after_reply(standing, turn).revealed(step.then)

    def _kept(self) -> Stage:
        """Return everything that all calls of the bench share, loaded once."""
        if not self._stages:
            shared, book = self.shared, Rulebook(self.book.id, {}, ())
            script = _script(self.book.id, self.language)
            self._stages.append(
                Stage(script, shared.ear(self.language), shared.rubric(), book, shared.advice(self.language))
            )
        return self._stages[0]

    def _call(self, desk: Desk) -> Call:
        firms = firms_of(self.book.id)
        kept, standing = self._kept(), desk.standing
        account = replace(
            kept.script.account,
            creditor=desk.creditor or firms["creditor"],
            collector=desk.collector or firms["collector"],
            product=standing.product,
            balance=desk.balance,
        )
        setting = Setting("phone", standing.answered_by, standing.day or TODAY, "14:00")
        script = replace(kept.script, account=account, setting=setting, authority=desk.authority)
        return start(replace(kept, script=script))[0]

    def _heard_by(self, desk: Desk) -> LawEar:
        usual = firms_of(self.book.id)
        firms = desk.creditor or usual["creditor"], desk.collector or usual["collector"]
        if firms not in self._law:
            named = {"creditor": firms[0], "collector": firms[1]}
            self._law[firms] = LawEar(
                self.book, self._kept().ear, named, keep=self.shared.keep, learnt=self.shared.learnt
            )
        return self._law[firms]


def _script(book: str, language: str) -> Script:
    """Return the scenario of a bench: one beat that listens for nothing of its own."""
    return Script(
        id="bench",
        language=language,
        title="",
        jurisdiction=book,
        level=1,
        practises=("compliance",),
        briefing="",
        persona=Persona("bench", language, "", "", "", {"anger": 3, "trust": 3, "openness": 3}),
        account=Account("", "", "", 0, CURRENCIES.get(book, "USD"), 60),
        setting=Setting("phone", "debtor", TODAY, "14:00"),
        authority=Authority(),
        household=None,
        start="bench",
        beats={"bench": Beat("bench", Line(any=("…",)))},
        endings={"over": Ending("over", "open", Line(any=("…",)))},
    )
