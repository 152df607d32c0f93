"""Measures and draws the curve behind the fallback threshold: `python -m bot.nlu_curve`.

Twice, each time with the components of config.yml and the rules of
bot/components/arbitration.py: each training line classified by a model that was trained
without it (cross-validation), and the tuning lines by a model of all training lines. A higher
threshold sends more of what does not belong here to the fallback, and more of what does.

Writes docs/data/threshold_curve.csv and docs/threshold-curve.svg. Takes some minutes; run it
after the training lines or the weights have changed. Everything is seeded.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Dict, List, NamedTuple, Sequence, Tuple

import numpy as np

from bot import light_rasa

light_rasa.leave_out_tensorflow()

from rasa.engine.storage.local_model_storage import LocalModelStorage  # noqa: E402
from rasa.engine.storage.resource import Resource  # noqa: E402
from rasa.shared.importers.importer import TrainingDataImporter  # noqa: E402
from rasa.shared.nlu.constants import INTENT, TEXT  # noqa: E402
from rasa.shared.nlu.training_data.message import Message  # noqa: E402
from rasa.shared.nlu.training_data.training_data import TrainingData  # noqa: E402
from rasa.shared.utils.io import read_yaml_file  # noqa: E402
from sklearn.model_selection import StratifiedKFold  # noqa: E402

from bot.components.arbitration import FALLBACK, settle  # noqa: E402
from bot.components.intent_classifier import QuickLogisticRegression  # noqa: E402
from bot.components.neighbour_classifier import RegressionWithNeighbours  # noqa: E402
from bot.components.ngram_featurizer import NgramFeaturizer  # noqa: E402
from bot.components.recognition import mentions_in, remember  # noqa: E402
from bot.components.sentence_featurizer import SentenceFeaturizer  # noqa: E402
from bot.curve_drawing import Series, drawing  # noqa: E402
from bot.paths import ROOT  # noqa: E402

OUT_OF_SCOPE = "out_of_scope"
THRESHOLDS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
SEED = 42
TUNING = ("tests/data/nlu_tuning.yml", "tests/data/nlu_tuning_large.yml")
TABLE = ROOT / "docs/data/threshold_curve.csv"
DRAWING = ROOT / "docs/threshold-curve.svg"
CLASSIFIERS = {kind.__name__: kind for kind in (QuickLogisticRegression, RegressionWithNeighbours)}

Settings = Dict[str, Dict[str, Any]]


class Point(NamedTuple):
    """Shares of lines, from 0 to 1, under one threshold."""

    in_scope_accuracy: float
    out_of_scope_recall: float  # called out of scope, or sent to the fallback
    in_scope_refused: float


def main() -> None:
    """Write the table and the drawing, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=5, help="parts to leave out in turn")
    folds = parser.parse_args().folds
    settings = component_settings()
    texts, intents = training_lines()
    tuning, wanted = tuning_lines()
    train, test = encoded(texts, intents, settings), encoded(tuning, wanted, settings)
    crossed = curve(texts, intents, *left_out_in_turn(train, intents, settings, folds))
    tuned = curve(tuning, wanted, *guesses_for(train, test, settings))
    write_table(TABLE, crossed, tuned)
    chosen = settings["FallbackClassifier"]["threshold"]
    titles = (f"{len(texts)} training lines, left out in turn", f"{len(tuning)} tuning lines")
    series = [Series(*pair) for pair in zip(titles, (_shares(crossed), _shares(tuned)))]
    DRAWING.write_text(drawing(series, THRESHOLDS, chosen), encoding="utf-8")
    print(TABLE.read_text(encoding="utf-8"), end="")


def training_lines() -> Tuple[List[str], np.ndarray]:
    """Return the texts of all training lines, and their intents in the same order."""
    return _lines(ROOT / "bot/nlu")


def tuning_lines() -> Tuple[List[str], np.ndarray]:
    """Return the texts and intents of the tuning lines."""
    return _lines(*(ROOT / name for name in TUNING))


def _lines(*paths: Path) -> Tuple[List[str], np.ndarray]:
    importer = TrainingDataImporter.load_from_dict(training_data_paths=[str(p) for p in paths])
    examples = importer.get_nlu_data().intent_examples
    remember(len(examples))
    texts = [example.get(TEXT) for example in examples]
    return texts, np.array([example.get(INTENT) for example in examples], dtype=object)


def component_settings(config: Path = ROOT / "config.yml") -> Settings:
    """Return the settings of each component of a configuration under its class's name."""
    pipeline = read_yaml_file(config)["pipeline"]
    return {component["name"].rpartition(".")[2]: component for component in pipeline}


