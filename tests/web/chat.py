"""The chat as a test sees it: a browser page, and what went on in it."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.web.stand_in import PREFIX, StandIn

# Runs before the page's own scripts, whatever the page's policy says.
WATCH = """
window.__violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.__violations.push(event.violatedDirective + " " + event.blockedURI + " " + event.sample));
"""


class Chat:
    """One open page of the chat."""

    def __init__(self, page: Page, server: StandIn, url: str) -> None:
        self.page, self.server, self.url = page, server, url
        self.errors: list[str] = []  # of scripts, and what the console calls an error
        self.outside: list[str] = []  # requests to any other address
        self.dialogs: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._console)
        page.on("request", self._request)
        page.on("dialog", self._dialog)

    @classmethod
    def open(cls, context: BrowserContext, server: StandIn, url: str, **options: str) -> Chat:
        """A new tab with the chat."""
        page = context.new_page()
        page.add_init_script(WATCH)
        chat = cls(page, server, url)
        chat.visit(**options)
        return chat

    def visit(self, **options: str) -> None:
        query = f"?{urlencode(options)}" if options else ""
        self.page.goto(f"{self.url}{PREFIX}frame{query}")
        expect(self.field).to_be_visible()

    @property
    def field(self) -> Locator:
        return self.page.locator(".composer textarea")

    @property
    def answers(self) -> Locator:
        return self.page.locator(".theirs")

    @property
    def last(self) -> Locator:
        return self.answers.last

    @property
    def turns(self) -> Locator:
        return self.page.locator(".turn")

    @property
    def voice(self) -> Locator:
        """What a screen reader is told."""
        return self.page.locator("[data-voice]")

    def write(self, text: str) -> None:
        """Sends a message and does not wait for its answer."""
        self.field.fill(text)
        self.field.press("Enter")

    def ask(self, text: str) -> Locator:
        """Sends a message; returns its answer."""
        count = self.answers.count()
        self.write(text)
        expect(self.answers).to_have_count(count + 1)
        return self.last

    def button(self, name: str | re.Pattern[str]) -> Locator:
        return self.page.get_by_role("button", name=name)

    def unfold(self) -> None:
        """Opens every folded part."""
        self.page.evaluate(
            "document.querySelectorAll('.fold-button[aria-expanded=\"false\"]').forEach(button => button.click())"
        )
        expect(self.page.locator('.fold-button[aria-expanded="false"]')).to_have_count(0)

    def violations(self) -> list[str]:
        """What the Content-Security-Policy refused."""
        return self.page.evaluate("window.__violations ?? []")

    def focused(self) -> str:
        """The element that has the focus: its label, or its class."""
        return self.page.evaluate(
            "document.activeElement.getAttribute('aria-label') || document.activeElement.className"
            " || document.activeElement.tagName"
        )

    def assert_clean(self) -> None:
        """Nothing went wrong that the test did not ask for."""
        assert self.errors == []
        assert self.outside == []
        assert self.dialogs == []
        if not self.page.is_closed():
            assert self.violations() == []

    def _console(self, message: Any) -> None:
        # The browser itself reports requests that fail; those are what many tests are about.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.errors.append(message.text)

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.url, "data:", "blob:", "about:")):
            self.outside.append(request.url)

    def _dialog(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()
