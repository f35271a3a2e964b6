"""Which words break a rule in which state, in three answers; duties; early exits; what is put right."""

from __future__ import annotations

from dataclasses import replace

from scoring.acts import Cue, Said, Sum
from scoring.conditions import read
from scoring.conduct import forbidden
from scoring.duties import judged
from scoring.evidence import Heard, Kind, Span, Turn
from scoring.rulebook import Ban, Breach, Duty, Rule, Rulebook
from scoring.standing import Standing


def _rule(code: str = "R-1", severity: str = "critical", **more: object) -> Rule:
    return replace(Rule(code, "A rule", "Clause 1", "V1", severity, "law"), **more)  # type: ignore[arg-type]  # fields by name


def _book(*rules: Rule, **more: object) -> Rulebook:
    return replace(Rulebook("xx", {}, rules), **more)  # type: ignore[arg-type]  # the same


def _turn(number: int, *names: str, near: tuple[str, ...] = (), reply: str = "x", **state: object) -> Turn:
    standing = replace(Standing(), **state)  # type: ignore[arg-type]  # the same
    return Turn(
        number,
        "beat",
        "",
        reply,
        heard=tuple(_heard(name, at) for at, name in enumerate(names)),
        possibly=tuple(_heard(name, at) for at, name in enumerate(near)),
        law=Said(standing),
    )


def _heard(name: str, at: int) -> Heard:
    return Heard(name, Kind.GOOD, Span(at * 10, at * 10 + 5), name, "pattern", behaviours=(name,))


def _told(breaches: tuple[Breach, ...]) -> list[tuple[int, str, bool]]:
    return [(breach.turn, breach.rule.id, breach.sure) for breach in breaches]


BANKRUPT = _rule(forbids=(Ban(("offers_plan",), when=read("bankrupt")),))


def test_the_same_words_break_a_rule_in_one_state_and_not_in_another() -> None:
    book = _book(BANKRUPT)
    (breach,) = forbidden(book, _turn(1, "offers_plan", flags=("bankrupt",)))
    assert breach.sure and breach.because["en"] == "they had said that they are bankrupt"
    assert forbidden(book, _turn(1, "offers_plan")) == ()


def test_what_was_heard_by_likeness_accuses_nobody_but_a_pattern_beside_it_does() -> None:
    book = _book(_rule(forbids=(Ban(("offers_plan", "pressures")),)))
    alike = replace(_heard("offers_plan", 0), how="example")
    turn = replace(_turn(1), heard=(alike,))
    assert _told(forbidden(book, turn)) == [(1, "R-1", False)]
    both = replace(turn, heard=(alike, _heard("pressures", 1)))
    assert _told(forbidden(book, both)) == [(1, "R-1", True)]


def test_an_exception_takes_back_a_behaviour_where_it_overlaps_and_nowhere_else() -> None:
    book = _book(_rule(forbids=(Ban(("exceeds_authority",), excepts=("no_fee",)),)))
    turn = _turn(1, "greets", "exceeds_authority")  # the second stands at 10 to 15
    assert _told(forbidden(book, turn)) == [(1, "R-1", True)]
    over = replace(turn, law=replace(turn.law, cues=(Cue("no_fee", "no fee", 12, 18),)))
    assert forbidden(book, over) == ()
    beside = replace(turn, law=replace(turn.law, cues=(Cue("no_fee", "no fee", 15, 20),)))
    assert _told(forbidden(book, beside)) == [(1, "R-1", True)]


def test_what_only_came_near_is_possible_and_never_counts() -> None:
    book = _book(BANKRUPT)
    turn = _turn(1, near=("offers_plan",), flags=("bankrupt",))
    assert _told(forbidden(book, turn)) == [(1, "R-1", False)]
    assert book.breaches(turn) == ()


def test_a_state_that_cannot_be_known_makes_it_possible() -> None:
    book = _book(_rule(forbids=(Ban(("states_debt",), when=read("not verified")),)))
    assert _told(forbidden(book, _turn(1, "states_debt", verified=None))) == [(1, "R-1", False)]


