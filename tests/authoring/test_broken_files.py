"""Files as trainers break them: the first finding names the true cause, at its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.authoring.examining import Examiner
from simulator.authoring.findings.examples import base_text, place_of
from simulator.authoring.library import Library

EN, ZH = base_text("short"), base_text("short-zh")
WRONG_AT_MOST = 2
Break = Callable[[str], str | bytes]


def put(old: str, new: str) -> Break:
    """Break a file by replacing one stretch of it."""

    def broken(text: str) -> str:
        assert text.count(old) >= 1, old
        return text.replace(old, new, 1)

    return broken


def everywhere(old: str, new: str) -> Break:
    """Break a file by replacing all of something, as an editor's replace does."""
    return lambda text: text.replace(old, new)


def shifted(first: str, last: str, spaces: int) -> Break:
    """Break a file by indenting a stretch of lines further, or less."""

    def broken(text: str) -> str:
        lines = text.split("\n")
        begin = next(at for at, line in enumerate(lines) if line.strip().startswith(first))
        end = next(at for at, line in enumerate(lines) if at >= begin and line.strip().startswith(last))
        for at in range(begin, end + 1):
            lines[at] = " " * spaces + lines[at] if spaces > 0 else lines[at][-spaces:]
        return "\n".join(lines)

    return broken


# what happened | file | how | codes that name the cause | words on the line of the first finding
FILES: list[tuple[str, str, Break, str, str]] = [
    ("IME colon after a key", ZH, put("persona: lin-mei", "persona：lin-mei"), "D003", "persona"),
    ("IME colon after every key of a block", ZH, put("    hint: 先说", "    hint：先说"), "D003", "hint：先说"),
    ("IME colon in braces", ZH, put("{anger: -1, trust: +2}", "{anger：-1，trust：+2}"), "D003", "anger：-1"),
    ("IME comma in a list", ZH, put("[empathy, plan]", "[empathy，plan]"), "D003", "practises"),
    ("Chinese list comma in a list", ZH, put("[empathy, plan]", "[empathy、plan]"), "D003", "practises"),
    ("Chinese dash as list mark", ZH, put("- good: 让", "－ good: 让"), "D003", "good: 让"),
    ("full-width brackets", ZH, put("[empathy, plan]", "［empathy, plan］"), "D003", "practises"),
    ("Chinese quotation marks around a time", ZH, put('"18:40"', "“18:40”"), "D003", "18:40"),
    ("pasted Word quotes around an id", EN, put("goto: recap", "goto: “recap”"), "D003", "“recap”"),
    ("pasted Word quotes around a key", EN, put("    hint: Say back", "    “hint”: Say back"), "D003", "“hint”"),
    ("pasted Word quotes around a quoted line", EN, put('vague: {says: "How much, and from when?"}', "vague: {says: “How much, and from when?”}"), "D011 D003", "How much"),
    ("lost indent of one line", EN, put("    hint: Say one", "hint: Say one"), "D012", "hint: Say one"),
    ("lost indent of a whole beat", EN, shifted("what_is_possible:", "model: Could", -2), "D012 D102", "what_is_possible:"),
    ("a response not indented", EN, shifted("is: pressures", "coach: She told", -2), "D012", "is: pressures"),
    ("one line a space too deep", EN, put("    model: So that's", "     model: So that's"), "D012", "model: So that's"),
    ("a beat indented with the one above", EN, shifted("recap:", "model: So that's", 2), "D012 D102", "recap:"),
    ("tab as indentation", EN, put("    hint: Say one", "\thint: Say one"), "D002", "hint: Say one"),
    ("tabs in a whole block", ZH, everywhere("    hint", "\thint"), "D002", "先说一句"),
    ("no-break spaces from a web page", EN, put("        is: pressures", "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0is: pressures"), "D009", "is: pressures"),
    ("full-width space after a colon", ZH, put("title: 一通", "title:　一通"), "D009", "title"),
    ("renamed beat, goto left", EN, put("  recap:\n", "  say_back:\n"), "D201", "goto: recap"),
    ("renamed ending, goto left", ZH, put("  plan_agreed: {outcome", "  agreed: {outcome"), "D201", "goto: plan_agreed"),
    ("renamed response, test left", EN, put("- good: shows she was heard", "- good: listens to her"), "D701", "hits: shows she was heard"),
    ("goto typo", EN, put("goto: what_is_possible", "goto: what_is_posible"), "D201", "what_is_posible"),
    ("missing endings", EN, lambda text: text[: text.index("endings:")] + text[text.index("tests:") :], "D101", "format: 1"),
    ("missing ending of ends_when", EN, put("- anger >= 9: hangs_up", "- anger >= 9: she_leaves"), "D201", "she_leaves"),
    ("missing persona", EN, put("persona: mei-lin\n", ""), "D101", "format: 1"),
    ("GBK from Windows", ZH, lambda text: text.encode("gb18030"), "D001", ""),
    ("Unicode from Notepad", ZH, lambda text: text.encode("utf-16"), "D001", ""),
    ("the same key twice", EN, put("    hint: Say one", "    says: Hello?\n    hint: Say one"), "D007", "says: Hello?"),
    ("a number cut by #", EN, put("title: A short call", "title: Call #5, short"), "D006", "Call #5"),
    ("unclosed quote", EN, put('accept: {says: "{amount} from the {date}. I can do that."', 'accept: {says: "{amount} from the {date}. I can do that.'), "D010 D005", "accept"),
    ("unclosed quote in a line", ZH, put("says: 谢谢。那你们想让我怎么样？", 'says: "谢谢。那你们想让我怎么样？'), "D010", "谢谢"),
    ("quotes swapped at the end", EN, put('"{amount} from the {date}. I can do that."', "\"{amount} from the {date}. I can do that.'"), "D010 D005", "accept"),
    ("an apostrophe in single quotes", EN, put("says: I lost my job in March. I can't talk about money.", "says: 'I lost my job in March. I can't talk about money.'"), "D005", "can't talk"),
    ("unclosed bracket", EN, put("practises: [empathy, plan]", "practises: [empathy, plan"), "D010", "practises"),
    ("unclosed brace", ZH, put("{empathy: +2}", "{empathy: +2"), "D010", "empathy: +2"),
    ("a key of the beat at the top", EN, put("start: opening\n", "start: opening\nhint: Say something.\n"), "D012", "hint: Say something"),
    ("missing sign", EN, put("{anger: -1, trust: +2}", "{anger: 1, trust: +2}"), "D105", "anger: 1"),
    ("missing sign in a score", ZH, put("score: {empathy: +2}", "score: {empathy: 2}"), "D105", "empathy: 2"),
    ("Chinese file called English", ZH, put("language: zh", "language: en"), "D108", "language: en"),
    ("a line in the other language", EN, put("hint: Offer an amount and a first date.", "hint: 说一个金额和第一期的日期。"), "D603", "说一个金额"),
    ("traditional and simplified kind names", ZH, put("- bad: 上来就催", "- 坏: 上来就催"), "D102", "坏: 上来就催"),
    ("a colon in what she says", EN, put("says: And what happens now?", "says: Listen: what happens now?"), "D005", "Listen"),
    ("a stage direction in square brackets", EN, put("says: And what happens now?", "says: [sighs] And what happens now?"), "D005", "[sighs]"),
    ("a comma in a text in braces", EN, put('vague: {says: "How much, and from when?"}', "vague: {says: How much, and from when?}"), "D011", "How much"),
    ("no space after the colon", EN, put("persona: mei-lin", "persona:mei-lin"), "D004", "persona"),
    ("no space after the dash", ZH, put("- (理解", "-(理解"), "D004", "(理解"),
    ("no colon at all", EN, put("    hint: Say back", "    hint Say back"), "D004", "hint Say back"),
    ("equals sign for a colon", EN, put("level: 1", "level = 1"), "D004 D012", "level = 1"),
    ("misspelt key", EN, put("    model: Could", "    modle: Could"), "D102", "modle"),
    ("misspelt behaviour", ZH, put("is: pressures", "is: presures"), "D113", "presures"),
    ("misspelt place for words", ZH, put("{date}起每月{amount}", "{date}起每月{ammount}"), "D111", "ammount"),
    ("an empty key left behind", EN, put("        is: confirms_plan", "        is:"), "D104", "is:"),
    ("a response without a name", EN, put("- good: repeats the plan", "- good:"), "D104", "good:"),
    ("a condition in words", EN, put("- anger >= 9: hangs_up", "- anger is high: hangs_up"), "D403", "anger is high"),
    ("a mood above ten", ZH, put("- anger >= 9", "- anger >= 90"), "D405", "90"),
    ("money without its currency", EN, put("600.00 USD", "$600.00"), "D114", "$600.00"),
    ("a regular expression", EN, put("- (losing|lost) ...", "- (losing|lost).*"), "D317", ".*"),
    ("a bracket open in a pattern", ZH, put("- (理解|明白|体谅)", "- (理解|明白|体谅"), "D307", "体谅"),
    ("text after the last beat", EN, put("endings:\n", "That was the last beat.\nendings:\n"), "D012", "That was the last beat"),
    ("two scenarios in one file", EN, lambda text: text + "---\n" + text, "D008", "---"),
    ("a test with nothing expected", EN, put("      hits: pushes for payment first\n      stays: opening\n", ""), "D702", "You have to pay"),
]  # fmt: skip


