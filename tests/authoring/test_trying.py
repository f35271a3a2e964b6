"""`try` says what was heard in a sentence, what nearly was, what was not counted and why, and who decides."""

from __future__ import annotations

import io
import json
import sys
from datetime import date

import pytest
from rich.cells import cell_len

from scoring.evidence import Span
from simulator.authoring.library import Library
from simulator.authoring.teaching.slips import slips
from simulator.authoring.teaching.trace import RULES, Trace, as_data, traced
from simulator.authoring.testing.scenario_tests import call_at
from simulator.catalogue import t
from simulator.cli import main
from simulator.shells.tracing import shortened, trace_lines, underlined

TODAY = date(2026, 6, 10)


def tried(library: Library, text: str, beat: str = "", language: str = "en", plan: bool = False) -> Trace:
    stage = library.stage("lost-her-job", language)
    return traced(call_at(stage, beat or None, plan=plan, mode="practice"), text)[1]


def lines(trace: Trace, language: str = "en") -> list[str]:
    return list(trace_lines(trace, language, TODAY))


def test_every_response_shows_its_kind_its_words_and_what_heard_it(library: Library) -> None:
    trace = tried(library, "I'm so sorry to hear that.")
    (sign, *_) = trace.heard
    assert (sign.name, sign.kind, sign.own) == ("shows she was heard", "good", True)
    assert trace.you[sign.span.start : sign.span.end] == sign.words
    assert sign.behaviour == "acknowledges_feeling" and sign.because
    shown = lines(trace)
    at = shown.index("Heard, good: shows she was heard")
    assert shown[at + 1].strip() == trace.you
    assert shown[at + 2].index("^") == shown[at + 1].index(sign.words)


def test_a_denial_shows_what_it_took_back_and_by_which_words(library: Library) -> None:
    trace = tried(library, "We will not sue you.")
    (taken,) = [one for one in trace.cancelled if one.name == "threatens_legal"]
    assert (taken.why, taken.by, taken.kind) == ("negated", "not", "breach")
    assert any("it was denied (“not”)" in line for line in lines(trace))
    assert any("说的是不会" in line for line in lines(trace, "zh"))


def test_a_pattern_half_said_tells_what_it_lacks(library: Library) -> None:
    trace = tried(library, "You lost your job, right?")
    (near,) = [one for one in trace.near if one.lacking]
    assert near.name == "shows she was heard"
    assert near.lacking == ("(hard|rough|awful)",)
    assert near.sureness == pytest.approx(2 / 3, abs=0.001)
    assert any("still lacks: (hard|rough|awful)" in line for line in lines(trace))


def test_what_came_near_tells_how_much_was_needed(library: Library) -> None:
    trace = tried(library, "Carrying this along with other people is a lot.")
    alike = [one for one in trace.near if not one.lacking]
    for near in alike:
        assert 0 < near.sureness < 1
        assert (near.needed is None) == (near.kind in ("bad", "breach"))


def test_an_offer_is_read_and_answered(library: Library) -> None:
    trace = tried(library, "Could you manage $120 on the 5th of each month?", "what_is_possible")
    assert trace.terms is not None and trace.terms["amount"] == 12000
    assert (trace.rule, trace.verdict, trace.place) == ("offer", "accept", "recap")
    assert any(line.startswith("Offer read: $120 a month") and "accepts" in line for line in lines(trace))


def test_the_rule_that_decided_is_named(library: Library) -> None:
    assert tried(library, "I'm sorry to hear that. Pay or we will sue you.").rule == "breach"
    assert tried(library, "I'm sorry to hear that.").rule == "own"
    assert tried(library, "Thank you for your time, goodbye.").rule == "pack"
    assert tried(library, "Hmpf grmbl.").rule == "nothing"
    for language in ("en", "zh"):
        for rule in RULES:
            assert t(f"try.rule_{rule}", language)


