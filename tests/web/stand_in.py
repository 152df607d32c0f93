"""A stand-in for the web channel: the same routes, golden answers, and faults on demand.

It speaks the channel's protocol and knows no Rasa, so the browser tests need no trained bot, can
make the network fail at a chosen moment, and can count what really arrived.
"""

from __future__ import annotations

import json
import secrets
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "bot" / "web" / "pages"
PAYLOADS = ROOT / "tests" / "data" / "payloads"
PREFIX = "/webhooks/web/"

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors *; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
DEMO_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-src 'self'; frame-ancestors 'none'"
)
TYPES = {".js": "text/javascript", ".css": "text/css", ".txt": "text/plain", ".html": "text/html"}


def golden(name: str) -> dict[str, Any]:
    """One of the golden payloads."""
    return json.loads((PAYLOADS / f"{name}.json").read_text(encoding="utf-8"))


def plain(text: str, kind: str = "smalltalk", **parts: Any) -> dict[str, Any]:
    """A small answer of the contract with some parts set."""
    empty: dict[str, Any] = {
        "schema": "answer/1", "answer_id": secrets.token_hex(4), "knowledge_version": "test", "kind": kind,
        "text": text, "blocks": [{"type": "lead", "text": text}], "filters": [], "roles": [], "not_stated": [],
        "near_misses": [], "polls": [], "reasons": [], "passages": [], "comparison": None, "question": None,
        "citations": [], "page": None, "suggestions": [],
    }
    return {**empty, **parts}


@dataclass
class Fault:
    """What happens to the next POST of a message instead of an answer."""

    status: int = 0
    code: str = ""
    text: str = ""
    retry_after: float | None = None
    drop: str = ""  # "before": nothing is done; "after": it is answered, but the answer is lost


@dataclass
class StandIn:
    """The server's state; tests read and change it while the browser talks to it."""

    build: Path
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    epoch: str = "epoch-1"
    delay: float = 0.0  # seconds; where a test needs something to happen meanwhile, `hold` is surer
    going: threading.Event = field(default_factory=threading.Event)  # answers are given while this is set
    down: bool = False
    faults: list[Fault] = field(default_factory=list)
    conversations: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    received: list[tuple[str, str]] = field(default_factory=list)  # (id, text) of each POST that arrived
    worked: list[str] = field(default_factory=list)  # ids that were answered, not repeated
    feedback: list[dict[str, Any]] = field(default_factory=list)
    shortlists: dict[str, dict[str, Any]] = field(default_factory=dict)  # by person: what GET shortlist gives
    said_as: list[str | None] = field(default_factory=list)  # the person of each message that arrived
    people_down: bool = False  # the routes of people fail
    deleted: list[str] = field(default_factory=list)
    unforgetful: int = 0  # status of each request to forget, when it is none that forgets
    host_token: str = ""  # the only one of the host page that opens a conversation; empty: none is asked for
    unknown_answers: bool = False  # ratings are refused as of answers that nobody remembers
    opened_with: list[str] = field(default_factory=list)  # Authorization of each new conversation
    requests: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.going.set()

    def hold(self) -> None:
        """Messages that arrive from now on wait for their answers until `let_go`."""
        self.going.clear()

    def let_go(self) -> None:
        self.going.set()

    def wait_for(self, count: int) -> None:
        """Waits until so many messages have arrived in all, repeated ones too."""
        until = time.monotonic() + 30
        while len(self.received) < count:
            assert time.monotonic() < until, f"only {self.received} arrived"
            time.sleep(0.01)

    def restart(self, *, forget_tokens: bool = False) -> None:
        """What a restart does: a new epoch, no memory; with a lost key also no conversation."""
        with self.lock:
            self.epoch = f"epoch-{secrets.token_hex(3)}"
            self.conversations = {} if forget_tokens else {token: [] for token in self.conversations}

    def answer(self, text: str) -> dict[str, Any]:
        custom = self.answers.get(text) or plain(f"You said: {text}")
        return {"text": custom["text"], "custom": custom}


