"""Reviewed drafts beside labels: what a person kept, corrected, rejected and added, and how right it is then."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.evaluation.importing import evaluate_import
from cli.evaluation.importing_agreement import labelled_extraction, quoted_document
from cli.evaluation.importing_labels import ARTICLES, read_article
from cli.evaluation.importing_report import AS_IMPORTED, AS_REVIEWED, half_of
from cli.evaluation.importing_reviewed import PROPOSED, Reviewed, done_as_markdown, reviewed
from cli.evaluation.part import NotMeasured
from knowledge.article_file import read_articles
from knowledge.importing.drafts import Draft, Origin, import_source, load_draft, save_draft
from knowledge.importing.drafts.edits import correct, decide, decide_all
from knowledge.settings import Settings

NAME = "08-surgeons-second-act"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One article with its labels and a draft that was imported as a perfect reader would."""
    labels = read_article(ARTICLES / "opened" / f"{NAME}.labels.yml")
    for kind in ("txt", "labels.yml"):
        (tmp_path / f"{NAME}.{kind}").write_bytes((ARTICLES / "opened" / f"{NAME}.{kind}").read_bytes())
    document = quoted_document(labels)
    settings = Settings.from_environment()
    kinds = read_articles(settings.articles_dir, settings.roles_file).kinds
    done = import_source(tmp_path / "drafts", document, labelled_extraction(labels, document), Origin(), kinds)
    (done.folder / PROPOSED).write_text((done.folder / "article.md").read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def draft_in(folder: Path) -> Draft:
    [draft] = (folder / "drafts").iterdir()
    return load_draft(draft)


def accept_all(folder: Path) -> None:
    draft = draft_in(folder)
    for path in [fact.path for fact in draft.page.facts if fact.kind in ("role", "poll")]:
        draft = save_draft(draft, decide_all(draft.page, path, "accepted"))


def figures(found: Reviewed, name: str) -> tuple[int, int, int]:
    counts = half_of(name, found.proposed if name == AS_IMPORTED else found.decided).counts["figures"]
    return counts.right, counts.extra, counts.missed


def test_what_is_accepted_as_proposed_stays_as_right_as_it_was(folder: Path) -> None:
    accept_all(folder)

    found = reviewed(folder)

    right, extra, missed = figures(found, AS_IMPORTED)
    assert (extra, missed) == (0, 0)
    assert figures(found, AS_REVIEWED) == (right, 0, 0)
    assert found.done["figure", "as proposed"] == right
    assert {what for _, what in found.done} == {"as proposed"}


def test_a_wrong_correction_and_a_wrong_rejection_count_against_the_review(folder: Path) -> None:
    accept_all(folder)
    draft = draft_in(folder)
    first, second = [fact.path for fact in draft.page.facts if fact.kind == "figure"][:2]
    draft = save_draft(draft, correct(draft.page, first, {"attributed_to": "Somebody Else"}))
    save_draft(draft, decide(draft.page, second, "rejected"))

    found = reviewed(folder)

    right, _, _ = figures(found, AS_IMPORTED)
    assert figures(found, AS_REVIEWED) == (right - 2, 1, 2)
    assert (found.done["figure", "corrected"], found.done["figure", "rejected"]) == (1, 1)


def test_what_nobody_decided_on_is_not_in_the_reviewed_half(folder: Path) -> None:
    found = reviewed(folder)

    assert figures(found, AS_REVIEWED)[0] == 0
    assert figures(found, AS_IMPORTED)[0] > 0


def test_a_fact_that_the_import_had_not_proposed_was_added(folder: Path) -> None:
    accept_all(folder)
    draft = draft_in(folder)
    fact = next(fact for fact in draft.page.facts if fact.kind == "figure")
    before = (draft.folder / PROPOSED).read_text(encoding="utf-8")
    (draft.folder / PROPOSED).write_text(before.replace(f"key: {fact.key}", "key: 000000000000"), encoding="utf-8")

    assert reviewed(folder).done["figure", "added"] == 1


def test_the_work_is_shown_by_kind_of_fact() -> None:
    table = done_as_markdown(Counter({("figure", "corrected"): 3, ("poll", "added"): 1}))

    assert "| figures | 0 | 3 | 0 | 0 |" in table
    assert "| polls | 0 | 0 | 0 | 1 |" in table


def test_without_drafts_nothing_is_measured(tmp_path: Path) -> None:
    with pytest.raises(NotMeasured, match="no reviewed drafts"):
        reviewed(tmp_path)


def test_only_one_thing_is_measured_at_a_time() -> None:
    result = CliRunner().invoke(evaluate_import, ["--reviewed", "--people"])

    assert result.exit_code == 2
    assert "choose one" in result.output
