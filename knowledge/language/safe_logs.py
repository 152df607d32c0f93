"""Keeps what people write, and who they are, out of the logs of both processes.

Every log record is cleaned as it is made, whoever makes it: our code, Rasa, Sanic, a library. Out
of its text and its traceback go the message that is being answered (which may tell of a patient in
words that have no form), whatever looks like personal data, and opaque ids of people and
conversations. So a failure in the middle of a turn can be logged as usual.
"""

from __future__ import annotations

import json
import logging
import os
import re
import traceback
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Iterator, Tuple

from knowledge.language.redaction import redact

VARIABLE = "WAYPOINT_LOG_MESSAGES"  # "1": nothing is kept out, for finding a fault on one's own machine
MESSAGE, ID = "[message]", "[id]"
LOUD = ("rasa", "rasa_sdk", "slack_sdk", "aiohttp", "sanic", "httpx")  # at DEBUG they log whole messages
_LONGEST = 20_000  # of a log text; more is cut off

_OPAQUE = re.compile(r"(?<![\w-])[\w-]{43}(?:\.\d{1,12}\.[\w-]{43})?(?![\w-])")
_SLACK = re.compile(r"(?<![A-Za-z0-9])[UWD](?=[A-Z0-9]*\d)[A-Z0-9]{7,}(?![A-Za-z0-9])")
_answering: ContextVar[Tuple[str, ...]] = ContextVar("waypoint_answering", default=())


@contextmanager
def answering(text: str) -> Iterator[None]:
    """Keeps a message out of all that is logged while it is being answered, in tasks begun meanwhile, too."""
    token = _answering.set((*_answering.get(), text))
    try:
        yield
    finally:
        _answering.reset(token)


def now_answering(text: str) -> None:
    """The same from now on, until the next message: for servers that log a failure after they gave up on it."""
    _answering.set((text,))


def cleaned(text: str) -> str:
    """A log text without messages, personal data and ids of people."""
    text = text[:_LONGEST]
    for message in _answering.get():
        for written in _written(message):
            text = re.sub(_whole(written), MESSAGE, text)
    return redact(_SLACK.sub(ID, _OPAQUE.sub(ID, text)))


def keep_logs_safe() -> None:
    """Has every log record cleaned from now on; calling it again does nothing.

    Also silences the debugging output of the libraries that would log every message in parts.
    """
    if os.environ.get(VARIABLE) == "1" or getattr(logging.getLogRecordFactory(), "cleans", False):
        return
    make = logging.getLogRecordFactory()

    def make_clean(*args: Any, **kwargs: Any) -> logging.LogRecord:
        record = make(*args, **kwargs)
        if _clean is None:  # Python empties modules as it ends, and libraries still report what they left open
            record.msg, record.args, record.exc_info = "a log line of the program's end", (), None
            return record
        return _clean(record)

    make_clean.cleans = True  # type: ignore[attr-defined]
    logging.setLogRecordFactory(make_clean)
    quieten()


def quieten() -> None:
    """Raises the level of loggers that are set to DEBUG; to be called again when somebody has set one."""
    if os.environ.get(VARIABLE) == "1":
        return
    for name in LOUD:
        logger = logging.getLogger(name)
        if logger.getEffectiveLevel() < logging.INFO:
            logger.setLevel(logging.INFO)


def _clean(record: logging.LogRecord) -> logging.LogRecord:
    try:
        record.msg, record.args = cleaned(record.getMessage()), ()
    except (TypeError, ValueError):  # a text and values that do not fit: the handler would print them
        record.msg, record.args = "a log line that cannot be written", ()
    if record.exc_info and record.exc_info[0] is not None:
        # Formatters take this text where it is there, and make it of the exception where it is not.
        record.exc_text = cleaned("".join(traceback.format_exception(*record.exc_info)).rstrip())
        record.exc_info = None
    if record.stack_info:
        record.stack_info = cleaned(record.stack_info)
    return record


def _written(message: str) -> Iterator[str]:
    """The ways in which a message is written into logs: plain, as Python or JSON writes it, and that in JSON again."""
    once = [message, message.strip(), repr(message)[1:-1], json.dumps(message)[1:-1]]
    again = [escape(text) for text in once for escape in (lambda t: json.dumps(t)[1:-1], lambda t: repr(t)[1:-1])]
    yield from sorted({text for text in (*once, *again) if text}, key=len, reverse=True)


def _whole(text: str) -> str:
    """A pattern of the text where it is no part of a longer word."""
    before = r"(?<!\w)" if text[:1].isalnum() else ""
    after = r"(?!\w)" if text[-1:].isalnum() else ""
    return f"{before}{re.escape(text)}{after}"
