"""The ladder of a negotiation: which rung an offer stands on, and what a recap says of a plan.

The order is that of collections practice: everything today; a part today and the rest by a plan; regular
instalments; smaller ones than before; a dated promise of one payment; help for hardship.
"""

from __future__ import annotations

from collections.abc import Collection

from scoring.plan import Offer, repeats
from simulator.call.means import burden, whole_at_once
from simulator.call.script import Script
from simulator.call.weighing import monthly

RUNGS = ("all", "part_and_rest", "instalments", "smaller", "one_payment", "relief")
PARTS = ("amount", "number", "dates", "method", "next", "writing")
"""What a recap may name; "next" is what happens then, "writing" that it comes in writing."""
_NEXT = {"sets_follow_up", "explains_consequence", "explains_benefit", "signposts_help"}


def rung_of(offer: Offer, script: Script, least: int | None) -> str:
    """Return the rung of an offer, "" for one that names nothing to be paid or eased.

    `least` is the burden of the smallest offer that was too much before.
    """
    if not offer.named:
        return "relief" if offer.waive or offer.eases else ""
    if whole_at_once(offer, script):
        return "all"
    if offer.down:
        return "part_and_rest"
    if least is not None and burden(offer, script) < least:
        return "smaller"
    return "one_payment" if offer.count == 1 else "instalments"


def parts_named(
    agreed: Offer, said: Offer | None, method: str | None, behaviours: Collection[str]
) -> set[str]:
    """Return which of PARTS a reply names of an agreed plan; figures that differ from it name nothing."""
    found = {"next"} if _NEXT & set(behaviours) else set()
    if "offers_writing" in behaviours:
        found.add("writing")
    if method is not None:
        found.add("method")
    if said is None or (said.named and not repeats(agreed, said)):
        return found
    if said.named:
        found.add("amount")
    if said.count is not None or (said.every is not None and monthly(agreed).every == said.every):
        found.add("number")
    if said.dated:
        found.add("dates")
    return found
