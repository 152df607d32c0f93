"""The pages and the built files of the widget, held in memory, ready to be sent.

Only names of build/web/manifest.json are served, looked up in a table: no path is ever made
from what a request says.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Mapping, Optional, Tuple

from bot.paths import ROOT

logger = logging.getLogger(__name__)

PAGES = ROOT / "bot" / "web" / "pages"
STUB = "widget.js"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
}
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_PLACEHOLDER = re.compile(r"\{\{([A-Za-z0-9._-]+)\}\}")
_COMPRESSED_ALREADY = (".png", ".woff2")


class NotBuilt(Exception):
    """The widget was not built, or not whole; the text says what is missing."""


@dataclass(frozen=True)
class Sendable:
    """A file as it goes over the wire."""

    body: bytes
    zipped: bytes  # empty where that would not make it smaller
    etag: str
    content_type: str

    @classmethod
    def of(cls, body: bytes, suffix: str) -> Sendable:
        """Make it of a file's content and the end of its name."""
        zipped = b"" if suffix in _COMPRESSED_ALREADY else gzip.compress(body, 9, mtime=0)
        etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        return cls(body, zipped if len(zipped) < len(body) else b"", etag, TYPES[suffix])


@dataclass(frozen=True)
class Built:
    """One build of the widget: its files by their names in the address, and its manifest."""

    names: Mapping[str, str]  # app.js -> app-1a2b3c.js
    files: Mapping[str, Sendable]  # app-1a2b3c.js -> ...


class WebFiles:
    """Hands out pages and files of the build that is there now."""

    def __init__(self, folder: Path, pages: Path = PAGES) -> None:
        """Remember where things are; they are read with the first request, and when they change.

        Args:
            folder: What the widget's build made.
            pages: The templates of the pages.
        """
        self._manifest = folder / "manifest.json"
        self._pages = pages
        self._built: Optional[Built] = None
        self._seen: Tuple[int, int] = (0, 0)
        self._filled: Dict[Tuple[str, str, int], Sendable] = {}

    def built(self) -> Built:
        """Return the build.

        Raises:
            NotBuilt: There is none.
        """
        try:
            stat = self._manifest.stat()
            seen = (stat.st_ino, stat.st_mtime_ns)
            if self._built is None or seen != self._seen:
                self._built, self._seen = _read(self._manifest), seen
                self._filled.clear()
        except (OSError, ValueError) as error:
            logger.warning("The widget cannot be served: %s", error)
            raise NotBuilt(str(error)) from error
        return self._built

    def asset(self, name: str) -> Optional[Sendable]:
        """Return a file of the build, None where the manifest does not name it."""
        return self.built().files.get(name)

    def stub(self) -> Sendable:
        """Return the script that other sites load."""
        built = self.built()
        return built.files[built.names[STUB]]

    def page(self, name: str, base: str) -> Sendable:
        """Return a page with its addresses filled in.

        Args:
            name: The template, without .html.
            base: The way from the page's address to the channel's, such as "" or
                "webhooks/web/". Relative, so that a proxy may put a folder before it.

        Raises:
            NotBuilt: The build is not there, or lacks a file that the page names.
        """
        built = self.built()
        template = self._pages / f"{name}.html"
        try:
            key = (name, base, template.stat().st_mtime_ns)
            if key not in self._filled:
                text = template.read_text(encoding="utf-8")
                self._filled[key] = Sendable.of(_fill(text, built, base).encode(), ".html")
        except OSError as error:
            raise NotBuilt(str(error)) from error
        return self._filled[key]


def _read(manifest: Path) -> Built:
    names = json.loads(manifest.read_text(encoding="utf-8"))
    if not isinstance(names, dict) or STUB not in names:
        raise ValueError(f"{manifest.name} names no {STUB}")
    files = {}
    for name in names.values():
        suffix = Path(str(name)).suffix
        if not isinstance(name, str) or not _NAME.fullmatch(name) or suffix not in TYPES:
            raise ValueError(f"{manifest.name} names {name!r}, which is no file that is served")
        files[name] = Sendable.of((manifest.parent / name).read_bytes(), suffix)
    return Built(names, files)


def _fill(template: str, built: Built, base: str) -> str:
    """Put addresses in the place of {{app.js}} and its like."""

    def address(match: re.Match[str]) -> str:
        name = match[1]
        if name not in built.names:
            raise NotBuilt(f"the build has no {name}")
        return base + (STUB if name == STUB else f"assets/{built.names[name]}")

    return _PLACEHOLDER.sub(address, template)
