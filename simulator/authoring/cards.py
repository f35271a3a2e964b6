"""ScenarioCard: what a list of calls shows of one, without loading it."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.call.script import Script


@dataclass(frozen=True, slots=True)
class ScenarioCard:
    """A scenario in a list; `persona`, `style` and `about` are the debtor's, `path` is its file."""

    id: str
    language: str
    title: str
    level: int
    practises: tuple[str, ...]
    persona: str
    style: str
    about: str
    briefing: str
    jurisdiction: str
    path: str
    digest: str = ""


def card_of(script: Script, path: str) -> ScenarioCard:
    """Return the card of a scenario."""
    return ScenarioCard(
        id=script.id,
        language=script.language,
        title=script.title,
        level=script.level,
        practises=script.practises,
        persona=script.persona.name,
        style=script.persona.style,
        about=script.persona.about,
        briefing=script.briefing,
        jurisdiction=script.jurisdiction,
        path=path,
        digest=script.digest,
    )
