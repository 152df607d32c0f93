"""Which criterion empties a search: what would be left without it, and a button that drops it."""

from __future__ import annotations

from itertools import combinations
from typing import Sequence

from knowledge.answering.answer import Answer, Option
from knowledge.answering.filter_words import filter_words, remove_message
from knowledge.answering.phrases import counted, joined
from knowledge.facts import KnowledgeBase
from knowledge.filters import REMOVE_MESSAGES, Filter
from knowledge.selection import select_roles

MOST_OFFERS = 3
MOST_TOGETHER = 3  # how many criteria are tried out of the way at once
_OF_THE_PERSON = ("specialty", "role")  # given up last: they say whom and what the search is for


def say_what_empties(
    answer: Answer, knowledge: KnowledgeBase, filters: Sequence[Filter], *, among: Sequence[str] = ()
) -> None:
    """Adds to an answer without matches which criteria stand in the way, and how to drop them.

    The fewest criteria that let anything through are named: one of them where one is enough.
    """
    names = list(dict.fromkeys(f.name for f in filters))
    for size in range(1, min(MOST_TOGETHER, len(names) - 1) + 1):
        offers = [(count, dropped) for dropped in combinations(names, size)
                  if (count := _left_without(dropped, knowledge, filters, among))]
        if offers:
            offers.sort(key=lambda offer: (sum(name in _OF_THE_PERSON for name in offer[1]), -offer[0]))
            for count, dropped in offers[:MOST_OFFERS]:
                _offer(answer, dropped, count, filters)
            return
    if len(names) > 1:
        answer.suggest("drop all filters")


def _left_without(
    dropped: Sequence[str], knowledge: KnowledgeBase, filters: Sequence[Filter], among: Sequence[str]
) -> int:
    kept = [f for f in filters if f.name not in dropped]
    return len(select_roles(knowledge, kept, among=among).matches)


def _offer(answer: Answer, dropped: Sequence[str], count: int, filters: Sequence[Filter]) -> None:
    groups = [[f for f in filters if f.name == name] for name in dropped]
    words = joined([f"“{said}”" for group in groups for said in _group_words(group)])
    verb = "meets" if count == 1 else "meet"
    answer.say("notice", f"Without {words}, {counted(count, 'role')} {verb} all the rest.")
    message = joined([remove_message(g[0], g) if len(g) == 1 else REMOVE_MESSAGES[g[0].name] for g in groups])
    answer.suggestions.append(Option(f"drop-{'-'.join(dropped)}", message, message))


def _group_words(group: Sequence[Filter]) -> list[str]:
    """Wishes of one name: alternatives in one, each exclusion and each bound by itself."""
    alternatives = [filter_words(f) for f in group if not f.negated and f.name != "pay"]
    others = [filter_words(f) for f in group if f.negated or f.name == "pay"]
    return [*([joined(alternatives, "or")] if alternatives else []), *others]
