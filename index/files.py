"""Replacing a folder as a whole: readers see the old one or the new one, never a mixture.

A built folder such as build/index is a symbolic link to a versioned folder beside it.
A new version is written completely, then the link is switched by one rename.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import Callable, Iterator, Optional


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


@contextmanager
def replaced_folder(target: Path, lock: Optional[Path] = None) -> Iterator[Path]:
    """Yield an empty folder that becomes `target` when the block ends without an error.

    After an error the old folder stays and the new one is removed. The version before the
    switch is kept until the next switch, for readers that are just opening it. Builders of
    one target wait for each other, at `lock` or at a file beside the target.
    """
    target = target.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    with locked(lock or target.parent / f".{target.name}.lock"):
        new = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        try:
            new.chmod(0o755)
            yield new
            for path in new.rglob("*"):
                _sync(path)
            _switch(target, new)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise


@contextmanager
def locked(file: Path, waits: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold a lock file; who comes second waits, after calling `waits`. A process that dies lets go of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waits()
            fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _switch(target: Path, new: Path) -> None:
    previous = target.resolve() if target.is_symlink() else None
    if target.exists() and previous is None:
        shutil.rmtree(target)  # a plain folder, copied here by hand; a link cannot replace it
    link = target.with_name(f".{target.name}.link")
    link.unlink(missing_ok=True)
    link.symlink_to(new.name)
    os.replace(link, target)
    _sync(target.parent)
    for folder in target.parent.glob(f".{target.name}-*"):
        if folder not in (new, previous):
            shutil.rmtree(folder, ignore_errors=True)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
