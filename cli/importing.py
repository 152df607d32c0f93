"""`waypoint knowledge import`: saved pages, PDF, Word and text files become drafts to review.

Exit codes: 0 every file has its draft; 1 some file could not be read; 2 wrong usage; 130 interrupted.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import logging
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from cli.importing_files import chosen
from cli.importing_table import Done, Row, show
from knowledge.errors import ArticleFormatError, KnowledgeError, UnreadableSource
from knowledge.facts import RIGHTS, KnowledgeBase, RoleKind
from knowledge.importing.document import SourceDocument
from knowledge.importing.drafts import Imported, Origin, Pages, import_source
from knowledge.importing.extracted import Extraction
from knowledge.problems import shown_path
from knowledge.settings import Settings

logger = logging.getLogger(__name__)
LEDGER = "imported.jsonl"
_INTERRUPTED = 130
_LARGEST = 200 * 1024 * 1024  # bytes; what is larger is refused by the readers, which takes no hash


@click.command("import")
@click.argument("sources", nargs=-1, required=True, metavar="FILE_OR_FOLDER...", type=click.Path(path_type=Path))
@click.option(
    "--rights",
    type=click.Choice(RIGHTS),
    default="paraphrased",
    show_default=True,
    help="Whose text it is. Own and licensed text may be cited word for word.",
)
@click.option("--publisher", help="Who published it.  [default: what the page says]")
@click.option(
    "--accessed",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day on which it was saved.  [default: today]",
)
@click.option("--id", "wanted_id", help="Name of the article, for a single file.  [default: from its title]")
@click.option(
    "--drafts",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the drafts.  [default: WAYPOINT_DRAFTS_DIR or var/drafts]",
)
@click.option("--again", is_flag=True, help="Read files anew that have their draft already.")
def import_(
    sources: tuple[Path, ...],
    rights: str,
    publisher: str | None,
    accessed: datetime.datetime | None,
    wanted_id: str | None,
    drafts: Path | None,
    again: bool,
) -> None:
    """Make drafts of saved pages, PDF, Word, Markdown and text files.

    Each draft has what was found beside the sentence it came from, for you to accept, correct or
    reject: `waypoint knowledge review`. Nothing reaches the bot before you publish it.

    Stop with Ctrl-C at any time; the same command goes on where it stopped. A file that cannot be
    read is named with the reason, and the others go on. Importing a page again keeps your decisions.
    """
    settings = Settings.from_environment()
    found = chosen(sources)
    if wanted_id and len(found.files) != 1:
        raise click.UsageError("--id names one article; give one file with it")
    day = (accessed.date() if accessed else datetime.date.today()).isoformat()
    origin = Origin(rights, publisher, day)
    folder = (drafts or settings.drafts_dir).absolute()
    run = _Import(folder, origin, _known(settings), again, wanted_id)
    barren = [Row(shown_path(source), note=why, broken=True) for source, why in found.barren]
    for row in barren:
        click.echo(f"{row.name}: {row.note}", err=True)
    rows, stopped = _run(run, found.files)
    show([*barren, *rows], folder, found.passed_over)
    if stopped:
        left = len(found.files) - len(rows)
        click.echo(f"Stopped. {left} of {len(found.files)} are left; run the same command again to go on.", err=True)
        raise SystemExit(_INTERRUPTED)
    if barren or any(row.broken for row in rows):
        raise SystemExit(1)


class _Import:
    """Imports one file after the other into one folder of drafts."""

    def __init__(self, folder: Path, origin: Origin, known: KnowledgeBase, again: bool, wanted_id: str | None) -> None:
        self._folder, self._origin, self._known = folder, origin, known
        self._again, self._wanted_id = again, wanted_id
        self._ledger, self._pages = read_ledger(folder), Pages(folder, known.articles.values())

    def file(self, path: Path) -> Row:
        """Import one file; whatever is wrong with it is in the row."""
        name = shown_path(path)
        try:
            return self._import(path, name)
        except (KnowledgeError, OSError) as error:
            return Row(name, note=_reason(error, path), broken=True)
        except Exception as error:  # one strange file must not end a long import
            logger.debug("%s could not be imported", name, exc_info=True)
            return Row(name, note=f"could not be imported ({type(error).__name__}: {error})", broken=True)

    def _import(self, path: Path, name: str) -> Row:
        digest = _sha256(path) if path.is_file() and path.stat().st_size < _LARGEST else ""
        before = self._ledger.get(digest)
        if before and not self._again and (self._folder / before.draft / "article.md").exists():
            return Row(name, before, "has its draft already")
        document = read(path)
        found = extraction_of(document, self._known)
        imported = import_source(
            self._folder, document, found, self._origin, self._known.kinds, self._wanted_id, self._pages
        )
        figures = sum(len(role.figures) for role in found.roles)
        counts = (len(found.roles), figures, len(found.polls), len(found.unplaced))
        done = Done(document.sha256, path.name, imported.folder.name, *counts)
        self._ledger[done.sha256] = done
        with (self._folder / LEDGER).open("a", encoding="utf-8") as out:
            out.write(json.dumps(asdict(done), ensure_ascii=False) + "\n")
        return Row(name, done, _note(imported, document))


def read(path: Path) -> SourceDocument:
    """The text of a file. Imported here: the readers' libraries take a moment to load."""
    from knowledge.importing.reading import read_document

    return read_document(path)


