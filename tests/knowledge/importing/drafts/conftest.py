from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from knowledge.facts import RoleKind
from knowledge.importing.drafts import Draft, Origin, import_source, load_draft, save_draft
from knowledge.importing.drafts.edits import decide_all, rewrite
from tests.knowledge.importing.drafts import sources

KNOWN = {"utilization-review": RoleKind("utilization-review", "Utilization review", ("utilization review", "UR"))}
ROLES = "- id: utilization-review\n  title: Utilization review\n  names: [utilization review, UR]\n"
OWN_WORDS = {  # by how the source's passage begins
    "In our 2025": "Of 400 members asked in 2025, 62% had thought of leaving.",
    "Utilization reviewers": "Reviewers judge from home, for insurers, what is covered.",
    "Glassdoor reports": "Glassdoor gives an average of $191,000. Work in the evening earns $95/hour.",
    "Somebody has": "Cards need jokes, and the pay varies widely.",
    "Role: Joke": "A joke earns $20-30 per project.",
}


@pytest.fixture
def roles_file(tmp_path: Path) -> Path:
    file = tmp_path / "roles.yml"
    file.write_text(ROLES, encoding="utf-8")
    return file


@pytest.fixture
def bring(tmp_path: Path) -> Callable[..., Draft]:
    """Imports a source and loads its draft."""

    def bring_in(document: Any = None, extraction: Any = None, rights: str = "paraphrased", **more: Any) -> Draft:
        document = document or sources.document()
        extraction = extraction if extraction is not None else sources.extraction(document)
        done = import_source(tmp_path / "drafts", document, extraction, Origin(rights, **more), KNOWN)
        return load_draft(done.folder)

    return bring_in


def path_of(draft: Draft, words: str, kind: str | None = None) -> str:
    """The address of the fact whose quote or value has these words."""
    found = [
        fact.path
        for fact in draft.page.facts
        if (kind is None or fact.kind == kind)
        and words in (fact.get("as_written"), fact.get("title"), fact.get("work_mode"), fact.get("quote"))
    ]
    assert len(found) == 1, found
    return found[0]


def finish(draft: Draft) -> Draft:
    """Accept everything and write it in own words, as a person would."""
    for fact in [f for f in draft.page.facts if f.kind in ("role", "poll")]:
        draft = save_draft(draft, decide_all(draft.page, fact.path, "accepted"))
    for beginning, words in OWN_WORDS.items():
        (passage,) = [p for p in draft.page.passages if p.text.startswith(beginning)]
        draft = save_draft(draft, rewrite(draft.page, passage.path, words, repeats=False))
    return save_draft(draft, draft.text.replace("summary: null", "summary: writes the jokes in medical cards"))
