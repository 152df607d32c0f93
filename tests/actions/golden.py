"""Writes the golden payloads anew: `python -m tests.actions.golden`. Read the diff before committing.

Both environments hold them: the actions must produce them, the channels must render them.
"""

from __future__ import annotations

import json
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "data" / "payloads"


def file_of(name: str) -> Path:
    """The golden file of an answer."""
    return FOLDER / f"{name.replace(' ', '_')}.json"


def golden_form(payload: dict) -> str:
    """A payload as it stands in its file; the version of the knowledge is left open."""
    fixed = {**payload, "knowledge_version": "golden"}
    return json.dumps(fixed, indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    """Rewrites every file from the answers of conftest.py."""
    from tests.actions.conftest import golden_answers, real_articles

    for name, payload in golden_answers(real_articles()).items():
        file_of(name).write_text(golden_form(payload), encoding="utf-8")
        print(file_of(name))


if __name__ == "__main__":
    main()
