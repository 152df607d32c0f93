"""Opening a file to import: an ordinary file of a bearable size, and nothing that it points to."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from knowledge.errors import UnreadableSource
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.reading import SAVE_LESS

SUFFIXES = frozenset(".html .htm .xhtml .mhtml .mht .webarchive .pdf .docx .md .markdown .txt .text".split())


def content_of(path: Path, limits: Limits) -> bytes:
    """The bytes of a file.

    Raises:
        UnreadableSource: It is a link, no ordinary file, empty, too large, or may not be read.
    """
    try:
        # O_NOFOLLOW: a link in a folder of articles may lead anywhere. O_NONBLOCK: a pipe would wait for ever.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0))
    except OSError as error:
        raise _refused(path, error) from error
    try:
        _check(path, os.fstat(handle), limits)
        with os.fdopen(os.dup(handle), "rb") as file:
            data = file.read(limits.file_bytes + 1)
    finally:
        os.close(handle)
    if len(data) > limits.file_bytes:
        raise _too_large(path, len(data), limits)
    if not data.strip():
        raise UnreadableSource(path.name, "is empty", "save the page or document again")
    return data


def source_files(folder: Path) -> list[Path]:
    """The files below a folder that look like articles, by name; links and hidden ones are passed over."""
    found: list[Path] = []
    for where, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not name.endswith("_files"))
        for name in sorted(names):
            path = Path(where, name)
            if name.startswith((".", "~$")) or path.suffix.lower() not in SUFFIXES:
                continue
            if stat.S_ISREG(path.lstat().st_mode):
                found.append(path)
    return found


def _check(path: Path, about: os.stat_result, limits: Limits) -> None:
    if stat.S_ISDIR(about.st_mode):
        raise UnreadableSource(path.name, "is a folder", "name the files in it, or import the folder as a whole")
    if not stat.S_ISREG(about.st_mode):
        raise UnreadableSource(path.name, "is no ordinary file", "copy what it holds into a file and import that")
    if about.st_size > limits.file_bytes:
        raise _too_large(path, about.st_size, limits)


def _too_large(path: Path, size: int, limits: Limits) -> UnreadableSource:
    most = limits.file_bytes / 1024**2
    return UnreadableSource(path.name, f"is {size / 1024**2:,.0f} MB large; up to {most:,.0f} MB are read", SAVE_LESS)


def _refused(path: Path, error: OSError) -> UnreadableSource:
    if path.is_symlink():
        return UnreadableSource(path.name, "is a link to another place", "import the file that it leads to")
    if error.errno == errno.ENOENT:
        return UnreadableSource(path.name, "is not there", "check its name and folder")
    if error.errno in (errno.EACCES, errno.EPERM):
        return UnreadableSource(path.name, "may not be read", "give yourself the right to read it")
    reason = f"cannot be opened ({os.strerror(error.errno or 0)})"
    return UnreadableSource(path.name, reason, "copy it to another place and import that")
