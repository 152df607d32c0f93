"""The fields of a fact that a maintainer should look at twice, from the import to the published file."""

from __future__ import annotations

import dataclasses

import pytest

from knowledge.importing.drafts import article_of, check_draft, save_draft
from knowledge.importing.drafts.edits import correct, decide, decide_all
from tests.knowledge.importing.drafts import sources
from tests.knowledge.importing.drafts.conftest import finish, path_of


def unsure(draft):
    """The unsure fields by what a fact says, of the facts that have any."""
    return {fact.get("as_written"): fact.unsure for fact in draft.page.facts if fact.unsure}


@pytest.fixture
def draft(bring):
    return bring(None, sources.unsure_extraction())


def test_they_stand_beside_the_confidence(draft):
    assert draft.text.count("unsure:") == 2
    assert "    confidence: 0.9\n    unsure: [qualifier, geography]\n    review: proposed\n" in draft.text
    assert "\nconfidence: 0.8\nunsure: [population, sample, multi_select]\nreview: proposed\n" in draft.text
    assert draft.problems == ()
    assert unsure(draft) == {
        "$95/hour": ("qualifier", "geography"),
        "62%": ("population", "multi_select", "sample"),  # in the order of the format
    }


def test_without_any_there_is_no_such_key(bring):
    assert "unsure" not in bring().text


def test_they_are_not_published(draft, roles_file):
    in_an_editor = save_draft(draft, draft.text.replace("review: proposed", "review: accepted"))
    assert unsure(in_an_editor) == {}
    done = finish(in_an_editor)
    assert "    unsure: [qualifier, geography]" in done.text
    assert "unsure" not in article_of(done, roles_file)


@pytest.mark.parametrize("edit", [
    lambda page, path: decide(page, path, "accepted"),
    lambda page, path: correct(page, path, {"qualifier": "late shifts"}),
    lambda page, path: decide_all(page, path.rsplit("/", 2)[0], "accepted"),
])  # fmt: skip
def test_they_go_when_a_person_has_looked(draft, edit):
    after = save_draft(draft, edit(draft.page, path_of(draft, "$95/hour")))
    assert "unsure: [qualifier" not in after.text
    assert list(unsure(after)) == ["62%"]


def test_a_rejected_fact_waits_for_nobody_and_has_them_again_when_that_is_taken_back(draft):
    path = path_of(draft, "62%")
    rejected = save_draft(draft, decide(draft.page, path, "rejected"))
    assert list(unsure(rejected)) == ["$95/hour"]
    assert unsure(save_draft(rejected, decide(rejected.page, path, "proposed"))) == unsure(draft)


def test_rejecting_a_role_with_everything_in_it_does_not_count_as_looking(draft):
    role = path_of(draft, "Utilization review", "role")
    assert "unsure: [qualifier, geography]" in decide_all(draft.page, role, "rejected")


@pytest.mark.parametrize("line", ["", "    unsure:\n", "    unsure: null\n", "    unsure: []\n"])
def test_a_person_may_take_them_out(draft, roles_file, line):
    after = save_draft(draft, draft.text.replace("    unsure: [qualifier, geography]\n", line))
    assert list(unsure(after)) == ["62%"]
    assert not [p for p in check_draft(after, roles_file).problems if "unsure" in p.what]


@pytest.mark.parametrize(("written", "what", "instead"), [
    ("[qualifer]", '"unsure" cannot be "qualifer"', "did you mean qualifier?"),
    ("qualifier", '"unsure" is text, not a list', "write [qualifier]"),
    ("[geography, geography]", '"unsure" names "geography" twice', "name it once"),
    ("[population]", '"unsure" cannot be "population"', "write one of statistic, kind"),
    ("[[qualifier]]", '"unsure" is a list, not text', "write it as text"),
    ("{qualifier: yes}", '"unsure" is keys with values, not a list', "write ["),
])  # fmt: skip
def test_what_cannot_be_is_told_with_its_line(draft, roles_file, written, what, instead):
    after = save_draft(draft, draft.text.replace("[qualifier, geography]", written))
    (problem,) = [p for p in check_draft(after, roles_file).problems if "unsure" in p.what]
    assert (problem.file.name, problem.what) == ("article.md", what)
    assert problem.instead.startswith(instead)
    assert after.text.splitlines()[problem.line - 1] == f"    unsure: {written}"


def test_they_stay_while_the_fact_is_proposed_when_the_page_comes_again(bring, draft):
    longer = [(kind, text.replace("more doors", "many more doors"), *level) for kind, text, *level in sources.PAGE]
    changed = sources.document(longer)
    again = bring(changed, sources.unsure_extraction(changed))
    assert again.text != draft.text and unsure(again) == unsure(draft)
    fewer = bring(None, sources.extraction())
    assert unsure(fewer) == unsure(draft)


def test_what_a_person_took_out_or_decided_does_not_come_back_with_the_page(bring, draft):
    text = draft.text.replace("    unsure: [qualifier, geography]\n", "")
    draft = save_draft(draft, text)
    save_draft(draft, decide(draft.page, path_of(draft, "62%"), "accepted"))
    again = bring(None, sources.unsure_extraction())
    assert "unsure" not in again.text


def test_a_fact_that_comes_later_brings_them(bring):
    found = sources.unsure_extraction()
    role = dataclasses.replace(found.roles[0], figures=found.roles[0].figures[:1])
    bring(None, dataclasses.replace(found, roles=(role, *found.roles[1:]), polls=()))
    again = bring(None, found)
    assert set(unsure(again)) == {"$95/hour", "62%"}


def test_a_draft_from_before_gets_them_for_what_is_still_proposed(bring):
    draft = bring()
    save_draft(draft, decide(draft.page, path_of(draft, "62%"), "accepted"))
    again = bring(None, sources.unsure_extraction())
    assert unsure(again) == {"$95/hour": ("qualifier", "geography")}
    assert "62%" in {fact.get("as_written") for fact in again.page.facts} and again.text.count("unsure:") == 1
    assert "    confidence: 0.9\n    unsure: [qualifier, geography]\n    review: proposed\n" in again.text
    assert bring(None, sources.unsure_extraction()).text == again.text


def test_a_further_field_comes_beside_those_that_a_person_left(bring):
    found = sources.unsure_extraction()
    review, *others = found.roles
    average, evening = review.figures

    def with_fields(*names):
        figure = dataclasses.replace(evening, unsure=names)
        return dataclasses.replace(found, roles=(dataclasses.replace(review, figures=(average, figure)), *others))

    draft = bring(None, with_fields("qualifier", "geography"))
    save_draft(draft, draft.text.replace("[qualifier, geography]", "[geography]"))
    again = bring(None, with_fields("qualifier", "geography", "attributed_to"))
    assert unsure(again)["$95/hour"] == ("attributed_to", "geography")
