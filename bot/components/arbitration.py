"""The rules that settle an intent, each a few words of reasoning and a function.

A rule sees the text, the mentions and the classifier's ranking (best first, with the
fallback at its head where nothing was sure), and names an intent or keeps silent. The first
that speaks wins.
"""

from __future__ import annotations

import re
from typing import Callable, NamedTuple, Optional, Sequence, Tuple

from knowledge.language.mentions import Mention

Ranking = Sequence[Tuple[str, float]]
FALLBACK = "nlu_fallback"


class Turn(NamedTuple):
    """What a rule may look at."""

    text: str
    mentions: Sequence[Mention]
    ranking: Ranking

    @property
    def intent(self) -> str:
        return self.ranking[0][0] if self.ranking else FALLBACK

    def has(self, *kinds: str) -> bool:
        """Say whether anything of these kinds was recognised."""
        return any(mention.kind in kinds for mention in self.mentions)


class Verdict(NamedTuple):
    """An intent, and the name of the rule that chose it."""

    intent: str
    rule: str


Rule = Callable[[Turn], Optional[str]]


def settle(text: str, mentions: Sequence[Mention], ranking: Ranking) -> Optional[Verdict]:
    """Return the intent that a rule chooses, or None to leave the classifier's.

    Args:
        text: What the person wrote.
        mentions: What was recognised in it.
        ranking: Intents with confidences (0 to 1), best first.
    """
    turn = Turn(text, mentions, ranking)
    for rule in RULES:
        intent = rule(turn)
        if intent is not None and intent != turn.intent:
            return Verdict(intent, rule.__name__)
        if intent is not None:
            return None
    return None


def without_words(turn: Turn) -> Optional[str]:
    """An empty message, punctuation or an emoji says nothing that could be classified."""
    return None if re.search(r"[^\W_]|[$€£]", turn.text) else FALLBACK


RULES: Tuple[Rule, ...] = (without_words,)
