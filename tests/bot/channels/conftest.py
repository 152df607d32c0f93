"""Lets several web servers run in one test process."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any, Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _classes_rewritten_once() -> Iterator[None]:
    """Keep Sanic 21.12 from rewriting its own classes at the start of a second server.

    It reads a method's source to do so, and what it has rewritten has none.
    """
    if find_spec("rasa") is None:  # the other environment has another Sanic
        yield
        return
    from sanic import app as sanic_app

    rewrite = sanic_app.TouchUp.run

    def rewrite_once(app: Any) -> None:
        if not all(getattr(one, "__touched__", False) for one, _ in sanic_app.TouchUp._registry):
            rewrite(app)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sanic_app.TouchUp, "run", staticmethod(rewrite_once))
        yield
