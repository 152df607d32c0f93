"""Notes questions that got no answer, beside the answer path: it costs an answer a queue's put.

Nothing is noted of what a person says of distress, symptoms or patients, nor of small talk.
"""

from __future__ import annotations

import logging
import queue
import threading
from typing import TYPE_CHECKING, Any, Mapping, Optional

from knowledge.answering.silence import NOT_STATED
from knowledge.coverage import serving_specialty
from knowledge.facts import KnowledgeBase
from knowledge.language.about_me import introduces_someone
from knowledge.language.safety import detect_distress, detect_strain, detect_symptoms
from knowledge.records.database import Records
from knowledge.records.errors import InvalidRecord, RecordsError
from knowledge.records.unanswered import (
    HELD_BACK,
    NO_ARTICLE,
    NOT_COVERED,
    NOT_UNDERSTOOD,
    add_unanswered,
    days_kept,
    purge_unanswered,
)

if TYPE_CHECKING:
    from sanic import Sanic

    from actions.query import Query

logger = logging.getLogger(__name__)

WAITING = 500  # questions; more are dropped rather than kept in memory
PURGE_EVERY = 200  # questions written
_ASIDE = ("action_show_more", "action_start_over", "action_cite_source", "action_explain_reliability")
_DID_YOU_MEAN = "did-you-mean"

Note = tuple[str, str, Optional[str]]


class UnansweredWriter:
    """Writes notes in a thread of its own; what cannot be written is dropped, and logged once."""

    def __init__(self, records: Records, days: int) -> None:
        """Take the database, and for how many days it keeps questions (0: nothing is noted)."""
        self._records, self._days = records, days
        self._queue: queue.Queue[Optional[Note]] = queue.Queue(WAITING)
        self._thread: Optional[threading.Thread] = None
        self._written = 0
        self._failed = False

    def start(self) -> None:
        """Begin to write; without a start nothing is noted."""
        if self._days > 0:
            self._thread = threading.Thread(target=self._write_all, name="unanswered", daemon=True)
            self._thread.start()

    def note(self, question: str, why: str, version: Optional[str]) -> None:
        """Have a question written; returns at once and never raises."""
        if self._thread is None:
            return
        try:
            self._queue.put_nowait((question, why, version))
        except queue.Full:
            logger.debug("a question without an answer was not noted: too many wait")

    def close(self, seconds: float = 2.0) -> None:
        """Write what waits, and end."""
        if self._thread is not None:
            try:
                self._queue.put(None, timeout=seconds)
            except queue.Full:
                return
            self._thread.join(seconds)
            self._thread = None

    def _write_all(self) -> None:
        self._guarded(self._purge)
        while (note := self._queue.get()) is not None:
            self._guarded(lambda note=note: self._write(note))

    def _write(self, note: Note) -> None:
        add_unanswered(self._records, [note])
        self._written += 1
        if self._written % PURGE_EVERY == 0:
            self._purge()

    def _purge(self) -> None:
        purge_unanswered(self._records, self._days)

    def _guarded(self, work: Any) -> None:
        try:
            work()
            self._failed = False
        except RecordsError as error:
            if not self._failed:
                logger.warning("questions without an answer are not noted: %s", error)
            self._failed = True
        except Exception:  # this thread must live as long as the server
            logger.exception("a question without an answer could not be noted")


_writer: Optional[UnansweredWriter] = None


def note_questions(app: Sanic, records: Records) -> None:
    """Note questions while an application runs.

    Raises:
        SystemExit: The setting of how long they are kept cannot be read.
    """
    try:
        writer = UnansweredWriter(records, days_kept())
    except InvalidRecord as error:
        raise SystemExit(str(error)) from error

    @app.listener("before_server_start")
    async def start(*_: Any) -> None:
        writer.start()
        note_with(writer)

    @app.listener("before_server_stop")
    async def stop(*_: Any) -> None:
        note_with(None)
        writer.close()


def note_with(writer: Optional[UnansweredWriter]) -> None:
    """Have the actions of this process note by a writer; the action server does so when it starts."""
    global _writer
    _writer = writer


def note_unanswered(action: str, query: Query, payload: Mapping[str, Any], knowledge: KnowledgeBase) -> None:
    """Note the question if its answer is none. Never raises and never waits."""
    if _writer is None:
        return
    try:
        why = why_unanswered(action, query, payload, knowledge)
        if why:
            _writer.note(query.text, why, knowledge.version)
    except Exception:  # an answer must not fail because of a note
        logger.exception("a question without an answer could not be noted")


def why_unanswered(
    action: str, query: Query, payload: Mapping[str, Any], knowledge: KnowledgeBase
) -> Optional[str]:
    """Why an answer is none, by a key of `unanswered.WHY`; None for an answer."""
    if action in _ASIDE or not query.text.strip() or _is_of_somebody(query.text):
        return None
    if query.of_list or query.of_offers:
        return None  # one's own matters, and an empty list is no gap of the articles
    kind = payload.get("kind")
    if kind == "error":
        return HELD_BACK
    if kind == "clarify":
        asked = (payload.get("question") or {}).get("id")
        return NOT_UNDERSTOOD if asked == _DID_YOU_MEAN and query.shape.leftover else None
    if kind in ("none", "roles", "role", "reasons", "polls") and _no_article(query, knowledge):
        return NO_ARTICLE
    pointing = query.values("ordinal") or "list" in query.values("reference")
    silent = kind == "none" or (kind == "passages" and NOT_STATED in payload.get("text", "").lower())
    return NOT_COVERED if silent and not pointing else None


def _is_of_somebody(text: str) -> bool:
    """Whether a message tells of somebody's state or names them, whatever else it asks and whatever it got."""
    return introduces_someone(text) or detect_distress(text) or detect_strain(text) or detect_symptoms(text)


def _no_article(query: Query, knowledge: KnowledgeBase) -> bool:
    """Whether this very message asks for a specialty that no article serves."""
    asked = [s for s in query.values("specialty") if s != "any"]
    return bool(asked) and all(serving_specialty(knowledge, s) is None for s in asked)
