"""The shapes of a phrase file and of the word lists that all phrase files of a language share."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from simulator.authoring.findings.finding import Finding
from simulator.authoring.reading.page import Page
from simulator.authoring.shapes import cross
from simulator.authoring.shapes.fields import Language, Shape, Text, Texts, TextsOrNone
from simulator.hearing.behaviours import BEHAVIOURS
from simulator.hearing.hearing import Phrases


class PhraseShape(Shape):
    """A phrase file: one behaviour in one language."""

    behaviour: Text
    language: Language
    title: Text
    about: Text
    coach: Text
    better: Text = ""
    lists: dict[Text, Texts] = Field(default_factory=dict)
    hears: TextsOrNone = ()
    excepts: TextsOrNone = Field(default=(), alias="except")
    examples: TextsOrNone = ()
    counter: TextsOrNone = ()


def phrases_of(shape: PhraseShape) -> Phrases:
    """Return a phrase file as hearing sees it."""
    return Phrases(
        behaviour=shape.behaviour,
        kind=BEHAVIOURS[shape.behaviour],
        title=shape.title,
        about=shape.about,
        coach=shape.coach,
        better=shape.better,
        hears=tuple(shape.hears),
        excepts=tuple(shape.excepts),
        examples=tuple(shape.examples),
        counter=tuple(shape.counter),
        lists=dict(shape.lists),
    )


def phrase_checks(page: Page, folder: str, file: str) -> Iterator[Finding]:
    """What a phrase file says of itself is so: a behaviour that exists, and the names of file and folder."""
    yield from cross.behaviours(page, ("behaviour",))
    behaviour, language = page.tree.at(("behaviour",)), page.tree.at(("language",))
    if behaviour in BEHAVIOURS and file and behaviour != file:
        yield page.at_value("D108-file", ("behaviour",), {"name": str(behaviour), "file": file})
    if folder in ("en", "zh") and language in ("en", "zh") and folder != language:
        yield page.at_value("D108-folder", ("language",), {"name": str(language), "file": folder})
