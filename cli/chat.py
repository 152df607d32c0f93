"""`waypoint chat`: starts Waypoint and opens its web chat in the browser, until Ctrl-C."""

from __future__ import annotations

import os
import sys
import time
import webbrowser

import click

from cli.bootstrap.console import duration
from cli.servers import Address, logs_text, running_servers, told_problems

# Programs that would take this terminal over instead of opening a window.
_IN_TERMINAL = {"links", "elinks", "lynx", "w3m", "www-browser"}


@click.command(short_help="Start Waypoint and chat with it in the browser.")
@click.option("--browser/--no-browser", default=True, help="Open the page, or only say where it is.")
def chat(browser: bool) -> None:
    """Start the servers and open the chat in the browser; Ctrl-C stops them.

    On a machine without a browser the address is printed. WAYPOINT_PORT (5005) chooses it.
    """
    began = time.monotonic()
    with told_problems(farewell="Stopped."):
        address = Address.from_environment()
        with running_servers(address) as supervisor:
            page = f"{address.url}/"
            click.echo(f"\nWaypoint is ready after {duration(time.monotonic() - began)}: {page}")
            opened = browser and open_page(page)
            click.echo(_what_now(opened))
            sys.stdout.flush()
            supervisor.watch()


def open_page(url: str) -> bool:
    """Opens a page in a window of the person's browser; False where there is none."""
    if not _has_screen():
        return False
    try:
        found = webbrowser.get()
        if getattr(found, "basename", "") in _IN_TERMINAL:
            return False
        return found.open(url)
    except (webbrowser.Error, OSError):
        return False


def _has_screen() -> bool:
    """Whether a window can be opened; BROWSER names a program for where we cannot know."""
    if os.environ.get("BROWSER") or not sys.platform.startswith(("linux", "freebsd")):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _what_now(opened: bool) -> str:
    where = "It opens in your browser." if opened else "Open this address in a browser."
    return (
        f"{where} To chat in a terminal, run `make shell` in another one.\n"
        f"Logs: {logs_text()}\n"
        "Ctrl-C stops it."
    )
