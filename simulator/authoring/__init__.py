"""YAML to checked, plain data: the only room that knows YAML and pydantic."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.authoring.cards import ScenarioCard
    from simulator.authoring.checking import Checked, kind_of
    from simulator.authoring.findings.finding import Finding, Severity
    from simulator.authoring.findings.wording import definition, keys, word
    from simulator.authoring.library import Library
    from simulator.authoring.shapes.scenario import ScenarioShape
    from simulator.authoring.testing.scenario_tests import Failure, Outcome, run_tests

_LATER = {
    "Checked": "checking",
    "Failure": "testing.scenario_tests",
    "Finding": "findings.finding",
    "Library": "library",
    "Outcome": "testing.scenario_tests",
    "ScenarioCard": "cards",
    "ScenarioShape": "shapes.scenario",
    "Severity": "findings.finding",
    "definition": "findings.wording",
    "keys": "findings.wording",
    "kind_of": "checking",
    "run_tests": "testing.scenario_tests",
    "word": "findings.wording",
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
