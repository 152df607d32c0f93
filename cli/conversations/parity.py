"""Whether an answer carries the same roles, figures, polls, sources and choices on every surface.

REST's answer is the measure. The web channel sends the payload itself, so it must be equal; of
Slack's blocks is read what a person would see: cards by their ids, texts, links and buttons.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cli.conversations.answer import ROLE_LISTS, button_messages, figures_of, numbers

Payload = Mapping[str, Any]

_LINK = re.compile(r"<([^<>|]+)\|([^<>]*)>")
_SOURCE = re.compile(r"^((?:\[\d+\])+…?) ")


@dataclass
class Shown:
    """What a person sees of one answer in Slack, over all its parts."""

    cards: dict[str, list[tuple[str, str]]] = field(default_factory=dict)  # list -> (role id, text)
    texts: list[str] = field(default_factory=list)
    links: set[str] = field(default_factory=set)  # addresses without their fragment
    sources: list[tuple[str, str]] = field(default_factory=list)  # address, words beside it
    says: list[str] = field(default_factory=list)  # what buttons and options send

    @property
    def text(self) -> str:
        """All texts, one below the other."""
        return "\n".join(self.texts)


def shown(posts: Sequence[Mapping[str, Any]]) -> Shown:
    """Read what was posted for one answer."""
    seen = Shown()
    for post in posts:
        for block in post.get("blocks") or ():
            _read_block(block, seen)
    return seen


def _read_block(block: Mapping[str, Any], seen: Shown) -> None:
    texts = [block["text"]] if block.get("text") else []
    texts += [*(block.get("fields") or ())]
    texts += [e for e in block.get("elements") or () if e["type"] == "mrkdwn"]
    for raw in (text["text"] for text in texts):
        plain = html.unescape(_LINK.sub(r"\2", raw).replace("*", ""))
        seen.texts.append(plain)
        addresses = [html.unescape(a).partition("#")[0] for a, _ in _LINK.findall(raw)]
        seen.links |= set(addresses)
        if block["type"] == "context" and _SOURCE.match(plain):
            seen.sources.append((addresses[0] if addresses else "", plain))
        kind, _, rest = str(block.get("block_id", "")).partition("|")
        if kind in ROLE_LISTS:
            seen.cards.setdefault(kind, []).append((rest.rpartition("|")[0], plain))
    for element in block.get("elements") or ():
        seen.says += [o["value"] for o in element.get("options") or ()]
        if element["type"] == "button" and not re.match("rest|feedback", element["action_id"]):
            seen.says.append(element["value"])


def slack_differences(payload: Payload, seen: Shown) -> list[str]:
    """What Slack shows otherwise than the payload says; empty if nothing."""
    checks = (_roles, _figures, _polls, _sources, _words, _choices, _no_other_amounts)
    return [problem for check in checks for problem in check(payload, seen)]


def web_differences(rest: Mapping[str, Any], web: Mapping[str, Any]) -> list[str]:
    """What the web channel sends otherwise than REST; only the answer's id may differ."""
    problems = [] if rest.get("text") == web.get("text") else ["web: another text"]
    one, other = dict(rest.get("custom") or {}), dict(web.get("custom") or {})
    one.pop("answer_id", None), other.pop("answer_id", None)
    names = [key for key in {*one, *other} if one.get(key) != other.get(key)]
    return problems + [f"web: {name} differs" for name in sorted(names)]


def _roles(payload: Payload, seen: Shown) -> Iterator[str]:
    for name in ROLE_LISTS:
        wanted = [role["id"] for role in payload[name]]
        found = list(dict.fromkeys(role_id for role_id, _ in seen.cards.get(name, [])))
        if [role_id for role_id in wanted if role_id in found] != found:
            yield f"slack: {name} are {found}, REST has {wanted}"
        for role in payload[name]:
            if role["id"] not in found and role["title"] not in seen.text:
                yield f"slack: {role['title']} of {name} is not shown"


def _figures(payload: Payload, seen: Shown) -> Iterator[str]:
    cards: dict[str, str] = {}
    for card in (card for found in seen.cards.values() for card in found):
        cards[card[0]] = f"{cards.get(card[0], '')}\n{card[1]}"
    for role, figure in figures_of(payload):
        where = cards.get(role["id"], seen.text)
        missing = set(numbers(figure["as_written"])) - set(numbers(where))
        if missing:
            yield f"slack: {figure['as_written']} of {role['title']} is not shown"
        if figure["qualifier"] and figure["qualifier"] not in where:
            yield f"slack: {figure['as_written']} is shown without {figure['qualifier']!r}"


def _polls(payload: Payload, seen: Shown) -> Iterator[str]:
    for poll in payload["polls"]:
        share = poll["as_written"] if poll["percent"] is None else f"{poll['percent']:g}%"
        said = rf"(?<![\d.]){re.escape(share)}"  # an answer about the survey itself names no percentage
        if re.search(said, payload["text"]) and not re.search(said, seen.text):
            yield f"slack: poll of {share} is not shown"


def _sources(payload: Payload, seen: Shown) -> Iterator[str]:
    wanted = {(c["article"]["url"] or "", c["section"]) for c in payload["citations"]}
    if len(seen.sources) != len({(c["article"]["id"], c["section"]) for c in payload["citations"]}):
        yield f"slack: {len(seen.sources)} sources, REST has {len(wanted)}"
    for citation in payload["citations"]:
        article, mark = citation["article"], f"[{citation['n']}]"
        fitting = [words for address, words in seen.sources if address == (article["url"] or "")]
        parts = (mark, article["title"], article["publisher"], citation["section"])
        if not any(all(part in words for part in parts) for words in fitting):
            yield f"slack: {mark} {article['title']}, {citation['section']}: not among the sources"
        if not any(mark in text for text in seen.texts if not _SOURCE.match(text)):
            yield f"slack: {mark} is cited nowhere in the answer"


def _words(payload: Payload, seen: Shown) -> Iterator[str]:
    """Leads, caveats and notices are there word for word."""
    for block in payload["blocks"]:
        if block["type"] in ("lead", "caveat", "notice", "question") and block["text"]:
            lost = [line for line in block["text"].split("\n") if line not in seen.text]
            if lost:
                yield f"slack: a {block['type']} is not shown: {lost[0][:80]}"


def _choices(payload: Payload, seen: Shown) -> Iterator[str]:
    page = payload["page"] or {}
    wanted = {*button_messages(payload), *(f["remove"] for f in payload["filters"])}
    wanted |= {message for message in (page.get("next"), page.get("previous")) if message}
    said = set(seen.says)
    if (payload["question"] or {}).get("skippable"):
        said -= {"skip"} - wanted  # offered as a press where others type it
    for message in sorted(wanted ^ said):
        yield f"slack: {'no button says' if message in wanted else 'a button says'} {message!r}"


def _no_other_amounts(payload: Payload, seen: Shown) -> Iterator[str]:
    """Slack shows no dollar amount that the payload does not hold."""
    known = set(numbers(str(payload)))
    for amount in re.findall(r"\$\d[\d,.]*\d|\$\d", seen.text):
        if not set(numbers(amount)) <= known:
            yield f"slack: {amount} stands nowhere in the payload"
