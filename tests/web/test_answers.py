"""Every kind of answer is shown whole: what the text says, the page says, in the same words."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from tests.web.chat import Chat
from tests.web.stand_in import PAYLOADS, golden, plain

NAMES = sorted(path.stem for path in PAYLOADS.glob("*.json"))


def words(text: str) -> str:
    """Text without marks, bullets and spacing, to compare what is said with what is shown."""
    text = re.sub(r"\[\d+\]", " ", text)
    return re.sub(r"\W+", " ", text).strip().lower()


def said(payload: dict) -> list[str]:
    """The pieces of an answer's text, each of which has to be on the page."""
    body = payload["text"].split("\n\nSources:\n")[0]
    if payload["question"]:  # its options are buttons
        titles = [option["title"] for option in payload["question"]["options"]]
        body = body.replace(f"({', '.join(titles[:-1])} or {titles[-1]})", "\n")
    pieces = []
    for line in body.split("\n"):
        if line == "Say “more” for the rest." or line.startswith("For example: “"):
            continue  # buttons say that
        line = re.sub(r"^(?:- |\d+\. )", "", line)
        pieces += re.split(r"\s*(?:\[\d+\])+[.;]?\s*|: | \(|\) ?|; |“|”", line)
    return [piece for piece in map(words, pieces) if piece]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_text_is_lost(chat: Chat, name: str) -> None:
    payload = golden(name)
    chat.ask(name)
    chat.unfold()
    # What is said to screen readers alone would stand between the words.
    chat.page.evaluate("document.querySelectorAll('.visually-hidden').forEach(node => node.style.display = 'none')")

    shown = words(chat.last.inner_text())
    assert [piece for piece in said(payload) if piece not in shown] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_is_worded_as_the_payload_words_it(chat: Chat, name: str) -> None:
    payload = golden(name)
    chat.ask(name)
    chat.unfold()

    numbers = {n.rstrip(".,") for n in re.findall(r"\$[\d,.]+|\d+%", chat.last.inner_text())}
    allowed = {n.rstrip(".,") for n in re.findall(r"\$[\d,.]+|\d+%", str(payload))}
    assert numbers <= allowed


