"""The dialogue on the README's first screen is what Waypoint really says."""

from __future__ import annotations

from actions.find_roles import ActionFindRoles
from actions.services import Services
from knowledge.language.names import Names
from knowledge.settings import ROOT, Settings
from tests.actions.chat import Chat


def test_the_dialogue_of_the_readme_is_real():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = readme.split("```\nyou> ", 1)[1].split("```", 1)[0]
    question, answer = block.split("\n", 1)
    settings = Settings.from_environment()
    chat = Chat(Services(settings).current(), Names.load(settings.names_file))
    assert chat.say(question, ActionFindRoles)["text"] == answer.strip()
