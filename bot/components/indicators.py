"""What was recognised in a message, as a fixed list of yes/no features for the classifier."""

from __future__ import annotations

from collections import Counter
from typing import Iterable, List

from knowledge.language.mentions import Mention

KINDS = (
    "specialty", "role", "pay", "work_mode", "commitment", "patient_contact", "setting",
    "schedule", "travel", "growth", "source", "order", "rank", "limit", "ordinal", "count",
    "pay_given", "percent", "drop", "geography", "unstated_wish", "reference", "cue",
)  # fmt: skip
INDICATORS = (
    *(f"has {kind}" for kind in KINDS),
    "nothing recognised", "two roles", "two specialties", "something excluded", "only mentions",
    "at most 2 words", "3 to 5 words", "6 to 10 words", "more words", "question mark",
)  # fmt: skip
_MOSTLY = 0.7  # share of a message's letters that mentions cover


def indicators(masked_text: str, mentions: Iterable[Mention]) -> List[float]:
    """Return one 0.0 or 1.0 for each of `INDICATORS`."""
    mentions = list(mentions)
    counts = Counter(mention.kind for mention in mentions)
    words = len(masked_text.split())
    covered = sum(mention.end - mention.start for mention in mentions)
    flags = [
        not mentions,
        counts["role"] >= 2,
        counts["specialty"] >= 2,
        any(mention.excluded for mention in mentions),
        bool(mentions) and covered >= _MOSTLY * max(len(masked_text), 1),
        words <= 2,
        3 <= words <= 5,
        6 <= words <= 10,
        words > 10,
        "?" in masked_text,
    ]
    return [float(counts[kind] > 0) for kind in KINDS] + [float(flag) for flag in flags]
