"""A draft: what was extracted of one source, in a folder where a person decides on it.

`workspace.py` writes and loads the folder, `clean.py` makes the knowledge file of what was accepted.
"""

from __future__ import annotations

from knowledge.importing.drafts.checks import DraftCheck, article_of, check_draft, kinds_of
from knowledge.importing.drafts.errors import BrokenDraft, DraftChanged, DraftError, DraftNotReady, EditRefused
from knowledge.importing.drafts.importing import Imported, import_source
from knowledge.importing.drafts.layout import Origin
from knowledge.importing.drafts.pages import Pages
from knowledge.importing.drafts.workspace import Draft, load_draft, save_draft

__all__ = [
    "BrokenDraft",
    "Draft",
    "DraftChanged",
    "DraftCheck",
    "DraftError",
    "DraftNotReady",
    "EditRefused",
    "Imported",
    "Origin",
    "Pages",
    "article_of",
    "check_draft",
    "import_source",
    "kinds_of",
    "load_draft",
    "save_draft",
]
