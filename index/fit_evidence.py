"""Fits what evidence.json holds: `python -m index.fit_evidence`.

Kernel logistic regression over the kind of question (its vectors on their main directions)
and the signals. The threshold comes from cross-validation: each question is judged by a
model that has seen neither it nor any other question about the same passage. A second check
judges each file by the other files alone, which is nearer to questions of a stranger. The
held-out test.yml is never read here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Callable, Dict, List, Sequence, Tuple

import click
import numpy as np

from index.encoder import Encoder
from index.evidence import WEIGHTS_FILE, EvidenceModel, Features, packed, unpacked
from index.files import sha256_of
from index.passage_index import PassageIndex
from index.questions import LabelledQuestion, read_questions
from index.retriever import Reading, Retriever, load_reading
from index.signals import SIGNALS
from index.token_encoder import TokenEncoder
from knowledge.facts import KnowledgeBase
from knowledge.settings import ROOT, Settings

QUESTIONS = ROOT / "tests" / "data" / "questions"
# The first sets the threshold: its questions were written by someone who knew none of this.
TUNING_FILES = tuple(QUESTIONS / name for name in ("tune.yml", "tune_more.yml", "tune_third.yml"))
FOLDS = 10
DIRECTIONS = 128  # of the vectors; more changed nothing in cross-validation
SENTENCE_SHARE, WORDS_SHARE = 0.5, 0.85  # how much each of the two vectors counts in a distance
SIGNAL_SHARE = 0.05  # how much one standard deviation of a signal counts in a distance
WIDTH = 1.0
PENALTY = 0.02
STEPS = 30  # of Newton's method; it converges in about eight
REFUSING = 0.01  # by so much refusing is to go right more often: a wrong answer is worse


@dataclass(frozen=True)
class Sample:
    """Questions with what a decision is made from. All have one row each."""

    signals: np.ndarray
    vectors: np.ndarray
    labels: np.ndarray  # 1 answerable, 0 not
    groups: np.ndarray  # of text: the passage found first, without its pay
    files: np.ndarray  # number of the file that it comes from

    def only(self, rows: np.ndarray) -> Sample:
        """The questions of some rows (a mask)."""
        parts = (self.signals, self.vectors, self.labels, self.groups, self.files)
        return Sample(*(part[rows] for part in parts))


def fit_kernel(points: np.ndarray, labels: np.ndarray, width: float = WIDTH,
               penalty: float = PENALTY) -> Tuple[np.ndarray, float]:
    """Return the votes of the points and the bias of a kernel logistic regression.

    Args:
        points: Shape (questions, columns).
        labels: 1 answerable, 0 not; shape (questions,).
    """
    kernel, count = _kernel(points, points, width), len(labels)
    # Both kinds of question count the same, however many of each there are.
    balance = np.where(labels == 1, 0.5 / labels.mean(), 0.5 / (1 - labels.mean()))
    scores, votes, bias = np.zeros(count), np.zeros(count), 0.0
    system = np.zeros((count + 1, count + 1))
    system[:count, count] = system[count, :count] = 1.0  # the votes sum to nought
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        curvature = np.maximum(balance * chance * (1 - chance), 1e-6)
        system[:count, :count] = kernel + np.diag(penalty / curvature)
        target = scores + balance * (labels - chance) / curvature
        solved = np.linalg.solve(system, np.append(target, 0.0))
        votes, bias = solved[:count], float(solved[count])
        before, scores = scores, kernel @ votes + bias
        if np.abs(scores - before).max() < 1e-4:
            break
    return votes, bias


def fitted(sample: Sample) -> EvidenceModel:
    """The model of some questions; its threshold is still 0.5."""
    centre = sample.vectors.mean(axis=0)
    model = EvidenceModel(
        means=sample.signals.mean(axis=0),
        scales=(sample.signals.std(axis=0) + 1e-9) / SIGNAL_SHARE,
        centre=_rounded(centre),
        projection=_rounded(_projection(sample.vectors - centre)),
        points=np.zeros((0, 0)), votes=np.zeros(0), bias=0.0, threshold=0.5, width=WIDTH,
    )
    points = _rounded(places(model, sample))
    votes, bias = fit_kernel(points, sample.labels)
    return replace(model, points=points, votes=votes, bias=bias)


def places(model: EvidenceModel, sample: Sample) -> np.ndarray:
    """Where the questions lie, one row each."""
    return np.array([
        model.place(Features(dict(zip(SIGNALS, signals)), vector))
        for signals, vector in zip(sample.signals, sample.vectors)
    ])


def probabilities(model: EvidenceModel, sample: Sample) -> np.ndarray:
    """What the model thinks of each question."""
    scores = _kernel(places(model, sample), model.points, model.width) @ model.votes + model.bias
    return 1 / (1 + np.exp(-np.clip(scores, -50, 50)))


def cross_validated(sample: Sample, fit: Callable[[Sample], EvidenceModel] = fitted) -> np.ndarray:
    """Probability of each question by a model fitted without its fold; groups stay together."""
    names = sorted(set(sample.groups.tolist()))
    fold_of = dict(zip(names, (np.random.default_rng(0).permutation(len(names)) % FOLDS).tolist()))
    return _judged_apart(sample, np.array([fold_of[group] for group in sample.groups.tolist()]), fit)


def judged_by_other_files(sample: Sample, fit: Callable[[Sample], EvidenceModel] = fitted) -> np.ndarray:
    """Probability of each question by a model that knows the other files only."""
    return _judged_apart(sample, sample.files, fit)


def _judged_apart(sample: Sample, parts: np.ndarray, fit: Callable[[Sample], EvidenceModel]) -> np.ndarray:
    out = np.zeros(len(sample.labels))
    for part in np.unique(parts):
        outside = parts == part
        out[outside] = probabilities(fit(sample.only(~outside)), sample.only(outside))
    return out


def balanced_threshold(found: np.ndarray, labels: np.ndarray) -> float:
    """The least threshold at which refusing goes right a little more often than answering."""
    for threshold in np.round(np.arange(0.2, 0.81, 0.01), 2):
        answered, refused = rates_at(found, labels, threshold)
        if refused >= answered + REFUSING:
            return float(threshold)
    return 0.8


def rates_at(found: np.ndarray, labels: np.ndarray, threshold: float) -> Tuple[float, float]:
    """Share of answerable questions found, and of near misses refused."""
    answered = found >= threshold
    return float(answered[labels == 1].mean()), float((~answered[labels == 0]).mean())


def _kernel(some: np.ndarray, others: np.ndarray, width: float) -> np.ndarray:
    squares = (some**2).sum(axis=1)[:, None] + (others**2).sum(axis=1)[None] - 2 * some @ others.T
    return np.exp(-width * np.maximum(squares, 0.0))


def _projection(centred: np.ndarray) -> np.ndarray:
    """Weighs the two vectors and turns them on the main directions they have together."""
    half = centred.shape[1] // 2
    # The words' means lie close together and the sentences far apart: each is brought to one spread.
    spread = [np.sqrt((part**2).sum(axis=1).mean()) + 1e-9 for part in (centred[:, :half], centred[:, half:])]
    shares = [SENTENCE_SHARE / spread[0], WORDS_SHARE / spread[1]]
    weights = np.repeat(shares, [half, centred.shape[1] - half])
    weighed = centred * weights
    _, directions = np.linalg.eigh(weighed.T @ weighed)  # in order of rising spread
    return weights[:, None] * directions[:, ::-1][:, :DIRECTIONS]


def _rounded(values: np.ndarray) -> np.ndarray:
    """As they will be read back from the file."""
    return unpacked(packed(values)).reshape(values.shape)


def collect(
    knowledge: KnowledgeBase, encoder: Encoder, index: PassageIndex, reading: Reading,
    sets: Sequence[Sequence[LabelledQuestion]],
) -> Sample:
    """Ask every question of the files."""
    unfitted = EvidenceModel(*(np.zeros(0) for _ in range(6)), bias=0.0, threshold=0.5)
    retriever = Retriever(knowledge, encoder, index, reading, unfitted)
    asked = [(number, question) for number, questions in enumerate(sets) for question in questions]
    found = [retriever.features(question.text) for _, question in asked]
    return Sample(
        signals=np.array([[features.signals[name] for name in SIGNALS] for features, _ in found]),
        vectors=np.array([features.vector for features, _ in found], dtype=np.float64),
        labels=np.array([float(question.answerable) for _, question in asked]),
        groups=np.array([hits[0].passage_id.removesuffix("-pay") if hits else "" for _, hits in found]),
        files=np.array([number for number, _ in asked]),
    )


def report(found: np.ndarray, sample: Sample, threshold: float, names: Sequence[str]) -> Dict[str, List[float]]:
    """Rates by file: answered, refused."""
    files = {name: sample.files == number for number, name in enumerate(names)}
    return {
        name: [round(rate, 3) for rate in rates_at(found[rows], sample.labels[rows], threshold)]
        for name, rows in files.items()
    }


def described(sample: Sample, encoder: Encoder, tokens: TokenEncoder, names: Sequence[str]) -> Dict[str, Any]:
    """What goes into evidence.json, without the provenance of the questions."""
    by_fold, by_file = cross_validated(sample), judged_by_other_files(sample)
    strangers = sample.files == 0
    threshold = balanced_threshold(by_fold[strangers], sample.labels[strangers])
    model = fitted(sample)
    return {
        "encoder": encoder.name,
        "weights_sha256": encoder.weights_sha256,
        "token_weights_sha256": tokens.weights_sha256,
        "signals": list(SIGNALS),
        "means": model.means.round(6).tolist(),
        "scales": model.scales.round(6).tolist(),
        "bias": round(model.bias, 5),
        "width": model.width,
        "threshold": threshold,
        "answered_and_refused": {
            "cross_validation": report(by_fold, sample, threshold, names),
            "by_other_files": report(by_file, sample, threshold, names),
        },
        "centre": packed(model.centre),
        "projection": packed(model.projection),
        "votes": packed(model.votes),
        "points": packed(model.points),
    }


@click.command()
@click.option("--output", type=click.Path(path_type=Path), default=WEIGHTS_FILE, show_default=False)
def main(output: Path) -> None:
    """Fit the model that decides whether passages answer a question."""
    from index.onnx_encoder import OnnxEncoder
    from knowledge.store import load_knowledge

    settings = Settings.from_environment()
    knowledge = load_knowledge(settings.database_url)
    encoder = OnnxEncoder(settings.encoder_dir)
    index = PassageIndex.load(settings.index_dir, knowledge, encoder)
    reading = load_reading(settings, knowledge)
    sample = collect(knowledge, encoder, index, reading, [read_questions(path) for path in TUNING_FILES])
    content = described(sample, encoder, reading.encoder, [path.name for path in TUNING_FILES])
    content["fitted_on"] = {
        "knowledge_version": knowledge.version,
        "questions": len(sample.labels),
        "files": {path.name: sha256_of(path) for path in TUNING_FILES},
    }
    output.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    click.echo(f"{output.name}: threshold {content['threshold']}, {content['answered_and_refused']}")


if __name__ == "__main__":
    main()
