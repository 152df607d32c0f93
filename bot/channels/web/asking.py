"""What a request to the API comes with: who asks, from where, with what body."""

from __future__ import annotations

import json
import re
from typing import Any, Dict, Optional

from rasa.core.channels.channel import decode_bearer_token
from sanic.request import Request

from bot.channels.web.limits import client_address
from bot.channels.web.refusal import NOT_KNOWN, SIGN_IN, SIGN_IN_TO_SITE, TOO_LARGE, Refusal
from bot.channels.web.settings import WebSettings
from bot.channels.web.tokens import ConversationTokens, PersonTokens

MAX_BODY_BYTES = 40_000  # 5,000 characters at their longest in JSON, and the rest
MAX_AFTER = 10**15
_DRAINED_BYTES = 1_000_000  # read and thrown away, so that the refusal arrives; more is cut off
_MESSAGE_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
_ANSWER_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}")

Body = Dict[str, Any]


async def read_body(request: Request) -> Body:
    """Return the JSON object in the body of a streamed request.

    Raises:
        Refusal: It is too large, or something else.
    """
    if request.stream is not None:
        request.stream.request_max_size = _DRAINED_BYTES
    length = request.headers.get("content-length", "0")
    if length.isdigit() and int(length) > MAX_BODY_BYTES:
        raise Refusal("too_large", TOO_LARGE)
    raw = b""
    while request.stream is not None and (part := await request.stream.read()) is not None:
        raw += part
        if len(raw) > MAX_BODY_BYTES:
            raise Refusal("too_large", TOO_LARGE)
    try:
        body = json.loads(raw or b"{}")
    except (ValueError, RecursionError):
        raise Refusal("bad_request", "The body is not JSON.") from None
    if not isinstance(body, dict):
        raise Refusal("bad_request", "The body must be a JSON object.")
    return body


def bearer(request: Request) -> str:
    """Return the token of the Authorization header, empty where there is none."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def conversation_of(request: Request, tokens: ConversationTokens) -> str:
    """Return the conversation that the request may act in.

    Raises:
        Refusal: Its token is missing, not ours or too old.
    """
    conversation = tokens.conversation(bearer(request))
    if conversation is None:
        raise Refusal("unauthorized", SIGN_IN)
    return conversation


def check_host_token(request: Request, settings: WebSettings) -> str:
    """See that the host page vouches for the person, where a key for that is set.

    Returns:
        Whom the page says that it is (`sub`); empty where it does not, or no key is set.

    Raises:
        Refusal: Its JWT is missing, forged or expired.
    """
    if not settings.jwt_key:
        return ""
    token = bearer(request)
    # A list: Rasa passes it on to PyJWT, which would look for the token's algorithm inside a string.
    algorithms: Any = [settings.jwt_algorithm]
    claims = decode_bearer_token(token, settings.jwt_key, algorithms) if token else None
    if claims is None:
        raise Refusal("unauthorized", SIGN_IN_TO_SITE)
    subject = claims.get("sub")
    return subject if isinstance(subject, str) else ""


def person_of(body: Body, tokens: PersonTokens) -> Optional[str]:
    """Return the person whom a body's token names, None where it has none.

    Raises:
        Refusal: The token is not ours, or too old: with a new conversation comes a new one.
    """
    token = body.get("person")
    if token is None:
        return None
    person = tokens.person(token) if isinstance(token, str) else None
    if person is None:
        raise Refusal("unauthorized", SIGN_IN)
    return person


def person_who_asks(request: Request, tokens: PersonTokens) -> str:
    """Return the person in whose name a request comes.

    Raises:
        Refusal: Its token is missing, not ours or too old.
    """
    person = tokens.person(bearer(request))
    if person is None:
        raise Refusal("unauthorized", NOT_KNOWN)
    return person


def address_of(request: Request, proxies: int) -> str:
    """Return the address that limits count by; see limits.client_address."""
    return client_address(request.ip or "", request.headers.getall("x-forwarded-for", []), proxies)


def message_id_of(body: Body) -> str:
    """Return the browser's name for the message.

    Raises:
        Refusal: There is none.
    """
    message_id = body.get("id")
    if not isinstance(message_id, str) or not _MESSAGE_ID.fullmatch(message_id):
        raise Refusal("bad_request", '"id" must be 8 to 64 letters, digits, "-" or "_".')
    return message_id


def text_of(body: Body, name: str) -> str:
    """Return a text of the body, without halves of characters, which no database takes.

    Raises:
        Refusal: It is no text.
    """
    text = body.get(name)
    if not isinstance(text, str):
        raise Refusal("bad_request", f'"{name}" must be a text.')
    return text.encode("utf-8", "replace").decode()


def metadata_of(body: Body) -> Dict[str, str]:
    """Return what actions may know of the message; all but the language is left out.

    Raises:
        Refusal: It is no object.
    """
    metadata = body.get("metadata")
    if metadata is None:
        return {}
    if not isinstance(metadata, dict):
        raise Refusal("bad_request", '"metadata" must be an object or left out.')
    language = metadata.get("lang")
    known = isinstance(language, str) and _LANGUAGE.fullmatch(language)
    return {"lang": language} if known else {}


def answer_id_of(body: Body) -> str:
    """Return the answer that feedback is about.

    Raises:
        Refusal: None is named.
    """
    answer_id = body.get("answer_id")
    if not isinstance(answer_id, str) or not _ANSWER_ID.fullmatch(answer_id):
        raise Refusal("bad_request", '"answer_id" must name an answer.')
    return answer_id


def after_of(request: Request) -> int:
    """Return the number after which messages are asked for, 0 for all.

    Raises:
        Refusal: It is no number.
    """
    text: Optional[str] = request.args.get("after") or "0"
    if not text.isascii() or not text.isdigit() or int(text[:16]) > MAX_AFTER:
        raise Refusal("bad_request", '"after" must be a number.')
    return int(text[:16])
