"""Names shared with domain.yml: slots, and the topics that answers are about."""

from __future__ import annotations

SLOT_FILTERS = "filters"
SLOT_LAST_ANSWER = "last_answer"
SLOT_MISSES = "misses"
SLOT_GUIDE_NOTE = "guide_note"  # what the next guided question says first; see actions/guidance
GUIDANCE_FORM = "guidance_form"

TOPIC_ROLES = "roles"
TOPIC_ROLE = "role"
TOPIC_PAY = "pay"
TOPIC_COMPARISON = "comparison"
TOPIC_ATTRIBUTE = "attribute"
TOPIC_REASONS = "reasons"
TOPIC_POLLS = "polls"
TOPIC_QUESTION = "question"
TOPIC_DISTRESS = "distress"
TOPIC_SYMPTOMS = "symptoms"
ROLE_TOPICS = (TOPIC_ROLE, TOPIC_PAY, TOPIC_COMPARISON, TOPIC_ATTRIBUTE)
