"""The terminal interface: the only place that imports textual, and only once it is asked for."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.settings import Settings


def run(
    settings: Settings,
    scenario: str | None = None,
    seed: int | None = None,
    mode: str = "practice",
    beat: str | None = None,
    mood: Mapping[str, int] | None = None,
    resume: str | None = None,
    watch: bool = False,
    author: bool = False,
) -> int:
    """Open the home screen, or at once the call that is asked for; return the exit code."""
    from simulator.shells.tui.app import DueCourse
    from simulator.shells.tui.plans import Plan

    asked = scenario or resume is not None
    plan = Plan(scenario, seed, mode, beat, dict(mood or {}), resume, watch, author) if asked else None
    app = DueCourse(settings, plan)
    app.run()
    if app.problem:
        import sys

        print(app.problem, file=sys.stderr)
        return 2
    return app.return_code or 0
