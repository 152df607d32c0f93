"""Reads the folder of articles and the kinds of work into drafts."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Optional

from knowledge import article_schema as schema
from knowledge import facts
from knowledge.article_drafts import ArticleReader
from knowledge.article_parts import read_parts
from knowledge.drafts import Draft, Drafts
from knowledge.fields import read_record
from knowledge.located_yaml import load
from knowledge.problems import Problems


def read_drafts(folder: Path, roles_file: Path, problems: Problems) -> Drafts:
    """Read every article of a folder, and the kinds of work.

    Args:
        folder: Holds `<article id>.md` files; a README.md in it is left alone.
        roles_file: The kinds of work with their everyday names.
        problems: Gets whatever cannot be read.
    """
    drafts = Drafts()
    digest = hashlib.sha256()
    files = sorted(f for f in folder.glob("*.md") if f.name.lower() != "readme.md")
    if not files:
        problems.add(folder, 1, "there is no article in this folder", "add <article id>.md files")
    for file in [roles_file, *files]:
        text = _text_of(file, problems)
        digest.update(f"{file.name}\0{text}\0".encode())
        if text is None:
            continue
        if file is roles_file:
            _read_kinds(file, text, drafts, problems)
        else:
            ArticleReader(read_parts(file, text, problems), drafts, problems).read()
    drafts.version = digest.hexdigest()[:12]
    return drafts


def _text_of(file: Path, problems: Problems) -> Optional[str]:
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
