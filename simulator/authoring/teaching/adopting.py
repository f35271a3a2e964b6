"""Teaching a scenario a reply that it did not understand: a line for a response, and a test, put in as text.

Nothing is saved that breaks a test or that the reply is not heard by.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scoring.evidence import Kind
from simulator.authoring.findings.finding import has_errors
from simulator.authoring.findings.render import as_line
from simulator.authoring.library import Library
from simulator.authoring.reading.opening import read
from simulator.authoring.shapes.cross import response_names
from simulator.authoring.shapes.scenario import ScenarioShape
from simulator.authoring.shapes.suggest import nearest
from simulator.authoring.teaching.inserting import add_test, add_to_list, quoted
from simulator.authoring.teaching.writing import backup, write_text
from simulator.authoring.testing.scenario_tests import run_tests
from simulator.call.script import Response, Script
from simulator.errors import CannotPlay, NotFound, Unreadable
from simulator.hearing.data import lines
from simulator.hearing.normalise import normalise
from simulator.hearing.tokens import tokenise

_COMMON = 3
"""A word in so many neutral sentences says nothing about a response."""
_PARTS = 3


@dataclass(frozen=True, slots=True)
class Lesson:
    """A reply at a beat, the response that it was, and the line that teaches it.

    `key` is "hears" for a pattern, "like" for an example sentence.
    """

    beat: str
    reply: str
    response: str
    key: str
    text: str


def propose(reply: str, response: Response, language: str) -> tuple[str, str]:
    """Return the line that would teach a reply, as (key, text): the sentence itself as an example of a good
    or okay response, a pattern of its telling words for the others, which examples cannot decide."""
    if response.kind in (Kind.GOOD, Kind.OKAY) and len(tokenise(normalise(reply).text).words) > 2:
        return "like", reply
    said = tokenise(normalise(reply).text)
    often = _everyday(language)
    telling = [index for index, word in enumerate(said.words) if often[word] < _COMMON]
    runs: list[list[int]] = []
    for index in telling or range(len(said.words)):
        if runs and runs[-1][-1] == index - 1 and not said.signs[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    runs = sorted(sorted(runs, key=len, reverse=True)[:_PARTS])
    parts = [
        "".join(
            (" " if place and not said.han[index] else "") + said.words[index]
            for place, index in enumerate(run)
        )
        for run in runs
    ]
    return "hears", " ... ".join(parts)


@cache
def _everyday(language: str) -> Counter[str]:
    """How many neutral sentences each word is in."""
    often: Counter[str] = Counter()
    for sentence in lines(f"neutral_{language}.txt"):
        often.update(set(tokenise(normalise(sentence).text).words))
    return often


def response_of(script: Script, beat: str, name: str) -> Response:
    """Return the response of a beat, or of the whole scenario, by its name; raises NotFound."""
    if beat not in script.beats:
        near = nearest(beat, script.beats)
        raise NotFound(
            "Adopt", f"there is no beat '{beat}' any more.", f"Did you mean '{near}'?" if near else ""
        )
    known = {one.name: one for one in (*script.beats[beat].responses, *script.always)}
    if name not in known:
        near = nearest(name, known)
        hint = f"Did you mean '{near}'?" if near else f"There are: {', '.join(known)}"
        raise NotFound("Adopt", f"'{beat}' has no response '{name}'.", hint)
    return known[name]


def adopt(library: Library, path: Path, lesson: Lesson) -> Path:
    """Add a lesson and its test to a scenario file; return the backup of the file as it was.

    Raises CannotPlay, with the file untouched, when the reply is still not heard, when a test breaks, or
    when the place in the file cannot be added to.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable("Adopt", f"{path} cannot be read: {error.strerror or error}.") from error
    taught = _taught(library, path, content, lesson)
    before = _failing(library, path, content)
    after = _failing(library, path, taught)
    if broken := [one for one in after if one not in before]:
        raise CannotPlay(
            "Adopt", f"this would break: {'; '.join(broken)}.", "Nothing was saved; try other words."
        )
    if path.read_bytes() != content:
        raise CannotPlay("Adopt", f"{path} has changed meanwhile.", "Nothing was saved; try again.")
    copy = backup(path)
    write_text(path, taught.decode("utf-8"))
    return copy


def _taught(library: Library, path: Path, content: bytes, lesson: Lesson) -> bytes:
    page = read(content, str(path), frozenset()).page
    if page is None:
        raise CannotPlay("Adopt", f"{path} cannot be read.", f"See: duecourse check {path}")
    language = str(page.tree.at(("language",)))
    response = response_of(library.script(path, language), lesson.beat, lesson.response)
    own = [
        place
        for index, one in enumerate(page.tree.at(("beats", lesson.beat, "responses")) or [])
        for place in [("beats", lesson.beat, "responses", index)]
        if lesson.response in one.values()
    ]
    block = own[0] if own else response_names(page)[lesson.response][:-1]
    made = add_to_list(content, (*block, lesson.key), lesson.text)
    tests = page.tree.at(("tests",)) or {}
    name = _claim(lesson, language, tests)
    start = ["with: {plan: yes}"] if response.needs_plan else []
    given = {"with": {"plan": "yes"}} if response.needs_plan else {}
    step = {"you": lesson.reply, "hits": lesson.response}
    body = [f"from: {quoted(lesson.beat)}", *start, "steps:", f"  - you: {quoted(lesson.reply)}"]
    body.append(f"    hits: {quoted(lesson.response)}")
    return add_test(made, name, body, {"from": lesson.beat, **given, "steps": [step]})


def _claim(lesson: Lesson, language: str, taken: dict[str, object]) -> str:
    short = lesson.reply if len(lesson.reply) <= 48 else lesson.reply[:47] + "…"
    form = "“{reply}”听成“{name}”" if language == "zh" else "“{reply}” is “{name}”"
    claim = form.format(reply=short, name=lesson.response)
    number = 2
    unique = claim
    while unique in taken:
        unique, number = f"{claim} ({number})", number + 1
    return unique


def _failing(library: Library, path: Path, content: bytes) -> list[str]:
    """Return what is wrong with a scenario as it would be: errors, else the tests that fail.

    It is proved in a folder of its own, with its persona, so that the author's folder sees only the end.
    """
    page = read(content, str(path), frozenset()).page
    language = str(page.tree.at(("language",))) if page else ""
    persona = str(page.tree.at(("persona",))) if page else ""
    with tempfile.TemporaryDirectory(prefix="duecourse-") as folder:
        proof = Path(folder) / "scenarios" / language / path.name
        proof.parent.mkdir(parents=True)
        proof.write_bytes(content)
        who = library.persona_file(language, persona, path)
        if who is not None:
            beside = Path(folder) / "personas" / language / who.name
            beside.parent.mkdir(parents=True)
            shutil.copyfile(who, beside)
        checked = library.check(proof, path.name)
        if has_errors(list(checked.findings)) or not isinstance(checked.model, ScenarioShape):
            return [as_line(one, language) for one in checked.findings if one.severity == "error"][:3]
        stage = library.stage_of(proof, language)
        return [outcome.name for outcome in run_tests(checked.model, stage) if not outcome.passed]
