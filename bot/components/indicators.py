"""What was recognised in a message, as a fixed list of yes/no features for the classifier."""

from __future__ import annotations

from collections import Counter
from typing import List, Sequence

from knowledge.language.mentions import Mention
from knowledge.language.shape import message_shape

KINDS = (
    "specialty", "role", "pay", "work_mode", "commitment", "patient_contact", "setting",
    "schedule", "travel", "growth", "source", "order", "rank", "limit", "ordinal", "count",
    "pay_given", "percent", "drop", "geography", "unstated_wish", "reference", "cue",
)  # fmt: skip
INDICATORS = (
    *(f"has {kind}" for kind in KINDS),
    "nothing recognised", "two roles", "two specialties", "something excluded",
    "no word left", "one word left", "two words left", "more words left",
    "names what it looks for", "question", "refining cue", "word for pay", "word for defining",
    "word for comparing", "role and word for pay", "specialty and word for pay, no role",
    "role and nothing else", "specialty, no role",
)  # fmt: skip


def indicators(text: str, mentions: Sequence[Mention]) -> List[float]:
    """Return one 0.0 or 1.0 for each of `INDICATORS`.

    Args:
        text: What the person wrote.
        mentions: What was recognised in it.
    """
    counts = Counter(mention.kind for mention in mentions)
    shape = message_shape(text, mentions)
    left = shape.content_words
    flags = [
        not mentions,
        counts["role"] >= 2,
        counts["specialty"] >= 2,
        any(mention.excluded for mention in mentions),
        left == 0,
        left == 1,
        left == 2,
        left > 2,
        shape.has_head,
        shape.is_question,
        shape.refine_cue,
        shape.pay_word,
        shape.define_cue,
        shape.compare_cue,
        counts["role"] > 0 and shape.pay_word,
        counts["specialty"] > 0 and not counts["role"] and shape.pay_word,
        counts["role"] > 0 and left == 0 and not shape.pay_word,
        counts["specialty"] > 0 and not counts["role"],
    ]
    return [float(counts[kind] > 0) for kind in KINDS] + [float(flag) for flag in flags]
