"""What made words a breach, for a person: the state they were said in, and what was left unsaid."""

from __future__ import annotations

from simulator.catalogue import t


def state_words(state: str, missed: bool, language: str) -> str:
    """Return "said when …" or "left unsaid when …"; "" where the words alone are the breach."""
    if not state:
        return t("sheet.left_unsaid", language) if missed else ""
    return t("sheet.unsaid_when" if missed else "sheet.said_when", language, state=state)
