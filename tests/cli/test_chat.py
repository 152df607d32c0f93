"""`make chat`: the servers, the page in the browser, and a machine that has none."""

from __future__ import annotations

import webbrowser
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import chat as chat_module
from cli.bootstrap.problems import Problem
from cli.chat import chat, open_page
from cli.servers import Address
from cli.supervisor import Supervisor


class Browser:
    """Remembers what it was asked to open."""

    def __init__(self, name: str = "firefox", opens: bool = True) -> None:
        self.basename = name
        self.opens = opens
        self.opened: list[str] = []

    def open(self, url: str) -> bool:
        self.opened.append(url)
        return self.opens


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Browser:
    one = Browser()
    monkeypatch.setattr(webbrowser, "get", lambda: one)
    monkeypatch.setattr(chat_module.sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":0")
    for name in ("BROWSER", "WAYLAND_DISPLAY", "WAYPOINT_HOST"):
        monkeypatch.delenv(name, raising=False)
    return one


@pytest.fixture
def servers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Pretends to run servers until Ctrl-C; returns what happened, in order."""
    events: list[str] = []

    @contextmanager
    def running(address: Address):
        events.append(f"started at {address.url}")
        yield Supervisor(Path())
        pytest.fail("it did not wait for Ctrl-C")

    def watch(self: Supervisor) -> None:
        events.append("watched")
        raise KeyboardInterrupt

    monkeypatch.setattr(chat_module, "running_servers", running)
    monkeypatch.setattr(Supervisor, "watch", watch)
    monkeypatch.setenv("WAYPOINT_PORT", "5999")
    return events


def test_the_page_opens_once_the_servers_are_ready(browser: Browser, servers: list[str]) -> None:
    done = CliRunner().invoke(chat)

    assert servers == ["started at http://127.0.0.1:5999", "watched"]
    assert browser.opened == ["http://127.0.0.1:5999/"]
    assert "opens in your browser" in done.output
    assert (done.exit_code, "Stopped." in done.output) == (0, True)


def test_without_a_screen_the_address_and_the_terminal_chat_are_named(
    browser: Browser, servers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY")
    done = CliRunner().invoke(chat)

    assert browser.opened == []
    assert "http://127.0.0.1:5999/" in done.output
    assert "make shell" in done.output
    assert servers[-1] == "watched"


def test_the_browser_can_be_left_alone(browser: Browser, servers: list[str]) -> None:
    assert "Open this address" in CliRunner().invoke(chat, ["--no-browser"]).output
    assert browser.opened == []


def test_no_browser_at_all_is_no_failure(
    browser: Browser, servers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> None:
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr(webbrowser, "get", none)
    assert "Open this address" in CliRunner().invoke(chat).output
    assert servers[-1] == "watched"


@pytest.mark.parametrize("name", ["w3m", "lynx", "www-browser"])
def test_a_browser_that_would_take_the_terminal_is_not_used(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    browser.basename = name
    assert not open_page("http://127.0.0.1/")
    assert browser.opened == []


def test_a_browser_that_does_not_open_is_told(browser: Browser) -> None:
    browser.opens = False
    assert not open_page("http://127.0.0.1/")


def test_a_mac_needs_no_display(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY")
    assert not open_page("http://127.0.0.1/")
    monkeypatch.setattr(chat_module.sys, "platform", "darwin")
    assert open_page("http://127.0.0.1/")


def test_a_problem_is_told_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(address: Address) -> None:
        raise Problem("Waypoint is not built yet.")

    monkeypatch.setattr(chat_module, "running_servers", none)
    done = CliRunner().invoke(chat)

    assert done.exit_code == 1
    assert "not built yet" in done.output
