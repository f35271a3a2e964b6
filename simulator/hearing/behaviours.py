"""The vocabulary of behaviours: every id that a phrase file, a response's `is` or a rule may name."""

from __future__ import annotations

from scoring.evidence import Kind

GOOD = tuple(
    [
        "greets",
        "identifies_self",
        "verifies_identity",
        "gives_notice",
        "states_debt",
        "acknowledges_feeling",
        "acknowledges_hardship",
        "apologises",
        "stays_calm",
        "asks_open_question",
        "asks_reason",
        "asks_affordability",
        "reflects_back",
        "invites_proposal",
        "offers_plan",
        "offers_relief",
        "explains_benefit",
        "explains_consequence",
        "confirms_plan",
        "offers_writing",
        "acknowledges_dispute",
        "respects_stop",
        "signposts_help",
        "protects_privacy",
        "holds_position",
        "praises_effort",
        "sets_follow_up",
        "closes_politely",
    ]
)
BAD = tuple(
    [
        "dismisses_feeling",
        "pressures",
        "argues",
        "commands",
        "moralises",
        "mocks",
        "jargon",
        "gives_up",
        "ignores_question",
    ]
)
BREACH = tuple(
    [
        "insults",
        "threatens_arrest",
        "threatens_legal",
        "threatens_harm",
        "threatens_exposure",
        "threatens_visit",
        "harasses",
        "discloses_debt",
        "impersonates",
        "misstates_debt",
        "false_consequence",
        "false_promise",
        "urges_borrowing",
        "exceeds_authority",
        "hides_identity",
        "avoids_record",
        "asks_private_payment",
        "denies_rights",
        "uses_third_party_pressure",
    ]
)
BEHAVIOURS: dict[str, Kind] = {
    **dict.fromkeys(GOOD, Kind.GOOD),
    **dict.fromkeys(BAD, Kind.BAD),
    **dict.fromkeys(BREACH, Kind.BREACH),
}
"""Every behaviour and its kind, in the order of the vocabulary."""
