from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Dict, List, Tuple, Type

import pytest
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.components.mention_extractors import (
    MentionExtractor,
    NameExtractor,
    PayExtractor,
    WishExtractor,
)
from bot.components.recognition import as_entity, as_mention
from knowledge.language.mentions import Mention
from tests.bot.conftest import ROLES, write_names

pytestmark = pytest.mark.usefixtures("names")


def entities(extractor: Type[MentionExtractor], text: str) -> List[Dict[str, Any]]:
    message = Message(data={TEXT: text})
    extractor().process([message])
    return message.get(ENTITIES)


def pairs(found: List[Dict[str, Any]]) -> List[Tuple[str, str]]:
    return [(entity["entity"], entity["value"]) for entity in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("over $150k", [("pay", ">150000 USD/year")]),
        ("at least $100 an hour", [("pay", ">=100 USD/hour")]),
        ("my 401k has 300 beds", []),
    ],
)
def test_pay_extractor_finds_bounds_and_nothing_else(text, expected):
    assert pairs(entities(PayExtractor, text)) == expected


def test_name_extractor_finds_names_in_spite_of_typing_errors():
    found = entities(NameExtractor, "MSL or utilizaton review for a cardiolgist")
    assert pairs(found) == [
        ("role", "medical-science-liaison"),
        ("role", "utilization-review"),
        ("specialty", "cardiology"),
    ]
    assert [entity.get("corrected", False) for entity in found] == [False, True, True]


def test_wish_extractor_marks_what_is_not_wanted():
    (remote,) = [e for e in entities(WishExtractor, "not remote") if e["entity"] == "work_mode"]
    assert (remote["value"], remote["role"]) == ("remote", "excluded")


def test_every_mention_goes_to_exactly_one_extractor():
    text = "remote MSL roles for onc over 200k per Glassdoor, not pharma, any without a number?"
    found = [entities(e, text) for e in (PayExtractor, NameExtractor, WishExtractor)]
    spans = [(entity["start"], entity["end"]) for part in found for entity in part]
    assert all(found)
    assert len(spans) == len(set(spans))


def test_entities_point_at_their_words():
    text = "hi, UR pay?"
    (role,) = entities(NameExtractor, text)
    assert text[role["start"] : role["end"]] == role["text"] == "UR"
    assert role["extractor"] == "NameExtractor"


def test_extractors_add_to_what_others_found():
    message = Message(data={TEXT: "MSL over 200k"})
    for extractor in (PayExtractor, NameExtractor):
        extractor().process([message])
    assert {entity["entity"] for entity in message.get(ENTITIES)} == {"pay", "role"}


@pytest.mark.parametrize("text", ["", " ", "🙂", "???", "\n"])
def test_texts_without_words_give_no_entities(text):
    for extractor in (PayExtractor, NameExtractor, WishExtractor):
        assert entities(extractor, text) == []


def test_a_new_role_is_found_without_training(names: Path):
    assert entities(NameExtractor, "grant reviewer") == []
    added = {"title": "Grant reviewer", "names": ["grant reviewer"]}
    write_names(names, {**ROLES, "grant-reviewer": added})
    os.utime(names, ns=(1, 1))  # a file system may keep the time of two writes in a row
    assert pairs(entities(NameExtractor, "grant reviewer")) == [("role", "grant-reviewer")]


def test_a_missing_names_file_says_how_to_make_it(names: Path):
    names.unlink()
    with pytest.raises(FileNotFoundError, match="Build the knowledge base"):
        entities(NameExtractor, "MSL")


def test_a_mention_survives_the_way_through_rasa():
    mention = Mention("work_mode", "remote", 4, 10, "remtoe", excluded=True, corrected=True)
    assert as_mention(as_entity(mention)) == mention
