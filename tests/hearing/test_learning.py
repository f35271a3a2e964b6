"""What the linear channel learns, from whom, and what it may decide."""

from __future__ import annotations

from collections import Counter

import pytest

from scoring.evidence import Kind, Span
from simulator.hearing import BEHAVIOURS, Match
from simulator.hearing.deciding import Decision, decide
from simulator.hearing.linear import NONE, Linear, terms
from simulator.hearing.listening import Owner
from simulator.hearing.normalise import normalise
from simulator.hearing.replies import Labelled, read_replies, replies_digest
from simulator.hearing.scope import scope
from simulator.hearing.search import Reply
from simulator.hearing.similar import Examples, compile_examples
from simulator.hearing.tokens import tokenise
from simulator.hearing.training import Lesson, train

SORRY, SUE = 0, 1


def lesson(text: str, *said: int, undecided: tuple[int, ...] = ()) -> Lesson:
    return Lesson(Counter(text.split()), frozenset(said), frozenset(undecided))


LESSONS = [
    lesson("so sorry about that", SORRY),
    lesson("i am sorry", SORRY),
    lesson("we will sue", SUE),
    lesson("they sue people", SUE),
    lesson("nice weather today"),
    lesson("the bus is late"),
]


def score(lessons: list[Lesson], text: str) -> list[float]:
    found = [(word,) for word in text.split()]
    return Linear(train(lessons, 2)).scores(found, [((0, len(found)), [])]).best


def test_words_speak_for_the_behaviour_they_were_met_in() -> None:
    sorry, sue = score(LESSONS, "i am so sorry")
    assert sorry > 0 > sue


def test_what_nobody_decided_about_teaches_nothing() -> None:
    left_open = [*LESSONS, *(lesson("marmalade sue", undecided=(SUE,)) for _ in range(3))]
    denied = [*LESSONS, *(lesson("marmalade sue") for _ in range(3))]
    assert score(left_open, "marmalade sue")[SUE] > score(denied, "marmalade sue")[SUE]


def test_a_behaviour_without_lessons_has_no_score() -> None:
    assert score(LESSONS[:2] + LESSONS[4:], "we will sue")[SUE] == NONE


def test_the_order_of_the_lessons_of_a_term_does_not_change_what_is_learnt() -> None:
    assert train(LESSONS, 2) == train(list(LESSONS), 2)


def test_the_best_piece_of_a_reply_counts_however_long_the_rest_is() -> None:
    linear = Linear(train(LESSONS, 2))
    found = [
        (word,)
        for word in ["so", "sorry", "about", "that", "nice", "weather", "today", "the", "bus", "is", "late"]
    ]
    pieces: list[tuple[tuple[int, int], list[str]]] = [((0, 4), []), ((4, 11), []), ((0, 11), [])]
    scores = linear.scores(found, pieces)
    assert scores.best[SORRY] == linear.scores(found[:4], pieces[:1]).best[SORRY]
    assert scores.pieces[SORRY] == (0, 4)


def test_pairs_do_not_reach_over_a_sign() -> None:
    found = terms(tokenise(normalise("Sorry, boss. 对不起,我").text))
    assert all("sorri boss" not in ending and "起我" not in ending for ending in found)
    assert ("不", "对不") in found or any("对不" in ending for ending in found)


OWNERS = (Owner("apologises", Kind.GOOD), Owner("threatens_legal", Kind.BREACH))
NO_EXAMPLES = Examples(compile_examples([]))


def decided(
    text: str, good: float, breach: float, *found: int, wanted: frozenset[str] = frozenset()
) -> Decision:
    """Decide about a reply for which the weights give these scores and patterns found these owners."""
    clean = normalise(text)
    said = tokenise(clean.text)
    reply = Reply(clean, said, scope(said, clean.text), {})
    word = said.stems[0]
    weights = {word: f"1000 0 {round(good * 1000)} 1 {round(breach * 1000)}"}
    linear = Linear({"bias": [0, 0], "weights": weights})
    whole = (0, len(said.stems))
    match = {n: (Match(OWNERS[n].name, OWNERS[n].kind, Span(0, 3), "", "pattern", "x"), whole) for n in found}
    return decide(linear, NO_EXAMPLES, OWNERS, reply, match, {}, wanted)


REPLY = "Truly this is what was said about it"


def test_weights_alone_decide_a_kindness_and_never_a_breach() -> None:
    found = decided(REPLY, 0.5, 0.9)
    assert set(found.heard) == {0}
    assert [match.name for match in found.near] == ["threatens_legal"]


def test_a_pattern_is_not_believed_where_the_weights_speak_against_it() -> None:
    assert set(decided(REPLY, -0.9, -0.9, 0).heard) == set()
    assert set(decided(REPLY, -0.3, -0.9, 0).heard) == {0}


def test_a_breach_that_the_weights_speak_against_is_possible_and_not_heard() -> None:
    found = decided(REPLY, -2.0, -1.5, 1)
    assert found.heard == {} and [match.name for match in found.near] == ["threatens_legal"]
    assert set(decided(REPLY, -2.0, -0.8, 1).heard) == {1}


def test_a_kindness_in_the_clause_of_a_breach_needs_more() -> None:
    assert set(decided(REPLY, -0.3, 0.5, 0, 1).heard) == {1}


def test_what_the_beat_listens_for_is_heard_sooner() -> None:
    assert set(decided(REPLY, 0.05, -2.0, wanted=frozenset(["apologises"])).heard) == {0}
    assert set(decided(REPLY, 0.05, -2.0, wanted=frozenset(["greets"])).heard) == set()


def test_three_at_most_are_nearest_and_none_of_them_was_heard() -> None:
    found = decided(REPLY, 0.5, -0.9)
    assert [match.name for match in found.ranked] == ["threatens_legal"]
    assert found.near == []


def test_a_judge_who_looked_for_few_behaviours_says_nothing_of_the_others() -> None:
    row = Labelled(
        "x", frozenset(["insults"]), frozenset(["mocks"]), frozenset(["insults", "mocks", "argues"])
    )
    assert (row.says("insults"), row.says("argues"), row.says("mocks"), row.says("greets")) == (
        True,
        False,
        None,
        None,
    )


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_labelled_reply_names_known_behaviours(language: str) -> None:
    rows = read_replies(language)
    assert len(rows) > 900
    assert {label for row in rows for label in row.labels | row.undecided} <= set(BEHAVIOURS)


def test_the_engine_changes_with_the_labelled_replies() -> None:
    from simulator.hearing import ENGINE_VERSION

    assert ENGINE_VERSION.endswith(replies_digest())
