"""All texts of this channel that people read, and all lines that it logs.

Log lines never hold what somebody wrote, tokens or secrets.
"""

from __future__ import annotations

from typing import Sequence

# In answers
SHOW_MORE = "show more"
CHOOSE = "Choose one, or type your own words"
FILTERS = "Filters in force; press one to take it off:"
SKIP, SKIP_TITLE = "skip", "Skip this question"
NEXT = "Next page"
PREVIOUS = "Previous page"
SOURCES = "Sources"
HELPFUL = "This answer helped"
NOT_HELPFUL = "This answer did not help"

# Instead of answers
FAILED = "Sorry, something went wrong on my side and your question got no answer. Please ask it again."
REST_GONE = "I no longer have the rest of that answer. Please ask the question again."
NO_FILES = "I can't open files. Please type your question."
BUSY = "Too much is being asked at once right now. Please try again in a minute."
NOT_DELIVERED = (
    "I could not answer in the place where you asked: Slack does not let me write there. Ask me here,"
    " or use /waypoint there."
)

# Beside answers
THANKS = "Thank you, that is noted."
NOT_NOTED = "Thank you. I could not note it just now; please try again later."
ONLY_YOU = (
    "This is personal, so I show it to you alone. To go on in your own words, write to me directly."
)
FORGOTTEN = (
    "Done: I have deleted what I kept of this conversation, its filters and its answers, and all that I"
    " kept of you: your shortlist, your offers and your answers to my questions. Every other"
    " thread, channel or direct message is a conversation of its own; ask me there, too, if you wish."
    " Thumbs that you gave stay noted with their question, without your name."
)
TALK_FORGOTTEN = (
    "Done: I have deleted what I kept of this conversation, its filters and its answers. Your shortlist"
    " is still there; say “forget me” to have that deleted, too."
)
NOT_FORGOTTEN = (
    "Sorry, I could not delete everything just now, so I still have some of it. Please ask me again in"
    " a minute."
)
SLACK_KEEPS = (
    "This is about what I keep. Slack keeps its own copy of what was written here, for as long as your"
    " workspace's rules say, and I cannot delete it."
)

# The shortlist
SHORTLIST = "Your shortlist"
SHORTLIST_EMPTY = (
    "Nothing is on it yet. Where I list roles, say “save the second one”; it is kept for you in every"
    " channel of this workspace."
)
SHORTLIST_UNAVAILABLE = "I can't reach your shortlist right now. Please try again in a minute."
NO_FIGURE = "no figure given"
NOTE = "Your note:"
REMOVE = "Remove"
OFFERS = "Your own offers"
KNOWN_TITLE, KNOWN = "What do you know about me?", "what do you know about me?"
FORGET_TITLE, FORGET = "Forget me", "yes, forget me"  # the button has asked already
FORGET_SURE = "This deletes your shortlist, your notes, your offers and your answers to my questions, for good."
FORGET_YES, FORGET_NO = "Delete", "Keep"

EMPTY_MEANS = "what can you do?"  # what naming the bot without a question asks


def more_saved(count: int) -> str:
    """Say how many more roles are saved than are shown."""
    return f"And {count} more: ask me to show your shortlist."


def beside(position: str) -> str:
    """Say how a person's own offer lies beside a cited figure."""
    return f"Your offer: {position}."


def export_as(name: str) -> str:
    """Say what a button that sends a file does."""
    return f"Send me as {name}"


def exported(name: str) -> str:
    """Stand above the text of a file."""
    return f"Your shortlist as {name}; copy it from here:"


def page(first: int, last: int, total: int) -> str:
    """Say which stretch of a longer list is shown."""
    return f"{first} of {total}" if first == last else f"{first} to {last} of {total}"


def show_more(part: int, parts: int) -> str:
    """Say what the button under a cut answer does."""
    return f"Show more ({part} of {parts})"


def step(number: int, of: int | None) -> str:
    """Say how far along a guided conversation is."""
    return f"Question {number} of {of}." if of else f"Question {number}."


def section(title: str) -> str:
    """Name a section of an article."""
    return f"“{title}”"


def published(date: str) -> str:
    """Say when an article appeared."""
    return f"published {date}"


def asked(words: str, user: str | None = None) -> str:
    """Say what was asked by a click; `words` are escaped already."""
    return f"<@{user}> asked: {words}" if user else f"You asked: {words}"


# For the log


def log_off(missing: Sequence[str]) -> str:
    """Say why the channel does not answer."""
    return f"Slack is off: set {' and '.join(missing)} to switch it on (docs/slack.md)."


def log_on(api_url: str) -> str:
    """Say that the channel answers."""
    return f"Slack is on; answers go to {api_url}."


def log_refused(reason: str) -> str:
    """Say that a request was none of Slack's."""
    return f"A request to the Slack channel was refused: {reason}."


def log_undelivered(method: str, error: str, channel: str) -> str:
    """Say that Slack did not take a message."""
    return f"Slack did not take a message for {channel} ({method}): {error}."


def log_blocks_refused(error: str, answer_id: str) -> str:
    """Say that an answer went out as plain text."""
    return f"Slack refused the blocks of answer {answer_id or '(none)'} ({error}); it was sent as text."


def log_misshapen(kind: str, error: str) -> str:
    """Say that something of Slack's could not be understood."""
    return f"Slack sent an {kind} in a shape that is not known ({error}); it was acknowledged."
