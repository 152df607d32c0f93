"""What the evaluation is told of the bot's understanding."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LINES = """version: "3.1"
nlu:
- intent: find_roles
  examples: |
    - jobs for [rheum]{"entity": "specialty", "value": "rheumatology"}, not [pharma]{EXCLUDED}
    - hello
""".replace("EXCLUDED", '"entity": "setting", "role": "excluded", "value": "pharma"')


@pytest.mark.slow
def test_predictions_set_what_was_meant_beside_what_was_understood(built_model, tmp_path):
    (tmp_path / "lines.yml").write_text(LINES)
    out = tmp_path / "out.json"
    command = [sys.executable, "-m", "bot.nlu_report", "predict", str(tmp_path / "lines.yml")]
    command += ["--model", str(built_model), "--out", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=280)

    report = json.loads(out.read_text())

    first, second = report["lines"]
    assert first["intent"] == first["found"]["intent"] == "find_roles"
    meant = {(e["kind"], e["value"], e["excluded"]) for e in first["entities"]}
    assert meant == {("specialty", "rheumatology", False), ("setting", "pharma", True)}
    understood = {(e["kind"], e["value"], e["excluded"]) for e in first["found"]["entities"]}
    assert meant <= understood
    assert first["masked"].startswith("jobs for doctor")
    assert (second["intent"], second["found"]["intent"]) == ("find_roles", "greet")
    assert 0.5 < second["found"]["confidence"] <= 1.0
    assert {"text", "masked", "intent"} == set(report["training"][0])


def test_curve_sends_more_to_the_fallback_as_the_threshold_rises(names):
    from bot.nlu_report import _curve

    texts = ["remote jobs", "my cat is ill", "tell me a joke"]
    intents = np.array(["find_roles", "out_of_scope", "out_of_scope"], dtype=object)
    guesses = np.array(["find_roles", "ask_question", "out_of_scope"], dtype=object)

    points = _curve(texts, intents, guesses, np.array([0.75, 0.35, 0.9]))

    by_threshold = {point["threshold"]: point for point in points}
    assert by_threshold[0.3]["out_of_scope_recall"] == 0.5
    assert by_threshold[0.4]["out_of_scope_recall"] == 1.0
    assert by_threshold[0.4]["in_scope_accuracy"] == 1.0
