"""Where the boxes of a chart stand: in layers from the start downwards, as few crossings as is cheap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from simulator.authoring.graph.chart import Chart

WIDTH, ROW, HEAD, GAP_X, GAP_Y, MARGIN = 360, 19, 52, 40, 56, 40
"""Pixels: width of a box, height of a row in it and of its head, gaps between boxes, outer margin."""
LANE = 12
"""Pixels between two arrows that run beside the boxes."""
SWEEPS = 6


@dataclass(frozen=True, slots=True)
class Place:
    """A box in the picture: its upper left corner and size in pixels, and its layer from 0."""

    x: int
    y: int
    width: int
    height: int
    layer: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands, and how large the picture is; `right` is where the lanes begin."""

    places: Mapping[str, Place]
    width: int
    height: int
    right: int


def layout(chart: Chart, top: int, lanes: int) -> Layout:
    """Place all boxes below `top` pixels, leaving room for `lanes` arrows at the right."""
    layers = _ordered(chart, _layers(chart))
    widest = max(len(layer) for layer in layers)
    inside = widest * WIDTH + (widest - 1) * GAP_X
    places: dict[str, Place] = {}
    y = top
    for number, layer in enumerate(layers):
        wide = len(layer) * WIDTH + (len(layer) - 1) * GAP_X
        x = MARGIN + (inside - wide) // 2
        for name in layer:
            places[name] = Place(x, y, WIDTH, _height(chart, name), number)
            x += WIDTH + GAP_X
        y += max((places[name].height for name in layer), default=0) + GAP_Y
    right = MARGIN + inside
    return Layout(places, right + MARGIN + lanes * LANE, y - GAP_Y + MARGIN, right)


def _height(chart: Chart, name: str) -> int:
    return HEAD + ROW * len(chart.box(name).entries) + (6 if chart.box(name).entries else 0)


def _layers(chart: Chart) -> list[list[str]]:
    """Each box one below the last beat that leads to it, loops left aside; what nobody reaches comes last."""
    forward: dict[str, list[str]] = {}
    order: list[str] = []
    open_: set[str] = set()

    def visit(name: str) -> None:
        open_.add(name)
        forward[name] = []
        for target in chart.leads(name):
            if target not in forward:
                visit(target)
            if target not in open_:
                forward[name].append(target)
        open_.discard(name)
        order.append(name)

    visit(chart.start)
    depth = dict.fromkeys(order, 0)
    for name in reversed(order):
        for target in forward[name]:
            depth[target] = max(depth[target], depth[name] + 1)
    last = max(depth.values())
    for name in chart.endings:  # endings that only a mood or the limit brings
        depth.setdefault(name, last)
    for name in chart.beats:
        depth.setdefault(name, last + 1)
    layers: list[list[str]] = [[] for _ in range(max(depth.values()) + 1)]
    for name in (*chart.beats, *chart.endings):
        layers[depth[name]].append(name)
    return [layer for layer in layers if layer]


def _ordered(chart: Chart, layers: list[list[str]]) -> list[list[str]]:
    """Sort each layer by the middle of what leads to its boxes (Sugiyama's barycentre), a few times."""
    into: dict[str, list[str]] = {}
    for name in chart.beats:
        for target in chart.leads(name):
            into.setdefault(target, []).append(name)
    for _ in range(SWEEPS):
        at = {name: number / len(layer) for layer in layers for number, name in enumerate(layer)}
        for layer in layers:
            layer.sort(key=partial(_middle, at, into))
            at.update({name: number / len(layer) for number, name in enumerate(layer)})
    return layers


def _middle(at: Mapping[str, float], into: Mapping[str, list[str]], name: str) -> float:
    sources = into.get(name, [])
    return sum(at[source] for source in sources) / len(sources) if sources else at[name]
