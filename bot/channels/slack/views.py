"""The App Home: what can be asked, as buttons whose answers come in the direct message."""

from __future__ import annotations

from typing import Any, Dict, List, Sequence, Tuple

from bot.channels.slack.interactions import HOME
from bot.channels.slack.rendering.drawing import ASK, BAR
from bot.channels.slack.rendering.elements import Block, buttons, context, divider, header, section
from bot.channels.slack.rendering.mrkdwn import escape

TITLE = "Ask Waypoint"
INTRODUCTION = (
    "I answer physicians' questions about non-clinical and alternative work, from a few articles."
    " Every figure comes with its source, and where the articles are silent I say so."
)
EXAMPLES: Tuple[Tuple[str, Tuple[str, ...]], ...] = (
    (
        "Find roles",
        (
            "remote roles for a cardiologist over $150k",
            "part time roles for rheumatology",
            "roles for oncology without patient contact",
        ),
    ),
    ("See what work pays", ("what does utilization review pay?", "which roles pay most?")),
    ("Set roles side by side", ("MSL or medical director for onc?",)),
    ("Understand why physicians change", ("why do physicians leave?", "job or career?")),
    ("Not sure yet", ("what fits me?", "what can you do?")),
)
HOW = (
    "*Here:* write to me in the Messages tab, in your own words.",
    "*In a channel:* mention me, and I answer in a thread; follow-ups there need no mention."
    " What is personal I show to you alone.",
    "*Anywhere:* `/waypoint` and your question; only you see the answer.",
)
PRIVACY = "Please type no patients' data. Slack keeps its own copy of what is written here."


def home_view(saved: Sequence[Block] = ()) -> Dict[str, Any]:
    """Return the view for views.publish.

    Args:
        saved: The blocks of the person's shortlist; one with something on it stands on top.
    """
    first = any("accessory" in block for block in saved)
    blocks: List[Block] = [*saved, divider()] if first else []
    blocks += [header(TITLE), section(escape(INTRODUCTION))]
    for number, (title, questions) in enumerate(EXAMPLES):
        blocks.append(section(f"*{escape(title)}*"))
        choices = [(question, question) for question in questions]
        blocks += buttons(choices, ASK, BAR.join((ASK, HOME, str(number))))
    blocks += [] if first else saved
    blocks += [divider(), *(section(line) for line in HOW), context(escape(PRIVACY))]
    return {"type": "home", "blocks": blocks}
