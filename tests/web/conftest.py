"""A real browser, a fresh build of the widget, and the stand-in server."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from cli.web_build import find_node, web_folder
from tests.web.chat import Chat
from tests.web.stand_in import PAYLOADS, ROOT, StandIn, golden, serve

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
expect.set_options(timeout=30_000)  # of a machine that is busy with other things


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The widget, built from the sources as they are now."""
    if not (web_folder(ROOT) / "node_modules" / "esbuild").exists():
        pytest.fail("The widget's packages are missing: run `make build` first.")
    target = tmp_path_factory.mktemp("web")
    subprocess.run([find_node(ROOT).node, str(web_folder(ROOT) / "build.mjs"), str(target)], check=True)
    return target


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
def server(built: Path) -> StandIn:
    """The stand-in's state: it answers a golden payload's name with that payload."""
    return StandIn(build=built, answers={path.stem: golden(path.stem) for path in PAYLOADS.glob("*.json")})


@pytest.fixture
def url(server: StandIn) -> Iterator[str]:
    running, address = serve(server)
    yield address
    server.delay = 0
    server.let_go()
    running.shutdown()
    running.server_close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One person's browser: its tabs share their storage."""
    context = browser.new_context(viewport={"width": 420, "height": 720}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def chat(context: BrowserContext, server: StandIn, url: str) -> Iterator[Chat]:
    """The chat, opened; the test fails at its end if anything went wrong behind its back."""
    chat = Chat.open(context, server, url)
    yield chat
    chat.assert_clean()


@pytest.fixture
def open_chat(browser: Browser, server: StandIn, url: str) -> Iterator[Callable[..., Chat]]:
    """Opens the chat in a browser of its own: `open_chat({"color_scheme": "dark"}, lang="de")`."""
    opened: list[tuple[BrowserContext, Chat]] = []

    def open_one(settings: dict[str, Any] | None = None, **options: str) -> Chat:
        wanted = {"viewport": {"width": 420, "height": 720}, "reduced_motion": "reduce", **(settings or {})}
        context = browser.new_context(**wanted)
        opened.append((context, Chat.open(context, server, url, **options)))
        return opened[-1][1]

    yield open_one
    for context, chat in opened:
        chat.assert_clean()
        context.close()