def test_mood_and_score_changes_are_those_of_the_call(library: Library) -> None:
    trace = tried(library, "I'm so sorry to hear that.")
    assert trace.points == {"empathy": 2, "patience": 1}
    assert trace.mood.trust == trace.before.trust + 2
    assert any(f"Trust {trace.before.trust} → {trace.mood.trust}" in line for line in lines(trace))
    assert any(line == "Goes to: what_is_possible" for line in lines(trace))


def test_a_slip_is_shown_as_typed_and_as_heard() -> None:
    tokens = ("we", "will", "have", "you", "arrested", "do", "not")
    assert [(one.typed, one.heard) for one in slips("We will have you arested, don't", tokens)] == [
        ("arested", "arrested")
    ]
    assert slips("我们不会", ("我", "们", "不", "会")) == ()


def test_carets_stand_under_chinese_words() -> None:
    sentence = "我理解您的难处，但是今天必须还。"
    start = sentence.index("难处")
    text, carets = underlined(sentence, Span(start, start + 2), "  ")
    assert cell_len(carets[: carets.index("^")]) == cell_len(text[: text.index("难处")])
    assert carets.count("^") == 4


def test_a_long_reply_is_cut_around_the_words() -> None:
    reply = "word " * 60 + "sue you" + " word" * 60
    text, carets = underlined(reply, Span(300, 307))
    assert text.startswith("…") and text.endswith("…") and cell_len(text) <= 98
    assert text[carets.index("^") :].startswith("sue you")


def test_what_was_typed_never_becomes_an_escape() -> None:
    text, _ = underlined("a\x1b[31mb\nc", Span(0, 1))
    assert "\x1b" not in text and "\n" not in text


def test_long_patterns_show_the_words_that_were_said() -> None:
    pattern = "(not|never) ... (" + "|".join(f"word{number}" for number in range(20)) + "|sue)"
    assert shortened(pattern, "not sue") == "(not|never) ... (sue|…)"


def test_json_has_the_whole_trace(library: Library) -> None:
    data = json.loads(json.dumps(as_data(tried(library, "I'm sorry to hear that, but we won't sue you."))))
    assert data["heard"][0]["span"] == [4, 17]
    assert data["cancelled"][0]["why"] == "negated"
    assert set(data["mood"]) == {"anger", "trust", "openness"}


def run(*arguments: str) -> int:
    return main(["try", *arguments])


def test_an_unknown_beat_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("hardship-lost-her-job", "lostjob", "hello", "--lang", "en") == 2
    out, err = capsys.readouterr()
    assert not out and "lost_job" in err and err.count("\n") == 1


def test_a_sentence_alone_is_said_at_the_start(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run("hardship-lost-her-job", "Hello, this is Jordan Reyes.", "--format", "json", "--lang", "en") == 0
    )
    assert json.loads(capsys.readouterr().out)["beat"] == "pickup"


def test_sentences_are_read_one_after_the_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.StringIO("Hello.\n:beat recap\n:beat nowhere\n:foo\nGoodbye.\n:quit\nx\n")
    )
    assert run("hardship-lost-her-job", "--format", "json", "--lang", "en") == 0
    out, err = capsys.readouterr()
    assert [json.loads(line)["beat"] for line in out.splitlines()] == ["pickup", "recap"]
    assert "nowhere" in err and ":foo" in err


@pytest.mark.parametrize("given", ["trust=11", "trust", "love=3", "plan=perhaps"])
def test_a_mood_that_is_none_is_refused(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("hardship-lost-her-job", "recap", "x", "--set", given) == 2
    assert given in capsys.readouterr().err


def test_the_mood_and_the_plan_can_be_set(capsys: pytest.CaptureFixture[str]) -> None:
    said = "So that's $350 on the 5th of every month, right?"
    assert (
        run(
            "hardship-lost-her-job",
            "recap",
            said,
            "--set",
            "trust=2",
            "--set",
            "plan=yes",
            "--format",
            "json",
        )
        == 0
    )
    data = json.loads(capsys.readouterr().out)
    assert data["before"]["trust"] == 2
    assert "repeats the whole plan" in [one["name"] for one in data["heard"]]
