"""The test stories judge the dialogue; here it is made sure that they can."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Iterator, List, Set, Tuple

import pytest
from rasa.shared.utils.io import read_yaml_file

ROOT = Path(__file__).resolve().parent.parent.parent
STORIES = ROOT / "tests" / "stories"
WRONG_STORY = ROOT / "tests" / "data" / "test_wrong_story.yml"


def user_lines(file: Path) -> Iterator[Tuple[str, str]]:
    """Yield each story's name with each thing that its user says."""
    for story in read_yaml_file(file)["stories"]:
        for step in story["steps"]:
            if "user" in step:
                yield story["story"], step["user"].strip()


def training_lines() -> Set[str]:
    lines: Set[str] = set()
    for file in (ROOT / "bot" / "nlu").glob("*.yml"):
        for part in read_yaml_file(file)["nlu"]:
            lines |= {plain(line[2:]) for line in part["examples"].splitlines()}
    return lines


def plain(text: str) -> str:
    text = re.sub(r"\[([^\]]+)\]\{[^}]*\}", r"\1", text)  # annotated entities
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def run_stories(model: Path, stories: Path, output: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "bot.light_rasa", "test", "core", "--e2e"]
    command += ["--fail-on-prediction-errors", "--stories", str(stories)]
    command += ["--model", str(model), "--out", str(output), "--no-plot"]
    quiet = {"RASA_TELEMETRY_ENABLED": "false", "PYTHONWARNINGS": "ignore"}
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **quiet}, capture_output=True, text=True, timeout=280
    )


def test_there_are_enough_stories_on_every_topic():
    counts = {file.stem: len(read_yaml_file(file)["stories"]) for file in STORIES.glob("*.yml")}
    topics = {
        "lookups", "filters", "comparisons", "follow_ups", "corrections", "digressions",
        "fallback", "out_of_scope", "distress", "shortlist", "offers", "personal_data",
    }  # fmt: skip
    assert {f"test_{topic}" for topic in topics} <= set(counts)
    assert min(counts.values()) >= 6
    assert sum(counts.values()) >= 85


def test_no_line_of_a_story_was_trained_on():
    known = training_lines()
    seen: List[str] = []
    for file in sorted(STORIES.glob("*.yml")):
        seen += [f"{name}: {line}" for name, line in user_lines(file) if plain(line) in known - {""}]
    assert seen == []


@pytest.mark.slow
def test_the_stories_pass(built_model, tmp_path):
    finished = run_stories(built_model, STORIES, tmp_path)
    output = finished.stdout + finished.stderr
    assert finished.returncode == 0, output[-2000:]
    written = sum(len(read_yaml_file(file)["stories"]) for file in STORIES.glob("*.yml"))
    # Rasa passes over a file that it does not take for test stories, and calls that a success.
    assert f"Evaluating {written} stories" in output


@pytest.mark.slow
def test_a_wrong_story_fails(built_model, tmp_path):
    finished = run_stories(built_model, WRONG_STORY, tmp_path)
    assert finished.returncode != 0
    assert "predicted: greet: good morning" in finished.stdout + finished.stderr
