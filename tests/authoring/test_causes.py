"""Every usual mistake is named by its cause, once, at its place, in both languages."""

from __future__ import annotations

import pytest

from tests.authoring.conftest import SAMPLES, Check

EN = "scenarios/en/lost-her-job.yaml"
ZH = "scenarios/zh/lost-her-job.yaml"
PERSONA = "personas/en/mei-lin.yaml"

# what happened | sample | written | mistaken | key | lines below | words in English | in Chinese
CASES = [
    ("full-width colon", EN, "persona: mei", "persona：mei", "D003-colon", 0, "full-width colon", "全角冒号"),
    ("full-width colon in braces", EN, "{anger: -1", "{anger： -1", "D003-colon", 0, "'anger'", "“anger”"),
    ("full-width colon after a name", EN, "  opening:\n", "  opening：\n", "D003-colon", 0, "'opening'", "“opening”"),
    ("full-width colon after a dash", EN, "- good: shows", "- good：shows", "D003-colon", 0, "colon", "冒号"),
    ("full-width comma in braces", EN, "-1, trust: +2", "-1，trust: +2", "D003-comma", 0, "comma", "逗号"),
    ("full-width comma in a list", ZH, "feeling, ack", "feeling，ack", "D003-comma", 0, "comma", "逗号"),
    ("Chinese list comma", EN, "[empathy, plan]", "[empathy、plan]", "D003-comma", 0, "comma", "顿号"),
    ("full-width dash", EN, "- good: shows", "－ good: shows", "D003-dash", 0, "hyphen", "连字符"),
    ("full-width bracket", EN, "[empathy, plan]", "［empathy, plan］", "D003-bracket", 0, "bracket", "括号"),
    ("no space after a colon", EN, "persona: mei", "persona:mei", "D004-colon", 0, "no space", "少了空格"),
    ("no space after a colon in braces", EN, "{anger: -1", "{anger:-1", "D004-colon", 0, "no space", "少了空格"),
    ("no space after a dash", EN, "- (losing", "-(losing", "D004", 0, "no space", "少了空格"),
    ("no colon", EN, "persona: mei", "persona mei", "D004-missing", 0, "no ':'", "少了冒号"),
    ("a colon in the text", EN, "says: You again", "says: Listen: you again", "D005-colon", 0, "': '", "“: ”"),
    ("a colon in the text, in braces", EN, "Okay. Thank", "Okay: thank", "D005-colon", 0, "': '", "“: ”"),
    ("text after a quote", EN, "says: You again?", 'says: "You again?" So.', "D005-after", 0, "closing", "后面还有文字"),
    ("text begins with an apostrophe", EN, "says: You", "says: 'Cause you", "D005-after", 0, "quotes", "引号"),
    ("text begins with a bracket", EN, "says: You", "says: [sigh] You", "D005-start", 0, "[", "["),
    ("text begins with a placeholder", EN, "says: You", "says: {name}, you", "D005-start", 0, "{", "{"),
    ("a placeholder alone", EN, "says: So what exactly happens now?", "says: {amount}", "D005-start", 0, "{", "{"),
    ("text begins with a star", EN, "says: You", "says: *sigh* You", "D005-start", 0, "*", "*"),
    ("text begins with an ampersand", EN, "says: You", "says: &why you", "D005-start", 0, "&", "&"),
    ("text begins with an exclamation mark", EN, "says: You", "says: !really you", "D005-start", 0, "!", "!"),
    ("text begins with a percent sign", EN, "says: You", "says: %50 You", "D005-start", 0, "%", "%"),
    ("text begins with an at sign", EN, "says: You", "says: @you You", "D005-start", 0, "@", "@"),
    ("text begins with a greater-than sign", EN, "says: You", "says: > You", "D005-start", 0, ">", ">"),
    ("placeholder without quotes in braces", EN, '"{amount} on the {date}. I can do that."', "{amount} on the {date}. I can do that.", "D005-start", 0, "quotes", "引号"),
    ("pattern begins with a slot", EN, "- (losing|lost)", "- {money} a (losing|lost)", "D005-start", 0, "{", "{"),
    ("a comment cuts the text", EN, "says: You again?", "says: You again #5?", "D006", 0, "comment", "注释"),
    ("the same key twice", EN, "level: 2", "level: 2\nlevel: 2", "D007", 1, "twice", "两次"),
    ("an anchor", EN, "{plan: +3}}", "&x {plan: +3}}", "D008-anchor", 0, "references", "引用"),
    ("a tag", EN, "level: 2", "level: !!int 2", "D008-tag", 0, "tag", "标签"),
    ("a merge key", EN, "level: 2", "level: 2\n<<: {a: b}", "D008-merge", 1, "<<", "<<"),
    ("two documents", EN, "level: 2", "level: 2\n---\nid: x", "D008-documents", 1, "second document", "第二个文档"),
    ("no-break space in the indentation", EN, "  collector", "\u00a0 collector", "D009", 0, "no-break", "看不见"),
    ("full-width space in the indentation", EN, "  collector", "\u3000collector", "D009", 0, "full-width", "看不见"),
    ("no-break space after a colon", EN, "title: Lost", "title:\u00a0Lost", "D009", 0, "U+00A0", "U+00A0"),
    ("zero-width space in a key", EN, "title: Lost", "ti\u200btle: Lost", "D009", 0, "U+200B", "U+200B"),
    ("zero-width space in a text", EN, "title: Lost", "title: Lo\u200bst", "D009-text", 0, "invisible", "看不见"),
    ("an escape sequence", EN, "briefing: Card account, 64 days late. You may agree 3 to 12 monthly payments.", 'briefing: "\\e[2J"', "D009-control", 0, "control", "控制字符"),
    ("a tab in the indentation", EN, "  collector", "\tcollector", "D002", 0, "tab", "Tab"),
    ("a quote that is not closed", EN, "says: You again?", 'says: "You again?', "D010", 0, "never closed", "没有配对"),
    ("a bracket that is not closed", EN, "[empathy, plan]", "[empathy, plan", "D010-bracket", 0, "never", "没有配对"),
    ("a brace that is not closed", EN, "trust: +2}", "trust: +2", "D010-bracket", 0, "never", "没有配对"),
    ("a comma cuts a text in braces", EN, '"How much, and from when?"', "How much, and from when?", "D011-block", 0, "cuts", "切断"),
    ("a comma cuts a text in a persona", PERSONA, '"loud, close to tears"', "loud, close to tears", "D011-block", 0, "cuts", "切断"),
    ("a comma makes two texts of one", EN, "says: So what exactly happens now?",
     "says: [Oh, really? I doubt it.]", "D011", 0, "two texts", "两项"),
    ("too deep below a text", EN, "persona: mei", "  persona: mei", "D012-deep", 0, "further", "缩进得更多"),
    ("one line further in", EN, "  collector", "   collector", "D012-deep", 0, "further", "缩进得更多"),
    ("one line further out", EN, "  collector", " collector", "D012-shallow", 0, "less", "缩进得少"),
    ("a child not indented", EN, "  creditor", "creditor", "D012-shallow", 0, "less", "缩进得少"),
    ("a known word one step out", EN, "    hint: Say", "  hint: Say", "D012-shallow", 0, "less", "缩进得少"),
    ("a list entry of nothing", EN, "        hears:\n", "", "D012-orphan", 0, "nothing above", "所属的键"),
    ("text that belongs to nothing", EN, "level: 2", "level: 2\nJust text.", "D012-text", 1, "nothing", "不属于"),
    ("a misspelt key", EN, "persona: mei", "person: mei", "D102", 0, "not known", "没有“person”"),
    ("a misspelt key in a response", EN, "coach: You", "couch: You", "D102", 0, "couch", "couch"),
    ("a misspelt kind", EN, "- good: shows", "- goood: shows", "D102", 0, "goood", "goood"),
    ("a missing key", EN, "level: 2\n", "", "D101", -6, "'level' is missing", "缺少“level”"),
    ("a missing key in a block", EN, "  creditor: Harbour Bank\n", "", "D101-in", -1, "in 'account'", "“account”里"),
    ("a missing mood", EN, "          calm: I just told you something.\n", "", "D101-band", -3, "calm", "calm"),
    ("nothing to hear it by", EN, "        is: pressures\n", "", "D101-heard", -1, "never be heard", "不会被听到"),
    ("a text where a list belongs", EN, "practises: [empathy, plan]", "practises: plan", "D103", 0, "a list", "列表"),
    ("a list where a text belongs", EN, "title: Lost her job in March", "title: [Lost]", "D103", 0, "a text", "文字"),
    ("nothing written", EN, "persona: mei-lin", "persona:", "D104", 0, "nothing", "空的"),
    ("an effect without its sign", EN, "{anger: -1", "{anger: 1", "D105", 0, "sign", "正负号"),
    ("two kinds at once", EN, "- good: shows", "- okay: x\n        good: shows", "D106", 0, "okay", "good"),
    ("a newer format", EN, "format: 1", "format: 2", "D107", 0, "format 2", "格式是 2"),
    ("an id with spaces", EN, "id: lost-her-job", "id: Lost her job", "D108", 0, "cannot be an id", "不能作 id"),
    ("an id that is not the file's", EN, "id: lost-her-job", "id: lost-his-job", "D108-file", 0, "name of the file", "文件名"),
    ("a language of another folder", EN, "language: en", "language: zh", "D108-folder", 0, "folder", "文件夹"),
    ("an unknown outcome", EN, "outcome: agreed", "outcome: agred", "D109", 0, "agred", "agred"),
    ("an unknown style", PERSONA, "style: hardship", "style: sad", "D109", 0, "sad", "sad"),
    ("an unknown mood band", EN, "calm: I just", "calmly: I just", "D109-band", 0, "calmly", "calmly"),
    ("a name twice", EN, "pushes for payment first", "shows she was heard", "D110", 0, "twice", "两次"),
    ("an unknown placeholder", EN, "{amount} on", "{amout} on", "D111", 0, "{amout}", "{amout}"),
    ("a persona that does not exist", EN, "persona: mei-lin", "persona: mei-lim", "D112", 0, "mei-lim", "mei-lim"),
    ("an unknown behaviour", EN, "is: acknowledges_feeling", "is: acknowledges_feelings", "D113", 0, "behaviour", "行为"),
    ("an unknown behaviour in feels", PERSONA, "  pressures", "  presures", "D113", 0, "presures", "presures"),
    ("money without its currency", EN, "4200.00 USD", "4200", "D114", 0, "4200", "4200"),
    ("a range that is none", EN, "instalments: 3 to 12", "instalments: some", "D114", 0, "some", "some"),
    ("a time that is none", EN, '"18:40"', '"25:70"', "D114", 0, "25:70", "25:70"),
    ("a number that is none", EN, "level: 2", "level: two", "D115", 0, "two", "two"),
    ("a target that does not exist", EN, "goto: plan_agreed", "goto: pln_agreed", "D201", 0, "pln_agreed", "pln_agreed"),
    ("an ending that does not exist", EN, "9: hangs_up", "9: hang_up", "D201-ending", 0, "hang_up", "hang_up"),
    ("a start that does not exist", EN, "start: opening", "start: openning", "D211", 0, "openning", "openning"),
    ("a bracket in a pattern", EN, "(losing|lost) ...", "(losing|lost ...", "D307", 0, "bracket", "括号"),
    ("an empty alternative", EN, "(losing|lost)", "(losing|)", "D307", 0, "empty", "空的"),
    ("an unknown word list", EN, "(losing|lost)", "~losses", "D311", 0, "~losses", "~losses"),
    ("a regular expression", EN, "(losing|lost) ...", "(losing|lost) .*", "D317", 0, "regular", "正则"),
    ("an unknown mood", EN, "{anger: -1", "{angr: -1", "D401", 0, "angr", "angr"),
    ("an unknown mood in a condition", EN, "- anger >= 9", "- rage >= 9", "D401", 0, "rage", "rage"),
    ("an unknown score", EN, "{empathy: +2", "{empaty: +2", "D402", 0, "empaty", "empaty"),
    ("a condition that is none", EN, "anger < 9 and trust", "anger < 9 or trust", "D403", 0, "or trust", "or trust"),
    ("an ending without a condition", EN, "- anger >= 9: hangs_up", "- hangs_up", "D403-ends", 0, "condition", "条件"),
    ("a mood above 10", EN, "- anger >= 9", "- anger >= 19", "D405", 0, "19", "19"),
    ("a level above 4", EN, "level: 2", "level: 7", "D405", 0, "outside 1 to 4", "超出了 1 到 4"),
    ("a test that names nothing known", EN, "misses: threatens her", "misses: threatens him", "D701", 0, "him", "him"),
    ("a test that expects nothing", EN, "      misses: threatens her\n", "", "D702", -1, "expects nothing", "没有写期望"),
    ("a step after the end", EN, "stays: opening", "ends: hangs_up\n      - you: Hello?\n        hits: greets", "D703", 1, "already ended", "已经"),
]  # fmt: skip


