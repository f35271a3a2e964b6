"""The evidence in words: what was earned, lost and missed, and the plan in two lists."""

from __future__ import annotations

from typing import Any

from simulator.shells.evidence import LONGEST, checks, near_misses, rows
from simulator.shells.wording import aside, clause_words, evidence_lines, labelled, quoted
from simulator.text import cells

BEAT = {"source": "beat", "name": "opening", "points": 0, "offered": 2, "turn": 1, "group": "opening"}
EARNED = {"source": "response", "name": "hears her", "points": 2, "offered": 0, "turn": 1, "group": "opening"}
LOST = {
    "source": "penalty",
    "name": "pressures",
    "points": -2,
    "offered": 0,
    "turn": 3,
    "words": "pay now",
    "better": "What could you manage?",
}


def titled(name: str) -> str:
    return {"pressures": "Pressures"}.get(name, name)


def check(name: str, points: int) -> dict[str, Any]:
    return {
        "source": "plan",
        "name": name,
        "points": points,
        "offered": 2,
        "turn": 4,
        "group": f"plan {name}",
    }


def test_an_offer_shows_only_while_nothing_was_earned_of_it() -> None:
    assert [row.points for row in rows([BEAT, EARNED], "en", titled)] == ["+2"]
    (row,) = rows([{**BEAT, "better": "I hear you."}], "en", titled)
    assert (row.points, row.missed, row.better) == ("0/2", True, "I hear you.")


def test_rows_follow_the_call_whatever_their_source() -> None:
    assert [row.turn for row in rows([LOST, EARNED, {**LOST, "turn": 2}], "en", titled)] == [1, 2, 3]


def test_the_better_sentence_has_a_line_of_its_own_under_the_fault() -> None:
    assert list(evidence_lines([LOST], "en", titled)) == [
        "-2   turn 3: Pressures “pay now”",
        "     Better: What could you manage?",
    ]


def test_the_checks_of_the_plan_are_two_lists_with_their_points() -> None:
    found = checks([check("amount", 2), check("date", 0), check("agreed", 2), EARNED], "en")
    assert (len(found.held), found.points, len(found.missing), found.left) == (2, 4, 1, 2)
    assert list(rows([check("amount", 2)], "en", titled)) == []


def test_an_accepted_offer_is_called_so_and_not_by_its_name_in_the_program() -> None:
    accepted = {**EARNED, "name": "accept"}
    assert [row.what for row in rows([accepted], "zh", titled)] == ["提的方案被接受了"]


def test_a_whole_reply_as_evidence_is_cut_short() -> None:
    calm = {**EARNED, "source": "provocation", "name": "insult", "words": "我" * 80}
    (row,) = rows([calm], "zh", titled)
    assert cells(row.words) <= LONGEST


def test_near_misses_are_gathered_by_turn() -> None:
    near = [{"turn": 2, "name": "pressures", "words": "b"}, {"turn": 1, "name": "x", "words": "a"}]
    assert near_misses(near, titled) == [(1, [("x", "a")]), (2, [("Pressures", "b")])]


def test_labels_and_brackets_are_those_of_the_language() -> None:
    assert labelled("Turn", "x", "en") + aside("y", "en") + quoted("z", "en") == "Turn: x (y) “z”"
    assert labelled("第 1 句", "x", "zh") + aside("y", "zh") + quoted("z", "zh") == "第 1 句：x（y）“z”"


def test_how_far_a_clause_was_checked_is_told_in_words() -> None:
    breach = {"source": "law", "citation": "12 CFR 1006.18", "confidence": "V1; (d) M-high"}
    assert clause_words(breach, "en") == (
        "Clause: 12 CFR 1006.18 (read in the provision's own text; (d) from memory, not checked)"
    )
    assert "V1" not in clause_words({**breach, "confidence": "V1+V2"}, "zh")