def test_a_goodbye_in_the_same_reply_excuses() -> None:
    ban = Ban(("anything",), when=read("local_time 22:00 to 08:00"), unless_says=("closes_politely",))
    book = _book(_rule(forbids=(ban,)))
    assert _told(forbidden(book, _turn(1, "states_debt", minute=23 * 60))) == [(1, "R-1", True)]
    assert forbidden(book, _turn(1, "closes_politely", minute=23 * 60)) == ()
    assert _told(forbidden(book, _turn(1, near=("closes_politely",), minute=23 * 60))) == [(1, "R-1", False)]


def test_a_sum_is_wrong_only_if_the_file_says_otherwise() -> None:
    book = _book(_rule(forbids=(Ban(("states_debt",), sums="wrong"),)))

    def said(amount: int, figures: tuple[int, ...], approx: bool = False) -> Turn:
        law = Said(Standing(figures=figures), sums=(Sum(amount, 0, 5, approx),))
        return replace(_turn(1, "states_debt"), law=law)

    assert forbidden(book, said(420000, (420000,))) == ()
    assert forbidden(book, said(421099, (421044,))) == ()
    assert forbidden(book, said(410000, (421044,), approx=True)) == ()
    assert _told(forbidden(book, said(490000, (420000,)))) == [(1, "R-1", True)]
    assert forbidden(book, said(490000, ())) == ()


def test_what_is_left_after_a_payment_named_in_the_same_reply_is_no_wrong_sum() -> None:
    book = _book(_rule(forbids=(Ban(("states_debt",), sums="wrong"),)))
    turn = _turn(1, "states_debt", figures=(420000,))
    paid, left = Sum(10000, 40, 45), Sum(410000, 0, 5)
    assert forbidden(book, replace(turn, law=replace(turn.law, sums=(paid, left)))) == ()
    assert len(forbidden(book, replace(turn, law=replace(turn.law, sums=(left,))))) == 1


def test_the_parts_of_a_figure_are_no_wrong_sums_when_they_come_to_it() -> None:
    book = _book(_rule(forbids=(Ban(("states_debt",), sums="wrong"),)))
    turn = _turn(1, "states_debt", figures=(420000,))
    for fees, told in ((12500, []), (62500, [(1, "R-1", True)])):
        sums = (Sum(386000, 0, 3), Sum(21500, 4, 6), Sum(fees, 7, 9))
        assert _told(forbidden(book, replace(turn, law=replace(turn.law, sums=sums)))) == told


def test_a_more_special_rule_takes_the_same_words() -> None:
    general = _rule("R-1", forbids=(Ban(("impersonates",)),), yields_to=("R-2",))
    special = _rule("R-2", forbids=(Ban(("R-2.1",)),))
    turn = _turn(1, "impersonates")
    both = replace(turn, law=replace(turn.law, cues=(Cue("R-2.1", "a lawyer", 2, 4),)))
    assert _told(forbidden(_book(general, special), both)) == [(1, "R-2", True)]
    far = replace(turn, law=replace(turn.law, cues=(Cue("R-2.1", "a lawyer", 20, 24),)))
    assert len(forbidden(_book(general, special), far)) == 2


def test_a_special_rule_takes_words_with_any_of_its_own_not_only_the_first() -> None:
    general = _rule("R-1", forbids=(Ban(("impersonates",)),), yields_to=("R-2",))
    special = _rule("R-2", forbids=(Ban(("R-2.1",)),))
    turn = _turn(1, "impersonates")
    cues = (Cue("R-2.1", "elsewhere", 20, 24), Cue("R-2.1", "a lawyer", 2, 4))
    both = replace(turn, law=replace(turn.law, cues=cues))
    assert _told(forbidden(_book(general, special), both)) == [(1, "R-2", True)]
    near = replace(turn, law=replace(turn.law, cues=(cues[0], replace(cues[1], sure=False))))
    assert len(forbidden(_book(general, special), near)) == 2


def test_a_rule_speaks_only_where_it_applies() -> None:
    rule = _rule(
        forbids=(Ban(("insults",)),), applies=read("role is agency"), not_applicable=read("in_crisis")
    )
    assert forbidden(_book(rule), _turn(1, "insults", role="in_house")) == ()
    assert forbidden(_book(rule), _turn(1, "insults", flags=("in_crisis",))) == ()
    assert len(forbidden(_book(rule), _turn(1, "insults"))) == 1


