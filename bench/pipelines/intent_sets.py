"""The sets of lines that pipelines are compared on.

The public ones are data of others and not part of this repository; WAYPOINT_BENCHMARKS or
--benchmarks names the folder that holds hint3/ and clinc150/.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cli.servers import ROOT

VARIABLE = "WAYPOINT_BENCHMARKS"
HINT3 = ("sofmattress", "curekart", "powerplay11")
CLINC150 = "clinc150"
OWN = "own"
NAMES = (OWN, *HINT3, CLINC150)
TUNING = ("tests/data/nlu_tuning.yml", "tests/data/nlu_tuning_large.yml")

Line = tuple[str, str]  # text, intent


class BenchmarksMissing(RuntimeError):
    """The public sets are not where they were looked for; the text says what to do."""


@dataclass(frozen=True)
class IntentSet:
    """Lines to train on and lines to score.

    Attributes:
        name: One of `NAMES`.
        train: Files or folders of Rasa NLU data.
        tests: Files of Rasa NLU data.
        outside: The label of lines that belong to no intent.
        trained_outside: Whether `train` has examples of that label.
    """

    name: str
    train: tuple[Path, ...]
    tests: tuple[Path, ...]
    outside: str
    trained_outside: bool


def own_set(tests: Sequence[Path] = ()) -> IntentSet:
    """Waypoint's own lines: trained on bot/nlu, scored on the tuning lines or on `tests`."""
    files = tuple(tests) or tuple(ROOT / name for name in TUNING)
    return IntentSet(OWN, (ROOT / "bot" / "nlu",), files, "out_of_scope", trained_outside=True)


def public_set(name: str, benchmarks: Path | None, work: Path) -> IntentSet:
    """A public set, written to `work` in a form that Rasa reads.

    Args:
        name: One of `HINT3`, or `CLINC150`.
        benchmarks: Folder with hint3/ and clinc150/; None where nobody named one.
        work: Folder to write to.

    Raises:
        BenchmarksMissing: The folder is not named, or lacks this set.
    """
    if name == CLINC150:
        train, test = read_clinc150(_folder(benchmarks, CLINC150))
        outside = "oos"
    else:
        train, test = read_hint3(_folder(benchmarks, "hint3"), name)
        outside = "NO_NODES_DETECTED"
    work.mkdir(parents=True, exist_ok=True)
    files = {part: work / f"{name}_{part}.json" for part in ("train", "test")}
    _write_rasa(files["train"], train)
    _write_rasa(files["test"], test)
    trained = any(intent == outside for _, intent in train)
    return IntentSet(name, (files["train"],), (files["test"],), outside, trained)


def benchmarks_folder(option: Path | None) -> Path | None:
    """The option, or what the environment names."""
    named = os.environ.get(VARIABLE)
    return option or (Path(named) if named else None)


def read_hint3(folder: Path, name: str) -> tuple[list[Line], list[Line]]:
    """Training and test lines of one of the three bots of HINT3."""

    def lines(part: str) -> list[Line]:
        with (folder / f"{name}_{part}.csv").open(encoding="utf-8", newline="") as file:
            return [(row["sentence"], row["label"]) for row in csv.DictReader(file)]

    return lines("train"), lines("test")


def read_clinc150(folder: Path) -> tuple[list[Line], list[Line]]:
    """Training lines, with those out of scope, and test lines of CLINC150's full set."""
    content = json.loads((folder / "data_full.json").read_text(encoding="utf-8"))
    parts = {name: [(text, intent) for text, intent in rows] for name, rows in content.items()}
    return parts["train"] + parts["oos_train"], parts["test"] + parts["oos_test"]


def _folder(benchmarks: Path | None, name: str) -> Path:
    if benchmarks is None:
        raise BenchmarksMissing(
            f"No folder of public sets is named. Set {VARIABLE}, or pass --benchmarks, to a folder"
            " that holds hint3/ (the CSV files of HINT3 v1) and clinc150/ (data_full.json)."
            " Results measured earlier are in docs/pipelines.md."
        )
    if not (benchmarks / name).is_dir():
        raise BenchmarksMissing(
            f"{benchmarks} holds no folder {name}/. Results measured earlier are in docs/pipelines.md."
        )
    return benchmarks / name


def _write_rasa(path: Path, lines: Sequence[Line]) -> None:
    """Write Rasa's JSON form, in which no character of a text has a meaning of its own."""
    examples = [{"text": text, "intent": intent} for text, intent in lines]
    content = {"rasa_nlu_data": {"common_examples": examples}}
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
