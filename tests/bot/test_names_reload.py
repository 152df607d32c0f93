"""A published role is recognised by the running NLU: the names are read again when their file changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.components.recognition import masked, mentions_in


@pytest.fixture
def publish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Write the names of some roles as a publication does: beside the file, then in its place."""
    monkeypatch.setenv("WAYPOINT_BUILD_DIR", str(tmp_path))

    def write(**roles: str) -> None:
        content = {"roles": {kind: {"title": title, "names": []} for kind, title in roles.items()}}
        beside = tmp_path / ".names.new"
        beside.write_text(json.dumps(content), encoding="utf-8")
        beside.replace(tmp_path / "names.json")

    return write


def roles_in(text: str) -> list:
    return [mention.value for mention in mentions_in(text) if mention.kind == "role"]


def test_a_new_role_is_found_and_masked_without_a_restart(publish) -> None:
    question = "what does remote slide reading pay a dermatologist"
    publish(telemedicine="telemedicine")
    assert roles_in(question) == []
    publish(telemedicine="telemedicine", reader="remote slide reading")
    assert roles_in(question) == ["reader"]
    assert "this job" in masked(question)  # the classifier sees what it was trained on
    publish(telemedicine="telemedicine")
    assert roles_in(question) == []
