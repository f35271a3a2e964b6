"""duecourse verify CALL: the sheet adds up from its own evidence, and the record replays to it."""

from __future__ import annotations

import argparse
import json
from typing import Any

from scoring import as_dict, recompute
from simulator.catalogue import t
from simulator.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `verify`."""
    parser.add_argument(
        "call", nargs="?", default="", help="the call's id, or its beginning (default: the newest)"
    )


def run(args: argparse.Namespace) -> int:
    """Print what was proved; 1 when the sheet does not follow from what was said."""
    from simulator.authoring.library import Library
    from simulator.call import judge, replay
    from simulator.shells.session import find_call, open_records, stage_of

    settings: Settings = args.settings
    language = settings.language
    records = open_records(reading=True)
    try:
        call = find_call(records, settings.trainee, args.call)
        actions = records.actions(call.id)
    finally:
        records.close()
    if call.sheet is None:
        print(t("verify.unfinished", language))
        return 1
    sound = adds_up(call.sheet)
    print(t("verify.recomputed" if sound else "verify.not_recomputed", language))
    stage = stage_of(Library.usual(), call)
    now = {**stage.digests, "engine": stage.engine}
    then = {**call.digests, "engine": call.engine}
    changed = sorted(name for name in {*now, *then} if now.get(name) != then.get(name))
    if changed:
        print(t("verify.changed", language, what=", ".join(changed)))
        return 0 if sound else 1
    opening = call.opening
    again, _ = replay(stage, actions, call.seed, call.mode, opening.get("beat"), opening.get("mood"))
    same = _bytes(as_dict(judge(again))) == _bytes(call.sheet)
    print(t("verify.replayed" if same else "verify.not_replayed", language))
    return 0 if sound and same else 1


def adds_up(sheet: Any) -> bool:
    """Return whether the numbers of a stored sheet are those that its own evidence adds up to."""
    again = recompute(sheet)
    stored = {
        name: {key: result[key] for key in ("score", "earned", "lost", "offered")}
        for name, result in sheet["competencies"].items()
    }
    return bool(again["overall"] == sheet["overall"] and again["competencies"] == stored)


def _bytes(sheet: Any) -> bytes:
    return json.dumps(sheet, ensure_ascii=False, sort_keys=True).encode()
