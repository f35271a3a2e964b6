"""The small hierarchy of errors that a person may see: a title, what is wrong, and what to do."""

from __future__ import annotations


class DueCourseError(Exception):
    """Something a person can mend; shown as one line, never as a traceback.

    `title` says what could not be done, `message` what is wrong and where, `hint` what to do.
    """

    def __init__(self, title: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.title = title
        self.message = message
        self.hint = hint

    def line(self) -> str:
        """Return the error as one plain line."""
        return " ".join(part for part in (f"{self.title}: {self.message}", self.hint) if part)


class NotFound(DueCourseError):
    """Nothing by that name: a scenario, a persona, a call, a beat."""


class Unreadable(DueCourseError):
    """A file or database that is not what it should be, or that the system does not let us read or write."""


class CannotPlay(DueCourseError):
    """A call that cannot be started or continued as asked."""
