"""The same page imported again."""

from __future__ import annotations

import dataclasses

import pytest
import yaml

from knowledge.importing.drafts import DraftChanged, article_of, check_draft, load_draft, save_draft
from knowledge.importing.drafts.additions import add_fact
from knowledge.importing.drafts.edits import correct, decide, remove_fact
from tests.knowledge.importing.drafts import sources
from tests.knowledge.importing.drafts.conftest import finish, path_of


def page_with(old, new):
    """The page with other words in it."""
    return [(kind, text.replace(old, new), *level) for kind, text, *level in sources.PAGE]


def reviews(draft):
    return {fact.get("as_written") or fact.get("title"): fact.review for fact in draft.page.facts}


def test_an_unchanged_page_changes_nothing(bring):
    before = bring()
    after = bring()
    assert (after.text, after.folder) == (before.text, before.folder)
    finished = finish(after)
    assert bring().text == finished.text


def test_what_was_rejected_stays_rejected(bring):
    draft = bring()
    draft = save_draft(draft, decide(draft.page, path_of(draft, "$95/hour"), "rejected"))
    entries = yaml.safe_load((draft.folder / "rejected.yml").read_text(encoding="utf-8"))
    assert [(e["fact"], e["of"], e["quote"]) for e in entries] == [
        ("figure", "Utilization review", "Evening shifts pay $95/hour.")
    ]
    assert reviews(bring())["$95/hour"] == "rejected"


def test_it_stays_rejected_when_the_fact_is_no_longer_in_the_draft(bring):
    draft = bring()
    draft = save_draft(draft, decide(draft.page, path_of(draft, "$95/hour"), "rejected"))
    save_draft(draft, remove_fact(draft.page, path_of(draft, "$95/hour")))
    assert "$95/hour" not in reviews(bring())


def test_a_whole_draft_may_be_thrown_away_and_its_rejections_hold(bring):
    draft = bring()
    draft = save_draft(draft, decide(draft.page, path_of(draft, "Medical pun writer", "role"), "rejected"))
    draft = save_draft(draft, decide(draft.page, path_of(draft, "$95/hour"), "rejected"))
    (draft.folder / "article.md").unlink()
    assert {what for what, review in reviews(bring()).items() if review == "rejected"} == {
        "$95/hour",
        "Medical pun writer",
    }


def test_a_rejection_that_is_taken_back_is_forgotten(bring):
    draft = bring()
    draft = save_draft(draft, decide(draft.page, path_of(draft, "$95/hour"), "rejected"))
    draft = save_draft(draft, decide(draft.page, path_of(draft, "$95/hour"), "proposed"))
    assert draft.rejected == {}


def test_what_a_person_deleted_in_the_editor_is_not_proposed_again(bring):
    draft = bring()
    lines = draft.text.splitlines()
    start = next(n for n, line in enumerate(lines) if "amount: 95" in line) - 2
    (draft.folder / "article.md").write_text("\n".join([*lines[:start], *lines[start + 14 :]]), encoding="utf-8")
    again = bring()
    assert "$95/hour" not in reviews(again)
    assert [entry["says"] for entry in again.rejected.values()] == ["$95/hour unspecified rate"]


def test_corrections_survive(bring):
    draft = bring()
    draft = save_draft(draft, correct(draft.page, path_of(draft, "$95/hour"), {"qualifier": "late shifts"}))
    again = bring(sources.document(page_with("more doors", "many more doors")))
    (figure,) = [f for f in again.page.facts if f.get("as_written") == "$95/hour"]
    assert (figure.get("qualifier"), figure.review) == ("late shifts", "accepted")
    start, end = figure.span
    assert again.document.text[start:end] == "Evening shifts pay $95/hour."


