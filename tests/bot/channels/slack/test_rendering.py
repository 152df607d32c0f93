"""Answers in Block Kit: all of the payload, within Slack's limits, and nothing that runs."""

from __future__ import annotations

import copy
import html
import json
import re
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.payload import load_schema
from bot.channels.slack.rendering import limits
from bot.channels.slack.rendering.answer import render, render_text
from bot.channels.slack.views import home_view
from cli.conversations.parity import shown, slack_differences
from tests.bot.channels.slack.block_kit import problems
from tests.bot.channels.slack.conftest import GOLDEN, golden
from tests.bot.channels.slack.generated import answers, texts

NAMES = sorted(path.stem for path in GOLDEN.glob("*.json"))
_VALIDATOR = jsonschema.Draft202012Validator(load_schema())
slowly = settings(max_examples=60, suppress_health_check=list(HealthCheck))


def bodies(payload: dict, **options: object) -> list:
    messages = render(payload, "T1:C1:1.1", "token", **options)
    return [{"text": message.words, "blocks": message.blocks} for message in messages]


def squeezed(text: str) -> str:
    """The text without spaces and what cannot be shown, as far as words go."""
    return re.sub(r"[\s\x00-\x1f\x7f\ud800-\udfff]", "", text)


def read_back(posted: list) -> str:
    """What a person reads, without spaces."""
    said = []
    for block in (block for body in posted for block in body["blocks"]):
        found = [block["text"]] if "text" in block else []
        found += [*block.get("fields", ()), *(e for e in block.get("elements", ()) if e["type"] == "mrkdwn")]
        for text in found:
            plain = re.sub(r"<[^<>|]*\|([^<>]*)>", r"\1", text["text"])
            said.append(html.unescape(re.sub(r"^> ", "", plain, flags=re.MULTILINE)))
    return squeezed("".join(said))


@pytest.mark.parametrize("name", NAMES)
def test_every_golden_answer_is_rendered_whole_and_within_limits(name):
    posted = bodies(golden(name))
    assert [problem for body in posted for problem in problems(body)] == []
    assert slack_differences(golden(name), shown(posted)) == []


@pytest.mark.parametrize("whole", [True, False])
def test_a_share_in_words_is_shown_in_them(whole):
    payload = json.loads(json.dumps(golden("polls"), ensure_ascii=False).replace("74% of", "“Three in four” of"))
    payload["polls"][0] |= {"percent": None, "as_written": "Three in four"}
    if not whole:  # as another server may word it
        payload |= {"blocks": [{**b, "text": None} if b["type"] == "polls" else b for b in payload["blocks"]]}
        payload["polls"][0].pop("display")
    _VALIDATOR.validate(golden("polls") | {"polls": [golden("polls")["polls"][0] | payload["polls"][0]]})
    posted = bodies(payload)
    assert slack_differences(payload, shown(posted)) == []
    assert "“Threeinfour”ofphysicianspolled" in read_back(posted).replace("*", "")
    assert ("*“Three in four”*" in json.dumps(posted, ensure_ascii=False)) is True


@pytest.mark.parametrize("name", NAMES)
def test_without_texts_in_its_blocks_a_golden_answer_is_still_whole(name):
    """Rich clients may get blocks without text; what the payload holds is worded from its fields."""
    payload = golden(name)
    for block in payload["blocks"]:
        if block["type"] not in ("lead", "caveat", "notice", "question"):
            block["text"] = None
    posted = bodies(payload)
    assert [problem for body in posted for problem in problems(body)] == []
    assert slack_differences(payload, shown(posted)) == []


@pytest.mark.parametrize("name", NAMES)
def test_without_any_block_a_golden_answer_still_holds_its_facts(name):
    payload = {**golden(name), "blocks": []}
    posted = bodies(payload)
    assert [problem for body in posted for problem in problems(body)] == []
    assert slack_differences(payload, shown(posted)) == []


@given(answers())
@slowly
def test_generated_answers_keep_the_contract(payload):
    assert [error.message for error in _VALIDATOR.iter_errors(payload)] == []


@given(answers())
@slowly
def test_whatever_the_contract_allows_stays_within_slacks_limits(payload):
    for body in bodies(payload, above="*x*", below=["a note"]):
        assert problems(body) == []


@given(answers())
@slowly
def test_no_word_of_a_lead_or_notice_gets_lost(payload):
    seen = read_back(bodies(payload))
    for block in payload["blocks"]:
        if block["type"] in ("lead", "notice", "caveat"):
            assert squeezed(block["text"] or "") in seen


@given(texts)
@slowly
def test_plain_texts_are_sent_whole_in_pieces_that_fit(text):
    pieces = [message.words for message in render_text(text)]
    assert squeezed(html.unescape("".join(pieces))) == squeezed(text)
    assert all(0 < len(piece) <= 4000 for piece in pieces)


@given(answers(), st.sampled_from(["remote roles", "<!channel> & *x*", "x" * 3000]))
@settings(max_examples=30, suppress_health_check=list(HealthCheck))
def test_what_was_asked_by_a_click_is_said_within_limits(payload, words):
    from bot.channels.slack import messages
    from bot.channels.slack.rendering.mrkdwn import escape

    for body in bodies(payload, above=messages.asked(escape(words), "U1")):
        assert problems(body) == []


def test_the_app_home_keeps_the_limits_of_views():
    view = home_view()
    assert view["type"] == "home"
    assert problems({"blocks": view["blocks"]}, most_blocks=100) == []


