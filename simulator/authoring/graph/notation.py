"""The chart in the notations of other programs: Mermaid and DOT (Graphviz)."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.graph.chart import Box, Chart, best_kind
from simulator.authoring.graph.colours import DEAD, KINDS, OUTCOMES

MOST = 3
"""Names written on an arrow before it only says how many more there are."""


def mermaid(chart: Chart) -> str:
    """Return the chart as a Mermaid flowchart."""
    names = {name: f"n{number}" for number, name in enumerate((*chart.beats, *chart.endings))}
    lines = ["---", f"title: {_mermaid(chart.title)}", "---", "flowchart TD"]
    for box in (*chart.beats.values(), *chart.endings.values()):
        label = _mermaid(_label(box))
        shape = f'(["{label}"])' if box.outcome else f'["{label}"]'
        lines.append(f"    {names[box.name]}{shape}:::{'dead' if box.dead else box.outcome or 'beat'}")
    styles = []
    for number, (source, target, label, kind) in enumerate(_arrows(chart)):
        lines.append(f'    {names[source]} -->|"{_mermaid(label)}"| {names[target]}')
        styles.append(f"    linkStyle {number} stroke:{KINDS[kind]}")
    lines += styles
    lines.append("    classDef beat fill:#ffffff,stroke:#5b6770,color:#1d2429")
    lines += [f"    classDef {name} fill:{colour},color:#1d2429" for name, colour in OUTCOMES.items()]
    lines.append(f"    classDef dead fill:{DEAD},stroke-dasharray:4,color:#1d2429")
    return "\n".join(lines)


def dot(chart: Chart) -> str:
    """Return the chart as a DOT digraph."""
    lines = [
        f"digraph {_dot(chart.id)} {{",
        f"  label={_dot(chart.title)}; labelloc=t; rankdir=TB;",
        '  node [shape=box, style="rounded,filled", fillcolor=white];',
    ]
    for box in (*chart.beats.values(), *chart.endings.values()):
        fill = DEAD if box.dead else OUTCOMES.get(box.outcome, "#ffffff")
        style = ', style="rounded,filled,dashed"' if box.dead else ""
        lines.append(f'  {_dot(box.name)} [label={_dot(_label(box))}, fillcolor="{fill}"{style}];')
    for source, target, label, kind in _arrows(chart):
        lines.append(f'  {_dot(source)} -> {_dot(target)} [label={_dot(label)}, color="{KINDS[kind]}"];')
    return "\n".join([*lines, "}"])


def _label(box: Box) -> str:
    visits = f" ({box.visits})" if box.visits is not None else ""
    return f"{'✗ ' if box.dead else ''}{box.name}{visits}"


def _arrows(chart: Chart) -> Iterator[tuple[str, str, str, str]]:
    """Source, target, label and kind of every arrow; those of `ends_when` leave from the start, dashed in
    the picture, and are left out here."""
    for name in chart.beats:
        for target, entries in chart.leads(name).items():
            label = "; ".join(one.name for one in entries[:MOST])
            if len(entries) > MOST:
                label += f" +{len(entries) - MOST}"
            yield name, target, label, best_kind(entries)


def _mermaid(text: str) -> str:
    """Text that Mermaid takes for nothing else: its own way of writing signs."""
    for sign, code in (("&", "#amp;"), ('"', "#quot;"), ("<", "#lt;"), (">", "#gt;"), ("|", "#124;")):
        text = text.replace(sign, code)
    return text.replace("\n", " ")


def _dot(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
