"""Reads the folder of articles and the kinds of work into drafts."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import List, Mapping, Optional

from knowledge import article_schema as schema
from knowledge import facts
from knowledge.article_drafts import ArticleReader
from knowledge.article_parts import read_parts
from knowledge.drafts import Draft, Drafts
from knowledge.fields import SLUG, read_record
from knowledge.located_yaml import load
from knowledge.problems import Problems

Changes = Mapping[Path, Optional[str]]  # absolute path -> the text it is to have; None: it is to go
_NO_ARTICLE = "readme"


def read_drafts(
    folder: Path, roles_file: Path, problems: Problems, changes: Optional[Changes] = None
) -> Drafts:
    """Read every article of a folder, and the kinds of work.

    Args:
        folder: Holds `<article id>.md` files; a README.md in it is left alone.
        roles_file: The kinds of work with their everyday names.
        problems: Gets whatever cannot be read.
        changes: Files as they would be; they are read in place of those on the disk.
    """
    changes = changes or {}
    drafts = Drafts()
    digest = hashlib.sha256()
    files = article_files(folder, changes)
    if not files:
        problems.add(folder, 1, "there is no article in this folder", "add <article id>.md files")
    for file in [roles_file, *files]:
        text = _text_of(file, problems, changes)
        digest.update(f"{file.name}\0{text}\0".encode())
        if text is None:
            continue
        if file is roles_file:
            _read_kinds(file, text, drafts, problems)
        else:
            ArticleReader(read_parts(file, text, problems), drafts, problems).read()
    drafts.version = digest.hexdigest()[:12]
    return drafts


def article_files(folder: Path, changes: Optional[Changes] = None) -> List[Path]:
    """The files of the articles, in order of their names, as they would be after `changes`."""
    changes = changes or {}
    files = {f for f in folder.glob("*.md") if changes.get(f.absolute(), "") is not None}
    added = {f for f, text in changes.items() if text is not None and f.parent == folder.absolute()}
    absolute = {f.absolute() for f in files}
    files |= {folder / f.name for f in added - absolute}
    return sorted(f for f in files if f.suffix == ".md" and f.stem.lower() != _NO_ARTICLE)


def is_article_id(name: str) -> bool:
    """Whether a name can be an article's: lower-case words with hyphens, and not that of the README."""
    return SLUG.fullmatch(name) is not None and name != _NO_ARTICLE


def _text_of(file: Path, problems: Problems, changes: Changes) -> Optional[str]:
    changed = changes.get(file.absolute())
    if changed is not None:
        return changed
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        problems.add(file, 1, "this file is missing", "create it")
    except OSError as error:
        problems.add(file, 1, f"this file cannot be read ({error.strerror})", "make it readable")
    except UnicodeDecodeError:
        problems.add(file, 1, "this file is not UTF-8 text", "save it as UTF-8")
    return None


def _read_kinds(file: Path, text: str, drafts: Drafts, problems: Problems) -> None:
    located = load(text, file, problems)
    if located is None:
        return
    if not isinstance(located.value, list) or not located.value:
        problems.add(
            file,
            located.line,
            f"the kinds of work are {located.shape}, not a list",
            'write "- id: ..." for each',
        )
        return
    for item in located.value:
        record = read_record(item, schema.KIND, file=file, problems=problems, name="kind of work")
        if record:
            drafts.kinds.append(Draft(facts.RoleKind(**record.values), record))
