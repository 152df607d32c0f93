"""Facts are known again on the next import of their page, though their sentence was edited a little."""

from __future__ import annotations

import dataclasses

import pytest

from knowledge.importing.drafts import save_draft
from knowledge.importing.drafts.edits import correct, decide, remove_fact
from knowledge.importing.drafts.same_sentence import same_sentence
from tests.knowledge.importing.drafts import sources
from tests.knowledge.importing.drafts.conftest import path_of
from tests.knowledge.importing.drafts.test_again import page_with, reviews

PAY = "Evening shifts pay $95/hour."
ASKED = "In our 2025 survey of 400 members, 62% said they had thought about leaving."
LITTLE = [
    (ASKED, ASKED.replace("members, 62%", "members 62%")),
    (ASKED, ASKED.replace("In our 2025", "In our recent 2025")),
    (ASKED, ASKED.replace("they had", "they had often")),
    (ASKED, ASKED.replace("said", "told us that")),
    (ASKED, ASKED.replace("62%", "some 62 %")),
    (ASKED, ASKED.replace("members", "of our members")),
    (PAY, "Evening shifts now pay around $95/hour."),
    (PAY, "The evening shifts earn you $95/hour!"),
    ("Physicians earn $1,200 a day.", "A physician earns $1,200 a day."),
]
OTHER = [
    (ASKED, ASKED.replace("members", "women")),
    (ASKED, ASKED.replace("leaving", "staying")),
    (ASKED, ASKED.replace("2025", "2026")),
    (ASKED, ASKED.replace("400", "450")),
    (ASKED, ASKED.replace("had thought", "had never thought")),
    (ASKED, ASKED.replace("members", "women members")),
    (ASKED, "Of the members, 62% hold a second license."),
    (PAY, "Night shifts pay $95/hour."),
    (PAY, "Evening shifts in Ohio pay $95/hour."),
    (PAY, "Evening shifts pay less than $95/hour."),
    (PAY, "Evening shifts pay up to $95/hour."),
    (PAY, "Evening shifts pay $95/day."),
    (PAY, "Evening shifts pay from $95/hour."),
    ("Small hospitals pay $95/hour.", "Large hospitals pay $95/hour."),
    ("Reviewers earn $95.", "Senior reviewers earn $95."),
]


@pytest.mark.parametrize(("before", "after"), LITTLE)
def test_a_little_edited_it_is_the_same_sentence(before, after):
    assert same_sentence(before, after) and same_sentence(after, before)


@pytest.mark.parametrize(("before", "after"), OTHER)
def test_another_number_person_place_or_bound_is_another_sentence(before, after):
    assert not same_sentence(before, after) and not same_sentence(after, before)


def edited(old, new, **figure):
    """The page with one sentence edited, and what is found in it."""
    source = sources.document(page_with(old, new))
    review, jokes = sources.extraction().roles
    average, evening = review.figures
    pay = PAY.replace(old, new)
    evening = dataclasses.replace(evening, quote=sources.quote(source, pay), **figure)
    average = dataclasses.replace(average, quote=sources.quote(source, average.quote.text))
    review = dataclasses.replace(review, figures=(average, evening))
    (poll,) = sources.extraction().polls
    said = ASKED.replace(old, new)
    statement = said.partition("62% ")[2].rstrip(".")
    poll = dataclasses.replace(poll, quote=sources.quote(source, said), statement=statement)
    return source, dataclasses.replace(sources.extraction(), roles=(review, jokes), polls=(poll,))


CHANGES = [
    ("members, 62%", "members 62%"),
    ("they had thought", "they'd thought"),
    ("survey of 400", "own survey of 400"),
]


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_a_rejected_poll_stays_rejected(bring, old, new):
    draft = bring()
    save_draft(draft, decide(draft.page, path_of(draft, "62%"), "rejected"))
    source, found = edited(old, new)
    again = bring(source, found)
    (poll,) = [fact for fact in again.page.facts if fact.kind == "poll"]
    assert poll.review == "rejected" and poll.get("changed") is None
    start, end = poll.span
    assert source.text[start:end] == poll.get("quote") == ASKED.replace(old, new)
    assert bring(source, found).text == again.text


@pytest.mark.parametrize("new", ["Evening shifts now pay about $95/hour.", "Evening shifts, they say, pay $95/hour."])
@pytest.mark.parametrize("thrown_away", ["", "fact", "article"])
def test_a_rejected_figure_stays_rejected(bring, new, thrown_away):
    draft = bring()
    path = path_of(draft, "$95/hour")
    draft = save_draft(draft, decide(draft.page, path, "rejected"))
    if thrown_away == "fact":
        save_draft(draft, remove_fact(draft.page, path))
    if thrown_away == "article":
        (draft.folder / "article.md").unlink()
    again = bring(*edited(PAY, new))
    assert reviews(again).get("$95/hour") == (None if thrown_away == "fact" else "rejected")
    assert list(again.rejected) == list(draft.rejected)


