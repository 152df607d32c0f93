"""Characters of a text: white space made single, what cannot be seen taken out."""

from __future__ import annotations

import re

# Soft hyphen, zero-width characters, direction marks, byte order mark, object replacement.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\ufeff\ufffc"
_CONTROLS = "".join(chr(n) for n in (*range(0x20), *range(0x7F, 0xA0)) if chr(n) not in "\t\n\r\f\v\x85")
# Ligatures are how a PDF draws letters, not how a text is written.
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_TABLE = str.maketrans({**dict.fromkeys(_UNSEEN + _CONTROLS, ""), **_LIGATURES})
_SPACE = re.compile(r"\s+")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """The text in one line: single spaces, none at the ends, nothing unseen."""
    return _SPACE.sub(" ", seen(text)).strip()


def seen(text: str) -> str:
    """The text without characters that cannot be seen; its lines stay."""
    return _LONE_SURROGATE.sub("\ufffd", text.translate(_TABLE))