def test_a_new_figure_comes_as_proposed_with_its_passage(bring, roles_file):
    finished = finish(bring())
    page = [*sources.PAGE[:6], ("paragraph", "Leads of review earn $250,000 a year."), *sources.PAGE[6:]]
    source = sources.document(page)
    found = sources.extraction(source)
    role = found.roles[0]
    new = sources.figure(source, "Leads of review earn $250,000 a year.", "$250,000", 250000, 250000)
    role = dataclasses.replace(role, figures=(*role.figures, new), blocks=(3, 4, 5, 6))
    again = bring(source, dataclasses.replace(found, roles=(role, *found.roles[1:])))
    assert {what for what, review in reviews(again).items() if review == "proposed"} == {"$250,000"}
    assert again.page.passage(again.page.facts[2].get("passage")) is not None
    (figure,) = [f for f in again.page.facts if f.get("as_written") == "$250,000"]
    passage = again.page.passage(figure.get("passage"))
    assert passage.rewrite and passage.text == "Leads of review earn $250,000 a year."
    assert [p.what for p in check_draft(again, roles_file).problems] == [
        f'the passage "{passage.anchor}" still has the source\'s words'
    ]
    assert len(again.page.facts) == len(finished.page.facts) + 1


def test_a_changed_figure_is_shown_beside_the_new_one(bring, roles_file):
    finish(bring())
    source = sources.document(page_with("$191,000", "$205,000"))
    found = sources.extraction()
    pay = "Glassdoor reports an average salary of $205,000 a year."
    new = sources.figure(source, pay, "$205,000", 205000, 205000, statistic="average", attributed_to="Glassdoor")
    role = dataclasses.replace(found.roles[0], figures=(new, found.roles[0].figures[1]))
    again = bring(source, dataclasses.replace(found, roles=(role, *found.roles[1:])))
    (old,) = [f for f in again.page.facts if f.get("as_written") == "$191,000"]
    assert (old.review, old.get("changed")) == ("accepted", "it now says $205,000 average salary")
    assert reviews(again)["$205,000"] == "proposed"
    assert any("the source has changed" in p.what for p in check_draft(again, roles_file).problems)


def test_a_fact_that_is_gone_is_marked(bring, roles_file):
    finish(bring())
    page = [block for block in sources.PAGE if "Evening" not in block[1]]
    page.insert(5, ("paragraph", "Glassdoor reports an average salary of $191,000 a year."))
    source = sources.document(page)
    found = sources.extraction()
    role = dataclasses.replace(found.roles[0], figures=found.roles[0].figures[:1])
    again = bring(source, dataclasses.replace(found, roles=(role, *found.roles[1:])))
    (old,) = [f for f in again.page.facts if f.get("as_written") == "$95/hour"]
    assert old.get("changed") == "it does not say this any more"
    kept = save_draft(again, decide(again.page, old.path, "accepted"))
    assert not [p for p in check_draft(kept, roles_file).problems if "changed" in p.what]


def test_an_undecided_fact_that_is_gone_goes(bring):
    bring()
    found = sources.extraction()
    role = dataclasses.replace(found.roles[0], figures=found.roles[0].figures[:1])
    again = bring(None, dataclasses.replace(found, roles=(role, *found.roles[1:]), polls=()))
    assert "$95/hour" not in reviews(again) and "62%" not in reviews(again)


def test_new_roles_and_polls_come_with_their_passages(bring, roles_file):
    found = sources.extraction()
    draft = bring(None, dataclasses.replace(found, roles=found.roles[:1], polls=()))
    save_draft(draft, draft.text)
    again = bring()
    assert reviews(again)["Medical pun writer"] == "proposed" and reviews(again)["62%"] == "proposed"
    assert "medical-pun-writer" in again.kinds
    assert article_of(finish(again), roles_file)


def test_what_a_person_added_stays(bring):
    draft = bring()
    quote = "The market is worth $4.5 billion."
    start = draft.document.text.index(quote)
    role = path_of(draft, "Utilization review", "role")
    values = {
        "statistic": "unspecified",
        "kind": "salary",
        "amount": "4500000000",
        "unit": "year",
        "unit_basis": "inferred",
        "as_written": "$4.5 billion",
    }
    draft = save_draft(draft, add_fact(draft.page, "figure", role, values, (start, start + len(quote)), quote))
    assert reviews(draft)["$4.5 billion"] == "accepted"
    assert bring().text == draft.text


def test_another_program_wrote_in_between(bring):
    draft = bring()
    (draft.folder / "article.md").write_text(draft.text + "\nOne more passage.\n", encoding="utf-8")
    with pytest.raises(DraftChanged):
        save_draft(draft, decide(draft.page, path_of(draft, "$95/hour"), "accepted"))
    assert load_draft(draft.folder).text.endswith("One more passage.\n")
