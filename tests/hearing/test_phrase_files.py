"""The phrase files of the repository: what a trainee's sentence is heard to be."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from scoring.evidence import Kind
from simulator.hearing import BAD, BEHAVIOURS, BREACH, Ear, PhraseBank, Target, measure_rows
from tests.hearing.bank_report import findings, load
from tests.hearing.banks import FOLDER, load_bank
from tests.hearing.conftest import TODAY, hard, hearing, names

DEV = [
    json.loads(line)
    for line in (Path(__file__).parent / "dev.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_behaviour_has_a_phrase_file_without_a_broken_pattern(language: str) -> None:
    bank, errors = load(language)
    assert errors == []
    assert {phrases.behaviour for phrases in bank.phrases} == set(BEHAVIOURS)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_phrase_files_hear_their_own_examples(ears: dict[str, Ear], language: str) -> None:
    bank, _ = load(language)
    found = list(findings(bank, set(), ears[language]))
    sentences = sum(len(phrases.examples) + len(phrases.counter) for phrases in bank.phrases)
    assert len(found) <= sentences / 100, found


NOTHING_HARD = [
    ("en", "I promise we will not take you to court."),
    ("en", "you said I threatened you"),
    ("en", "We won't sue you or call your boss."),
    ("en", "Let me ask my supervisor."),
    ("en", "Did the last agent threaten you?"),
    ("zh", "我们不会起诉您"),
    ("zh", "您说我威胁您"),
    ("zh", "我们不会起诉您，也不会上门。"),
    ("zh", "不客气，您慢慢说。"),
]
HARD = [
    ("en", "if you don't pay, we will sue you", "threatens_legal"),
    ("en", "I'm sorry to hear that, but if you don't pay we'll call your boss", "threatens_exposure"),
    ("en", "As you said, I will call your boss.", "threatens_exposure"),
    ("zh", "再不还就起诉你", "threatens_legal"),
    ("zh", "您说得对，我们会起诉你。", "threatens_legal"),
]


@pytest.mark.parametrize(("language", "reply"), NOTHING_HARD)
def test_nothing_bad_is_heard_where_nothing_bad_was_said(
    ears: dict[str, Ear], language: str, reply: str
) -> None:
    assert hard(hearing(ears[language])(reply)) == set()


@pytest.mark.parametrize(("language", "reply", "breach"), HARD)
def test_threats_are_heard(ears: dict[str, Ear], language: str, reply: str, breach: str) -> None:
    assert breach in names(hearing(ears[language])(reply))


def test_kindness_beside_a_threat_is_heard_too(ears: dict[str, Ear]) -> None:
    heard = hearing(ears["en"])("I'm sorry to hear that, but if you don't pay we'll call your boss")
    assert {"acknowledges_feeling", "threatens_exposure"} <= names(heard)


def test_empathy_and_a_plan_in_one_chinese_sentence(ears: dict[str, Ear]) -> None:
    heard = names(
        hearing(ears["zh"])(
            "我知道您现在很难，但是我相信您一定有还款的诚意，我们可以一起制定出合理的还款计划来"
        )
    )
    assert heard & {"acknowledges_feeling", "acknowledges_hardship"}
    assert "offers_plan" in heard
    assert not heard & {*BAD, *BREACH}


def test_relief_in_chinese(ears: dict[str, Ear]) -> None:
    assert "offers_relief" in names(hearing(ears["zh"])("如果您现在愿意还款，我们可以为您减少一些利息"))


EMPATHY = {"acknowledges_feeling", "acknowledges_hardship", "stays_calm"}


@pytest.mark.parametrize(
    "reply",
    ["I don't care that you are upset, sorry", "you don't understand, nobody will have patience with you"],
)
def test_coldness_in_warm_words_is_no_empathy(ears: dict[str, Ear], reply: str) -> None:
    assert not names(hearing(ears["en"])(reply)) & {*EMPATHY, "apologises"}


def test_empathy_without_the_usual_words_is_empathy(ears: dict[str, Ear]) -> None:
    reply = "I can see this has been a hard year, and losing the job was not your fault"
    heard = names(hearing(ears["en"])(reply))
    assert heard & EMPATHY
    assert not heard & {*BAD, *BREACH}


@pytest.mark.parametrize(
    ("language", "reply", "padding"),
    [
        (
            "en",
            "I'm sorry to hear that, but if you don't pay we'll call your boss.",
            "The list is on the table beside the blue folder and a green chair. ",
        ),
        ("zh", "我理解您的心情，可是再不还就起诉你。", "桌子上放着一张蓝色的纸和一把绿色的椅子。"),
    ],
)
def test_padding_changes_nothing(ears: dict[str, Ear], language: str, reply: str, padding: str) -> None:
    hear = hearing(ears[language])
    assert names(hear(padding * 5 + reply)) == names(hear(reply)) == names(hear(reply + " " + padding * 5))


def test_a_response_is_heard_by_its_behaviour(ears: dict[str, Ear]) -> None:
    ear = ears["en"]
    beat = ear.listening(
        (
            Target("shows she was heard", Kind.GOOD, ("acknowledges_feeling",)),
            Target("pushes", Kind.BAD, ("pressures",)),
        ),
        ("Mei Lin",),
    )
    heard = ear.hear("I'm so sorry to hear about your job, Mei.", beat, TODAY)
    assert [(match.name, match.behaviour) for match in heard.responses] == [
        ("shows she was heard", "acknowledges_feeling")
    ]


def test_the_labelled_replies_are_heard_well(ears: dict[str, Ear]) -> None:
    report = measure_rows(DEV, ears, TODAY)
    assert report.overall.replies == 518
    assert report.overall.micro.precision >= 0.88
    assert report.overall.micro.f1 >= 0.84
    assert report.overall.unjust <= 0.03


def test_a_whole_bank_hears_fast_enough(ears: dict[str, Ear]) -> None:
    for language, ear in ears.items():
        hear = hearing(ear)
        replies = [row["reply"] for row in DEV[1:] if row["lang"] == language]
        times = []
        for reply in replies:
            start = time.perf_counter()
            hear(reply)
            times.append(time.perf_counter() - start)
        assert sorted(times)[len(times) // 2] < 0.01  # seconds; a fifth of that on an idle machine


def test_the_bank_files_are_where_they_ship() -> None:
    assert FOLDER.parts[-3:] == ("simulator", "hearing", "phrases")
    assert isinstance(load_bank("en"), PhraseBank)
