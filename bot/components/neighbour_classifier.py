"""Logistic regression that also asks the nearest training lines (bot/components/neighbours.py)."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any, Dict, Optional

import numpy as np
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.intent_classifier import QuickLogisticRegression
from bot.components.neighbours import Neighbourhood, Neighbours, mixed


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class RegressionWithNeighbours(QuickLogisticRegression):
    """Mixes the regression's probabilities with the votes of the nearest training lines."""

    _neighbours: Optional[Neighbours] = None

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Return the regression's settings and those of `Neighbourhood`."""
        return {**QuickLogisticRegression.get_default_config(), **asdict(Neighbourhood())}

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Check the settings.

        Raises:
            ValueError: A setting of the neighbourhood is out of its range.
        """
        neighbourhood(config)

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> RegressionWithNeighbours:
        """Load a trained component."""
        component = super().load(config, model_storage, resource, execution_context, **kwargs)
        with model_storage.read_from(resource) as folder:
            component._neighbours = Neighbours.load(folder)
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the regression and keep the lines.

        Raises:
            ValueError: The messages have no dense features to measure nearness with.
        """
        examples = [e for e in training_data.intent_examples if e.get(INTENT) and e.get(TEXT)]
        vectors = [e.get_dense_features(attribute=TEXT)[1] for e in examples]
        if any(vector is None for vector in vectors):
            raise ValueError("RegressionWithNeighbours needs a dense featurizer before it")
        super().train(training_data)
        intents = np.searchsorted(self.clf.classes_, [e.get(INTENT) for e in examples])
        rows = np.vstack([vector.features for vector in vectors])
        self._neighbours = Neighbours.learned(rows, intents, self._how.dimensions)
        with self._model_storage.write_to(self._resource) as folder:
            self._neighbours.save(folder)
        return self._resource

    def probabilities(self, message: Message) -> np.ndarray:
        """Return the probability of each intent, in the order of the trained classes."""
        regression = super().probabilities(message)
        dense = message.get_dense_features(attribute=TEXT)[1]
        if self._neighbours is None or dense is None or self._how.neighbours == 0:
            return regression
        votes = self._neighbours.votes(dense.features[0], self._how)
        return mixed(regression, votes, self._how)

    @property
    def _how(self) -> Neighbourhood:
        return neighbourhood(self.config)


def neighbourhood(config: Dict[str, Any]) -> Neighbourhood:
    """Return the settings of a component that belong to the neighbourhood."""
    names = [field.name for field in fields(Neighbourhood)]
    return Neighbourhood(**{name: config[name] for name in names if name in config})
