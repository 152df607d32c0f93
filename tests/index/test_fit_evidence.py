from __future__ import annotations

import numpy as np
import pytest

from index.fit_evidence import best_threshold, cross_validated, fit, rates_at


@pytest.fixture
def separable():
    rng = np.random.default_rng(1)
    labels = np.repeat([0.0, 1.0], 40)
    features = rng.normal(size=(80, 3))
    features[:, 0] += np.where(labels == 1, 3.0, -3.0)
    return features, labels


def test_fitting_solves_the_penalised_equations(separable):
    features, labels = separable
    weights = fit(features, labels, penalty=2.0)
    columns = np.hstack([features, np.ones((80, 1))])
    chance = 1 / (1 + np.exp(-columns @ weights))
    gradient = columns.T @ (chance - labels) + np.array([2.0, 2.0, 2.0, 0.0]) * weights
    assert np.abs(gradient).max() < 1e-5


def test_the_useful_column_gets_the_weight(separable):
    weights = fit(*separable)
    assert weights[0] > 5 * abs(weights[1]) and weights[0] > 5 * abs(weights[2])


def test_cross_validation_judges_unseen_questions(separable):
    features, labels = separable
    assert rates_at(cross_validated(features, labels), labels, 0.5) == (1.0, 1.0)
    noise = np.random.default_rng(2).normal(size=(80, 60))
    answered, refused = rates_at(cross_validated(noise, labels), labels, 0.5)
    assert 0.25 < (answered + refused) / 2 < 0.75  # it would be 1.0 on what it was fitted on


def test_the_threshold_is_the_middle_of_the_best():
    probabilities = np.array([0.1, 0.3, 0.5, 0.9])
    assert best_threshold(probabilities, np.array([0, 0, 1, 1])) == pytest.approx(0.4, abs=0.011)
