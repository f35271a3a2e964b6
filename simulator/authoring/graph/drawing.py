"""The chart as a picture of its own: SVG, and the same in a page of HTML; no network, no script."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from rich.cells import cell_len, set_cell_size

from simulator.authoring.graph.chart import Box, Chart, Entry, best_kind
from simulator.authoring.graph.colours import DEAD, HEAT, KINDS, OUTCOMES
from simulator.authoring.graph.layout import HEAD, LANE, MARGIN, ROW, WIDTH, Layout, Place, layout
from simulator.authoring.graph.tree import SIGNS
from simulator.catalogue import t

CELL = 6.6
"""Pixels that one cell of 12-pixel text takes at most."""
INSIDE = 12
LEGEND = 46
FONT = "system-ui, 'Segoe UI', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"


def html(chart: Chart, language: str) -> str:
    """Return a page that shows the picture, also on paper."""
    title = escape(chart.title)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n<title>{title}</title>\n'
        "<style>body{margin:0;background:#f6f7f8}svg{display:block;margin:auto;max-width:100%;height:auto}"
        "@media print{body{background:#fff}}</style>\n"
        f"{svg(chart, language)}\n</html>\n"
    )


def svg(chart: Chart, language: str) -> str:
    """Return the picture."""
    rules = _rules(chart, language)
    top = MARGIN + 64 + LEGEND + ROW * len(rules) + 20
    long_ = list(_long(chart, layout(chart, top, 0)))
    plan = layout(chart, top, len(long_))
    width = max(plan.width, 980)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {plan.height}" width="{width}" '
        f'height="{plan.height}" font-family="{escape(FONT)}" font-size="12" role="img">',
        f"<title>{escape(chart.title)}</title>",
        _markers(),
        f'<rect width="{width}" height="{plan.height}" fill="#f6f7f8"/>',
        _text(MARGIN, MARGIN + 10, chart.title, size=20, bold=True),
        _text(MARGIN, MARGIN + 32, t("graph.subtitle", language, id=chart.id), fill="#5b6770"),
        *_legend(chart, language),
    ]
    y = MARGIN + 64 + LEGEND
    parts.append(_text(MARGIN, y, t("graph.anywhere", language), bold=True))
    for number, (text, colour) in enumerate(rules, 1):
        parts.append(_text(MARGIN + 12, y + ROW * number, text, fill=colour))
    parts += _arrows(chart, plan, dict(zip(long_, range(len(long_)), strict=True)))
    for name, place in plan.places.items():
        parts += _box(chart, chart.box(name), place, language)
    parts.append("</svg>")
    return "\n".join(parts)


def _rules(chart: Chart, language: str) -> list[tuple[str, str]]:
    rows = [(f"{when}  ⇒  {ending}", "#1d2429") for when, ending in chart.anywhere]
    for one in chart.always:
        target = f"  → {one.target}" if one.target else ""
        rows.append((f"{SIGNS[one.kind]} {one.name}{target}", KINDS[one.kind]))
    return rows


def _legend(chart: Chart, language: str) -> Iterator[str]:
    x, y = MARGIN, MARGIN + 58
    for kind, colour in KINDS.items():
        text = f"{SIGNS[kind]} {t(f'graph.{kind}', language)}"
        yield f'<rect x="{x}" y="{y - 9}" width="10" height="10" rx="2" fill="{colour}"/>'
        yield _text(x + 15, y, text)
        x += 30 + int(cell_len(text) * CELL)
    x, y = MARGIN, y + 22
    for outcome, colour in OUTCOMES.items():
        text = t(f"graph.{outcome}", language)
        yield f'<rect x="{x}" y="{y - 10}" width="18" height="12" rx="6" fill="{colour}" stroke="#5b6770"/>'
        yield _text(x + 23, y, text)
        x += 40 + int(cell_len(text) * CELL)
    yield (
        f'<rect x="{x}" y="{y - 10}" width="18" height="12" fill="{DEAD}" stroke="#5b6770" '
        'stroke-dasharray="4"/>'
    )
    yield _text(x + 23, y, t("graph.dead", language))
    if chart.heat:
        x += 40 + int(cell_len(t("graph.dead", language)) * CELL)
        for number, colour in enumerate(HEAT):
            yield (
                f'<rect x="{x + 14 * number}" y="{y - 10}" width="14" height="12" fill="{colour}" '
                'stroke="#c9ced2"/>'
            )
        yield _text(x + 14 * len(HEAT) + 6, y, t("graph.heat", language))


def _box(chart: Chart, box: Box, place: Place, language: str) -> Iterator[str]:
    fill = DEAD if box.dead else OUTCOMES.get(box.outcome) or _warm(chart, box)
    dash = ' stroke-dasharray="5 4"' if box.dead else ""
    round_ = 22 if box.outcome else 8
    stroke, heavy = ("#1d2429", 2) if box.name == chart.start else ("#5b6770", 1)
    yield (
        f'<rect x="{place.x}" y="{place.y}" width="{place.width}" height="{place.height}" rx="{round_}" '
        f'fill="{fill}" stroke="{stroke}" stroke-width="{heavy}"{dash}/>'
    )
    head = box.name
    if box.outcome:
        head += f"  [{t(f'graph.{box.outcome}', language)}]"
    if box.dead:
        head = f"✗ {head}  {t(f'graph.{box.dead}', language)}"
    if box.visits is not None:
        head += f"  · {t('graph.visits', language, count=box.visits)}"
    yield _text(place.x + INSIDE, place.y + 21, _fit(head, WIDTH - 2 * INSIDE, 13), size=13, bold=True)
    if box.line:
        said = _fit(f"“{box.line}”", WIDTH - 2 * INSIDE)
        yield _text(place.x + INSIDE, place.y + 40, said, fill="#5b6770")
    for number, one in enumerate(box.entries):
        y = place.y + HEAD + ROW * number + 10
        yield from _row(one, box.name, place.x, y, language)


def _row(one: Entry, beat: str, x: int, y: int, language: str) -> Iterator[str]:
    stays = not one.target or one.target == beat
    target = t("graph.stays_short", language) if stays else f"→ {one.target}"
    room = WIDTH - 2 * INSIDE - 16 - int(cell_len(target) * CELL) - 8
    yield _text(x + INSIDE, y, SIGNS[one.kind], fill=KINDS[one.kind], bold=True)
    yield _text(x + INSIDE + 14, y, _fit(one.name, room), fill=KINDS[one.kind])
    fill = "#8a949b" if stays else "#1d2429"
    yield f'<text x="{x + WIDTH - INSIDE}" y="{y}" text-anchor="end" fill="{fill}">{escape(target)}</text>'


def _warm(chart: Chart, box: Box) -> str:
    if not chart.heat or not box.visits:
        return HEAT[0]
    most = max(one.visits or 0 for one in chart.beats.values())
    return HEAT[max(1, round((len(HEAT) - 1) * box.visits / most))]


def _long(chart: Chart, plan: Layout) -> Iterator[tuple[str, str]]:
    """The arrows that do not simply go to the next layer: they run beside the boxes."""
    for name in chart.beats:
        for target in chart.leads(name):
            if plan.places[target].layer != plan.places[name].layer + 1:
                yield name, target


def _arrows(chart: Chart, plan: Layout, lanes: dict[tuple[str, str], int]) -> Iterator[str]:
    for name in chart.beats:
        for target, entries in chart.leads(name).items():
            start, end = plan.places[name], plan.places[target]
            kind = best_kind(entries)
            if (name, target) in lanes:
                number = lanes[name, target]
                lane = plan.right + 18 + LANE * number
                shift = number % 4 * 5  # beside each other where several run through one gap
                x1, y1 = start.x + start.width - 40 - 4 * shift, start.y + start.height
                x2, y2 = end.x + end.width - 24 - 4 * shift, end.y
                path = f"M{x1},{y1} V{y1 + 8 + shift} H{lane} V{y2 - 14 - shift} H{x2} V{y2 - 2}"
                dash = ' stroke-dasharray="6 4"' if y2 < y1 else ""
            else:
                x1, y1 = start.x + start.width // 2, start.y + start.height
                x2, y2 = end.x + end.width // 2, end.y
                middle = (y1 + y2) // 2
                path, dash = f"M{x1},{y1} C{x1},{middle} {x2},{middle} {x2},{y2 - 2}", ""
            said = escape(_told(name, target, entries))
            yield (
                f'<path d="{path}" fill="none" stroke="{KINDS[kind]}" stroke-width="1.6" opacity="0.85"'
                f'{dash} marker-end="url(#to-{kind})"><title>{said}</title></path>'
            )


def _told(name: str, target: str, entries: tuple[Entry, ...]) -> str:
    return f"{name} → {target}: " + "; ".join(f"{SIGNS[one.kind]} {one.name}" for one in entries)


def _markers() -> str:
    heads = "".join(
        f'<marker id="to-{kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
        f'orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="{colour}"/></marker>'
        for kind, colour in KINDS.items()
    )
    return f"<defs>{heads}</defs>"


def _text(x: int, y: int, text: str, fill: str = "#1d2429", size: int = 12, bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    return f'<text x="{x}" y="{y}" fill="{fill}" font-size="{size}"{weight}>{escape(text)}</text>'


def _fit(text: str, pixels: int, size: int = 12) -> str:
    """Cut a text to what fits into some pixels, by cells, so that Chinese is as safe as English."""
    cells = int(pixels / (CELL * size / 12))
    return text if cell_len(text) <= cells else set_cell_size(text, max(1, cells - 1)).rstrip() + "…"
