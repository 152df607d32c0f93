"""Remembers what each step was made from, so that only what changed is made again.

A step is done when its stamp holds the fingerprint of its present inputs and its outputs are
there. Before it runs it is stamped as unfinished and only after it succeeded as done, so a build
that was cut short shows.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Dict, Iterable, Iterator

UNFINISHED = "unfinished"
_SKIPPED_FOLDERS = {"__pycache__"}


def fingerprint(root: Path, inputs: Iterable[Path], settings: Dict[str, str]) -> str:
    """A hash of the files' names and contents (folders: all files in them) and the settings.

    Args:
        root: The repository; names are hashed relative to it, so that it may be moved.
        inputs: Files and folders. One that is missing counts as such.
        settings: Other things that the result depends on, as text.
    """
    digest = hashlib.sha256(json.dumps(settings, sort_keys=True).encode())
    for path in sorted(set(_files(inputs))):
        name = os.path.relpath(str(path), str(root))
        digest.update(f"\0{name}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest() if path.exists() else b"missing")
    return digest.hexdigest()


def read_stamp(file: Path, step: str) -> str:
    """The fingerprint that a step was last made with, UNFINISHED, or the empty text for never."""
    return _read(file).get(step, "")


def write_stamp(file: Path, step: str, value: str) -> None:
    """Notes how far a step is: a fingerprint, or UNFINISHED."""
    stamps = {**_read(file), step: value}
    file.parent.mkdir(parents=True, exist_ok=True)
    # Replaced as a whole: a crash leaves the old file or the new one, never half of one.
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(stamps, indent=2, sort_keys=True) + "\n")
    os.replace(str(fresh), str(file))


def _read(file: Path) -> Dict[str, str]:
    try:
        stamps = json.loads(file.read_text())
    except (OSError, ValueError):
        return {}
    return stamps if isinstance(stamps, dict) else {}


def _files(inputs: Iterable[Path]) -> Iterator[Path]:
    for path in inputs:
        if path.is_dir():
            for folder, folders, names in os.walk(str(path)):
                folders[:] = [f for f in folders if f not in _SKIPPED_FOLDERS]
                yield from (Path(folder, name) for name in names if not name.endswith(".pyc"))
        else:
            yield path
