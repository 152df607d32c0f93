"""Prints the curve behind the fallback threshold of config.yml: `python -m bot.nlu_curve`.

Each training line is classified by a model that was trained without it (cross-validation,
with the features and weights of config.yml and the rules of bot/components/arbitration.py).
A higher threshold sends more of what does not belong here to the fallback, and more of what
does. Takes some minutes; run it after the training lines or the weights have changed.
"""

from __future__ import annotations

import argparse
from typing import Any, Dict, List, Tuple

import numpy as np

from bot import light_rasa

light_rasa.leave_out_tensorflow()

from rasa.shared.importers.importer import TrainingDataImporter  # noqa: E402
from rasa.shared.nlu.constants import INTENT, TEXT  # noqa: E402
from rasa.shared.utils.io import read_yaml_file  # noqa: E402
from scipy.sparse import csr_matrix, hstack  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from sklearn.model_selection import StratifiedKFold  # noqa: E402

from bot.components.arbitration import FALLBACK, settle  # noqa: E402
from bot.components.ngram_featurizer import NgramFeaturizer  # noqa: E402
from bot.components.recognition import masked, mentions_in, remember  # noqa: E402
from bot.components.sentence_featurizer import (  # noqa: E402
    SentenceFeaturizer,
    shared_encoder,
)
from bot.paths import ROOT  # noqa: E402

OUT_OF_SCOPE = "out_of_scope"
THRESHOLDS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
SEED = 42


def main() -> None:
    """Print one row a threshold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=5, help="parts to leave out in turn")
    folds = parser.parse_args().folds
    texts, intents = training_lines()
    guesses, confidences = cross_validated(texts, intents, component_settings(), folds)
    print(f"{len(texts)} training lines, {folds} folds, seed {SEED}\n")
    print("threshold  in-scope accuracy  out-of-scope recall (or fallback)  in scope lost")
    for threshold in THRESHOLDS:
        final = settled(texts, guesses, confidences, threshold)
        inside = intents != OUT_OF_SCOPE
        refused = np.isin(final, (OUT_OF_SCOPE, FALLBACK))
        accuracy = (final == intents)[inside].mean()
        print(
            f"{threshold:9.2f}  {accuracy:17.3f}  {refused[~inside].mean():33.3f}"
            f"  {refused[inside].mean():13.3f}"
        )


def training_lines() -> Tuple[List[str], np.ndarray]:
    """Return the texts of all training lines, and their intents in the same order."""
    importer = TrainingDataImporter.load_from_dict(training_data_paths=[str(ROOT / "bot/nlu")])
    examples = importer.get_nlu_data().intent_examples
    remember(len(examples))
    texts = [example.get(TEXT) for example in examples]
    return texts, np.array([example.get(INTENT) for example in examples], dtype=object)


def component_settings() -> Dict[str, Dict[str, Any]]:
    """Return the settings of each component of config.yml under its class's name."""
    pipeline = read_yaml_file(ROOT / "config.yml")["pipeline"]
    return {component["name"].rpartition(".")[2]: component for component in pipeline}


def cross_validated(
    texts: List[str], intents: np.ndarray, settings: Dict[str, Dict[str, Any]], folds: int
) -> Tuple[np.ndarray, np.ndarray]:
    """Return the best guess for each line and its confidence (0 to 1)."""
    sentence = {**SentenceFeaturizer.get_default_config(), **settings["SentenceFeaturizer"]}
    ngram = {**NgramFeaturizer.get_default_config(), **settings["NgramFeaturizer"]}
    regression = settings["QuickLogisticRegression"]
    plain = [masked(text) for text in texts]
    vectors = shared_encoder(sentence["model"]).encode(plain) * sentence["scale"]
    guesses = np.empty(len(texts), dtype=object)
    confidences = np.zeros(len(texts))
    parts = StratifiedKFold(folds, shuffle=True, random_state=SEED)
    for learn, leave in parts.split(texts, intents):
        featurizer = NgramFeaturizer(ngram, "ngrams", None, None)
        featurizer.learn([texts[i] for i in learn])
        classifier = LogisticRegression(
            class_weight="balanced",
            max_iter=regression["max_iter"],
            tol=regression["tol"],
            random_state=SEED,
        ).fit(_features(featurizer, texts, vectors, learn), intents[learn])
        probabilities = classifier.predict_proba(_features(featurizer, texts, vectors, leave))
        guesses[leave] = classifier.classes_[probabilities.argmax(axis=1)]
        confidences[leave] = probabilities.max(axis=1)
    return guesses, confidences


def _features(
    featurizer: NgramFeaturizer, texts: List[str], vectors: np.ndarray, rows: np.ndarray
) -> csr_matrix:
    ngrams = featurizer.features([texts[i] for i in rows])
    return hstack([ngrams, csr_matrix(vectors[rows])], format="csr", dtype=np.float32)


def settled(
    texts: List[str], guesses: np.ndarray, confidences: np.ndarray, threshold: float
) -> np.ndarray:
    """Return the intents after the threshold and the rules."""
    kept = np.where(confidences >= threshold, guesses, FALLBACK)
    verdicts = (settle(text, mentions_in(text), guess) for text, guess in zip(texts, kept))
    return np.array([v.intent if v else g for v, g in zip(verdicts, kept)], dtype=object)


if __name__ == "__main__":
    main()
