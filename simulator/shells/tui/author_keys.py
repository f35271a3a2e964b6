"""The two lines of keys of the trainer's screen: its tabs above, what can be done below."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.shells.tui.author_panes import FIRST_KEY, PANES
from simulator.shells.tui.author_titles import Word
from simulator.shells.tui.keybar import Key


def tab_keys(names: Mapping[str, str], open_pane: str) -> list[Key]:
    """Return the tabs: the panes by their short names, the open one marked."""
    return [
        Key(f"F{number}", names[name], f"pane('{name}')", on=name == open_pane)
        for number, name in enumerate(PANES, FIRST_KEY)
    ]


def author_keys(word: Word, open_pane: str) -> list[Key]:
    """Return what can be done in the open pane."""
    keys = [Key("Enter", word(f"author.enter_{open_pane}"), "choose")]
    if open_pane != "try":
        keys.append(Key("^E", word("watch.keys_edit"), "edit", 1))
    return [
        *keys,
        Key("F6", word("author.key_play"), "play", 2),
        Key("F1", word("tui.key_help"), "help", 3),
        Key("Esc", word("tui.key_back"), "back"),
    ]
