"""YAML to checked, plain data: the only room that knows YAML and pydantic."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.authoring.cards import ScenarioCard
    from simulator.authoring.checking import Checked, kind_of
    from simulator.authoring.finding import Finding, Severity
    from simulator.authoring.library import Library
    from simulator.authoring.scenario_shape import ScenarioShape
    from simulator.authoring.scenario_tests import Failure, Outcome, run_tests
    from simulator.authoring.wording import definition, keys, word

_LATER = {
    "Checked": "checking",
    "Failure": "scenario_tests",
    "Finding": "finding",
    "Library": "library",
    "Outcome": "scenario_tests",
    "ScenarioCard": "cards",
    "ScenarioShape": "scenario_shape",
    "Severity": "finding",
    "definition": "wording",
    "keys": "wording",
    "kind_of": "checking",
    "run_tests": "scenario_tests",
    "word": "wording",
}

__all__ = [
    "Checked",
    "Failure",
    "Finding",
    "Library",
    "Outcome",
    "ScenarioCard",
    "ScenarioShape",
    "Severity",
    "definition",
    "keys",
    "kind_of",
    "run_tests",
    "word",
]


def __getattr__(name: str) -> Any:
    """Import what is asked for only then (PEP 562): a warm start needs neither YAML nor pydantic."""
    if name in _LATER:
        return getattr(import_module(f"simulator.authoring.{_LATER[name]}"), name)
    raise AttributeError(name)
