"""A message with what was recognised in it written as signs, so that a rule can read its shape.

Each recognised stretch becomes one sign repeated over its length: offsets stay those of the text.
"""

from __future__ import annotations

import re
from typing import Sequence

from knowledge.language.mentions import Mention
from knowledge.language.text import fold

ROLE, ORDINAL, REFERENCE, SPECIALTY, AMOUNT = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
_SIGNS = {"role": ROLE, "ordinal": ORDINAL, "reference": REFERENCE, "specialty": SPECIALTY, "pay": AMOUNT}
_SIGN = re.compile(f"[{ROLE}-{AMOUNT}]")


def as_signs(text: str, mentions: Sequence[Mention]) -> str:
    """The folded text, of the same length, with names, places, pointers and amounts as signs.

    A role that is taken off ("drop utilization review") is a role here, too.
    """
    written = list(_SIGN.sub(" ", fold(text)))
    for mention in mentions:
        kind = "role" if mention.kind == "drop" and mention.value.startswith("role=") else mention.kind
        sign = _SIGNS.get(kind)
        if sign and 0 <= mention.start < mention.end <= len(written):
            written[mention.start : mention.end] = sign * (mention.end - mention.start)
    return "".join(written)
