"""What search needs of one knowledge version, in a folder that is named after that version.

The knowledge database alone says which version is in force: whoever has read it opens the folder
of that very version, so knowledge and search change together, in the one moment in which the
database does. Folders are made before that moment and taken away after it.

Knowledge that was built step by step (`make`) has no such folder: its index lies in build/index
and its words in build/tokens, and their stamps say whether they belong to the knowledge.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Collection, Dict, Mapping, Optional, Tuple

import numpy as np

from index.encoder import Encoder
from index.errors import PassageIndexError
from index.files import replaced_folder
from index.passage_index import BuildReport, known_vectors, write_index
from index.passage_tokens import known_tokens, write_tokens
from index.passages import indexed_passages
from index.poll_index import known_poll_vectors, write_poll_vectors
from index.token_encoder import TokenEncoder, Tokens
from knowledge.facts import KnowledgeBase
from knowledge.settings import Settings

_LOCK = ".lock"  # one for all versions: a lock named after a version would stay behind with each of them


def search_folders(settings: Settings, version: str) -> Tuple[Path, Path]:
    """Where the index and the words of a version are: its own folder, or what `make` built."""
    own = published_folder(settings, version)
    return (own, own) if own.exists() else (settings.index_dir, settings.tokens_dir)


def published_folder(settings: Settings, version: str) -> Path:
    """The folder of one published version."""
    return settings.published_dir / version


def prepare_search(
    settings: Settings,
    knowledge: KnowledgeBase,
    encoder: Encoder,
    reader: TokenEncoder,
    earlier: Optional[str] = None,
) -> BuildReport:
    """Write the folder of a version; nothing reads it until the database names that version.

    Args:
        settings: Where built files lie.
        knowledge: The new version.
        encoder: Gives the vectors of passages that are new.
        reader: Reads passages that are new word by word.
        earlier: The version in force, whose vectors are taken over where the passage is the same.

    Raises:
        PassageIndexError: The knowledge has no passages.
        OSError: The folder cannot be written.
    """
    vectors, tokens = _known(settings, earlier, encoder, reader)
    polls = known_poll_vectors(published_folder(settings, earlier or "-"), encoder)
    settings.published_dir.mkdir(parents=True, exist_ok=True)
    lock = settings.published_dir / _LOCK
    with replaced_folder(published_folder(settings, knowledge.version), lock) as target:
        report = write_index(target, knowledge, encoder, vectors)
        write_tokens(target, indexed_passages(knowledge), reader, tokens)
        write_poll_vectors(target, knowledge, encoder, polls)
    return report


def is_prepared(settings: Settings, knowledge: KnowledgeBase, encoder: Encoder, reader: TokenEncoder) -> bool:
    """Whether a version's own folder is whole, and made by these encoders."""
    from index.passage_index import PassageIndex
    from index.passage_tokens import PassageTokens

    folder = published_folder(settings, knowledge.version)
    try:
        PassageIndex.load(folder, knowledge, encoder).close()
        PassageTokens.load(folder, knowledge, reader.weights_sha256)
    except PassageIndexError:
        return False
    return True


def drop_other_versions(settings: Settings, keep: Collection[str]) -> None:
    """Delete the folders of all versions but some, and what interrupted builds left behind."""
    # By name: the way to the build folder may lead over a link, and then paths that are the same differ.
    kept = set(keep) | {published_folder(settings, version).resolve().name for version in keep}
    for folder in settings.published_dir.glob("*"):
        if folder.name not in kept and folder.name != _LOCK:
            if folder.is_symlink() or folder.is_file():
                folder.unlink(missing_ok=True)
            else:
                shutil.rmtree(folder, ignore_errors=True)


def _known(
    settings: Settings, earlier: Optional[str], encoder: Encoder, reader: TokenEncoder
) -> Tuple[Mapping[str, np.ndarray], Mapping[str, Tokens]]:
    vectors: Dict[str, np.ndarray] = {}
    tokens: Dict[str, Tokens] = {}
    own = published_folder(settings, earlier or "-")
    # Where the version in force was not published here (another server did), whatever is here helps.
    here = [own] if own.exists() else [*settings.published_dir.glob("[!.]*"), settings.index_dir, settings.tokens_dir]
    for folder in here:
        vectors.update(known_vectors(folder, encoder))
        tokens.update(known_tokens(folder, reader.weights_sha256))
    return vectors, tokens
