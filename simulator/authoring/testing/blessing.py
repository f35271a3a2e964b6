"""Blessing: a transcript whose decisions changed is shown, and kept anew only when somebody says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.authoring.teaching.writing import write_text
from simulator.authoring.testing.transcript_files import as_yaml
from simulator.authoring.testing.transcripts import Difference, Transcript, beside, differences, played
from simulator.call import Stage


@dataclass(frozen=True, slots=True)
class Compared:
    """A transcript as it was blessed, as it is decided now, and what differs."""

    was: Transcript
    now: Transcript
    differences: tuple[Difference, ...]

    @property
    def same(self) -> bool:
        """Whether every decision is the one that was blessed."""
        return not self.differences


def compared(scenario: Path, stage: Stage, only: str = "") -> Iterator[Compared]:
    """Play the transcripts beside a scenario file; `only` picks those whose name holds it.

    Raises Unreadable for a transcript with errors and CannotPlay for one that begins at no beat.
    """
    for was in beside(scenario):
        if only in was.name:
            now = played(was, stage)
            yield Compared(was, now, differences(was, now))


def bless(transcript: Transcript) -> None:
    """Write a transcript to its file, whole or not at all; raises Unreadable when that is impossible."""
    write_text(transcript.path, as_yaml(transcript))
