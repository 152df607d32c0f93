"""Expectations for lists of roles: five forms and a count, the same for every list.

`roles`, `not_stated` and `near_misses` are the lists of the payload; `entries` is what an
answer about pay or a comparison sets side by side, be it as roles or as columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cli.conversations import answer as reading
from cli.conversations.expectation import EXPECTATIONS, Check, Expectation, compare_count
from cli.conversations.invariants import Answer

Roles = list[Mapping[str, Any]]


def _same_order(wanted: list[str], found: Roles) -> bool:
    return len(wanted) == len(found) and all(map(reading.is_role, wanted, found))


def _same_set(wanted: list[str], found: Roles) -> bool:
    return (
        len(wanted) == len(found)
        and all(any(reading.is_role(one, role) for role in found) for one in wanted)
        and all(any(reading.is_role(one, role) for one in wanted) for role in found)
    )


def _begins(wanted: list[str], found: Roles) -> bool:
    return _same_order(wanted, found[: len(wanted)])


def _includes(wanted: list[str], found: Roles) -> bool:
    return all(any(reading.is_role(one, role) for role in found) for one in wanted)


def _excludes(unwanted: list[str], found: Roles) -> bool:
    return not any(reading.is_role(one, role) for one in unwanted for role in found)


_FORMS: Mapping[str, tuple[str, Callable[[list[str], Roles], bool]]] = {
    "": ("exactly and in this order", _same_order),
    "_set": ("exactly, in any order", _same_set),
    "_first": ("at the top, in this order", _begins),
    "_include": ("among them", _includes),
    "_exclude": ("not among them", _excludes),
}


def _role_check(name: str, form: str, rolelist: Callable[[reading.Payload], Roles]) -> Check:
    meaning, holds = _FORMS[form]

    def check(wanted: list[str], answer: Answer) -> Iterator[str]:
        found = rolelist(answer.payload)
        if not holds(wanted, found):
            names = [reading.role_name(role) for role in found]
            yield f"{name}{form}: {names}; expected {meaning}: {wanted}"

    return check


def _count_check(name: str, rolelist: Callable[[reading.Payload], Roles]) -> Check:
    def check(wanted: Any, answer: Answer) -> Iterator[str]:
        yield from compare_count(f"{name}_count", wanted, len(rolelist(answer.payload)))

    return check


def _register_role_lists() -> None:
    lists: dict[str, Callable[[reading.Payload], Roles]] = {
        name: (lambda payload, name=name: reading.roles_of(payload, name))
        for name in reading.ROLE_LISTS
    }
    lists["entries"] = reading.entries_of
    for name, rolelist in lists.items():
        for form in _FORMS:
            EXPECTATIONS[f"{name}{form}"] = Expectation(_role_check(name, form, rolelist), (list,))
        EXPECTATIONS[f"{name}_count"] = Expectation(_count_check(name, rolelist), (int, str))


_register_role_lists()
