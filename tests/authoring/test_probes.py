"""A denial, a quotation and a question are no threat; a threat after a kindness or under a condition is one.

The behaviours of the packs go through the same frames as the patterns of a scenario, with phrases that a
collector would say.
"""

from __future__ import annotations

from datetime import date

import pytest

from simulator.authoring.checks.probes import probes
from simulator.authoring.checks.spoken import spoken
from simulator.authoring.library import Library

TODAY = date(2026, 6, 10)
SAID = {
    "en": {
        "threatens_legal": ["sue you", "take you to court"],
        "threatens_arrest": ["have you arrested", "send the police to your door"],
        "threatens_exposure": ["tell your boss about this", "call your family about this debt"],
        "threatens_visit": ["come to your house", "send somebody to your home"],
    },
    "zh": {
        "threatens_legal": ["起诉您"],
        "threatens_arrest": ["让警察抓您", "报警抓您"],
        "threatens_exposure": ["告诉您单位的人", "通知您家里人"],
        "threatens_visit": ["派人上门"],
    },
}
ROWS = [
    (language, behaviour, phrase)
    for language, behaviours in SAID.items()
    for behaviour, phrases in behaviours.items()
    for phrase in phrases
]


@pytest.mark.parametrize(("language", "behaviour", "phrase"), ROWS)
def test_a_threat_is_heard_in_the_right_frames_only(language: str, behaviour: str, phrase: str) -> None:
    ear = Library.usual().ear(language)
    listening = ear.listening(())
    wrong = []
    tried = list(probes(phrase, language))
    assert len(tried) == len(spoken(language).does)
    for sentence, frame in tried:
        heard = {match.name for match in ear.hear(sentence, listening, TODAY).behaviours}
        if (behaviour in heard) != frame.heard:
            wrong.append((frame.name, sentence))
    assert wrong == []


def test_a_sentence_of_its_own_is_not_put_behind_we_will() -> None:
    assert [frame.name for _, frame in probes("you are a liar", "en")] == ["plain", "kindness", "quoted"]
    assert "我们会" not in next(probes("您自己想办法", "zh"))[0]


def test_a_pattern_with_its_own_denial_is_not_denied_again() -> None:
    assert "denied" not in [frame.name for _, frame in probes("send you no letter", "en")]


def test_what_the_collector_will_do_is_taken_out_of_its_clause() -> None:
    sentences = [sentence for sentence, _ in probes("we will tell your boss", "en")]
    assert sentences[:2] == ["We will tell your boss.", "We will not tell your boss."]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_frame_has_a_place_and_both_answers_occur(language: str) -> None:
    for frames in (spoken(language).does, spoken(language).says):
        assert frames[0].name == "plain" and frames[0].heard
        assert all(frame.text.count("{}") == 1 for frame in frames)
        assert {frame.heard for frame in frames} == {True, False}
