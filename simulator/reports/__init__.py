"""Reports: score sheets for people and programs outside."""

from simulator.reports.sheets import as_csv, as_json

__all__ = ["as_csv", "as_json"]