@pytest.fixture(scope="module")
def examiner() -> Examiner:
    """One for all: loading an ear takes longer than all the rest."""
    return Examiner(Library.usual())


def misses(examiner: Examiner, folder: Path) -> list[str]:
    """Return what the first finding of each file was, where it is not the true cause at its line."""
    for name in ("persona", "persona-zh"):
        persona = folder / place_of(base_text(name))
        persona.parent.mkdir(parents=True, exist_ok=True)
        persona.write_text(base_text(name), encoding="utf-8")
    missed = []
    for name, base, broken, codes, words in FILES:
        content = broken(base)
        content = content.encode() if isinstance(content, str) else content
        path = folder / place_of(base)
        path.parent.mkdir(parents=True, exist_ok=True)
        findings = examiner.examine(path, "x.yaml", content).findings
        first = next((one for one in findings if one.severity != "info"), None)
        if first is None or first.code not in codes.split() or words not in first.text:
            missed.append(f"{name}: {first and (first.key, first.line, first.text.strip())}")
    return missed


def test_the_first_finding_names_the_true_cause_and_its_line(examiner: Examiner, tmp_path: Path) -> None:
    assert len(FILES) >= 40
    missed = misses(examiner, tmp_path)
    assert len(missed) <= WRONG_AT_MOST, "\n".join(missed)


def test_the_files_are_clean_before_they_are_broken(examiner: Examiner, tmp_path: Path) -> None:
    for text in (base_text("persona"), base_text("persona-zh"), EN, ZH):
        path = tmp_path / place_of(text)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        assert [one.key for one in examiner.examine(path, "x.yaml").findings if one.severity != "info"] == []


def test_each_file_is_broken_differently() -> None:
    broken = [how(base) for _, base, how, _, _ in FILES]
    assert len({content if isinstance(content, bytes) else content.encode() for content in broken}) == len(
        FILES
    )
    assert EN not in broken and ZH not in broken
