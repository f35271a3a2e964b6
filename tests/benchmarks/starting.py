"""Starting: `--help` against bare Python, first paint against an empty Textual app, in turn."""

from __future__ import annotations

import os
import pty
import select
import statistics
import subprocess
import sys
import time

ROUNDS = 15
SCRIPT = "import sys; from simulator.cli import main; sys.exit(main())"
"""What the installed command runs."""
EMPTY_APP = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("first paint")
Empty().run()
"""


def wall(arguments: list[str]) -> float:
    """Return the seconds that a process takes from start to end."""
    begin = time.perf_counter()
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def first_paint(arguments: list[str], sign: bytes) -> float:
    """Return the seconds until `sign` is on the screen of a program in a terminal of its own."""
    begin = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update({"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"})
        os.execv(arguments[0], arguments)
    seen = b""
    while sign not in seen:
        ready, _, _ = select.select([terminal], [], [], 20)
        if not ready:
            raise SystemExit(f"{arguments} never painted {sign!r}")
        seen += os.read(terminal, 65536)
    taken = time.perf_counter() - begin
    os.kill(child, 9)
    os.waitpid(child, 0)
    os.close(terminal)
    return taken


def compare(name: str, ours: list[float], floor: list[float], bar: float) -> None:
    """Print the median ratio of paired runs beside the bar it is held to."""
    ratio = statistics.median(a / b for a, b in zip(ours, floor, strict=True))
    print(
        f"{name}: {ratio:.2f} times the floor (bar {bar}); "
        f"ours {statistics.median(ours) * 1000:.0f} ms, floor {statistics.median(floor) * 1000:.0f} ms"
    )


def main() -> None:
    """Measure both starts."""
    python = sys.executable
    ours, floor = [], []
    for _ in range(ROUNDS):
        floor.append(wall([python, "-c", "pass"]))
        ours.append(wall([python, "-c", SCRIPT, "--help"]))
    compare("--help", ours, floor, 2.5)
    ours, floor = [], []
    for _ in range(ROUNDS):
        floor.append(first_paint([python, "-c", EMPTY_APP], b"first paint"))
        ours.append(first_paint([python, "-c", SCRIPT, "--lang", "en"], b"Due Course"))
    compare("first paint", ours[1:], floor[1:], 1.35)


if __name__ == "__main__":
    main()
