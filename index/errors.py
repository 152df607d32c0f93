"""Errors of the index package. Each message names the command that puts things right.

PassageIndexError
├── IndexNotBuilt       there is no index, or what is there is only half of one
├── IndexOutOfDate      the index was built from other passages or by another encoder
└── EncoderError
    ├── EncoderNotFound     the encoder's files are missing
    └── EncoderMismatch     the files are not what they should be (hash, parity, form)
"""

from __future__ import annotations

BUILD_INDEX = "waypoint index build"
EXPORT_ENCODER = "waypoint index export-encoder"


class PassageIndexError(Exception):
    """Base class: what this package raises on purpose."""


class IndexNotBuilt(PassageIndexError):
    """No usable index in the folder."""


class IndexOutOfDate(PassageIndexError):
    """The index does not belong to the knowledge or the encoder at hand."""


class EncoderError(PassageIndexError):
    """Something is wrong with the encoder's files."""


class EncoderNotFound(EncoderError):
    """The encoder has not been exported, or the named model is not on this machine."""


class EncoderMismatch(EncoderError):
    """The encoder's files are not the ones that were promised."""
