"""Publishing: knowledge files become what the running bot answers from, in one moment.

The order makes it safe to pull the plug anywhere. What search needs is written first, in a folder
of the new version that nobody reads yet; then the files, then the names for the NLU; the knowledge
database comes last and is replaced as a whole. Whoever answers asks the database for its version
before each answer and opens that version's folder, so an answer is of one version or the other.
Interrupted, the bot goes on with the old version, and publishing again finishes the work.

Publications wait for each other. What one of them writes is worked out when its turn has come, on
top of what the one before left, so that two that were prepared side by side both succeed.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Optional, Tuple

from index.encoder import Encoder
from index.errors import EncoderNotFound
from index.files import locked
from index.onnx_encoder import OnnxEncoder
from index.passage_index import BuildReport
from index.passage_tokens import build_tokens
from index.publication import drop_other_versions, is_prepared, prepare_search
from index.token_encoder import OnnxTokenEncoder, TokenEncoder
from knowledge.article_file import read_articles
from knowledge.curation.changes import KnowledgeDiff, knowledge_diff
from knowledge.curation.files import files_changed
from knowledge.curation.kinds import with_kinds
from knowledge.errors import KnowledgeError, KnowledgeNotBuilt
from knowledge.facts import KnowledgeBase
from knowledge.knowledge_files import Changes, article_files, is_article_id
from knowledge.names_file import write_names
from knowledge.settings import Settings
from knowledge.store import build_database, load_knowledge, stored_version

logger = logging.getLogger(__name__)
Step = Callable[[str], None]
Wanted = Callable[[], Changes]  # works out, from the files of that moment, what is to be written
Encoders = Tuple[Encoder, TokenEncoder]


@dataclass(frozen=True)
class Published:
    """What a publication did. `built` is None where search was ready before."""

    diff: KnowledgeDiff
    knowledge: KnowledgeBase
    built: Optional[BuildReport]


class ChangedSinceSeen(KnowledgeError):
    """More would change than the person was shown."""


def publish(
    settings: Settings, wanted: Wanted = dict, *, seen: Optional[KnowledgeDiff] = None,
    step: Step = lambda text: None, encoders: Optional[Encoders] = None,
) -> Published:
    """Put the knowledge files, with some changes, in force.

    Args:
        settings: Where files, database and built folders are.
        wanted: Gives the files to write or to take away on the way; none publishes the files as they are.
        seen: What the person was shown and agreed to; nothing beyond it is published. None: anything.
        step: Is told in a few words what comes next.
        encoders: Other than the exported ones.

    Raises:
        ArticleFormatError: There is a mistake in the files; nothing was changed.
        ChangedSinceSeen: There is more to publish than was shown; nothing was changed.
        KnowledgeError, PassageIndexError: Something cannot be written or read; nothing was changed.
    """
    lock = settings.build_dir / ".publish.lock"
    with locked(lock, waits=lambda: step("Waiting for another publication to finish")):
        step("Checking the files")
        changes = wanted()
        after = read_articles(settings.articles_dir, settings.roles_file, changes)
        before = knowledge_in_force(settings)
        found = knowledge_diff(before, after)
        if seen is not None and not set(found.changes) <= set(seen.changes):
            raise ChangedSinceSeen(
                "the files, or what the bot answers from, changed since you looked; nothing was changed. Publish again:"
                " you will see first what would change now"
            )
        encoder, reader = encoders or _encoders(settings, after)
        built = None
        if not is_prepared(settings, after, encoder, reader):
            step("Preparing search")
            built = prepare_search(settings, after, encoder, reader, before.version if before else None)
        step("Switching")
        _switch(settings, changes, before, after)
        _tidy(settings, {after.version, before.version if before else after.version})
    return Published(found, after, built)


def preview(settings: Settings, wanted: Wanted = dict) -> Tuple[KnowledgeDiff, KnowledgeBase]:
    """What `publish` would change, and what would then be in force. Nothing is written.

    Raises:
        ArticleFormatError: There is a mistake in the files.
    """
    after = read_articles(settings.articles_dir, settings.roles_file, wanted())
    return knowledge_diff(knowledge_in_force(settings), after), after


def removal(settings: Settings, article_id: str) -> Wanted:
    """The change that takes an article out.

    Raises:
        KnowledgeError: There is no such article, now or when its turn comes.
    """

    def wanted() -> Changes:
        known = {file.stem: file for file in article_files(settings.articles_dir)}
        if article_id not in known:
            raise KnowledgeError(f'there is no article "{article_id}"; there are {", ".join(known) or "none"}')
        return {known[article_id].absolute(): None}

    wanted()
    return wanted


def addition(settings: Settings, article_id: str, text: str, kinds: str = "") -> Wanted:
    """The change that puts an article in, or in the place of the one with its id.

    Args:
        settings: Where the files are.
        article_id: Names the file.
        text: The whole knowledge file.
        kinds: New kinds of work as YAML, a list as in roles.yml; those that are there already stay.

    Raises:
        KnowledgeError: `article_id` cannot be an article's: it would be passed over, or lie elsewhere.
    """
    if not is_article_id(article_id):
        raise KnowledgeError(
            f'"{article_id}" cannot name an article; give the folder of the draft another name, in lower-case words'
            " with hyphens"
        )
    article = (settings.articles_dir / f"{article_id}.md").absolute()

    def wanted() -> Changes:
        changes: dict[Path, Optional[str]] = {article: text}
        if kinds.strip():
            changes[settings.roles_file.absolute()] = with_kinds(settings.roles_file, kinds, text)
        return changes

    return wanted


def knowledge_in_force(settings: Settings) -> Optional[KnowledgeBase]:
    """What the database holds; None where nothing was built yet."""
    try:
        return load_knowledge(settings.database_url)
    except KnowledgeNotBuilt:
        return None


def _switch(
    settings: Settings, changes: Changes, before: Optional[KnowledgeBase], after: KnowledgeBase
) -> None:
    def is_switched() -> bool:
        try:
            return stored_version(settings.database_url) == after.version
        except KnowledgeError:
            return False

    with files_changed(changes, stays=is_switched):
        try:
            write_names(after, settings.names_file)
            build_database(after, settings.database_url)
        except BaseException:
            if before is not None and not is_switched():
                write_names(before, settings.names_file)
            raise


def _encoders(settings: Settings, knowledge: KnowledgeBase) -> Encoders:
    """The exported encoders: the same vectors as torch gives, without its start."""
    encoder = OnnxEncoder(settings.encoder_dir, cache_size=0)
    try:
        return encoder, OnnxTokenEncoder(settings.tokens_dir)
    except EncoderNotFound:
        build_tokens(knowledge, settings.tokens_dir)
        return encoder, OnnxTokenEncoder(settings.tokens_dir)


def _tidy(settings: Settings, keep: set[str]) -> None:
    """Old folders only take room: trouble with them must not undo what is published."""
    try:
        drop_other_versions(settings, keep)
    except OSError as error:
        logger.warning("old versions in %s were not deleted (%s)", settings.published_dir, error.strerror)
