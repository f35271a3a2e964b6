"""A checked scenario is the script that the engine plays: nothing lost, nothing invented."""

from __future__ import annotations

from datetime import date

from scoring.evidence import Kind
from scoring.plan import Authority, Household
from simulator.authoring.codec import decode, encode
from simulator.authoring.library import Library
from simulator.call.script import Comparison, Line, Script


def _script(library: Library, language: str = "en") -> Script:
    return library.script(library.scenario_file("lost-her-job", language), language)


def test_the_desk_is_read_in_minor_units_days_and_shares(library: Library) -> None:
    script = _script(library)
    assert (script.account.balance, script.account.currency, script.account.overdue_days) == (
        420000,
        "USD",
        64,
    )
    assert script.authority == Authority(instalments=(3, 12), waive=0.0, first_payment_within=30, eases=False)
    assert script.household == Household(income=145000, essentials=110000, payday=5)
    assert (script.setting.date, script.setting.local_time) == (date(2026, 6, 10), "18:40")
    assert script.turn_limit == 24


def test_chinese_amounts_mean_the_same(library: Library) -> None:
    script = _script(library, "zh")
    assert (script.account.balance, script.account.currency, script.account.overdue_days) == (
        3200000,
        "CNY",
        64,
    )
    assert script.household == Household(income=620000, essentials=450000, payday=5)
    assert script.authority.instalments == (3, 12)


def test_a_response_keeps_its_kind_its_conditions_and_its_signed_effects(library: Library) -> None:
    good, bad = _script(library).beats["opening"].responses
    assert (good.name, good.kind, good.behaviours) == (
        "shows she was heard",
        Kind.GOOD,
        ("acknowledges_feeling",),
    )
    assert good.when == (Comparison("anger", "<", 9), Comparison("trust", ">=", 1))
    assert (good.mood, good.score) == ({"anger": -1, "trust": 2}, {"empathy": 2, "patience": 1})
    assert good.goto == "what_is_possible" and bad.goto is None
    assert bad.says.bands["tense"] == ("Did you hear me?", "Are you even listening?")
    assert bad.says.any == ()


def test_a_negotiation_an_always_a_reveal_and_an_ending_are_there(library: Library) -> None:
    script = _script(library)
    bargain = script.beats["what_is_possible"].negotiate
    assert bargain is not None and bargain.counter is not None
    assert (bargain.accept.goto, bargain.accept.score, bargain.counter.after) == ("recap", {"plan": 3}, 2)
    assert script.always[0].kind is Kind.BREACH
    assert script.reveals[0].on == ("asks_affordability",)
    assert script.ends_when == (((Comparison("anger", ">=", 9),), "hangs_up"),)
    assert script.endings["plan_agreed"].says == Line(any=("Okay. Thank you for listening.",))
    assert script.beats["recap"].responses[0].needs_plan


def test_the_persona_comes_with_voice_tactics_and_limits(library: Library) -> None:
    persona = _script(library).persona
    assert persona.mood == {"anger": 3, "trust": 4, "openness": 4}
    assert persona.feels["pressures"] == {"anger": 2, "trust": -1}
    assert persona.voice["furious"].how == "loud, close to tears"
    tactic = persona.tactics[0]
    assert (tactic.kind, tactic.chance, tactic.at_most) == ("silence", 0.3, 1)
    assert persona.limits == {"anger": 10}


def test_a_script_survives_the_cache_unchanged(library: Library) -> None:
    for language in ("en", "zh"):
        script = _script(library, language)
        assert decode(Script, encode(script)) == script


def test_digests_name_the_content_of_each_file(library: Library) -> None:
    en, zh = _script(library), _script(library, "zh")
    digests = {en.digest, zh.digest, en.persona.digest, zh.persona.digest}
    assert len(digests) == 4 and all(len(digest) == 64 for digest in digests)