def test_role_card_has_pay_source_work_mode_and_caveats(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")

    card = chat.page.locator(".card").first
    expect(card.get_by_role("heading")).to_have_text("1. Telecardiology")
    expect(card.locator(".pay")).to_have_text("average salary $357,482 a year, ZipRecruiter [1]")
    expect(card.locator(".pay strong")).to_have_text("$357,482 a year")
    expect(card.locator(".facts .asked")).to_have_text("Remote (stated) [2]")
    expect(card.locator(".facts")).to_contain_text("Flexible hours (implied by its section) [8]")
    expect(card.locator(".facts .silent")).to_have_text("Not stated: commitment, setting, travel, growth")


def test_near_misses_are_folded_and_name_what_they_miss(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")
    fold = chat.button(re.compile("^Nearest, but not over"))
    expect(fold).to_have_attribute("aria-expanded", "false")
    miss = chat.page.get_by_role("group", name="Medico-legal consultation")
    expect(miss).to_be_hidden()

    fold.click()

    expect(miss.locator(".pay")).to_contain_text("(about $140,379 a year at 2,080 hours, not a salary)")
    expect(miss.locator(".criterion.fails")).to_have_text(
        "You asked for: over $150,000 a year; the article gives: $67.49"
    )


def test_misses_are_open_where_nothing_matches(chat: Chat) -> None:
    payload = golden("remote_cardiology_over_150k")
    blocks = [block for block in payload["blocks"] if block["type"] != "roles"]
    chat.server.answers["none"] = {**payload, "roles": [], "blocks": blocks}

    chat.ask("none")

    expect(chat.button(re.compile("^Nearest"))).to_have_attribute("aria-expanded", "true")


def test_roles_that_do_not_say_are_open_where_there_is_nothing_else(chat: Chat) -> None:
    payload = golden("remote_cardiology_over_150k")
    blocks = [block for block in payload["blocks"] if block["type"] in ("lead", "not_stated")]
    chat.server.answers["none"] = {**payload, "roles": [], "near_misses": [], "blocks": blocks}

    chat.ask("none")

    expect(chat.button(re.compile("^No figure given"))).to_have_attribute("aria-expanded", "true")


def test_roles_that_do_not_say_are_apart(chat: Chat) -> None:
    chat.ask("remote_cardiology_over_150k")
    chat.unfold()

    card = chat.page.get_by_role("group", name="Cardiology content creator")
    expect(card.locator(".pay")).to_contain_text("no figure given; the article says: highly variable")
    expect(card.locator(".criterion.silent")).to_contain_text("the article does not say")


def test_caveat_stands_before_the_list_it_is_about(chat: Chat) -> None:
    chat.ask("everything_for_rheumatology")

    caveat, card = chat.last.locator(".caveat").bounding_box(), chat.last.locator(".card").first.bounding_box()
    assert caveat["y"] < card["y"]


def test_polls_stand_under_their_survey(chat: Chat) -> None:
    chat.ask("polls")

    first = chat.page.locator(".survey").first
    expect(first.get_by_role("heading")).to_contain_text("asked of physicians polled by Sermo")
    expect(first.locator(".percent")).to_have_text(["74%", "20%"])
    expect(chat.page.locator(".survey").nth(1).locator(".percent")).to_have_text(["57%", "20%", "6%"])


def test_share_in_words_stands_where_percentages_do(chat: Chat) -> None:
    said = json.dumps(golden("polls"), ensure_ascii=False).replace("74% of", "“Three in four” of")
    payload = json.loads(said)
    payload["polls"][0] |= {"percent": None, "as_written": "Three in four"}
    chat.server.answers["in words"] = payload
    chat.ask("in words")

    survey = chat.page.locator(".survey").first
    expect(survey.locator(".percent")).to_have_text(["“Three in four”", "20%"])
    expect(survey.locator("p").first).to_have_text(re.compile("^of physicians polled were not considering"))
    width = survey.locator(".polls").bounding_box()["width"]
    assert survey.locator(".percent").first.bounding_box()["width"] < width / 2


def test_poll_with_its_own_question_stands_alone(chat: Chat) -> None:
    chat.ask("reasons")

    poll = chat.page.locator(".survey", has_text="58%")
    expect(poll.locator(".percent")).to_have_count(1)
    expect(poll.locator(".details")).to_contain_text("1,524 respondents")
    expect(poll.locator(".details")).to_contain_text("2022")


def test_comparison_marks_rows_that_differ(chat: Chat) -> None:
    payload = golden("comparison")
    payload["comparison"]["rows"][1]["differs"] = False
    chat.server.answers["comparison"] = payload
    chat.ask("comparison")

    table = chat.page.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_count(3)
    expect(table.get_by_role("rowheader", name="Pay differs")).to_have_count(1)
    expect(table.get_by_role("rowheader", name="Patient contact", exact=True)).to_have_count(1)
    expect(table.get_by_role("cell").first).to_contain_text("median salary $190,000 a year, ZipRecruiter [1]")


def test_comparison_of_one_kind_of_work_tells_the_columns_apart(chat: Chat) -> None:
    chat.ask("pay_side_by_side")

    cells = chat.page.get_by_role("cell")
    for at, specialty in enumerate(("cardiology", "oncology", "rheumatology")):
        expect(cells.nth(at)).to_contain_text(f"({specialty})")


def test_guided_question_has_place_reason_options_and_skip(chat: Chat) -> None:
    question = {
        "id": "hours", "text": "How many hours?", "options": [{"title": "part time", "message": "part time"}],
        "step": 2, "steps": 4, "skippable": True, "why": "Some work is by the project.",
    }
    chat.server.answers["guide"] = plain(
        "How many hours?", "guidance", question=question,
        blocks=[{"type": "question", "text": "How many hours? (part time) Your own words work too."}],
    )

    chat.ask("guide")

    expect(chat.last).to_contain_text("Question 2 of 4")
    expect(chat.last).to_contain_text("Why I ask: Some work is by the project.")
    expect(chat.last).to_contain_text("Your own words work too.")
    expect(chat.last.locator(".choice")).to_have_text(["part time", "Skip"])
    chat.last.get_by_role("button", name="Skip").click()
    expect(chat.turns.last).to_contain_text("skip")


def test_safety_is_calm_with_numbers_to_call(chat: Chat) -> None:
    chat.ask("distress")

    calls = chat.last.locator(".call")
    assert [link.get_attribute("href") for link in calls.all()] == ["tel:988", "sms:988", "tel:18884090141"]
    site = chat.last.get_by_role("link", name="physiciansupportline.com")
    expect(site).to_have_attribute("href", "https://physiciansupportline.com/")
    expect(site).to_have_attribute("rel", "noopener noreferrer")
    expect(chat.last.get_by_role("button", name="Good answer")).to_have_count(0)


def test_shortlist_says_of_each_role_what_it_meets_and_misses(chat: Chat) -> None:
    chat.ask("shortlist")

    expect(chat.last.locator(".card")).to_have_count(len(golden("shortlist")["roles"]))
    notes = chat.last.locator(".card").first.locator(".card-note")
    expect(notes).to_have_text(["Meets: remote (stated) [2] and your pay limit."])
    notes = chat.last.locator(".card").nth(1).locator(".card-note")
    expect(notes).to_have_text(["Meets: your pay limit.", "Not stated: remote."])
    expect(chat.last.locator(".caveat")).to_contain_text("How this is ranked")


def test_kind_and_block_from_a_newer_server_show_their_text(chat: Chat) -> None:
    chat.server.answers["new"] = plain(
        "A plan.", "plan", blocks=[{"type": "lead", "text": "A plan."}, {"type": "map", "text": "First this."}]
    )

    chat.ask("new")

    expect(chat.last).to_contain_text("First this.")


@pytest.mark.parametrize("custom", [None, [], "text", {"kind": 7, "blocks": "x", "roles": [None, 3, {}]}])
def test_strange_payload_shows_its_text(chat: Chat, custom: object) -> None:
    chat.server.answer = lambda text: {"text": "Only words.", "custom": custom}  # type: ignore[method-assign]

    chat.ask("anything")

    expect(chat.last).to_contain_text("Only words.")


def test_answer_that_cannot_be_laid_out_is_shown_as_text(chat: Chat) -> None:
    # No payload is known that breaks the layout; a broken browser function stands for one.
    chat.page.evaluate(
        """() => {
          const whole = Array.prototype.lastIndexOf;
          Array.prototype.lastIndexOf = function (...given) {
            if (new Error().stack.includes("/assets/")) throw new Error("broken");
            return whole.apply(this, given);
          };
        }"""
    )

    chat.ask("polls")

    expect(chat.last).to_contain_text("could not be laid out")
    expect(chat.last).to_contain_text("74% of physicians polled")
    assert [e for e in chat.errors if "laid out" not in e] == []
    chat.errors.clear()
