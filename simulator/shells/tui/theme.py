"""The colours: one calm dark theme and its light twin, both checked for contrast on their own ground.

`$quiet` is for words that matter less; Textual's own muted text is a transparency that spans cannot use.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="due-dark",
    primary="#7fb0dc",
    secondary="#8fa3bf",
    accent="#e0b072",
    success="#8cc497",
    warning="#e0b95f",
    error="#ee8b82",
    foreground="#dde2ea",
    background="#14171c",
    surface="#1a1e25",
    panel="#222832",
    dark=True,
    text_alpha=1.0,
    variables={"quiet": "#99a3b3", "line": "#39424f"},
)
LIGHT = Theme(
    name="due-light",
    primary="#1f5f99",
    secondary="#4b5d75",
    accent="#8a5a12",
    success="#2c6e3a",
    warning="#7a5a00",
    error="#a8322a",
    foreground="#1c2026",
    background="#fbfaf7",
    surface="#f4f2ed",
    panel="#e8e5dd",
    dark=False,
    text_alpha=1.0,
    variables={"quiet": "#5b6470", "line": "#c9c4b8"},
)
