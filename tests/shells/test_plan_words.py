"""The plan part of the sheet as it is read: in both languages, plain and on the screen."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import CallFacts, Household, Turn, as_dict, score
from simulator.catalogue import catalogue
from simulator.shells.plan_words import pieces, plan_lines, sentences
from simulator.shells.terms import terms_words
from simulator.shells.tui.page import lines
from simulator.shells.tui.sheet_page import sheet_page
from simulator.shells.wording import sheet_lines
from simulator.text import cells
from tests.scoring.five import CRUSHING, FAIR, GIVEAWAY, RUBRIC, RULES, TODAY, VAGUE, WAIVER, sheet
from tests.scoring.offers import authorities, households, offers

LANGUAGES = ("en", "zh")
POOR = Household(income=100_000, essentials=120_000)
SHEETS = {
    "fair": sheet(FAIR, recapped=False),
    "giveaway": sheet(GIVEAWAY),
    "crushing": sheet(CRUSHING),
    "waiver": sheet(WAIVER),
    "vague": sheet(None, left_at=VAGUE),
    "nothing": sheet(None, proposed_by_debtor=False),
    "poor": sheet(None, household=POOR),
    "promised": sheet(FAIR, household=POOR),
}


def data(name: str, language: str) -> dict[str, Any]:
    """Return a sheet as data, of a call in this language."""
    made = as_dict(SHEETS[name])
    made["plan"] = {**made["plan"], "language": language}
    return made


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 78, 118])
@pytest.mark.parametrize("name", list(SHEETS))
def test_no_line_of_the_plan_part_is_wider_than_the_page(name: str, width: int, language: str) -> None:
    shown = lines(sheet_page(data(name, language), language, str), width)
    assert all(cells(line.plain) <= width for line in shown)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [78, 118])
def test_the_payments_stand_in_columns(width: int, language: str) -> None:
    shown = [line.plain.rstrip() for line in lines(sheet_page(data("fair", language), language, str), width)]
    rows = [line for line in shown if " 2026-" in line or " 2027-" in line]
    assert len(rows) == 12
    assert len({cells(row) for row in rows}) == 1
    assert len({row.index("202") for row in rows}) == 1


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("fair", "en", "To recap: $350, 12 payments, the first on the 5th of July"),
        ("fair", "zh", "我跟您核对一下：每期350美元，一共12期"),
        ("crushing", "en", "Will it be kept: No. Payment 1 on 5th of July is $700; there is $350"),
        ("crushing", "zh", "能不能兑现：不能。第 1 期，7月5号要还700美元"),
        ("waiver", "en", "Given away: $840 off the balance; needed: $0, needless: $840"),
        ("waiver", "zh", "让了多少：减免840美元；该让的0美元，多让的840美元"),
        ("giveaway", "en", "… and 12 more, the last one $175 on 2028-06-05"),
        ("giveaway", "zh", "……后面还有 12 期，最后一期 2028-06-05，175美元"),
        ("vague", "en", "Not definite: the amount; how often; how it is paid"),
        ("nothing", "en", "Could you manage $350 a month, starting on the 5th of July?"),
        ("nothing", "zh", "您看每个月还350美元，从7月5号开始"),
        ("poor", "en", "No payment now, and help instead, is the right outcome."),
        ("promised", "zh", "今天不用答应我还多少"),
    ],
)
def test_what_is_said_can_be_read(name: str, language: str, said: str) -> None:
    assert said in "\n".join(plan_lines(data(name, language)["plan"], language))


def test_the_next_sentence_is_in_the_language_of_the_call() -> None:
    plan = data("nothing", "zh")["plan"]
    assert "您看每个月还350美元，从7月5号开始，一共12期，安排得过来吗？" in list(sentences(plan, "en"))
    assert "  Nothing was agreed." in list(plan_lines(plan, "en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_loss_stands_among_the_evidence_and_not_among_what_is_missing(language: str) -> None:
    text = "\n".join(sheet_lines(data("crushing", language), language, str))
    assert catalogue(language)["sheet.check_will_break"] in text
    assert "-14" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_of_an_older_version_is_still_shown(language: str) -> None:
    old = {
        **dict.fromkeys(("amount", "total", "balance", "a_month", "affordable"), 35_000),
        **{"count": 1, "every": "", "first": "", "method": "", "currency": "USD"},
        **{"recovery_percent": 100, "days": 0, "health_percent": 0},
    }
    assert len(list(plan_lines(old, language))) == 2


@pytest.mark.parametrize(
    ("terms", "english", "chinese"),
    [
        (
            {"down": 50_000, "down_on": "2026-06-10", "rest": True, "count": 4, "every": "month"},
            "$500 on the 10th, the rest, one a month, 4 payments",
            "10号先付500美元，其余的，每月一期，4 期",
        ),
        ({"amount": 20_000, "upto": 30_000}, "$200 to $300", "200美元到300美元"),
        ({"amount": 20_000, "approx": True}, "about $200", "大约200美元"),
        ({"amount": 20_000, "every": "once", "count": 1}, "$200 once", "一次 200美元"),
        ({"waive_percent": 15, "eases": True}, "15% off, interest or fees eased", "减免 15%，利息或费用从宽"),
        ({"day": 31}, "on the 31st", "每次 31号"),
    ],
)
def test_terms_are_said_as_far_as_they_go(terms: dict[str, Any], english: str, chinese: str) -> None:
    assert terms_words(terms, "USD", TODAY, "en") == english
    assert terms_words(terms, "USD", TODAY, "zh") == chinese


@given(
    st.integers(1, 900_000).flatmap(
        lambda balance: st.tuples(st.just(balance), offers(balance), offers(balance))
    ),
    authorities(),
    st.none() | households,
    st.sampled_from(LANGUAGES),
    st.sampled_from(["agreed", "open", "lost", "hardship", ""]),
    st.booleans(),
)
@settings(max_examples=200)
def test_any_plan_can_be_read(
    case: Any, file: Any, home: Any, language: str, outcome: str, agreed: bool
) -> None:
    balance, plan, other = case
    turn = Turn(1, "money", "So?", "[b]ok[/b] 好", offer=other, verdict="too_much", counter=plan)
    call = CallFacts(
        (turn,),
        "done",
        outcome,
        balance,
        "CNY",
        file,
        home,
        plan=plan if agreed else None,
        left_at=None if agreed else other,
        plan_on_offer=True,
        agreed_turn=1 if agreed else 0,
    )
    made = as_dict(score(call, RUBRIC, RULES, date(2026, 6, 10), language))
    assert all(piece.text or piece.label for piece in pieces(made["plan"], language))
    shown = [
        *sheet_lines(made, language, str),
        *(line.plain for line in lines(sheet_page(made, language, str), 78)),
    ]
    assert not any("{" in line or "None" in line for line in shown)


def test_every_sentence_exists_in_both_languages() -> None:
    english = {key for key in catalogue("en") if key.startswith("plan.better_")}
    assert english == {key for key in catalogue("zh") if key.startswith("plan.better_")}
