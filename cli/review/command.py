"""`waypoint knowledge review`: opens the review page in the browser and serves it until Ctrl-C."""

from __future__ import annotations

import webbrowser
from dataclasses import replace
from pathlib import Path

import click

from knowledge.settings import Settings


@click.command()
@click.argument("draft", required=False, type=click.Path(path_type=Path))
@click.option(
    "--drafts",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the drafts.  [default: WAYPOINT_DRAFTS_DIR or var/drafts]",
)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="[default: a free one]")
@click.option("--browser/--no-browser", default=True, help="Open the page.  [default: yes]")
def review(draft: Path | None, drafts: Path | None, port: int, browser: bool) -> None:
    """Decide on drafts in your browser.

    DRAFT is the name or the folder of one; without it, all are listed. Only this computer reaches
    the page, and only at the address that is printed. Every edit is written to the draft's files
    at once, so that you may stop at any time, or go on in an editor.
    """
    from cli.review.desk import Desk
    from cli.review.server import ReviewServer

    settings = Settings.from_environment()
    if drafts is not None:
        settings = replace(settings, drafts_dir=drafts.absolute())
    only = _folder(draft, settings) if draft is not None else None
    try:
        server = ReviewServer(Desk(settings, only), port)
    except OSError as error:
        raise click.ClickException(f"port {port} cannot be used ({error.strerror}); leave --port out") from error
    click.echo(f"Review page: {server.gate.url}\nCtrl-C ends it; every edit is saved.")
    if browser:
        webbrowser.open(server.gate.url)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("")
    finally:
        server.server_close()


def _folder(draft: Path, settings: Settings) -> Path:
    for folder in (draft, settings.drafts_dir / draft):
        if (folder / "article.md").exists():
            return folder.absolute()
    raise click.ClickException(f'there is no draft "{draft}"; `waypoint knowledge review` lists them')
