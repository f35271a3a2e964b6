"""What the debtor says: places for words in braces, and texts that a comma cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.authoring.findings.finding import Finding
from simulator.authoring.reading.page import Page
from simulator.authoring.reading.tree import Path
from simulator.authoring.shapes.parts import block, items, texts
from simulator.authoring.shapes.suggest import nearest
from simulator.call.bargain import FACTS, TRIES

_CALL = ("amount", "date", "affordable", "payday", "balance", "name", "creditor", "collector")
PLACEHOLDERS = (*_CALL, *(name for name in FACTS if name not in _CALL))
"""What may stand in braces in a line of the debtor."""
NEEDS = {
    **dict.fromkeys(("affordable", "income", "essentials", "spare"), "household"),
    "payday": "payday",
    "debts": "debts",
    "at_hand": "at_hand",
}
"""The key that must be given for each, else there is nothing to say."""

_SPOKEN = {
    *("says", "like", "otherwise", "asks_meaning", "hangs_up", "reacts", "opens", "closes", "guarded"),
    *TRIES,
}
_GOES_ON = re.compile(r"[A-Za-z0-9][a-z]+(?:[' ?!.]|$)")
_PLACE = re.compile(r"[{｛]([^{}｛｝]*)[}｝]")


def places(page: Page, path: Path) -> Iterator[Finding]:
    """Braces in a line of the debtor hold one of PLACEHOLDERS, for which the household has something."""
    for where, text in texts(page, path):
        for found in _PLACE.finditer(text):
            if found[1] not in PLACEHOLDERS or found[0][0] == "｛":
                yield page.at_value(
                    "D111",
                    where,
                    {
                        "name": found[0],
                        "near": nearest(found[1], PLACEHOLDERS),
                        "known": ", ".join("{" + one + "}" for one in PLACEHOLDERS),
                    },
                )
            elif found[1] in NEEDS and not _given(page, found[1]):
                needs = NEEDS[found[1]]
                yield page.at_value("D111-household", where, {"name": found[0], "needs": needs})


def _given(page: Page, name: str) -> bool:
    """Whether the file has what stands in a place; a persona's lines are used by many files."""
    if page.tree.at(("beats",)) is None:
        return True
    household = page.tree.at(("household",))
    return household is not None if NEEDS[name] == "household" else NEEDS[name] in block(household)


def split_texts(page: Page) -> Iterator[Finding]:
    """A comma that was meant as one of the text, inside [ ]: the rest goes on in lower case."""
    for path, style in page.tree.styles.items():
        if style != "flow" or not _SPOKEN.intersection(path):
            continue
        items = page.tree.at(path)
        for index in range(1, len(items) if isinstance(items, list) else 0):
            before, after = items[index - 1], items[index]
            if not (isinstance(before, str) and isinstance(after, str)):
                continue
            written = (page.tree.styles.get((*path, index - 1)), page.tree.styles.get((*path, index)))
            if written == ("plain", "plain") and before[:1].isupper() and _GOES_ON.match(before[-1:] + after):
                yield page.at_value("D011", (*path, index))


def spoken(page: Page) -> Iterator[Finding]:
    """Places for words in everything that the debtor says."""
    for index in range(len(items(page.tree.at(("always",))))):
        yield from places(page, ("always", index, "says"))
    for name, beat in block(page.tree.at(("beats",))).items():
        if isinstance(beat, dict):
            yield from places(page, ("beats", name, "says"))
            yield from places(page, ("beats", name, "otherwise"))
            for index in range(len(items(beat.get("responses")))):
                yield from places(page, ("beats", name, "responses", index, "says"))
            for offer in block(beat.get("negotiate")):
                yield from places(page, ("beats", name, "negotiate", offer, "says"))
            for index in range(len(items(block(beat.get("negotiate")).get("tries")))):
                for kind in TRIES:
                    yield from places(page, ("beats", name, "negotiate", "tries", index, kind))
    for name in block(page.tree.at(("endings",))):
        yield from places(page, ("endings", name, "says"))
    for index in range(len(items(page.tree.at(("reveals",))))):
        yield from places(page, ("reveals", index, "says"))
        yield from places(page, ("reveals", index, "guarded"))
