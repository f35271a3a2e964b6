"""Opening the author's editor over the interface, and coming back."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from simulator.shells.editor import editor_command

if TYPE_CHECKING:
    from simulator.shells.tui.app import DueCourse


def edit(app: DueCourse, path: Path, line: int, say: Callable[[str], None]) -> None:
    """Open a file at a line in the author's editor; `say` why not, when there is none or it cannot start."""
    command = editor_command(path, line)
    if not command:
        say(app.word("watch.no_editor"))
        return
    shown = " ".join(command)
    try:
        with app.suspend():
            subprocess.run(command, check=False)
    except SuspendNotSupported:
        say(app.word("watch.no_suspend", command=shown))
    except OSError:
        say(app.word("watch.editor_failed", command=shown))
    else:
        if app.settings.shows_cursor:
            app.show_terminal_cursor()
    app.refresh(layout=True)
