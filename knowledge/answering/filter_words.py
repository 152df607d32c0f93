"""The words of filters: in a sentence, on a chip, and the message that takes one off."""

from __future__ import annotations

from dataclasses import replace
from typing import Sequence

from knowledge.answering.phrases import bound_phrase, joined
from knowledge.filters import REMOVE_MESSAGES, Filter, attribute_label, specialty_title


def describe_filters(filters: Sequence[Filter]) -> str:
    """The filters in force in words: `for cardiology, remote, over $150,000 a year`."""
    if not filters:
        return "from all articles"
    groups: dict[tuple[str, bool], list[str]] = {}
    for item in sorted(filters, key=lambda f: f.name != "specialty" or f.negated):
        groups.setdefault((item.name, item.negated), []).append(filter_words(item))
    parts = []
    for (name, negated), words in groups.items():
        lead = "for " if name == "specialty" and not negated else ""
        parts.append(lead + joined(words, "and" if negated or name == "pay" else "or"))
    return ", ".join(parts)


def filter_words(item: Filter) -> str:
    """One filter in words, as shown on its chip."""
    if item.name == "specialty":
        words = specialty_title(item.value)
    elif item.name == "pay":
        words = bound_phrase(item.pay)
    elif item.name == "pay_given":
        words = "no figure given" if item.value == "no" else "figure given"
    elif item.name == "source":
        words = f"figures from {item.value}"
    elif item.name == "role":
        words = item.value.replace("-", " ")
    else:
        words = attribute_label(item.name, item.value)
    return f"not {words}" if item.negated else words


def remove_message(item: Filter, filters: Sequence[Filter]) -> str:
    """What to say to take a filter off; it names the value where others of its name stay."""
    by_value = item.name == "pay_unit" or sum(f.name == item.name for f in filters) > 1
    if by_value and item.name != "pay":
        words = filter_words(replace(item, negated=False)).removeprefix("figures from ")
        return f"drop {words}"
    return REMOVE_MESSAGES[item.name]
