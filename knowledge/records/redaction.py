"""What is taken out of what people wrote, before it is stored; the rules are knowledge/language/redaction.py."""

from __future__ import annotations

from knowledge.language.redaction import EMAIL, NUMBER, PHONE, redact

__all__ = ["EMAIL", "NUMBER", "PHONE", "redact"]
