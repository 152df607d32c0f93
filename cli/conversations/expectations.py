"""All expectations in one place: importing this fills the table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cli.conversations import expect_answer, expect_roles, expect_text  # noqa: F401  (they register)
from cli.conversations.expectation import EXPECTATIONS, shape_problem
from cli.conversations.invariants import Answer

__all__ = ["EXPECTATIONS", "failed_expectations", "shape_problem"]


def failed_expectations(expect: Mapping[str, Any], answer: Answer) -> list[str]:
    """Everything that the answer does not meet, in the order of the file."""
    return [
        problem
        for name, wanted in expect.items()
        for problem in EXPECTATIONS[name].check(wanted, answer)
    ]
