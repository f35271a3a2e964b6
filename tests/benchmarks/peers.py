"""The same work by others: `python -m tests.benchmarks.peers [en|zh]`, time as a ratio, accuracy beside it.

All three get the same phrases: the patterns, example sentences and word lists of the bank, and the labelled
replies that are not in the measured set. RiveScript (part of the dev extra) gets one trigger from every
pattern, as near as its language comes, and one from every sentence. By rapidfuzz the whole reply is compared
with every sentence, in a plain loop and by its own search in C++; the least likeness and how many of the
nearest count are what does best on labelled replies outside the set.
"""

from __future__ import annotations

import gc
import heapq
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from rapidfuzz import fuzz, process

from simulator.hearing import Ear, PhraseBank
from simulator.hearing.figures import Score
from simulator.hearing.pattern import ANY, WordLists, parse
from simulator.hearing.replies import Labelled
from tests.benchmarks.learning_curve import held_out, newest
from tests.hearing.banks import load_bank

TODAY = date(2026, 6, 10)
MOST = 12  # alternatives of a part that a trigger holds
TUNED = 150  # labelled replies on which the plain loop is tuned; they are then no material of that tuning
SCORERS = {"token_set_ratio": fuzz.token_set_ratio, "ratio": fuzz.ratio, "WRatio": fuzz.WRatio}
_WORDS = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]")
_PLAIN = re.compile(r"[a-z0-9 \u3400-\u9fff]+")
RIVE = 40  # replies that RiveScript is measured on
EDGE = "edge"  # a word before and behind, for `*`: with `[*]`, which may be empty, a reply takes minutes
BARS = (40, 50, 60, 70, 80)
MANY = (1, 2, 3)
Hears = Callable[[str], frozenset[str]]
Sentences = list[tuple[str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Way:
    """How likeness is used: which scorer, the least likeness, and how many of the nearest count."""

    scorer: str
    bar: int
    most: int


def ours(bank: PhraseBank) -> Hears:
    """Return this program's ear."""
    ear = Ear(bank)
    beat = ear.listening(())
    return lambda reply: frozenset(match.name for match in ear.hear(reply, beat, TODAY).behaviours)


def spread(text: str) -> str:
    """Return the words of a text, Chinese characters as words, cut by single spaces."""
    return " ".join(_WORDS.findall(text.lower()))


def sentences(bank: PhraseBank, replies: Iterable[Labelled]) -> Sentences:
    """Return everything that somebody said and what it says: example sentences and labelled replies."""
    said = [(text, frozenset([one.behaviour])) for one in bank.phrases for text in one.examples]
    said += [(text, frozenset[str]()) for one in bank.phrases for text in one.counter]
    return [(spread(text), labels) for text, labels in (*said, *((one.reply, one.labels) for one in replies))]


def loop(said: Sentences, how: Way, plain: bool = False) -> Hears:
    """Return a rapidfuzz search of all sentences: by its own `extract`, or in a plain Python loop."""
    texts = [text for text, _ in said]
    scorer = SCORERS[how.scorer]

    def nearest(reply: str) -> list[tuple[float, int]]:
        if plain:
            scores = [(scorer(reply, text, score_cutoff=how.bar), index) for index, text in enumerate(texts)]
            return heapq.nlargest(how.most, scores)
        found = process.extract(reply, texts, scorer=scorer, score_cutoff=how.bar, limit=how.most)
        return [(score, index) for _, score, index in found]

    def hears(reply: str) -> frozenset[str]:
        found = nearest(spread(reply))
        return frozenset(label for score, index in found if score >= how.bar for label in said[index][1])

    return hears


def tuned(bank: PhraseBank, replies: Sequence[Labelled], scorer: str) -> Way:
    """Return the bar and the count with which a scorer does best on labelled replies left out for it."""
    step = max(1, len(replies) // TUNED)
    rows = [{"reply": one.reply, "labels": one.labels, "ignore": one.undecided} for one in replies[::step]]
    rest = sentences(bank, [one for index, one in enumerate(replies) if index % step])
    texts = [text for text, _ in rest]
    kept = {
        row["reply"]: process.extract(
            spread(str(row["reply"])), texts, scorer=SCORERS[scorer], score_cutoff=min(BARS), limit=max(MANY)
        )
        for row in rows
    }

    def f1(way: Way) -> float:
        def hears(reply: str) -> frozenset[str]:
            found = [one for one in kept[reply][: way.most] if one[1] >= way.bar]
            return frozenset(label for _, _, index in found for label in rest[index][1])

        return measured(hears, rows)[1].f1

    return max((Way(scorer, bar, most) for bar in BARS for most in MANY), key=f1)


def triggers(bank: PhraseBank, said: Sentences) -> Iterator[str]:
    """Yield a RiveScript brain: one trigger per pattern, wildcards for gaps and slots, and per sentence."""
    yield "! version = 2.0\n+ *\n- none\n"
    for phrases in bank.phrases:
        lists = WordLists(phrases.lists, bank.lists)
        for text in phrases.hears:
            trigger = "*"
            for one in parse(text, lists):
                options = [" ".join(words) for words in one.phrases[:MOST]]
                clean = [words for words in options if _PLAIN.fullmatch(words)]
                trigger += " * " if one.gap == ANY else " "
                trigger += "*" if not clean or one.slots else f"({'|'.join(clean)})"
            yield f"+ {trigger} *\n- {phrases.behaviour}\n"
    for text, labels in said:
        if text:
            yield f"+ {EDGE} {text} {EDGE}\n- {' '.join(sorted(labels)) or 'none'}\n"


def rivescript(bank: PhraseBank, said: Sentences) -> Hears:
    """Return a RiveScript brain made from the same patterns and sentences."""
    from rivescript import RiveScript  # heavy and for this comparison alone

    brain = RiveScript(utf8=True)
    brain.stream("\n".join(triggers(bank, said)))
    brain.sort_replies()

    def hears(reply: str) -> frozenset[str]:
        return frozenset(brain.reply("trainee", f"{EDGE} {spread(reply)} {EDGE}").split()) - {"none"}

    return hears


def measured(hears: Hears, rows: Iterable[dict[str, Any]]) -> tuple[float, Score]:
    """Return the median milliseconds of CPU of a reply and the micro F1."""
    gc.collect()
    gc.freeze()
    taken, right, wrong, missed = [], 0, 0, 0
    for row in rows:
        begin = time.process_time()
        heard = hears(row["reply"])
        taken.append((time.process_time() - begin) * 1000)
        heard, labels = heard - set(row.get("ignore", ())), set(row["labels"]) - set(row.get("ignore", ()))
        right += len(heard & labels)
        wrong += len(heard - labels)
        missed += len(labels - heard)
    return statistics.median(taken), Score(right, wrong, missed)


def main(arguments: list[str]) -> None:
    """Print time and accuracy of all."""
    for language in arguments or ["en", "zh"]:
        bank, path = load_bank(language), newest(language)
        rows, replies = held_out(language, path)
        rows = [row for row in rows if "reply" in row]
        ear = ours(replace(bank, replies=tuple(replies)))
        measured(ear, rows)  # the first time every ear reads what it needs
        own, score = measured(ear, rows)
        print(f"{language}, {path.name}, {len(rows)} replies, median CPU of one reply")
        print("| | ms | times ours (bar 10) | micro F1 | precision | recall |\n|---|---|---|---|---|---|")
        tell("ours", own, own, score)
        said = sentences(bank, replies)
        peers: list[tuple[str, Hears]] = []
        for scorer in SCORERS:
            way = tuned(bank, replies, scorer)
            told = f"{scorer} from {way.bar}, nearest {way.most}"
            peers.append((f"rapidfuzz `extract`, {told}", loop(said, way)))
            peers.append((f"plain loop over rapidfuzz, {told}", loop(said, way, plain=True)))
        for name, hears in peers:
            tell(name, own, *measured(hears, rows))
        # RiveScript tries thousands of expressions one by one: an even share of the replies has to do
        some = rows[:: max(1, len(rows) // RIVE)]
        tell(f"ours, {len(some)} of the replies", own, *measured(ear, some))
        tell(f"RiveScript, the same {len(some)}", own, *measured(rivescript(bank, said), some))


def tell(name: str, own: float, taken: float, score: Score) -> None:
    """Print a row of the table; `own` is the time that this program takes."""
    print(
        f"| {name} | {taken:.2f} | {taken / own:.1f} | {score.f1:.3f} | {score.precision:.3f} "
        f"| {score.recall:.3f} |",
        flush=True,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