def changed(sample: str, old: str, new: str) -> int:
    """Return the line, from 1, of the first character that differs."""
    text = (SAMPLES / sample).read_text(encoding="utf-8")
    pairs = zip(old + "\0", new + "\1", strict=False)
    same = next(at for at, (one, other) in enumerate(pairs) if one != other)
    return text.count("\n", 0, text.index(old) + same) + 1


@pytest.mark.parametrize(
    ("sample", "old", "new", "key", "below", "english", "chinese"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_a_mistake_is_one_finding_that_names_its_cause(
    check: Check, sample: str, old: str, new: str, key: str, below: int, english: str, chinese: str
) -> None:
    findings = check(sample, old, new)
    assert [(finding.key, finding.line) for finding in findings] == [(key, changed(sample, old, new) + below)]
    en, zh = findings[0].told("en"), findings[0].told("zh")
    assert english in " ".join((en.message, en.label, en.help))
    assert chinese in " ".join((zh.message, zh.label, zh.help))
    assert en.help and zh.help and any("\u4e00" <= sign <= "\u9fff" for sign in zh.message)


@pytest.mark.parametrize("sample", [EN, ZH, PERSONA, "personas/zh/lin-mei.yaml"])
def test_a_file_without_mistakes_has_no_findings(check: Check, sample: str) -> None:
    assert check(sample) == []


def test_all_findings_of_a_file_come_in_one_run_in_the_order_of_its_lines(check: Check) -> None:
    text = "persona: mei-lin\njurisdiction: us\nlevel: 2"
    broken = 'persona：mei-lin\njurisdiction: "us\nlevel: 2\n\tlevel: 3\nlevvel: 2'
    found = [(finding.key, finding.line) for finding in check(EN, text, broken)]
    assert found == [("D003-colon", 5), ("D010", 6), ("D002", 8), ("D007", 8), ("D102", 9)]


@pytest.mark.parametrize(
    "text",
    [
        "says: Ask at 18:40, or see http://example.org - it's fine.",
        "says: “你好：我是小林”，她说，“再见。”",
        "says: Okay... (she sighs) 50% of it!",
        'says: "Listen: I can\'t, #1, [sigh] {amount}"',
        "says: It's 'fine', isn't it?",
        "says: Well - I suppose so - yes",
        "says: >\n      Listen: this is [folded]\n      text: with {name}",
        "says: |\n      - not a list\n      key: neither",
        'says: "A text\n      over two: lines"',
        "says: A plain text\n      that goes on",
        "says: [Yes., 'No: never.', \"Maybe, later.\"]",
        "says: {furious: No., tense: [Well., Hm.],\n      calm: Yes.}",
        "says: yes   # a comment",
        "says: no #",
        "says: [Oh., Really? I doubt it., and 'so' do I]",
        'says: ["Oh, well", "and so on"]',
        "says: 你还好吗？——我不好。",
    ],
)
def test_what_yaml_and_people_both_understand_is_no_mistake(check: Check, text: str) -> None:
    assert check(EN, "says: So what exactly happens now?", text) == []


def test_a_known_word_at_the_top_is_told_where_it_belongs(check: Check) -> None:
    (finding,) = check(EN, "start: opening\n", "start: opening\nhint: Say something.\n")
    assert finding.key == "D012"
    assert "beats" in finding.told("en").help


def test_did_you_mean_names_the_nearest_target(check: Check) -> None:
    (finding,) = check(EN, "goto: what_is_possible", "goto: what_is_posible")
    assert finding.told("en").help == "did you mean 'what_is_possible'?"
    assert finding.told("zh").help == "是不是想写“what_is_possible”？"
