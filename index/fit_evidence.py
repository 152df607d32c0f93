"""Fits the weights of evidence.json: `python -m index.fit_evidence`.

A logistic regression over the signals and the question's vector, with one penalty for both.
The threshold and the numbers in the report come from cross-validation on tune.yml: each
question is judged by weights that have not seen it. The held-out test.yml is never read here.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Dict, List, Sequence, Tuple

import click
import numpy as np

from index.encoder import Encoder
from index.evidence import SIGNALS, WEIGHTS_FILE, EvidenceModel
from index.files import sha256_of
from index.passage_index import PassageIndex
from index.questions import LabelledQuestion, read_questions
from index.retriever import Retriever
from knowledge.facts import KnowledgeBase
from knowledge.settings import ROOT, Settings

QUESTIONS = ROOT / "tests" / "data" / "questions"
# The first sets the threshold: its questions were written by someone who knew none of this.
TUNING_FILES = (QUESTIONS / "tune.yml", QUESTIONS / "tune_more.yml")
FOLDS = 10
PENALTY = 2.0  # on the squared weights; the vectors' columns are scaled by VECTOR_SCALE
VECTOR_SCALE = 6.0
STEPS = 50  # of Newton's method; it converges in about eight


def fit(features: np.ndarray, labels: np.ndarray, penalty: float = PENALTY) -> np.ndarray:
    """Return the weights of a penalised logistic regression, the bias last and unpenalised.

    Args:
        features: Shape (questions, columns).
        labels: 1 answerable, 0 not; shape (questions,).
    """
    columns = np.hstack([features, np.ones((len(features), 1))])
    weights = np.zeros(columns.shape[1])
    ridge = np.full(columns.shape[1], penalty)
    ridge[-1] = 1e-9
    # Both kinds of question count the same, however many of each there are.
    balance = np.where(labels == 1, 0.5 / labels.mean(), 0.5 / (1 - labels.mean()))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(columns @ weights, -50, 50)))
        gradient = columns.T @ (balance * (chance - labels)) + ridge * weights
        curvature = (columns * (balance * chance * (1 - chance))[:, None]).T @ columns
        step = np.linalg.solve(curvature + np.diag(ridge), gradient)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def cross_validated(features: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Probability of each question by weights fitted without its fold."""
    folds = np.random.default_rng(0).permutation(len(labels)) % FOLDS
    out = np.zeros(len(labels))
    for fold in range(FOLDS):
        inside = folds != fold
        weights = fit(features[inside], labels[inside])
        out[~inside] = 1 / (1 + np.exp(-(features[~inside] @ weights[:-1] + weights[-1])))
    return out


def best_threshold(probabilities: np.ndarray, labels: np.ndarray) -> float:
    """The threshold with the best mean of both rates, rounded to 0.01; the middle of a tie."""
    candidates = np.round(np.arange(0.2, 0.81, 0.01), 2)
    rates = np.array([sum(rates_at(probabilities, labels, t)) for t in candidates])
    return float(np.median(candidates[rates >= rates.max() - 1e-9]).round(2))


def rates_at(probabilities: np.ndarray, labels: np.ndarray, threshold: float) -> Tuple[float, float]:
    """Share of answerable questions found, and of near misses refused."""
    found = probabilities >= threshold
    return float(found[labels == 1].mean()), float((~found[labels == 0]).mean())


def scaled(signals: np.ndarray, vectors: np.ndarray) -> Tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Columns for fitting, with the means and scales of the signals."""
    means, scales = signals.mean(axis=0), signals.std(axis=0) + 1e-9
    return np.hstack([(signals - means) / scales, vectors * VECTOR_SCALE]), means, scales


def _untrained(encoder: Encoder) -> EvidenceModel:
    zeros = np.zeros(len(SIGNALS))
    return EvidenceModel(encoder.name, encoder.weights_sha256, zeros, zeros + 1, zeros,
                         np.zeros(encoder.dimension), 0.0, 0.5)


def collect(
    knowledge: KnowledgeBase, encoder: Encoder, index: PassageIndex,
    questions: Sequence[LabelledQuestion],
) -> Tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Signals, vectors and labels of the questions."""
    retriever = Retriever(knowledge, encoder, index, _untrained(encoder))
    found = [retriever.features(question.text) for question in questions]
    signals = np.array([[signal[name] for name in SIGNALS] for signal, _ in found])
    labels = np.array([float(question.answerable) for question in questions])
    return signals, np.array([vector for _, vector in found]), labels


def fitted(
    encoder: Encoder, signals: np.ndarray, vectors: np.ndarray, labels: np.ndarray, judged: int
) -> Dict[str, object]:
    """What goes into evidence.json, without the provenance of the questions.

    Args:
        judged: The first so many questions set the threshold and are reported on.
    """
    features, means, scales = scaled(signals, vectors)
    probabilities = cross_validated(features, labels)[:judged]
    threshold = best_threshold(probabilities, labels[:judged])
    answered, refused = rates_at(probabilities, labels[:judged], threshold)
    weights = fit(features, labels)
    split = len(SIGNALS)

    def plain(values: np.ndarray) -> List[float]:
        return [round(float(value), 5) for value in values]

    return {
        "encoder": encoder.name,
        "weights_sha256": encoder.weights_sha256,
        "signals": list(SIGNALS),
        "means": plain(means),
        "scales": plain(scales),
        "signal_weights": plain(weights[:split]),
        "vector_weights": plain(weights[split:-1] * VECTOR_SCALE),
        "bias": round(float(weights[-1]), 5),
        "threshold": threshold,
        "cross_validation": {
            "questions": judged, "answered": round(answered, 3), "refused": round(refused, 3),
        },
    }


@click.command()
@click.option("--output", type=click.Path(path_type=Path), default=WEIGHTS_FILE, show_default=False)
def main(output: Path) -> None:
    """Fit the weights that decide whether passages answer a question."""
    from index.onnx_encoder import OnnxEncoder
    from knowledge.store import load_knowledge

    settings = Settings.from_environment()
    knowledge = load_knowledge(settings.database_url)
    encoder = OnnxEncoder(settings.encoder_dir)
    index = PassageIndex.load(settings.index_dir, knowledge, encoder)
    sets = [read_questions(path) for path in TUNING_FILES]
    questions = [question for questions in sets for question in questions]
    content = fitted(encoder, *collect(knowledge, encoder, index, questions), judged=len(sets[0]))
    content["fitted_on"] = {
        "knowledge_version": knowledge.version,
        "questions": len(questions),
        "files": {path.name: sha256_of(path) for path in TUNING_FILES},
    }
    output.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    click.echo(f"{output.name}: {content['cross_validation']}, threshold {content['threshold']}")


if __name__ == "__main__":
    main()
