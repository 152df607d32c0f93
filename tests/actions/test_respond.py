"""Nobody is left in silence: what happens when knowledge, index or guard say no."""

from __future__ import annotations

import logging
from dataclasses import replace

import jsonschema
import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import Answered
from actions.find_roles import ActionFindRoles
from actions.payload import load_schema
from actions.respond import AnswerAction
from actions.services import Services
from index.errors import PassageIndexError
from knowledge.answering.answer import Answer
from knowledge.errors import KnowledgeError, KnowledgeNotBuilt
from knowledge.settings import Settings


class Broken(Services):
    """Services that fail in a chosen way."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def current(self):
        raise self._error


class Inventing(AnswerAction):
    """An action that says a number nobody stored."""

    def name(self) -> str:
        return "action_invent"

    def answer(self, query, snapshot) -> Answered:
        answer = Answer(kind="smalltalk")
        answer.say("lead", "You could earn $500,000.")
        return answer, query.memory


class Here(Services):
    """Services without an index."""

    def __init__(self, articles) -> None:
        self._articles = articles

    def current(self):
        from actions.services import Snapshot

        return Snapshot(self._articles, None, None, None)


def sent(action: AnswerAction) -> tuple[dict, list]:
    message = {"text": "remote roles", "entities": [], "intent": {"name": "find_roles"}}
    tracker = Tracker("t", {}, message, [], False, None, {}, "action_listen")
    dispatcher = CollectingDispatcher()
    events = action.run(dispatcher, tracker, {})
    (one,) = dispatcher.messages
    return one["custom"], events


@pytest.mark.parametrize("error", [
    KnowledgeNotBuilt("there is no database"), KnowledgeError("the database cannot be read"),
    PassageIndexError("the index is of another version")])
def test_an_error_of_ours_becomes_an_honest_sentence_and_a_log_line(error, caplog):
    with caplog.at_level(logging.ERROR):
        payload, events = sent(ActionFindRoles(Broken(error)))
    jsonschema.validate(payload, load_schema())
    assert payload["kind"] == "error" and "Sorry" in payload["text"]
    assert str(error) in caplog.text
    assert events == []  # the memory of the conversation stays as it was


def test_an_answer_that_the_guard_holds_back_is_not_sent(articles, caplog):
    with caplog.at_level(logging.ERROR):
        payload, _ = sent(Inventing(Here(articles)))
    assert payload["kind"] == "error"
    assert "500,000" not in payload["text"] and "500,000" in caplog.text


def test_missing_knowledge_names_the_way_out(tmp_path):
    settings = replace(Settings.from_environment({}), database_url=f"sqlite:///{tmp_path}/no.db")
    with pytest.raises(KnowledgeNotBuilt, match="waypoint knowledge build"):
        Services(settings).current()
