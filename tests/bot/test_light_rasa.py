from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot import light_rasa

ROOT = Path(__file__).resolve().parent.parent.parent


def python(code: str) -> str:
    """Run code in a Python of its own and return what it prints."""
    finished = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        cwd=ROOT, capture_output=True, text=True, timeout=250,
    )  # fmt: skip
    assert finished.returncode == 0, finished.stderr[-2000:]
    return finished.stdout


@pytest.mark.slow
def test_rasa_serves_trains_and_tests_without_tensorflow():
    code = (
        "import sys; from bot import light_rasa; light_rasa.leave_out_tensorflow()\n"
        "import rasa.__main__, rasa.core.run, rasa.model_training, rasa.model_testing\n"
        "import rasa.core.test, rasa.nlu.test\n"
        "from rasa.engine.recipes.default_components import DEFAULT_COMPONENTS\n"
        "print('tensorflow' in sys.modules, 'keras' in sys.modules, len(DEFAULT_COMPONENTS) > 20)"
    )
    assert python(code).split() == ["False", "False", "True"]


@pytest.mark.slow
def test_what_was_left_out_says_so_when_it_is_used():
    code = (
        "from bot import light_rasa; light_rasa.leave_out_tensorflow()\n"
        "from rasa.nlu.classifiers.diet_classifier import DIETClassifier\n"
        "for use in (DIETClassifier, DIETClassifier.create, DIETClassifier.load):\n"
        "    try: use({}, None, None, None)\n"
        "    except light_rasa.NeedsTensorFlow as error: print(error)"
    )
    lines = python(code).splitlines()
    assert len(lines) == 3
    assert all("DIETClassifier" in line and "WAYPOINT_FULL_RASA=1" in line for line in lines)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("pipeline:\n- name: DIETClassifier\n", ["DIETClassifier"]),
        (
            "pipeline:\n- name: rasa.core.policies.ted_policy.TEDPolicy\npolicies: null\n",
            ["TEDPolicy"],
        ),
        ("pipeline:\n- name: WhitespaceTokenizer\npolicies:\n- name: RulePolicy\n", []),
        ("pipeline: [", []),
        ("", []),
    ],
)
def test_a_configuration_that_needs_tensorflow_is_noticed(tmp_path, content, expected):
    config = tmp_path / "config.yml"
    config.write_text(content, encoding="utf-8")
    assert light_rasa.needs_tensorflow(config) == expected


def test_our_own_configuration_needs_no_tensorflow():
    assert light_rasa.needs_tensorflow(ROOT / "config.yml") == []


def test_a_missing_configuration_is_left_to_rasa(tmp_path):
    assert light_rasa.needs_tensorflow(tmp_path / "none.yml") == []


@pytest.mark.parametrize(
    ("arguments", "config"),
    [
        (["run", "-m", "x"], "config.yml"),
        (["train", "--config", "other.yml", "--out", "x"], "other.yml"),
        (["train", "-c", "other.yml"], "other.yml"),
    ],
)
def test_the_configuration_of_the_command_line_is_read(arguments, config):
    assert light_rasa._config(arguments) == Path(config)
