from __future__ import annotations

import numpy as np
import pytest

from index.fit_evidence import (
    Sample,
    balanced_threshold,
    cross_validated,
    fit_kernel,
    fitted,
    judged_by_other_files,
    probabilities,
    rates_at,
)
from index.signals import SIGNALS


def sample_of(vectors: np.ndarray, labels: np.ndarray) -> Sample:
    count = len(labels)
    return Sample(
        signals=np.zeros((count, len(SIGNALS))), vectors=vectors, labels=labels,
        groups=np.array([f"g{i // 2}" for i in range(count)]), files=np.arange(count) // 2 % 2,
    )


@pytest.fixture
def separable() -> Sample:
    rng = np.random.default_rng(1)
    labels = np.tile([0.0, 1.0], 40)
    vectors = rng.normal(size=(80, 6))
    vectors[:, 0] += np.where(labels == 1, 4.0, -4.0)
    return sample_of(vectors, labels)


def test_the_votes_solve_the_penalised_equations():
    rng = np.random.default_rng(3)
    points, labels = rng.normal(size=(40, 3)), np.repeat([0.0, 1.0], 20)
    votes, bias = fit_kernel(points, labels, width=0.7, penalty=0.1)
    kernel = np.exp(-0.7 * ((points[:, None] - points[None]) ** 2).sum(axis=2))
    chance = 1 / (1 + np.exp(-(kernel @ votes + bias)))
    assert np.abs(0.1 * votes - (labels - chance)).max() < 1e-3
    assert abs(votes.sum()) < 1e-6


def test_a_shape_that_no_line_parts_is_learnt():
    rng = np.random.default_rng(4)
    vectors = rng.normal(size=(120, 2))
    labels = (vectors[:, 0] * vectors[:, 1] > 0).astype(float)
    sample = sample_of(vectors, labels)
    answered, refused = rates_at(probabilities(fitted(sample), sample), labels, 0.5)
    assert answered > 0.85 and refused > 0.85


def test_judging_apart_sees_unseen_questions_only(separable):
    assert min(rates_at(cross_validated(separable), separable.labels, 0.5)) >= 0.9
    assert min(rates_at(judged_by_other_files(separable), separable.labels, 0.5)) >= 0.9
    noise = sample_of(np.random.default_rng(2).normal(size=(80, 40)), separable.labels)
    answered, refused = rates_at(cross_validated(noise), noise.labels, 0.5)
    assert 0.25 < (answered + refused) / 2 < 0.75  # it would be near 1.0 on what it was fitted on


def test_a_file_is_judged_by_the_others_only(separable):
    files = []

    def spy(sample: Sample):
        files.append(set(sample.files.tolist()))
        return fitted(sample)

    judged_by_other_files(separable, spy)
    assert files == [{1}, {0}]


def test_questions_about_one_passage_are_judged_together(separable):
    seen = []

    def spy(sample: Sample):
        seen.append(set(sample.groups.tolist()))
        return fitted(sample)

    cross_validated(separable, spy)
    everything = set(separable.groups.tolist())
    left_out = [everything - groups for groups in seen]
    assert set.union(*left_out) == everything and sum(map(len, left_out)) == len(everything)


def test_the_threshold_makes_refusing_go_right_a_little_more_often():
    labels = np.tile([0.0, 1.0], 50)
    found = np.linspace(0.0, 0.99, 100)  # both kinds lie evenly: half of each at 0.5
    threshold = balanced_threshold(found, labels)
    answered, refused = rates_at(found, labels, threshold)
    before = rates_at(found, labels, threshold - 0.02)
    assert refused >= answered + 0.01 and before[1] < before[0] + 0.01
