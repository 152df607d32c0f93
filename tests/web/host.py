"""A host page on another site than the bot: what embeds the widget, and its own strict policy."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


def policy(bot: str) -> str:
    """The strictest policy that docs/widget.md promises to work under."""
    return f"default-src 'none'; script-src {bot}; frame-src {bot}; base-uri 'none'; require-trusted-types-for 'script'"


def serve_host(pages: dict[str, str], csp: str) -> tuple[ThreadingHTTPServer, str]:
    """Serves some pages at http://localhost, which browsers take for another site than 127.0.0.1."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

        def do_GET(self) -> None:
            body = pages.get(self.path)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", csp)
            self.end_headers()
            self.wfile.write((body or "").encode())

    server = ThreadingHTTPServer(("localhost", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.05}).start()
    return server, f"http://localhost:{server.server_address[1]}"