def extraction_of(document: SourceDocument, known: KnowledgeBase) -> Extraction:
    """What is found in a text."""
    from cli.page_reading import facts_of

    return facts_of(document, _known_work(tuple(known.kinds.values())))


@lru_cache(maxsize=1)
def _known_work(kinds: tuple[RoleKind, ...]) -> Any:
    from knowledge.importing.extraction import KnownWork

    return KnownWork.of(kinds)


def read_ledger(folder: Path) -> dict[str, Done]:
    """What was imported into a folder, by the hash of each file; a line that a crash cut short is left out."""
    try:
        lines = (folder / LEDGER).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    found = {}
    for line in lines:
        try:
            done = Done(**json.loads(line))
        except (ValueError, TypeError):
            continue
        found[done.sha256] = done
    return found


def _known(settings: Settings) -> KnowledgeBase:
    from knowledge.article_file import read_articles

    try:
        return read_articles(settings.articles_dir, settings.roles_file)
    except ArticleFormatError as error:
        raise click.ClickException(
            f"{error}\nThe published articles have mistakes; correct them first (waypoint knowledge check)"
        ) from error


def _run(run: _Import, files: list[Path]) -> tuple[list[Row], bool]:
    """Import the files; whether it was interrupted."""
    rows: list[Row] = []
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("Importing", total=len(files))
        try:
            for path in files:
                progress.update(task, description=path.name[:40])
                row = run.file(path)
                rows.append(row)
                progress.advance(task)
                if row.broken:
                    progress.console.print(f"{row.name}: {row.note}", markup=False, highlight=False, soft_wrap=True)
        except KeyboardInterrupt:
            return rows, True
    return rows, False


def _note(imported: Imported, document: SourceDocument) -> str:
    notes = list(document.warnings[:2])
    if imported.published:
        notes.insert(0, "published already; publishing this draft replaces it")
    if imported.again:
        notes.insert(0, f"again: {imported.new} new, {imported.changed} changed in the source")
    return "; ".join(notes)


def _reason(error: Exception, path: Path) -> str:
    if isinstance(error, UnreadableSource):
        return f"{error.reason}; {error.instead}"
    if isinstance(error, FileNotFoundError) and not path.exists():
        return "there is no such file; check its name"
    if isinstance(error, OSError):
        return f"cannot be read or written ({error.strerror})"
    return str(error)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()
