"""The review server with a draft, and a browser on its page."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from cli.review.desk import Desk
from cli.review.server import ReviewServer
from knowledge.importing.drafts import Draft, Origin, import_source, load_draft
from knowledge.settings import Settings
from tests.knowledge.importing.drafts import sources
from tests.knowledge.importing.drafts.conftest import KNOWN, ROLES

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
expect.set_options(timeout=30_000)  # of a machine that is busy with other things


@pytest.fixture(scope="module")  # while it runs, its event loop keeps others from having one
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    if CHROMIUM is None:
        pytest.skip("the browser tests need Chromium (chromium, chromium-browser or google-chrome) on PATH")
    with sync_playwright() as playwright:
        # As root, Chromium runs only without its sandbox; the pages are our own.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "roles.yml").write_text(ROLES, encoding="utf-8")
    (tmp_path / "articles").mkdir()
    return replace(
        Settings.from_environment({"WAYPOINT_BUILD_DIR": str(tmp_path / "build")}),
        drafts_dir=tmp_path / "drafts",
        articles_dir=tmp_path / "articles",
        roles_file=tmp_path / "roles.yml",
    )


@pytest.fixture
def bring(settings: Settings) -> Callable[..., Draft]:
    """Imports a source, by default the one of the drafts' tests."""

    def bring_in(document: Any = None, extraction: Any = None, rights: str = "paraphrased") -> Draft:
        document = document or sources.document()
        extraction = extraction if extraction is not None else sources.extraction(document)
        done = import_source(settings.drafts_dir, document, extraction, Origin(rights), KNOWN)
        return load_draft(done.folder)

    return bring_in


@pytest.fixture
def server(settings: Settings) -> Iterator[ReviewServer]:
    server = ReviewServer(Desk(settings))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


class Seen:
    """What went on in the browser behind the page."""

    def __init__(self, page: Page) -> None:
        self.requests: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", lambda dialog: (self.errors.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda message: message.type == "error" and self.errors.append(message.text))


@pytest.fixture
def open_page(browser: Browser, server: ReviewServer) -> Iterator[Callable[..., Page]]:
    """Opens a draft in a browser of its own; the test fails at its end if anything went wrong in it."""
    opened: list[tuple[Page, Seen, tuple[str, ...]]] = []

    def open_one(draft: str = "", expected_errors: tuple[str, ...] = (), **options: Any) -> Page:
        wanted = {"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce", **options}
        page = browser.new_context(**wanted).new_page()
        opened.append((page, Seen(page), expected_errors))
        page.goto(f"{server.gate.url}#/{draft}")
        page.wait_for_selector(".page, .drafts")
        return page

    yield open_one
    for page, seen, expected in opened:
        unexpected = [error for error in seen.errors if not any(words in error for words in expected)]
        page.context.close()
        assert unexpected == []
        assert [url for url in seen.requests if not url.startswith(server.gate.url)] == []
