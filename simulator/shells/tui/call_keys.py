"""The key line of a call: what can be done now."""

from __future__ import annotations

from collections.abc import Callable

from simulator.shells.tui.keybar import Key


def call_keys(
    word: Callable[[str], str], exam: bool = False, ended: bool = False, unclear: bool = False
) -> list[Key]:
    """Return the keys of a call in practice or in an exam, running or ended.

    On a narrow screen the score goes first, then the file; help, hint and undo stay longest. After a
    reply that was `unclear` its meaning can be said.
    """
    helps = [
        Key("F2", word("tui.key_hint"), "hint"),
        Key("F3", word("tui.key_why"), "why", 2),
        Key("F4", word("tui.key_undo"), "undo", 1),
        *([Key("F8", word("meant.key"), "meant")] if unclear else []),
    ]
    if ended:
        sheet = Key("Enter", word("tui.key_sheet"), "leave")
        return [sheet] if exam else [sheet, *helps[1:]]
    first, file = Key("F1", word("tui.key_help"), "help"), Key("F5", word("tui.key_file"), "file", 5)
    last = [
        Key("F10", word("tui.key_hang_up"), "hang_up", 3),
        Key("Esc", word("tui.key_leave"), "leave", 4),
    ]
    if exam:
        return [first, file, *last]
    return [first, *helps, file, Key("F6", word("tui.key_score"), "score", 6), *last]
