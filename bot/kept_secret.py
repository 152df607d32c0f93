"""A secret that outlives the process: a file in the records' folder that only its owner reads."""

from __future__ import annotations

import logging
import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Optional

logger = logging.getLogger(__name__)

SECRET_CHARACTERS = 32  # at least; `openssl rand -base64 32` gives 44


def kept_secret(file: Optional[Path], lost: str = "conversations in open browsers end when the server does") -> str:
    """Return the secret of a file that only its owner reads; it is made when it is not there.

    Kept on disk, as browsers keep what is signed with it: with a new secret at every start, each
    open widget would be turned away after an update of the server. Where no file can be written,
    the secret lasts as long as the process.

    Args:
        file: Where it is kept; None: nowhere.
        lost: What the log says of a secret that cannot be kept.
    """
    if file is None:
        return secrets.token_urlsafe(32)
    try:
        return _read(file) or _make(file)
    except OSError as error:
        logger.warning("%s cannot be kept (%s): %s.", file.name, error.strerror, lost)
        return secrets.token_urlsafe(32)


def _read(file: Path) -> str:
    try:
        file.chmod(0o600)
        secret = file.read_text(encoding="ascii", errors="replace").strip()
    except FileNotFoundError:
        return ""
    if len(secret) < SECRET_CHARACTERS:  # cut off by a full disk, say
        file.unlink()
        return ""
    return secret


def _make(file: Path) -> str:
    """Write a new secret; of several processes that do so at once, all take the first one's."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)  # mode 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(secrets.token_urlsafe(32))
        with suppress(FileExistsError):
            os.link(name, file)
    finally:
        os.unlink(name)
    return file.read_text(encoding="ascii").strip()
