"""What the linear channel is taught: the sentences of a bank, neutral sentences, and labelled replies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from simulator.hearing.behaviours import BEHAVIOURS
from simulator.hearing.compiled import PatternSet
from simulator.hearing.data import lines
from simulator.hearing.hearing import PhraseBank
from simulator.hearing.linear import document, terms
from simulator.hearing.listening import Owner
from simulator.hearing.normalise import normalise
from simulator.hearing.repair import Repair
from simulator.hearing.replies import Labelled, read_replies
from simulator.hearing.scope import scope
from simulator.hearing.search import Reply, asks, by_pattern
from simulator.hearing.similar import pieces
from simulator.hearing.terms import read_terms
from simulator.hearing.tokens import tokenise
from simulator.hearing.training import Lesson, train

Marks = Callable[[Labelled], tuple[str, ...]]
"""What else is known of a reply, as terms."""
_SENTENCE = 0.3
"""How much a sentence of the bank counts beside a whole reply: it was written to be clear."""
_ANY_DAY = date(2026, 6, 10)  # dates matter to no lesson, only that they are dates


def learn(bank: PhraseBank, patterns: dict[str, Any], repair: dict[str, Any]) -> dict[str, Any]:
    """Return the learnt weights of a bank as plain data; takes seconds, so the result is kept with it."""
    replies = bank.replies
    if replies is None:  # a bank that leaves behaviours out cannot learn from what whole replies say
        replies = read_replies(bank.language) if len(bank.phrases) == len(BEHAVIOURS) else ()
    names = [phrases.behaviour for phrases in bank.phrases]
    lessons = [*_sentences(bank, PatternSet(patterns)), *_replies(names, replies, Repair(repair))]
    return train(lessons, len(names))


def learn_names(
    names: Sequence[str],
    replies: Iterable[Labelled],
    repair: Repair,
    marks: Callable[[Labelled], tuple[str, ...]],
) -> dict[str, Any]:
    """Return the learnt weights of some names as plain data, from labelled replies and the marks of each."""
    return train(list(_replies(names, replies, repair, marks)), len(names))


def _sentences(bank: PhraseBank, patterns: PatternSet) -> Iterator[Lesson]:
    owners = tuple(Owner(phrases.behaviour, phrases.kind) for phrases in bank.phrases)
    sentences = [
        *((n, text, False) for n, phrases in enumerate(bank.phrases) for text in phrases.examples),
        *((n, text, True) for n, phrases in enumerate(bank.phrases) for text in phrases.counter),
        *(
            (-1, text, True)
            for text in lines("neutral_zh.txt" if bank.language == "zh" else "neutral_en.txt")
        ),
    ]
    for owner, text, counter in sentences:
        clean = normalise(text)
        said = tokenise(clean.text)
        if not said.words:
            continue
        reply = Reply(clean, said, scope(said, clean.text), read_terms(clean, said, _ANY_DAY)[1])
        heard = by_pattern(patterns, owners, reply)[0] if owner >= 0 else {}
        end = len(said.stems)
        held = any(reply.scope.negators), any(reply.scope.borrowed), asks(said, 0, end)
        # a sentence may hold a second behaviour that its file does not name: what patterns hear is left open
        yield Lesson(
            document(terms(said), 0, end, held),
            frozenset(() if counter else (owner,)),
            frozenset(heard) - {owner},
            _SENTENCE,
        )


def _replies(
    names: Sequence[str],
    replies: Iterable[Labelled],
    repair: Repair,
    marks: Marks = lambda _: (),
) -> Iterator[Lesson]:
    """Yield each reply whole, and its pieces: what is not in the reply is in none of them, and in which
    of them a label lies is open."""
    for one in replies:
        clean = normalise(one.reply)
        said = repair.run(tokenise(clean.text, repair.spells), clean, frozenset())
        if not said.words:
            continue
        says = [one.says(name) for name in names]
        yes = frozenset(number for number, holds in enumerate(says) if holds)
        undecided = frozenset(number for number, holds in enumerate(says) if holds is None)
        over = scope(said, clean.text)
        found, end, marked = terms(said), len(said.stems), marks(one)
        for start, stop in dict.fromkeys([(0, end), *pieces(said)]):
            held = any(over.negators[start:stop]), any(over.borrowed[start:stop]), asks(said, start, stop)
            whole = (start, stop) == (0, end)
            yield Lesson(
                document(found, start, stop, held, marked),
                yes if whole else frozenset(),
                undecided if whole else undecided | yes,
            )
