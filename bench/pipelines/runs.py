"""Trains a pipeline on a set in the Rasa environment, and has it classify the test lines."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.measures import Times
from bench.pipelines.candidates import Candidate
from bench.pipelines.intent_sets import OWN, IntentSet
from bench.pipelines.scores import Guesses
from cli.build_steps import RASA_QUIET
from cli.servers import ROOT


class RunFailed(RuntimeError):
    """Training or classifying ended with an error; the text names the log."""


@dataclass(frozen=True)
class Cost:
    """What a process took: seconds by the clock and of all cores, and megabytes at most."""

    seconds: float
    cpu_seconds: float
    peak_mb: float


@dataclass(frozen=True)
class Run:
    """One pipeline on one set.

    Attributes:
        training: What `rasa train nlu` took, its start included.
        guesses: What was said of the test lines, before any rule.
        settled: Intents after threshold and rules, by threshold; only for our own lines.
        load_seconds: From an empty process with Rasa's imports to a model that answers.
        memory_mb: Held while it served.
        parsing: Milliseconds of each line, without HTTP.
    """

    training: Cost
    guesses: Guesses
    settled: dict[float, list[str]]
    load_seconds: float
    memory_mb: float
    parsing: Times


def run(candidate: Candidate, lines: IntentSet, rasa_python: Path, work: Path) -> Run:
    """Train and classify.

    Args:
        candidate: The pipeline.
        lines: What to train on and to score.
        rasa_python: Python with Rasa.
        work: Folder for the configuration, the model and the logs.

    Raises:
        RunFailed: Rasa ended with an error.
    """
    work.mkdir(parents=True, exist_ok=True)
    model = work / f"{candidate.name}-{lines.name}.tar.gz"
    training = _train(candidate, lines, rasa_python, model)
    options = ["--rules"] if lines.name == OWN else []
    if candidate.needs_tensorflow:
        options.append("--tensorflow")
    found = [_classify(model, test, rasa_python, options) for test in lines.tests]
    return _joined(training, found, lines.outside)


def by_components(candidates: Sequence[Candidate], lines: IntentSet, rasa_python: Path, work: Path) -> list[Guesses]:
    """Guesses of several pipelines, from their components alone: quicker, and no cost is measured.

    Args:
        candidates: Pipelines that need no TensorFlow.
        lines: What to train on and to score.
        rasa_python: Python with Rasa.
        work: Folder for configurations and results.

    Raises:
        RunFailed: It ended with an error.
    """
    folder = work / lines.name
    folder.mkdir(parents=True, exist_ok=True)
    configs = [_written(one, lines.name, folder / f"{one.name}.yml") for one in candidates]
    data = ["--train", str(lines.train[0]), "--test", str(lines.tests[0]), "--out", str(folder)]
    measured([str(rasa_python), "-m", "bot.nlu_scores", *map(str, configs), *data], folder / "log")
    results = [json.loads((folder / f"{one.name}.json").read_text(encoding="utf-8")) for one in candidates]
    keys = ("intents", "guesses", "confidences")
    return [Guesses(*(tuple(found[key]) for key in keys), lines.outside) for found in results]


def _written(candidate: Candidate, intent_set: str, config: Path) -> Path:
    """Write a candidate's configuration for a set; return its path."""
    config.write_text(yaml.safe_dump(candidate.pipeline(intent_set), sort_keys=False), encoding="utf-8")
    return config


def _train(candidate: Candidate, lines: IntentSet, rasa_python: Path, model: Path) -> Cost:
    name = model.name.removesuffix(".tar.gz")
    config = _written(candidate, lines.name, model.with_name(f"{name}.yml"))
    target = ["--out", str(model.parent), "--fixed-model-name", name]
    data = ["--nlu", *map(str, lines.train), "--config", str(config)]
    command = [str(rasa_python), "-m", "bot.light_rasa", "train", "nlu", *data, *target]
    return measured(command, model.with_name(f"{name}.train.log"))


def _classify(model: Path, test: Path, rasa_python: Path, options: Sequence[str]) -> dict[str, Any]:
    name = f"{model.name.removesuffix('.tar.gz')}-{test.stem}"
    out = model.with_name(f"{name}.json")
    command = [str(rasa_python), "-m", "bot.nlu_predict", str(model), str(test), "--out", str(out)]
    measured([*command, *options], model.with_name(f"{name}.log"))
    return json.loads(out.read_text(encoding="utf-8"))


def measured(command: Sequence[str], log: Path) -> Cost:
    """Run a command to its end, with its output in `log`.

    Raises:
        RunFailed: It ended with an error.
    """
    start = time.monotonic()
    environment = {**os.environ, **RASA_QUIET}
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RunFailed(f"{' '.join(command)} ended with code {process.returncode}; see {log}")
    seconds = time.monotonic() - start
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _joined(training: Cost, found: Sequence[dict[str, Any]], outside: str) -> Run:
    """One run of the results of all test files."""

    def all_of(key: str) -> tuple[Any, ...]:
        return tuple(value for part in found for value in part[key])

    steps = found[0].get("settled", {})
    return Run(
        training=training,
        guesses=Guesses(all_of("intents"), all_of("guesses"), all_of("confidences"), outside),
        settled={float(step): [one for part in found for one in part["settled"][step]] for step in steps},
        load_seconds=found[0]["load_seconds"],
        memory_mb=found[0]["memory_mb"],
        parsing=Times(all_of("milliseconds")),
    )
