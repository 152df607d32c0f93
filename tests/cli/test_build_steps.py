"""The chain from articles to a trained bot: what makes which step due."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.bootstrap.stamps import write_stamp
from cli.build_steps import all_steps

BUILD = ("build-knowledge", "export-encoder", "build-index", "train-bot")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository in which every step has been done."""
    for name in ("WAYPOINT_BUILD_DIR", "WAYPOINT_DATABASE_URL", "WAYPOINT_ENCODER"):
        monkeypatch.delenv(name, raising=False)
    for name in ("requirements/main.txt", "requirements/rasa.txt"):
        write(tmp_path / name)
    done(tmp_path)
    return tmp_path


def write(path: Path, text: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def done(root: Path) -> None:
    for step in all_steps(root):
        for output in step.outputs:
            write(output)
        write_stamp(step.stamp_file, step.name, step.fingerprint(root))


def due(root: Path) -> set[str]:
    return {step.name for step in all_steps(root) if step.is_due(root)}


def test_nothing_is_due_when_nothing_changed(root: Path) -> None:
    assert due(root) == set()


@pytest.mark.parametrize(
    ("changed", "steps"),
    [
        ("knowledge/articles/new.md", {"build-knowledge", "build-index"}),
        ("knowledge/language/pay.py", {"build-knowledge", "build-index", "train-bot"}),
        ("index/export_encoder.py", {"export-encoder", "build-index"}),
        ("index/passage_index.py", {"build-index"}),
        ("build/encoder/encoder.json", {"build-index", "train-bot"}),
        ("build/names.json", {"train-bot"}),
        ("bot/nlu/search.yml", {"train-bot"}),
        ("bot/components/arbiter.py", {"train-bot"}),
        ("config.yml", {"train-bot"}),
        ("bot/web/src/app/main.tsx", {"build-web"}),
        ("bot/web/package-lock.json", {"fetch-web", "build-web"}),
        ("bot/web/pages/frame.html", set()),
        ("tests/stories/search.yml", set()),
        ("actions/find_roles.py", set()),
        ("README.md", set()),
    ],
)
def test_change_makes_due_what_depends_on_it(root: Path, changed: str, steps: set[str]) -> None:
    write(root / changed, "changed")

    assert due(root) == steps


def test_test_stories_are_never_trained_on(root: Path) -> None:
    training = next(step for step in all_steps(root) if step.name == "train-bot")
    line = next(training.commands()).line
    after_data = line[line.index("--data") + 1 : line.index("--domain")]

    assert list(after_data) == ["bot/nlu", "bot/stories", "bot/rules"]


def test_another_database_is_another_build(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYPOINT_DATABASE_URL", "postgresql+psycopg://localhost/waypoint")

    assert set(BUILD) <= due(root)


def test_every_step_comes_after_those_it_needs(root: Path) -> None:
    seen: set[str] = set()
    for step in all_steps(root):
        assert set(step.after) <= seen, step.name
        seen.add(step.name)
