"""Entity extractors: pay, names, and everything else that a person may wish for.

Each is a thin Rasa component over bot/components/recognition.py; nothing is learned. Three of
them, so that each can be left out or replaced in config.yml.
"""

from __future__ import annotations

from typing import Any, Dict, FrozenSet, List

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.components.recognition import as_entity, mentions_in

PAY_KINDS = frozenset({"pay", "pay_given", "percent"})
NAME_KINDS = frozenset({"role", "specialty", "source", "geography"})


class MentionExtractor(GraphComponent, EntityExtractorMixin):
    """Turns mentions of some kinds into entities. Not used itself, see the three below."""

    kinds: FrozenSet[str] = frozenset()

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> MentionExtractor:
        """Create the component; there is nothing to configure."""
        return cls()

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the entities of each message."""
        for message in messages:
            found = [as_entity(m) for m in mentions_in(message.get(TEXT) or "") if self.finds(m.kind)]
            entities = message.get(ENTITIES, []) + self.add_extractor_name(found)
            message.set(ENTITIES, entities, add_to_output=True)
        return messages

    @classmethod
    def finds(cls, kind: str) -> bool:
        """Say whether this extractor is the one for mentions of `kind`."""
        return kind in cls.kinds


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class PayExtractor(MentionExtractor):
    """Finds pay bounds ("over 150k", "at least $100 an hour") and "without a number"."""

    kinds = PAY_KINDS


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class NameExtractor(MentionExtractor):
    """Finds specialties, roles, sources and places, in spite of typing errors."""

    kinds = NAME_KINDS


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class WishExtractor(MentionExtractor):
    """Finds all other mentions: work mode, setting, order, ordinals, cues and so on."""

    @classmethod
    def finds(cls, kind: str) -> bool:
        """Say whether the two other extractors leave `kind` to this one."""
        return kind not in PAY_KINDS and kind not in NAME_KINDS
