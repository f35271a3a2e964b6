"""What a rulebook suspects: learnt from labelled replies, alone never more than something to look at."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from scoring.acts import ANYTHING, Cue, Said
from scoring.conditions import read
from scoring.conduct import forbidden
from scoring.evidence import Turn
from scoring.rulebook import Ban, Rule, Rulebook
from scoring.standing import Standing
from simulator import paths
from simulator.authoring.library import Library
from simulator.authoring.testing.bench import Bench, Step
from simulator.authoring.testing.rule_lessons import learnable, lessons_of
from simulator.authoring.testing.states import desk_of
from simulator.call.legal import LawEar, known_of
from simulator.hearing import KNOWN, Labelled
from tests.libraries import books

BOOKS = ("cn", "uk", "us")
BAN = Ban(("own",), when=read("bankrupt"))
RULE = Rule("R-1", "Rule one", "Clause 1", "V1", "critical", "law", forbids=(BAN,))
BOOK = Rulebook("us", {}, (RULE,))
SUMS = ("fifty", "ninety", "all of it", "a bit")
PAPERS = ("filing", "petition", "judge", "trustee")
SMALL_TALK = {
    "en": (
        "Hm.",
        "Good morning.",
        "One second, please.",
        "The rain here is something.",
        "I see.",
        "Bear with me.",
    ),
    "zh": ("嗯。", "您好。", "您稍等一下。", "今天天气不错。", "我看一下。", "我先记一下。"),
}
STATES = (  # not in a crisis, where it may well be neglect
    *({"flags": [flag]} for flag in ("bankrupt", "represented", "deceased", "disputed", "asked_to_stop")),
    *({"flags": [flag]} for flag in ("vulnerable", "time_barred", "already_paid", "at_work")),
    *({"answered_by": who, "verified": False} for who in ("relative", "colleague", "wrong_person")),
    {"verified": False},
)
PRESSED = "Your petition does not stop me, you must still pay all of it to us."


@pytest.fixture(scope="module")
def library(compiled: Path) -> Library:
    return books(compiled)


@pytest.fixture(scope="module")
def bench(library: Library) -> Bench:
    """A bench whose rule has no wording of its own: only what was learnt can nominate anything."""
    pressed = [
        *(f"you must still pay {some} to us, case or no case" for some in SUMS),
        *(f"your {paper} does not stop me, send the money" for paper in PAPERS),
    ]
    calm = [f"thank you, may I have the {what} please" for what in ("case number", "court", "date", "name")]
    replies = [
        *(Labelled(text, frozenset(["R-1"])) for text in pressed),
        *(Labelled(text, frozenset()) for text in calm),
    ]
    ear = library.ear("en")
    learnt = ear.learn(["R-1"], replies * 3)
    law = LawEar(BOOK, ear, learnt=lambda name: learnt)
    return Bench(library, BOOK, "en", _law={("Maplewood Bank", "Harbor Ridge Recovery"): law})


def _judged(bench: Bench, reply: str, state: Mapping[str, object]) -> list[tuple[str, bool]]:
    return [(breach.rule.id, breach.sure) for breach in bench.judge(desk_of(state), [Step(reply)])]


def test_clear_weights_confirm_what_a_cue_word_nominates_and_neither_alone_is_sure() -> None:
    word = Cue("own", "petition", 5, 13, sure=False)
    weights = Cue("R-1", PRESSED, 0, len(PRESSED), sure=False, strong=True)
    faint = replace(weights, strong=False)
    asked = [((word, weights), True), ((word, faint), False), ((weights,), False), ((word,), False)]
    for cues, sure in asked:
        law = Said(Standing(flags=("bankrupt",)), cues)
        (breach,) = forbidden(BOOK, Turn(1, "", "", PRESSED, law=law))
        assert breach.sure is sure, cues
        assert (breach.words == PRESSED) is (cues[0] is weights or sure), "two witnesses show the whole piece"


def test_clear_weights_confirm_nothing_that_no_words_nominate() -> None:
    rule = replace(RULE, forbids=(Ban((ANYTHING,), when=read("bankrupt"), only_possible=True),))
    law = Said(Standing(flags=("bankrupt",)), (Cue("R-1", PRESSED, sure=False, strong=True),))
    assert [
        one.sure for one in forbidden(Rulebook("us", {}, (rule,)), Turn(1, "", "", PRESSED, law=law))
    ] == [False]


def test_clear_weights_confirm_nothing_where_the_state_is_not_known() -> None:
    rule = replace(RULE, forbids=(Ban(("own",), when=read("local_time 22:00 to 08:00")),))
    cues = (Cue("own", "petition", sure=False), Cue("R-1", PRESSED, sure=False, strong=True))
    turn = Turn(1, "", "", PRESSED, law=Said(Standing(minute=None), cues))
    assert [one.sure for one in forbidden(Rulebook("us", {}, (rule,)), turn)] == [False]


@pytest.mark.parametrize("act", ["exceeds_authority", "misstates_debt"])
def test_what_only_the_file_can_tell_is_left_to_no_weights(act: str) -> None:
    rule = replace(RULE, forbids=(BAN, Ban((act,))))
    assert learnable(Rulebook("us", {}, (rule,))) == ()
    assert learnable(BOOK) == ("R-1",)


def test_weights_that_speak_against_a_rule_make_its_pattern_only_possible() -> None:
    word = Cue("own", "petition", 5, 13)
    for doubted, sure in ((frozenset[str](), True), (frozenset(["R-1"]), False)):
        law = Said(Standing(flags=("bankrupt",)), (word,), doubted=doubted)
        (breach,) = forbidden(BOOK, Turn(1, "", "", PRESSED, law=law))
        assert breach.sure is sure


def test_weights_that_speak_wholly_against_a_rule_leave_nothing_of_a_mere_cue() -> None:
    for sure, left in ((True, [False]), (False, [])):
        cue = Cue("own", "petition", 5, 13, sure=sure)
        against = frozenset(["R-1"])
        law = Said(Standing(flags=("bankrupt",)), (cue,), doubted=against, cleared=against)
        found = forbidden(BOOK, Turn(1, "", "", PRESSED, law=law))
        assert [one.sure for one in found] == left, "a listed wording is still for a person to look at"


def test_weights_know_in_which_state_a_reply_was_said() -> None:
    assert known_of(Standing()) == ()
    there = Standing(answered_by="relative", verified=False, flags=("deceased",))
    assert known_of(there) == tuple(
        KNOWN + fact for fact in ("deceased", "relative", "third_party", "unverified")
    )


def test_words_like_those_of_labelled_breaches_are_possible_and_never_sure(bench: Bench) -> None:
    assert _judged(bench, PRESSED, {"flags": ["bankrupt"]}) == [("R-1", False)]
    assert _judged(bench, "Thank you, may I have the case number please?", {"flags": ["bankrupt"]}) == []


def test_a_rule_is_not_suspected_in_a_state_in_which_it_asks_nothing(bench: Bench) -> None:
    assert _judged(bench, PRESSED, {}) == []


def test_a_lawful_reply_teaches_nothing_about_a_rule_that_its_state_shuts(tmp_path: Path) -> None:
    rows = [
        {"reply": "Can you pay today?", "breaches": ["R-1"], "state": {"flags": ["bankrupt"]}},
        {"reply": "May I have the case number?", "breaches": [], "state": {"flags": ["bankrupt"]}},
        {"reply": "Can you pay today?", "breaches": []},
    ]
    file = tmp_path / "us.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert [one.says("R-1") for one in lessons_of(BOOK, [file])] == [True, False, None]


@pytest.mark.parametrize("name", BOOKS)
def test_small_talk_breaks_nothing_whatever_has_come_out(library: Library, name: str) -> None:
    book = library.rulebook(name)
    bench = Bench(library, book, book.language)
    judged = [
        (state, text, bench.judge(desk_of(state), [Step(text)]))
        for state in STATES
        for text in SMALL_TALK[book.language]
    ]
    assert [(state, text) for state, text, found in judged if any(one.sure for one in found)] == []
    assert sum(1 for _, _, found in judged if found) <= len(judged) / 20


@pytest.mark.parametrize(
    ("name", "state", "reply", "rule"),
    [
        ("cn", {}, "再不还我就把你身份证复印件发到群里。", "CN-19"),
        ("cn", {}, "那些油漆我已经买好了，泼你家门口。", "CN-23"),
        (
            "us",
            {"local_time": "21:30"},
            "Sorry to disturb your evening, but when will you pay the card?",
            "US-06",
        ),
        ("uk", {}, "I'm not passing your offer to anyone else.", "UK-08"),
    ],
)
def test_what_spares_a_lawful_sentence_spares_no_breach_in_its_words(
    library: Library, name: str, state: Mapping[str, object], reply: str, rule: str
) -> None:
    book = library.rulebook(name)
    found = Bench(library, book, book.language).judge(desk_of(state), [Step(reply)])
    assert rule in {one.rule.id for one in found if one.sure}


@pytest.mark.parametrize("name", BOOKS)
def test_every_lesson_names_rules_that_there_are_and_no_reply_has_two_answers(
    library: Library, name: str
) -> None:
    ids = {rule.id for rule in library.rulebook(name).rules}
    path = paths.scoring_data("rulebooks") / "lessons" / f"{name}.jsonl"
    answers: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert {*row["breaches"], *row.get("ignore", ())} <= ids, line
        said_in = json.dumps([row["reply"], row.get("state", {})], sort_keys=True)
        assert answers.setdefault(said_in, row["breaches"]) == row["breaches"], line


@pytest.mark.parametrize("name", BOOKS)
def test_what_is_learnt_covers_the_rules_that_words_can_break(library: Library, name: str) -> None:
    learnt, book = library.learnt(name), library.rulebook(name)
    assert tuple(learnt["names"]) == learnable(book)
    critical = {rule.id for rule in book.rules if rule.severity == "critical"}
    untaught = {one for one, bias in zip(learnt["names"], learnt["bias"], strict=True) if bias <= -9000}
    assert len(critical & untaught) <= 2
    assert len(untaught) <= len(learnt["names"]) / 4
