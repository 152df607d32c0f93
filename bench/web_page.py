"""What a person's browser waits for: page weight before and after opening, and times, in real Chromium.

`python -m bench.web_page [URL]` prints the table for a server that runs. The page is the demo page,
so the numbers hold for any page that embeds the widget.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.bots import BenchError, running
from bench.measures import Times
from bench.waypoint import waypoint_subject

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DEMO = "/webhooks/web/demo"
QUESTIONS = (
    "remote roles for a cardiologist over $150k",
    "MSL or medical director for onc?",
    "why are oncologists leaving?",
    "what does utilization review pay?",
    "all roles for rheumatology",
)
# From the press of Enter to the frame after the one in which the answer is on the page.
_ASK = """async (text) => {
  const area = document.querySelector(".composer textarea");
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(area, text);
  area.dispatchEvent(new Event("input", {bubbles: true}));
  await new Promise(requestAnimationFrame);
  const count = document.querySelectorAll(".theirs").length;
  const began = performance.now();
  area.form.requestSubmit();
  while (document.querySelectorAll(".theirs").length === count) {
    if (performance.now() - began > 30000) return null;
    await new Promise(requestAnimationFrame);
  }
  await new Promise(requestAnimationFrame);
  return performance.now() - began;
}"""
_LAUNCH = """() => {
  const chat = document.querySelector("waypoint-chat");
  chat.shadowRoot.querySelector("button").click();
}"""


@dataclass(frozen=True)
class PageFigures:
    """Bytes as they cross the wire, headers included, and milliseconds."""

    bytes_before: int  # the widget's part of the page until it is used
    bytes_after: int  # what opening it adds
    requests_after: int
    ready: Times  # from the click on the launcher until one can type
    answered: Times  # from sending until the answer is on the page

    def rows(self) -> list[tuple[str, str]]:
        """What it is, and how much, for a table."""
        return [
            ("page weight before opening", f"{self.bytes_before / 1000:.1f} kB"),
            ("page weight that opening adds", f"{self.bytes_after / 1000:.1f} kB in {self.requests_after} requests"),
            ("from the click until one can type, p50", f"{self.ready.p50:.0f} ms"),
            ("from sending to the answer on the page, p50", f"{self.answered.p50:.0f} ms"),
            ("from sending to the answer on the page, p95", f"{self.answered.p95:.0f} ms"),
        ]


def measure_own_page(rasa_python: Path, logs: Path) -> PageFigures:
    """Starts Waypoint, measures its page, and stops it.

    Args:
        rasa_python: Python with Rasa.
        logs: Folder for the servers' output.

    Raises:
        BenchError: The servers did not start, or as `measure_page`.
    """
    subject = waypoint_subject(Path(sys.executable), rasa_python, logs)
    question = next(iter(subject.questions.values()))
    with running(subject.servers, subject.folder, subject.url, question):
        return measure_page(subject.url)


def measure_page(url: str, openings: int = 5, rounds: int = 4) -> PageFigures:
    """Opens the chat in fresh browser profiles, then asks in the last one.

    Args:
        url: The server's address.
        openings: How often the chat is opened for the first time.
        rounds: How often each question is asked.

    Raises:
        BenchError: There is no Chromium or no playwright, or the chat did not answer.
    """
    with _chromium() as browser:
        opened = [_open(browser, url) for _ in range(openings)]
        page, weights, _ = opened[-1]
        frame = next(frame for frame in page.frames if "/frame" in frame.url)
        times = [frame.evaluate(_ASK, question) for _ in range(rounds) for question in QUESTIONS]
        if None in times:
            raise BenchError("the chat did not answer within 30 s")
        before, after, requests = weights
        return PageFigures(before, after, requests, Times(tuple(o[2] for o in opened)), Times(tuple(times)))


def _open(browser: Browser, url: str) -> tuple[Page, tuple[int, int, int], float]:
    """A page with the chat open; bytes before, bytes after, requests after; milliseconds to ready."""
    page = browser.new_context().new_page()
    sizes: dict[str, int] = {}
    page.on("requestfinished", lambda request: sizes.__setitem__(request.url, _weight(request)))
    page.goto(url + DEMO, wait_until="networkidle")
    before = sum(size for address, size in sizes.items() if "widget" in address)
    sizes.clear()
    began = page.evaluate("performance.now()")
    page.evaluate(_LAUNCH)
    page.frame_locator("iframe").locator(".composer textarea").wait_for()
    ready = page.evaluate("performance.now()") - began
    page.wait_for_load_state("networkidle")
    return page, (before, sum(sizes.values()), len(sizes)), ready


def _weight(request: object) -> int:
    sizes = request.sizes()  # type: ignore[attr-defined]
    return sizes["responseHeadersSize"] + sizes["responseBodySize"]


@contextmanager
def _chromium() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise BenchError("the page is measured with the package playwright, which is not installed") from None
    if program is None:
        raise BenchError("the page is measured in Chromium, which is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


def main(arguments: Sequence[str]) -> None:
    """Prints the table of one server."""
    figures = measure_page(arguments[0] if arguments else "http://127.0.0.1:5005")
    print("\n".join(f"| {what} | {how_much} |" for what, how_much in figures.rows()))


if __name__ == "__main__":
    main(sys.argv[1:])
