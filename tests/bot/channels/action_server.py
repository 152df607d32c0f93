"""Stands in for the action server's routes of people."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, List, Optional, Tuple


class ActionServer:
    """Answers every request with `status` and `body`, and keeps what it was asked."""

    def __init__(self) -> None:
        self.reset()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"] or 0))
                outer.got.append((self.command, self.path, self.headers["Authorization"]))
                self.send_response(outer.status)
                self.send_header("Content-Length", str(len(outer.body)))
                self.end_headers()
                self.wfile.write(outer.body)

            do_GET = do_POST = do_DELETE = answer

            def log_message(self, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()
        self.webhook = f"http://127.0.0.1:{self.server.server_port}/webhook"

    def reset(self) -> None:
        self.status, self.body = 200, b'{"kind": "none"}'
        self.got: List[Tuple[str, str, Optional[str]]] = []

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
