"""The pages over a call: facts to look at, and the two questions before it is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from simulator.call.events import HeardEvent
from simulator.call.showing import briefing
from simulator.shells.session import Session, titles
from simulator.shells.tui.file_page import file_page
from simulator.shells.tui.heard_page import heard_page
from simulator.shells.tui.notes import AskScreen, NoteScreen
from simulator.shells.tui.page import Para
from simulator.shells.tui.sheet_page import sheet_page

if TYPE_CHECKING:
    from simulator.shells.tui.app import DueCourse


def show_heard(due: DueCourse, heard: HeardEvent) -> None:
    """Show what was heard in a reply, and why."""
    _page(due, "heard_title", heard_page(heard, due.language))


def show_file(due: DueCourse, session: Session) -> None:
    """Show the file on the trainee's desk."""
    _page(due, "file_title", file_page(briefing(session.call.stage), due.language))


def show_score(due: DueCourse, session: Session) -> None:
    """Show the score as the call stands."""
    named = titles(session.call.stage)
    _page(due, "score_title", sheet_page(session.sheet(), due.language, named, final=False))


def ask_first(due: DueCourse, question: str, yes: str, then: Callable[[], object]) -> None:
    """Ask a question, with the key of its yes, and do something after a yes only."""

    def answered(yes: bool | None) -> None:
        if yes:
            then()

    due.push_screen(AskScreen(due.word(f"tui.{question}"), due.word(f"tui.{yes}")), answered)


def _page(due: DueCourse, title: str, paras: Sequence[Para]) -> None:
    due.push_screen(NoteScreen(due.word(f"tui.{title}"), paras))
