"""What a request is told that is not served: a code for the widget, a sentence for the person."""

from __future__ import annotations

import math
from typing import Any, Dict, Optional

STATUS = {
    "bad_request": 400,
    "too_long": 400,
    "unauthorized": 401,
    "not_found": 404,
    "too_large": 413,
    "rate_limited": 429,
    "unavailable": 503,
}

SIGN_IN = "This conversation has ended. Please start a new one; what you read here stays on your screen."
SIGN_IN_TO_SITE = "Please sign in to this site first, then open the chat again."
NOT_KNOWN = "I don't know whose shortlist that is. Please ask a question first, then try again."
UNKNOWN_ANSWER = "I don't remember that answer any more, so I can't store what you think of it. Please ask again."
UNAVAILABLE = "Sorry, I can't do that right now. Please try again in a moment."
TOO_LARGE = "That is more than I can take at once. Please send the question itself in a sentence or two."


class Refusal(Exception):
    """A request that is not served.

    Args:
        code: One of STATUS.
        text: What the person reads.
        retry_after: Seconds after which the same request may work, None where it never will.
    """

    def __init__(self, code: str, text: str, retry_after: Optional[float] = None) -> None:
        super().__init__(text)
        self.code = code
        self.retry_after = None if retry_after is None else max(1, math.ceil(retry_after))

    @property
    def status(self) -> int:
        """The HTTP status."""
        return STATUS[self.code]

    def as_dict(self) -> Dict[str, Any]:
        """Return the body of the answer."""
        error = {"code": self.code, "text": str(self), "retry_after": self.retry_after}
        return {"error": error}


def too_often(wait: float) -> Refusal:
    """Return the refusal of someone who may ask again in `wait` seconds."""
    seconds = max(1, math.ceil(wait))
    unit = "second" if seconds == 1 else "seconds"
    text = f"That was a lot at once. Please wait {seconds} {unit}, then send it again."
    return Refusal("rate_limited", text, seconds)
