"""The folder of a draft: written when a source is imported, loaded for review, changed file by file.

Each file is replaced whole, so that a reader never sees half of one; article.md is written last.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from knowledge.facts import RoleKind
from knowledge.importing.document import SourceDocument
from knowledge.importing.drafts.errors import BrokenDraft, DraftChanged
from knowledge.importing.drafts.kept import check_kept
from knowledge.importing.drafts.kinds import read_kinds
from knowledge.importing.drafts.page import DraftPage, read_page
from knowledge.importing.drafts.rejected import Entry, read_rejected, rejected_text, settled
from knowledge.importing.drafts.source_file import Kept, read_source, source_json
from knowledge.importing.extracted import Unplaced
from knowledge.problems import Problem, Problems

ARTICLE, SOURCE, DESCRIBED = "article.md", "source.txt", "source.json"
UNPLACED, REJECTED, KINDS = "unplaced.md", "rejected.yml", "kinds.yml"


@dataclass(frozen=True)
class Draft:
    """A draft as it stands on the disk.

    Attributes:
        folder: Its workspace; the name is the article's id.
        text: article.md.
        page: The same, taken apart.
        document: The source that it was made from.
        kept: What the last import proposed, and what it could not place.
        rejected: What was rejected, by key.
        kinds_text: kinds.yml, "" where there is none.
        kinds: The new kinds of work that it proposes.
        problems: What could not be read.
        version: Changes with article.md and kinds.yml.
    """

    folder: Path
    text: str
    page: DraftPage
    document: SourceDocument
    kept: Kept
    rejected: dict[str, Entry]
    kinds_text: str
    kinds: dict[str, RoleKind]
    problems: tuple[Problem, ...]
    version: str


def load_draft(folder: Path) -> Draft:
    """Read a draft.

    Args:
        folder: Its workspace.

    Returns:
        The draft; mistakes in its texts are in `problems`.

    Raises:
        BrokenDraft: A file that every draft has is missing or cannot be read.
    """
    problems = Problems()
    text = _read(folder / ARTICLE)
    try:
        document, kept = read_source(_read(folder / SOURCE), _read(folder / DESCRIBED))
    except ValueError as error:
        problem = Problem(folder / DESCRIBED, 1, f"this file cannot be read ({error})", "import the source again")
        raise BrokenDraft([problem]) from error
    kinds_text = _read(folder / KINDS, missing="")
    rejected = read_rejected(folder / REJECTED, _read(folder / REJECTED, missing=""), problems)
    kinds = read_kinds(folder / KINDS, kinds_text, Problems())  # the checker tells its mistakes
    # The checker reads the same layout again and tells its mistakes; only what a draft adds is told here.
    page = read_page(folder / ARTICLE, text, Problems())
    for fact in page.facts:
        check_kept(fact.kind, fact.body, page.file, problems)
    version = version_of(text, kinds_text)
    return Draft(folder, text, page, document, kept, rejected, kinds_text, kinds, tuple(problems), version)


def version_of(text: str, kinds_text: str) -> str:
    """The version of a draft with these two files."""
    return hashlib.sha256(f"{text}\0{kinds_text}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def version_on_disk(folder: Path) -> str:
    """The version of the files as they are now."""
    return version_of(_read(folder / ARTICLE), _read(folder / KINDS, missing=""))


def save_draft(draft: Draft, text: str, kinds_text: str | None = None) -> Draft:
    """Write a changed article, and keep rejected.yml in step with its decisions.

    Args:
        draft: As it was loaded.
        text: The new article.md.
        kinds_text: The new kinds.yml; None leaves it.

    Returns:
        The draft as it is now.

    Raises:
        DraftChanged: Another program has changed the files since the draft was loaded; nothing is written.
    """
    if version_on_disk(draft.folder) != draft.version:
        raise DraftChanged("article.md was changed by another program; look at it again before you go on")
    if kinds_text is not None and kinds_text != draft.kinds_text:
        write_text(draft.folder / KINDS, kinds_text)
    rejected = settled(draft.rejected, read_page(draft.folder / ARTICLE, text, Problems()))
    if rejected != draft.rejected:
        write_text(draft.folder / REJECTED, rejected_text(rejected))
    write_text(draft.folder / ARTICLE, text)
    return load_draft(draft.folder)


def write_files(folder: Path, files: dict[str, str]) -> None:
    """Write files of a draft's folder, article.md last: without it the folder is no draft yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in sorted(files, key=lambda name: name == ARTICLE):
        write_text(folder / name, files[name])


def write_text(file: Path, text: str) -> None:
    """Replace a file whole, or leave the old one; what a crash leaves behind begins with a dot."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def unplaced_text(unplaced: tuple[Unplaced, ...]) -> str:
    """unplaced.md: amounts and percentages that became no fact, each with its sentence and the reason."""
    lines = ["# Found, but not placed", ""]
    lines += ["Nothing is left over." if not unplaced else "Look whether one of these is a fact after all.", ""]
    for one in unplaced:
        lines += [f"- **{one.as_written}** ({one.why}), at {one.quote.start}-{one.quote.end}:", f"  {one.quote.text}"]
    return "\n".join(lines).rstrip() + "\n"


def source_files(document: SourceDocument, kept: Kept) -> dict[str, str]:
    """The files of a draft that follow from its source alone."""
    return {
        SOURCE: document.text,
        DESCRIBED: source_json(document, kept),
        UNPLACED: unplaced_text(kept.unplaced),
    }


def _read(file: Path, missing: str | None = None) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        if missing is not None:
            return missing
        problem = Problem(file, 1, "this file is missing", "import the source again")
    except OSError as error:
        problem = Problem(file, 1, f"this file cannot be read ({error.strerror})", "make it readable")
    except UnicodeDecodeError:
        problem = Problem(file, 1, "this file is not UTF-8 text", "save it as UTF-8")
    raise BrokenDraft([problem])