def serve(stand_in: StandIn, host: str = "127.0.0.1") -> tuple[ThreadingHTTPServer, str]:
    """Starts the server in a thread; returns it and its address."""
    handler = type("Handler", (_Handler,), {"stand_in": stand_in})
    server = ThreadingHTTPServer((host, 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.05}).start()
    return server, f"http://{host}:{server.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    stand_in: StandIn
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        path = urlsplit(self.path)
        self.stand_in.requests.append(self.path)
        if self.stand_in.down:
            return self._drop()
        name = path.path.removeprefix(PREFIX)
        if path.path == "/":
            name = "demo"
        if name in ("frame", "demo"):
            return self._page(name)
        if name == "widget.js":
            return self._file(self._manifest()["widget.js"], "no-cache")
        if name.startswith("assets/"):
            wanted = name.removeprefix("assets/")
            known = wanted in self._manifest().values()
            return self._file(wanted, "immutable, max-age=31536000") if known else self._json(404, {})
        if name.startswith("shortlist"):
            return self._shortlist(name.removeprefix("shortlist").removeprefix("."))
        if name == "messages":
            return self._remembered(int(parse_qs(path.query).get("after", ["0"])[0]))
        return self._json(404, {})

    def do_POST(self) -> None:
        size = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(size) or b"{}")
        self.stand_in.requests.append(self.path)
        if self.stand_in.down:
            return self._drop()
        route = self.path.removeprefix(PREFIX)
        if route == "conversations":
            token = secrets.token_urlsafe(32)
            self.stand_in.opened_with.append(self.headers.get("Authorization") or "")
            if self.stand_in.host_token and self._token() != self.stand_in.host_token:
                return self._error(401, "unauthorized", "Please sign in to this site first.")
            self.stand_in.conversations[token] = []
            person = body.get("person")
            if person not in self.stand_in.shortlists:
                person = f"person-{secrets.token_urlsafe(16)}"
                self.stand_in.shortlists[person] = plain("Your shortlist is empty.", kind="none")
            return self._json(201, {"conversation": token, "epoch": self.stand_in.epoch, "person": person})
        if self._token() not in self.stand_in.conversations:
            return self._error(401, "unauthorized", "This conversation is not known here.")
        if route == "messages":
            return self._message(body)
        if route == "feedback" and self.stand_in.unknown_answers:
            return self._error(404, "not_found", "I don't remember that answer any more.")
        if route == "feedback":
            self.stand_in.feedback.append(body)
            return self._empty()
        return self._json(404, {})

    def do_DELETE(self) -> None:
        self.stand_in.requests.append(self.path)
        if self.stand_in.down:
            return self._drop()
        if self.path.removeprefix(PREFIX) == "person":
            return self._forget_person()
        if self.stand_in.unforgetful:
            return self._error(self.stand_in.unforgetful, "", "No.")
        self.stand_in.deleted.append(self._token())
        self.stand_in.conversations.pop(self._token(), None)
        return self._empty()

    def _shortlist(self, ending: str) -> None:
        found = self.stand_in.shortlists.get(self._token())
        if self.stand_in.people_down or found is None:
            return self._error(503 if found else 401, "unavailable" if found else "unauthorized", "No.")
        if not ending:
            return self._json(200, found)
        return self._send(200, f"{ending} of {self._token()}".encode(), "text/plain")

    def _forget_person(self) -> None:
        if self.stand_in.people_down:
            return self._error(503, "unavailable", "No.")
        self.stand_in.deleted.append(self._token())
        self.stand_in.shortlists.pop(self._token(), None)
        return self._empty()

    def _message(self, body: dict[str, Any]) -> None:
        server = self.stand_in
        server.received.append((body["id"], body["message"]))
        server.said_as.append(body.get("person"))
        fault = server.faults.pop(0) if server.faults else Fault()
        if fault.drop == "before":
            return self._drop()
        if fault.status:
            return self._error(fault.status, fault.code, fault.text, fault.retry_after)
        time.sleep(server.delay)
        server.going.wait(120)
        if server.down:
            return self._drop()
        with server.lock:
            known = server.conversations.get(self._token())
            if known is None:
                return self._error(401, "unauthorized", "This conversation is not known here.")
            entry = next((m for m in known if m["id"] == body["id"]), None)
            if entry is None:
                server.worked.append(body["id"])
                answers = [server.answer(body["message"])]
                entry = {"n": len(known) + 1, "id": body["id"], "message": body["message"],
                         "answers": answers, "time": "2026-11-22T08:00:00Z"}
                known.append(entry)
        if fault.drop == "after":
            return self._drop()
        return self._json(200, {"id": body["id"], "epoch": server.epoch, "answers": entry["answers"]})

    def _remembered(self, after: int) -> None:
        known = self.stand_in.conversations.get(self._token())
        if known is None:
            return self._error(401, "unauthorized", "This conversation is not known here.")
        messages = [m for m in known if m["n"] > after]
        return self._json(200, {"epoch": self.stand_in.epoch, "messages": messages, "last": len(known)})

    def _token(self) -> str:
        return (self.headers.get("Authorization") or "").removeprefix("Bearer ")

    def _manifest(self) -> dict[str, str]:
        return json.loads((self.stand_in.build / "manifest.json").read_text())

    def _page(self, name: str) -> None:
        page = (PAGES / f"{name}.html").read_text(encoding="utf-8")
        for asset, hashed in self._manifest().items():
            address = PREFIX + (asset if asset == "widget.js" else f"assets/{hashed}")
            page = page.replace("{{" + asset + "}}", address)
        policy = {"Content-Security-Policy": CSP if name == "frame" else DEMO_CSP}
        self._send(200, page.encode(), "text/html; charset=utf-8", policy)

    def _file(self, name: str, cache: str) -> None:
        path = self.stand_in.build / name
        kind = TYPES[path.suffix] + "; charset=utf-8"
        self._send(200, path.read_bytes(), kind, {"Cache-Control": cache})

    def _error(self, status: int, code: str, text: str, retry_after: float | None = None) -> None:
        self._json(status, {"error": {"code": code, "text": text, "retry_after": retry_after}})

    def _json(self, status: int, body: Any) -> None:
        self._send(status, json.dumps(body).encode(), "application/json")

    def _empty(self) -> None:
        self.send_response(204)
        self.end_headers()

    def _send(self, status: int, body: bytes, kind: str, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in (headers or {}).items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _drop(self) -> None:
        """Breaks the connection, as a server does that stops or a network that fails."""
        self.close_connection = True
        self.connection.close()
