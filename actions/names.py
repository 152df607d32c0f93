"""Names shared with domain.yml: slots, and the topics that answers are about."""

from __future__ import annotations

SLOT_FILTERS = "filters"
SLOT_LAST_ANSWER = "last_answer"
SLOT_MISSES = "misses"
SLOT_GUIDE_NOTE = "guide_note"  # what the next guided question says first; see actions/guidance
SLOT_KEPT = "kept"  # the record of someone who is known for this conversation only
GUIDANCE_FORM = "guidance_form"

TOPIC_ROLES = "roles"
TOPIC_ROLE = "role"
TOPIC_PAY = "pay"
TOPIC_COMPARISON = "comparison"
TOPIC_ATTRIBUTE = "attribute"
TOPIC_REASONS = "reasons"
TOPIC_POLLS = "polls"
TOPIC_QUESTION = "question"
TOPIC_NEXT_STEPS = "next_steps"
TOPIC_GIVE_UP = "give_up"
TOPIC_COME_BACK = "come_back"
TOPIC_SHORTLIST = "shortlist"
TOPIC_OFFERS = "offers"
TOPIC_DISTRESS = "distress"
TOPIC_SYMPTOMS = "symptoms"
ROLE_TOPICS = (TOPIC_ROLE, TOPIC_PAY, TOPIC_COMPARISON, TOPIC_ATTRIBUTE)
