"""Opening the author's editor over the interface, and coming back."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from simulator.shells.editor import editor_command

if TYPE_CHECKING:
    from simulator.shells.tui.app import DueCourse


def edit(app: DueCourse, path: Path, line: int) -> None:
    """Open a file at a line in the author's editor; say so when there is none or it cannot be started."""
    command = editor_command(path, line)
    if not command:
        app.notify(app.word("watch.no_editor"), markup=False, timeout=8)
        return
    shown = " ".join(command)
    try:
        with app.suspend():
            subprocess.run(command, check=False)
    except SuspendNotSupported:
        app.notify(app.word("watch.no_suspend", command=shown), markup=False, timeout=8)
    except OSError:
        app.notify(app.word("watch.editor_failed", command=shown), markup=False, timeout=8)
    else:
        if app.settings.shows_cursor:
            app.show_terminal_cursor()
    app.refresh(layout=True)
