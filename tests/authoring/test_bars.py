"""What `try` says would have been enough is what hearing really asks for."""

from __future__ import annotations

import pytest

from simulator.authoring.library import Library
from simulator.authoring.teaching.trace import Near, traced
from simulator.authoring.testing.scenario_tests import call_at
from simulator.hearing.deciding import BARS
from simulator.hearing.likeness import EXPLAINED, HEARD

SAID = [
    "Sounds rough.",
    "So rough.",
    "I hear you, but what about the money?",
    "Tell me more about what happened with the work you had before all of this began.",
    "That is a heavy thing to be carrying around all alone for so many months.",
    "Well, somebody has to tell you how this goes on from here.",
    "Let us look at this together and find something.",
]


def nears(library: Library, text: str) -> list[Near]:
    stage = library.stage("lost-her-job", "en")
    return [
        one for one in traced(call_at(stage, None, mode="practice"), text)[1].near if one.how == "example"
    ]


@pytest.mark.parametrize("text", SAID)
def test_a_good_behaviour_below_its_bar_was_not_heard_and_the_bar_is_that_of_this_beat(
    library: Library, text: str
) -> None:
    bars = BARS["en"]
    possible = {
        round(0.5 + (bars.heard + short + shift) / 4, 3)
        for short in (0.0, bars.short)
        for shift in (-bars.listened, bars.elsewhere)
    }
    for near in nears(library, text):
        if near.kind in ("bad", "breach"):
            assert near.needed is None
        elif near.name == near.title:
            assert near.needed in (HEARD, EXPLAINED)
        else:
            assert near.needed in possible


def test_a_behaviour_that_the_beat_does_not_listen_for_needs_more(library: Library) -> None:
    stage = library.stage("lost-her-job", "en")
    call = call_at(stage, None, mode="practice")
    wanted = {name for one in stage.responses(call.beat) for name in one.behaviours}
    found = [
        near for text in SAID for near in nears(library, text) if near.needed and near.name != near.title
    ]
    here = {near.needed for near in found if near.name in wanted}
    elsewhere = {near.needed for near in found if near.name not in wanted}
    assert elsewhere and (not here or min(elsewhere) > min(here))
