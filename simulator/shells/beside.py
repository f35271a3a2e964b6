"""What an author keeps beside a scenario file while playing it: notes and transcripts."""

from __future__ import annotations

from pathlib import Path

from simulator.authoring.teaching.writing import write_text
from simulator.authoring.testing.blessing import bless
from simulator.authoring.testing.transcript_files import folder_of
from simulator.authoring.testing.transcripts import recorded
from simulator.call import Call
from simulator.catalogue import t
from simulator.errors import CannotPlay, Unreadable
from simulator.paths import builtin
from simulator.shells.trial import Trial


def check_own(path: Path, language: str) -> None:
    """Raise CannotPlay for a file that was installed with the program: what is put beside it gets lost."""
    inside = builtin("scenarios").resolve()
    if path.resolve().is_relative_to(inside) and "site-packages" in inside.parts:
        raise CannotPlay("Author", t("watch.shipped", language, folder=_own_folder()))


def _own_folder() -> Path:
    from simulator.paths import user_data

    return user_data() / "scenarios"


def notes_of(path: Path) -> Path:
    """Return the file of an author's notes about a scenario file."""
    return path.with_name(f"{path.stem}.notes.md")


def keep_note(path: Path, call: Call, text: str, language: str) -> Path:
    """Add a note about this moment of a call to the author's notes; return their file.

    Raises CannotPlay for a file that is not the author's own, Unreadable when it cannot be kept.
    """
    check_own(path, language)
    file = notes_of(path)
    try:
        before = file.read_text(encoding="utf-8") if file.exists() else f"# {call.stage.script.title}\n"
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable("Notes", f"{file} cannot be read: {error}.", "Nothing was changed.") from error
    write_text(file, before.rstrip("\n") + "\n\n" + note(call, text, language))
    return file


def note(call: Call, text: str, language: str) -> str:
    """Return a note: the beat, what was said last on both sides, and what the author thinks of it."""
    last = call.turns[-1] if call.turns else None
    head = t("watch.note_about", language, beat=last.beat if last else call.state.beat, reply=len(call.turns))
    colon = "：" if language == "zh" else ": "
    person, you = call.stage.script.persona.name, t("plain.you", language)
    said = [(person, last.says), (you, last.reply)] if last else []
    quoted = [f"> {name}{colon}{' '.join(words.split())}" for name, words in said if words]
    if call.state.said:
        quoted.append(f"> {person}{colon}{' '.join(call.state.said.split())}")
    return "\n".join([f"## {head}", "", ">\n".join(f"{line}\n" for line in quoted), text.strip(), ""])


def keep_transcript(path: Path, trial: Trial, language: str) -> Path:
    """Keep a call so far as a transcript of its scenario, with every decision in it; return the file.

    Raises CannotPlay when nothing was said or the file is not the author's own.
    """
    check_own(path, language)
    if not trial.replies:
        raise CannotPlay("Transcript", t("watch.nothing_said", language))
    file = _free(path)
    bless(recorded(file, trial.call.stage, trial.replies, trial.beat, trial.mood))
    return file


def _free(path: Path) -> Path:
    folder, number = folder_of(path), 1
    while (file := folder / f"{path.stem}.call-{number}.yaml").exists():
        number += 1
    return file
