"""The app: its screens, its settings and the terminal it runs in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import App
from textual.binding import Binding, BindingType

from simulator.catalogue import t
from simulator.errors import DueCourseError
from simulator.settings import Settings
from simulator.shells.tui.home import HomeScreen
from simulator.shells.tui.plans import Plan
from simulator.shells.tui.shelf import Shelf
from simulator.shells.tui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from simulator.call import Stage


class DueCourse(App[None]):
    """Due Course in a terminal."""

    CSS_PATH = "app.tcss"
    TITLE = "Due Course"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (64, "-narrow"), (110, "-wide")]  # noqa: RUF012 - declared on the instance by Textual
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]  # noqa: RUF012 - as above
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", show=False, priority=True),
        Binding("f9", "light", show=False, priority=True),
    ]

    def __init__(self, settings: Settings, plan: Plan | None = None) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name
        self.settings = settings
        self.plan = plan
        self.problem = ""
        self.shelf = Shelf(settings)
        self._opening: Plan | None = None

    @property
    def language(self) -> str:
        """The language of interface and scenarios."""
        return self.settings.language

    def word(self, key: str, **values: object) -> str:
        """Return a message in this person's language."""
        return t(key, self.language, **values)

    def get_default_screen(self) -> HomeScreen:
        """Return the home screen: it is the first thing painted."""
        return HomeScreen(waits=self.plan is not None)

    def on_mount(self) -> None:
        """Once the first screen is painted, open the call that was asked for."""
        self.call_after_refresh(self._begin)

    def on_unmount(self) -> None:
        """Close the records."""
        self.shelf.close()

    def _begin(self) -> None:
        if self.settings.shows_cursor:
            self.show_terminal_cursor()
        if self.plan is not None and self.plan.author:
            self._author(self.plan)
        elif self.plan is not None:
            self.open(self.plan)

    def _author(self, plan: Plan) -> None:
        """Open the trainer's screen for a file, which may be broken."""
        from simulator.shells.tui.author import AuthorScreen

        self._home.opening(False)
        try:
            path = self.shelf.file_of(str(plan.scenario))
        except DueCourseError as error:
            self._refused(plan, error)
            return
        self.push_screen(AuthorScreen(path))

    def open(self, plan: Plan) -> None:
        """Go to the briefing of a call, or back into an unfinished one; say so when that cannot be done."""
        if self._opening is not None:
            return
        self._opening = plan
        self._home.opening(True)
        self._fetch(plan)

    @work(thread=True, group="stage")
    def _fetch(self, plan: Plan) -> None:
        """Read what the call needs behind the screen; a recorded call is then replayed in front."""
        try:
            if plan.resume is None:
                opened = partial(self._brief, plan, self.shelf.stage(str(plan.scenario)))
            else:
                self.shelf.warm_up()
                opened = partial(self._resume, plan)
        except DueCourseError as error:
            opened = partial(self._refused, plan, error)
        self.call_from_thread(self._opened, opened)

    def _opened(self, then: Callable[[], None]) -> None:
        self._opening = None
        self._home.opening(False)
        then()

    @property
    def _home(self) -> HomeScreen:
        home = self.screen_stack[0]
        assert isinstance(home, HomeScreen)
        return home

    def _brief(self, plan: Plan, stage: Stage) -> None:
        from simulator.shells.tui.briefing import BriefingScreen

        self.push_screen(BriefingScreen(plan, stage))

    def _resume(self, plan: Plan) -> None:
        try:
            session, events = self.shelf.resumed(plan.resume or "")
        except DueCourseError as error:
            self._refused(plan, error)
            return
        from simulator.shells.tui.call import CallScreen

        self.push_screen(CallScreen(session, events, resumed=True))

    def _refused(self, plan: Plan, error: DueCourseError) -> None:
        """A call asked for on the command line ends the program with its message, as any command would."""
        if plan is self.plan:
            self.problem = error.line()
            self.exit(return_code=2)
        else:
            self.tell(error)

    def tell(self, error: DueCourseError, more: str = "") -> None:
        """Show what went wrong and what to do, until it is read."""
        from simulator.catalogue import catalogue
        from simulator.shells.tui.notes import NoteScreen
        from simulator.shells.tui.page import para

        title = catalogue(self.language).get(f"tui.problem_{type(error).__name__}", error.title)
        said = [para(error.message), para(""), para(error.hint)] if error.hint else [para(error.message)]
        if more:
            said += [para(""), para(more)]
        self.push_screen(NoteScreen(title, said))

    def action_light(self) -> None:
        """Change between the dark and the light colours."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_help_quit(self) -> None:
        """Say, in this person's language, how to quit: ctrl+c only copies."""
        self.notify(self.word("tui.how_to_quit"), markup=False)

    def show_terminal_cursor(self) -> None:
        """Keep the terminal's own cursor visible at the caret, where input methods look for it."""
        driver = self._driver  # private: Textual hides the cursor and has no public switch
        if driver is not None:
            driver.write("\x1b[?25h")
            driver.flush()


def new_seed() -> int:
    """Return the seed of a call that nobody asked to repeat."""
    import secrets

    return secrets.randbelow(1_000_000)
