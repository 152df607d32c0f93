"""The parts that run things: stories, conversations, the same question twice, the command."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.evaluation import command, run
from cli.evaluation import stories as story_module
from cli.evaluation.part import NotMeasured, Part, Setting
from cli.evaluation.stories import failed_stories, stories, story_part, written_stories
from cli.evaluation.talks import conversations, determinism_part
from tests.cli.fake_bot import FakeBot, payload

# As Rasa 3.6.21 writes it.
FAILED = """version: "3.1"
stories:
- story: job against career (/somewhere/tests/stories/test_lookups.yml)
  steps:
  - intent: ask_question
  - action: action_find_roles  # predicted: action_answer_question
- story: so, why? (really) (/somewhere/tests/stories/test_out_of_scope.yml)
  steps:
  - intent: find_roles  # predicted: greet: good morning
"""


@pytest.fixture
def bot() -> Iterator[FakeBot]:
    fake = FakeBot()
    yield fake
    fake.stop()


def test_failed_stories_are_read_from_rasas_file() -> None:
    first, second = failed_stories(FAILED)

    assert (first["name"], first["topic"]) == ("job against career", "lookups")
    assert "# predicted: action_answer_question" in first["steps"]
    assert (second["name"], second["topic"]) == ("so, why? (really)", "out of scope")
    assert failed_stories('version: "3.1"\nstories: []\n') == []


def test_stories_are_counted_by_topic() -> None:
    part = story_part({"lookups": 6, "out of scope": 4}, failed_stories(FAILED), passed=False)

    assert part.numbers == {"count": 10.0, "passed": 0.8}
    assert [row["failed"] for row in part.details["topics"]] == [1, 1]


def test_failure_that_rasa_does_not_show_is_one_nevertheless() -> None:
    assert story_part({"lookups": 10}, [], passed=False).numbers["passed"] == 0.9
    assert story_part({"lookups": 10}, [], passed=True).numbers["passed"] == 1.0


def story_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, log: str, codes: list) -> Setting:
    """Two stories, and a Rasa that writes `log` and ends with each of `codes` in turn."""
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "test_lookups.yml").write_text("stories:\n- {story: a, steps: []}\n- {story: b, steps: []}\n")
    (folder / "passed_over.yml").write_text("stories:\n- {story: c, steps: []}\n")
    (tmp_path / "waypoint.tar.gz").touch()
    monkeypatch.setattr(Setting, "model", tmp_path / "waypoint.tar.gz")
    monkeypatch.setattr(Setting, "logs", tmp_path)
    turn = iter(codes)

    def in_rasa(arguments: list[str], file: Path) -> int:
        file.write_text(log)
        code = next(turn)
        strict = "--fail-on-prediction-errors" in arguments
        assert strict or code == 0
        if not strict:
            (tmp_path / "out" / "stories").mkdir(parents=True)
            (tmp_path / "out" / "stories" / "failed_test_stories.yml").write_text(FAILED)
        return code

    monkeypatch.setattr(story_module, "in_rasa", in_rasa)
    return Setting(out=tmp_path / "out", stories=folder)


def test_passing_stories_run_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    setting = story_setting(tmp_path, monkeypatch, "Evaluating 2 stories", [0])

    assert stories(setting).numbers == {"count": 2.0, "passed": 1.0}


def test_failing_stories_are_run_again_to_see_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    setting = story_setting(tmp_path, monkeypatch, "Evaluating 2 stories", [1, 0])

    part = stories(setting)

    assert part.numbers["passed"] == 0.0
    assert [story["name"] for story in part.details["failed"]] == ["job against career", "so, why? (really)"]


@pytest.mark.parametrize("log", ["Evaluating 1 stories", "Rasa broke down"])
def test_stories_passed_over_are_no_success(
    log: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    setting = story_setting(tmp_path, monkeypatch, log, [0])

    with pytest.raises(NotMeasured, match="did not evaluate all 2 stories"):
        stories(setting)


def test_only_files_that_rasa_takes_for_stories_count(tmp_path: Path) -> None:
    (tmp_path / "test_follow_ups.yml").write_text("stories:\n- {story: a, steps: []}\n")
    (tmp_path / "other.yml").write_text("stories:\n- {story: b, steps: []}\n")

    assert written_stories(tmp_path) == {"follow ups": 1}


def test_same_answers_but_for_ids(bot: FakeBot) -> None:
    ids = itertools.count()
    bot.answer = lambda sender, text: [
        {"recipient_id": sender, "text": text, "custom": payload(text, answer_id=f"a{next(ids)}")}
    ]

    part = determinism_part(["one", "two"], bot.url)

    assert part.numbers == {"questions": 2.0, "same": 1.0}
    assert [text for _, text in bot.heard] == ["one", "two", "two", "one"]
    assert len({sender for sender, _ in bot.heard}) == 4


@pytest.mark.parametrize(
    "answer",
    [
        lambda count: {"text": f"answer {count}"},
        lambda count: {"text": "a", "custom": payload("a", knowledge_version=f"v{count}")},
        lambda count: {"text": "a", "custom": {"x": 1, "y": 2} if count % 2 else {"y": 2, "x": 1}},
    ],
)
def test_any_other_change_is_seen(bot: FakeBot, answer) -> None:
    counter = itertools.count()
    bot.answer = lambda sender, text: [answer(next(counter))]

    part = determinism_part(["one"], bot.url)

    assert part.numbers["same"] == 0.0
    (change,) = part.details["changed"]
    assert change["text"] == "one"
    assert change["first"] != change["second"]


def test_no_bot_is_not_measured() -> None:
    with pytest.raises(NotMeasured, match="no answer"):
        determinism_part(["one"], "http://127.0.0.1:9")


def test_conversations_are_held_and_failures_kept(bot: FakeBot, tmp_path: Path) -> None:
    (tmp_path / "some.yml").write_text(
        "- name: good\n  turns:\n  - {user: hi, text_contains: [hi]}\n"
        "- name: bad\n  turns:\n  - {user: hi, text_contains: [bye]}\n"
    )

    part = conversations(Setting(out=tmp_path, dialogues=tmp_path), bot.url)

    assert part.numbers == {"count": 2.0, "turns": 2.0, "passed": 0.5}
    assert part.details["files"] == {"some": {"held": 2, "failed": 1}}
    (failed,) = part.details["failed"]
    assert failed["name"] == "bad"
    assert failed["turns"][0]["expected"] == {"text_contains": ["bye"]}
    assert failed["turns"][0]["text"] == "You said hi"
    json.dumps(part.details)


def test_part_that_cannot_be_measured_stops_no_other(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def absent(setting: Setting) -> Part:
        raise NotMeasured("no file")

    monkeypatch.setattr(run, "ALONE", {"pay": absent, "stories": lambda setting: Part("stories", {"count": 1.0})})
    monkeypatch.setattr(run, "BESIDE", {"crossing": absent})

    found = run.run_parts(["stories", "crossing", "pay"], Setting(out=tmp_path), lambda text: None)

    assert [(part.name, part.error) for part in found] == [
        ("stories", None), ("crossing", "no file"), ("pay", "no file"),
    ]  # fmt: skip


def test_command_writes_report_and_results_and_fails_below_a_floor(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bad = story_part({"lookups": 90}, failed_stories(FAILED), passed=False)
    monkeypatch.setattr(command, "run_parts", lambda names, setting, tell: [bad])

    result = CliRunner().invoke(command.evaluate, ["--only", "stories", "--out", str(tmp_path)])

    assert result.exit_code == 1
    assert "FLOOR 100.0 % NOT HELD" in result.output
    assert "job against career" in (tmp_path / "index.html").read_text()
    assert json.loads((tmp_path / "results.json").read_text())["floors_held"] is False


def test_command_passes_when_floors_are_held(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    good = story_part({"lookups": 90}, [], passed=True)
    monkeypatch.setattr(command, "run_parts", lambda names, setting, tell: [good])

    result = CliRunner().invoke(command.evaluate, ["--only", "stories", "--out", str(tmp_path)])

    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("arguments", [["--only", "nonsense"], ["--only", "pay", "--write-docs"]])
def test_wrong_use_is_told(arguments: list[str]) -> None:
    assert CliRunner().invoke(command.evaluate, arguments).exit_code == 2
