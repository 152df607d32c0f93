"""The parts that measure understanding: held-out lines, cross-validation, pay phrases.

Rasa's environment only says what it understood (bot/nlu_report.py); the scoring is ours.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cli.bootstrap.stamps import fingerprint
from cli.evaluation.entities import entity_misses, entity_scores
from cli.evaluation.intents import intent_details, intent_misses, intent_numbers
from cli.evaluation.nearest import (
    Nearest,
    nearest_lines,
    overlap_table,
    plain,
    remembered_vectors,
    write_csv,
)
from cli.evaluation.part import ROOT, NotMeasured, Part, Setting, end_of, in_rasa
from cli.evaluation.pay import read_phrases, score_phrases
from cli.evaluation.scores import Counts, accuracy
from index.errors import PassageIndexError
from index.onnx_encoder import SMALL_MODEL, OnnxEncoder
from knowledge.settings import Settings

NEAREST_FILE = "nearest-training-lines.csv"
SHORT_WORDS = 3  # a longer line that two people write alike was rather copied
PAY_FILE = ROOT / "tests" / "data" / "pay_phrases.yml"
# What a cross-validation depends on; it is measured again when one of these has changed.
CROSSING_INPUTS = (
    "bot/nlu", "bot/components", "bot/nlu_curve.py", "bot/nlu_report.py", "config.yml",
    "knowledge/language", "index/onnx_encoder.py", "requirements/rasa.txt",
)  # fmt: skip


def heldout(setting: Setting) -> Part:
    """Intents and entities of the held-out lines, and how near these are to training lines."""
    if not setting.heldout.is_file():
        raise NotMeasured(f"{setting.heldout.name} is not there; --heldout names another file.")
    if not setting.model.exists():
        raise NotMeasured("The bot is not trained yet. `make build` does that.")
    where = [str(setting.heldout.absolute()), "--model", str(setting.model)]
    report = _nlu_report(["predict", *where], setting.out / "predictions.json", setting)
    nearest = _nearest(report["lines"], report["training"], setting)
    write_csv(nearest, setting.out / NEAREST_FILE)
    part = heldout_part(report["lines"], nearest)
    part.details |= {
        "file": setting.heldout.name,
        "sha256": hashlib.sha256(setting.heldout.read_bytes()).hexdigest(),
        "training_lines": len(report["training"]),
    }
    return part


def heldout_part(lines: Sequence[Mapping[str, Any]], nearest: Sequence[Nearest]) -> Part:
    """The scores of held-out lines; one that is a training line, too, is not scored.

    Args:
        lines: What was meant and understood, as bot/nlu_report.py writes it.
        nearest: The nearest training lines of each, in the same order.
    """
    pairs = list(zip(lines, nearest, strict=True))
    scored = [line for line, near in pairs if not near.identical]
    unseen = [line for line, near in pairs if not near.identical_masked]
    identical = [line["text"] for line, near in pairs if near.identical]
    wanted, found = _wanted_and_found(scored)
    numbers = {
        **intent_numbers(wanted, found),
        "intent_accuracy_all": accuracy(*_wanted_and_found(lines)),
        "intent_accuracy_unseen": accuracy(*_wanted_and_found(unseen)),
        "identical_short": float(sum(map(_is_short, identical))),
        "identical_to_training": float(sum(not _is_short(text) for text in identical)),
        "identical_but_for_names": float(len(scored) - len(unseen)),
    }
    details: dict[str, Any] = {
        **intent_details(wanted, found),
        "misses": intent_misses(scored),
        "entity_misses": entity_misses(scored, thousands=True),
        "identical": identical,
        "overlaps": overlap_table(nearest),
        "nearest": [asdict(one) for one in sorted(nearest, key=lambda one: -one.overlap)],
    }
    for name, thousands in (("entity_f1", False), ("entity_f1_thousands", True)):
        counts = entity_scores(scored, thousands=thousands)
        numbers[name] = sum(counts.values(), Counts()).f1
        details[name] = {kind: one.as_json() for kind, one in counts.items()}
    return Part("heldout", numbers, details)


def _wanted_and_found(lines: Sequence[Mapping[str, Any]]) -> tuple[list[str], list[str]]:
    return [line["intent"] for line in lines], [line["found"]["intent"] for line in lines]


def _is_short(text: str) -> bool:
    """Whether everyone would type it so: "hi", "only remote", "start over please"."""
    return len(plain(text).split()) <= SHORT_WORDS


def _nearest(
    lines: Sequence[Mapping[str, Any]], training: Sequence[Mapping[str, str]], setting: Setting
) -> list[Nearest]:
    try:
        encoder = OnnxEncoder(Settings.from_environment().encoder_dir, model=SMALL_MODEL)
    except PassageIndexError as error:
        raise NotMeasured(str(error)) from error
    known = remembered_vectors(
        [line["masked"] for line in training], encoder, setting.out / "training-vectors.npz"
    )
    own = encoder.encode([line["masked"] for line in lines])
    return nearest_lines(lines, training, (own, known))


def crossing(setting: Setting) -> Part:
    """Each training line classified by a model that did not learn from it."""
    file = setting.out / "cross-validation.json"
    stamp = _crossing_stamp(setting)
    report = _read(file)
    reused = not setting.fresh and report.get("stamp") == stamp
    if not reused:
        folds = ["--folds", str(setting.folds)]
        report = {"stamp": stamp, **_nlu_report(["cross-validate", *folds], file, setting)}
        file.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
    wanted = [line["intent"] for line in report["lines"]]
    found = [line["found"] for line in report["lines"]]
    details = {
        **{name: report[name] for name in ("folds", "seed", "threshold", "curve")},
        **intent_details(wanted, found),
        "reused": reused,
    }
    return Part("crossing", intent_numbers(wanted, found), details)


def _crossing_stamp(setting: Setting) -> str:
    made = Settings.from_environment()
    inputs = [*(ROOT / name for name in CROSSING_INPUTS), made.encoder_dir / "encoder.json"]
    return fingerprint(ROOT, [*inputs, made.names_file], {"folds": str(setting.folds)})


def pay(setting: Setting) -> Part:
    """The pay grammar alone, on phrases that it was not written with."""
    numbers: dict[str, float] = {}
    details: dict[str, Any] = {}
    absent = []
    for name, file in (("test", PAY_FILE), ("heldout", setting.pay_heldout)):
        try:
            phrases = read_phrases(file)
        except NotMeasured as error:
            absent.append(str(error))
            continue
        shares, misses = score_phrases(phrases)
        numbers[f"{name}_phrases"] = float(len(phrases))
        numbers |= {f"{name}_{reading}": share for reading, share in shares.items()}
        details[name] = {"file": file.name, "phrases": len(phrases), "misses": misses}
    return Part("pay", numbers, details, error=" ".join(absent) or None)


def _nlu_report(arguments: Sequence[str], file: Path, setting: Setting) -> dict[str, Any]:
    log = setting.logs / f"evaluate-{arguments[0]}.log"
    file.parent.mkdir(parents=True, exist_ok=True)
    if in_rasa(["bot.nlu_report", *arguments, "--out", str(file.absolute())], log):
        raise NotMeasured(f"bot.nlu_report did not finish. {end_of(log)}")
    return json.loads(file.read_text(encoding="utf-8"))


def _read(file: Path) -> dict[str, Any]:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
