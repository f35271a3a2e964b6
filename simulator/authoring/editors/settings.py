"""What an editor needs in a folder of scenarios: the schemas, and settings that point to them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from simulator.authoring.editors.schema import KINDS_OF_FILE, schema_of
from simulator.authoring.teaching.writing import write_text
from simulator.errors import Unreadable

SCHEMAS = ".duecourse"
"""The folder beside `scenarios` and `personas` that the schemas lie in."""
_SETTINGS: dict[str, Any] = {
    "files.encoding": "utf8",
    "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
}
_EXTENSION = "redhat.vscode-yaml"


def schema_file(kind: str) -> str:
    """Return where the schema of a kind of file lies, from the folder it was installed in."""
    return f"{SCHEMAS}/{kind}.schema.json"


def schema_line(kind: str) -> str:
    """Return the comment that points a file two folders down to its schema."""
    return f"# yaml-language-server: $schema=../../{schema_file(kind)}"


def install(folder: Path, language: str) -> list[Path]:
    """Write schemas and VS Code settings into a folder; return the files that are new or have changed.

    Settings that are there stay, ours are added. Raises Unreadable for settings that are not plain JSON,
    because comments in them would be lost.
    """
    texts = {
        folder / schema_file(kind): json.dumps(schema_of(kind, language), ensure_ascii=False, indent=1) + "\n"
        for kind in KINDS_OF_FILE
    }
    settings = folder / ".vscode" / "settings.json"
    held = _held(settings)
    schemas = {schema_file(kind): f"{kind}s/**/*.yaml" for kind in KINDS_OF_FILE}
    own = {**_SETTINGS, **held, "yaml.schemas": {**held.get("yaml.schemas", {}), **schemas}}
    texts[settings] = _json(own)
    wanted = folder / ".vscode" / "extensions.json"
    advice = _held(wanted)
    names = advice.get("recommendations", [])
    texts[wanted] = _json({**advice, "recommendations": [*names, *({_EXTENSION} - set(names))]})
    changed = [path for path, text in texts.items() if not _is(path, text)]
    for path in changed:
        write_text(path, texts[path])
    return changed


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode("utf-8")


def _held(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _not_ours(path) from error
    if not isinstance(held, dict) or not isinstance(held.get("yaml.schemas", {}), dict):
        raise _not_ours(path)
    return held


def _not_ours(path: Path) -> Unreadable:
    schemas = ", ".join(f'"{schema_file(kind)}": "{kind}s/**/*.yaml"' for kind in KINDS_OF_FILE)
    return Unreadable(
        "Settings",
        f"{path} has comments or is no JSON, so it is left as it is.",
        f'Add to it: "yaml.schemas": {{{schemas}}}',
    )
