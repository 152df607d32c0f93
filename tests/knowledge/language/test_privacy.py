"""Who asks whether this is private, and who only uses the words."""

from __future__ import annotations

import pytest

from knowledge.language.privacy import asks_privacy


@pytest.mark.parametrize("text", [
    "is my list private?", "is this confidential", "can my employer see this", "who can see my shortlist",
    "do you share my data", "is what i type anonymous", "are you hipaa compliant", "is it safe to tell you my salary",
    "will my hospital find out what i looked at here",
])
def test_privacy_is_asked(text):
    assert asks_privacy(text)


@pytest.mark.parametrize("text", [
    "is that private practice only?", "is private equity an option", "is it secure work", "who sees patients in UR",
    "can you share the source", "do you track hours", "is telemedicine safe", "is the pay public",
    "can i see patients on the side",
])
def test_other_talk_is_not(text):
    assert not asks_privacy(text)
