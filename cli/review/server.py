"""Serves the review page and its edits over HTTP, to this machine alone."""

from __future__ import annotations

import json
import logging
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from typing import Any

from cli.review.desk import Desk, NoSuchDraft
from cli.review.gate import ADDRESS, HEADERS, Gate, Refused
from knowledge.errors import KnowledgeError

logger = logging.getLogger(__name__)
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
_SECONDS = 30  # until a browser that sends nothing is let go


class ReviewServer(ThreadingHTTPServer):
    """The server of one `waypoint knowledge review`."""

    daemon_threads = True

    def __init__(self, desk: Desk, port: int = 0) -> None:
        """Bind to a port of this machine; 0 takes a free one.

        Raises:
            OSError: The port is taken.
        """
        super().__init__((ADDRESS, port), _Handler)
        self.desk = desk
        self.gate = Gate(self.server_address[1])
        self.assets = _assets()


class _Handler(BaseHTTPRequestHandler):
    """One request."""

    server: ReviewServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "Waypoint", ""
    timeout = _SECONDS

    def do_GET(self) -> None:
        self._answer("GET")

    def do_POST(self) -> None:
        self._answer("POST")

    def _answer(self, method: str) -> None:
        try:
            path = self.server.gate.path_within(method, self.path, self.headers)
            if method == "GET":
                self._get(path)
            else:
                self._send_json(*self._post(path, _mapping(self.rfile.read(int(self.headers["Content-Length"])))))
        except Refused as refused:
            self.close_connection = True  # its body was not read
            self._send(refused.status, "text/plain; charset=utf-8", refused.why.encode())
        except NoSuchDraft as error:
            self._send_json(404, {"error": str(error)})
        except KnowledgeError as error:
            self._send_json(422, {"error": str(error)})
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            self._send_json(400, {"error": f"this cannot be read ({error})"})
        except OSError as error:
            logger.exception("A request of the review page failed")
            self._send_json(500, {"error": f"a file cannot be read or written ({error.strerror})"})

    def _get(self, path: str) -> None:
        asset = self.server.assets.get(path or "page.html")
        if asset is not None:
            self._send(200, *asset)
            return
        what, _, name = path.partition("/")
        if what == "drafts":
            self._send_json(200, self.server.desk.drafts())
        elif what == "options":
            self._send_json(200, self.server.desk.options())
        elif what == "draft":
            self._send_json(200, self.server.desk.state(name))
        elif what == "version":
            self._send_json(200, {"version": self.server.desk.version(name)})
        elif what == "preview":
            self._send_json(200, self.server.desk.preview(name))
        elif what == "progress":
            self._send_json(200, self.server.desk.progress())
        else:
            raise Refused(404, "There is nothing here.")

    def _post(self, path: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        what, _, name = path.partition("/")
        desk = self.server.desk
        if what == "edit":
            answer = desk.edit(name, body)
            return (409 if answer.get("changed") else 200), answer
        if what == "words":
            return 200, desk.words(name, str(body["text"]))
        if what == "publish":
            return 200, desk.publish(name, str(body["version"]))
        raise Refused(404, "There is nothing here.")

    def _send_json(self, status: int, value: Any) -> None:
        self._send(status, "application/json; charset=utf-8", json.dumps(value, ensure_ascii=True).encode())

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the address has the token in it."""


def _mapping(body: bytes) -> dict[str, Any]:
    edit = json.loads(body)
    if not isinstance(edit, dict):
        raise ValueError("an edit is an object")
    return edit


def _assets() -> dict[str, tuple[str, bytes]]:
    """The page's files by name, held in memory: no path is ever made of what a request says."""
    folder = resources.files("cli.review") / "assets"
    return {
        file.name: (_TYPES[suffix], file.read_bytes())
        for file in folder.iterdir()
        if (suffix := f".{file.name.rpartition('.')[2]}") in _TYPES
    }
