"""Settles an intent by what was recognised, where the words alone leave it open.

The last step of the pipeline; the rules themselves are in bot/components/arbitration.py.
"""

from __future__ import annotations

from typing import Any, Dict, List

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.components.arbitration import FALLBACK, settle
from bot.components.recognition import mentions_in


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class IntentArbiter(GraphComponent, IntentClassifier):
    """Replaces the classifier's intent where a rule speaks; says which rule in the message."""

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentArbiter:
        """Create the component; there is nothing to configure."""
        return cls()

    def process(self, messages: List[Message]) -> List[Message]:
        """Settle the intent of each message."""
        for message in messages:
            self._settle(message)
        return messages

    def _settle(self, message: Message) -> None:
        text = message.get(TEXT) or ""
        classified = message.get(INTENT) or {}
        verdict = settle(text, mentions_in(text), classified.get("name") or FALLBACK)
        if verdict is None:
            return
        intent = {"name": verdict.intent, "confidence": 1.0, "settled_by": verdict.rule}
        message.set(INTENT, intent, add_to_output=True)
        ranking = message.get(INTENT_RANKING_KEY) or []
        message.set(INTENT_RANKING_KEY, [intent, *ranking], add_to_output=True)
