"""Changing knowledge files: each as a whole, all of them back if what follows fails."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import Callable, Dict, Iterator, Optional

from knowledge.errors import KnowledgeError
from knowledge.knowledge_files import Changes
from knowledge.problems import shown_path


@contextmanager
def files_changed(changes: Changes, stays: Callable[[], bool] = lambda: False) -> Iterator[None]:
    """Write the changes; an error inside the `with` puts the old files back, unless `stays()`.

    New kinds of work (YAML) come before the articles that use them, and files that go come last:
    whoever pulls the plug in between leaves files that still fit each other.

    Raises:
        KnowledgeError: A file cannot be written; those written before are as they were.
    """
    before: Dict[Path, Optional[str]] = {}
    try:
        for path in sorted(changes, key=lambda p: (changes[p] is None, p.suffix == ".md", p)):
            before[path] = _text(path)
            _put(path, changes[path])
        yield
    except BaseException as error:
        if not stays():
            for path, text in reversed(before.items()):
                if _text(path) != text:  # the one that could not be written is as it was
                    _put(path, text)
        if isinstance(error, OSError):
            raise KnowledgeError(
                f"{shown_path(Path(error.filename or ''))} cannot be written ({error.strerror}); nothing was changed"
            ) from error
        raise


def _text(path: Path) -> Optional[str]:
    return path.read_text(encoding="utf-8") if path.exists() else None


def _put(path: Path, text: Optional[str]) -> None:
    if text is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o644)
        os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)
