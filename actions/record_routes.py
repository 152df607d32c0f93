"""Routes of the action server that store what channels pass on: `POST /records/<kind>`.

Rasa's process may not open the database (other Python, other SQLAlchemy), so its channels ask
here, with a secret that both processes are given at start. A new kind of record is one more line
in KINDS.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Callable
from typing import Any

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, empty
from sanic.response import json as json_response

from knowledge.records.database import Records
from knowledge.records.errors import InvalidRecord, RecordsUnavailable
from knowledge.records.feedback import Feedback, add_feedback

logger = logging.getLogger(__name__)

SECRET_VARIABLE = "WAYPOINT_INTERNAL_SECRET"
MAX_BODY_BYTES = 100_000

Store = Callable[[Records, Any], None]


def _store_feedback(records: Records, entry: Any) -> None:
    add_feedback(records, Feedback.from_json(entry))


KINDS: dict[str, Store] = {"feedback": _store_feedback}


def record_routes(records: Records, secret: str) -> Blueprint:
    """The routes.

    Args:
        records: Where entries are stored.
        secret: What a caller must know; with an empty one, nobody does.
    """
    blueprint = Blueprint("waypoint_records", url_prefix="/records")
    if not secret:
        logger.warning("%s is not set: no feedback is stored", SECRET_VARIABLE)

    @blueprint.post("/<kind:str>")
    async def store(request: Request, kind: str) -> HTTPResponse:
        if not authorised(request, secret):
            return refused(401, "unauthorized")
        if kind not in KINDS:
            return refused(404, "there is no such kind of record")
        if len(request.body) > MAX_BODY_BYTES:
            return refused(413, f"more than {MAX_BODY_BYTES} bytes")
        try:
            entry = json.loads(request.body)
            await asyncio.to_thread(KINDS[kind], records, entry)
        except (ValueError, RecursionError):
            return refused(400, "the body is not JSON")
        except InvalidRecord as error:
            return refused(400, str(error))
        except RecordsUnavailable as error:
            logger.error("%s was not stored: %s", kind, error)
            return refused(503, "the records cannot be written")
        return empty()

    @blueprint.listener("after_server_stop")
    async def stop(*_: Any) -> None:
        records.close()

    return blueprint


def authorised(request: Request, secret: str) -> bool:
    """Whether the caller knows the secret; takes the same time for each wrong one."""
    told = request.headers.get("authorization", "").encode("utf-8", "replace")
    return bool(secret) and hmac.compare_digest(told, f"Bearer {secret}".encode())


def refused(status: int, why: str) -> HTTPResponse:
    """The answer to a request that is not served."""
    return json_response({"error": why}, status=status)
