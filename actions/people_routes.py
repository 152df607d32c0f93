"""Routes of the action server for what people saved: see it, take it away, delete it.

GET /records/shortlist/<person>              the shortlist as an answer of the contract
GET /records/shortlist/<person>.md|csv|html  the same as a file
DELETE /records/people/<person>              everything that is kept of that person

Callers are channels: they know the secret of both processes, and see to it that a person is named
by who they are alone. Once a day, records that nobody uses any more are deleted.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, empty, text
from sanic.response import json as json_response

from actions.record_routes import authorised, refused
from knowledge.records.database import Records
from knowledge.records.errors import InvalidRecord, RecordsUnavailable
from knowledge.records.people import PersonalRecord, forget_person, personal_record
from knowledge.records.retention import purge_unused

logger = logging.getLogger(__name__)

FILE_TYPES = {"md": "text/markdown", "csv": "text/csv", "html": "text/html"}
FIRST_PURGE_SECONDS = 60.0  # not while everything starts
PURGE_EVERY_SECONDS = 24 * 3600.0


class CannotShow(Exception):
    """The shortlist cannot be laid out now; the text says why, and nothing of what is in it."""


@dataclass(frozen=True)
class Views:
    """How a record is shown; both raise CannotShow.

    Attributes:
        answer: makes the answer of the contract.
        files: make the text of a file, by the ending of its name.
    """

    answer: Callable[[PersonalRecord], Mapping[str, Any]]
    files: Mapping[str, Callable[[PersonalRecord], str]]


def people_routes(records: Records, secret: str, views: Views, days: int) -> Blueprint:
    """The routes, and the daily purge.

    Args:
        records: Where records lie.
        secret: What a caller must know; with an empty one, nobody does.
        views: How they are shown.
        days: How long a record that is not used is kept.
    """
    blueprint = Blueprint("waypoint_people", url_prefix="/records")

    @blueprint.get("/shortlist/<name:str>")
    async def shortlist(request: Request, name: str) -> HTTPResponse:
        if not authorised(request, secret):
            return refused(401, "unauthorized")
        person, dot, ending = name.partition(".")
        if dot and ending not in FILE_TYPES:
            return refused(404, "there is no such file")
        return await _told(_shown, records, person, ending, views)

    @blueprint.delete("/people/<person:str>")
    async def forget(request: Request, person: str) -> HTTPResponse:
        if not authorised(request, secret):
            return refused(401, "unauthorized")
        return await _told(_forgotten, records, person)

    @blueprint.listener("after_server_start")
    async def begin(app: Sanic, *_: Any) -> None:
        if secret:  # else no channel names people, and there is nothing to keep
            app.ctx.purging = asyncio.create_task(_purge_daily(records, days))

    @blueprint.listener("before_server_stop")
    async def end(app: Sanic, *_: Any) -> None:
        task = getattr(app.ctx, "purging", None)
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    return blueprint


def _shown(records: Records, person: str, ending: str, views: Views) -> HTTPResponse:
    record = personal_record(records, person)
    if not ending:
        return json_response(views.answer(record))
    return text(views.files[ending](record), content_type=f"{FILE_TYPES[ending]}; charset=utf-8")


def _forgotten(records: Records, person: str) -> HTTPResponse:
    if not forget_person(records, person):
        logger.warning("A person was forgotten, but the database's log was in use: the daily purge cleans it")
    return empty()


async def _told(work: Callable[..., HTTPResponse], *arguments: Any) -> HTTPResponse:
    """Do it beside the server's loop, and tell what goes wrong without telling of whom."""
    try:
        return await asyncio.to_thread(work, *arguments)
    except InvalidRecord as error:
        return refused(400, str(error))
    except (RecordsUnavailable, CannotShow) as error:
        logger.error("What a person saved cannot be had: %s", error)
        return refused(503, "the records cannot be used")


async def _purge_daily(records: Records, days: int) -> None:
    wait = FIRST_PURGE_SECONDS
    while True:
        await asyncio.sleep(wait)
        wait = PURGE_EVERY_SECONDS
        try:
            deleted, settled = await asyncio.to_thread(purge_unused, records, days)
            if deleted or not settled:
                logger.info("%d records of people unused for %d days deleted%s", deleted, days,
                            "" if settled else "; the database's log is in use and keeps them until tomorrow")
        except RecordsUnavailable as error:
            logger.error("Old records of people were not deleted: %s", error)
