"""The marks of scope in a reply: where its negators, contrasts, conditions and reporting words stand."""

from __future__ import annotations

from typing import Any

from simulator.hearing.data import table
from simulator.hearing.normalise import normalise
from simulator.hearing.tokens import Speech, parted, tokenise

END = ""
_TREES: dict[str, dict[str, Any]] = {}


def trees() -> dict[str, dict[str, Any]]:
    """Return one tree per section, both languages in one: longest entry wins, its class at its end."""
    if not _TREES:
        for name in ("scope_en.toml", "scope_zh.toml"):
            for section, classes in table(name).items():
                for label, entries in classes.items():
                    for entry in entries:
                        key = (
                            label
                            if label in ("raising", "contrast", "condition")
                            else "after"
                            if label.startswith("after") or label == "looks"
                            else section
                        )
                        node = _TREES.setdefault(key, {})
                        for word in tokenise(normalise(entry).text).stems:
                            node = node.setdefault(word, {})
                        node[END] = label
    return _TREES


def scan(tree: dict[str, Any], said: Speech, overlap: bool = False) -> dict[int, tuple[int, str]]:
    """Return {start: (end, label)} of the longest entries, left to right."""
    found: dict[int, tuple[int, str]] = {}
    stems, sentences, count = said.stems, said.sentences, len(said.stems)
    passed = 0
    for index in [at for at, stem in enumerate(stems) if stem in tree]:
        if index < passed:
            continue
        node, stop, best = tree[stems[index]], index + 1, None
        while node is not None:
            if END in node:
                best = (stop, node[END])
            if stop >= count or sentences[stop] != sentences[index] or parted(said.signs[stop]):
                break
            node, stop = node.get(stems[stop]), stop + 1
        if best:
            found[index] = best
            if not overlap:
                passed = best[0]
    return found
