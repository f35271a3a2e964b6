"""What an editor offers to fill in: a beat, a response, an ending, a test."""

from __future__ import annotations

from typing import Any

_OFFERED: dict[tuple[str, str], dict[str, tuple[str, Any]]] = {
    ("scenario", "beats"): {
        "en": (
            "a beat",
            {
                "${1:name}": {
                    "says": "${2:What the debtor says.}",
                    "responses": [
                        {
                            "good": "${3:what it does}",
                            "is": "${4:acknowledges_feeling}",
                            "mood": {"trust": "+1"},
                            "score": {"empathy": "+1"},
                            "coach": "${5:Why it was good.}",
                            "goto": "${6:next_beat}",
                        }
                    ],
                    "hint": "${7:What to do.}",
                    "model": "${8:An excellent answer.}",
                }
            },
        ),
        "zh": (
            "一个节拍",
            {
                "${1:name}": {
                    "says": "${2:债务人说的话。}",
                    "responses": [
                        {
                            "good": "${3:做了什么}",
                            "is": "${4:acknowledges_feeling}",
                            "mood": {"trust": "+1"},
                            "score": {"empathy": "+1"},
                            "coach": "${5:好在哪里。}",
                            "goto": "${6:next_beat}",
                        }
                    ],
                    "hint": "${7:该做什么。}",
                    "model": "${8:示范回答。}",
                }
            },
        ),
    },
    ("beat", "responses"): {
        "en": (
            "a bad response",
            [
                {
                    "bad": "${1:what it does}",
                    "is": "${2:pressures}",
                    "mood": {"anger": "+2"},
                    "score": {"patience": "-2"},
                    "says": "${3:What the debtor answers.}",
                    "coach": "${4:What went wrong.}",
                    "better": "${5:A better sentence.}",
                }
            ],
        ),
        "zh": (
            "一条坏的回应",
            [
                {
                    "bad": "${1:做了什么}",
                    "is": "${2:pressures}",
                    "mood": {"anger": "+2"},
                    "score": {"patience": "-2"},
                    "says": "${3:债务人怎么回。}",
                    "coach": "${4:错在哪里。}",
                    "better": "${5:更好的说法。}",
                }
            ],
        ),
    },
    ("scenario", "endings"): {
        "en": ("an ending", {"${1:name}": {"outcome": "${2:agreed}", "says": "${3:The last words.}"}}),
        "zh": ("一个结局", {"${1:name}": {"outcome": "${2:agreed}", "says": "${3:最后一句话。}"}}),
    },
    ("scenario", "tests"): {
        "en": ("a test", {"${1:a claim}": [{"you": "${2:What is said.}", "hits": "${3:a response}"}]}),
        "zh": ("一个测试", {"${1:一句断言}": [{"you": "${2:说的话。}", "hits": "${3:一条回应}"}]}),
    },
}


def snippets(table: str, key: str, language: str) -> list[dict[str, Any]]:
    """Return the snippets for a key of a block, as the YAML language server takes them."""
    if (table, key) not in _OFFERED:
        return []
    label, body = _OFFERED[table, key][language]
    return [{"label": label, "body": body}]
