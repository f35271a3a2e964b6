"""What the ear promises about every reply, whatever is typed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.evidence import Kind
from simulator.hearing import BEHAVIOURS, Ear, Hearing, PhraseBank, Phrases, Target, compile_bank
from tests.hearing.conftest import CHINESE, ENGLISH, TODAY, Hear, hearing, names, small_bank

BOTH = small_bank("en", ENGLISH | {name: (*ENGLISH.get(name, ()), *more) for name, more in CHINESE.items()})
EAR = Ear(BOTH)
WORDS = [
    "we",
    "will",
    "not",
    "sue",
    "you",
    "call",
    "your",
    "boss",
    "if",
    "but",
    "said",
    "我们",
    "不会",
    "起诉",
    "你",
    "上门",
    "说",
    "就",
    "，",
    "。",
    "'",
    '"',
    "“",
    "”",
    ".",
    ",",
    "?",
    "!",
    "(",
    ")",
    "500",
    "$",
    "15th",
    "每月",
    "\u200b",
    "�",
    "\x00",
    "...",
    "s",
    "u",
    "e",
]
replies = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))


def every_match(heard: Hearing) -> list[tuple[int, int, str]]:
    matches = [*heard.responses, *heard.behaviours, *heard.possibly, *(one.match for one in heard.cancelled)]
    return [(match.span.start, match.span.end, match.words) for match in matches]


@settings(max_examples=300)
@given(replies)
def test_no_reply_raises_and_all_evidence_is_in_the_reply(reply: str) -> None:
    heard = EAR.hear(reply, EAR.listening(()), TODAY)
    for start, end, words in every_match(heard):
        assert 0 <= start < end <= len(reply)
        assert words == reply[start:end]
    for value in (*heard.terms.amounts, *heard.terms.counts, *heard.terms.fractions):
        assert 0 <= value.span.start < value.span.end <= len(reply)


@settings(max_examples=100)
@given(replies)
def test_the_same_reply_is_always_heard_the_same(reply: str) -> None:
    first = EAR.hear(reply, EAR.listening(()), TODAY)
    assert first == Ear(BOTH).hear(reply, EAR.listening(()), TODAY)


def test_the_seed_of_hashing_changes_nothing() -> None:
    code = (
        "from tests.hearing.test_hearing import EAR, TODAY\n"
        "from simulator.hearing import compile_bank\n"
        "from tests.hearing.test_hearing import BOTH\nimport json, hashlib\n"
        "data = json.dumps(compile_bank(BOTH))\n"
        "heard = EAR.hear('we wil not sue you but call ur bos 起述', EAR.listening(()), TODAY)\n"
        "print(hashlib.sha256(data.encode()).hexdigest(), heard)"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        ).stdout
        for seed in ("1", "2", "77")
    }
    assert len(runs) == 1


def test_a_compiled_bank_is_plain_data_and_hears_the_same() -> None:
    data = json.loads(json.dumps(compile_bank(BOTH)))
    again = Ear.from_compiled(data)
    for reply in ("We will sue you.", "我们会起诉你", "sorry to hear that"):
        assert again.hear(reply, again.listening(()), TODAY) == EAR.hear(reply, EAR.listening(()), TODAY)


def test_padding_changes_nothing_that_is_heard(english: Hear) -> None:
    padding = " The file is on the desk and the kettle is in the kitchen by the window." * 5
    for reply in (
        "We will not sue you.",
        "We will sue you.",
        "I'm sorry to hear that.",
        "You said I would sue you.",
    ):
        assert (
            names(english(reply + padding))
            == names(english(padding.strip() + " " + reply))
            == names(english(reply))
        )


def test_an_endless_reply_is_quick(english: Hear) -> None:
    assert names(english("we will call your boss " * 5000)) == {"threatens_exposure"}
    assert english("will " * 3000).behaviours == ()


def examples(kind_of: str, *sentences: str) -> Phrases:
    return Phrases(kind_of, BEHAVIOURS[kind_of], "", "", examples=sentences)


LIKE = Ear(
    PhraseBank(
        "en",
        (
            examples(
                "acknowledges_feeling",
                "That must be so frightening for you and the children.",
                "You sound worn out by all this.",
            ),
            examples(
                "offers_writing",
                "I can post you a letter with all of that.",
                "You'll get the terms by email.",
            ),
            examples("threatens_visit", "Two of our men will be standing outside your flat tonight."),
        ),
        {},
    )
)


def test_a_good_behaviour_is_also_heard_by_likeness() -> None:
    heard = hearing(LIKE)("That must be frightening for the children.")
    assert [(match.name, match.how) for match in heard.behaviours] == [("acknowledges_feeling", "example")]
    assert heard.behaviours[0].because.startswith("That must be so frightening")


def test_likeness_never_decides_a_breach_but_says_that_it_came_near() -> None:
    heard = hearing(LIKE)("Two of our men will be standing outside your flat tonight.")
    assert heard.behaviours == ()
    assert [match.name for match in heard.possibly] == ["threatens_visit"]


def test_targets_hear_their_packs_their_patterns_and_their_examples() -> None:
    targets = (
        Target("shows she was heard", Kind.GOOD, ("acknowledges_feeling",)),
        Target("offers tea", Kind.OKAY, hears=("cup of tea",)),
        Target("thinks of the dog", Kind.GOOD, like=("Who looks after your dog in the meantime?",)),
        Target("sneers", Kind.BAD, like=("Cry me a river, princess.",)),
    )
    beat = LIKE.listening(targets)
    heard = LIKE.hear(
        "That must be frightening for the children. Have a cup of tea. Who looks after the dog meantime?",
        beat,
        TODAY,
    )
    assert [match.name for match in heard.responses] == [
        "shows she was heard",
        "offers tea",
        "thinks of the dog",
    ]
    assert heard.responses[0].behaviour == "acknowledges_feeling"
    sneer = LIKE.hear("Cry me a river, princess.", beat, TODAY)
    assert sneer.responses == ()
    assert "sneers" in {match.name for match in sneer.possibly}


def test_a_bad_target_is_not_heard_by_a_guess_about_its_pack() -> None:
    beat = LIKE.listening((Target("too soft too soon", Kind.BAD, ("acknowledges_feeling",)),))
    heard = LIKE.hear("That must be frightening for the children.", beat, TODAY)
    assert heard.responses == ()
    assert heard.possibly[0].name == "too soft too soon"


@pytest.mark.parametrize("reply", ["", "   ", "…", "\u200b", "😀😀", "'", '"'])
def test_silence_is_heard_as_nothing(english: Hear, reply: str) -> None:
    assert english(reply).behaviours == ()
