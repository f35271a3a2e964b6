"""Charts of a scenario: a tree for the terminal, Mermaid, DOT, and a picture of its own."""

from simulator.authoring.graph.chart import Chart, chart_of
from simulator.authoring.graph.drawing import html, svg
from simulator.authoring.graph.notation import dot, mermaid
from simulator.authoring.graph.tree import tree_text

__all__ = ["Chart", "chart_of", "dot", "html", "mermaid", "svg", "tree_text"]
