"""A REST channel on loopback that answers from a script: Rasa's shape without Rasa."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

CITATION = {
    "n": 1,
    "article": {
        "id": "sermo-cardiology",
        "title": "Alternative careers for cardiologists",
        "publisher": "Sermo",
        "url": None,
        "published": None,
        "accessed": "2026-11-22",
    },
    "section": "Flexible and remote careers",
    "passage_id": "sermo-cardiology#telecardiology-pay",
    "excerpt": "ZipRecruiter puts the average salary at $357,482.",
    "excerpt_kind": "summary",
}
FIGURE = {
    "id": "sermo-cardiology#telecardiology/1",
    "kind": "salary",
    "statistic": "average",
    "low": 357482,
    "high": 357482,
    "currency": "USD",
    "unit": "year",
    "unit_basis": "inferred",
    "as_written": "$357,482",
    "display": "average salary $357,482 a year, ZipRecruiter",
    "attributed_to": "ZipRecruiter",
    "qualifier": None,
    "geography": None,
    "annual_low": 357482,
    "annual_high": 357482,
    "hours_per_year": None,
    "citation": 1,
}


NOT_STATED = {"value": "not_stated", "basis": "not_stated", "display": "not stated", "citation": None,
              "also": []}
ATTRIBUTES = dict.fromkeys(
    ("work_mode", "commitment", "patient_contact", "setting", "schedule", "travel", "growth"),
    NOT_STATED,
)


def role(**changes: Any) -> dict[str, Any]:
    """Telecardiology as a payload shows it, with changes."""
    return {
        "id": "sermo-cardiology#telecardiology",
        "title": "Telecardiology",
        "kind": "telemedicine",
        "specialties": ["cardiology"],
        "article_id": "sermo-cardiology",
        "summary": "video consultations",
        "pay_note": None,
        "attributes": ATTRIBUTES,
        "figures": [FIGURE],
        "citations": [1],
        **changes,
    }


def payload(text: str, **changes: Any) -> dict[str, Any]:
    """A complete answer/1 payload that holds nothing but a text, with changes."""
    return {
        "schema": "answer/1",
        "answer_id": "a1",
        "knowledge_version": "v1",
        "kind": "none",
        "text": text,
        "blocks": [{"type": "lead", "text": text}],
        "filters": [],
        "roles": [],
        "not_stated": [],
        "near_misses": [],
        "polls": [],
        "reasons": [],
        "passages": [],
        "comparison": None,
        "question": None,
        "citations": [],
        "page": None,
        "suggestions": [],
        **changes,
    }


def telecardiology(**changes: Any) -> dict[str, Any]:
    """A right answer about one role; `changes` make it wrong."""
    text = changes.pop("text", "Telecardiology: average $357,482 a year (ZipRecruiter) [1].")
    return payload(text, **{"kind": "role", "roles": [role()], "citations": [CITATION], **changes})


class FakeBot:
    """Answers each user message with what `answer` makes of it; remembers who said what."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []
        self.answer: Callable[[str, str], Any] = lambda sender, text: [{"text": f"You said {text}"}]
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.01,), daemon=True
        )
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def says(self, custom: dict[str, Any]) -> None:
        """Answers everything with one payload."""
        self.answer = lambda sender, text: [{"text": custom["text"], "custom": custom}]

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        bot = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1  # one packet an answer: two of them wait for each other's receipt

            def do_GET(self) -> None:
                self._send({"status": "ok"})

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                bot.heard.append((body["sender"], body["message"]))
                self._send(bot.answer(body["sender"], body["message"]))

            def _send(self, value: Any) -> None:
                raw = json.dumps(value).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

            def log_message(self, *args: Any) -> None:
                pass

        return Handler
