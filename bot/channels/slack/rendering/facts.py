"""Polls, reasons, passages and comparisons."""

from __future__ import annotations

import re
from typing import Any, Dict, List, Mapping, Optional, Sequence

from bot.channels.slack import messages
from bot.channels.slack.rendering import limits
from bot.channels.slack.rendering.drawing import Drawing, marks
from bot.channels.slack.rendering.elements import Block, mrkdwn
from bot.channels.slack.rendering.limits import length
from bot.channels.slack.rendering.mrkdwn import escape, split
from bot.channels.slack.rendering.parts import Unit, text_units
from bot.channels.slack.rendering.roles import role_label

_PERCENT = re.compile(r"^(• )(\d+(?:\.\d+)?%|“[^”]+”)")
_NOTHING = re.compile(r"(?!)")
_DRIVER = re.compile(r"^(• )([^:<>\n]{1,100}):")


def poll_units(drawing: Drawing, text: Optional[str]) -> List[Unit]:
    """Return polls, a line each with the percentage in bold."""
    drawing.drawn.add("polls")
    lines = text or "\n".join(f"- {poll_words(p)} {marks(p['citation'])}" for p in drawing.list("polls"))
    return _bullets(drawing, lines, _PERCENT)


def poll_words(poll: Mapping[str, Any]) -> str:
    """Return a poll in the wording that came with it, or else put together from its fields."""
    if poll.get("display"):
        return poll["display"]
    details = [poll["attributed_to"], f"question: {poll['question']}", f"asked of {poll['population']}"]
    if poll.get("sample"):
        details.append(f"{poll['sample']:,} respondents")
    if poll.get("year"):
        details.append(str(poll["year"]))
    share = f"{poll['percent']:g}%" if poll.get("percent") is not None else f"“{poll.get('as_written', '')}”"
    return f"{share} {poll['statement']} ({'; '.join(details)})"


def reason_units(drawing: Drawing, text: Optional[str]) -> List[Unit]:
    """Return reasons, a line each with its name in bold."""
    drawing.drawn.add("reasons")
    lines = text or "\n".join(
        f"- {r['driver']}: {r['summary']} {marks(*r['citations'])}" for r in drawing.list("reasons")
    )
    return _bullets(drawing, lines, _DRIVER)


def passage_units(drawing: Drawing, text: Optional[str]) -> List[Unit]:
    """Return passages set off as quotations."""
    texts = [text] if text else [f"{p['text']} {marks(p['citation'])}" for p in drawing.list("passages")]
    drawing.drawn.add("passages")

    def quoted(piece: str) -> str:
        return "\n".join(f"> {drawing.linked(line)}" for line in piece.split("\n"))

    return [
        Unit([{"type": "section", "text": mrkdwn(quoted(piece))}], piece)
        for one in texts
        for piece in split(one, limits.SECTION_TEXT, quoted)
    ]


def comparison_units(drawing: Drawing, text: Optional[str]) -> List[Unit]:
    """Return a comparison: a section for each row, a field for each column."""
    drawing.drawn.add("comparison")
    comparison = drawing.payload.get("comparison")
    if not comparison:
        return drawing.text(text)
    labels = _column_labels(drawing, comparison["columns"])
    units = [u for row in comparison["rows"] for u in _row_units(drawing, row, labels)]
    notes = [note for note in comparison["notes"] if note not in _other_texts(drawing)]
    return units + [unit for note in notes for unit in drawing.text(note, small=True)]


def missing_fact_units(drawing: Drawing, said: str) -> List[Unit]:
    """Return what the payload holds of polls, reasons, passages and rows and no block showed."""
    units: List[Unit] = []
    if "polls" not in drawing.drawn and any(poll_words(p) not in said for p in drawing.list("polls")):
        units += poll_units(drawing, None)
    if "reasons" not in drawing.drawn and any(r["summary"] not in said for r in drawing.list("reasons")):
        units += reason_units(drawing, None)
    if "passages" not in drawing.drawn and any(p["text"] not in said for p in drawing.list("passages")):
        units += passage_units(drawing, None)
    if "comparison" not in drawing.drawn and drawing.payload.get("comparison"):
        units += comparison_units(drawing, None)
    offers = [offer for offer in drawing.list("offers") if offer["title"] not in said]
    return units + [unit for offer in offers for unit in _bullets(drawing, offer_words(offer), _NOTHING)]


def offer_words(offer: Mapping[str, Any]) -> str:
    """Return an offer of the person's own with the cited figures beside it, a line each."""
    lines = [f"{offer['title']}: {offer.get('display') or offer['as_written']}"]
    lines += [
        f"- {one['title']}: {one['display']} {marks(one['citation'])}. {messages.beside(one['position'])}"
        for one in offer.get("compared") or ()
    ]
    return "\n".join(lines)


def _bullets(drawing: Drawing, text: str, bold: "re.Pattern[str]") -> List[Unit]:
    units: List[Unit] = []
    for line in text.split("\n"):
        line = f"• {line[2:]}" if line.startswith("- ") else line
        for unit in text_units(line, drawing.addresses):
            shown = unit.blocks[0]["text"]
            emphasised = bold.sub(_emphasise, shown["text"], count=1)
            if length(emphasised) <= limits.SECTION_TEXT:
                shown["text"] = emphasised
            units.append(unit)
    return units


def _emphasise(found: "re.Match[str]") -> str:
    return f"{found[1]}*{found[2].replace('*', '∗')}*" + (":" if found[0].endswith(":") else "")


def _column_labels(drawing: Drawing, columns: Sequence[Mapping[str, Any]]) -> List[str]:
    """Return a label for each column, with the specialty where roles of the payload tell it."""
    roles: Dict[str, Any] = {role["id"]: role for role in drawing.list("roles")}
    return [role_label(roles[c["id"]]) if c["id"] in roles else c["title"] for c in columns]


def _row_units(drawing: Drawing, row: Mapping[str, Any], labels: Sequence[str]) -> List[Unit]:
    """Return one row; where a cell is too long for a field, the row becomes lines."""
    name = f"{row['name']} (differs)" if row["differs"] else row["name"]
    words = [f"{c['text']} {marks(c['citation'])}".strip() for c in row["cells"]]
    told = [f"{label}: {cell}" for label, cell in zip(labels, words)]
    fields = [f"{escape(label)}\n{drawing.linked(cell)}" for label, cell in zip(labels, words)]
    title = f"*{escape(name).replace('*', '∗')}*"
    fits = all(0 < length(field) <= limits.FIELD_TEXT for field in fields)
    if not fits or not fields or length(title) > limits.SECTION_TEXT:
        return drawing.text("\n".join([f"{name}:", *told]))
    units = []
    for start in range(0, len(fields), limits.SECTION_FIELDS):
        block: Block = {
            "type": "section",
            "fields": [mrkdwn(field) for field in fields[start : start + limits.SECTION_FIELDS]],
        }
        if start == 0:
            block["text"] = mrkdwn(title)
        said = [name] * (start == 0) + told[start : start + limits.SECTION_FIELDS]
        units.append(Unit([block], "\n".join(said)))
    return units


def _other_texts(drawing: Drawing) -> str:
    """Return what the other blocks say: a note is not said twice."""
    return "\n".join(b["text"] or "" for b in drawing.list("blocks") if b["type"] != "comparison")
