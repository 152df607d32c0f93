"""Fixtures for the bot's tests, which run in the Rasa environment only.

They use the encoder and the model that `make build` made, where a test asks for them.
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Dict

import pytest

if find_spec("rasa") is None:  # the other environment collects this folder, too
    collect_ignore_glob = ["*"]
else:
    from bot import light_rasa

    light_rasa.leave_out_tensorflow()  # before any test imports a part of Rasa

    from sanic import Sanic

    # Sanic 21.12 rewrites its own classes when a server starts; in this mode it can do so again.
    Sanic.test_mode = True

ROLES = {
    "medical-science-liaison": {
        "title": "Medical science liaison (MSL)",
        "names": ["medical science liaison", "MSL"],
    },
    "utilization-review": {
        "title": "Utilization review (UR)",
        "names": ["utilization review", "utilization management", "UR", "UM"],
    },
    "telemedicine": {"title": "Telemedicine", "names": ["telemedicine", "telehealth"]},
}


@pytest.fixture
def names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a small names file in the place of the built one; return its path."""
    file = tmp_path / "names.json"
    write_names(file, ROLES)
    monkeypatch.setenv("WAYPOINT_BUILD_DIR", str(tmp_path))
    return file


@pytest.fixture
def built_encoder() -> Path:
    """Return the folder of the exported encoder."""
    from bot.paths import encoder_dir

    if not (encoder_dir() / "encoder.json").exists():
        pytest.skip("the encoder is not exported; run make build")
    return encoder_dir()


@pytest.fixture(scope="session")
def built_model() -> Path:
    """Return the trained model."""
    from bot.paths import build_dir, names_file

    model = build_dir() / "models" / "waypoint.tar.gz"
    if not model.exists() or not names_file().exists():
        pytest.skip("the bot is not trained; run make build")
    return model


def write_names(file: Path, roles: Dict[str, Any]) -> None:
    """Write a names file with `roles` and two sources."""
    sources = {"Glassdoor": [], "ZipRecruiter": ["zip recruiter"]}
    content = {"version": "test", "roles": roles, "sources": sources, "protected": ["remove"]}
    file.write_text(json.dumps(content), encoding="utf-8")
