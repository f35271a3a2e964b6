"""The call as a value: nothing raises, moods stay in bounds, replay equals the play."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import as_dict as sheet_as_dict
from simulator.authoring.library import Library
from simulator.call import Call, Stage, act, as_dict, hang_up, judge, replay, reply, start, undo
from simulator.call.events import CoachEvent, HeardEvent, HintEvent, MoodEvent, Says
from simulator.errors import CannotPlay
from simulator.shells.session import stage_for

CALLS = Path(__file__).parents[1] / "calls"
STAGES: dict[tuple[str, str], Stage] = {}


def stage(scenario: str = "hardship-lost-her-job", language: str = "en") -> Stage:
    key = (scenario, language)
    if key not in STAGES:
        STAGES[key] = stage_for(Library.usual(), scenario, language)
    return STAGES[key]


def lines(name: str) -> list[str]:
    return (CALLS / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def play(call: Call, replies: list[str]) -> Call:
    for text in replies:
        call, _ = reply(call, text)
    return call


phrases = st.sampled_from(
    [
        *lines("hardship.kind.en"),
        *lines("angry.cruel.en"),
        *lines("hardship.kind.zh"),
        "$350 a month from the 5th",
        "yes",
        "/undo",
    ]
)
texts = st.one_of(phrases, st.text(max_size=120))
actions = st.lists(
    st.one_of(texts.map(lambda text: ("reply", text)), st.just(("undo", "")), st.just(("hang_up", ""))),
    max_size=8,
)
languages = st.sampled_from(["en", "zh"])


@settings(max_examples=40)
@given(actions, st.integers(0, 2**31), languages)
def test_no_reply_raises_and_moods_stay_between_0_and_10(
    made: list[tuple[str, str]], seed: int, language: str
) -> None:
    call, _ = start(stage(language=language), seed)
    for action in made:
        call, events = act(call, action)
        mood = call.state.mood
        assert all(0 <= value <= 10 for value in (mood.anger, mood.trust, mood.openness))
        assert all(as_dict(event)["event"] for event in events)


@settings(max_examples=25)
@given(actions, st.integers(0, 2**31))
def test_replaying_a_call_gives_the_same_call_and_the_same_sheet(
    made: list[tuple[str, str]], seed: int
) -> None:
    call, first = start(stage(), seed)
    happened = list(first)
    for action in made:
        call, events = act(call, action)
        happened += events
    again, events_again = replay(stage(), made, seed)
    assert tuple(happened) == events_again
    assert sheet_as_dict(judge(call)) == sheet_as_dict(judge(again))


@settings(max_examples=25)
@given(texts, texts)
def test_undo_is_the_value_before(one: str, two: str) -> None:
    call, _ = start(stage(), 7)
    first, _ = reply(call, one)
    second, _ = reply(first, two)
    assert undo(first) == call
    assert second is first if first.ended else undo(second) == first
    assert undo(call) == call


def test_an_ended_call_stays_ended() -> None:
    call, _ = start(stage(), 7)
    ended, _ = hang_up(call)
    assert ended.ended
    for after in (reply(ended, "Hello?"), hang_up(ended)):
        assert after == (ended, ())


def test_a_reply_that_is_not_understood_costs_nothing_and_brings_a_hint_the_second_time() -> None:
    call, _ = start(stage(), 7)
    before = judge(call)
    call, first = reply(call, "Erm.")
    call, second = reply(call, "Erm, the thing, you know.")
    assert [result.lost for result in judge(call).competencies] == [
        result.lost for result in before.competencies
    ]
    assert not any(isinstance(event, HintEvent) for event in first)
    assert any(isinstance(event, HintEvent) for event in second)
    assert not any(isinstance(event, MoodEvent) for event in (*first, *second))


def test_the_debtor_does_not_say_the_same_otherwise_twice_in_a_row() -> None:
    call, _ = start(stage("angry-four-calls"), 7)
    said = []
    for _ in range(4):
        call, events = reply(call, "Erm.")
        said += [event.text for event in events if isinstance(event, Says)]
    assert all(one != two for one, two in pairwise(said))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_same_line_from_a_furious_and_from_a_calm_debtor_is_not_the_same(language: str) -> None:
    for scenario in ("angry-four-calls", "evasive-next-friday", "hardship-lost-her-job"):
        script = stage(scenario, language).script
        told = [
            [
                event.text
                for event in start(stage(scenario, language), 7, mood={"anger": anger})[1]
                if isinstance(event, Says)
            ]
            for anger in (8, 1)
        ]
        assert told[0] != told[1], script.id


@pytest.mark.parametrize("language", ["en", "zh"])
def test_provocations_are_played_when_the_mood_says_so_and_repeat_by_seed(language: str) -> None:
    scenario = stage("angry-four-calls", language)
    kinds = set()
    for seed in range(12):
        call, _ = start(scenario, seed, mood={"anger": 8, "trust": 2})
        twice = []
        for _ in range(2):
            _, events = play_events(call, lines(f"angry.clumsy.{language}")[:4])
            twice.append([as_dict(event) for event in events])
            kinds |= {event.tactic for event in events if isinstance(event, Says) and event.tactic}
        assert twice[0] == twice[1]
    assert kinds
    _, events = play_events(
        start(scenario, 3, mood={"anger": 0, "trust": 9})[0], lines(f"angry.kind.{language}")[:3]
    )
    assert not any(event.tactic == "insult" for event in events if isinstance(event, Says))


def play_events(call: Call, replies: list[str]) -> tuple[Call, list[object]]:
    happened: list[object] = []
    for text in replies:
        call, events = reply(call, text)
        happened += events
    return call, happened


def test_a_breach_steers_although_kindness_is_heard_beside_it() -> None:
    call, _ = start(stage(), 7, beat="lost_job", mood={"anger": 3, "trust": 5})
    after, events = reply(
        call, "I'm so sorry to hear about your job, but if you don't pay we're going to sue you."
    )
    heard = next(event for event in events if isinstance(event, HeardEvent))
    assert {"acknowledges_feeling", "threatens_legal"} <= {found.name for found in heard.behaviours}
    assert heard.steers == "threatens her with jail or court"
    assert after.state.beat == "lost_job"


def test_an_exam_says_nothing_about_a_reply_until_the_end() -> None:
    call, first = start(stage(), 7, mode="exam")
    happened = list(first)
    for text in ["Erm.", "Erm.", "Erm.", *lines("hardship.clumsy.en")]:
        call, events = reply(call, text)
        happened += events
    assert not any(isinstance(event, (CoachEvent, HintEvent)) for event in happened)


def test_guided_mode_gives_the_hint_of_every_new_beat() -> None:
    _, events = start(stage(), 7, mode="guided")
    assert any(isinstance(event, HintEvent) for event in events)


def test_a_call_can_start_anywhere_in_any_mood() -> None:
    call, _ = start(stage(), 7, beat="recap", mood={"trust": 99, "anger": -5})
    assert (call.state.beat, call.state.mood.trust, call.state.mood.anger) == ("recap", 10, 0)
    assert (call.state.standing.verified, call.state.standing.begins) == (True, "middle")
    with pytest.raises(CannotPlay, match="nowhere"):
        start(stage(), beat="nowhere")
    with pytest.raises(CannotPlay, match="loud"):
        start(stage(), mode="loud")


@pytest.mark.parametrize(
    ("language", "offer", "verdict"),
    [
        ("en", "Could you do $900 a month from July 5?", "too_much"),
        ("en", "Could you do $300 a month?", "vague"),
        ("en", "Could you do $350 a month from July 5?", "accept"),
        ("zh", "那就每个月还900块，8月10号开始，您看行吗？", "too_much"),
        ("zh", "那就每个月10号还400元，分18期，您看行吗？", "accept"),
    ],
)
def test_every_offer_is_weighed_against_the_household(language: str, offer: str, verdict: str) -> None:
    where = {"en": "her_figure", "zh": "terms"}[language]
    call, _ = start(stage(language=language), 7, beat=where, mood={"trust": 6, "openness": 6})
    _, events = reply(call, offer)
    (weighed,) = [as_dict(event) for event in events if as_dict(event)["event"] == "offer"]
    assert weighed["verdict"] == verdict


@pytest.mark.parametrize(
    ("scenario", "breach"), [("angry-four-calls", True), ("hardship-lost-her-job", False)]
)
def test_reducing_interest_is_a_breach_where_the_file_gives_no_authority_for_it(
    scenario: str, breach: bool
) -> None:
    call, _ = start(stage(scenario, "zh"), 7, beat="terms")
    call, events = reply(call, "如果您现在愿意还款，我们可以为您减少一些利息。")
    heard = next(event for event in events if isinstance(event, HeardEvent))
    assert "offers_relief" in {found.name for found in heard.behaviours}
    assert any(as_dict(event)["event"] == "breach" for event in events) is breach


@pytest.mark.parametrize(
    "text", ["我可以帮您申请减免一些利息，批不批由银行决定。", "利息能不能减我得先请示一下。"]
)
def test_asking_for_leave_promises_nothing(text: str) -> None:
    call, _ = start(stage("angry-four-calls", "zh"), 7, beat="terms")
    _, events = reply(call, text)
    assert not any(as_dict(event)["event"] == "breach" for event in events)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_padding_a_poor_reply_with_neutral_words_raises_no_score(language: str) -> None:
    poor = {"en": "You have to pay all of it today.", "zh": "你今天必须全部还清。"}[language]
    padding = {
        "en": " The radio mentioned some clouds over the coast this morning and a train that was late.",
        "zh": "今天早上广播里说沿海有点云，火车也晚点了，路口那家早餐店还没开门。",
    }[language]
    call, _ = start(stage(language=language), 7)
    plain, _ = reply(call, poor)
    padded, _ = reply(call, poor + padding * 3)
    for one, two in zip(judge(plain).competencies, judge(padded).competencies, strict=True):
        assert two.earned <= one.earned
        assert two.lost >= one.lost


@pytest.mark.parametrize(
    ("replies", "beat"),
    [
        (
            ["$900 a month from June 15", "$800 a month from June 15", "OK, I can't accept that."],
            "your_figure",
        ),
        (
            ["$900 a month from June 15", "$800 a month from June 15", "Okay, let me check with my manager."],
            "your_figure",
        ),
        (["$900 a month from June 15", "$800 a month from June 15", "Okay, let's do that."], "recap"),
    ],
)
def test_only_a_plain_yes_accepts_what_the_debtor_proposed(replies: list[str], beat: str) -> None:
    call, _ = start(stage("angry-four-calls"), 7, beat="your_figure", mood={"trust": 6, "anger": 3})
    assert play(call, replies).state.beat == beat


def test_the_debtors_own_figure_can_be_accepted() -> None:
    call, _ = start(stage(), 7, beat="her_figure", mood={"trust": 7, "openness": 7})
    call = play(call, ["What amount would you be comfortable with? You tell me.", "Okay, let's do that."])
    assert call.state.agreed is not None
    assert call.state.agreed.amount == 35_000
    assert call.state.beat == "recap"


def test_a_recap_with_other_figures_is_corrected_by_the_debtor_and_not_credited() -> None:
    call, _ = start(stage(), 7, beat="her_figure", mood={"trust": 7, "openness": 7})
    call = play(
        call, ["$350 a month from July 5", "To confirm, it's $200 a month from July 5, is that right?"]
    )
    assert (call.state.beat, call.state.recapped) == ("recap", False)
    assert "$350" in call.state.said
    call = play(call, ["To confirm, it's $350 a month from July 5, is that right?"])
    assert (call.state.beat, call.state.recapped) == ("in_writing", True)


def test_a_plan_with_too_many_payments_is_told_at_once_and_is_not_agreed() -> None:
    call, _ = start(stage(), 7, beat="her_figure", mood={"trust": 7, "openness": 7})
    call, events = reply(call, "Could you do $65 a week from July 5?")
    assert any(isinstance(event, CoachEvent) and "65 payments" in event.text for event in events)
    lines = next(result for result in judge(call).competencies if result.name == "plan").lines
    assert {line.name: line.points for line in lines if line.source == "plan"}["agreed"] == 0


@pytest.mark.parametrize(
    ("text", "breach"),
    [
        ("I'll waive the interest for you.", True),
        ("I don't need to ask my manager, I'll waive the interest for you.", True),
        ("Let me ask my manager whether we can waive the interest.", False),
        ("I'll knock 30% off the balance for you.", True),
    ],
)
def test_a_promise_beyond_the_file_is_a_breach_and_asking_for_leave_is_none(text: str, breach: bool) -> None:
    call, _ = start(stage("angry-four-calls"), 7, beat="your_figure", mood={"trust": 6, "anger": 3})
    _, events = reply(call, text)
    assert any(as_dict(event)["event"] == "breach" for event in events) is breach


def test_an_insult_beside_an_offer_earns_nothing_for_the_offer() -> None:
    call, _ = start(stage(), 7, beat="her_figure", mood={"trust": 7, "anger": 1})
    call, _ = reply(call, "You should be ashamed of yourself. $350 a month from July 5.")
    assert call.state.agreed is None
    assert not any(heard.name == "accept" for heard in call.turns[-1].heard)


def test_an_escape_sequence_is_gone_before_it_is_kept() -> None:
    call, _ = start(stage(), 7)
    call, events = reply(call, "\x1b]0;owned\x07\x1b[2JHello.")
    assert "\x1b" not in call.turns[-1].reply
    assert all("\x1b" not in str(as_dict(event)) for event in events)
