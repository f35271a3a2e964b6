"""Whole calls, piped in: a kind, a clumsy and a cruel trainee, in both languages."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from scoring import recompute
from simulator.cli import main

CALLS = Path(__file__).parent / "calls"
IDS = {
    "angry": "angry-four-calls",
    "evasive": "evasive-next-friday",
    "hardship": "hardship-lost-her-job",
    "promise": "broken-promise",
}
PLANS = ("fair", "giveaway", "vague", "crushing", "unauthorised")
"""Five ends of the call about a broken promise: a plan that holds, one that asks for half of what could be
paid, a promise without figures, one the debtor cannot keep, one that gives away what nobody allowed."""
KINDS = ("briefing", "says", "heard", "breach", "offer", "mood", "coach", "hint", "ended", "sheet")


def pipe(
    name: str, who: str, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    """Return what the plain shell prints for a recorded call, as JSON lines."""
    text = (CALLS / f"{name}.{who}.{language}.txt").read_text(encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    arguments = ["--lang", language, "play", IDS[name], "--plain", "--seed", "7", "--format", "json"]
    assert main(arguments) == 0
    return capsys.readouterr().out


def events(printed: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.splitlines()]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["angry", "evasive", "hardship"])
def test_three_trainees_reach_three_endings_and_sheets_that_add_up(
    name: str, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    endings, sheets = {}, {}
    for who in ("kind", "clumsy", "cruel"):
        happened = events(pipe(name, who, language, monkeypatch, capsys))
        assert [each["event"] for each in happened[:2]] == ["briefing", "says"]
        assert [each["event"] for each in happened[-2:]] == ["ended", "sheet"]
        assert {each["event"] for each in happened} <= set(KINDS)
        assert all("turn" in each for each in happened)
        sheet = happened[-1]
        again = recompute(sheet)
        assert again["overall"] == sheet["overall"]
        for competency, result in again["competencies"].items():
            assert result["score"] == sheet["competencies"][competency]["score"]
        endings[who], sheets[who] = happened[-2], sheet
    assert len({ending["ending"] for ending in endings.values()}) == 3
    assert len({ending["outcome"] for ending in endings.values()}) == 3
    assert sheets["kind"]["overall"] >= 95
    assert sheets["kind"]["verdict"]["passed"]
    assert sheets["kind"]["outcome"] == "agreed"
    assert sheets["cruel"]["outcome"] == "lost"
    assert sheets["cruel"]["verdict"]["conduct"] == "critical"
    assert not sheets["cruel"]["verdict"]["passed"]
    assert sheets["cruel"]["overall"] < sheets["clumsy"]["overall"] < sheets["kind"]["overall"]


@pytest.mark.parametrize(("name", "language"), [("angry", "en"), ("evasive", "zh")])
def test_the_same_input_twice_gives_the_same_bytes(
    name: str, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pipe(name, "clumsy", language, monkeypatch, capsys) == pipe(
        name, "clumsy", language, monkeypatch, capsys
    )


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_point_shows_words_of_the_trainee_and_every_breach_its_clause(
    language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for who in ("kind", "cruel"):
        replies = (CALLS / f"hardship.{who}.{language}.txt").read_text(encoding="utf-8").splitlines()
        sheet = events(pipe("hardship", who, language, monkeypatch, capsys))[-1]
        for result in sheet["competencies"].values():
            for line in result["evidence"]:
                if line["source"] in ("response", "penalty", "rule"):
                    assert line["words"] in replies[line["turn"] - 1]
        for breach in sheet["breaches"]:
            assert breach["citation"] or breach["source"] == "policy"
            assert breach["words"] in replies[breach["turn"] - 1]


def test_the_end_of_input_before_the_end_of_the_call_is_a_hang_up(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Hello, this is Jordan Reyes from Northgate Recovery.\n"))
    main(["play", "hardship-lost-her-job", "--plain", "--seed", "7", "--format", "json"])
    happened = events(capsys.readouterr().out)
    assert (happened[-2]["ending"], happened[-2]["outcome"]) == ("you_hung_up", "lost")
    assert not happened[-1]["verdict"]["passed"]


def test_what_was_played_is_in_the_history_and_verifies(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe("angry", "clumsy", "zh", monkeypatch, capsys)
    assert main(["verify"]) == 0
    assert capsys.readouterr().out.count("\n") == 2
    assert main(["history", "--format", "json"]) == 0
    (call,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (call["trainee"], call["scenario"], call["language"]) == ("tess", "angry-four-calls", "zh")
    assert main(["show", call["call"], "--transcript"]) == 0
    shown = capsys.readouterr().out
    assert "陆建国" in shown
    assert main(["export", "--format", "csv"]) == 0


@pytest.mark.parametrize("language", ["en", "zh"])
def test_five_plans_come_in_the_order_an_experienced_trainer_would_put_them(
    language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sheets = {who: events(pipe("promise", who, language, monkeypatch, capsys))[-1] for who in PLANS}
    plan = {who: sheet["competencies"]["plan"]["score"] for who, sheet in sheets.items()}
    assert plan["fair"] >= 95
    assert plan["fair"] > plan["giveaway"] > 50
    assert max(plan["vague"], plan["crushing"], plan["unauthorised"]) < 30
    assert sheets["fair"]["verdict"]["passed"]
    assert not any(sheets[who]["verdict"]["passed"] for who in ("vague", "crushing", "unauthorised"))
    assert sheets["fair"]["plan"]["kept"]
    assert sheets["giveaway"]["plan"]["missing"] or sheets["giveaway"]["plan"]["conceded"]
    assert sheets["unauthorised"]["verdict"]["conduct"] == "major"
