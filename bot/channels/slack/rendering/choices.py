"""What can be pressed: a question's answers, filters in force, pages, suggestions, thumbs.

Every button carries the plain words that pressing it says.
"""

from __future__ import annotations

from typing import List, Optional

from bot.channels.slack import messages
from bot.channels.slack.rendering import limits
from bot.channels.slack.rendering.drawing import ASK, FEEDBACK, REST, Drawing
from bot.channels.slack.rendering.elements import (
    Choice,
    button,
    buttons,
    context,
    fits_button,
    fits_select,
    select,
)
from bot.channels.slack.rendering.mrkdwn import escape
from bot.channels.slack.rendering.parts import Unit

MOST_BUTTONS = 5  # more choices than this read better in a menu
NO_FEEDBACK = ("safety", "smalltalk", "help", "error", "clarify")


def question_units(drawing: Drawing, text: Optional[str]) -> List[Unit]:
    """Return a question with its choices, how far along it is and why it is asked."""
    drawing.drawn.add("question")
    question = drawing.payload.get("question")
    if not question:
        return drawing.text(text)
    units = drawing.text(text or question["text"])
    choices = [(option["title"], option["message"]) for option in question["options"]]
    if len(choices) > MOST_BUTTONS and fits_select(choices):
        placeholder = messages.CHOOSE
        units.append(Unit([select(choices, placeholder, ASK, drawing.ask_id())]))
    elif choices:
        units += _buttons(drawing, choices)
        units += _unfit(drawing, choices)
    if question.get("step") and question.get("skippable"):
        units += _buttons(drawing, [(messages.SKIP_TITLE, messages.SKIP)])
    units += drawing.text(_about(question), small=True)
    for unit in units[:-1]:
        unit.heading = True
    return units


def missing_question_units(drawing: Drawing) -> List[Unit]:
    """Return the question where no block has shown it."""
    if "question" in drawing.drawn or not drawing.payload.get("question"):
        return []
    return question_units(drawing, None)


def filter_units(drawing: Drawing) -> List[Unit]:
    """Return the filters in force as chips that take them off."""
    chips = [(f"✕ {f['label']}", f["remove"]) for f in drawing.list("filters")]
    if not any(fits_button(message) for _, message in chips):
        return []
    label = Unit([context(escape(messages.FILTERS))], heading=True)
    return [label, *_buttons(drawing, chips)]


def paging_units(drawing: Drawing) -> List[Unit]:
    """Return where the shown stretch lies, with buttons for the others."""
    page = drawing.payload.get("page")
    if not page:
        return []
    moves = ((messages.NEXT, page.get("next")), (messages.PREVIOUS, page.get("previous")))
    choices = [(title, message) for title, message in moves if message]
    if not choices:
        return []
    where = messages.page(page["first"], page["last"], page["total"])
    return [Unit([context(escape(where))], heading=True), *_buttons(drawing, choices)]


def suggestion_units(drawing: Drawing) -> List[Unit]:
    """Return suggestions that are not offered as a page or a choice already."""
    page, question = drawing.payload.get("page") or {}, drawing.payload.get("question") or {}
    offered = {page.get("next"), page.get("previous")}
    offered |= {option["message"] for option in question.get("options") or ()}
    choices = [
        (s["title"], s["message"]) for s in drawing.list("suggestions") if s["message"] not in offered
    ]
    return _buttons(drawing, list(dict.fromkeys(choices)))


def feedback_units(drawing: Drawing) -> List[Unit]:
    """Return thumbs, where an answer can be judged and known again."""
    answer_id, asks = drawing.payload.get("answer_id") or "", drawing.payload.get("question")
    if not answer_id or asks or drawing.payload["kind"] in NO_FEEDBACK:
        return []  # the answer to a question back comes later
    name = drawing.block_id(FEEDBACK, answer_id)
    thumbs = [
        button("👍", messages.HELPFUL, f"{FEEDBACK}.up"),
        button("👎", messages.NOT_HELPFUL, f"{FEEDBACK}.down"),
    ]
    for thumb, spoken in zip(thumbs, (messages.HELPFUL, messages.NOT_HELPFUL)):
        thumb["accessibility_label"] = spoken
    return [Unit([{"type": "actions", "block_id": name, "elements": thumbs}])]


def rest_unit(drawing: Drawing, token: str, part: int, parts: int) -> Unit:
    """Return the button that shows the next part of a long answer.

    Args:
        drawing: The answer.
        token: Names the kept rest.
        part: The number of the next part, from 2.
        parts: How many there are.
    """
    name = drawing.block_id(REST, f"{token}.{part}|{drawing.conversation}")
    title = messages.show_more(part, parts)
    element = button(title, messages.SHOW_MORE, f"{REST}.{part}")
    return Unit([{"type": "actions", "block_id": name, "elements": [element]}])


def _buttons(drawing: Drawing, choices: List[Choice]) -> List[Unit]:
    return [
        Unit([block])
        for start in range(0, len(choices), limits.ACTIONS_ELEMENTS)
        for block in buttons(
            choices[start : start + limits.ACTIONS_ELEMENTS], ASK, drawing.ask_id()
        )
    ]


def _unfit(drawing: Drawing, choices: List[Choice]) -> List[Unit]:
    """Return the choices that no button can carry, for the person to type."""
    lines = [f"• {title}" for title, message in choices if not fits_button(message)]
    return drawing.text("\n".join(lines))


def _about(question: dict) -> str:
    """Return the small print of a question."""
    step = messages.step(question["step"], question["steps"]) if question.get("step") else ""
    return " ".join(part for part in (step, question.get("why") or "") if part)
