"""What a browser may have of the person who uses it: their shortlist, as data or as a file, and its end.

Who holds the person's token may see it; the record itself lies with the action server.
"""

from __future__ import annotations

import logging
from typing import Callable, Tuple

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, empty, raw

from bot import records
from bot.channels.web import asking, headers
from bot.channels.web.refusal import UNAVAILABLE, Refusal
from bot.channels.web.routing import add_route
from bot.channels.web.tokens import PersonTokens
from bot.forgetting import forget_person

logger = logging.getLogger(__name__)

FILES = {
    "shortlist.md": "text/markdown; charset=utf-8",
    "shortlist.csv": "text/csv; charset=utf-8",
    "shortlist.html": "text/html; charset=utf-8",
}


class PeopleApi:
    """The routes of the shortlist; limits and addresses are those of the rest of the API."""

    def __init__(
        self, tokens: PersonTokens, take: Callable[..., None], address: Callable[[Request], str]
    ) -> None:
        """Take what the routes share with the others.

        Args:
            tokens: Which tokens are good.
            take: Counts a request against the limits, or refuses it.
            address: The address that limits count by.
        """
        self._tokens, self._take, self._address = tokens, take, address

    def add_to(self, blueprint: Blueprint) -> None:
        """Put the routes on the blueprint."""
        for path, method, route in (
            ("/shortlist", "GET", self.shortlist),
            ("/person", "DELETE", self.forget),
            *((f"/{name}", "GET", self.file) for name in FILES),
        ):
            add_route(blueprint, [method, "OPTIONS"], path, route)

    async def shortlist(self, request: Request) -> HTTPResponse:
        """Return the shortlist as an answer of the contract."""
        if request.method == "OPTIONS":
            return empty()
        told = await self._ask(request, "")
        return raw(told.body, content_type="application/json")

    async def file(self, request: Request) -> HTTPResponse:
        """Return the shortlist as a file to take away."""
        if request.method == "OPTIONS":
            return empty()
        name = request.path.rpartition("/")[2]
        ending = name.rpartition(".")[2]
        told = await self._ask(request, f".{ending}")
        fields = {"Content-Disposition": f'attachment; filename="waypoint-{name}"'}
        if ending == "html":
            fields.update(headers.saved_page_headers())
        return raw(told.body, headers=fields, content_type=FILES[name])

    async def forget(self, request: Request) -> HTTPResponse:
        """Delete everything that was saved for the person; the second time, too, is fine."""
        if request.method == "OPTIONS":
            return empty()
        person = asking.person_who_asks(request, self._tokens)
        self._take(request)
        try:
            await forget_person(getattr(request.app.ctx, "agent", None), person)
        except records.RecordsUnavailable as error:
            raise _unavailable("forgotten", error) from error
        return empty()

    async def _ask(self, request: Request, ending: str) -> records.Told:
        person = asking.person_who_asks(request, self._tokens)
        limits: Tuple[Tuple[str, str], ...] = (
            ("shortlist", person), ("shortlist from address", self._address(request)),
        )  # fmt: skip
        self._take(request, *limits)
        try:
            agent = getattr(request.app.ctx, "agent", None)
            return await records.call(agent, "GET", f"shortlist/{person}{ending}")
        except records.RecordsUnavailable as error:
            raise _unavailable("fetched", error) from error


def _unavailable(what: str, error: Exception) -> Refusal:
    logger.error("A shortlist could not be %s: %s", what, error)
    return Refusal("unavailable", UNAVAILABLE, 10)
