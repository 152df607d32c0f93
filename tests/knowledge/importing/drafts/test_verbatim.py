"""Own and licensed text: a rejected number leaves it with its sentence, and comes back with it."""

from __future__ import annotations

import pytest

from knowledge.importing.drafts import check_draft, save_draft
from knowledge.importing.drafts.edits import decide
from knowledge.importing.drafts.verbatim import settle
from tests.knowledge.importing.drafts.conftest import path_of


def decided(draft, words, review):
    draft = save_draft(draft, decide(draft.page, path_of(draft, words), review))
    return save_draft(draft, settle(draft.page, path_of(draft, words)))


@pytest.mark.parametrize("words", ["$95/hour", "62%", "$20-30 per project"])
def test_a_rejected_number_leaves_no_problem_and_comes_back(bring, roles_file, words):
    draft = bring(rights="own")
    before = {p.text for p in draft.page.passages}
    rejected = decided(draft, words, "rejected")
    assert not [p for p in rejected.page.passages if words in p.text]
    assert not [p for p in check_draft(rejected, roles_file).problems if "summary" not in p.what]
    accepted = decided(rejected, words, "accepted")
    assert {p.text for p in accepted.page.passages} - before <= {"Joke | $20-30 per project"}
    assert not [p for p in check_draft(accepted, roles_file).problems if "summary" not in p.what]


def test_the_other_sentences_of_the_passage_stay(bring):
    draft = decided(bring(rights="licensed"), "$95/hour", "rejected")
    assert "Glassdoor reports an average salary of $191,000 a year." in {p.text for p in draft.page.passages}


def test_a_paraphrase_is_left_to_its_writer(bring):
    draft = bring()
    draft = save_draft(draft, decide(draft.page, path_of(draft, "$95/hour"), "rejected"))
    assert settle(draft.page, path_of(draft, "$95/hour")) == draft.text
