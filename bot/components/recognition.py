"""What is recognised in a message, found once and shared by all components.

The rules themselves are in knowledge/language; here is only how they live inside Rasa: the
names are read again when their file changes, so a new role is found without retraining, and
several components that ask about the same text cost one look.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Dict, Tuple

from bot import rasa_patches
from bot.components.masking import mask
from bot.paths import names_file
from knowledge.language.mentions import Mention
from knowledge.language.names import Names
from knowledge.language.understand import understand

rasa_patches.install()  # every model of ours loads this module

Stamp = Tuple[int, int]  # modification time in nanoseconds, size
REMEMBERED = 256  # texts; several components ask about the same one


def mentions_in(text: str) -> Tuple[Mention, ...]:
    """Return everything recognised in `text`, in the order of the text."""
    path = names_file()
    return _mentions(text, path, _stamp(path))


def masked(text: str) -> str:
    """Return `text` as the intent classifier sees it: without the names themselves."""
    return mask(text, mentions_in(text))


def unmasked(text: str) -> str:
    """Return `text` in the same plain form with its names left in."""
    return mask(text, ())


def as_entity(mention: Mention) -> Dict[str, Any]:
    """Return a mention in the form in which Rasa carries entities."""
    entity: Dict[str, Any] = {
        "entity": mention.kind,
        "value": mention.value,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
    }
    if mention.excluded:
        entity["role"] = "excluded"
    if mention.corrected:
        entity["corrected"] = True
    return entity


def as_mention(entity: Dict[str, Any]) -> Mention:
    """Return an entity as the mention that it came from."""
    return Mention(
        kind=entity["entity"],
        value=entity["value"],
        start=entity["start"],
        end=entity["end"],
        text=entity.get("text", ""),
        excluded=entity.get("role") == "excluded",
        corrected=bool(entity.get("corrected")),
    )


def _stamp(path: Path) -> Stamp:
    """Return what changes when the file is written anew.

    Raises:
        FileNotFoundError: The knowledge base has not been built; the text says how.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        raise FileNotFoundError(
            f"{path} is missing: it holds the names of the roles. Build the knowledge base"
            " (make knowledge), which writes it."
        ) from None
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=2)
def _names(path: Path, stamp: Stamp) -> Names:
    return Names.load(path)


def _find(text: str, path: Path, stamp: Stamp) -> Tuple[Mention, ...]:
    return tuple(understand(text, _names(path, stamp)))


_mentions = lru_cache(maxsize=REMEMBERED)(_find)


def remember(count: int) -> None:
    """Keep what is recognised in the next `count` texts, for training on them in several steps."""
    global _mentions
    if count > _mentions.cache_info().maxsize:
        _mentions = lru_cache(maxsize=count)(_find)
