"""Charts: what is drawn is what the file says, dead parts are marked, and no text becomes markup."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from rich.cells import cell_len

from simulator.authoring.exploring.exploration import explore
from simulator.authoring.graph import Chart, chart_of, dot, html, mermaid, svg, tree_text
from simulator.authoring.library import Library
from tests.authoring.planted import DEAD_END, written

SPARE = [
    (
        "endings:\n",
        '  spare:\n    says: And <b>more</b> & "more".\n    responses:\n'
        "      - good: listens | waits\n        is: stays_calm\n        goto: recap\nendings:\n",
    )
]


def chart(
    library: Library, folder: Path, edits: list[tuple[str, str]], heat: dict[str, int] | None = None
) -> Chart:
    script = library.script(written(folder, edits), "en")
    return chart_of(script, explore(script), heat)


def test_the_tree_shows_every_beat_once_and_every_ending_with_its_outcome(
    library: Library, tmp_path: Path
) -> None:
    lines = tree_text(chart(library, tmp_path, []), "en").splitlines()
    for name in ("opening", "what_is_possible", "recap"):
        assert sum(name in line.split("←")[0].split() for line in [one.lstrip("└├─│ ") for one in lines]) == 1
    assert any("■ plan_agreed [agreed]" in line for line in lines)
    assert any("turn >= 12 ⇒ runs_out [lost]" in line for line in lines)


def test_a_loop_is_a_reference(library: Library, tmp_path: Path) -> None:
    edits = [
        (
            "        needs_plan: yes\n",
            "        needs_plan: yes\n        goto: plan_agreed\n"
            "      - okay: starts again\n        is: asks_reason\n",
        )
    ]
    edits.append(
        (
            "        coach: Said back, a plan is remembered.\n        goto: plan_agreed\n",
            "        goto: opening\n",
        )
    )
    text = tree_text(chart(library, tmp_path, edits), "en")
    assert "↺ opening  ← ~starts again" in text


@pytest.mark.parametrize(("edits", "mark"), [(SPARE, "✗ never reached"), (DEAD_END, "✗ no way out")])
def test_a_dead_part_is_marked(
    library: Library, tmp_path: Path, edits: list[tuple[str, str]], mark: str
) -> None:
    drawn = chart(library, tmp_path, edits)
    assert mark in tree_text(drawn, "en")
    assert "✗" in svg(drawn, "en")
    assert ":::dead" in mermaid(drawn)
    assert "dashed" in dot(drawn)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 80])
def test_no_line_of_the_tree_is_wider_than_the_terminal(language: str, width: int) -> None:
    library = Library.usual()
    script = library.script(library.scenario_file("angry-four-calls", language), language)
    lines = tree_text(chart_of(script, explore(script)), language, width).splitlines()
    tree = lines[3 : lines.index("")] if lines.index("") > 3 else lines[3:]
    assert all(cell_len(line) <= width for line in tree if line.startswith(("├", "│", "└")))


def test_the_picture_is_sound_xml_that_needs_no_network_and_no_script(
    library: Library, tmp_path: Path
) -> None:
    drawn = chart(library, tmp_path, SPARE, {"opening": 3})
    root = ElementTree.fromstring(svg(drawn, "en"))
    texts = [one.text or "" for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert any("<b>more</b>" in text for text in texts)  # told as text, not as markup
    page = html(drawn, "zh")
    assert '<html lang="zh">' in page
    for word in ("<script", "http://", "https://", "url(http", "@import"):
        assert word not in page.replace("http://www.w3.org/2000/svg", "")


def test_no_two_boxes_of_a_picture_overlap() -> None:
    from simulator.authoring.graph.layout import layout

    library = Library.usual()
    for language in ("en", "zh"):
        for path in library.scenario_files(language):
            script = library.script(path, language)
            places = list(layout(chart_of(script, explore(script)), 100, 4).places.values())
            for number, one in enumerate(places):
                for other in places[number + 1 :]:
                    apart_x = one.x + one.width <= other.x or other.x + other.width <= one.x
                    apart_y = one.y + one.height <= other.y or other.y + other.height <= one.y
                    assert apart_x or apart_y


def test_mermaid_and_dot_hold_every_arrow_and_quote_what_they_must(library: Library, tmp_path: Path) -> None:
    drawn = chart(library, tmp_path, SPARE)
    arrows = sum(len(drawn.leads(name)) for name in drawn.beats)
    assert mermaid(drawn).count("-->|") == arrows == dot(drawn).count(" -> ")
    assert "listens #124; waits" in mermaid(drawn)


def test_heat_tells_how_often_one_came_to_each_place(library: Library, tmp_path: Path) -> None:
    text = tree_text(chart(library, tmp_path, [], {"opening": 8, "recap": 2, "plan_agreed": 1}), "en")
    assert "opening (8)" in text
    assert "what_is_possible (0)" in text
    assert "████████████████████ 8" in text