def encoded(texts: Sequence[str], intents: Sequence[str], settings: Settings) -> List[Message]:
    """Return messages that have the encoder's features already."""
    config = {**SentenceFeaturizer.get_default_config(), **settings["SentenceFeaturizer"]}
    messages = [Message(data={TEXT: text, INTENT: intent}) for text, intent in zip(texts, intents)]
    return SentenceFeaturizer("encoder", config).process(messages)


def cross_validated(
    texts: List[str], intents: np.ndarray, settings: Settings, folds: int
) -> Tuple[np.ndarray, np.ndarray]:
    """Return the best guess for each line and its confidence (0 to 1)."""
    return left_out_in_turn(encoded(texts, intents, settings), intents, settings, folds)


def left_out_in_turn(
    messages: Sequence[Message], intents: np.ndarray, settings: Settings, folds: int
) -> Tuple[np.ndarray, np.ndarray]:
    """Return the best guess for each message of `encoded` and its confidence (0 to 1)."""
    guesses, confidences = np.empty(len(messages), dtype=object), np.zeros(len(messages))
    parts = StratifiedKFold(folds, shuffle=True, random_state=SEED)
    for learn, leave in parts.split(intents, intents):
        train, test = ([messages[i] for i in rows] for rows in (learn, leave))
        guesses[leave], confidences[leave] = guesses_for(train, test, settings)
    return guesses, confidences


def guesses_for(
    train: Sequence[Message], test: Sequence[Message], settings: Settings
) -> Tuple[np.ndarray, np.ndarray]:
    """Train on some messages; return the best guess for each of the others, and its confidence.

    Args:
        train: Messages of `encoded`.
        test: The same; their intents are not looked at.
        settings: Of the featurizers and of one of `CLASSIFIERS`.
    """
    ngrams = NgramFeaturizer(
        {**NgramFeaturizer.get_default_config(), **settings["NgramFeaturizer"]}, "ngrams", None, None
    )
    ngrams.learn([message.get(TEXT) for message in train])
    name = next(name for name in settings if name in CLASSIFIERS)
    config = {**CLASSIFIERS[name].get_default_config(), **settings[name]}
    with TemporaryDirectory() as folder:
        storage = LocalModelStorage(Path(folder))
        classifier = CLASSIFIERS[name](config, name, storage, Resource(name))
        classifier.train(TrainingData(_with_ngrams(train, ngrams)))
    found = np.vstack([classifier.probabilities(one) for one in _with_ngrams(test, ngrams)])
    return classifier.clf.classes_[found.argmax(axis=1)].astype(object), found.max(axis=1)


def _with_ngrams(messages: Sequence[Message], ngrams: NgramFeaturizer) -> List[Message]:
    copies = [Message(data=dict(one.data), features=list(one.features)) for one in messages]
    return ngrams.process(copies)


def settled(
    texts: Sequence[str], guesses: np.ndarray, confidences: np.ndarray, threshold: float
) -> np.ndarray:
    """Return the intents after the threshold and the rules."""
    kept = np.where(confidences >= threshold, guesses, FALLBACK)
    verdicts = (settle(text, mentions_in(text), guess) for text, guess in zip(texts, kept))
    return np.array([v.intent if v else g for v, g in zip(verdicts, kept)], dtype=object)


def curve(
    texts: Sequence[str], intents: np.ndarray, guesses: np.ndarray, confidences: np.ndarray
) -> List[Point]:
    """Return one point for each of `THRESHOLDS`."""
    inside = intents != OUT_OF_SCOPE
    points = []
    for threshold in THRESHOLDS:
        final = settled(texts, guesses, confidences, threshold)
        refused = np.isin(final, (OUT_OF_SCOPE, FALLBACK))
        right = (final == intents)[inside].mean()
        points.append(Point(right, refused[~inside].mean(), refused[inside].mean()))
    return points


def write_table(path: Path, crossed: Sequence[Point], tuned: Sequence[Point]) -> None:
    """Write one row a threshold: the shares of cross-validation, then of the tuning lines."""
    head = ["threshold", *Point._fields, *(f"tuning_{name}" for name in Point._fields)]
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        for threshold, one, other in zip(THRESHOLDS, crossed, tuned):
            writer.writerow([threshold, *(f"{share:.4f}" for share in (*one, *other))])


def _shares(points: Sequence[Point]) -> List[Tuple[float, float]]:
    """Recall and accuracy as the table has them, so that the drawing can be made from it."""
    return [(round(p.out_of_scope_recall, 4), round(p.in_scope_accuracy, 4)) for p in points]


if __name__ == "__main__":
    main()