NOTICE = _rule(severity="major", requires=(Duty(("gives_notice",), before=("states_debt",)),))


def test_a_duty_comes_before_what_it_guards_also_within_one_reply() -> None:
    book = _book(NOTICE)
    assert _told(judged(book, [_turn(1, "states_debt")])) == [(1, "R-1", True)]
    assert judged(book, [_turn(1, "gives_notice"), _turn(2, "states_debt")]) == ()
    assert judged(book, [_turn(1, "gives_notice", "states_debt")]) == ()
    assert _told(judged(book, [_turn(1, "states_debt", "gives_notice")])) == [(1, "R-1", True)]


def test_a_duty_that_may_have_been_met_leaves_only_a_possible_breach() -> None:
    turns = [_turn(1, near=("gives_notice",)), _turn(2, "states_debt")]
    assert _told(judged(_book(NOTICE), turns)) == [(2, "R-1", False)]


def test_what_the_debtor_reveals_must_be_answered_within_its_replies() -> None:
    duty = Duty(("respects_stop",), within=2, after=read("represented"))
    book = _book(_rule(requires=(duty,)), early_exit=read("represented"))
    before, then = _turn(1, "greets"), {"flags": ("represented",)}
    assert judged(book, [before, _turn(2, **then)]) == ()
    assert _told(judged(book, [before, _turn(2, **then), _turn(3, **then)])) == [(3, "R-1", True)]
    assert judged(book, [before, _turn(2, **then), _turn(3, "respects_stop", **then)]) == ()


RECAP = _rule(severity="minor", requires=(Duty(("confirms_plan",), by_end=True),))


def test_a_duty_by_the_end_is_missed_only_when_the_call_closed() -> None:
    turns = [_turn(1, "greets"), _turn(2, "offers_plan")]
    assert judged(_book(RECAP), turns) == ()
    assert judged(_book(RECAP), turns, ended=True, lost=True) == ()
    (breach,) = judged(_book(RECAP), turns, ended=True)
    assert breach.missed and breach.turn == 2


def test_an_early_exit_makes_what_is_not_due_not_applicable() -> None:
    book = _book(RECAP, early_exit=read(["third_party", "in_crisis"]))
    assert judged(book, [_turn(1, "greets", flags=("in_crisis",))], ended=True) == ()
    assert len(judged(book, [_turn(1, "greets")], ended=True)) == 1


def test_a_notice_that_the_file_says_was_given_is_not_asked_again() -> None:
    duty = Duty(("gives_notice",), within=1, given="recording")
    assert judged(_book(_rule(requires=(duty,))), [_turn(1, given=("recording",))]) == ()
    assert len(judged(_book(_rule(requires=(duty,))), [_turn(1)])) == 1


def test_an_opening_duty_exists_only_where_the_call_begins_at_the_pickup() -> None:
    book = _book(_rule(requires=(Duty(("identifies_self",), within=1, opening=True),)))
    assert judged(book, [_turn(1)]) == ()
    assert len(judged(book, [_turn(1, begins="pickup")])) == 1


def test_a_slip_put_right_counts_one_level_less_and_a_critical_one_never() -> None:
    for severity, counts in (("major", "minor"), ("critical", "critical")):
        rule = _rule(severity=severity, forbids=(Ban(("argues",)),), mends=("apologises",))
        (breach,) = judged(_book(rule), [_turn(1, "argues"), _turn(2), _turn(3, "apologises")])
        assert breach.rule.severity == counts
        (late,) = judged(_book(rule), [_turn(1, "argues"), _turn(2), _turn(3), _turn(4, "apologises")])
        assert late.rule.severity == severity


def test_only_what_was_checked_may_be_called_law() -> None:
    assert _rule(confidence="V1").as_law and _rule(confidence="M-high").as_law
    for confidence in ("M-med", "M-low", "unsure", ""):
        assert not _rule(confidence=confidence).as_law
    assert not _rule(source="policy").as_law


def test_a_rule_is_found_by_its_id_its_name_and_both() -> None:
    book = replace(_book(_rule("US-14", name="third-party")), id="us")
    assert book.rule("us-14") is book.rule("third-party") is book.rule("us-third-party") is book.rules[0]
    assert book.rule("us-15") is None
