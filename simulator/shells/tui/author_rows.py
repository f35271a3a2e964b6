"""What the trainer's screen lists: findings, the tree, tests and coverage as entries; a trace as a page."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.findings.finding import Finding, Severity
from simulator.authoring.findings.wording import word
from simulator.authoring.teaching.trace import Trace
from simulator.authoring.testing.coverage import Coverage
from simulator.call.bargain import ANSWERS
from simulator.call.script import Beat, Line, Response
from simulator.catalogue import t
from simulator.shells.test_lines import changed_lines, failure_lines
from simulator.shells.tracing import trace_lines
from simulator.shells.tui.page import HEADING, QUIET, Para, para
from simulator.shells.tui.rows import Row
from simulator.shells.workbench import Findings, Outcomes, Version
from simulator.text import cells

SEVERITIES = {Severity.ERROR: "bold $error", Severity.WARNING: "bold $warning", Severity.INFO: "bold $quiet"}
KINDS = {"good": "$success", "okay": "$success", "bad": "$warning", "breach": "$error"}


def finding_rows(found: Findings, own: str, language: str) -> list[Row]:
    """Return the findings, the worst first; those of another file than `own` with its name."""
    order = list(Severity)
    listed = sorted(found.findings, key=lambda one: (order.index(one.severity), one.path != own, one.line))
    return [_finding_row(one, own, language) for one in listed]


def _finding_row(one: Finding, own: str, language: str) -> Row:
    told = one.told(language)
    name = "" if one.path == own else f"{one.path} "
    place = t("author.line", language, line=one.line)
    head = Para(
        (
            (word(one.severity, language), SEVERITIES[one.severity]),
            (f"  {name}{place}  {one.code}", QUIET),
        )
    )
    paras = [head, para(_flat(told.message))]
    if told.help:
        paras.append(para(_flat(told.help), QUIET))
    return Row(f"{one.path} {one.key} {one.line}", tuple(paras), one.line if one.path == own else 0)


def tree_rows(version: Version, coverage: Coverage | None, language: str) -> list[Row]:
    """Return the beats with what they listen for and where it leads, then the endings."""
    script = version.stage.script
    untested = {(item.beat, item.name) for item in coverage.missing} if coverage is not None else set()
    always = tuple(response.name for response in script.always)
    rows = []
    for beat in script.beats.values():
        marks = [t("author.start", language)] if beat.name == script.start else []
        if (beat.name, beat.name) in untested:
            marks.append(t("author.untested", language))
        paras = [_headed(beat.name, marks, language), para(_first(beat.says), QUIET)]
        paras += [_response(one, (beat.name, one.name) in untested, language) for one in beat.responses]
        paras += _bargains(beat, language)
        rows.append(Row(f"beat {beat.name}", tuple(paras), version.line("beats", beat.name)))
    if always:
        paras = [_headed(t("author.always", language), [], language)]
        paras += [_response(one, ("", one.name) in untested, language) for one in script.always]
        rows.append(Row("always", tuple(paras), version.line("always")))
    for ending in script.endings.values():
        marks = [t(f"sheet.outcome_{ending.outcome}", language)]
        if ("", ending.name) in untested:
            marks.append(t("author.untested", language))
        paras = [_headed(t("author.ending", language, name=ending.name), marks, language)]
        rows.append(Row(f"ending {ending.name}", tuple(paras), version.line("endings", ending.name)))
    return rows


def _headed(name: str, marks: list[str], language: str) -> Para:
    beside = ("，" if language == "zh" else ", ").join(marks)
    return Para(((name, HEADING), (f"  {beside}" if beside else "", QUIET)))


def _first(line: Line) -> str:
    spoken = [line.any, line.bands.get("tense", ()), *line.bands.values()]
    lines = [text for said in spoken for text in said]
    return _flat(lines[0]) if lines else ""


def _response(one: Response, untested: bool, language: str) -> Para:
    leads = f" → {one.goto}" if one.goto else ""
    mark = f"  {t('author.untested', language)}" if untested else ""
    kind = t(f"author.kind_{one.kind}", language)
    label = f"  {kind} "
    return Para(
        ((one.name, ""), (leads, "$accent"), (mark, QUIET)), label, KINDS[str(one.kind)], cells(label)
    )


def _bargains(beat: Beat, language: str) -> Iterator[Para]:
    if beat.negotiate is None:
        return
    for name in ANSWERS:
        bargain = beat.negotiate.entry(name)
        if bargain is not None:
            label = f"  {t('author.offer', language)} "
            leads = f" → {bargain.goto}" if bargain.goto else ""
            verdict = t(f"try.verdict_{name}", language)
            yield Para(((verdict, ""), (leads, "$accent")), label, "$primary", cells(label))


def test_rows(tested: Outcomes, version: Version, file: str, language: str) -> list[Row]:
    """Return what failed and why, then what no test reaches, then what passed."""
    rows = []
    for outcome in tested.outcomes:
        if not outcome.passed:
            _, *rest = failure_lines(file, outcome, language)
            paras = (para(outcome.name, "bold $error"), *marked(rest))
            rows.append(Row(f"test {outcome.name}", paras, version.line("tests", outcome.name)))
    for one in tested.compared:
        if not one.same:
            head, *rest = changed_lines(one.was.path.name, one, language)
            rows.append(Row(f"transcript {one.was.name}", (para(head, "bold $error"), *marked(rest))))
    if tested.coverage is not None:
        rows += _missing_rows(tested.coverage, language)
    for outcome in tested.outcomes:
        if outcome.passed:
            shown = Para((("✓ ", "$success"), (outcome.name, "")))
            rows.append(Row(f"test {outcome.name}", (shown,), version.line("tests", outcome.name)))
    for one in tested.compared:
        if one.same:
            rows.append(Row(f"transcript {one.was.name}", (Para((("✓ ", "$success"), (one.was.name, ""))),)))
    return rows


def _missing_rows(coverage: Coverage, language: str) -> Iterator[Row]:
    for item in coverage.missing:
        place = " ".join(part for part in (item.beat, item.name) if part)
        part = t(f"test.part_{item.part}", language)
        shown = Para(
            ((f"○ {t('author.untested', language)}  ", "$warning"), (place, ""), (f"  {part}", QUIET))
        )
        yield Row(f"missing {item.path}", (shown,), item.line)


def trace_page(trace: Trace, version: Version, language: str) -> list[Para]:
    """Return everything that a sentence came to, the words that were heard underlined."""
    return marked([*trace_lines(trace, language, version.stage.script.setting.date)])


def marked(shown: list[str]) -> list[Para]:
    """Return plain lines as paragraphs; a line of carets underlines those characters of the line above it."""
    made: list[Para] = []
    for number, line in enumerate(shown):
        if line.strip() and not line.strip().strip("^"):
            continue
        below = shown[number + 1] if number + 1 < len(shown) else ""
        indent = len(line) - len(line.lstrip())
        text = line.strip()
        if below.strip() and not below.strip().strip("^"):
            start = len(below) - len(below.lstrip()) - indent
            made.append(_underlined(text, start, start + below.count("^"), indent))
        else:
            made.append(para(text, label=" ", indent=indent) if indent else para(text))
    return made


def _underlined(text: str, start: int, end: int, indent: int) -> Para:
    """A text with the characters between two cells underlined."""
    parts = {"before": "", "within": "", "after": ""}
    at = 0
    for character in text:
        parts["before" if at < start else "within" if at < end else "after"] += character
        at += cells(character)
    shown = ((parts["before"], ""), (parts["within"], "bold underline"), (parts["after"], ""))
    return Para(shown, " " if indent else "", "", indent)


def _flat(text: str) -> str:
    return " ".join(text.split())
