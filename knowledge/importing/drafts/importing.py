"""One source becomes a draft: a new one, or a second import merged into the one that is there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import KnowledgeError
from knowledge.facts import RoleKind
from knowledge.fields import slugify
from knowledge.importing.document import SourceDocument
from knowledge.importing.drafts.editing import joined
from knowledge.importing.drafts.edits import decide
from knowledge.importing.drafts.kinds import kinds_text, read_kinds
from knowledge.importing.drafts.known_again import known_again
from knowledge.importing.drafts.layout import Origin, article_text
from knowledge.importing.drafts.merging import merge
from knowledge.importing.drafts.page import DraftPage, read_page
from knowledge.importing.drafts.pages import Pages
from knowledge.importing.drafts.rejected import Entry, read_rejected, rejected_text
from knowledge.importing.drafts.source_file import Kept
from knowledge.importing.drafts.workspace import (
    ARTICLE,
    KINDS,
    REJECTED,
    Draft,
    load_draft,
    source_files,
    write_files,
)
from knowledge.importing.extracted import Extraction
from knowledge.knowledge_files import is_article_id
from knowledge.problems import Problems

_LONGEST_ID = 60


@dataclass(frozen=True)
class Imported:
    """What one import did.

    Attributes:
        folder: The draft's workspace.
        again: The page had been imported before.
        new: Facts that are proposed for the first time.
        changed: Decided facts that the source does not have any more.
        published: There was no draft, but an article of this page is published; this draft would replace it.
    """

    folder: Path
    again: bool
    new: int
    changed: int
    published: bool = False


def import_source(
    drafts: Path,
    document: SourceDocument,
    extraction: Extraction,
    origin: Origin,
    known: Mapping[str, RoleKind],
    wanted_id: str | None = None,
    pages: Pages | None = None,
) -> Imported:
    """Write the draft of a source.

    Args:
        drafts: The folder of all drafts.
        document: The source.
        extraction: What was found in it.
        origin: What the maintainer says of it.
        known: The kinds of work, by id.
        wanted_id: The article's id; default: that of the same page's draft, or published article, or a new
            one from its title.
        pages: The drafts and published articles that there are; default: the drafts, looked up.

    Returns:
        What was done. Nothing that a person decided is lost by importing again.

    Raises:
        BrokenDraft: The page was imported before, and that draft cannot be read.
        KnowledgeError: `wanted_id` is no id: it names a folder and a file, and leads out of neither.
    """
    if wanted_id is not None and not is_article_id(wanted_id):
        raise KnowledgeError(f'"{wanted_id}" is no id; write lower-case words with hyphens: {slugify(wanted_id)}')
    pages = pages or Pages(drafts)
    published = pages.find_published(document, origin.publisher)
    article_id = wanted_id or pages.find(document) or published or _new_id(drafts, document, pages.published)
    folder = drafts / article_id
    text, kinds = article_text(article_id, document, extraction, origin, known)
    mine = load_draft(folder) if (folder / ARTICLE).exists() else None
    rejected = mine.rejected if mine else _rejected_before(folder / REJECTED)
    theirs = read_page(folder / ARTICLE, text, Problems())
    theirs = known_again(theirs, mine.page if mine else None, rejected)
    keys = [fact.key for fact in theirs.facts if fact.key]
    unsure = {fact.key: fact.unsure for fact in theirs.facts if fact.key and fact.unsure}
    files = source_files(document, Kept(tuple(keys), extraction.unplaced, unsure))
    if mine is not None:
        return _import_again(mine, document, theirs, kinds, files)
    write_files(folder, {**files, **({KINDS: kinds} if kinds else {}), ARTICLE: _rejecting(theirs, rejected)})
    pages.add(document, article_id)
    return Imported(folder, again=False, new=len(keys), changed=0, published=article_id == published)


def _rejected_before(file: Path) -> dict[str, Entry]:
    """What was rejected in a draft that is there no more."""
    return read_rejected(file, file.read_text(encoding="utf-8"), Problems()) if file.exists() else {}


def _rejecting(page: DraftPage, named: Mapping[str, Entry]) -> str:
    """A new article in which everything that an older one's rejected.yml names is rejected."""
    for key in [fact.key for fact in page.facts if fact.key in named]:
        path = next(fact.path for fact in page.facts if fact.key == key)
        page = read_page(page.file, decide(page, path, "rejected"), Problems())
    return joined(page.lines)


def _import_again(
    mine: Draft, document: SourceDocument, theirs: DraftPage, kinds: str, files: dict[str, str]
) -> Imported:
    folder = mine.folder
    merged = merge(mine, theirs, document.text)
    more = {id_: kind for id_, kind in read_kinds(folder / KINDS, kinds, Problems()).items() if id_ not in mine.kinds}
    if more:
        new = kinds_text(more)
        files[KINDS] = f"{mine.kinds_text.rstrip()}\n\n{new.split(chr(10), 2)[2]}" if mine.kinds_text else new
    if merged.rejected != mine.rejected:
        files[REJECTED] = rejected_text(merged.rejected)
    write_files(folder, {**files, ARTICLE: merged.text})
    return Imported(folder, again=True, new=merged.new, changed=merged.changed)


def _new_id(drafts: Path, document: SourceDocument, published: Collection[str]) -> str:
    base = slugify(document.title or Path(document.name).stem)
    if len(base) > _LONGEST_ID:
        base = base[:_LONGEST_ID].rsplit("-", 1)[0].strip("-")
    taken = {*published, *(folder.name for folder in drafts.iterdir())} if drafts.is_dir() else set(published)
    article_id, number = base, 2
    while article_id in taken or not is_article_id(article_id):
        article_id, number = f"{base}-{number}", number + 1
    return article_id
