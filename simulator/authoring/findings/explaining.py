"""What a code means, with an example that has it and one that has not: for `--explain` and for docs/codes.md.

`python -m simulator.authoring.findings.explaining` writes the pages anew from the definitions.
"""

from __future__ import annotations

import difflib
import os
import re
import sys
import tempfile
from pathlib import Path

from simulator.authoring.findings import render
from simulator.authoring.findings.examples import Example, example_of, findings_in
from simulator.authoring.findings.finding import Finding
from simulator.authoring.findings.wording import definition, keys, word

PAGES = {"en": "codes.md", "zh": "codes.zh.md"}
MOST = 14
"""Lines of a passing example that are shown."""


def explanation(code: str, language: str) -> str:
    """Return what a code means, for the terminal; "" when there is no such code."""
    variants = variants_of(code)
    if not variants:
        return ""
    known = definition(variants[0])
    lines = [f"{code} ({word(known.severity, language)}): {plain(known.message[language])}", ""]
    lines += [known.why[language], ""]
    others = [plain(definition(key).message[language]) for key in variants[1:]]
    lines += [word("explain_also", language), *(f"  - {one}" for one in others), ""] if others else []
    fails, passes = examples_of(variants)
    if fails and (found := rendered(fails, language)):
        lines += [word("explain_fails", language), "", found, ""]
    if fails and passes and (good := excerpt(fails, passes)):
        lines += [word("explain_passes", language), "", good, ""]
    return "\n".join(lines).rstrip()


def variants_of(code: str) -> list[str]:
    """Return the keys of a code: itself, then its variants."""
    return [key for key in keys() if key.partition("-")[0] == code]


def examples_of(variants: list[str]) -> tuple[Example | None, Example | None]:
    """Return a failing and a passing example of a code, such as belong together where there are such."""
    pairs = [(example_of(key, "fails"), example_of(key, "passes")) for key in variants]
    whole = next(((fails, passes) for fails, passes in pairs if fails and passes), None)
    if whole:
        return whole
    fails = next((one for one, _ in pairs if one), None)
    return fails, next((one for _, one in pairs if one), None)


def plain(message: str) -> str:
    """Return a message without the words of one finding."""
    doubled = re.sub(r"\{\w+\}", "…", message.replace("{{", "\0").replace("}}", "\1"))
    return doubled.replace("\0", "{").replace("\1", "}")


def rendered(example: Example, language: str) -> str:
    """Return the finding of a failing example as `check` prints it; "" when it is not found."""
    found = _found(example)
    return render.as_text(found, language) if found else ""


def _found(example: Example) -> Finding | None:
    if example.key not in _FOUND:
        with tempfile.TemporaryDirectory() as folder:
            findings = findings_in(example, Path(folder))
        same = [one for one in findings if (one.key if "-" in example.key else one.code) == example.key]
        _FOUND[example.key] = next((one for one in same if one.line == example.line), None) or (
            same[0] if same else None
        )
    return _FOUND[example.key]


_FOUND: dict[str, Finding | None] = {}


def excerpt(fails: Example, passes: Example) -> str:
    """Return the lines of a passing example that are written differently, with their neighbours."""
    before, after = fails.text.splitlines(), passes.text.splitlines()
    if passes.path != fails.path or "\ufffd" in fails.text:
        return ""  # the whole file differs
    wanted: set[int] = set()
    for kind, _, _, first, last in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            wanted |= set(range(max(0, first - 1), min(last + (kind == "delete"), len(after))))
    shown = sorted(wanted)[:MOST]
    return "\n".join(f"{number + 1:>3} | {after[number]}".rstrip() for number in shown)


def page(language: str) -> str:
    """Return the page of all codes in a language."""
    lines = [word("codes_page", language).strip(), ""]
    family = ""
    for code in sorted({key.partition("-")[0] for key in keys()}):
        if code[:2] != family:
            family = code[:2]
            lines += [f"## {word(f'family_{family}', language)}", ""]
        lines += _section(code, language)
    return "\n".join(lines).rstrip() + "\n"


def _section(code: str, language: str) -> list[str]:
    variants = variants_of(code)
    known = definition(variants[0])
    lines = [f"### {code}", ""]
    lines += [f"**{word(known.severity, language)}**: {plain(known.message[language])}", ""]
    lines += [known.why[language], ""] if known.why[language] else []
    others = [plain(definition(key).message[language]) for key in variants[1:]]
    lines += [word("explain_also", language), "", *(f"- {one}" for one in others), ""] if others else []
    fails, passes = examples_of(variants)
    if fails and (found := rendered(fails, language)):
        lines += [word("explain_fails", language), "", "```text", found, "```", ""]
    if fails and passes and (good := excerpt(fails, passes)):
        lines += [word("explain_passes", language), "", "```text", good, "```", ""]
    return lines


def write(folder: Path) -> None:
    """Write the pages into a folder."""
    for language, name in PAGES.items():
        handle, temporary = tempfile.mkstemp(dir=folder, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(page(language))
        Path(temporary).chmod(0o644)
        Path(temporary).replace(folder / name)


def main() -> int:
    """Write the pages of this checkout anew."""
    folder = Path(__file__).parents[3] / "docs"
    if not folder.is_dir():
        print(f"{folder}: no such folder; this command is for a checkout", file=sys.stderr)
        return 2
    write(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
