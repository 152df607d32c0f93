"""The parts that ask Rasa's environment: what is measured again, and what is said when it fails."""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path

import pytest

from cli.evaluation import part as part_module
from cli.evaluation import run, understanding
from cli.evaluation.part import NotMeasured, Part, Setting, in_rasa
from cli.evaluation.understanding import crossing, heldout

REPORT = {
    "folds": 5,
    "seed": 42,
    "threshold": 0.4,
    "curve": [],
    "lines": [
        {"text": "hi", "intent": "greet", "found": "greet", "confidence": 0.9},
        {"text": "weather", "intent": "out_of_scope", "found": "nlu_fallback", "confidence": 0.1},
    ],
}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What Rasa's environment was asked for; it answers with REPORT."""
    calls: list[list[str]] = []

    def report(arguments: list[str], file: Path, setting: Setting) -> dict:
        calls.append(arguments)
        file.parent.mkdir(parents=True, exist_ok=True)
        return dict(REPORT)

    monkeypatch.setattr(understanding, "_nlu_report", report)
    return calls


def test_cross_validation_is_measured_again_only_when_something_changed(
    asked: list, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYPOINT_BUILD_DIR", str(tmp_path))
    first = crossing(Setting(out=tmp_path))
    again = crossing(Setting(out=tmp_path))

    assert first.numbers == again.numbers
    assert first.numbers["intent_accuracy"] == 0.5
    assert first.numbers["out_of_scope_recall"] == 1.0
    assert (first.details["reused"], again.details["reused"]) == (False, True)
    crossing(Setting(out=tmp_path, folds=3))
    crossing(Setting(out=tmp_path, folds=3, fresh=True))
    (tmp_path / "names.json").write_text("{}")  # a role got another name
    crossing(Setting(out=tmp_path, folds=3))
    assert [call[-1] for call in asked] == ["5", "3", "3", "3"]


def test_broken_memory_of_a_cross_validation_is_measured_again(asked: list, tmp_path: Path) -> None:
    (tmp_path / "cross-validation.json").write_text("{")

    assert crossing(Setting(out=tmp_path)).details["reused"] is False


def test_absent_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotMeasured, match=r"none\.yml is not there"):
        heldout(Setting(out=tmp_path, heldout=tmp_path / "none.yml"))


def fake_rasa(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str) -> None:
    """A Rasa environment with one module that runs `code`."""
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "nlu_report.py").write_text(code)
    monkeypatch.setattr(part_module, "RASA_PYTHON", Path(sys.executable))
    monkeypatch.setattr(part_module, "ROOT", tmp_path)


def test_end_of_the_log_is_shown_when_rasa_fails(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake_rasa(monkeypatch, tmp_path, "raise SystemExit('no such intent')")
    monkeypatch.setattr(Setting, "logs", tmp_path / "logs")

    with pytest.raises(NotMeasured, match=r"(?s)did not finish.*no such intent"):
        understanding._nlu_report(["predict"], tmp_path / "out.json", Setting(out=tmp_path))


def test_report_of_rasas_environment_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    code = "import json, sys\nopen(sys.argv[-1], 'w').write(json.dumps(sys.argv[1:-1]))"
    fake_rasa(monkeypatch, tmp_path, code)
    monkeypatch.setattr(Setting, "logs", tmp_path / "logs")

    found = understanding._nlu_report(["predict", "x"], tmp_path / "o.json", Setting(out=tmp_path))

    assert found == ["predict", "x", "--out"]
    assert json.loads((tmp_path / "o.json").read_text()) == found


def test_environment_that_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(part_module, "RASA_PYTHON", tmp_path / "none")

    with pytest.raises(NotMeasured, match="make build"):
        in_rasa(["bot.nlu_report"], tmp_path / "log")


def test_interrupt_ends_what_runs_beside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_rasa(monkeypatch, tmp_path, "import time; time.sleep(60)")
    running = threading.Event()

    def long(setting: Setting) -> Part:
        running.set()
        return Part("crossing", {"code": float(in_rasa(["bot.nlu_report"], tmp_path / "log"))})

    def interrupted(setting: Setting) -> Part:
        running.wait(10)
        while not part_module._running:
            time.sleep(0.01)
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "BESIDE", {"crossing": long})
    monkeypatch.setattr(run, "ALONE", {"pay": interrupted})
    began = time.monotonic()

    with pytest.raises(KeyboardInterrupt):
        run.run_parts(["pay", "crossing"], Setting(out=tmp_path), lambda text: None)

    assert time.monotonic() - began < 30
    assert part_module._running == []
