"""The pages and files of the widget over HTTP: types, caching, compression, headers."""

from __future__ import annotations

from typing import Dict, Mapping, Optional, Sequence

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.web import headers
from bot.channels.web.files import STUB, NotBuilt, Sendable, WebFiles
from bot.channels.web.routing import add_route

FOREVER = "public, max-age=31536000, immutable"  # the name changes with the content
SHORT = "public, max-age=300"
ASK_ALWAYS = "no-cache"  # kept, but asked for with its ETag

_GET = ["GET", "HEAD"]
_NOT_BUILT = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Waypoint: the chat is not built yet</title>
<h1>The chat is not built yet</h1>
<p>Run <code>make build</code> and load this page again. In a terminal, <code>make shell</code> works now.</p>
</html>
"""


class Pages:
    """The routes of everything that a browser loads."""

    def __init__(self, files: WebFiles, embed_on: Sequence[str]) -> None:
        self._files = files
        self._frame_headers = headers.frame_headers(embed_on)

    def add_to(self, blueprint: Blueprint) -> None:
        """Put the routes on the blueprint."""
        add_route(blueprint, _GET, f"/{STUB}", self.stub)
        add_route(blueprint, _GET, "/frame", self.frame)
        add_route(blueprint, _GET, "/demo", self.demo)
        add_route(blueprint, _GET, "/assets/<name:str>", self.asset)

    async def frame(self, request: Request) -> HTTPResponse:
        """Send the widget's document, which a host page holds in an iframe."""
        return self._page(request, "frame", "", self._frame_headers)

    async def demo(self, request: Request) -> HTTPResponse:
        """Send the page that shows the one line that embeds the widget."""
        return self._page(request, "demo", "", headers.demo_headers())

    def at_root(self, request: Request) -> Optional[HTTPResponse]:
        """Send the demo page at / of the whole server; nothing anywhere else."""
        if request.path != "/" or request.method not in _GET:
            return None
        return self._page(request, "demo", "webhooks/web/", headers.demo_headers())

    async def stub(self, request: Request) -> HTTPResponse:
        """Send the script that host pages load."""
        try:
            return sent(request, self._files.stub(), SHORT, headers.script_headers())
        except NotBuilt:
            return not_built()

    async def asset(self, request: Request, name: str) -> HTTPResponse:
        """Send a file of the build; any other name is not found."""
        try:
            file = self._files.asset(name)
        except NotBuilt:
            return not_built()
        if file is None:
            return HTTPResponse("There is no such file.", status=404, content_type="text/plain")
        return sent(request, file, FOREVER, headers.asset_headers())

    def _page(
        self, request: Request, name: str, base: str, page_headers: Mapping[str, str]
    ) -> HTTPResponse:
        try:
            return sent(request, self._files.page(name, base), ASK_ALWAYS, page_headers)
        except NotBuilt:
            return not_built()


def sent(
    request: Request, file: Sendable, caching: str, more: Mapping[str, str]
) -> HTTPResponse:
    """Return a file as an answer, or the word that the browser's copy is still good."""
    zipped = file.zipped and "gzip" in request.headers.get("accept-encoding", "")
    etag = file.etag
    fields: Dict[str, str] = {**more, "Cache-Control": caching, "ETag": etag, "Vary": "Accept-Encoding"}
    held = request.headers.get("if-none-match", "")
    if etag in [one.strip().removeprefix("W/") for one in held.split(",")]:
        return HTTPResponse(status=304, headers=fields)
    if zipped:
        fields["Content-Encoding"] = "gzip"
    return HTTPResponse(
        body=file.zipped if zipped else file.body, headers=fields, content_type=file.content_type
    )


def not_built() -> HTTPResponse:
    """Return the page that says how to build what is missing."""
    fields = {**headers.plain_headers(), "Cache-Control": "no-store", "Retry-After": "60"}
    return HTTPResponse(
        _NOT_BUILT, status=503, headers=fields, content_type="text/html; charset=utf-8"
    )
