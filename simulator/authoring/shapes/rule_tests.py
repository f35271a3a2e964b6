"""The shape of the tests of a rulebook: replies that break a rule, keep it, or should be looked at."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from simulator.authoring.shapes.fields import Names, Shape, Text, YesNo, exactly_one, one_of

ANSWERS = ("breaks", "keeps", "maybe")
BREAKING = ("plain", "veiled", "polite", "split", "slang", "mixed", "typo", "implied")
LAWFUL = ("twin", "negated", "quoted", "attributed", "asked", "truth", "everyday")
KINDS = ("sheet", "state", "source", *BREAKING, *LAWFUL)


class ReplyShape(Shape):
    """An earlier reply of the call, and what the debtor's answer reveals."""

    you: Text
    context: Text = ""
    then: Names = Field(default_factory=list)


def _reply(value: Any) -> Any:
    """An earlier reply may be just its words."""
    return {"you": value} if isinstance(value, str) else value


class RuleTestShape(Shape):
    """One reply and how it must be decided."""

    breaks: Text | None = None
    keeps: Text | None = None
    maybe: Text | None = None
    kind: Annotated[str, one_of(*KINDS)]
    names: Text = ""
    state: dict[Text, Any] = Field(default_factory=dict)
    flips: dict[Text, Any] | None = None
    context: Text = ""
    before: list[Annotated[ReplyShape, BeforeValidator(_reply)]] = Field(default_factory=list)
    ends: YesNo = False
    also: Names = Field(default_factory=list)

    @property
    def answer(self) -> str:
        """Which of ANSWERS it must be."""
        return exactly_one(self.__dict__, ANSWERS)

    @property
    def reply(self) -> str:
        """The words that are judged."""
        return str(self.__dict__[self.answer])

    @model_validator(mode="after")
    def _one_answer(self) -> RuleTestShape:
        exactly_one(self.__dict__, ANSWERS)
        return self


class RuleTestsShape(Shape):
    """A file of tests, by the id of the rule."""

    rulebook: Text
    tests: dict[Text, list[RuleTestShape]] = Field(min_length=1)
