"""The colours of a chart: by the kind of what is said, and by the outcome of an ending."""

from __future__ import annotations

KINDS = {"good": "#2e7d4f", "okay": "#7a7f36", "bad": "#c46a1c", "breach": "#b3261e", "offer": "#2a6496"}
"""Each at least 3 to 1 against white; kinds are told by a sign as well, never by colour alone."""
OUTCOMES = {
    "agreed": "#cfe8d6",
    "partial": "#e6ecc4",
    "hardship": "#d9e7e4",
    "stopped": "#dcd9ec",
    "open": "#dbe4ee",
    "lost": "#f2d3cd",
}
DEAD = "#e9e9e9"
HEAT = ("#ffffff", "#fdf1d8", "#fbdfa6", "#f7c66b", "#efa53a")
"""From never visited to visited most."""
