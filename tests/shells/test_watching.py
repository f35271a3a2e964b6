"""A save while a call is played: the same inputs on the new version, or the old one and what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.call import replay
from simulator.errors import CannotPlay
from simulator.records import Records
from simulator.shells.session import open_records, stage_for
from simulator.shells.trial import Differs, Trial
from simulator.shells.watching import News, Watched, after_save
from tests.shells.desk import SAID, own_file, own_library, save

SAYS = SAID["en"]


class Played:
    """A trial of the small scenario, watched."""

    def __init__(self, folder: Path, *replies: str, beat: str | None = None) -> None:
        self.path = own_file(folder)
        self.records: Records = open_records()
        self.stage = stage_for(own_library(), str(self.path), "en")
        self.trial, _ = Trial.begin(self.stage, self.records, "tess", 7, beat=beat, file=str(self.path))
        for reply in replies:
            self.trial.reply(SAYS[reply])
        self.watched = Watched(own_library(), self.path, self.stage)

    def save(self, *edits: tuple[str, str]) -> News:
        """Save, and take the new version into the call."""
        save(self.path, *edits)
        assert self.watched.changed()
        return after_save(self.trial, self.watched.load(), "en")


def test_the_call_goes_on_where_it_was_with_the_new_words(tmp_path: Path) -> None:
    played = Played(tmp_path, "kind")
    news = played.save(("So what do you want?", "And what is it you want?"))
    assert news.rerun is not None and news.rerun.differs is None and news.rerun.replies == 1
    assert "And what is it you want?" in played.trial.call.state.said
    assert played.trial.call.state.beat == "money" and played.trial.call.seed == 7
    assert not played.watched.changed()


def test_the_first_reply_that_now_leads_elsewhere_is_named(tmp_path: Path) -> None:
    played = Played(tmp_path, "pushes", "kind")
    news = played.save(("        goto: money\n", ""))
    assert news.rerun is not None and news.rerun.differs == Differs(2, "goes", "money", "opening")
    assert news.lines[1] == "Reply 2 now goes to 'opening'; before: 'money'."


def test_a_reply_that_is_now_heard_otherwise_is_named_even_if_the_call_goes_the_same_way(
    tmp_path: Path,
) -> None:
    played = Played(tmp_path, "pushes")
    news = played.save(("is: pressures", "hears: [zebra]"))
    assert news.rerun is not None and news.rerun.differs is not None
    assert (news.rerun.differs.reply, news.rerun.differs.what) == (1, "heard")


def test_a_replay_that_ends_early_says_which_replies_were_left_out(tmp_path: Path) -> None:
    played = Played(tmp_path, "pushes", "kind")
    news = played.save(
        ("        better: I'm sorry about the flood. How are you managing?\n", "        goto: done\n")
    )
    assert news.rerun is not None and news.rerun.left == (SAYS["kind"],)
    assert news.rerun.differs == Differs(1, "ends", "opening", "done")
    assert SAYS["kind"] in news.lines[2] and played.trial.call.ended


def test_a_broken_file_leaves_the_old_version_in_play_and_names_the_line(tmp_path: Path) -> None:
    played = Played(tmp_path, "kind")
    before = played.trial.call
    line = 1 + played.path.read_text(encoding="utf-8").splitlines().index("        goto: money")
    news = played.save(("goto: money", "goto: mony"))
    assert news.broken and news.rerun is None and played.trial.call is before
    assert news.lines[0].startswith(f"flooded-shop.yaml, line {line}: ") and "mony" in news.lines[0]
    assert played.save(("goto: mony", "goto: money")).rerun is not None


def test_a_file_that_says_nothing_yet_or_is_gone_for_a_moment_is_waited_for(tmp_path: Path) -> None:
    played = Played(tmp_path)
    text = played.path.read_text(encoding="utf-8")
    played.path.unlink()
    assert not played.watched.changed()
    played.path.write_text("", encoding="utf-8")
    assert played.watched.changed()
    assert after_save(played.trial, played.watched.load(), "en").broken
    played.path.write_text(text, encoding="utf-8")
    assert after_save(played.trial, played.watched.load(), "en").rerun is not None


def test_a_save_between_the_briefing_and_the_call_is_noticed(tmp_path: Path) -> None:
    played = Played(tmp_path)
    save(played.path, ("So what do you want?", "And now?"))
    assert Watched(own_library(), played.path, played.stage).changed()


def test_a_save_of_the_persona_is_noticed_and_its_errors_are_told_by_its_own_name(tmp_path: Path) -> None:
    played = Played(tmp_path, "kind")
    persona = tmp_path / "personas/en/ada-quill.yaml"
    save(persona, ("name: Ada Quill", "name: Ada Brook"))
    assert played.watched.changed()
    assert after_save(played.trial, played.watched.load(), "en").rerun is not None
    assert played.trial.call.stage.script.persona.name == "Ada Brook"
    save(persona, ("style: hardship", "style: hard"))
    news = after_save(played.trial, played.watched.load(), "en")
    assert news.broken and news.lines[0].startswith("ada-quill.yaml, line ")


def test_a_call_that_began_at_a_beat_stays_when_the_beat_is_renamed(tmp_path: Path) -> None:
    played = Played(tmp_path, beat="money")
    before = played.trial.call
    news = played.save(("  money:\n", "  funds:\n"), ("goto: money", "goto: funds"))
    assert news.broken and played.trial.call is before and "money" in news.lines[1]


def test_a_trial_is_kept_only_when_it_has_ended_and_is_marked_and_can_be_replayed(tmp_path: Path) -> None:
    played = Played(tmp_path, "pushes")
    assert played.records.find() == []
    played.save(("So what do you want?", "And now?"))
    played.trial.undo()
    played.trial.reply(SAYS["kind"])
    played.trial.reply(SAYS["asks"])
    (kept,) = played.records.find()
    assert kept.opening == {"file": str(played.path), "trial": True} and kept.ended
    assert kept.digests == played.trial.call.stage.digests
    again, _ = replay(played.trial.call.stage, played.records.actions(kept.id), kept.seed, kept.mode)
    assert again.state == played.trial.call.state


def test_saving_after_the_end_keeps_no_second_call_and_going_on_keeps_what_was_played(tmp_path: Path) -> None:
    played = Played(tmp_path, "kind", "asks")
    played.save(("So what do you want?", "And now?"))
    assert len(played.records.find()) == 1
    played.trial.undo()
    played.trial.reply(SAYS["asks"])
    newest, _ = played.records.find()
    assert newest.digests["scenario"] == played.trial.call.stage.digests["scenario"]
    assert len(played.records.actions(newest.id)) == 2


def test_an_exam_is_not_played_from_a_file_that_changes(tmp_path: Path) -> None:
    path = own_file(tmp_path)
    with pytest.raises(CannotPlay, match="exam"):
        Trial.begin(stage_for(own_library(), str(path), "en"), open_records(), "tess", 7, "exam")
