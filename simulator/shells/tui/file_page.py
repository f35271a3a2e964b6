"""The file on the desk and the rubric, as paragraphs."""

from __future__ import annotations

from simulator.call.events import Briefing
from simulator.catalogue import t
from simulator.shells.tui.page import HEADING, QUIET, Para, para
from simulator.shells.wording import file_rows
from simulator.text import cells


def file_page(shown: Briefing, language: str, beside: bool = True) -> list[Para]:
    """Return the file; with `beside`, the labels stand in a column of their own."""
    (_, text), *rows = file_rows(shown, language)
    made = [para(text)]
    column = 2 + max(cells(label) for label, _ in rows)
    for label, words in rows:
        if beside:
            made += [para(""), para(words, label=label, label_style=QUIET, indent=column)]
        else:
            made += [para(""), para(label, QUIET), para(words)]
    return made


def rubric_page(shown: Briefing, language: str) -> list[Para]:
    """Return how the call will be judged: the bar, then each competency with its weight and anchors."""
    rubric = shown.rubric
    made = [
        para(t("tui.bars", language), HEADING),
        para(t("tui.bars_about", language, bar=rubric["bar"])),
    ]
    for competency in rubric["competencies"].values():
        key = "tui.weight_floor" if competency["floor"] else "tui.weight"
        weight = t(key, language, percent=competency["weight"], floor=competency["floor"])
        title = Para(((competency["title"], "bold"), (f"  {weight}", QUIET)))
        made += [para(""), title, para(competency["about"])]
        made += _anchors(competency["anchors"])
    return made


def _anchors(anchors: list[str]) -> list[Para]:
    """Each begins with its grade ("Strong: …"), which becomes the label."""
    parted = []
    for text in anchors:
        found = next((colon for colon in (": ", "：") if colon in text[:12]), "")
        parted.append(text.split(found, 1) if found else ["", text])
    column = 2 + max((cells(grade) for grade, _ in parted), default=0)
    return [para(text, QUIET, label=grade, label_style=QUIET, indent=column) for grade, text in parted]
