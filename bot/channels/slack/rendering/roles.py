"""Roles, near misses and roles that do not say: a card each.

The wording is the answer's own line, which the guard has checked; the card adds what the payload
knows besides. A role whose line is not found in the text is worded from the payload.
"""

from __future__ import annotations

import re
from typing import Any, Dict, List, Mapping, Optional, Tuple

from bot.channels.slack.rendering import limits
from bot.channels.slack.rendering.drawing import BAR, ROLE_LISTS, Drawing, marks
from bot.channels.slack.rendering.elements import divider, section
from bot.channels.slack.rendering.mrkdwn import escape, split
from bot.channels.slack.rendering.parts import Unit

Role = Dict[str, Any]

_ITEM = re.compile(r"(?:(\d+\.)|[-•]) ")


def role_units(drawing: Drawing, name: str, text: Optional[str]) -> List[Unit]:
    """Return the units of a block of roles.

    Args:
        drawing: The answer.
        name: The list of the payload that the block shows.
        text: The block's text; without one all roles of the list are shown that were not yet.
    """
    units: List[Unit] = []
    if name != "roles":
        units.append(Unit([divider()], heading=True))
    if not text:
        return units + [unit for place in _waiting(drawing, name) for unit in _own(drawing, name, place)]
    for line in text.split("\n"):
        found = _role_of(drawing, name, line)
        if found:
            units += _card(drawing, name, *found)
        elif line.strip():
            units += _plain_line(drawing, line)
    return units


def missing_role_units(drawing: Drawing, said: str) -> List[Unit]:
    """Return what no block has shown of the roles.

    Args:
        drawing: The answer.
        said: All that was drawn so far, without markup. A role that it tells of gets no card,
            only a small line with what else its article states.
    """
    units: List[Unit] = []
    for name in ROLE_LISTS:
        for place in _waiting(drawing, name):
            role = drawing.list(name)[place]
            if not _is_told(role, said):
                units += _own(drawing, name, place)
            elif _besides(role, said):
                units += drawing.text(f"{role_label(role)}: {_besides(role, said)}", small=True)
    return units


def role_label(role: Mapping[str, Any]) -> str:
    """Return the title with the specialties, for roles of the same title."""
    specialties = role.get("specialties") or ["any specialty"]
    return f"{role['title']} ({', '.join(s.replace('-', ' ') for s in specialties)})"


def figure_words(figure: Mapping[str, Any]) -> str:
    """Return a figure in the wording that came with it, or else put together from its fields."""
    if figure.get("display"):
        return figure["display"]
    statistic = "" if figure["statistic"] in ("unspecified", "range") else f"{figure['statistic']} "
    words = f"{statistic}{figure['kind']} {figure['as_written']}"
    said = [figure.get("attributed_to"), figure.get("qualifier")]
    return ", ".join([f"{words} ({figure['unit']})", *[part for part in said if part]])


def attribute_words(role: Mapping[str, Any], told: str = "") -> str:
    """Return what the article states of a role, but for what was told already."""
    pieces = []
    for attribute in (role.get("attributes") or {}).values():
        for one in (attribute, *(attribute.get("also") or ())):
            if one["basis"] == "not_stated":
                continue
            words = one.get("display") or f"{one['value']} ({one['basis']})"
            if words.casefold() not in told.casefold():
                pieces.append(f"{words} {marks(one.get('citation'))}".strip())
    return " · ".join(pieces)


def _waiting(drawing: Drawing, name: str) -> List[int]:
    """Return the positions of a list's roles that were not drawn yet."""
    return [i for i in range(len(drawing.list(name))) if f"{name}{BAR}{i}" not in drawing.drawn]


