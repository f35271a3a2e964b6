"""What tests came to, in words: failures with their why, decisions that changed, what was never reached."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring import Failure, Outcome, word
from simulator.authoring.testing.blessing import Compared
from simulator.authoring.testing.coverage import PARTS, Coverage, percent
from simulator.catalogue import t
from simulator.shells.tracing import hearing_lines, steering_words


def failure_lines(path: str, outcome: Outcome, language: str) -> Iterator[str]:
    """Yield a failed test: every expectation that did not come true, and below each reply why not."""
    yield word("test_failed", language).format(path=path, name=outcome.name)
    last: Failure | None = None
    for failure in outcome.failures:
        if last is None or failure.step != last.step:
            yield from _why(last, language)
            yield word("test_step", language).format(step=failure.step, you=failure.you)
        form = word(f"test_{failure.wanted}", language)
        yield form.format(expected=failure.expected, found=failure.found)
        last = failure
    yield from _why(last, language)


def _why(failure: Failure | None, language: str) -> Iterator[str]:
    if failure is None or failure.trace is None:
        return
    names = [sign.name for sign in failure.trace.heard]
    yield word("test_heard", language).format(list=", ".join(names) or word("test_nothing", language))
    for line in hearing_lines(failure.trace, language):
        yield f"    {line}"
    steers = steering_words(failure.trace, language)
    yield f"    {t('try.steers', language)}{'：' if language == 'zh' else ': '}{steers}"


def changed_lines(path: str, compared: Compared, language: str) -> Iterator[str]:
    """Yield the decisions of a transcript that are not what they were."""
    yield t("test.changed", language, path=path)
    reply = 0
    for one in compared.differences:
        if one.reply != reply:
            yield t("test.reply", language, number=one.reply, you=one.you)
            reply = one.reply
        if one.what == "you":
            yield "    " + t("test.over", language, name=one.now)
            continue
        nothing = t("test.nothing", language)
        what = t(f"test.what_{one.what}", language)
        yield "    " + t("test.was_now", language, what=what, was=one.was or nothing, now=one.now or nothing)


def coverage_lines(path: str, coverage: Coverage, language: str) -> Iterator[str]:
    """Yield how much of a scenario its tests reach, part by part, and below it what is missing."""
    yield t("test.coverage", language, path=path, percent=f"{coverage.percent:g}")
    for part in PARTS:
        reached, total = coverage.of(part)
        if total:
            share = f"{percent(reached, total):g}"
            name = t(f"test.part_{part}", language)
            yield "  " + t("test.share", language, name=name, percent=share, reached=reached, total=total)
    for item in coverage.missing:
        name = t(f"test.part_{item.part}", language)
        where = f"{path}:{item.line}"
        yield "  " + t(
            "test.missing", language, where=where, part=name, beat=item.beat or "-", name=item.name
        )
