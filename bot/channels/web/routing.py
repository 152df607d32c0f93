"""Puts methods on a blueprint as routes, with refusals told in the channel's own form."""

from __future__ import annotations

from functools import wraps
from typing import Any, Awaitable, Callable, Sequence

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.channels.web.refusal import Refusal

Route = Callable[..., Awaitable[HTTPResponse]]


def add_route(blueprint: Blueprint, methods: Sequence[str], path: str, route: Route) -> None:
    """Add a route; the body of a POST is left for it to read, so that none is read too far."""
    name = f"{route.__name__}_{path.strip('/').split('/')[0].replace('.', '_')}"
    blueprint.add_route(told(route), path, methods=methods, name=name, stream="POST" in methods)


def told(route: Route) -> Route:
    """Return the route as a function (Sanic 21.12 takes no methods) that tells refusals."""

    @wraps(route)
    async def telling(request: Request, **arguments: Any) -> HTTPResponse:
        try:
            return await route(request, **arguments)
        except Refusal as refusal:
            after = refusal.retry_after
            headers = {} if after is None else {"Retry-After": str(after)}
            return json(refusal.as_dict(), status=refusal.status, headers=headers)

    return telling
