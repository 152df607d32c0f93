"""Slack's documented limits, written down apart from the code that keeps them.

From the Block Kit reference and chat.postMessage. slack_sdk's own models are asked as well.
"""

from __future__ import annotations

import json
import re
from typing import Any, Dict, Iterator, List

from slack_sdk.models.blocks import Block

_LINK = re.compile(r"<https?://[^\s<>|]+\|[^<>]+>|<@[UW][A-Z0-9]+>")
_ENTITY = re.compile(r"&(?:amp|lt|gt);")
_QUOTE = re.compile(r"^> ", re.MULTILINE)


def problems(body: Dict[str, Any], most_blocks: int = 50) -> List[str]:
    """Return what Slack would refuse of a message or view, empty if nothing."""
    found = list(_message_problems(body)) if "text" in body else []
    blocks = body["blocks"]
    json.dumps(body).encode()  # fails on what JSON cannot carry
    if not 1 <= len(blocks) <= most_blocks:
        found.append(f"{len(blocks)} blocks")
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    if len(set(ids)) != len(ids):
        found.append("a block_id stands twice")
    for block in blocks:
        found += [f"{block['type']}: {problem}" for problem in _block_problems(block)]
        try:
            Block.parse(block).validate_json()
        except Exception as error:  # the SDK's own judgement, whatever it raises
            found.append(f"slack_sdk: {error}")
    return found


def units(text: str) -> int:
    """Return the length in UTF-16 units, the longest that Slack may count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _message_problems(body: Dict[str, Any]) -> Iterator[str]:
    if not body["text"].strip() or units(body["text"]) > 4000:
        yield f"text has {units(body['text'])} characters"
    yield from _markup_problems(body["text"])


def _block_problems(block: Dict[str, Any]) -> Iterator[str]:
    if units(block.get("block_id", "x")) not in range(1, 256):
        yield "block_id"
    if block["type"] == "section":
        if "text" not in block and "fields" not in block:
            yield "neither text nor fields"
        if "text" in block:
            yield from _text_problems(block["text"], 3000, "text")
        if "fields" in block:
            if not 1 <= len(block["fields"]) <= 10:
                yield f"{len(block['fields'])} fields"
            for field in block["fields"]:
                yield from _text_problems(field, 2000, "field")
    elif block["type"] == "context":
        if not 1 <= len(block["elements"]) <= 10:
            yield f"{len(block['elements'])} elements"
        for element in block["elements"]:
            yield from _text_problems(element, 3000, "element")
    elif block["type"] == "header":
        yield from _text_problems(block["text"], 150, "header", kind="plain_text")
    elif block["type"] == "actions":
        yield from _actions_problems(block["elements"])
    elif block["type"] != "divider":
        yield "not a block that we send"


def _actions_problems(elements: List[Dict[str, Any]]) -> Iterator[str]:
    if not 1 <= len(elements) <= 25:
        yield f"{len(elements)} elements"
    ids = [element["action_id"] for element in elements]
    if len(set(ids)) != len(ids) or any(not 1 <= units(i) <= 255 for i in ids):
        yield f"action_ids {ids}"
    for element in elements:
        if element["type"] == "button":
            yield from _text_problems(element["text"], 75, "button", kind="plain_text")
            if not 1 <= units(element["value"]) <= 2000:
                yield f"value of {units(element['value'])} characters"
            if units(element.get("accessibility_label", "")) > 75:
                yield "accessibility_label"
        elif element["type"] == "static_select":
            yield from _text_problems(element["placeholder"], 150, "placeholder", kind="plain_text")
            if not 1 <= len(element["options"]) <= 100:
                yield f"{len(element['options'])} options"
            for option in element["options"]:
                yield from _text_problems(option["text"], 75, "option", kind="plain_text")
                if not 1 <= units(option["value"]) <= 150:
                    yield f"option value of {units(option['value'])} characters"
        else:
            yield f"element {element['type']}"


def _text_problems(
    text: Dict[str, Any], most: int, what: str, kind: str = "mrkdwn"
) -> Iterator[str]:
    if text["type"] != kind:
        yield f"{what} is {text['type']}"
    if not text["text"].strip() or units(text["text"]) > most:
        yield f"{what} of {units(text['text'])} characters"
    if kind == "mrkdwn":
        yield from _markup_problems(text["text"])
        if text.get("verbatim") is not True:
            yield f"{what} lets Slack make channels and mentions of words"


def _markup_problems(text: str) -> Iterator[str]:
    """Nothing but our own links may be markup: no alerts, no mentions, no half entities."""
    rest = _QUOTE.sub("", _LINK.sub("", text))
    if "<" in rest or ">" in rest:
        yield f"markup: {rest[max(0, rest.find('<') - 20):][:60]!r}"
    if "&" in _ENTITY.sub("", rest):
        yield "a bare ampersand"
