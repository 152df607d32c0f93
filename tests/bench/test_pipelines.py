"""The comparison of pipelines: reading sets, scoring guesses, keeping and showing results."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from bench.pipelines import __main__ as command
from bench.pipelines.candidates import BY_NAME, CANDIDATES, RULES
from bench.pipelines.intent_sets import OWN, BenchmarksMissing, own_set, public_set
from bench.pipelines.report import best_point, tables
from bench.pipelines.results import add, entry_of, read
from bench.pipelines.runs import RunFailed, measured
from bench.pipelines.scores import Guesses, matthews, matthews_curve, scope_curve, scope_point
from cli.servers import ROOT

GUESSES = Guesses(
    wanted=("a", "a", "b", "out", "out"),
    guessed=("a", "b", "b", "a", "out"),
    confidences=(0.9, 0.3, 0.8, 0.4, 0.7),
    outside="out",
)


@pytest.fixture
def benchmarks(tmp_path: Path) -> Path:
    """A folder in the form of the public sets."""
    hint3 = tmp_path / "hint3"
    hint3.mkdir()
    for part, lines in {"train": [("buy", "BUY")], "test": [('"why", [x](y)', "NO_NODES_DETECTED")] * 2}.items():
        with (hint3 / f"curekart_{part}.csv").open("w", newline="") as file:
            csv.writer(file).writerows([("sentence", "label"), *lines])
    clinc150 = tmp_path / "clinc150"
    clinc150.mkdir()
    parts = {"train": [["pay it", "pay"]], "oos_train": [["who am i", "oos"]], "val": [["x", "pay"]]}
    parts |= {"test": [["pay bill", "pay"]], "oos_test": [["why", "oos"]], "oos_val": []}
    (clinc150 / "data_full.json").write_text(json.dumps(parts))
    return tmp_path


def examples(path: Path) -> list[dict[str, str]]:
    return json.loads(path.read_text())["rasa_nlu_data"]["common_examples"]


def test_hint3_keeps_every_line_as_it_is(benchmarks: Path, tmp_path: Path) -> None:
    lines = public_set("curekart", benchmarks, tmp_path / "work")

    assert examples(lines.tests[0]) == [{"text": '"why", [x](y)', "intent": "NO_NODES_DETECTED"}] * 2
    assert not lines.trained_outside


def test_clinc150_trains_on_what_is_outside_and_not_on_validation(benchmarks: Path, tmp_path: Path) -> None:
    lines = public_set("clinc150", benchmarks, tmp_path / "work")

    assert [one["text"] for one in examples(lines.train[0])] == ["pay it", "who am i"]
    assert [one["intent"] for one in examples(lines.tests[0])] == ["pay", "oos"]
    assert lines.trained_outside


@pytest.mark.parametrize("folder", [None, Path("nowhere")])
def test_missing_sets_are_named(folder: Path | None, tmp_path: Path) -> None:
    with pytest.raises(BenchmarksMissing, match=r"docs/pipelines\.md"):
        public_set("clinc150", folder, tmp_path)


def test_command_says_what_to_do_without_the_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYPOINT_BENCHMARKS", raising=False)

    done = CliRunner().invoke(command.main, ["run", "--set", "clinc150", "--rasa-python", sys.executable])

    assert done.exit_code == 1
    assert "WAYPOINT_BENCHMARKS" in done.output


def test_matthews_correlation_of_known_cases() -> None:
    assert matthews(list("aabb"), list("aabb")) == pytest.approx(1.0)
    assert matthews(list("aabb"), list("bbaa")) == pytest.approx(-1.0)
    assert matthews(list("aabb"), list("aaaa")) == 0.0
    # By hand: 5 of 6 right, 3 a, 2 b and 1 c guessed: (5 * 6 - 12) / sqrt((36 - 14) * (36 - 12))
    by_hand = 18 / (22 * 24) ** 0.5
    assert matthews(list("aabbcc"), list("aabbac")) == pytest.approx(by_hand)


def test_threshold_sends_unsure_guesses_outside() -> None:
    assert GUESSES.at(0.5) == ["a", "out", "b", "out", "out"]
    curve = scope_curve(GUESSES)
    assert curve[0.0] == {"in_scope": pytest.approx(2 / 3), "outside_recall": 0.5}
    assert curve[0.5] == {"in_scope": pytest.approx(2 / 3), "outside_recall": 1.0}
    assert max(matthews_curve(GUESSES).values()) == matthews(GUESSES.wanted, GUESSES.at(0.5))


def test_fallback_counts_as_refused_and_one_kind_alone_cannot_be_scored() -> None:
    assert scope_point(["a", "out"], ["a", "nlu_fallback"], "out") == {"in_scope": 1.0, "outside_recall": 1.0}
    with pytest.raises(ValueError, match="out of scope"):
        scope_point(["a"], ["a"], "out")


@pytest.mark.parametrize("one", CANDIDATES, ids=lambda one: one.name)
def test_candidate_can_be_trained_as_it_stands_and_compared_without_rules(one) -> None:
    whole = yaml.safe_load((ROOT / one.config).read_text())
    compared = [part["name"] for part in one.pipeline(OWN)["pipeline"]]

    assert whole["policies"] and whole["assistant_id"] == "waypoint"
    assert set(RULES) < {part["name"] for part in whole["pipeline"]}
    assert not set(RULES) & set(compared)
    if one.config != "config.yml":
        assert f"--config {one.config}" in (ROOT / one.config).read_text()


def test_lines_of_other_domains_are_not_masked_as_ours() -> None:
    def masking(intent_set: str) -> list[bool]:
        parts = BY_NAME["neighbours"].pipeline(intent_set)["pipeline"]
        return [part.get("mask_names", True) for part in parts if part["name"].endswith("Featurizer")]

    assert masking(OWN) == [True, True]
    assert masking("curekart") == [False, False]


def test_own_set_can_be_scored_on_other_lines(tmp_path: Path) -> None:
    assert own_set([tmp_path / "held.yml"]).tests == (tmp_path / "held.yml",)
    assert all(path.exists() for path in (*own_set().tests, *own_set().train))


def test_newer_results_replace_older_ones(tmp_path: Path) -> None:
    path = tmp_path / "data" / "results.json"
    add(path, entry_of("diet", "curekart", GUESSES, note="old"))
    add(path, entry_of("diet", "clinc150", GUESSES))
    add(path, entry_of("diet", "curekart", GUESSES, note="new"))

    assert [(entry["set"], entry["note"]) for entry in read(path)] == [("clinc150", ""), ("curekart", "new")]


def test_table_shows_the_best_point_that_reaches_the_recall() -> None:
    entry = entry_of("diet", "clinc150", GUESSES)

    step, point = best_point(entry)
    shown = tables([entry])

    assert point["outside_recall"] >= 0.66
    assert f"0.667 / 1.000 at {step}" in shown
    assert "DIET, Rasa's own sparse features" in shown


def test_command_that_fails_names_its_log(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with pytest.raises(RunFailed, match=r"code 3; see .*log"):
        measured([sys.executable, "-c", "print('x'); raise SystemExit(3)"], log)
    assert log.read_text() == "x\n"
    assert measured([sys.executable, "-c", "sum(range(10**6))"], log).cpu_seconds > 0