def test_every_limit_that_is_written_down_is_kept_somewhere():
    package = Path(limits.__file__).parents[1]
    sources = [p.read_text(encoding="utf-8") for p in package.rglob("*.py") if p.name != "limits.py"]
    used = set(re.findall(r"\b[A-Z_]+\b", "\n".join(re.sub(r'""".*?"""', "", s, flags=re.S) for s in sources)))
    assert {name for name in vars(limits) if name.isupper()} <= used


def role_cards(posted: list) -> list:
    """The cards of the list `roles`, as pairs of role id and block."""
    blocks = [block for body in posted for block in body["blocks"]]
    cards = [block for block in blocks if block.get("block_id", "").startswith("roles|")]
    return [(block["block_id"].split("|")[1], block) for block in cards]


def longest() -> dict:
    """A long answer: thirty roles, each of them that of the golden file under another name."""
    payload = golden("remote_cardiology_over_150k")
    role = payload["roles"][0]
    roles, lines = [], []
    for number in range(1, 31):
        one = copy.deepcopy(role)
        one |= {"id": f"a#{number}", "title": f"Telecardiology {number}"}
        roles.append(one)
        lines.append(f"{number}. {one['title']}: average salary $357,482 a year, ZipRecruiter [1].")
    payload |= {"roles": roles, "near_misses": [], "not_stated": []}
    payload["blocks"] = [payload["blocks"][0], {"type": "roles", "text": "\n".join(lines)}]
    return payload


def test_a_long_answer_is_cut_between_roles_and_continues():
    posted = bodies(longest())
    assert len(posted) > 1
    for number, body in enumerate(posted, start=1):
        last = body["blocks"][-1]["elements"][0]
        more = last["action_id"].startswith("rest.")
        assert more == (number < len(posted))
        if more:
            assert last["text"]["text"] == f"Show more ({number + 1} of {len(posted)})"
        assert problems(body) == []
        assert len(json.dumps(body["blocks"])) < 13_000
    assert [role_id for role_id, _ in role_cards(posted)] == [f"a#{number}" for number in range(1, 31)]


def test_a_heading_is_never_left_alone_at_the_end_of_a_part():
    payload = golden("hourly")
    payload["blocks"][1]["text"] += "\nSome words in between." * 200
    for body in bodies(payload)[:-1]:
        kinds = [block["type"] for block in body["blocks"][:-1]]
        assert kinds[-1] != "divider"
        assert not body["blocks"][-2].get("text", {}).get("text", "").endswith(":")


def test_a_mark_leads_to_the_figure_in_its_article():
    [body] = bodies(golden("one_role"))
    assert "#:~:text=%24204%2C000|[1]>" in body["blocks"][0]["text"]["text"]


def test_roles_of_one_title_keep_their_own_figures():
    payload = golden("pay_side_by_side")
    lines = [line for b in payload["blocks"] if b["type"] == "comparison" for line in b["text"].split("\n")[1:]]
    # The order of the text is another one than that of the payload.
    text = "\n".join(reversed(lines))
    payload |= {"blocks": [{"type": "roles", "text": text}], "comparison": None}
    [body] = bodies(payload)
    cards = {role_id: block["text"]["text"] for role_id, block in role_cards([body])}
    assert len(cards) == 3
    for role in payload["roles"]:
        assert role["figures"][0]["as_written"].replace(" ", ",") in cards[role["id"]].split("\n")[1]


def elements(posted: list, kind: str) -> list:
    return [e for body in posted for b in body["blocks"] for e in b.get("elements", ()) if e["type"] == kind]


@pytest.mark.parametrize(
    ("number", "kind"),
    [(2, "button"), (5, "button"), (6, "static_select"), (100, "static_select"), (101, "button")],
)
def test_a_question_offers_all_its_answers(number, kind):
    payload = golden("help_choose")
    options = [{"title": f"Choice {i}", "message": f"I choose {i}"} for i in range(number)]
    payload["question"]["options"] = options
    posted = bodies(payload)
    if kind == "button":
        found = [e for e in elements(posted, "button") if e["action_id"].startswith("ask.")]
        said = [(e["text"]["text"], e["value"]) for e in found if e["value"] != "skip"]
    else:
        [menu] = elements(posted, "static_select")
        said = [(o["text"]["text"], o["value"]) for o in menu["options"]]
    assert said == [(o["title"], o["message"]) for o in options]
    assert [p for body in posted for p in problems(body)] == []


def test_a_choice_that_no_button_can_carry_is_written_out():
    payload = golden("help_choose")
    payload["question"]["options"] = [{"title": "The long one", "message": "x" * 2001}]
    posted = bodies(payload)
    assert "• The long one" in json.dumps(posted, ensure_ascii=False)
    said = [e["value"] for e in elements(posted, "button")]
    assert said in ([], ["skip"])


def test_a_guided_question_says_how_far_it_is_and_can_be_skipped():
    question = {**golden("help_choose")["question"], "step": 2, "steps": 6, "skippable": True}
    posted = bodies({**golden("help_choose"), "question": question})
    assert "Question 2 of 6." in json.dumps(posted)
    assert "skip" in [e["value"] for e in elements(posted, "button")]
    for changed in ({"skippable": False}, {"step": None}):
        posted = bodies({**golden("help_choose"), "question": {**question, **changed}})
        assert "skip" not in [e["value"] for e in elements(posted, "button")]


def test_filters_paging_suggestions_and_thumbs_are_there():
    said = [e["value"] for e in elements(bodies(golden("everything_for_rheumatology")), "button")]
    assert said == ["any specialty", "show more", "This answer helped", "This answer did not help"]


@pytest.mark.parametrize("name", ["distress", "greeting", "help_choose"])
def test_no_thumbs_where_nothing_is_to_be_judged(name):
    assert all("feedback" not in e["action_id"] for e in elements(bodies(golden(name)), "button"))
