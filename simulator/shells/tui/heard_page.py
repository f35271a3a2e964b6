"""What was heard in a reply, and what was said in a call, as paragraphs."""

from __future__ import annotations

from simulator.call import Call
from simulator.call.events import Found, HeardEvent
from simulator.catalogue import t
from simulator.shells.tui.page import QUIET, Para, para
from simulator.shells.wording import aside, quoted
from simulator.text import cells

STYLES = {"good": "bold $success", "okay": "bold $success", "bad": "bold $warning", "breach": "bold $error"}


def heard_page(heard: HeardEvent, language: str) -> list[Para]:
    """Return the reply, then what was heard, what came near and what was not counted, and why."""
    found = [(t("plain.heard", language), each, "") for each in (*heard.responses, *heard.behaviours)]
    found += [(t("plain.possibly", language), each, "") for each in heard.possibly]
    for each, why in heard.cancelled:
        found.append((t("plain.cancelled", language), each, aside(t(f"why.{why}", language), language)))
    rows = [_row(*each, language) for each in found]
    if not (heard.responses or heard.behaviours):
        nothing = t("plain.heard_nothing", language)
        rows.insert(0, para(nothing, label=t("plain.heard", language), label_style=QUIET))
    column = 2 + max(cells(row.label) for row in rows)
    shown = [Para(row.parts, row.label, row.label_style, column) for row in rows]
    return [para(t("sheet.your_words", language, words=heard.text)), para(""), *shown]


def said_page(call: Call, language: str) -> list[Para]:
    """Return what was said, turn by turn."""
    name, you = call.stage.script.persona.name, t("plain.you", language)
    column = 2 + max(cells(name), cells(you))
    made: list[Para] = []
    for turn in call.turns:
        made.append(para(turn.says, label=name, label_style="bold $accent", indent=column))
        if turn.reply:
            made.append(para(turn.reply, label=you, label_style="bold $primary", indent=column))
    if call.ended and call.state.said:
        made.append(para(call.state.said, label=name, label_style="bold $accent", indent=column))
    return made


def _row(label: str, found: Found, why: str, language: str) -> Para:
    sure = label == t("plain.heard", language)
    style = STYLES.get(str(found.kind), "") if sure else ""
    return Para(
        ((found.title, style), (quoted(found.words, language), ""), (why, QUIET)), label, QUIET, cells(label)
    )