def _role_of(drawing: Drawing, name: str, line: str) -> Optional[Tuple[int, str, str, str]]:
    """Return position, ordinal, label and words of the role that a line tells of, if it does.

    Several roles may share a title; the specialty in the label and the figures tell them apart.
    """
    item = _ITEM.match(line)
    words = line[item.end() :] if item else line
    best: Optional[Tuple[int, int, int]] = None  # how well it fits, position, where its words begin
    for place in _waiting(drawing, name):
        role = drawing.list(name)[place]
        label = re.match(r"(?: \([^()]*\))?:\s*", words[len(role["title"]) :])
        if not words.startswith(role["title"]) or not label or not _has_figures(role, words):
            continue
        fit = 2 * words.startswith(f"{role_label(role)}:") + bool(role["figures"])
        if best is None or fit > best[0]:
            best = (fit, place, len(role["title"]) + label.end())
    if best is None:
        return None
    _, place, end = best
    return place, (item[1] if item and item[1] else ""), words[:end].rstrip(": "), words[end:]


def _own(drawing: Drawing, name: str, place: int) -> List[Unit]:
    """Return a card in words of the payload."""
    role = drawing.list(name)[place]
    figures = [f"{figure_words(f)} {marks(f['citation'])}" for f in role["figures"]]
    note = f"; the article says: {role['pay_note']}" if role.get("pay_note") else ""
    words = "; ".join(figures) if figures else f"no figure given{note}"
    for criterion in role.get("criteria") or ():
        actual = f", is {criterion['actual']}" if criterion.get("actual") else ""
        status = "not stated" if criterion["status"] == "not_stated" else f"missed{actual}"
        words += f". {criterion['wanted']}: {status}"
    return _card(drawing, name, place, "", role_label(role), f"{words}.")


def _card(
    drawing: Drawing, name: str, place: int, ordinal: str, label: str, words: str
) -> List[Unit]:
    """Return one role: its title, its line, what it is about, and what else is stated."""
    drawing.drawn.add(f"{name}{BAR}{place}")
    role = drawing.list(name)[place]
    said = [words, role.get("summary") or "", _besides(role, words)]
    body = "\n".join(part for part in said if part)
    title = f"{ordinal} {label}".strip()
    return _sections(drawing, f"{name}{BAR}{role['id']}", title, body)


def _sections(drawing: Drawing, subject: str, title: str, body: str) -> List[Unit]:
    head = split(title, limits.SECTION_TEXT // 2)[0] if title.strip() else ""
    bold = f"*{escape(head).replace('*', '∗')}*" if head else ""
    room = limits.SECTION_TEXT - limits.length(bold) - 1
    pieces = split(body, max(room, 500), drawing.linked) or [""]
    kind, _, name = subject.partition(BAR)
    units = []
    for i, piece in enumerate(pieces):
        text = "\n".join(t for t in (bold if i == 0 else "", drawing.linked(piece)) if t)
        words = "\n".join(t for t in (title if i == 0 else "", piece) if t)
        if text:
            units.append(Unit([section(text, drawing.block_id(kind, name))], words))
    return units


def _plain_line(drawing: Drawing, line: str) -> List[Unit]:
    """Return a line that tells of no role: a heading, or a note between roles."""
    units = drawing.text(line)
    if line.endswith(":") and units:
        units[-1].heading = True
    return units


def _is_told(role: Mapping[str, Any], said: str) -> bool:
    """Whether a text names the role with all its figures."""
    return role["title"] in said and _has_figures(role, said)


def _has_figures(role: Mapping[str, Any], said: str) -> bool:
    digits = _digits(said)
    return all(_digits(figure["as_written"]) in digits for figure in role["figures"])


def _besides(role: Mapping[str, Any], said: str) -> str:
    """Return what is stated of a role and not said yet; each of its marks stands somewhere."""
    words = attribute_words(role, said)
    rest = [n for n in role.get("citations") or () if f"[{n}]" not in said + words]
    return f"{words} {marks(*rest)}".strip()


def _digits(text: str) -> str:
    """Return the text without what articles put between thousands: $191 000 is $191,000."""
    return re.sub(r"[,\s]", "", text)