def test_what_was_accepted_and_corrected_is_not_proposed_again(bring):
    draft = bring()
    save_draft(draft, correct(draft.page, path_of(draft, "$95/hour"), {"qualifier": "late shifts", "unit": "day"}))
    again = bring(*edited(PAY, "Evening shifts still pay $95/hour."))
    (figure,) = [fact for fact in again.page.facts if fact.get("as_written") == "$95/hour"]
    assert (figure.review, figure.get("qualifier"), figure.get("changed")) == ("accepted", "late shifts", None)


def test_a_fact_of_the_same_number_that_takes_its_place_is_proposed(bring):
    draft = bring()
    save_draft(draft, decide(draft.page, path_of(draft, "$95/hour"), "rejected"))
    again = bring(*edited(PAY, "Night shifts pay $95/hour.", qualifier="night shifts"))
    found = {fact.get("qualifier"): fact.review for fact in again.page.facts if fact.get("as_written") == "$95/hour"}
    assert found["night shifts"] == "proposed"


def two_shifts(first, second):
    """The page with two sentences of the same pay."""
    source = sources.document(page_with(PAY, f"{first} {second}"))
    review, jokes = sources.extraction().roles
    evening = review.figures[1]
    both = tuple(dataclasses.replace(evening, quote=sources.quote(source, words)) for words in (first, second))
    role = dataclasses.replace(review, figures=both)
    return source, dataclasses.replace(sources.extraction(), roles=(role, jokes))


@pytest.mark.parametrize(("first", "second"), [
    ("Evening shifts now pay $95/hour.", "Morning shifts now pay $95/hour."),
    ("Morning shifts pay $95/hour, too.", "Evening shifts pay about $95/hour."),
])  # fmt: skip
def test_of_two_with_the_same_number_each_keeps_its_own_decision(bring, first, second):
    draft = bring(*two_shifts(PAY, "Morning shifts pay $95/hour."))
    evening, morning = [fact.path for fact in draft.page.facts if fact.get("as_written") == "$95/hour"]
    draft = save_draft(draft, decide(draft.page, evening, "rejected"))
    save_draft(draft, decide(draft.page, morning, "accepted"))
    again = bring(*two_shifts(first, second))
    shifts = [fact for fact in again.page.facts if fact.get("as_written") == "$95/hour"]
    found = {fact.get("quote").split()[0]: fact.review for fact in shifts}
    assert found == {"Evening": "rejected", "Morning": "accepted"}


def test_the_sentence_as_it_was_beside_an_edited_one_is_the_old_fact(bring):
    draft = bring()
    save_draft(draft, decide(draft.page, path_of(draft, "$95/hour"), "rejected"))
    again = bring(*two_shifts("Evening shifts pay about $95/hour.", PAY))
    found = {fact.get("quote"): fact.review for fact in again.page.facts if fact.get("as_written") == "$95/hour"}
    assert found == {PAY: "rejected", "Evening shifts pay about $95/hour.": "proposed"}


def test_the_same_pay_of_another_role_is_another_fact(bring):
    draft = bring()
    save_draft(draft, decide(draft.page, path_of(draft, "$95/hour"), "rejected"))
    source, found = edited(PAY, "Evening shifts now pay $95/hour.")
    review, jokes = found.roles
    jokes = dataclasses.replace(jokes, figures=review.figures[1:])
    review = dataclasses.replace(review, figures=review.figures[:1])
    again = bring(source, dataclasses.replace(found, roles=(review, jokes)))
    moved = [fact for fact in again.page.facts if fact.get("as_written") == "$95/hour" and fact.review == "proposed"]
    assert [again.page.role_of(fact.heading).get("title") for fact in moved] == ["Medical pun writer"]


def named_in(opening):
    """The page with a role that its sentence names."""
    source = sources.document(page_with("Somebody has to", f"{opening} has to"))
    found = sources.extraction()
    words = f"{opening} has to write the jokes in <b>medical</b> cards & it isn't you_yet."
    jokes = dataclasses.replace(found.roles[1], quote=sources.quote(source, words))
    return source, dataclasses.replace(found, roles=(found.roles[0], jokes))


def test_a_rejected_role_stays_rejected_when_its_sentence_changes(bring):
    draft = bring(*named_in("Somebody"))
    save_draft(draft, decide(draft.page, path_of(draft, "Medical pun writer", "role"), "rejected"))
    again = bring(*named_in("After all, somebody"))
    roles = [fact for fact in again.page.facts if fact.get("title") == "Medical pun writer"]
    assert [role.review for role in roles] == ["rejected"]
