"""What a person does on the page is in the files at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from knowledge.importing.drafts import check_draft, load_draft
from tests.knowledge.importing.drafts import sources

NAME = "careers-beyond-the-clinic"


@pytest.fixture
def page(bring, open_page):
    bring()
    return open_page(NAME)


def reviews(settings):
    draft = load_draft(settings.drafts_dir / NAME)
    return {
        fact.get("as_written") or fact.get("title") or fact.get("work_mode"): fact.review for fact in draft.page.facts
    }


def card(page, words):
    return page.locator(".card").filter(has=page.locator(".says", has_text=words))


def test_everything_is_there(page):
    expect(page.locator(".card")).to_have_count(7)
    expect(page.get_by_role("region", name="Source")).to_contain_text(
        "Somebody has to write the jokes in <b>medical</b>"
    )
    expect(page.locator("mark.unplaced")).to_have_text("The market is worth $4.5 billion.")
    expect(page.get_by_text("Check: 13 left")).to_be_visible()
    expect(card(page, "$95/hour")).to_contain_text("95 USD · rate · an hour · evening shifts")


def test_keys_decide_one_fact_after_the_other(page, settings):
    page.keyboard.press("a")
    expect(page.locator(".progress")).to_contain_text("1 of 7")
    page.keyboard.press("r")
    expect(page.locator(".progress")).to_contain_text("5 of 7")  # the role's three facts need no decision any more
    page.keyboard.press("Shift+A")
    expect(page.locator(".progress")).to_contain_text("7 of 7")
    assert reviews(settings) == {
        "62%": "accepted",
        "Utilization review": "rejected",
        "$191,000": "proposed",
        "$95/hour": "proposed",
        "remote": "proposed",
        "Medical pun writer": "accepted",
        "$20-30 per project": "accepted",
    }


def test_undo_takes_back_step_by_step(page, settings):
    before = (settings.drafts_dir / NAME / "article.md").read_text(encoding="utf-8")
    card(page, "$95/hour").get_by_role("button", name="Reject").click()
    expect(card(page, "$95/hour")).to_contain_text("Rejected")
    card(page, "$191,000").get_by_role("button", name="Accept").click()
    expect(card(page, "$191,000")).to_contain_text("Accepted")
    page.keyboard.press("u")
    expect(card(page, "$191,000")).to_contain_text("To decide")
    page.keyboard.press("u")
    expect(card(page, "$95/hour")).to_contain_text("To decide")
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    assert (settings.drafts_dir / NAME / "article.md").read_text(encoding="utf-8") == before
    assert load_draft(settings.drafts_dir / NAME).rejected == {}


def test_a_fact_shows_its_sentence_and_the_sentence_its_fact(page):
    card(page, "$95/hour").click()
    expect(page.locator("mark.now")).to_have_text("Evening shifts pay $95/hour.")
    page.locator("mark", has_text="Joke | $20-30").click()
    expect(page.locator(".card.current")).to_contain_text("$20-30 per project")


def test_a_correction_says_what_is_wrong_and_where(page, settings):
    card(page, "$95/hour").get_by_role("button", name="Correct").click()
    page.get_by_label("Amount (optional)").fill("ninety")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert").filter(has_text="Amount")).to_contain_text("is not a plain number")
    expect(page.get_by_label("Amount (optional)")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Amount (optional)")).to_be_focused()
    page.get_by_label("Amount (optional)").fill("95")
    page.get_by_label("Qualifier").fill("late shifts")
    page.keyboard.press("Control+Enter")
    expect(card(page, "$95/hour")).to_contain_text("late shifts")
    expect(page.locator(".card form")).to_have_count(0)
    fact = next(f for f in load_draft(settings.drafts_dir / NAME).page.facts if f.get("as_written") == "$95/hour")
    assert (fact.get("amount"), fact.get("qualifier"), fact.review) == ("95", "late shifts", "accepted")


def test_escape_leaves_a_correction_as_it_was(page, settings):
    before = (settings.drafts_dir / NAME / "article.md").read_text(encoding="utf-8")
    page.keyboard.press("c")
    page.locator("form").get_by_label("Question").fill("something else")
    page.keyboard.press("Escape")
    expect(page.locator(".card form")).to_have_count(0)
    assert (settings.drafts_dir / NAME / "article.md").read_text(encoding="utf-8") == before


def test_a_new_kind_of_work_is_named_in_the_form(page, settings):
    role = page.locator("article", has=page.locator(".label", has_text="Role")).filter(has_text="Medical pun writer")
    role.get_by_role("button", name="Correct").click()
    page.get_by_label("Everyday names").fill("pun writer, joke writer")
    page.locator("form").get_by_label("Summary").fill("writes the jokes in medical cards")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".card form")).to_have_count(0)
    draft = load_draft(settings.drafts_dir / NAME)
    assert draft.kinds["medical-pun-writer"].names == ("pun writer", "joke writer")
    assert not [p for p in check_draft(draft, settings.roles_file).problems if "summary" in p.what]


def test_a_sentence_becomes_a_fact(page, settings):
    page.get_by_text("The market is worth $4.5 billion.").first.click()
    page.get_by_role("button", name="Pay", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("The market is worth $4.5 billion.")
    dialog.get_by_label("Role").select_option("Utilization review")
    dialog.get_by_label("As written").fill("$4.5 billion")
    dialog.get_by_label("Amount").fill("4500000000")
    dialog.get_by_role("button", name="Add").click()
    expect(card(page, "$4.5 billion")).to_contain_text("Accepted")
    draft = load_draft(settings.drafts_dir / NAME)
    fact = next(f for f in draft.page.facts if f.get("as_written") == "$4.5 billion")
    start, end = fact.span
    assert draft.document.text[start:end] == fact.get("quote") == "The market is worth $4.5 billion."
    assert draft.page.role_of(fact.heading).get("title") == "Utilization review"


def test_a_sentence_is_chosen_with_the_keys(page):
    page.keyboard.press("s")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".sentence.chosen")).to_have_text(
        "Physicians who leave the clinic find more doors open than they expect."
    )
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("Physicians who leave the clinic")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_words_are_compared_with_the_source_while_they_are_typed(page, settings):
    passage = page.locator(".passage").filter(has_text="Utilization reviewers work")
    area = passage.locator("textarea")
    area.focus()
    expect(passage).to_contain_text("Repeats the source: “Utilization reviewers work from home")
    area.fill("From home, reviewers judge for insurers what is covered.")
    expect(passage).to_contain_text("In your own words.")
    area.press("Control+Enter")
    expect(page.locator(".passage.todo")).to_have_count(4)
    draft = load_draft(settings.drafts_dir / NAME)
    assert "From home, reviewers judge" in draft.page.passage("utilization-review").text
    assert not draft.page.passage("utilization-review").rewrite


def test_a_passage_says_what_must_stay_in_it(page):
    passage = page.locator(".passage").filter(has_text="Glassdoor reports")
    passage.locator("textarea").fill("Evenings earn $95/hour, says Glassdoor.")
    expect(passage.locator(".must.lacks")).to_have_text(["needs $191,000", "needs average"])


def test_filters_show_what_is_left(page):
    card(page, "$95/hour").get_by_role("button", name="Accept").click()
    page.keyboard.press("2")
    expect(card(page, "$191,000")).to_be_visible()
    expect(page.locator(".passage")).to_have_count(0)
    page.get_by_role("button", name="To fix").click()
    expect(page.locator(".card")).to_have_count(1)
    expect(page.locator(".card")).to_contain_text("no summary yet")


def test_a_problem_leads_to_its_place(page):
    page.get_by_role("button", name="This role has no").click()
    expect(page.locator(".card.current")).to_contain_text("Medical pun writer")
    page.get_by_role("button", name="This passage still").nth(1).click()
    expect(page.locator("textarea:focus")).to_have_value(
        "Utilization reviewers work from home for insurers. They decide whether care is covered."
    )


def test_keys_rest_while_somebody_types_and_can_be_switched_off(page, settings):
    page.locator(".passage textarea").first.focus()
    page.keyboard.type("ar")
    page.keyboard.press("Escape")
    assert set(reviews(settings).values()) == {"proposed"}
    page.keyboard.press("?")
    page.get_by_label("Single keys are on").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("a")
    page.keyboard.press("j")
    assert set(reviews(settings).values()) == {"proposed"}


def test_the_front_matter_is_corrected(page, settings):
    page.keyboard.press("f")
    page.get_by_label("Published").fill("someday")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("is not a date")
    page.get_by_label("Published").fill("2025-04-01")
    page.get_by_label("Whose text it is").select_option("licensed")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    front = load_draft(settings.drafts_dir / NAME).page.front
    assert (front["published"], front["rights"]) == ("2025-04-01", "licensed")
    expect(page.locator(".passage.todo")).to_have_count(0)


def test_the_list_of_drafts(bring, open_page, settings):
    from tests.knowledge.importing.drafts import sources

    bring()
    bring(sources.document(name="second.html", title="Another", url=None))
    (settings.drafts_dir / "broken").mkdir()
    (settings.drafts_dir / "broken" / "article.md").write_text("---\n", encoding="utf-8")
    page = open_page()
    expect(page.get_by_role("link")).to_have_count(2)
    expect(page.get_by_text("source.txt:1: this file is missing")).to_be_visible()
    page.get_by_role("link", name="Another").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Another")


def test_keys_that_are_pressed_fast_each_decide_their_fact(page, settings):
    for key in "aaaa":
        page.keyboard.press(key)
    expect(page.locator(".progress")).to_contain_text("4 of 7")
    assert list(reviews(settings).values()).count("accepted") == 4


@pytest.mark.parametrize("width", [320, 390, 800, 1200, 1900])
def test_nothing_is_wider_than_the_window(bring, open_page, width):
    bring()
    page = open_page(NAME, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("c")
    page.locator("form").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_number_of_those_asked_may_have_its_thousands_set_apart(bring, open_page):
    poll = replace(sources.extraction().polls[0], sample=1204)
    bring(None, replace(sources.extraction(), polls=(poll,)))
    page = open_page(NAME)
    passage = page.locator(".passage").filter(has_text="In our 2025 survey of 400 members")
    for written in ("1204", "1,204", "1 204"):
        passage.locator("textarea").fill(f"Of {written} people whom it asked in 2025, 62% had thought of it.")
        expect(passage.locator(".must.lacks")).to_have_count(0)
        expect(passage.locator(".must.has")).to_have_text(["✓ 62%", "✓ 1,204", "✓ 2025"])
    passage.locator("textarea").fill("Of 11,204 people whom it asked in 2025, 62% had thought of it.")
    expect(passage.locator(".must.lacks")).to_have_text(["needs 1,204"])
