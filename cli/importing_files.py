"""Which files an import takes: those that are named, and those of folders that look like articles."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

_MOST_ENDINGS = 6  # that are named of a folder
SAVE_AS = "save them as HTML, PDF, Word (.docx), Markdown or text"


@dataclass
class Chosen:
    """The files to import.

    Attributes:
        files: In their order, each once.
        barren: Folders of which nothing can be imported, with the reason and what to do.
        passed_over: What of other folders is no article, in words.
    """

    files: list[Path] = field(default_factory=list)
    barren: list[tuple[Path, str]] = field(default_factory=list)
    passed_over: list[tuple[Path, str]] = field(default_factory=list)


def chosen(sources: tuple[Path, ...]) -> Chosen:
    """Look into the folders; links, hidden files and the pictures of saved pages are passed over."""
    from knowledge.importing.reading import source_files

    found = Chosen()
    seen: set[Path] = set()
    for source in sources:
        files = source_files(source) if source.is_dir() else [source]
        others = _others(source, set(files)) if source.is_dir() else ""
        if not files:
            found.barren.append((source, _why(others)))
        elif others:
            found.passed_over.append((source, others))
        found.files += [path for path in files if path.absolute() not in seen]
        seen |= {path.absolute() for path in files}
    return found


def _why(others: str) -> str:
    if others:
        return f"holds no file that can be read ({others}); {SAVE_AS}"
    return "holds no file; save pages or documents into it, or name another folder"


def _others(folder: Path, taken: set[Path]) -> str:
    """`2 .pages, 1 .jpg`: the files of a folder that are not imported, by their endings."""
    endings: Counter[str] = Counter()
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and not name.endswith("_files")]
        for name in sorted(names):
            path = Path(where, name)
            if path not in taken and not name.startswith((".", "~$")):
                endings["links" if path.is_symlink() else path.suffix.lower() or "without an ending"] += 1
    told = [f"{count} {ending}" for ending, count in endings.most_common(_MOST_ENDINGS)]
    rest = endings.total() - sum(count for _, count in endings.most_common(_MOST_ENDINGS))
    return ", ".join([*told, *([f"{rest} others"] if rest else [])])
