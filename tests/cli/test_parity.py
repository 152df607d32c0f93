"""The parity check sees what it is there to see."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest

from cli.conversations.parity import Shown, shown, slack_differences, web_differences

PAYLOAD = json.loads(
    (Path(__file__).parents[1] / "data" / "payloads" / "one_role.json").read_text(encoding="utf-8")
)
TITLE, URL = "Alternative careers for cardiologists", "https://www.sermo.com/resources/cardiologist-alternative-careers"


def text(words: str) -> dict:
    return {"type": "mrkdwn", "text": words}


def posted() -> list[dict]:
    """One message as the Slack channel posts it for the payload, put together by hand."""
    lead, passage, notice = (b["text"] for b in PAYLOAD["blocks"])
    sections = list(dict.fromkeys(c["section"] for c in PAYLOAD["citations"]))
    assert len(sections) == 1
    blocks = [{"type": "section", "text": text(words)} for words in (lead, passage, notice)]
    source = f"[1][2] <{URL}#:~:text=x|{TITLE}>, Sermo, “{sections[0]}”"
    blocks.append({"type": "context", "elements": [text(source)]})
    buttons = [
        {"type": "button", "action_id": f"ask.{i}", "text": text(s["title"]), "value": s["message"]}
        for i, s in enumerate(PAYLOAD["suggestions"])
    ]
    blocks.append({"type": "actions", "block_id": "ask|T:D|1", "elements": buttons})
    return [{"blocks": blocks}]


def test_an_answer_shown_whole_differs_in_nothing() -> None:
    assert slack_differences(PAYLOAD, shown(posted())) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("$204,000", "$240,000", "$204,000 of Medical Science Liaison (MSL) is not shown"),
        ("$204,000", "$204,000 or $999,999", "$999,999 stands nowhere in the payload"),
        ("Glassdoor", "", "a lead is not shown"),
        (URL, "https://elsewhere.example", "not among the sources"),
        ("Sermo, “", "", "not among the sources"),
        (" [2]", "", "[2] is cited nowhere in the answer"),
        ("Pharma setting", "", "a notice is not shown"),
        ('"value": "what does it involve?"', '"value": "x"', "no button says 'what does it involve?'"),
        ('"value": "what does it involve?"', '"value": "x"', "a button says 'x'"),
    ],
)
def test_what_is_lost_or_changed_is_reported(old: str, new: str, problem: str) -> None:
    written = json.dumps(posted(), ensure_ascii=False)
    assert old in written
    found = slack_differences(PAYLOAD, shown(json.loads(written.replace(old, new))))
    assert any(problem in one for one in found), found


def test_cards_of_other_roles_or_in_another_order_are_reported() -> None:
    payload = {**PAYLOAD, "roles": [PAYLOAD["roles"][0], {**PAYLOAD["roles"][0], "id": "b"}]}
    ids = [role["id"] for role in payload["roles"]]
    for wrong in ([ids[1], ids[0]], ["stranger"]):
        seen = Shown(cards={"roles": [(role_id, "") for role_id in wrong]})
        assert any("roles are" in one for one in slack_differences(payload, seen)), wrong


def test_a_missing_poll_is_reported() -> None:
    poll = {"percent": 55.0, "statement": "x"}
    seen = shown(posted())
    seen.texts.append("a poll of 155% and 55.5%")
    told = {**PAYLOAD, "text": f"{PAYLOAD['text']}\n55% x", "polls": [poll]}
    assert "slack: poll of 55% is not shown" in slack_differences(told, seen)
    of_the_survey = {**PAYLOAD, "text": "a survey of 1,524 physicians", "polls": [poll]}
    assert "slack: poll of 55% is not shown" not in slack_differences(of_the_survey, seen)


def test_the_web_payload_must_be_the_same_but_for_its_id() -> None:
    rest = {"text": PAYLOAD["text"], "custom": PAYLOAD}
    other = copy.deepcopy(rest)
    other["custom"]["answer_id"] = "another"
    assert web_differences(rest, other) == []
    other["custom"]["roles"][0]["figures"][0]["high"] = 1
    other["text"] += "."
    assert web_differences(rest, other) == ["web: another text", "web: roles differs"]
